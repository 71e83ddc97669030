"""Received files, dragged from their row to wherever they are wanted: onto the desktop, into a mail."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QFileIconProvider, QWidget

from desktop_app.gui import icons


class DraggingOut(QObject):
    """Watches the mouse over a widget that does nothing with it itself. `paths`: what there is to drag now."""

    def __init__(self, widget: QWidget, paths: Callable[[], Sequence[Path]]) -> None:
        super().__init__(widget)
        self._widget, self._paths = widget, paths
        self._pressed: QPoint | None = None
        widget.installEventFilter(self)

    def show_hint(self) -> None:
        """The hand over what can be taken."""
        if self._paths():
            self._widget.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self._widget.unsetCursor()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            self._watch(event)
        return super().eventFilter(watched, event)

    def _watch(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        match event.type():
            case QEvent.Type.MouseButtonPress if event.button() is Qt.MouseButton.LeftButton:
                self._pressed = at
            case QEvent.Type.MouseButtonRelease:
                self._pressed = None
            case QEvent.Type.MouseMove if self._pressed is not None:
                if (at - self._pressed).manhattanLength() >= QApplication.startDragDistance():
                    self._pressed = None
                    self._drag()

    def _drag(self) -> None:
        paths = self._paths()
        if paths:
            drag = QDrag(self._widget)
            drag.setMimeData(as_files(paths))
            icon = QFileIconProvider().icon(QFileIconProvider.IconType.File)
            drag.setPixmap(icon.pixmap(icons.LARGE, icons.LARGE))
            drag.exec(Qt.DropAction.CopyAction)


def as_files(paths: Sequence[Path]) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data
