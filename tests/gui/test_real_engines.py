"""The window over an engine that is real: what one person does is what the other computer gets."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QRadioButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.errors import PausedHere, PausedThere
from desktop_app.events import OfferReceived, SessionId, State, TextReceived, TransferId
from tests.gui.desk import Desk
from tests.support.node import Node, _no_descriptors_left, pair_of_nodes, start_node, verify
from tests.support.remembering import prove, remember
from tests.transfer.trees import film, write

__all__ = ["_no_descriptors_left", "pair_of_nodes", "start_node"]


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
