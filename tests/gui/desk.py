"""A window over an engine that is real, and somebody who clicks in it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.events import RecordId, SessionId
from desktop_app.gui.bridge import Bridge
from desktop_app.gui.deliberate import Deliberate
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.tile import Tile
from tests.gui.conftest import FakeChoosing, W
from tests.gui.test_earlier import plain_text
from tests.support.node import Node, verify
from tests.support.remembering import remember

LEFT = Qt.MouseButton.LeftButton
PATIENCE_MS = 15_000


class Desk:
    """Everything is found by its name, in the window and its dialogs."""

    def __init__(self, node: Node, qtbot: QtBot, folder: Path) -> None:
        self.node, self.qtbot = node, qtbot
        self.choosing = FakeChoosing(chosen_file=folder / "receipt.txt")
        self.bridge = Bridge()
        self.window = MainWindow(node.engine, self.choosing)
        self.bridge.listen(self.window.handle)
        log = node.engine._telling.listener

        def tell(event: object) -> None:
            log(event)  # type: ignore[arg-type]
            self.bridge.tell(event)  # type: ignore[arg-type]

        node.engine._telling.listener = tell
        qtbot.addWidget(self.window)
        self.window.show()

    # --- looking ---

    def wait(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def seek(self, kind: type[W], name: str) -> W | None:
        return next((each for each in self.window.findChildren(kind, name) if each.isVisible()), None)

    def shows(self, name: str) -> bool:
        return self.seek(QWidget, name) is not None

    def find(self, kind: type[W], name: str) -> W:
        """As soon as it is there."""
        self.wait(lambda: self.seek(kind, name) is not None)
        widget = self.seek(kind, name)
        assert widget is not None
        return widget

    def says(self, name: str, words: str) -> None:
        """Once it says so."""

        def holds() -> bool:
            widget = self.seek(QWidget, name)
            return widget is not None and words in plain_text(_said(widget))

        self.wait(holds)

    def gone(self, name: str) -> None:
        """Once nobody sees it any more."""
        self.wait(lambda: not self.shows(name))

    def earlier(self) -> list[str]:
        model = self.window._earlier._list.model()
        return [plain_text(str(model.index(row, 0).data())) for row in range(model.rowCount())]

    # --- clicking ---

    def click(self, name: str) -> None:
        """As soon as it can be clicked."""
        button = self.find(QPushButton, name)
        self.wait(button.isEnabled)
        QTest.mouseClick(button, LEFT)

    def card(self, line: str) -> Tile:
        """The one of which that is said, as soon as there is one."""

        def cards() -> Iterator[Tile]:
            shown = (each for each in self.window.findChildren(Tile) if each.isVisible())
            return (each for each in shown if line in plain_text(each.accessibleName()))

        self.wait(lambda: next(cards(), None) is not None)
        return next(cards())

    def choose(self, card: Tile, action: str) -> None:
        """From its menu."""
        QTest.mouseClick(card, LEFT)
        self.trigger(self.find(QMenu, "card-menu"), action)

    def trigger(self, menu: QObject, action: str) -> None:
        assert isinstance(menu, QMenu)
        found = {each.text(): each for each in menu.actions()}
        menu.close()
        found[action].trigger()

    def send(self, card: Tile, *paths: Path) -> None:
        self.choosing.chosen_files = list(paths)
        self.choose(card, "Send files…")


def _said(widget: QWidget) -> str:
    """Also what there is no room for, what is only drawn, and what stands in a box."""
    text = widget.accessibleName() or widget.property("text")
    return str(text or " ".join(label.text() for label in widget.findChildren(QLabel)))


# --- two people, each at a desk ----------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Buttons unlock almost at once; pages stay until somebody leaves them."""
    monkeypatch.setattr(Deliberate, "wait_ms", 1)


@pytest.fixture
def ada(pair_of_nodes: tuple[Node, Node], qtbot: QtBot, tmp_path: Path) -> Desk:
    return Desk(pair_of_nodes[0], qtbot, tmp_path)


@pytest.fixture
def kitchen(pair_of_nodes: tuple[Node, Node], qtbot: QtBot, tmp_path: Path) -> Desk:
    return Desk(pair_of_nodes[1], qtbot, tmp_path)


@pytest.fixture
def session(pair_of_nodes: tuple[Node, Node]) -> SessionId:
    """They compared a code before the windows were there."""
    return verify(*pair_of_nodes)[0]


@pytest.fixture
def records(pair_of_nodes: tuple[Node, Node]) -> tuple[RecordId, RecordId]:
    """They remember each other likewise."""
    return remember(*pair_of_nodes)


@pytest.fixture
def card(session: SessionId, ada: Desk, kitchen: Desk) -> Tile:
    """Of the kitchen, at Ada's."""
    return ada.card("Kitchen PC, Verified")
