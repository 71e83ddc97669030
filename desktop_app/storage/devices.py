"""The remembered devices of this person: who they are, how long they count, what may be accepted of them.

Every change is one transaction of the file that the window and the command line share: read, change, replace. Secrets
leave this module only as copies for one session, which wipes them. What is dropped is overwritten in memory, too.
"""

import contextlib
import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from desktop_app.errors import AppError, FolderUnusable, ProfileUnusable, TooManyDevices
from desktop_app.protocol import device_name, limits
from desktop_app.protocol.pairing import KnownSecret
from desktop_app.protocol.role import Role
from desktop_app.protocol.wiping import wipe_bytes
from desktop_app.storage import device_record
from desktop_app.storage.device_record import Always, Record, folded
from desktop_app.storage.devices_file import DevicesFile
from desktop_app.storage.profile import Profile

_PATIENCE: Final = 1.0  # seconds until a session goes by what is known already

Change = Callable[[Record], Record | None]


@dataclass(frozen=True, slots=True)
class RememberedDevice:
    """A record without its secrets. Times are seconds since 1970."""

    id: str
    name: str
    compared_at: float
    used_at: float
    expires_at: float
    met_at: tuple[str, ...] = ()  # addresses, newest first
    always: Always | None = None  # what of it is accepted beforehand


class Taken(Enum):
    """What became of an offer that nobody was asked about."""

    COUNTED = auto()  # it is accepted
    TOO_MUCH = auto()  # for one day
    NOT_WANTED = auto()  # any more


@dataclass(slots=True)
class _Content:
    """The records of one transaction, to be changed in place. Those that ended count for nothing any more."""

    living: list[Record]
    ended: list[Record]


