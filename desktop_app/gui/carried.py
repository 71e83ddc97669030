"""What a drag or the clipboard carries: files and folders, text, or a link that leads to no file here."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent


@dataclass(frozen=True, slots=True)
class Carried:
    paths: tuple[Path, ...] = ()
    text: str = ""
    link: bool = False

    def __bool__(self) -> bool:
        return bool(self.paths or self.text or self.link)


def carried(data: QMimeData | None) -> Carried:
    """Files before all else: a file manager says their names as text, too, and a browser a link's address."""
    if data is None:
        return Carried()
    if data.hasUrls():
        paths = tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
        return Carried(paths, link=not paths)
    text = data.text() if data.hasText() else ""
    return Carried(text=text) if text.strip() else Carried()


def welcome(event: QDropEvent) -> bool:
    """Take what hangs over us, or falls, if there is anything in it. As a copy: whoever believes that a file was moved
    away may delete it."""
    if not carried(event.mimeData()):
        return False
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
    return True
