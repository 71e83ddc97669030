"""What the tests of the receiving side do again and again."""

from pathlib import Path

from desktop_app.protocol.manifest import Entry, EntryKind
from desktop_app.storage.destination import Destination
from desktop_app.storage.names import PARTIAL_PREFIX, ReceivedPath
from desktop_app.storage.partial import PartialFile

MTIME = 1_600_000_000 * 10**9


def receive(to: Destination, text: str, content: bytes, *, mtime: int = MTIME, executable: bool = False) -> PartialFile:
    path = ReceivedPath.parse(text)
    file = to.create(path, Entry(text, EntryKind.FILE, len(content), mtime, executable))
    file.write(memoryview(content))
    return file


def make_folder(to: Destination, text: str, mtime: int = MTIME) -> None:
    to.folder(ReceivedPath.parse(text), mtime)


def below(folder: Path) -> dict[str, bytes]:
    """All files that a person would see."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not str(path.relative_to(folder)).startswith(PARTIAL_PREFIX)
    }


def partial_directories(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.name.startswith(PARTIAL_PREFIX)]
