"""What one verified session does to the store of remembered devices: founds a record, or uses and rotates one.

Messages come on the session's reader, the disk is touched on the keeper's thread only. Each job takes copies of the
secrets with it, made while the session lives: what both sides agreed on is stored even if the session ends meanwhile.
"""

import threading
from collections.abc import Callable
from typing import Final

from desktop_app.engine.identity import Identity
from desktop_app.engine.keeper import Keeper
from desktop_app.events import RecordId
from desktop_app.protocol.messages import Message, Remember, Rotate, Rotated, Stored
from desktop_app.protocol.remembering import Effect, Remembering, Stage
from desktop_app.protocol.session import VerifiedSession
from desktop_app.protocol.wiping import wipe

Job = Callable[[bytearray, bytearray], None]  # with the candidate of the session, and what proved the peer


class SessionRecord:
    """Safe from any thread. `say` queues a message of this session."""

    def __init__(
        self,
        verified: VerifiedSession,
        identity: Identity,
        keeper: Keeper,
        say: Callable[[Message], None],
        *,
        peer_name: str,
        on_founded: Callable[[RecordId], None],
        on_forgotten: Callable[[], None],
    ) -> None:
        """`on_founded` and `on_forgotten`, on the keeper's thread: the peer is remembered now; it was forgotten."""
        self._verified, self._keeper, self._say = verified, keeper, say
        self._record, self._compared_at = identity.record, identity.compared_at
        self._peer_name, self._on_founded, self._on_forgotten = peer_name, on_founded, on_forgotten
        self._lock: Final = threading.Lock()
        self._remembering = Remembering(verified, compared=identity.compared)
        self._unchanged = False  # no rotation comes of this session
        self._over = False

    @property
    def rotating(self) -> bool:
        """Whether an orderly end should wait a moment."""
        return self._remembering.rotating and not self._unchanged

    def begin(self) -> None:
        """The peer is there: count this use of its record, and have the secret replaced if that is this side's part."""
        with self._lock:
            if self._remembering.stage in {Stage.FOUNDER, Stage.NOT_FOUNDER}:
                self._later(self._use_record)

    def remember(self) -> None:
        """The person here wants that."""
        with self._lock:
            if not self._over and self._remembering.may_say(Remember):
                effect = self._remembering.say(Remember())
                self._say(Remember())
                self._carry_out(effect)

    def receive(self, message: Message) -> None:
        """REMEMBER, ROTATE, STORED or ROTATED. Raises UnexpectedMessage."""
        with self._lock:
            effect = self._remembering.receive(message)
            if isinstance(message, Rotate):
                self._later(lambda fresh, proven: self._keep_beside(fresh, proven, message.number))
            else:
                self._carry_out(effect)

    def wipe(self) -> None:
        """The session is over: what is still queued says nothing any more."""
        with self._lock:
            self._over = True
            self._verified.wipe()

    # --- with the lock held ---------------------------------------------------------------------------------

    def _carry_out(self, effect: Effect) -> None:
        jobs: dict[Effect, Job] = {
            Effect.FOUND: self._found,
            Effect.REPLACE: self._replace,
            Effect.DROP_OLD: self._drop_old,
        }
        if effect in jobs:
            self._later(jobs[effect])

    def _later(self, job: Job) -> None:
        if self._over:
            return
        proven = self._verified.proven
        fresh, old = bytearray(self._verified.candidate), bytearray() if proven is None else bytearray(proven.secret)

        def run() -> None:
            try:
                job(fresh, old)
            finally:
                wipe(fresh, old)

        self._keeper.do(run)

    # --- on the keeper's thread -----------------------------------------------------------------------------

    def _use_record(self, fresh: bytearray, proven: bytearray) -> None:
        founder, known, number = self._remembering.stage is Stage.FOUNDER, True, None
        try:
            if founder:
                known, number = self._keeper.store.asking(self._existing, proven, fresh)
            else:
                known = self._keeper.store.used(self._existing, proven)
        finally:
            self._unchanged = number is None and (founder or not known)
        if not known:
            self._on_forgotten()
        elif number is not None:
            self._answer(Rotate(number))

    def _keep_beside(self, fresh: bytearray, proven: bytearray, number: int) -> None:
        if not self._over and self._keeper.store.with_beside(self._existing, proven, fresh, number):
            self._answer(Stored())
        else:
            self._unchanged = True

    def _replace(self, fresh: bytearray, proven: bytearray) -> None:
        if self._keeper.store.replaced(self._existing, proven, fresh):
            self._answer(Rotated())
        else:
            self._unchanged = True  # another session has asked for a newer one

    def _drop_old(self, fresh: bytearray, _proven: bytearray) -> None:
        self._keeper.store.settled(self._existing, fresh)

    def _found(self, fresh: bytearray, _proven: bytearray) -> None:
        store, role = self._keeper.store, self._verified.role
        self._record = RecordId(store.found(fresh, role, self._peer_name, compared_at=self._compared_at))
        self._keeper.look_now()
        self._on_founded(self._record)

    def _answer(self, message: Message) -> None:
        with self._lock:
            if not self._over and self._remembering.may_say(type(message)):
                self._remembering.say(message)
                self._say(message)

    @property
    def _existing(self) -> RecordId:
        assert self._record is not None, "only sessions that a record verified use one"
        return self._record