class DeviceStore:
    """Safe from any thread. `tell` hears of what is wrong with the file, `keep_days` is asked at each look.

    `clock` in seconds since 1970, `running` in monotonic seconds.
    """

    def __init__(
        self,
        profile: Profile,
        tell: Callable[[AppError], None],
        *,
        keep_days: Callable[[], int] = lambda: limits.REMEMBERED_DAYS,
        clock: Callable[[], float] = time.time,
        running: Callable[[], float] = time.monotonic,
    ) -> None:
        self._tell, self._keep_days, self._clock, self._running = tell, keep_days, clock, running
        self._file = DevicesFile(profile, tell)
        self._guard = threading.RLock()  # held while the disk is read or written
        self._memory = threading.Lock()  # over the records themselves, which are overwritten when they are dropped
        self._records: list[Record] = []
        self._living: list[Record] = []  # of these, as the clock said at the last look
        self._ended_since: dict[str, float] = {}  # the others: since when of this run it has said so every time
        self._trouble: ProfileUnusable | None = None  # the file cannot be read, and the person knows

    # --- looking ---------------------------------------------------------------------------------------

    def devices(self) -> tuple[RememberedDevice, ...]:
        """The most recently used first."""
        with self._memory:
            days = self._keep_days()
            shown = (
                RememberedDevice(
                    each.id,
                    each.name,
                    each.compared_at,
                    each.used_at,
                    each.expires_at(days),
                    tuple(each.met_at),
                    each.always,
                )
                for each in self._living
            )
            return tuple(sorted(shown, key=lambda device: device.used_at, reverse=True))

    def refresh(self) -> bool:
        """Look at the file and the clock; whether anything is different now."""
        with self._guard:
            before = self.devices()
            if self._trouble is not None or self._file.changed:
                self._read()
            else:
                self._sort_out()
            if any(map(self._is_due, self._ended_since)):
                with contextlib.suppress(ProfileUnusable), self._transaction():
                    pass  # which deletes them
            return self.devices() != before

    def known(self) -> list[KnownSecret]:
        """Copies of all secrets, for one session to prove and to wipe: as they were before a change that takes long."""
        if self._guard.acquire(timeout=_PATIENCE):
            try:
                self.refresh()
            finally:
                self._guard.release()
        with self._memory:
            return [secret for each in self._living for secret in each.known()]

    def hints(self, instance: str) -> list[bytes]:
        """Of the most recently used devices, at most as many as the air carries."""
        with self._memory:
            recent = sorted(self._living, key=lambda each: each.used_at, reverse=True)[: limits.HINTS]
            return [hint for each in recent for hint in each.hints(instance)][: limits.HINTS]

    def recognise(self, instance: str, announced: Sequence[bytes]) -> str | None:
        """The id of the device that may have announced these hints. They prove nothing."""
        with self._memory:
            return next((each.id for each in self._living if each.recognises(instance, announced)), None)

    # --- changing: each raises ProfileUnusable where the disk says no -------------------------------------

    def found(self, secret: bytearray, founded_as: Role, name: str, *, compared_at: float | None = None) -> str:
        """Remember a device that people compared a code with, just now or then; its id. Raises TooManyDevices."""
        with self._transaction() as content:
            if len(content.living) >= limits.RECORDS_MAX:
                raise TooManyDevices(peer=name, most=limits.RECORDS_MAX)
            taken = [each.name for each in content.living]
            now = self._now()
            compared_at = now if compared_at is None else min(compared_at, now)
            record = device_record.found(
                secret, founded_as, name, method="code", taken=taken, compared_at=compared_at, now=now
            )
            content.living.append(record)
            return record.id

    def used(self, device: str, proven: bytearray) -> bool:
        """It verified a session. False where it was forgotten meanwhile."""
        return self._change(device, lambda record: record.used(proven, self._now())) is not None

    def met(self, device: str, address: str) -> None:
        """A session with it was proved there: where it is tried when it is not seen."""
        self._change(device, lambda record: record.met(address))

    def asking(self, device: str, proven: bytearray, fresh: bytearray) -> tuple[bool, int | None]:
        """As `used`, and the number of the rotation to `fresh` that begins; None where none does."""
        begins = False

        def use(record: Record) -> Record:
            nonlocal begins
            used = record.used(proven, self._now())
            asking = used.asking(proven, fresh)
            begins = asking is not None
            return asking or used

        changed = self._change(device, use)
        return changed is not None, changed.asks if changed is not None and begins else None

    def replaced(self, device: str, proven: bytearray, fresh: bytearray) -> bool:
        return self._change(device, lambda record: record.replaced(proven, fresh)) is not None

    def with_beside(self, device: str, proven: bytearray, fresh: bytearray, number: int) -> bool:
        return self._change(device, lambda record: record.with_beside(proven, fresh, number)) is not None

    def settled(self, device: str, fresh: bytearray) -> bool:
        return self._change(device, lambda record: record.settled(fresh)) is not None

    def rename(self, device: str, name: str) -> None:
        """The person's name for it, made unique; an empty one changes nothing."""
        if not device_name.clean(name):
            return
        with self._transaction() as content:
            for place, record in enumerate(content.living):
                if record.id == device:
                    taken = [each.name for each in content.living if each.id != device]
                    content.living[place] = replace(record, name=device_record.unique_name(name, taken))

    def always_accept(self, device: str, folder: Path | None, most: int = 0) -> None:
        """Accept beforehand what it sends, into that folder and up to so many bytes in a day; ask again where it is
        None. Counted from now on. Raises FolderUnusable."""
        try:
            always = None if folder is None else Always(os.fsencode(folder), most)
        except ValueError as error:
            raise FolderUnusable(path=str(folder), reason=str(error)) from error
        self._change(device, lambda record: replace(record, always=always))

    def take_unasked(self, device: str, size: int) -> Taken:
        """An offer of it, which is accepted where it is counted. Of several at once each is, in whichever process."""
        result = Taken.NOT_WANTED

        def take(record: Record) -> Record | None:
            nonlocal result
            if record.always is None:
                return None
            always = record.always.taking(size, self._now())
            result = Taken.TOO_MUCH if always is None else Taken.COUNTED
            return None if always is None else replace(record, always=always)

        self._change(device, take)
        return result

    def forget(self, device: str) -> None:
        """Nothing of it stays on the disk."""
        with self._transaction() as content:
            for records in (content.living, content.ended):
                records[:] = [each for each in records if each.id != device]

    def _change(self, device: str, change: Change) -> Record | None:
        with self._transaction() as content:
            for place, record in enumerate(content.living):
                if record.id == device and (changed := change(record)) is not None:
                    content.living[place] = changed
                    return changed
        return None

    # --- inside --------------------------------------------------------------------------------------------

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[_Content]:
        """The records as they are on the disk now. At its end those that ended long enough ago are deleted, and those
        that others need the name or the room of."""
        with self._guard, self._file.locked():
            self._read()  # not every file system tells two versions apart
            if (trouble := self._trouble) is not None:
                raise type(trouble)(**trouble.fields)
            content = _Content(list(self._living), [each for each in self._records if each.id in self._ended_since])
            yield content
            names = {folded(each.name) for each in content.living}
            kept = [each for each in content.ended if not self._is_due(each.id) and folded(each.name) not in names]
            records = [*content.living, *kept][: limits.RECORDS_MAX]
            self._file.remove_unfinished()
            if records != self._records:
                self._file.replace(records)
                self._take(records)

    def _read(self) -> None:
        """What is on the disk. Where it cannot be read nothing is trusted until it can, and that is told once; likewise
        where a later version has made it."""
        before, self._trouble = self._trouble, None
        try:
            records = self._file.read()
        except ProfileUnusable as error:
            records, self._trouble = [], error.without_trace()
        self._take(records)
        if self._trouble is not None and type(self._trouble) is not type(before):
            self._tell(self._trouble)

    def _take(self, records: list[Record]) -> None:
        """Forget what is not among them."""
        kept = {id(secret) for each in records for secret in _secrets(each)}
        with self._memory:
            for each in self._records:
                for secret in _secrets(each):
                    if id(secret) not in kept:
                        wipe_bytes(secret)
            self._records = list(records)
            self._sort_out()

    def _sort_out(self) -> None:
        """Who lives, by the clock of now. It may be wrong: what has ended is deleted only after hours of saying so."""
        now, days, running = self._now(), self._keep_days(), self._running()
        self._living = [each for each in self._records if now < each.expires_at(days)]
        living = {each.id for each in self._living}
        self._ended_since = {
            each.id: self._ended_since.get(each.id, running) for each in self._records if each.id not in living
        }

    def _is_due(self, ended: str) -> bool:
        return self._running() - self._ended_since[ended] >= limits.ENDED_SECONDS

    def _now(self) -> float:
        """The clock, but never before a time at which something was used: turning it back keeps nothing alive."""
        return max([self._clock(), *(max(each.used_at, each.compared_at) for each in self._records)])


def _secrets(record: Record) -> list[bytes]:
    return [record.secret, *record.hint_keys, *([record.beside.secret] if record.beside is not None else [])]
