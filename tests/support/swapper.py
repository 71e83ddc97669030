"""A local process that pulls the ground away under whoever writes to a folder.

    python -m tests.support.swapper FOLDER OUTSIDE SEED

It swaps folders for links to OUTSIDE and back, moves them to FOLDER.stolen, deletes and replaces them, files with
numbers for names included, and puts links where names may come to be. "." on its output for each hundred swaps.
Now and then it rests for a moment, or nothing would ever come through. It ends with its input.
"""

import contextlib
import ctypes
import os
import random
import select
import sys
import time
from collections.abc import Callable
from pathlib import Path

_EXCHANGE = 2  # renameat2(2)
_AT_FDCWD = -100
_BURST = 10  # hundreds of swaps
_REST = 1.0  # seconds, at most


def exchange(a: Path, b: Path) -> None:
    """Their names, in one step. Raises OSError."""
    call = ctypes.CDLL(None, use_errno=True).renameat2
    if call(_AT_FDCWD, os.fsencode(a), _AT_FDCWD, os.fsencode(b), _EXCHANGE):
        raise OSError(ctypes.get_errno(), "exchange")


class Swapper:
    def __init__(self, folder: Path, outside: Path, seed: int) -> None:
        self.folder, self.outside = folder, outside
        self.random = random.Random(seed)
        self.stolen = folder.with_name(folder.name + ".stolen")
        self.stolen.mkdir(exist_ok=True)
        self.done = 0
        self.numbers = iter(range(1 << 60))
        self.link = folder.with_name(folder.name + ".link")
        self.link.symlink_to(outside)

    def folders(self) -> list[Path]:
        """Some of those that are in there: somebody who could replace the folder itself is its owner."""
        found = [self.folder]
        for _ in range(3):
            with contextlib.suppress(OSError):
                entries = [each for each in os.scandir(found[-1]) if each.is_dir(follow_symlinks=False)]
                if entries:
                    found.append(Path(self.random.choice(entries).path))
        return found[1:]

    def swap(self) -> None:
        """For a link, for a moment."""
        target = self.random.choice(self.folders())
        for _ in range(4):
            exchange(target, self.link)
            self.done += 1

    def steal(self) -> None:
        """Away, a link in its place, and perhaps back."""
        target, away = self.random.choice(self.folders()), self.stolen / str(next(self.numbers))
        target.rename(away)
        target.symlink_to(self.outside)
        if self.random.random() < 0.7:
            target.unlink()
            away.rename(target)

    def replace(self) -> None:
        """By a folder that holds something."""
        target, away = self.random.choice(self.folders()), self.stolen / str(next(self.numbers))
        target.rename(away)
        target.mkdir()
        (target / "decoy").write_bytes(b"decoy")

    def remove(self) -> None:
        """A file with a number, or an empty folder."""
        folder = self.random.choice([self.folder, *self.folders()])
        entry = Path(self.random.choice(list(os.scandir(folder))).path)
        if entry.is_dir() and not entry.is_symlink():
            entry.rmdir()
        else:
            entry.unlink()

    def plant(self) -> None:
        """A link where a name may come to be, and one in the place of a file that arrives."""
        folder = self.random.choice([self.folder, *self.folders()])
        name = self.random.choice(("album", "0", "1", "2", "3", "file 3", "film"))
        path = folder / name
        if self.random.random() < 0.5:
            with contextlib.suppress(OSError):
                path.unlink()
        path.symlink_to(self.outside / self.random.choice(("precious", "not there", "folder")))

    def run(self) -> None:
        ways: list[Callable[[], None]] = [self.swap] * 8 + [self.steal, self.replace, self.remove, self.plant]
        told = 0
        while not select.select([sys.stdin], [], [], 0)[0]:
            with contextlib.suppress(OSError, IndexError):
                self.random.choice(ways)()
                self.done += 1
            if self.done // 100 > told:
                print("." * (self.done // 100 - told), end="", flush=True)
                told = self.done // 100
                if told % _BURST == 0:
                    time.sleep(self.random.random() * _REST)


if __name__ == "__main__":
    Swapper(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])).run()
