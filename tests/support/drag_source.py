"""What a file manager is to a window beside it: files that can be dragged out of it or copied, and a place for others.

A window of one colour, in a process of its own. Dragging from anywhere in it drags the files; Ctrl+C copies
them. On stdout, one JSON object a line: {"window": 4194309}, which is its number on the screen, then for
each drag {"dropped": true}, or false where nobody took them, for each copy {"copied": true}, and for what is dropped
on it {"over": true} and {"got": ["/home/ada/film.mp4"]}.
Run: python -m tests.support.drag_source X Y PATH...
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QApplication, QWidget


class Source(QWidget):
    def __init__(self, paths: list[Path]) -> None:
        super().__init__()
        self._paths = paths
        self._dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self, self._copy)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragging or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        self._dragging = True
        drag = QDrag(self)
        drag.setMimeData(self._data())
        done = drag.exec(Qt.DropAction.CopyAction)
        self._dragging = False
        say(dropped=done is not Qt.DropAction.IgnoreAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.source() is not self:
            event.acceptProposedAction()
            say(over=True)

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        say(got=[url.toLocalFile() for url in event.mimeData().urls()])

    def _copy(self) -> None:
        QGuiApplication.clipboard().setMimeData(self._data())
        say(copied=True)

    def _data(self) -> QMimeData:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in self._paths])
        return data


def say(**facts: object) -> None:
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


def main(x: str, y: str, *paths: str) -> int:
    app = QApplication(sys.argv[:1])
    source = Source([Path(path) for path in paths])
    source.setGeometry(int(x), int(y), 160, 80)
    source.show()
    source.windowHandle().requestActivate()
    say(window=int(source.winId()))
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
