"""How long a command waits for a peer that went away: not for ever, for the transfer is kept and can go on later."""

import time

from desktop_app.protocol import limits


class Patience:
    """With the peer of one transfer."""

    def __init__(self) -> None:
        self.until = float("inf")  # monotonic

    def wait(self, waits: bool) -> None:
        """`waits`: for the peer, from now on or still; else nothing has to be waited for."""
        if not waits:
            self.until = float("inf")
        elif self.until == float("inf"):
            self.until = time.monotonic() + limits.CONTINUATION_SECONDS

    @property
    def is_over(self) -> bool:
        return self.until <= time.monotonic()
