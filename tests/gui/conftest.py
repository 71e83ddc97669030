"""A dressed application without a screen, a window with a fake engine, and names that mean harm."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.events import Event
from desktop_app.gui import dates, language, theme
from desktop_app.gui.choosing import Choosing
from desktop_app.gui.deliberate import Deliberate
from desktop_app.gui.desktop import Desktop, Told
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.verified_page import VerifiedPage
from desktop_app.storage.settings import Appearance, Language
from tests.support.desktop_bus import private_bus
from tests.support.fake_engine import AFTERNOON, FakeEngine

W = TypeVar("W", bound=QWidget)

HOSTILE = (
    "<b>bold</b>",
    "<img src=http://10.0.0.9/x>",
    "&amp; &File && more",
    "right\u202eto left\u2066",
    "line\none\x1b[2J\x00two",
    "%s {0} {peer} %n",
    "4821 0973",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform says what it cannot do; none of it matters without a screen."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            ignored = ("This plugin does not support", "No such signal .*systemTrayWindowChanged")
            item.add_marker(pytest.mark.qt_log_ignore(*ignored, extend=True))


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> Iterator[None]:
    language.speak(qapp, Language.ENGLISH)
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    theme.apply(qapp, Appearance.LIGHT)
    qapp.setQuitOnLastWindowClosed(True)
    yield
    qapp.setQuitOnLastWindowClosed(False)  # a quit outside an event loop would end the next test's
    for widget in qapp.topLevelWidgets():
        widget.hide()
        widget.deleteLater()
    qapp.processEvents()
    QGuiApplication.clipboard().clear()  # data of Python's that is still on it when the process ends crashes that


@pytest.fixture
def same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Midnight may pass between the collection of the tests and their run."""
    monkeypatch.setattr(dates, "_today", lambda: dates._date(AFTERNOON))


@pytest.fixture
def address(home: Path) -> Iterator[str]:
    """Of a message bus that nobody else is on."""
    with private_bus(home) as address:
        yield address


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Buttons unlock and finished pages go almost at once, where a test is about something else."""
    monkeypatch.setattr(Deliberate, "wait_ms", 1)
    monkeypatch.setattr(VerifiedPage, "wait_ms", 1)


def keyboard() -> QWidget:
    """What has the focus; there must be something."""
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


@dataclass
class FakeChoosing(Choosing):
    """Answers at once with what a test put there."""

    chosen_files: list[Path] = field(default_factory=list)
    chosen_folder: Path = Path("/home/ada/holiday")
    chosen_file: Path = Path("/home/ada/receipt.txt")
    suggested: list[str] = field(default_factory=list)

    def files(self, parent: QWidget, title: str, then: Callable[[list[Path]], None]) -> None:
        then(self.chosen_files)

    def folder(self, parent: QWidget, title: str, then: Callable[[Path], None], start: Path | None = None) -> None:
        then(self.chosen_folder)

    def save(
        self,
        parent: QWidget,
        title: str,
        name: str,
        kinds: Sequence[tuple[str, str]],
        then: Callable[[Path, bool], None],
    ) -> None:
        self.suggested.append(name)
        then(self.chosen_file, True)


@dataclass
class FakeDesktop(Desktop):
    opened: list[Path] = field(default_factory=list)
    shown: list[Path] = field(default_factory=list)
    browsed: list[str] = field(default_factory=list)

    gone: set[Path] = field(default_factory=set)
    helpless: bool = False

    def open(self, path: Path, gone: Told, helpless: Told) -> None:
        self._do(path, self.opened, gone, helpless)

    def show(self, path: Path, gone: Told, helpless: Told) -> None:
        self._do(path, self.shown, gone, helpless)

    def browse(self, address: str, helpless: Told) -> None:
        helpless() if self.helpless else self.browsed.append(address)

    def _do(self, path: Path, done: list[Path], gone: Told, helpless: Told) -> None:
        if path in self.gone:
            gone()
        elif self.helpless:
            helpless()
        else:
            done.append(path)


@dataclass
class Stage:
    """One window and what is behind it."""

    engine: FakeEngine
    window: MainWindow
    choosing: FakeChoosing
    desktop: FakeDesktop

    def tell_too(self, listen: Callable[[Event], None]) -> None:
        """What the engine says: the window first, and then this."""

        def handle(event: Event) -> None:
            self.window.handle(event)
            listen(event)

        self.engine.emit = handle

    def find(self, kind: type[W], name: str) -> W:
        """A visible widget by name, in whatever window it is."""
        for top in QApplication.topLevelWidgets():
            for widget in (top, *top.findChildren(kind, name)):
                if isinstance(widget, kind) and widget.objectName() == name and widget.isVisible():
                    return widget
        raise AssertionError(f"{name} is not on the screen")

    def find_hidden(self, kind: type[W], name: str) -> W:
        """A part of the window that is not on the screen, such as a menu."""
        found = self.window.findChild(kind, name)
        assert found is not None, name
        return found

    def shows(self, name: str) -> bool:
        try:
            self.find(QWidget, name)
        except AssertionError:
            return False
        return True


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    engine, choosing, desktop = FakeEngine(), FakeChoosing([Path("/home/ada/thesis.pdf")]), FakeDesktop()
    window = MainWindow(engine, choosing, desktop)
    engine.emit = window.handle
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return Stage(engine, window, choosing, desktop)
