"""Check the connection: a look at this computer's network, on a thread of its own, for its person or for a peer that
asks; and what the peers see that there is a session with."""

import logging
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from desktop_app.discovery.checks.finding import Finding, Outlook
from desktop_app.engine.house import House
from desktop_app.engine.jobs import Errands
from desktop_app.engine.looks import AskedPeer, Reply
from desktop_app.errors.crashes import log_crash
from desktop_app.protocol import limits
from desktop_app.protocol.messages import Sight
from desktop_app.protocol.sight import Obstacle, Seen
from desktop_app.transport.address import Address

_log: Final = logging.getLogger(__name__)
_TICK: Final = 0.2  # seconds between looks at whether all this is over
Told = Callable[[tuple[Finding, ...]], None]
AskPeers = Callable[[str], Sequence[AskedPeer]]  # by the instance of which they are to say whether they hear it


class Checking:
    """All checks are imported where they are needed: hardly any run asks for them."""

    def __init__(self, house: House, ask_peers: AskPeers, announced_as: Callable[[], str]) -> None:
        """`ask_peers`: asks everybody that there is a session with. `announced_as`: this computer's instance, by
        whichever process; "" where it has none."""
        self._house, self._ask_peers, self._announced_as = house, ask_peers, announced_as
        self._closing = threading.Event()
        self._looks = Errands()
        self._lock = threading.Lock()
        self._waiting: list[tuple[str, Reply]] = []  # peers, for the look that is under way
        self._last: tuple[float, Outlook] | None = None  # when it was made

    def check(self, then: Told, address: Address | None) -> None:
        self._looks.run("check", lambda: self._look(then, address))

    def answer(self, instance: str, reply: Reply) -> None:
        """A peer asks. One look serves all who ask meanwhile, and for a while after it."""
        with self._lock:
            outlook = None
            if self._last is not None and time.monotonic() - self._last[0] <= limits.LOOK_GAP:
                outlook = self._last[1]
            else:
                self._waiting.append((instance, reply))
                if len(self._waiting) > 1 or self._looks.run("look", self._look_for_peers):
                    return
                self._waiting.clear()
        reply(self._sight(outlook, instance))

    def close(self, seconds: float) -> None:
        """What was not looked at by then is left out; may be called twice."""
        self._closing.set()
        self._looks.close(seconds)

    # --- for the person here -----------------------------------------------------------------------------

    def _look(self, then: Told, address: Address | None) -> None:
        found: tuple[Finding, ...] = ()
        try:
            from desktop_app.discovery.checks.examine import examine

            asked = self._ask_peers(self._announced_as())
            found = examine(self._house.own(), address=address, known=self._house.near(), closing=self._closing)
            found += tuple(self._told(asked))
        except Exception as crash:
            log_crash(_log, "checking the connection failed", crash)
        then(found)

    def _told(self, asked: Sequence[AskedPeer]) -> Iterator[Finding]:
        from desktop_app.discovery.checks import there

        for each in asked:
            question = each.question
            while question is not None and not question.wait(_TICK) and not self._closing.is_set():
                pass
            sight, announced = (None, False) if question is None else (question.sight, question.announced)
            yield from there.told(each.peer, sight, announced=announced)

    # --- for peers -----------------------------------------------------------------------------------------

    def _look_for_peers(self) -> None:
        outlook = None
        try:
            from desktop_app.discovery.checks.examine import outlook as look

            outlook = look(self._house.own(), known=self._house.near(), closing=self._closing)
        except Exception as crash:
            log_crash(_log, "looking for a peer failed", crash)
        with self._lock:
            waiting, self._waiting = self._waiting, []
            self._last = None if outlook is None else (time.monotonic(), outlook)
        for instance, reply in waiting:
            reply(self._sight(outlook, instance))

    def _sight(self, outlook: Outlook | None, instance: str) -> Sight:
        port = self._house.own().port
        if outlook is None:
            return Sight(hears=False, port=port, seen=[Seen(Obstacle.NOT_LOOKED, 0)])
        return Sight(hears=instance in outlook.heard, port=port, seen=list(outlook.seen))
