"""How much of a disk a transfer may take: what is free, less a reserve, less what other transfers were promised.

Whoever accepts two offers has accepted both: the second is held against what the first will still take. While a
transfer writes, only the reserve counts: what another one will need later must not stop it now.
"""

import threading
from typing import Final

from desktop_app.errors import NotEnoughSpace, Size
from desktop_app.protocol import limits
from desktop_app.storage.directory import Directory
from desktop_app.storage.disk_errors import BLOCK

# Kept free: a desktop whose disk is full to the last byte stops working, and names, inodes and journal
# take room beside the bytes that an offer counts.
RESERVE: Final = 64 * limits.MIB

STEP: Final = 8 * limits.MIB  # written between two looks at the disk: a network folder answers slowly
_ENOUGH_TO_GO_ON: Final = 64 * limits.MIB


class Promises:
    """What accepted transfers will still take, of all disks. Safe from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._rooms: set[Room] = set()

    def free(self, directory: Directory, *, besides: "Room | None" = None) -> int:
        """Bytes that may still be promised here, to a transfer that has `besides` already. Raises OSError."""
        device = directory.identity[0]
        with self._lock:
            left = sum(room.left for room in self._rooms if room.device == device and room is not besides)
        return max(0, directory.free() - RESERVE - left)

    def add(self, room: "Room") -> None:
        with self._lock:
            self._rooms.add(room)

    def drop(self, room: "Room") -> None:
        with self._lock:
            self._rooms.discard(room)


class Room:
    """The part of one disk that one accepted transfer takes. One thread at a time, but for `left`."""

    def __init__(self, directory: Directory, promises: Promises, total: int) -> None:
        self.device: Final = directory.identity[0]
        self.left = total  # of what was promised
        self._directory, self._promises = directory, promises
        self._known = 0  # bytes that were seen to be free and not asked for since
        self._full = False
        promises.add(self)

    def check(self, occupied: int = 0, spare: int = 0) -> None:
        """Whether the promise can be kept. Made before it is checked: of two at once none overlooks the other.

        `occupied`: what it has taken of the disk already. `spare`: what has to stay free besides. Raises
        NotEnoughSpace, and OSError.
        """
        free, needed = self._promises.free(self._directory, besides=self), max(0, self.left - occupied) + spare
        if needed > free:
            raise NotEnoughSpace(needed=Size(needed), free=Size(free))

    def ask(self, size: int) -> None:
        """Before something of this size is begun. Raises NotEnoughSpace, and OSError."""
        size = max(size, BLOCK)
        if size <= self._known:
            self._known -= size
            return
        free = self._surplus()
        if size > free:
            self._known = 0
            raise NotEnoughSpace(needed=Size(size), free=Size(max(0, free)))
        self._known = min(free - size, STEP)

    def ask_to_go_on(self, rest: int) -> None:
        """Amid a file for which nothing could be reserved. Raises NotEnoughSpace, and OSError."""
        free = self._surplus()
        if free < (min(rest, _ENOUGH_TO_GO_ON) if self._full else 0):
            self._full = True
            raise NotEnoughSpace(needed=Size(rest), free=Size(max(0, free)))
        self._full = False

    def take(self, size: int) -> None:
        """So much of the promise is on the disk now, or will not be needed."""
        self.left = max(0, self.left - size)

    def close(self) -> None:
        """Nothing more is taken; may be called twice."""
        self._promises.drop(self)

    def _surplus(self) -> int:
        return self._directory.free() - RESERVE
