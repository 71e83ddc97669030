"""What outlives a session: remembered devices and cut sessions, and the one thread that works on them.

The thread does what touches the disk, in order, so that no session waits for it; between jobs it looks whether
another process changed the store, and what the clock has ended.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from desktop_app.engine import sleepless
from desktop_app.engine.continuations import Continuations
from desktop_app.engine.identity import Identity
from desktop_app.engine.invitations import Invitations
from desktop_app.engine.jobs import Jobs
from desktop_app.errors import ProfileUnusable
from desktop_app.events import (
    AlwaysAccept,
    Event,
    Method,
    RecordId,
    RememberedChanged,
    RememberedDevice,
    SessionId,
    Trouble,
)
from desktop_app.protocol import limits
from desktop_app.protocol.pairing import KnownSecret, SecretKind
from desktop_app.protocol.role import Role
from desktop_app.storage.device_record import Always, folded
from desktop_app.storage.devices import DeviceStore, Taken

_LOOK: Final = 1.0  # seconds


class Keeper:
    """Safe from any thread."""

    def __init__(
        self,
        store: DeviceStore,
        emit: Callable[[Event], None],
        on_changed: Callable[[], None],
        on_forgotten: Callable[[frozenset[RecordId]], None],
        on_look: Callable[[float], None],
    ) -> None:
        """`on_look`: about every second, with the monotonic time, on the keeper's thread like the other two."""
        self.store: Final = store
        self.continuations: Final = Continuations()
        self.invitations: Final = Invitations()
        self._emit, self._on_changed, self._on_forgotten, self._on_look = emit, on_changed, on_forgotten, on_look
        self._jobs = Jobs("keeper", lambda error: emit(Trouble(error)), look=self.look_now, every=_LOOK)
        self._shown: tuple[RememberedDevice, ...] = ()

    def start(self) -> None:
        """Read the store; what is wrong with it is told at once."""
        self._look(tell=False)
        self._jobs.start()

    def close(self, seconds: float) -> None:
        """Do what is queued, then stop; may be called twice."""
        self._jobs.close(seconds)
        self.continuations.clear()
        self.invitations.clear()

    def do(self, job: Callable[[], None]) -> None:
        """On the keeper's thread, after what was given to it before."""
        self._jobs.do(job)

    def change(self, change: Callable[[], None]) -> None:
        """Change the store there, and tell it at once."""

        def job() -> None:
            change()
            self.look_now()

        self.do(job)

    def take_unasked(self, device: RecordId, size: int, then: Callable[[Taken], None]) -> None:
        """Whether an offer of that size is accepted without asking. `then` is called once, on the keeper's thread;
        where the disk says no, that is Trouble, and somebody is asked."""

        def job() -> None:
            taken = Taken.NOT_WANTED
            try:
                taken = self.store.take_unasked(device, size)
            except ProfileUnusable as error:
                self._emit(Trouble(error))
            then(taken)

        self.do(job)

    # --- who is known --------------------------------------------------------------------------------------

    def remembered(self) -> tuple[RememberedDevice, ...]:
        """The most recently used first."""
        return self._shown

    def find(self, record: RecordId) -> RememberedDevice | None:
        return next((each for each in self._shown if each.id == record), None)

    def known(self, expected: frozenset[str] = frozenset()) -> list[KnownSecret]:
        """Copies of every secret that a new session may prove, in which these are expected."""
        now = sleepless.now()
        return self.store.known() + self.continuations.known(now) + self.invitations.known(now, expected)

    def identify(self, proven: Sequence[KnownSecret], stands_for: KnownSecret) -> Identity | None:
        """Who proved itself; what is good for one session is spent. None where it was forgotten or spent meanwhile."""
        spent = self.spend(proven)
        if stands_for.kind is not SecretKind.RECORD:
            found = spent.get(stands_for.identity)
            return None if found is None else found.continued()
        for device in self.store.devices():
            if device.id == stands_for.identity:
                return Identity(device.name, Method.RECORD, device.compared_at, sleepless.now(), RecordId(device.id))
        return None

    def spend(self, proven: Sequence[KnownSecret]) -> dict[str, Identity]:
        """Continuations and invitations that proved themselves are used up, whatever comes of it; those that nobody
        used before."""
        cut = (each.identity for each in proven if each.kind is SecretKind.CONTINUATION)
        given = [each.identity for each in proven if each.kind is SecretKind.INVITATION]
        return self.continuations.spend(cut) | self.invitations.spend(given)

    @property
    def full(self) -> bool:
        """Whether no further device can be remembered."""
        return len(self._shown) >= limits.RECORDS_MAX

    def recognise(self, instance: str, hints: Sequence[bytes]) -> RememberedDevice | None:
        """Which remembered device may announce itself like this. It proves nothing."""
        found = self.store.recognise(instance, hints)
        return None if found is None else self.find(RecordId(found))

    def namesake(self, name: str) -> RememberedDevice | None:
        """The remembered device that people would take this name for."""
        called = folded(name)
        return next((each for each in self._shown if called and folded(each.name) == called), None)

    def keep_cut(
        self,
        session: SessionId,
        identity: Identity,
        record: Callable[[], RecordId | None],
        founded_as: Role,
        secret: bytearray,
        now: float,
    ) -> str | None:
        """A session was cut: the number under which it may come back. `record`: its device's, as it is now."""
        number = self.continuations.add(identity, founded_as, secret, now, session)
        if (known := record()) is not None:  # perhaps only since a moment ago, or forgotten since
            self.cut_remembered(session, known)
        return number

    def cut_remembered(self, session: SessionId, record: RecordId) -> None:
        """If that session was cut, what brings it back ends with this record."""
        self.continuations.become_remembered(session, record)
        if self.find(record) is None:
            self.continuations.forget({record})

    # --- the thread -------------------------------------------------------------------------------------------

    def look_now(self) -> None:
        """The store may have changed: tell it. About every second, and at once where it was changed here."""
        self._look()

    def _look(self, *, tell: bool = True) -> None:
        now = sleepless.now()
        self.continuations.expire(now)
        self.invitations.expire(now)
        self.store.refresh()
        found = shown(self.store)
        if found != self._shown:
            before, self._shown = self._shown, found
            self._forget(each.id for each in before if each.id not in {device.id for device in found})
            if tell:
                self._on_changed()
                self._emit(RememberedChanged(found))
        if tell:
            self._on_look(now)

    def _forget(self, records: Iterable[RecordId]) -> None:
        gone = frozenset(records)
        if gone:
            self.continuations.forget(gone)
            self._on_forgotten(gone)


def shown(store: DeviceStore) -> tuple[RememberedDevice, ...]:
    """What faces may see of them, the most recently used first."""
    return tuple(
        RememberedDevice(
            RecordId(each.id),
            each.name,
            each.compared_at,
            each.used_at,
            each.expires_at,
            each.met_at,
            _shown_always(each.always),
        )
        for each in store.devices()
    )


def _shown_always(always: Always | None) -> AlwaysAccept | None:
    return None if always is None else AlwaysAccept(always.path, always.most)
