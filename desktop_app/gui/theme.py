"""Spacing and type of the whole window, and how the application wears its colours.

Fusion with our own palettes, because setColorScheme has no effect on plain X11 and
offscreen. A widget asks `current()` while it paints, so it need not hear of a change.
"""

from enum import Enum
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

from desktop_app.gui import style_sheet
from desktop_app.gui.colours import DARK, LIGHT, Colours
from desktop_app.storage.settings import Appearance

XS: Final = 4
S: Final = 8
M: Final = 12
L: Final = 16
XL: Final = 24
RADIUS: Final = 8
ANY_HEIGHT: Final = 16_777_215  # QWIDGETSIZE_MAX: as a largest height, no limit

_CHOSEN: Final = "appearance"  # the application's property that says which
_SYSTEM: Final = "desktop-is-dark"  # another: what the desktop told besides Qt
_SCHEMES: Final = {
    Appearance.SYSTEM: Qt.ColorScheme.Unknown,
    Appearance.LIGHT: Qt.ColorScheme.Light,
    Appearance.DARK: Qt.ColorScheme.Dark,
}


class Type(Enum):
    """The type scale, as factors of the system's font size."""

    SMALL = 0.92
    BODY = 1.0
    HEADING = 1.2
    TITLE = 1.55
    CODE = 4.0


def apply(app: QApplication, appearance: Appearance = Appearance.SYSTEM) -> None:
    """Dress the application; with SYSTEM it follows the desktop. Called again, it changes what it wears."""
    hints = app.styleHints()
    if app.property(_CHOSEN) is None:
        app.setStyle("Fusion")
        hints.colorSchemeChanged.connect(lambda _: _dress(app))
    if appearance.value != app.property(_CHOSEN):
        app.setProperty(_CHOSEN, appearance.value)
        hints.setColorScheme(_SCHEMES[appearance])  # for what is not ours to paint: title bars, the desktop's dialogs
        _dress(app)


def hear_of_system(app: QApplication, scheme: Qt.ColorScheme) -> None:
    """What the desktop prefers, for where Qt does not know it itself."""
    app.setProperty(_SYSTEM, scheme is Qt.ColorScheme.Dark)
    _dress(app)


def current() -> Colours:
    """The colours that the application wears now."""
    return DARK if QApplication.palette().color(QPalette.ColorRole.Window).lightnessF() < 0.5 else LIGHT


def font(step: Type, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The system's font at one step of the scale."""
    scaled = QFont(QApplication.font())
    size = scaled.pointSizeF()
    if size > 0:
        scaled.setPointSizeF(size * step.value)
    else:
        scaled.setPixelSize(round(scaled.pixelSize() * step.value))
    scaled.setWeight(weight)
    return scaled


def letter(metrics: QFontMetrics) -> int:
    """How wide a letter is, to count widths by. The average of a Chinese font is that of its signs, twice as wide."""
    return min(metrics.averageCharWidth(), metrics.horizontalAdvance("x"))


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _dress(app: QApplication) -> None:
    chosen = Appearance(app.property(_CHOSEN))
    scheme = app.styleHints().colorScheme()
    system = scheme is Qt.ColorScheme.Dark or (scheme is Qt.ColorScheme.Unknown and bool(app.property(_SYSTEM)))
    colours = DARK if chosen is Appearance.DARK or (chosen is Appearance.SYSTEM and system) else LIGHT
    rules = style_sheet.rules(colours)
    if rules != app.styleSheet():  # it polishes every widget anew, and a desktop often tells what Qt knew already
        app.setPalette(_palette(colours))
        app.setStyleSheet(rules)


def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for target, colour in (
        (role.Window, colours.window),
        (role.Base, colours.surface),
        (role.AlternateBase, colours.window),
        (role.Button, colours.surface),
        (role.ToolTipBase, colours.surface),
        (role.WindowText, colours.text),
        (role.Text, colours.text),
        (role.ButtonText, colours.text),
        (role.ToolTipText, colours.text),
        (role.BrightText, colours.danger),
        (role.PlaceholderText, colours.muted),
        (role.Highlight, colours.accent),
        (role.Accent, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.Light, colours.surface),
        (role.Midlight, colours.line),
        (role.Mid, colours.line),
        (role.Dark, colours.outline),
        (role.Shadow, colours.line),
    ):
        palette.setColor(target, QColor(colour))
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(colours.muted))
    return palette


def _luminance(colour: str) -> float:
    value = QColor(colour)

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(value.redF()) + 0.7152 * linear(value.greenF()) + 0.0722 * linear(value.blueF())
