"""Every window says everything anew when the language changes while it is open: each state that is pictured does."""

import html
import re
from collections.abc import Callable, Iterator

import pytest
from pictured_stage import LONG, Stage
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTranslator
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QWidget,
)
from screenshots import STATES, hundred

from desktop_app.gui import language, theme
from desktop_app.gui.language import NAMES as NAMES_OF_LANGUAGES
from desktop_app.gui.plain import Elided, TwoLines
from desktop_app.gui.tile import Tile
from desktop_app.storage.settings import Appearance, Language

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No such signal .*systemTray", extend=True)

State = Callable[[Stage], QWidget]
MARK = "⟦"
NAMES = re.compile(
    "|".join(
        map(
            re.escape,
            (
                *(LONG, "Kitchen PC", "Grace's MacBook", "Ada's laptop", "Studio", "Living room", "Attic two", "Attic"),
                *("Mum's computer", "Grandmother's", "Desk", "Linux", "Windows", "macOS", "Tallystick"),
                *("holiday", "notes.txt", "<b>notes</b> & more.txt", "picture", "setup.exe", "Ω — “café”?.txt", "src"),
                *("data.bin", "jpg", "/home/ada/Downloads", "fe80::1c2a:44ff:fe8b:90d1%eth0"),
                *("AES-256-GCM", "X25519", "ML-KEM-768", "<b>4821 0973</b>", "Oct", "TB", "GB", "MB", "kB"),
                *NAMES_OF_LANGUAGES.values(),
            ),
        )
    )
)
"""What is nobody's to translate."""


class Marked(QTranslator):
    """A language in which every word of ours can be told from a name."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, _context: str, source: str, _comment: str | None = None, _n: int = -1) -> str:
        return f"{MARK}{source}⟧"


def _seen() -> Iterator[tuple[str, str]]:
    """Every text on the screen and every one that is read aloud, each with where it is."""
    for top in QApplication.topLevelWidgets():
        for widget in (top, *top.findChildren(QWidget)):
            if widget.isVisible():
                yield from ((text, f"{type(widget).__name__} {widget.objectName()}") for text in _of(widget) if text)


def _of(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    if widget.isWindow():
        yield widget.windowTitle()
    match widget:
        case Elided() | TwoLines():
            yield widget.whole
        case QLabel():
            yield widget.text()
        case Tile():
            yield from (widget._name, widget._line)
        case QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield widget.placeholderText()
        case QComboBox():
            yield from (widget.itemText(place) for place in range(widget.count()))
        case QMenu():
            yield from (action.text() for action in widget.actions())
        case QAbstractItemView() if widget.model() is not None:
            face = QAccessible.queryAccessibleInterface(widget)
            yield from (face.child(place).text(QAccessible.Text.Name) for place in range(min(12, face.childCount())))


@pytest.mark.parametrize("state", [state for state in STATES if state is not hundred], ids=lambda state: state.__name__)
def test_what_is_open_speaks_another_language_at_once_and_english_again(state: State, spoken: Marked) -> None:
    stage = Stage()
    _shown = state(stage)  # what nobody else holds would be gone
    _settle()
    QApplication.installTranslator(spoken)
    _settle()
    assert {f"{where}: {text}" for text, where in _seen() if _is_english(text)} == set()
    assert any(MARK in text for text, _ in _seen())
    QApplication.removeTranslator(spoken)
    _settle()
    assert {f"{where}: {text}" for text, where in _seen() if MARK in text} == set()


@pytest.fixture
def spoken(qapp: QApplication) -> Iterator[Marked]:
    language.speak(qapp, Language.ENGLISH)
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    theme.apply(qapp, Appearance.LIGHT)
    marked = Marked(qapp)
    yield marked
    qapp.removeTranslator(marked)
    for top in qapp.topLevelWidgets():
        top.hide()
        top.deleteLater()
    _settle()


def _is_english(text: str) -> bool:
    shown = re.sub("</?span>", "", html.unescape(text))
    return MARK not in text and any(character.isalpha() for character in NAMES.sub("", shown))


def _settle() -> None:
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
