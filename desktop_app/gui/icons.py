"""Our own SVG icons, drawn in a colour of the theme at the moment of painting."""

from functools import lru_cache
from typing import Final, Literal

from PySide6.QtCore import QByteArray, QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop_app import resource_files
from desktop_app.gui import theme

Tone = Literal["text", "muted", "accent", "danger", "warning", "on_accent", "outline"]

FOLDER: Final = resource_files.ICONS
SMALL: Final = 16
NORMAL: Final = 20
LARGE: Final = 32


def application_icon() -> QIcon:
    return QIcon(str(FOLDER / "tallystick.svg"))


def paint(painter: QPainter, name: str, tone: Tone, into: QRectF) -> None:
    """Draw an icon; crisp at every scale because nothing is kept as pixels."""
    _renderer(name, getattr(theme.current(), tone)).render(painter, into)


def for_platform(platform: str) -> str:
    """The icon of a device: it says what the device claims to be, nothing about trust."""
    return f"device-{platform}" if platform in {"linux", "windows", "macos"} else "device"


class IconView(QWidget):
    """A still icon beside a text that already says the same."""

    def __init__(self, name: str, tone: Tone = "text", size: int = NORMAL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._tone = name, tone
        self.setFixedSize(size, size)

    def show_icon(self, name: str, tone: Tone) -> None:
        self._name, self._tone = name, tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint(QPainter(self), self._name, self._tone, QRectF(self.rect()))


class ButtonIcon(QObject):
    """Keeps a button's icon in the colours of the theme. Owned by the button."""

    def __init__(self, button: QAbstractButton, name: str, tone: Tone = "text", size: int = NORMAL) -> None:
        super().__init__(button)
        self._button, self._name, self._tone, self._size = button, name, tone, size
        button.setIconSize(QSize(size, size))
        button.installEventFilter(self)
        self._draw()

    def show_icon(self, name: str, tone: Tone = "text") -> None:
        self._name, self._tone = name, tone
        self._draw()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
        return False

    def _draw(self) -> None:
        icon = QIcon()
        tones: tuple[tuple[QIcon.Mode, Tone], ...] = (
            (QIcon.Mode.Normal, self._tone),
            (QIcon.Mode.Disabled, "muted"),
        )
        for mode, tone in tones:
            for scale in (1, 2, 3):
                icon.addPixmap(_pixmap(self._name, tone, self._size, scale), mode)
        self._button.setIcon(icon)


def _pixmap(name: str, tone: Tone, size: int, scale: int) -> QPixmap:
    pixmap = QPixmap(size * scale, size * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint(painter, name, tone, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = (FOLDER / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    return QSvgRenderer(QByteArray(drawing.encode()))
