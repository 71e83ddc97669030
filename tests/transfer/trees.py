"""Folders to send, and what is left of them on the other side."""

import os
from pathlib import Path

from tests.support import ledger

PAST = 1_600_000_000 * 10**9


def write(path: Path, content: bytes, *, mtime: int | None = None) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    ledger.written(content)
    if mtime is not None:
        os.utime(path, ns=(mtime, mtime))
    return path


def film(path: Path, size: int = 2 << 30) -> Path:
    """A file that takes a while and no room on this disk."""
    with path.open("wb") as file:
        file.truncate(size)
    return path


def tree(root: Path, but: str = "") -> dict[str, tuple[str, bytes, int]]:
    """Everything below `root` but what has this name there: kind, content and time of change by relative path."""
    return {
        str(path.relative_to(root)): (
            "folder" if path.is_dir() else "file",
            b"" if path.is_dir() else path.read_bytes(),
            path.stat().st_mtime_ns,
        )
        for path in sorted(root.rglob("*"))
        if path.relative_to(root).parts[0] != but
    }
