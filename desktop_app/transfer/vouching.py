"""An offer of which everything was received in an earlier session, and whose sender has not heard of that."""

from collections.abc import Callable

from desktop_app.errors import UnexpectedMessage
from desktop_app.protocol.messages import Done, End, Message, Offer, Resume
from desktop_app.transfer.kept import Kept
from desktop_app.transfer.receiver import Receiver


class Vouching(Receiver):
    """Nothing but RESUME and END is to come, and DONE is said again."""

    def __init__(self, offer: Offer, send: Callable[[Receiver, Message], None], settled: Kept) -> None:
        super().__init__(offer, send)
        self._settled = settled
        self._sums = self._all_of_the_offer()
        self._awaits_resume = self.continues = True

    def on_resume(self, message: Resume) -> None:
        """Raises UnexpectedMessage."""
        if not self._awaits_resume or message.offset:
            raise UnexpectedMessage(detail="RESUME of nothing")
        self._awaits_resume = False

    def on_end(self, message: End) -> Done:
        """Raises UnexpectedMessage."""
        if self._awaits_resume or message.digest != self._settled.digest:
            raise UnexpectedMessage(detail="END of something else than was here")
        return Done(self.stream, self._settled.digest)
