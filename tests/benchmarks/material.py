"""What is sent: one large file, a very large one, or many small ones."""

import os
from pathlib import Path

MIB = 2**20
FOLDERS = 100
SMALL = 4096
EMPTY_IN_FOLDER = 1000


def one_file(root: Path, mebibytes: int) -> Path:
    """A folder with one file of random bytes."""
    root.mkdir()
    with (root / "large.bin").open("wb") as file:
        for _ in range(mebibytes):
            file.write(os.urandom(MIB))
    return root


def hollow_file(root: Path, mebibytes: int) -> Path:
    """A folder with one file of zeros that takes no room."""
    root.mkdir()
    with (root / "large.bin").open("wb") as file:
        file.truncate(mebibytes * MIB)
    return root


def empty_files(root: Path, entries: int) -> Path:
    """Files without a byte, a thousand in a folder; with the folders so many entries."""
    folders = -(-(entries - 1) // (EMPTY_IN_FOLDER + 1))
    for number in range(entries - 1 - folders):
        if number % EMPTY_IN_FOLDER == 0:
            folder = root / f"folder {number // EMPTY_IN_FOLDER:04}"
            folder.mkdir(parents=True)
        os.close(os.open(folder / f"empty {number:07}", os.O_CREAT | os.O_EXCL, 0o644))
    return root


def many_files(root: Path, count: int) -> Path:
    """`count` files of 4 KiB in a hundred folders."""
    for number in range(count):
        folder = root / f"folder {number % FOLDERS:02}"
        if number < FOLDERS:
            folder.mkdir(parents=True)
        (folder / f"file {number:05}.bin").write_bytes(os.urandom(SMALL))
    return root


def size(root: Path) -> int:
    return sum(path.stat().st_size for path in root.rglob("*") if path.is_file())


def same(one: Path, other: Path) -> bool:
    """Whether two folders hold the same files, empty folders and bytes."""
    names = sorted(path.relative_to(one) for path in one.rglob("*"))
    if names != sorted(path.relative_to(other) for path in other.rglob("*")):
        return False
    return all(_same_bytes(one / name, other / name) for name in names if (one / name).is_file())


def _same_bytes(one: Path, other: Path) -> bool:
    if one.stat().st_size != other.stat().st_size:
        return False
    with one.open("rb") as left, other.open("rb") as right:
        while piece := left.read(MIB):
            if piece != right.read(MIB):
                return False
    return True


def warm_memory(folder: Path, size: int) -> None:
    """Write `size` bytes, best many more than will be copied, to a file in `folder` and delete it: that memory is free.

    A virtual machine hands freed memory back to its host within seconds, and taking it again can cost more
    than the whole copy. So every contender starts right after this.
    """
    scratch = folder / "scratch"
    piece = bytes(MIB)
    with scratch.open("wb", buffering=0) as file:
        for _ in range(size // MIB):
            file.write(piece)
    scratch.unlink()
