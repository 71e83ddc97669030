"""What is kept of one accepted transfer until it is over, so that it goes on where it stopped: on either side.

A journal says it (`storage.journal`), record by record; the entries themselves are in the spool that the receipt is
made of. Whatever the disk says against it ends the keeping, never the transfer.
"""

import os
import threading
import time
from array import array
from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path
from typing import Final, Self

from desktop_app.errors import Interrupted, ProfileUnusable, WaitedTooLong, WaitsForPeer, WaitsForPerson, WaitsForSender
from desktop_app.events import Direction, SessionId
from desktop_app.protocol.manifest import FileResult
from desktop_app.storage import journal
from desktop_app.storage.journal import Journal
from desktop_app.storage.selection import Selected
from desktop_app.transfer.journal_records import (
    DECODER,
    Begun,
    Finished,
    GivenUp,
    Group,
    Held,
    Lost,
    Making,
    Noted,
    Owned,
    Reached,
    Record,
    encode,
)

CHAIN: Final = "chain "  # an owner that is no remembered device, but whose sessions continue each other
DAYS: Final = 7 * 24 * 3600.0  # how long what is not finished, and what is, waits for its peer


class Kept:
    """One of them. Safe from any thread; each thing is changed by one at a time."""

    def __init__(self, begun: Begun, file: Journal | None) -> None:
        self.begun: Final = begun
        self.owner, self.peer, self.facts, self.address = begun.owner, begun.peer, begun.facts, begun.address
        self.accepted_in: SessionId | None = begun.facts.id if begun.facts is not None else None  # of this run
        self.entries = 0
        self.size = self.bytes = 0
        self.session: SessionId | None = None  # which goes on with it just now
        self.files: array[int] = array("Q")  # those of the last group, one number after the other
        self.folders: list[tuple[str, str, int]] = []
        self.making: dict[str, str] = {}  # folders that no group speaks of yet
        self.names: list[str] = []
        self.same: tuple[str, ...] = ()
        self.were_there = 0
        self.reached: Reached | None = None
        self.lost: dict[int, FileResult] = {}
        self.digest = b""
        self.given_up = self.held = self.noted = False
        self.said_in: SessionId | None = None  # of an offer of ours that is given up: where the peer was told
        self.heard = False  # it has answered that
        self.only_noting = False  # all of it was received in an earlier run; only the history does not know yet
        self._file = file
        self._lock = threading.Lock()

    @classmethod
    def begin(cls, path: Path, begun: Begun) -> Self:
        """Raises ProfileUnusable."""
        file = Journal.create(path)
        kept = cls(begun, file)
        try:
            file.append(encode(begun))
        except ProfileUnusable:
            file.remove()
            raise
        return kept

    @classmethod
    def take(cls, path: Path, stop: Callable[[], bool] = lambda: False) -> Self | None:
        """One of an earlier run, to go on with. None where another process has it, or it says nothing.

        Takes long for one of many entries. Raises ProfileUnusable, Cancelled once `stop` says so.
        """
        found = Journal.take(path, stop)
        if found is None:
            return None
        file, contents = found
        kept = cls._read(contents, file)
        if kept is None:
            file.remove()
        else:
            kept.owner, kept.accepted_in = kept.lasting_owner, None
        return kept

    @classmethod
    def look(cls, path: Path) -> Self | None:
        """One that is finished, only to know of it."""
        try:
            return cls._read(journal.read(path), None)
        except OSError:
            return None

    @staticmethod
    def beginning(path: Path) -> Begun | None:
        """Of one that anybody may be writing. Only that is read: a journal of a million files is 12 MB."""
        try:
            first = DECODER.decode(next(journal.read(path), b""))
        except (OSError, ValueError):
            return None
        return first if isinstance(first, Begun) else None

    @classmethod
    def _read(cls, contents: Iterable[bytes], file: Journal | None) -> Self | None:
        kept: Self | None = None
        for content in contents:
            try:
                record = DECODER.decode(content)
            except ValueError:
                break
            if isinstance(record, Begun):
                kept = cls(record, file)
            elif kept is not None:
                kept._apply(record)
        return kept

    @property
    def number(self) -> bytes:
        return self.begun.offered.number

    @property
    def folder(self) -> Path:
        """Where it goes, on the receiving side."""
        return Path(os.fsdecode(self.begun.folder))

    @property
    def selected(self) -> Selected:
        """On the sending side."""
        return Selected({name: os.fsdecode(path) for name, path in self.begun.sources}, self.begun.only)

    @property
    def here(self) -> int:
        """Bytes that the receiving side has, about."""
        begun = self.reached if self.reached is not None and self.reached.entry == self.entries else None
        return min(self.bytes if begun is None else max(self.bytes, begun.size), self.begun.offered.total)

    @property
    def half_done(self) -> dict[int, tuple[int, int]]:
        """Of entries that may not have their names yet: the partial file, and its inode at the top."""
        numbers = iter(self.files)
        return {entry: (partial, inode) for entry, partial, inode in zip(numbers, numbers, numbers, strict=True)}

    @property
    def top_names(self) -> list[str]:
        """What was made at the top, under the names that it got."""
        return [name for path, name, _ in self.folders if "/" not in path] + self.names

    @property
    def saved(self) -> tuple[Path, ...]:
        """Where what has arrived is, at the top."""
        return tuple(self.folder / name for name in (*self.same, *self.top_names))

    @property
    def lasting_owner(self) -> str:
        """Whom it belongs to in every run of the program."""
        return "" if self.owner.startswith(CHAIN) else self.owner

    @property
    def alive(self) -> bool:
        """Whether it is kept still."""
        return self._file is not None

    @property
    def finished(self) -> bool:
        return bool(self.digest)

    @property
    def too_old(self) -> bool:
        return time.time() - self.begun.at > DAYS

    def goes_on_with(self, owned: Owned) -> None:
        """Said by `Keeping`, which knows whether that chain is a remembered device by now."""
        if owned.owner != self.owner:
            self.say(owned)

    def why_waiting(self, direction: Direction, peer: str) -> Interrupted:
        """What the person is told of it while nobody is there."""
        if self.too_old:
            return WaitedTooLong(peer=peer)
        if self.lasting_owner:
            return WaitsForPeer(peer=peer)
        return WaitsForPerson(peer=peer) if direction is Direction.SENDING else WaitsForSender(peer=peer)

    def say(self, record: Record, *, durable: bool = False) -> None:
        """Where the disk does not take it, nothing is kept any more."""
        with self._lock:
            self._apply(record)
            if self._file is not None:
                try:
                    self._file.append(encode(record), durable=durable)
                except ProfileUnusable:
                    self._file.remove()
                    self._file = None

    def set_aside(self, path: Path) -> None:
        """It is over, but its peer may not know."""
        with self._lock:
            file, self._file = self._file, None
            if file is not None:
                try:
                    file.move(path)
                except ProfileUnusable:
                    file.remove()

    def remove(self) -> None:
        """Nothing of it is kept; may be called twice."""
        with self._lock:
            file, self._file = self._file, None
            if file is not None:
                file.remove()

    def let_go(self) -> None:
        """It is over: its row may be shown for long, and what only going on needs is much for many entries."""
        with self._lock:
            self.files, self.folders, self.making, self.names = array("Q"), [], {}, []

    def close(self) -> None:
        """The next run may have it."""
        with self._lock:
            file, self._file = self._file, None
            if file is not None:
                file.close()

    def losses(self) -> list[tuple[int, FileResult]]:
        """Of settled entries, in their order."""
        with self._lock:
            return sorted(each for each in self.lost.items() if each[0] < self.entries)

    def _apply(self, record: Record) -> None:
        match record:
            case Group():
                self.entries, self.files = record.entries, array("Q", chain.from_iterable(record.files))
                self.size, self.bytes = record.size, record.bytes
                self.folders += record.folders
                self.making.clear()
                self.names += record.names
                self.same = tuple(dict.fromkeys((*self.same, *record.same)))  # an earlier version said all each time
                self.were_there = record.were_there
                if record.again:
                    self.lost = {entry: why for entry, why in self.lost.items() if entry < record.entries}
            case Making():
                self.making[record.path] = record.name
            case Reached():
                before = self.reached
                same = before is not None and (before.entry, before.partial) == (record.entry, record.partial)
                if before is None or not same or before.size < record.size:  # two threads may say it
                    self.reached = record
            case Lost():
                self.lost[record.entry] = record.result
            case Finished():
                self.digest = record.digest
                self.names += record.names
            case GivenUp():
                self.given_up = True
            case Owned():
                self.owner = record.owner
                if record.peer:
                    self.peer, self.facts, self.address = record.peer, record.facts, record.address
                    self.accepted_in = None if record.facts is None else record.facts.id
            case Held():
                self.held = record.held
            case Noted():
                self.noted = True
            case Begun():
                pass
