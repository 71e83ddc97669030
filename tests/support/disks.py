"""Small real file systems for a test, mounted where no other process sees them; they are gone with this one."""

import ctypes
import os
import shutil
import struct
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final, Protocol

import pytest

_CLONE_NEWNS: Final = 0x20000
_SHUTDOWN, _AT_ONCE = 0x8004587D, 2  # linux/ext4.h: nothing more is written, not even what the journal still holds

# How to make one on a file, and with which options it is mounted.
MAKERS: Final = {
    "ext4": (["mkfs.ext4", "-q", "-m", "0", "-F"], "loop"),
    "ext2": (["mkfs.ext2", "-q", "-m", "0", "-F", "-b", "1024", "-N", "1000"], "loop"),
    "vfat": (["mkfs.vfat", "-F", "32"], "loop,utf8"),
    "exfat": (["mkfs.exfat"], "loop"),
    "btrfs": (["mkfs.btrfs", "-q", "-M"], "loop"),
}


_alone: list[bool] = []


class MakeDisk(Protocol):
    def __call__(self, kind: str = "tmpfs", *, mib: int = 3) -> Path: ...


def why_none() -> str:
    """Why no disk can be mounted here; empty where it can."""
    if os.name != "posix" or os.geteuid() != 0:
        return "needs root to mount file systems"
    probe = subprocess.run(
        ["unshare", "--mount", "mount", "-t", "tmpfs", "x", "/mnt"], capture_output=True, check=False
    )
    return "no mounts on this machine" if probe.returncode else ""


@pytest.fixture
def make_disk(tmp_path: Path) -> Iterator[MakeDisk]:
    """Makes disks; skips the test where this system cannot. For tests with the marker "disks"."""
    assert _alone, "without the marker they would be mounted for everybody"
    with ExitStack() as mounts:

        def make(kind: str = "tmpfs", *, mib: int = 3) -> Path:
            return mounts.enter_context(_mounted(kind, tmp_path / kind.replace(" ", "-"), mib))

        yield make


def cut_power(at: Path) -> None:
    """Of an ext4 disk of `make_disk` that nobody uses any more; it is mounted anew, without what was not durable."""
    import fcntl  # does not exist on Windows

    root = os.open(at, os.O_RDONLY)
    try:
        fcntl.ioctl(root, _SHUTDOWN, struct.pack("I", _AT_ONCE))
    finally:
        os.close(root)
    subprocess.run(["umount", at], check=True)
    subprocess.run(["mount", "-t", "ext4", "-o", "loop", str(at.with_suffix(".image")), str(at)], check=True)


def forget_inodes() -> None:
    """What a lack of memory does now and then: no file that is closed is remembered."""
    os.sync()
    for _ in range(3):  # what was used a moment ago is spared at first
        Path("/proc/sys/vm/drop_caches").write_text("3")


@contextmanager
def _mounted(kind: str, at: Path, mib: int) -> Iterator[Path]:
    at.mkdir()
    if kind == "tmpfs":
        command = ["mount", "-t", "tmpfs", "-o", f"size={mib}m", "tallystick", str(at)]
    else:
        maker, options = MAKERS[kind]
        if shutil.which(maker[0]) is None:
            pytest.skip(f"needs {maker[0]}")
        image = at.with_suffix(".image")
        with image.open("wb") as file:
            file.truncate(mib << 20)
        subprocess.run([*maker, str(image)], check=True, capture_output=True)
        command = ["mount", "-t", kind.partition(" ")[0], "-o", options, str(image), str(at)]
    mounted = subprocess.run(command, capture_output=True, text=True, check=False)
    if mounted.returncode:
        pytest.skip(f"this system cannot mount {kind}: {mounted.stderr.strip()}")
    try:
        yield at
    finally:
        subprocess.run(["umount", "--lazy", at], check=True)


def leave_the_mounts_of_others() -> None:
    """From now on this thread, and every thread and process that it starts, has mounts of its own."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(_CLONE_NEWNS):
        raise OSError(ctypes.get_errno(), "unshare")
    subprocess.run(["mount", "--make-rprivate", "/"], check=True)
    _alone.append(True)


def unmount(at: Path) -> None:
    """Nothing happens where nothing is mounted."""
    subprocess.run(["umount", "--lazy", at], check=False, capture_output=True)
