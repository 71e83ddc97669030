"""The cards of Nearby: buttons that show a picture, a name and a line, and take dropped files."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop_app.events import Device, RememberedDevice
from desktop_app.gui import icons, plain, theme, trust_text
from desktop_app.gui.carried import carried, welcome
from desktop_app.gui.colours import Colours
from desktop_app.gui.icons import Tone
from desktop_app.gui.keyboard_place import ENTER
from desktop_app.transport.address import Address

_WIDTH: Final = 47  # in average characters: who a device probably is, since when, fits for most names


class Tile(QAbstractButton):
    """One card. Enter works like Space, as on every card people know."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._line, self._icon = "", "", "device"
        self._line_tone: Tone = "muted"
        self._badge = ""
        self._faint = False
        self._dashed = False
        self._target = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font(theme.Type.BODY))
        lines = metrics.height() + QFontMetrics(theme.font(theme.Type.SMALL)).height() + theme.XS
        name = QFontMetrics(theme.font(theme.Type.BODY, QFont.Weight.DemiBold)).horizontalAdvance(self._name)
        width = theme.letter(metrics) * _WIDTH
        if self._dashed:
            width = max(width, name + icons.LARGE + theme.M + 2 * theme.L + theme.XS)
        return QSize(width, max(icons.LARGE, lines) + 2 * theme.L)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter, colours)
        inner = self.rect().adjusted(theme.L, theme.L, -theme.L, -theme.L)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = inner.right() - icons.LARGE + 1 if mirrored else inner.left()
        picture = QRectF(x, inner.center().y() - icons.LARGE / 2 + 0.5, icons.LARGE, icons.LARGE)
        icons.paint(painter, self._icon, "muted" if self._faint or self._dashed else "text", picture)
        side = icons.LARGE + theme.M
        text = inner.adjusted(0, 0, -side, 0) if mirrored else inner.adjusted(side, 0, 0, 0)
        self._paint_text(painter, colours, QRectF(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def _paint_frame(self, painter: QPainter, colours: Colours) -> None:
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        active = self._target or self.hasFocus()
        edge = colours.accent if active else colours.outline if self.underMouse() or self._dashed else colours.line
        pen = QPen(QColor(edge), 2 if active else 1)
        if self._dashed and not active:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        pressed = self.isDown() or self._target
        fill = colours.accent_soft if pressed else colours.window if self._dashed else colours.surface
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(box, theme.RADIUS, theme.RADIUS)

    def _paint_text(self, painter: QPainter, colours: Colours, area: QRectF) -> None:
        bold, small = theme.font(theme.Type.BODY, QFont.Weight.DemiBold), theme.font(theme.Type.SMALL)
        name_metrics, line_metrics = QFontMetrics(bold), QFontMetrics(small)
        gap = theme.XS if self._line else 0
        height = name_metrics.height() + gap + (line_metrics.height() if self._line else 0)
        top = area.center().y() - height / 2
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        align = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(bold)
        painter.setPen(QColor(colours.muted if self._faint else colours.text))
        row = QRectF(area.left(), top, area.width(), name_metrics.height())
        painter.drawText(row, align, plain.elide(plain.isolated(self._name), name_metrics, int(area.width())))
        if not self._line:
            return
        row = QRectF(area.left(), row.bottom() + gap, area.width(), line_metrics.height())
        if self._badge:
            size = line_metrics.height()
            spot = QRectF(row.right() - size if mirrored else row.left(), row.top(), size, size)
            icons.paint(painter, self._badge, self._line_tone, spot)
            shift = size + theme.XS
            row = row.adjusted(0, 0, -shift, 0) if mirrored else row.adjusted(shift, 0, 0, 0)
        painter.setFont(small)
        painter.setPen(QColor(getattr(colours, self._line_tone)))
        painter.drawText(row, align, self._fitting_line(line_metrics, int(row.width())))

    def _fitting_line(self, metrics: QFontMetrics, width: int) -> str:
        return plain.elide(self._line, metrics, width)


class DeviceCard(Tile):
    """A device. The check mark stands for a live verified session and for nothing else.

    Signals: dropped(Carried).
    """

    dropped = Signal(object)

    def __init__(self, device: Device, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"card-{device.id}")
        self.setAcceptDrops(True)
        self.show_device(device)

    @property
    def device(self) -> Device:
        return self._device

    @property
    def name(self) -> str:
        """What it is called on the screen."""
        return self._name

    def show_device(self, device: Device, apart: str = "") -> None:
        """`apart`: by what it is told apart from another one of the same name."""
        self._device, self._apart = device, apart
        self._probable = _probable(device, apart)
        self._name = device_name(device)
        self._icon = icons.for_platform(device.platform)
        self._faint = device.away or (device.stale and device.session is None)
        self._badge = "verified" if device.session is not None else ""
        self._line_tone = "accent" if device.session is not None else "muted"
        self._line = self._describe(device, apart)
        self.setAccessibleName(f"{self._name}, {self._line}")
        use = self.tr("Drop files here, or click to choose them.")
        self.setAccessibleDescription(use)
        self.setToolTip(plain.for_tooltip("\n".join((self._name, self._line, *device.addresses, use))))
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_device(self._device, self._apart)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if welcome(event):
            self._set_target(on=True)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        welcome(event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._set_target(on=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._set_target(on=False)
        if welcome(event):
            self.dropped.emit(carried(event.mimeData()))

    def _fitting_line(self, metrics: QFontMetrics, width: int) -> str:
        """The name of whom it probably is gives way, before what is said about it does."""
        if self._probable is None or metrics.horizontalAdvance(self._line) <= width:
            return super()._fitting_line(metrics, width)
        known, words = self._probable
        room = width - metrics.horizontalAdvance(words(""))
        name = plain.elide(plain.isolated(known.name), metrics, max(0, room), Qt.TextElideMode.ElideRight)
        return plain.elide(words(name), metrics, width)

    def _set_target(self, *, on: bool) -> None:
        self._target = on
        self.update()

    def _describe(self, device: Device, apart: str) -> str:
        if self._probable is not None:
            known, words = self._probable
            return words(plain.isolated(known.name))
        if device.session is not None and device.remembered is not None:
            state = self.tr("Verified · remembered")
        elif device.session is not None:
            state = self.tr("Verified")
        elif device.away:
            address = plain.isolated(device.addresses[0]) if device.addresses else ""
            return self.tr("Not seen · was at {address}").format(address=address)
        elif device.stale:
            state = self.tr("Not answering")
        else:
            state = {"linux": "Linux", "windows": "Windows", "macos": "macOS"}.get(device.platform, "")
        address = apart or ("" if state or not device.addresses else device.addresses[0])
        return " · ".join(part for part in (state, plain.isolated(address) if address else "") if part)


_Probable = tuple[RememberedDevice, Callable[[str], str]]


def _probable(device: Device, apart: str) -> _Probable | None:
    """Whom the network hints at, and that in words around the name given to them."""
    known = device.remembered
    if known is None or device.session is not None or device.stale or device.away:
        return None
    if apart:
        return known, lambda name: trust_text.probably_at(apart, name)
    return known, lambda name: trust_text.probably(known, name)


class AddressCard(Tile):
    """Always the last card: a computer that was not found can be reached by its address."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card-address")
        self._icon = "address"
        self._dashed = True
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        self._name = self.tr("Connect by address…")
        self.setAccessibleName(self._name)
        self.updateGeometry()
        self.update()


def device_name(device: Device) -> str:
    """What to call a device on screen; whom it is probably, or its address, where it has no name."""
    known = device.remembered.name if device.remembered is not None else ""
    return plain.visible(device.name or known) or (device.addresses[0] if device.addresses else device.id)


def told_apart(devices: Sequence[Device]) -> list[str]:
    """By what each is told apart from others of its name: its address, with the port where that is the same too; empty
    where the name does."""
    names = Counter(device_name(device).casefold() for device in devices)
    places = Counter((device_name(device).casefold(), device.addresses[:1]) for device in devices)

    def apart(device: Device) -> str:
        name, address = device_name(device).casefold(), device.addresses[:1]
        if not address or names[name] < 2:
            return ""
        return str(Address(address[0], device.port)) if places[name, address] > 1 else address[0]

    return [apart(device) for device in devices]
