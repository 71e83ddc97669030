"""What the two sides of a session tell each other of what keeps devices apart: who asks, who answers, who waits."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from desktop_app.events import SessionId
from desktop_app.protocol import limits
from desktop_app.protocol.messages import Look, Message, Sight
from desktop_app.protocol.sight import Looking

Reply = Callable[[Sight], None]
Answering = Callable[[str, Reply], None]  # looks for whoever is announced so; must not block


class Asked:
    """A question to one peer, and its answer when it comes."""

    def __init__(self, instance: str) -> None:
        self.announced: Final = instance != ""
        self.sight: Sight | None = None
        self._until = time.monotonic() + limits.LOOK_SECONDS
        self._over = threading.Event()

    def end(self, sight: Sight | None) -> None:
        """It was answered, or never will be."""
        self.sight = self.sight or sight
        self._over.set()

    def wait(self, seconds: float) -> bool:
        """Whether there is nothing more to wait for."""
        return self._over.wait(seconds) or time.monotonic() >= self._until


@dataclass(frozen=True, slots=True)
class AskedPeer:
    """Somebody that there is a session with."""

    session: SessionId
    peer: str
    question: Asked | None  # None where it cannot be asked


class SessionLooks:
    """Of one session. Safe from any thread; `say` queues a message of it."""

    def __init__(self, understands: bool, say: Callable[[Message], None], answering: Answering) -> None:
        """`understands`: whether the peer said so; else it is not asked."""
        self._understands, self._say, self._answering = understands, say, answering
        self._lock = threading.Lock()
        self._looking = Looking()
        self._asked: Asked | None = None  # the last time
        self._over = False

    def ask(self, instance: str) -> Asked | None:
        """What the peer sees, and whether it hears `instance`. Asked again too soon, the last question stands; None
        where there is nothing to be had."""
        with self._lock:
            if not self._understands or self._over:
                return None
            if self._looking.may_ask(time.monotonic()):
                self._looking.ask()
                self._asked = Asked(instance)
                self._say(Look(instance))
            return self._asked

    def receive(self, message: Look | Sight) -> None:
        """Raises UnexpectedMessage."""
        with self._lock:
            if isinstance(message, Look):
                self._looking.on_look(time.monotonic())
            else:
                self._looking.on_sight(time.monotonic())
        if isinstance(message, Look):
            self._answering(message.instance, self._answer)
        elif self._asked is not None:
            self._asked.end(message)

    def close(self) -> None:
        """The session is over; may be called twice."""
        with self._lock:
            self._over = True
        if self._asked is not None:
            self._asked.end(None)

    def _answer(self, sight: Sight) -> None:
        with self._lock:
            if not self._over:
                self._looking.answer(time.monotonic())
                self._say(sight)
