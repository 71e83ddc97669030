"""A transfer as two real engines move it, with what gets in its way, from the offer to the history, in two windows."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QListView, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.discovery.peers import Peer
from desktop_app.engine import returning
from desktop_app.events import State
from desktop_app.gui.past_list import PastList
from desktop_app.gui.tile import Tile
from desktop_app.protocol import limits
from desktop_app.storage import room
from desktop_app.storage.destination import Destination
from desktop_app.transfer import lane
from tests.gui.desk import Desk, _quick, ada, card, kitchen, session
from tests.support.cut import Line
from tests.support.disks import MakeDisk, make_disk
from tests.support.node import Node, StartNode, _no_descriptors_left, pair_of_nodes, start_node, verify, wait_until
from tests.transfer.test_disk_full import Filler, album, before
from tests.transfer.trees import film, write

__all__ = [
    "_no_descriptors_left",
    "_quick",
    "ada",
    "card",
    "kitchen",
    "make_disk",
    "pair_of_nodes",
    "session",
    "start_node",
]

MIB = limits.MIB


def test_what_is_sent_is_asked_about_and_delivered(card: Tile, ada: Desk, kitchen: Desk, tmp_path: Path) -> None:
    write(kitchen.node.folder / "setup.exe", b"an older one")
    ada.send(card, write(tmp_path / "setup.exe", b"MZ"))
    [sent] = ada.node.engine.transfers()
    ada.says(f"status-{sent.id}", "Waiting for Kitchen PC to accept…")
    kitchen.says("offer-title", "Ada's laptop wants to send you files")
    kitchen.says("offer-known", "Verified just now")
    names = kitchen.find(QListView, "offer-names").model()
    assert "setup.exe" in str(names.index(0, 0).data())
    assert kitchen.shows("offer-warning"), "a program"
    assert kitchen.shows("offer-existing"), "that is there already"
    kitchen.click("offer-accept")
    ada.says(f"status-{sent.id}", "checked and saved on Kitchen PC")
    [received] = kitchen.node.engine.transfers()
    kitchen.says(f"status-{received.id}", "from Ada's laptop — checked and saved in received")
    assert kitchen.shows(f"folder-{received.id}")
    assert not kitchen.shows(f"open-{received.id}"), "one click opens no program"
    assert (kitchen.node.folder / "setup (2).exe").read_bytes() == b"MZ"
    ada.trigger(ada.window._transfers._by_id[sent.id]._more.menu(), "About this session…")
    ada.says("session-state", "This session is verified and open.")


@pytest.mark.parametrize("answer", ["offer-decline", None])
def test_a_no_and_no_answer_are_told_on_both_sides(
    card: Tile, ada: Desk, kitchen: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str | None
) -> None:
    if answer is None:
        assert limits.ANSWER == 120
        monkeypatch.setattr(limits, "ANSWER", 2.0)
    ada.send(card, write(tmp_path / "note.txt", b"abc"))
    [sent] = ada.node.engine.transfers()
    kitchen.find(QDialog, "offer-dialog")
    if answer is not None:
        kitchen.click(answer)
    kitchen.gone("offer-dialog")
    [received] = kitchen.node.engine.transfers()
    if answer is None:
        ada.says(f"status-{sent.id}", "Kitchen PC did not answer the offer. Nothing was sent.")
        kitchen.says(f"status-{received.id}", "Nobody answered the offer here in time.")
    else:
        ada.says(f"status-{sent.id}", "Kitchen PC declined")
        kitchen.says(f"status-{received.id}", "You declined this from Ada's laptop.")


def test_while_bytes_move_it_is_said_how_fast_and_what_limits_it(
    card: Tile, ada: Desk, kitchen: Desk, tmp_path: Path
) -> None:
    ada.send(card, film(tmp_path / "film"))
    [sent] = ada.node.engine.transfers()
    kitchen.click("offer-accept")
    [received] = kitchen.node.engine.transfers()
    for desk, number in ((ada, sent.id), (kitchen, received.id)):
        desk.says(f"status-{number}", " % · ")
        desk.says(f"limit-{number}", "Limited by ")
    kitchen.window.close()
    kitchen.click("closing-stay")
    assert kitchen.window.isVisible()
    ada.click(f"cancel-{sent.id}")
    kitchen.says(f"status-{received.id}", "Ada's laptop")
    assert ada.node.finished(sent.id).state is State.CANCELLED


@pytest.mark.disks
def test_a_full_disk_stops_both_until_there_is_room(
    card: Tile, ada: Desk, kitchen: Desk, tmp_path: Path, make_disk: MakeDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "RESERVE", 2 * MIB)
    monkeypatch.setattr(room, "STEP", MIB)
    monkeypatch.setattr(lane, "_RETRY", 0.05)
    disk = make_disk(mib=40)
    filler = Filler(disk, leave=6 * MIB)
    before(monkeypatch, Destination, "create", filler.fill, times=10)
    kitchen.node.engine.change_settings(save_folder=disk)
    kitchen.wait(lambda: kitchen.node.engine.settings.save_folder == str(disk))
    ada.send(card, album(tmp_path))
    [sent] = ada.node.engine.transfers()
    kitchen.click("offer-accept")
    [received] = kitchen.node.engine.transfers()
    ada.says(f"status-{sent.id}", "Paused: The disk of Kitchen PC is full.")
    kitchen.says(f"status-{received.id}", "Paused: The disk is full: ")
    filler.make_room()
    ada.says(f"status-{sent.id}", "checked and saved on Kitchen PC")
    kitchen.says(f"status-{received.id}", "checked and saved")


@pytest.mark.disks
def test_what_has_no_room_cannot_be_accepted(
    card: Tile, ada: Desk, kitchen: Desk, tmp_path: Path, make_disk: MakeDisk
) -> None:
    disk = make_disk(mib=3)
    kitchen.node.engine.change_settings(save_folder=disk)
    kitchen.wait(lambda: kitchen.node.engine.settings.save_folder == str(disk))
    ada.send(card, write(tmp_path / "film", bytes(10 * MIB)))
    kitchen.find(QPushButton, "offer-decline")
    assert kitchen.shows("offer-danger")
    assert not kitchen.shows("offer-accept")
    kitchen.click("offer-decline")


def test_what_is_cut_waits_and_goes_on(
    pair_of_nodes: tuple[Node, Node], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(returning, "_PAUSES", (0.05, 0.2))
    a, b = pair_of_nodes
    with Line(b.address) as line:
        verify(a, b, line.address)
        ada, kitchen = (Desk(node, qtbot, tmp_path) for node in (a, b))
        ada.send(ada.card("Kitchen PC, Verified"), film(tmp_path / "film"))
        [sent] = a.engine.transfers()
        kitchen.click("offer-accept")
        [received] = b.engine.transfers()
        ada.says(f"status-{sent.id}", " % · ")
        line.cut()
        ada.says(
            f"status-{sent.id}", "The connection to Kitchen PC was interrupted. If it does not come back by itself"
        )
        kitchen.says(f"status-{received.id}", "The connection to Ada's laptop was interrupted.")
        assert ada.shows(f"continue-{sent.id}")
        assert not kitchen.shows(f"continue-{received.id}"), "who sends goes on"
        line.mend()
        ada.says(f"status-{sent.id}", " % · ")
        ada.gone(f"continue-{sent.id}")
        ada.click(f"cancel-{sent.id}")
        a.finished(sent.id)
        b.finished(received.id)


def test_what_goes_on_after_a_restart_says_how_much_is_there(
    pair_of_nodes: tuple[Node, Node], start_node: StartNode, qtbot: QtBot, tmp_path: Path
) -> None:
    a, b = pair_of_nodes
    with Line(b.address) as line:
        session, _ = verify(a, b, line.address)
        ada = Desk(a, qtbot, tmp_path)
        sent = a.engine.send([film(tmp_path / "film")], a.device_of(session))
        received = b.accept()
        wait_until(lambda: b.bytes_done(received) > 8 * MIB)
        b.engine.shutdown()
        again = Node.again(b)
        start_node.nodes.append(again)
        again.engine.start()
        kitchen = Desk(again, qtbot, tmp_path)
        line.mend(again.address)
        ada.click(f"continue-{sent}")
        ada.click("code-match")
        kitchen.click("code-match")
        kitchen.click("code-done")
        kitchen.says("offer-info", "This was interrupted.")
        ada.says(f"status-{sent}", "Continuing with Kitchen PC…")
        kitchen.says(f"status-{again.engine.transfers()[0].id}", "Continuing with Ada's laptop…")
        kitchen.click("offer-decline")
        a.finished(sent)


def test_what_is_continued_in_vain_says_so_and_under_whose_name(
    pair_of_nodes: tuple[Node, Node], qtbot: QtBot, tmp_path: Path
) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    ada = Desk(a, qtbot, tmp_path)
    sent = a.engine.send([film(tmp_path / "film")], a.device_of(session))
    received = b.accept()
    wait_until(lambda: b.bytes_done(received) > 8 * MIB)
    b.engine.shutdown()
    ada.click(f"continue-{sent}")
    ada.says(f"status-{sent}", "could not be reached: the connection is refused.")
    assert a.transfer(sent).peer == "Kitchen PC"
    a.engine._devices.peer_changed(Peer("0123456789abcdef", "Studio", "linux", ("127.0.0.1",), 9))
    ada.card("Studio")
    ada.click(f"continue-{sent}")
    ada.find(QDialog, "device-picker")
    ada.click("picker-cancel")
    ada.click(f"cancel-{sent}")


def test_what_failed_is_listed_with_its_reason_and_sent_again(
    card: Tile, ada: Desk, kitchen: Desk, tmp_path: Path
) -> None:
    for name in ("good", "bad"):
        write(tmp_path / "album" / name, name.encode())
    ada.send(card, tmp_path / "album")
    [sent] = ada.node.engine.transfers()
    kitchen.find(QDialog, "offer-dialog")
    (tmp_path / "album" / "bad").unlink()
    kitchen.click("offer-accept")
    ada.click(f"reasons-{sent.id}")
    reasons = ada.find(QListView, f"reason-list-{sent.id}").model()
    assert reasons.rowCount() == 1
    assert "album/bad" in str(reasons.index(0, 0).data())
    write(tmp_path / "album" / "bad", b"bad")
    kitchen.gone("offer-dialog")
    ada.click(f"retry-{sent.id}")
    kitchen.click("offer-accept")
    again = ada.node.engine.transfers()[-1]
    ada.says(f"status-{again.id}", "checked and saved on Kitchen PC")
    assert not ada.shows(f"retry-{sent.id}")


def test_earlier_transfers_survive_a_restart_and_are_found_by_words(
    card: Tile, ada: Desk, kitchen: Desk, start_node: StartNode, qtbot: QtBot, tmp_path: Path
) -> None:
    for name in ("thesis.pdf", "holiday.jpg"):
        ada.send(card, write(tmp_path / name, name.encode()))
        kitchen.click("offer-accept")
        kitchen.gone("offer-dialog")
        ada.node.finished(ada.node.engine.transfers()[-1].id)
    for desk in (ada, kitchen):
        desk.node.engine.shutdown()
    again = Node.again(kitchen.node)
    start_node.nodes.append(again)
    again.engine.start()
    desk = Desk(again, qtbot, tmp_path)
    desk.wait(lambda: desk.earlier() == ["holiday.jpg — 11 bytes", "thesis.pdf — 10 bytes"])
    QTest.keyClicks(desk.find(QLineEdit, "earlier-search"), "thesis ada")
    desk.wait(lambda: desk.earlier() == ["thesis.pdf — 10 bytes"])
    view = desk.find(PastList, "past-list")
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    desk.says("past-title", "thesis.pdf")
    desk.click("past-close")
    QTest.keyClicks(desk.find(QLineEdit, "earlier-search"), "x")
    desk.says("earlier-nothing", "Nothing")
