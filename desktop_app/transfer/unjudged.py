"""Offers that came before it is known what an earlier run has left, and so whether one of them goes on with that.

Some are taken back meanwhile: what they speak of may still turn up, and CANCELLED has to wait until it is seen to.
"""

import threading

from desktop_app.errors import LimitExceeded
from desktop_app.events import SessionId
from desktop_app.protocol import limits
from desktop_app.protocol.messages import Cancelled
from desktop_app.transfer import comeback
from desktop_app.transfer.outbox import Outbox
from desktop_app.transfer.owner import Owner
from desktop_app.transfer.receiver import Receiver


class Unjudged:
    """Those of one session. The thread of the first that is taken back waits for all."""

    def __init__(self, session: SessionId, owner: Owner, outbox: Outbox) -> None:
        self._session, self._owner, self._outbox = session, owner, outbox
        self._lock = threading.Lock()
        self._taken_back: list[tuple[int, bytes]] = []  # streams and numbers
        self.waiting: Receiver | None = None  # the first of them, which is in no other table

    def await_judgement(self, receiver: Receiver) -> bool:
        """On a thread of its own: whether it can be judged now. Else it is over, or was taken back."""
        known = self._owner.keeping.await_restored(receiver.in_a_hurry)
        if not known or receiver.in_a_hurry():
            return False
        receiver.unjudged = False
        if receiver is not self.waiting:
            return True
        with self._lock:
            taken_back, self._taken_back, self.waiting = self._taken_back, [], None
        for stream, number in taken_back:
            comeback.taken_back(number, self._session, self._owner)
            self._outbox.put(Cancelled(stream, offered=False))
        return False

    def take_back(self, receiver: Receiver) -> bool:
        """CANCEL of it has come. False where that can be answered now. Raises LimitExceeded."""
        with self._lock:
            later = self._owner.keeping.restoring
            if later:
                self._taken_back.append((receiver.stream, receiver.offer.offer))
                self.waiting = self.waiting or receiver
        if len(self._taken_back) > limits.UNJUDGED:
            raise LimitExceeded(detail="offers that are taken back")
        if not later:
            comeback.taken_back(receiver.offer.offer, self._session, self._owner)
        return later
