"""The window over an engine that is real: what one person does is what the other computer gets."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QRadioButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.errors import PausedHere, PausedThere
from desktop_app.events import OfferReceived, SessionId, State, TextReceived, TransferId
from desktop_app.gui.bridge import Bridge
from desktop_app.gui.main_window import MainWindow
from tests.gui.conftest import FakeChoosing, W
from tests.gui.test_earlier import plain_text
from tests.support.node import Node, _no_descriptors_left, pair_of_nodes, start_node, verify
from tests.support.remembering import prove, remember
from tests.transfer.trees import film, write

__all__ = ["_no_descriptors_left", "pair_of_nodes", "start_node"]

LEFT = Qt.MouseButton.LeftButton
PATIENCE_MS = 15_000


class Desk:
    """A window over the engine of a node, and somebody who clicks in it."""

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

    def wait(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def seek(self, kind: type[W], name: str) -> W | None:
        tops = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
        found = (widget for top in tops for widget in top.findChildren(kind, name) if widget.isVisible())
        return next(found, None)

    def find(self, kind: type[W], name: str) -> W:
        self.wait(lambda: self.seek(kind, name) is not None)
        widget = self.seek(kind, name)
        assert widget is not None
        return widget

    def click(self, name: str) -> None:
        button = self.find(QPushButton, name)
        self.wait(button.isEnabled)
        QTest.mouseClick(button, LEFT)

    def says(self, name: str, words: str) -> None:
        """Once it says so."""

        def holds() -> bool:
            widget = self.seek(QWidget, name)
            return widget is not None and words in plain_text(str(widget.property("text")))

        self.wait(holds)

    def earlier(self) -> list[str]:
        model = self.window._earlier._list.model()
        return [plain_text(str(model.index(row, 0).data())) for row in range(model.rowCount())]


@pytest.fixture
def session(pair_of_nodes: tuple[Node, Node]) -> SessionId:
    return verify(*pair_of_nodes)[0]


@pytest.fixture
def desk(pair_of_nodes: tuple[Node, Node], session: SessionId, qtbot: QtBot, tmp_path: Path) -> Desk:
    """The one who receives has a window."""
    return Desk(pair_of_nodes[1], qtbot, tmp_path)


@pytest.mark.usefixtures("quick")
def test_from_the_offer_to_the_receipt(
    pair_of_nodes: tuple[Node, Node], session: SessionId, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    a, b = pair_of_nodes
    album = write(tmp_path / "album" / "same.jpg", b"same").parent
    write(album / "other.jpg", b"other")
    write(b.folder / "album" / "same.jpg", b"same")
    number = a.engine.send([album], a.device_of(session))
    desk.find(QRadioButton, "existing-skip-identical").click()
    desk.click("offer-accept")
    assert a.finished(number).state is State.DELIVERED
    [row] = b.engine.transfers()
    desk.says(f"status-{row.id}", "1 was there already")
    actions = {action.text(): action for action in desk.window._transfers._by_id[row.id]._more.menu().actions()}
    actions["Save receipt…"].trigger()
    desk.wait(lambda: bool(desk.window._notices.texts()))
    assert "other.jpg" in desk.choosing.chosen_file.read_text("utf-8")
    another = Desk(b, qtbot, tmp_path)
    assert another.earlier() == []
    another.window._transfers.keep_only(())
    another.window._earlier.load()
    another.wait(lambda: another.earlier() == ["album — 2 files, 9 bytes"])
    actions["Remove from the list…"].trigger()
    desk.click("clear-clear")
    desk.wait(lambda: not b.engine.transfers())
    another.wait(lambda: another.earlier() == [])


def test_a_text_is_delivered_when_it_is_on_the_screen(
    pair_of_nodes: tuple[Node, Node], session: SessionId, desk: Desk
) -> None:
    a, _ = pair_of_nodes
    number = a.engine.send_text("apples\n£", a.device_of(session))
    assert desk.find(QTextEdit, "text-view").toPlainText() == "apples\n£"
    assert a.finished(number).state is State.DELIVERED


def test_a_pasted_text_arrives(pair_of_nodes: tuple[Node, Node], desk: Desk) -> None:
    data = QMimeData()
    data.setText("apples\n£")
    QGuiApplication.clipboard().setMimeData(data)
    desk.window._sending.paste()
    desk.click("picker-send")
    assert pair_of_nodes[0].wait_for(TextReceived).text == "apples\n£"


@pytest.mark.usefixtures("quick")
def test_pausing_by_the_button_is_known_on_both_sides(
    pair_of_nodes: tuple[Node, Node], session: SessionId, desk: Desk, tmp_path: Path
) -> None:
    a, b = pair_of_nodes
    number = a.engine.send([film(tmp_path / "film")], a.device_of(session))
    desk.click("offer-accept")
    [row] = b.engine.transfers()
    desk.click(f"pause-{row.id}")
    desk.wait(lambda: isinstance(a.transfer(number).paused, PausedThere))
    assert isinstance(b.transfer(row.id).paused, PausedHere)
    desk.says(f"status-{row.id}", "Paused by you")
    desk.click(f"pause-{row.id}")
    desk.wait(lambda: a.transfer(number).paused is None)
    desk.click(f"cancel-{row.id}")
    assert a.finished(number).state is State.CANCELLED


@pytest.mark.usefixtures("quick")
def test_what_is_always_accepted_from_one_offer_on_comes_unasked_until_it_is_withdrawn(
    pair_of_nodes: tuple[Node, Node], qtbot: QtBot, tmp_path: Path
) -> None:
    a, b = pair_of_nodes
    remember(a, b)
    prove(a, b)
    desk = Desk(b, qtbot, tmp_path)
    notes = [write(tmp_path / f"note {number}.txt", b"abc") for number in range(3)]

    def send(number: int) -> TransferId:
        return a.engine.send([notes[number]], a.connected())

    first = send(0)
    desk.find(QCheckBox, "offer-always-box").click()
    desk.click("offer-accept")
    assert a.finished(first).state is State.DELIVERED
    desk.wait(lambda: b.engine.remembered()[0].always is not None)
    assert a.finished(send(1)).state is State.DELIVERED
    asked, unasked = b.engine.transfers()
    desk.says(f"status-{unasked.id}", "accepted without asking")
    assert (asked.unasked, unasked.unasked) == (False, True)
    assert desk.seek(QWidget, "offer-dialog") is None
    assert len(b.heard(OfferReceived)) == 1

    desk.window._side.show_remembered()
    desk.click("remembered-always")
    desk.find(QCheckBox, "always-box").click()
    desk.click("always-save")
    desk.wait(lambda: b.engine.remembered()[0].always is None)
    desk.click("remembered-close")
    third = send(2)
    assert desk.find(QCheckBox, "offer-always-box").isChecked() is False
    desk.click("offer-decline")
    assert a.finished(third).state is State.DECLINED
