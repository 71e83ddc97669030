"""The states of the window as two real engines bring them about: each person has a window, and clicks in it."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QFrame, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app import __version__
from desktop_app.discovery.peers import Peer
from desktop_app.engine import Answer, Engine, house
from desktop_app.events import RecordId, RememberedChanged, State
from desktop_app.gui.bridge import Bridge
from desktop_app.gui.code_view import CodeView
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.nobody_near import NobodyNear
from desktop_app.gui.plain import TwoLines
from desktop_app.gui.tile import Tile
from desktop_app.storage import settings as settings_file
from desktop_app.storage.profile import Profile
from desktop_app.storage.settings import Appearance
from tests.gui.desk import Desk, _quick, ada, card, kitchen, records, session
from tests.support.node import Node, StartNode, _no_descriptors_left, pair_of_nodes, start_node
from tests.support.remembering import INSTANCE, prove, show_card
from tests.transfer.trees import write

__all__ = [
    "_no_descriptors_left",
    "_quick",
    "ada",
    "card",
    "kitchen",
    "pair_of_nodes",
    "records",
    "session",
    "start_node",
]


def call(ada: Desk, address: str) -> None:
    ada.click("empty-address")
    QTest.keyClicks(ada.find(QLineEdit, "address-field"), address)
    ada.click("address-connect")


def test_from_an_empty_window_to_a_verified_card(ada: Desk, kitchen: Desk) -> None:
    assert ada.shows("nobody-near")
    call(ada, str(kitchen.node.address))
    code = ada.find(CodeView, "code-view").accessibleName()
    kitchen.says("code-view", code)
    ada.click("code-match")
    ada.says("code-waiting", "Waiting for Kitchen PC…")
    assert not kitchen.shows("code-waiting")
    kitchen.click("code-match")
    for desk, peer in ((ada, "Kitchen PC"), (kitchen, "Ada's laptop")):
        desk.says("code-verified", peer)
        assert desk.find(QCheckBox, "code-remember").isChecked()
        assert "90 days" in desk.find(QCheckBox, "code-remember").text()
        desk.click("code-done")
        desk.gone("code-dialog")
        desk.card(f"{peer}, Verified")
    assert not ada.shows("nobody-near")


def test_of_several_that_were_chosen_each_code_has_its_turn(
    pair_of_nodes: tuple[Node, Node], start_node: StartNode, ada: Desk, tmp_path: Path
) -> None:
    note = write(tmp_path / "note.txt", b"abc")
    kitchen, study = pair_of_nodes[1], start_node("Study")
    ada.node.engine.send([note], kitchen.address)
    kitchen.answer(Answer.MATCH)
    sent = ada.node.engine.send([note], study.address)
    ada.click("code-match")
    ada.says("code-verified", "Kitchen PC")
    ada.wait(lambda: ada.window._prompts._next_code is not None)
    study.answer(Answer.MATCH)
    assert ada.shows("code-verified")
    ada.click("code-done")
    ada.click("code-match")
    ada.says("code-verified", "Study")
    ada.node.wait_state(sent, State.ASKING)


def test_codes_that_differ_are_red_on_both_screens(ada: Desk, kitchen: Desk) -> None:
    call(ada, str(kitchen.node.address))
    ada.click("code-match")
    kitchen.click("code-different")
    for desk, peer in ((ada, "Kitchen PC"), (kitchen, "Ada's laptop")):
        desk.says("failure-text", f"The codes differ. Someone may be between you and {peer}")
        desk.click("failure-seen")
        desk.gone("failure-dialog")


def test_who_is_called_types_the_code_of_the_other_screen(ada: Desk, kitchen: Desk) -> None:
    kitchen.node.engine.change_settings(careful=True)
    kitchen.wait(lambda: kitchen.node.engine.settings.careful)
    call(ada, str(kitchen.node.address))
    field = kitchen.find(QLineEdit, "code-typed")
    assert not kitchen.shows("code-match")
    kitchen.says("code-view", "is covered")
    digits = "".join(filter(str.isdigit, ada.find(CodeView, "code-view").accessibleName()))
    QTest.keyClicks(field, digits)
    ada.click("code-match")
    kitchen.click("code-match")
    kitchen.says("code-verified", "Ada's laptop")


def test_a_session_is_seen_and_its_keys_are_destroyed(card: Tile, ada: Desk, kitchen: Desk) -> None:
    ada.choose(card, "About this session…")
    ada.says("session-state", "This session is verified and open.")
    kitchen.choose(kitchen.card("Ada's laptop, Verified"), "About this session…")
    ada.click("session-end")
    for desk in (ada, kitchen):
        desk.says("session-state", "Session over. Its keys no longer exist.")
        assert not desk.shows("session-end")


def test_who_is_called_again_at_the_address_of_a_session_sees_that(card: Tile, ada: Desk, kitchen: Desk) -> None:
    ada.window._side.ask_address()
    QTest.keyClicks(ada.find(QLineEdit, "address-field"), str(kitchen.node.address))
    ada.click("address-connect")
    ada.says("session-state", "This session is verified and open.")


def test_who_does_not_prove_to_be_the_remembered_one_gets_a_page_of_its_own(
    pair_of_nodes: tuple[Node, Node], records: tuple[RecordId, RecordId], ada: Desk, tmp_path: Path
) -> None:
    a, b = pair_of_nodes
    b.engine.forget(records[1])
    b.wait_for(RememberedChanged, lambda event: not event.devices)
    show_card(a, b)
    ada.send(ada.card("Probably Kitchen PC"), write(tmp_path / "note.txt", b"abc"))
    ada.says("unproven-text", "This did not prove to be Kitchen PC.")
    ada.click("unproven-stop")
    [sent] = a.engine.transfers()
    assert a.finished(sent.id).state is State.FAILED
    ada.choose(ada.card("Probably Kitchen PC"), "Check which device it is")
    ada.click("unproven-compare")
    ada.find(QDialog, "code-dialog")
    assert ada.shows("code-doubt"), "the warning stays in sight"
    assert not b.engine.transfers()


def test_another_one_than_was_called_is_asked_about_first(
    pair_of_nodes: tuple[Node, Node], records: tuple[RecordId, RecordId], ada: Desk, kitchen: Desk, tmp_path: Path
) -> None:
    a, b = pair_of_nodes
    a.engine._devices.peer_changed(Peer(INSTANCE, "Somebody", "linux", ("127.0.0.1",), b.engine.port))
    ada.send(ada.card("Somebody"), write(tmp_path / "note.txt", b"abc"))
    ada.says("recognised-text", "this is Kitchen PC")
    assert not kitchen.shows("offer-dialog")
    ada.click("recognised-send")
    kitchen.says("offer-known", "Remembered")
    kitchen.click("offer-decline")


def test_whom_both_remember_is_listed_renamed_and_forgotten(ada: Desk, kitchen: Desk) -> None:
    call(ada, str(kitchen.node.address))
    for desk in (ada, kitchen):
        desk.click("code-match")
    for desk in (ada, kitchen):
        desk.click("code-done")
    ada.card("Kitchen PC, Verified · remembered")
    ada.window._side.show_remembered()
    ada.click("remembered-rename")
    editor = ada.find(QLineEdit, "remembered-name-editor")
    editor.clear()
    QTest.keyClicks(editor, "Cellar")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    ada.card("Cellar, Verified · remembered")
    ada.click("remembered-forget")
    ada.click("forget-forget")
    ada.find(QDialog, "remembered-window")
    ada.wait(lambda: not ada.node.engine.remembered())
    kitchen.wait(lambda: all("Verified" not in each.accessibleName() for each in kitchen.window.findChildren(Tile)))


def test_one_that_is_not_seen_is_listed_as_that(records: tuple[RecordId, RecordId], ada: Desk) -> None:
    ada.card("Kitchen PC, Not seen · was at 127.0.0.1")
    assert ada.shows("nobody-near")


def test_a_proof_is_told_quietly_and_what_it_is_by(
    pair_of_nodes: tuple[Node, Node], records: tuple[RecordId, RecordId], ada: Desk
) -> None:
    prove(*pair_of_nodes)
    ada.find(QFrame, "notice-mention")
    assert not ada.shows("code-dialog")
    ada.choose(ada.card("Kitchen PC, Verified · remembered"), "About this session…")
    panel = ada.find(QDialog, "session-panel")
    assert any("Remembered" in each.whole for each in panel.findChildren(TwoLines))


def test_who_does_not_answer_is_a_sentence_with_its_details(ada: Desk) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        closed = server.getsockname()[1]
    call(ada, f"127.0.0.1:{closed}")
    ada.wait(lambda: bool(ada.window._notices.texts()))
    ada.click("notice-details")
    ada.click("error-close")


def _answers(node: Node) -> bool:
    try:
        socket.create_connection((node.address.host, node.address.port), 1).close()
    except OSError:
        return False
    return True


def test_a_name_is_changed_where_it_stands(ada: Desk) -> None:
    ada.click("own-name")
    QTest.keyClicks(ada.find(QLineEdit, "own-name-editor"), "Attic")
    QTest.keyClick(ada.find(QLineEdit, "own-name-editor"), Qt.Key.Key_Return)
    ada.says("own-name", "now Attic")
    ada.wait(lambda: ada.node.engine.settings.name == "Attic")


def test_nobody_sees_a_computer_whose_person_wants_that(ada: Desk) -> None:
    menu = ada.find(QPushButton, "visibility").menu()
    ada.trigger(menu, "Nobody")
    ada.says("visibility", "Visible to nobody")
    ada.wait(lambda: not _answers(ada.node))
    ada.trigger(menu, "Everyone nearby")
    ada.wait(lambda: _answers(ada.node))


def test_what_it_is_and_which_version_it_is(ada: Desk) -> None:
    ada.trigger(ada.window._menu, "About Tallystick")
    ada.says("about-dialog", f"Version {__version__}")
    ada.click("about-close")


def test_a_check_tells_what_it_found(ada: Desk) -> None:
    ada.window.activateWindow()
    ada.wait(ada.window.isActiveWindow)
    QTest.keyClick(ada.window, Qt.Key.Key_F1)
    ada.says("check-summary", " devices apart")
    assert ada.shows("finding-0")
    ada.click("check-close")


def test_who_can_invite_does_and_what_is_pasted_there_needs_no_code(
    ada: Desk, kitchen: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    kitchen.window._side.invite()
    kitchen.click("invite-close")
    monkeypatch.setattr(house, "own_addresses", lambda: ("127.0.0.1",))
    call(ada, kitchen.node.engine.invite().text)
    QTest.mouseClick(ada.card("Kitchen PC, Verified"), Qt.MouseButton.LeftButton)
    menu = ada.find(QMenu, "card-menu")
    assert "Remember this device…" not in {action.text() for action in menu.actions()}, "it never would be"
    menu.close()
    assert not ada.shows("code-dialog")


def test_a_choice_in_the_settings_is_kept_for_the_next_start(ada: Desk) -> None:
    ada.window._side.show_settings()
    box = ada.find(QComboBox, "settings-appearance")
    QTest.keyClick(box, Qt.Key.Key_End)
    ada.wait(lambda: settings_file.load(ada.node.engine.profile)[0].appearance is Appearance.DARK)


@pytest.fixture
def fresh(start_node: StartNode, tmp_path: Path, qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[MainWindow]:
    """The first start of all, or one whose settings are nonsense."""
    profile = Profile(tmp_path / "fresh")
    if stored := getattr(request, "param", b""):
        profile.settings.write_bytes(stored)
    bridge = Bridge()
    engine = Engine(profile, bridge.tell, port=0)
    window = MainWindow(engine)
    bridge.listen(window.handle)
    qtbot.addWidget(window)
    engine.start()
    window.show()
    yield window
    engine.shutdown()


def test_the_first_start_needs_nothing(fresh: MainWindow) -> None:
    settings = fresh._engine.settings
    assert settings.name
    assert Path(settings.save_folder).is_absolute()
    assert fresh._bar._name_button.text() == settings.name
    [nobody] = fresh.findChildren(NobodyNear)
    assert nobody.isVisible()
    assert nobody._purpose_words[1].text().startswith("Tallystick sends files straight to a computer near you.")
    assert not [each for each in fresh.findChildren(QDialog) if each.isVisible()], "nobody is asked anything"


@pytest.mark.parametrize("fresh", [b"nonsense"], indirect=True)
def test_settings_that_make_no_sense_are_set_aside_with_a_notice(
    fresh: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.waitUntil(lambda: any("The settings could not be used" in each for each in fresh._notices.texts()))
    kept = [each.name for each in tmp_path.joinpath("fresh").iterdir() if each.read_bytes() == b"nonsense"]
    assert kept
    assert "settings.json" not in kept
