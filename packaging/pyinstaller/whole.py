"""Is the packaged program as it was made? Looked at before anything of it is imported, with the standard library alone.

Not against an attacker, who would write this list, too; against half an update, a bad disk and a cleaner of viruses.
"""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

LIST: Final = Path("_internal", "files.txt")  # digest, size and name of each, and at its end its own digest
_END: Final = 65
SENTENCE: Final = "This installation of Tallystick is damaged: {damage}."
ADVICE: Final = "Please install it again."


def write_list(bundle: Path) -> None:
    """Of every file that is there, at the end of the build."""
    (bundle / LIST).unlink(missing_ok=True)
    files = sorted(path for path in bundle.rglob("*") if path.is_file() and not path.is_symlink())
    lines = [f"{_digest(path)} {path.stat().st_size:>9} {path.relative_to(bundle).as_posix()}\n" for path in files]
    listed = "".join(lines).encode()
    (bundle / LIST).write_bytes(listed + _end(listed))


def problems(bundle: Path, *, thoroughly: bool = False) -> Iterator[str]:
    """What is missing or of another size, or, which takes a good part of a second, of another content."""
    try:
        content = (bundle / LIST).read_bytes()
    except OSError:
        yield f"{bundle / LIST} is missing"
        return
    listed, end = content[:-_END], content[-_END:]
    if end != _end(listed):
        yield f"{bundle / LIST} is not what it was"
        return
    for line in listed.decode().splitlines():
        digest, size, name = line.split(maxsplit=2)
        path = bundle / name
        try:
            if os.stat(path).st_size != int(size) or (thoroughly and _digest(path) != digest):  # noqa: PTH116  quicker
                yield f"{path} is not what it was"
        except OSError:
            yield f"{path} is missing"


def _end(listed: bytes) -> bytes:
    return f"{hashlib.sha256(listed).hexdigest()}\n".encode()


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
