"""Contrast by the formula, icons by drawing them."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jeepney import DBusAddress
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.gui import icons, style_sheet, theme
from desktop_app.gui.colours import DARK, LIGHT, Colours
from desktop_app.gui.guest import Guest
from desktop_app.gui.message_bus import MessageBus
from desktop_app.storage.settings import Appearance, Settings
from tests.gui.conftest import Stage
from tests.support.desktop_bus import Service

SOURCES = Path(theme.__file__).parent


@pytest.mark.parametrize("colours", [LIGHT, DARK])
@pytest.mark.parametrize(
    ("text", "background"),
    [
        *(
            (text, ground)
            for text in ("text", "muted", "accent", "danger", "warning")
            for ground in ("window", "surface")
        ),
        ("on_accent", "accent"),
        ("on_danger", "danger"),
        ("text", "accent_soft"),
        ("text", "danger_soft"),
        ("text", "warning_soft"),
        ("accent", "accent_soft"),
        ("danger", "danger_soft"),
        ("warning", "warning_soft"),
        ("muted", "accent_soft"),  # the second line of a row that is chosen, and the window while files hang over it
        ("danger", "accent_soft"),
        ("warning", "accent_soft"),
        ("text", "line"),
    ],
)
def test_text_can_be_read(colours: Colours, text: str, background: str) -> None:
    assert theme.contrast(getattr(colours, text), getattr(colours, background)) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_what_a_rule_puts_together_can_be_read(colours: Colours) -> None:
    rules = re.findall(r"([^{}]+)\{([^}]*)\}", style_sheet.rules(colours))
    pairs = {
        selector.strip(): (text[1], ground[1])
        for selector, body in rules
        if (text := re.search(r"(?<![-\w])color: (#\w+)", body)) and (ground := re.search(r"background: (#\w+)", body))
    }
    assert len(pairs) >= 8
    assert {name: pair for name, pair in pairs.items() if theme.contrast(*pair) < 4.5} == {}


@pytest.mark.parametrize("colours", [LIGHT, DARK])
@pytest.mark.parametrize("edge", ["outline", "accent"])
def test_controls_can_be_told_from_what_they_stand_on(colours: Colours, edge: str) -> None:
    for ground in ("window", "surface"):
        assert theme.contrast(getattr(colours, edge), getattr(colours, ground)) >= 3


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
def test_what_is_to_be_typed_can_be_read(qtbot: QtBot, qapp: QApplication, appearance: Appearance) -> None:
    theme.apply(qapp, appearance)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.ensurePolished()
    assert field.palette().color(QPalette.ColorRole.PlaceholderText).alpha() == 255
    assert (
        theme.contrast(field.palette().color(QPalette.ColorRole.PlaceholderText).name(), theme.current().surface) >= 4.5
    )


def test_a_letter_is_no_wider_in_a_font_whose_signs_are() -> None:
    class Chinese(QFontMetrics):
        def averageCharWidth(self) -> int:
            return 2 * super().averageCharWidth()

    latin = QFontMetrics(QApplication.font())
    assert theme.letter(latin) == latin.averageCharWidth()
    assert theme.letter(Chinese(QApplication.font())) <= latin.horizontalAdvance("x")


def test_the_contrast_formula_is_wcag() -> None:
    assert theme.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert theme.contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)


@pytest.mark.parametrize("file", sorted(icons.FOLDER.glob("*.svg")), ids=lambda file: file.stem)
def test_every_icon_draws_something(file: Path) -> None:
    image = QImage(48, 48, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    icons.paint(painter, file.stem, "text", QRectF(0, 0, 48, 48))
    painter.end()
    assert any(image.pixelColor(x, y).alpha() for x in range(48) for y in range(48))


def test_every_icon_asked_for_exists() -> None:
    asked = set()
    for source in SOURCES.glob("*.py"):
        asked |= set(re.findall(r'(?:IconView|ButtonIcon|show_icon)\((?:\w+, )?"([a-z-]+)"', source.read_text()))
    assert len(asked) > 10
    assert {name for name in asked if not (icons.FOLDER / f"{name}.svg").exists()} == set()


def test_translated_texts_are_literals() -> None:
    """lupdate reads literals; anything else would never be found in a catalogue."""
    for source in SOURCES.glob("*.py"):
        assert not re.search(r"\btr\(\s*(?!\s*[\"'])", source.read_text()), source.name
        assert not re.search(r"\btr\(\s*f[\"']", source.read_text()), source.name


@pytest.fixture
def undressed(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    theme.hear_of_system(qapp, Qt.ColorScheme.Unknown)
    theme.apply(qapp, Appearance.LIGHT)


def test_what_the_person_chose_is_worn_at_once(undressed: QApplication, stage: Stage) -> None:
    guest = Guest(undressed, stage.engine, stage.window)
    stage.engine.emit = guest.handle
    for chosen, colours in ((Appearance.DARK, DARK), (Appearance.LIGHT, LIGHT), (Appearance.DARK, DARK)):
        stage.engine.change_settings(appearance=chosen)
        assert theme.current() is colours
        assert stage.window.grab().toImage().pixelColor(2, 200).name() == colours.window


def test_the_desktop_is_followed_until_the_person_chooses(
    undressed: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    hints = undressed.styleHints()
    scheme = Qt.ColorScheme.Dark
    monkeypatch.setattr(type(hints), "colorScheme", lambda _self: scheme)
    theme.apply(undressed, Appearance.SYSTEM)
    assert theme.current() is DARK
    scheme = Qt.ColorScheme.Light
    hints.colorSchemeChanged.emit(scheme)
    assert theme.current() is LIGHT
    theme.apply(undressed, Appearance.LIGHT)
    scheme = Qt.ColorScheme.Dark
    hints.colorSchemeChanged.emit(scheme)
    assert theme.current() is LIGHT


@pytest.mark.skipif(os.name != "posix", reason="a bus of freedesktop's")
def test_where_qt_does_not_know_the_portal_does(
    undressed: QApplication, stage: Stage, address: str, qtbot: QtBot
) -> None:
    place = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop")
    portal = Service(address, *place, {"Read": lambda _: ("v", (("v", ("u", 1)),))})
    portal._place = DBusAddress(place[1], interface="org.freedesktop.portal.Settings")
    stage.engine.settings = Settings(appearance=Appearance.SYSTEM)
    guest = Guest(undressed, stage.engine, stage.window, bus=MessageBus(address))
    qtbot.waitUntil(lambda: theme.current() is DARK)
    assert portal.called("Read")[0].body == ("org.freedesktop.appearance", "color-scheme")
    portal.tell("SettingChanged", "ssv", ("org.freedesktop.appearance", "color-scheme", ("u", 2)))
    qtbot.waitUntil(lambda: theme.current() is LIGHT)
    portal.tell("SettingChanged", "ssv", ("org.freedesktop.appearance", "accent-color", ("u", 1)))
    portal.tell("SettingChanged", "ssv", ("org.freedesktop.appearance", "color-scheme", ("u", 1)))
    qtbot.waitUntil(lambda: theme.current() is DARK)
    stage.engine.emit = guest.handle
    stage.engine.change_settings(appearance=Appearance.LIGHT)
    assert theme.current() is LIGHT
    guest.close()
    portal.close()


def test_nothing_is_dressed_again_in_what_it_wears(undressed: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    theme.apply(undressed, Appearance.LIGHT)
    dressed: list[str] = []
    monkeypatch.setattr(undressed, "setStyleSheet", dressed.append)
    theme.hear_of_system(undressed, Qt.ColorScheme.Light)
    theme.hear_of_system(undressed, Qt.ColorScheme.Dark)  # the person chose the light one
    assert not dressed
