"""What one verified session does to the store of remembered devices: founds a record, or uses and rotates one.

Messages come on the session's reader, the disk is touched on the keeper's thread only. Copies of secrets are
made while the session lives, so that nothing is stored that was wiped meanwhile.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from desktop_app.engine.keeper import Keeper
from desktop_app.events import RecordId
from desktop_app.protocol.messages import Message, Remember, Rotate, Rotated, Stored
from desktop_app.protocol.remembering import Effect, Remembering, Stage
from desktop_app.protocol.session import VerifiedSession
from desktop_app.protocol.wiping import wipe


class SessionRecord:
    """Safe from any thread. `say` queues a message of this session."""

    def __init__(
        self,
        verified: VerifiedSession,
        record: RecordId | None,
        keeper: Keeper,
        say: Callable[[Message], None],
        *,
        peer_name: Callable[[], str],
        on_founded: Callable[[RecordId], None],
        on_forgotten: Callable[[], None],
    ) -> None:
        """`on_founded` and `on_forgotten`, on the keeper's thread: the peer is remembered now; it was forgotten."""
        self._verified, self._record, self._keeper, self._say = verified, record, keeper, say
        self._peer_name, self._on_founded, self._on_forgotten = peer_name, on_founded, on_forgotten
        self._lock: Final = threading.Lock()
        self._remembering = Remembering(verified)
        self._unchanged = False  # no rotation comes of this session
        self._over = False

    @property
    def rotating(self) -> bool:
        """Whether an orderly end should wait a moment."""
        return self._remembering.rotating and not self._unchanged

    def begin(self) -> None:
        """The peer is there: count this use of its record, and have the secret replaced if that is this side's part."""
        if self._remembering.stage in {Stage.FOUNDER, Stage.NOT_FOUNDER}:
            self._keeper.do(self._use_record)

    def remember(self) -> None:
        """The person here wants that."""
        with self._lock:
            if self._over or not self._remembering.may_say(Remember):
                return
            effect = self._remembering.say(Remember())
            self._say(Remember())
        self._carry_out(effect)

    def receive(self, message: Message) -> None:
        """REMEMBER, ROTATE, STORED or ROTATED. Raises UnexpectedMessage."""
        with self._lock:
            effect = self._remembering.receive(message)
        if isinstance(message, Rotate):
            self._keeper.do(lambda: self._keep_beside(message.number))
        else:
            self._carry_out(effect)

    def wipe(self) -> None:
        """The session is over; what is still queued does nothing."""
        with self._lock:
            self._over = True
            self._verified.wipe()

    # --- on the keeper's thread ---------------------------------------------------------------------------

    def _carry_out(self, effect: Effect) -> None:
        job = {
            Effect.FOUND: self._found,
            Effect.REPLACE: self._replace,
            Effect.DROP_OLD: self._drop_old,
        }.get(effect)
        if job is not None:
            self._keeper.do(job)

    def _use_record(self) -> None:
        founder, known, number = self._remembering.stage is Stage.FOUNDER, True, None
        with self._secrets() as secrets:
            if secrets is None or self._record is None:
                return
            fresh, proven = secrets
            try:
                if founder:
                    known, number = self._keeper.store.asking(self._record, proven, fresh)
                else:
                    known = self._keeper.store.used(self._record, proven)
            finally:
                self._unchanged = number is None and (founder or not known)
        if not known:
            self._on_forgotten()
        elif number is not None:
            self._answer(Rotate(number))

    def _keep_beside(self, number: int) -> None:
        with self._secrets() as secrets:
            if secrets is None or self._record is None:
                return
            fresh, proven = secrets
            kept = self._keeper.store.with_beside(self._record, proven, fresh, number)
        if kept:
            self._answer(Stored())

    def _replace(self) -> None:
        with self._secrets() as secrets:
            if secrets is None or self._record is None:
                return
            fresh, proven = secrets
            replaced = self._keeper.store.replaced(self._record, proven, fresh)
        if replaced:
            self._answer(Rotated())

    def _drop_old(self) -> None:
        with self._secrets() as secrets:
            if secrets is not None and self._record is not None:
                self._keeper.store.settled(self._record, secrets[0])

    def _found(self) -> None:
        with self._secrets() as secrets:
            if secrets is None:
                return
            founded = RecordId(self._keeper.store.found(secrets[0], self._verified.role, self._peer_name()))
        self._record = founded
        self._keeper.look_now()
        self._on_founded(founded)

    def _answer(self, message: Message) -> None:
        with self._lock:
            if not self._over and self._remembering.may_say(type(message)):
                self._remembering.say(message)
                self._say(message)

    @contextmanager
    def _secrets(self) -> Iterator[tuple[bytearray, bytearray] | None]:
        """Copies of the candidate and of what proved the peer; None once the session is over."""
        with self._lock:
            if self._over:
                yield None
                return
            proven = self._verified.proven
            fresh = bytearray(self._verified.candidate)
            old = bytearray() if proven is None else bytearray(proven.secret)
        try:
            yield fresh, old
        finally:
            wipe(fresh, old)
