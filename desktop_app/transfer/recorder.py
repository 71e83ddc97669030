"""What a receipt of one transfer needs to know: told by whoever sends or receives, kept until the transfer is over.

It never stands in the way of the transfer: where the disk says no, there is no receipt, and why not is known.
"""

import threading
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from desktop_app.errors import ProfileUnusable, phrase
from desktop_app.protocol.manifest import FileResult
from desktop_app.storage.spool import Spool


@dataclass(frozen=True, slots=True)
class Recorded:
    """A delivered transfer whose entries are on the disk."""

    offer: bytes
    digest: bytes  # of END and DONE
    spool: str
    lost: int  # entries that the receiver could not keep


class Recorder:
    """Safe from any thread. Without a folder it keeps nothing."""

    def __init__(self, folder: Path | None = None, spool: str = "") -> None:
        """`spool`: the name of one that an earlier run has begun."""
        self._lock = threading.Lock()  # the writer tells of entries, the reader of what came of them
        self._spool = None if folder is None else Spool(folder, spool)
        self._problem: ProfileUnusable | None = None
        self._lost = array("I")
        self._lost_why = bytearray()
        self._offer = self._digest = b""

    def offered(self, offer: bytes) -> None:
        """The number that tells this offer from all others."""
        self._offer = offer

    def entry(self, canonical: bytes) -> None:
        """The sender's last word on the next entry, as it goes into the manifest."""
        with self._lock:
            if self._spool is not None:
                try:
                    self._spool.append(canonical)
                except ProfileUnusable as error:
                    self._problem = error.without_trace()
                    self._drop()

    @property
    def spool(self) -> Path | None:
        """Where the entries are; None where nothing is kept, or the disk failed."""
        return None if self._spool is None else self._spool.path

    def flush(self, *, durable: bool = False) -> int | None:
        """What was told is in its file, should this process be killed; its length, None where there is none."""
        with self._lock:
            if self._spool is not None:
                try:
                    return self._spool.flush(durable=durable)
                except ProfileUnusable as error:
                    self._problem = error.without_trace()
                    self._drop()
            return None

    def begins_again(self) -> None:
        """What was lost is told again."""
        with self._lock:
            self._lost, self._lost_why = array("I"), bytearray()

    def go_on_at(self, size: int, lost: Iterable[tuple[int, FileResult]] = ()) -> None:
        """Only the first `size` bytes of what was told count, and what was lost. Raises ProfileUnusable.

        `lost`: what is not known to be lost yet.
        """
        with self._lock:
            if self._spool is None:
                raise self._problem or ProfileUnusable(path="", reason=phrase("nothing was kept"))
            self._spool.go_on_at(size)
            for index, result in lost:
                self._lost.append(index)
                self._lost_why.append(result)

    def close(self) -> None:
        """What was told stays in its file, for the next run."""
        with self._lock:
            if self._spool is not None:
                self._spool.close()

    def lost(self, index: int, result: FileResult) -> None:
        """The receiver could not keep this entry; said once of each."""
        with self._lock:
            if self._spool is not None:
                self._lost.append(index)
                self._lost_why.append(result)

    def done(self, digest: bytes) -> None:
        """Both sides vouched for everything that was told."""
        self._digest = digest

    def finish(self) -> Recorded | None:
        """After the end; None where not all was told. Raises ProfileUnusable where the disk did not take it."""
        with self._lock:
            if self._problem is not None:
                raise self._problem
            spool = self._spool
            if spool is None or not self._digest:
                self._drop()
                return None
            lost = sorted(zip(self._lost, map(FileResult, self._lost_why), strict=True))
            try:
                spool.finish(lost)
            except ProfileUnusable:
                self._drop()
                raise
            self._spool = None
            return Recorded(self._offer, self._digest, spool.name, len(lost))

    def discard(self) -> None:
        """There will be no receipt."""
        with self._lock:
            self._drop()

    def _drop(self) -> None:
        if self._spool is not None:
            self._spool.discard()
            self._spool = None
        self._lost, self._lost_why = array("I"), bytearray()
