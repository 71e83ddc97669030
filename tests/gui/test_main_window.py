"""The main job in the window, as a person does it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QMenu, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app import RELEASES
from desktop_app.errors import ConnectionLost, DiscoveryBlocked, DiskFullThere, NoNetwork, PeerUnreachable
from desktop_app.events import (
    Contents,
    DeviceId,
    Listening,
    Progress,
    SessionId,
    SettingsChanged,
    State,
    TransferId,
    Trouble,
    TroubleOver,
)
from desktop_app.gui import dates, error_text
from desktop_app.gui.nobody_near import NobodyNear
from desktop_app.gui.plain import TwoLines, isolated
from desktop_app.gui.tile import DeviceCard
from desktop_app.gui.transfer_row import TransferRow
from desktop_app.storage.settings import Visibility
from desktop_app.transport.address import Address
from tests.gui.conftest import Stage

LEFT = Qt.MouseButton.LeftButton
THESIS = Path("/home/ada/thesis.pdf")
HOLIDAY = Path("/home/ada/Urlaub — été")


def drop(target: QWidget, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    centre = QPointF(target.rect().center())
    buttons, none, copy = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    enter = QDragEnterEvent(centre.toPoint(), copy, data, buttons, none)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(target, QDropEvent(centre, copy, data, buttons, none))


def choose(stage: Stage, menu: str, text: str) -> None:
    actions = [action for action in stage.find(QMenu, menu).actions() if action.text() == text]
    assert len(actions) == 1
    actions[0].trigger()


def shortcut(stage: Stage, text: str) -> QAction:
    return next(action for action in stage.window.actions() if action.text() == text)


def test_nobody_near_says_what_it_does_and_later_why_nothing_is_there(stage: Stage, qtbot: QtBot) -> None:
    assert stage.shows("nobody-near")
    assert not stage.shows("empty-reasons")
    timer = stage.find(NobodyNear, "nobody-near")._timer
    assert (timer.isActive(), timer.interval()) == (True, 8000)
    timer.start(1)
    qtbot.waitUntil(lambda: stage.shows("empty-reasons"))
    stage.engine.find("kitchen", "Kitchen PC")
    assert not stage.shows("nobody-near")
    assert stage.shows("card-kitchen")
    assert stage.shows("card-address")
    stage.engine.lose("kitchen")
    assert stage.shows("nobody-near")


def test_its_words_give_way_to_a_narrow_window_and_come_back(stage: Stage, qtbot: QtBot) -> None:
    nobody = stage.find(NobodyNear, "nobody-near")
    nobody.show_reasons()
    box = stage.find(QWidget, "empty-reasons")
    wide = box.width()
    stage.window.resize(0, 700)
    qtbot.waitUntil(lambda: box.width() < wide)
    for part in (nobody, box, *box.findChildren(QLabel)):
        assert 0 <= part.mapTo(stage.window, QPoint()).x() <= stage.window.width() - part.width()
    for words in box.findChildren(QLabel):
        assert words.height() >= words.heightForWidth(words.width())
    stage.window.resize(1000, 700)
    qtbot.waitUntil(lambda: box.width() == wide)


def test_files_and_a_folder_dropped_on_a_card_are_sent_there(stage: Stage) -> None:
    stage.engine.find("kitchen", "Kitchen PC")
    drop(stage.find(DeviceCard, "card-kitchen"), THESIS, HOLIDAY)
    assert stage.engine.calls == [("send", (THESIS, HOLIDAY), DeviceId("kitchen"))]


def test_a_drop_beside_the_cards_asks_which_devices(stage: Stage) -> None:
    stage.engine.find("kitchen", "Kitchen PC")
    stage.engine.find("studio", "Studio")
    before = stage.window.grab().toImage()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(THESIS))])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(stage.window, QDragEnterEvent(QPoint(5, 5), copy, data, LEFT, none))
    assert stage.window.grab().toImage() != before, "nothing shows that a drop is welcome"
    QApplication.sendEvent(stage.window, QDragLeaveEvent())
    assert stage.window.grab().toImage() == before
    drop(stage.window, THESIS)
    send = stage.find(QPushButton, "picker-send")
    assert not send.isEnabled()
    devices = stage.find(QListWidget, "picker-devices")
    for row in range(devices.count()):
        devices.item(row).setCheckState(Qt.CheckState.Checked)
    QTest.mouseClick(send, LEFT)
    assert stage.engine.calls == [("send", (THESIS,), DeviceId("kitchen")), ("send", (THESIS,), DeviceId("studio"))]


def test_copied_files_are_pasted_to_a_device(stage: Stage) -> None:
    stage.engine.find("kitchen", "Kitchen PC")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(THESIS))])
    QGuiApplication.clipboard().setMimeData(data)
    QTest.keyClick(stage.window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.mouseClick(stage.find(QPushButton, "picker-send"), LEFT)
    assert stage.engine.calls == [("send", (THESIS,), DeviceId("kitchen"))]


def test_pasting_nothing_says_so(stage: Stage) -> None:
    QGuiApplication.clipboard().clear()
    QTest.keyClick(stage.window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert stage.shows("notice-info")
    QTest.mouseClick(stage.find(QToolButton, "notice-dismiss"), LEFT)
    assert not stage.shows("notice-info")


def test_a_click_on_a_card_offers_files_a_folder_and_a_comparison(stage: Stage) -> None:
    stage.engine.find("kitchen", "Kitchen PC")
    card = stage.find(DeviceCard, "card-kitchen")
    for text, call in (
        ("Send files…", ("send", (THESIS,), DeviceId("kitchen"))),
        ("Send a folder…", ("send", (stage.choosing.chosen_folder,), DeviceId("kitchen"))),
        ("Compare codes only", ("pair", DeviceId("kitchen"))),
    ):
        QTest.mouseClick(card, LEFT)
        choose(stage, "card-menu", text)
        stage.find(QMenu, "card-menu").close()
        assert stage.engine.calls[-1] == call


@pytest.mark.parametrize("what", ["files", "folder"])
def test_a_remembered_device_may_come_under_another_id_while_something_is_chosen_for_it(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    [kitchen, study] = stage.engine.know("Kitchen PC", "Study")
    stage.engine.find("study", "Study", remembered=study)
    stage.engine.find("kitchen", "Kitchen PC", remembered=kitchen)
    choose_it = getattr(stage.choosing, what)

    def slowly(*arguments: object) -> None:
        stage.engine.lose("kitchen")
        stage.engine.find("again", "Kitchen PC", remembered=kitchen)
        choose_it(*arguments)

    monkeypatch.setattr(stage.choosing, what, slowly)
    getattr(stage.window._sending, f"choose_{what}_for")("kitchen")
    assert [(name, to) for name, _, to in stage.engine.calls] == [("send", DeviceId("again"))]


def test_ctrl_o_and_ctrl_shift_o_go_to_the_card_with_the_keyboard_or_ask(stage: Stage) -> None:
    stage.engine.find("kitchen", "Kitchen PC")
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    stage.find(DeviceCard, "card-kitchen").setFocus()
    QTest.keyClick(stage.window, Qt.Key.Key_O, control)
    QTest.keyClick(stage.window, Qt.Key.Key_O, control | shift)
    assert [call[1] for call in stage.engine.calls] == [(THESIS,), (stage.choosing.chosen_folder,)]
    stage.find(QPushButton, "own-name").setFocus()
    QTest.keyClick(stage.window, Qt.Key.Key_O, control)
    assert stage.shows("device-picker")


def test_an_address_is_checked_and_connected_to(stage: Stage) -> None:
    stage.engine.find("kitchen", "Kitchen PC")
    QTest.mouseClick(stage.find(QWidget, "card-address"), LEFT)
    field = stage.find(QLineEdit, "address-field")
    QTest.keyClicks(field, "kitchen pc !")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert stage.shows("address-problem")
    assert not stage.engine.calls
    field.clear()
    QTest.keyClicks(field, "192.168.1.50:5000")
    assert not stage.shows("address-problem")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert stage.engine.calls == [("pair", Address("192.168.1.50", 5000))]
    assert not stage.shows("address-dialog")


def test_an_address_with_which_there_is_a_session_shows_that(stage: Stage) -> None:
    stage.engine.find("kitchen", "Kitchen PC", address="192.168.1.7")
    stage.engine.verify(SessionId(1), "kitchen")
    shortcut(stage, "Connect by address…").trigger()
    QTest.keyClicks(stage.find(QLineEdit, "address-field"), "192.168.1.7")
    QTest.mouseClick(stage.find(QPushButton, "address-connect"), LEFT)
    assert not stage.engine.calls
    assert stage.shows("session-panel")


def test_this_computer_is_renamed_in_place(stage: Stage) -> None:
    QTest.mouseClick(stage.find(QPushButton, "own-name"), LEFT)
    editor = stage.find(QLineEdit, "own-name-editor")
    QTest.keyClicks(editor, "  Ada &  Charles ")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert stage.engine.calls == [("change_settings", {"name": "Ada & Charles"})]
    assert stage.find(QPushButton, "own-name").text() == "Ada && Charles"


def test_escape_leaves_the_name_as_it_was(stage: Stage) -> None:
    QTest.mouseClick(stage.find(QPushButton, "own-name"), LEFT)
    editor = stage.find(QLineEdit, "own-name-editor")
    QTest.keyClicks(editor, "Mallory")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert not stage.engine.calls
    assert stage.find(QPushButton, "own-name").text() == "Ada's laptop"


def test_everyone_may_see_it_for_ten_minutes(stage: Stage) -> None:
    stage.engine.change_settings(visibility=Visibility.REMEMBERED)
    stage.engine.calls.clear()
    button = stage.find(QPushButton, "visibility")
    *_, action = button.menu().actions()
    assert action.text() == "Everyone nearby, for ten minutes"
    action.trigger()
    assert stage.engine.calls == [("open_for_a_while",)]
    assert button.text() == "Visible to everyone until 14:12"
    stage.engine.open_until = None
    stage.window.handle(SettingsChanged())
    assert button.text() == "Visible to remembered devices"


def test_who_can_see_this_computer_is_chosen_from_a_menu(stage: Stage) -> None:
    button = stage.find(QPushButton, "visibility")
    assert button.text() == "Visible to everyone nearby"
    actions = button.menu().actions()
    assert [action.text() for action in actions[:3]] == ["Everyone nearby", "Only remembered devices", "Nobody"]
    for action, chosen, said in (
        (actions[1], Visibility.REMEMBERED, "Visible to remembered devices"),
        (actions[2], Visibility.NOBODY, "Visible to nobody"),
    ):
        action.trigger()
        assert stage.engine.calls[-1] == ("change_settings", {"visibility": chosen})
        assert button.text() == said
        assert [each for each in actions if each.isChecked()] == [action]


def test_progress_moves_and_the_end_says_where_it_is(stage: Stage, qtbot: QtBot) -> None:
    stage.engine.find("kitchen", "Kitchen PC")
    drop(stage.find(DeviceCard, "card-kitchen"), THESIS)
    [transfer] = stage.engine.transfers()
    moving = stage.engine.change(transfer, state=State.MOVING, contents=Contents(("thesis.pdf",), 1, 0, 3_200_000_000))
    stage.engine.move(moving.id, Progress(1_536_000_000, 3_200_000_000, 0, 1, 94_000_000, 17.4))
    status = stage.find(QLabel, f"status-{moving.id}")
    qtbot.waitUntil(lambda: status.text().endswith("48 % · 94 MB/s · 17 s left"))
    QTest.mouseClick(stage.find(QPushButton, f"cancel-{moving.id}"), LEFT)
    assert stage.engine.calls[-1] == ("cancel", moving.id)
    stage.engine.change(moving, state=State.DELIVERED, changed_at=1_700_000_000.0)
    assert status.text().startswith("Delivered ")
    assert "checked and saved on" in status.text()
    assert not stage.shows(f"cancel-{moving.id}")
    assert not stage.shows(f"progress-{moving.id}")


def test_a_pause_says_why_and_what_helps(stage: Stage) -> None:
    stage.engine.find("kitchen", "Kitchen PC")
    drop(stage.find(DeviceCard, "card-kitchen"), THESIS)
    [transfer] = stage.engine.transfers()
    stage.engine.change(transfer, state=State.MOVING, session=SessionId(1), paused=DiskFullThere(peer="Kitchen PC"))
    status = stage.find(QLabel, f"status-{transfer.id}")
    assert status.text().startswith("Paused: The disk of ")
    assert "make room" in status.text()
    assert stage.shows(f"cancel-{transfer.id}")
    stage.engine.change(transfer, state=State.MOVING, paused=None)
    assert status.text().startswith("To ")


def test_received_files_can_be_opened_and_shown_but_programs_not_opened(stage: Stage) -> None:
    saved = (Path("/home/ada/Downloads/thesis.pdf"),)
    transfer = stage.engine.offer(Contents(("thesis.pdf",), 1, 0, 10))
    done = stage.engine.change(transfer, state=State.DELIVERED, saved=saved)
    QTest.mouseClick(stage.find(QPushButton, f"open-{done.id}"), LEFT)
    QTest.mouseClick(stage.find(QPushButton, f"folder-{done.id}"), LEFT)
    assert stage.desktop.opened == [*saved]
    assert stage.desktop.shown == [*saved]
    stage.engine.change(done, contents=Contents(("setup.exe",), 1, 0, 10, programs=1))
    assert not stage.shows(f"open-{done.id}")
    assert stage.shows(f"folder-{done.id}")


def test_a_verified_card_opens_its_session_which_can_be_ended(stage: Stage) -> None:
    stage.engine.find("kitchen", "Kitchen PC")
    stage.engine.verify(SessionId(7), "kitchen")
    card = stage.find(DeviceCard, "card-kitchen")
    assert "Verified" in card.accessibleName()
    QTest.mouseClick(card, LEFT)
    choose(stage, "card-menu", "About this session…")
    texts = [label.whole for label in stage.find(QWidget, "session-panel").findChildren(TwoLines)]
    assert "X25519 + ML-KEM-768" in texts
    assert "AES-256-GCM" in texts
    QTest.mouseClick(stage.find(QPushButton, "session-end"), LEFT)
    assert stage.engine.calls == [("end_session", SessionId(7))]
    stage.engine.lose_session(SessionId(7), "Kitchen PC")
    assert stage.find(QLabel, "session-state").text() == "Session over. Its keys no longer exist."
    assert not stage.shows("session-end")


def test_a_remembered_card_is_checked_or_forgotten_from_its_menu(stage: Stage) -> None:
    [kitchen] = stage.engine.know("Kitchen PC")
    stage.engine.find("kitchen", "Kitchen PC", remembered=kitchen)
    for text in ("Check which device it is", "Forget this device…"):
        QTest.mouseClick(stage.find(DeviceCard, "card-kitchen"), LEFT)
        menu = stage.find(QMenu, "card-menu")
        choose(stage, "card-menu", text)
        menu.close()
    assert stage.engine.calls == [("pair", DeviceId("kitchen"))]
    QTest.mouseClick(stage.find(QPushButton, "forget-forget"), LEFT)
    assert stage.engine.calls[1:] == [("forget", kitchen.id)]


def test_the_question_for_a_device_says_who_is_only_probable(stage: Stage) -> None:
    [kitchen] = stage.engine.know("Kitchen PC")
    stage.engine.find("kitchen", "", remembered=kitchen)
    stage.window.offer_to_send([THESIS])
    name = isolated("Kitchen PC")
    text = stage.find(QListWidget, "picker-devices").item(0).text()
    assert text == f"{name} — probably {name}, verified {dates.day(kitchen.compared_at)}"


def test_trouble_is_a_sentence_with_a_next_step_and_is_not_repeated(stage: Stage) -> None:
    for _ in range(3):
        stage.window.handle(Trouble(NoNetwork()))
    notices = [one for one in stage.window.findChildren(QWidget, "notice-warning") if one.isVisible()]
    assert len(notices) == 1
    texts = [label.text() for label in notices[0].findChildren(QLabel)]
    assert texts == [str(NoNetwork()), NoNetwork().next_step]


def test_no_network_is_taken_back_when_somebody_is_found(stage: Stage) -> None:
    stage.window.handle(Trouble(NoNetwork()))
    stage.engine.find("kitchen", "Kitchen PC")
    assert not stage.shows("notice-warning")


def test_trouble_with_the_network_is_taken_back_when_it_is_over(stage: Stage) -> None:
    blocked = DiscoveryBlocked(reason="permission denied")
    for told in (Trouble(NoNetwork()), TroubleOver(NoNetwork()), Trouble(blocked)):
        stage.window.handle(told)
    assert stage.window._notices.texts() == [error_text.sentence(blocked)]
    stage.window.handle(TroubleOver(blocked))
    assert not stage.shows("notice-warning")


def test_that_a_port_was_taken_is_past_once_it_listens_at_another_that_was_set(stage: Stage) -> None:
    stage.window.handle(Listening(51000, 47471))
    stage.window.handle(Listening(50000, 50000))
    assert not stage.shows("notice-info")


def test_another_port_and_a_lost_session_are_told(stage: Stage) -> None:
    stage.window.handle(Listening(47471, 47471))
    assert not stage.shows("notice-info")
    stage.window.handle(Listening(51000, 47471))
    assert stage.shows("notice-info")
    stage.engine.lose_session(SessionId(1), "Kitchen PC", ConnectionLost(peer="Kitchen PC"))
    assert stage.shows("notice-warning")


def test_a_failed_transfer_says_why_and_what_to_do(stage: Stage) -> None:
    stage.engine.find("kitchen", "Kitchen PC")
    drop(stage.find(DeviceCard, "card-kitchen"), THESIS)
    [transfer] = stage.engine.transfers()
    stage.engine.change(transfer, state=State.FAILED, error=PeerUnreachable(peer="Kitchen PC"))
    text = stage.find(QLabel, f"status-{transfer.id}").text()
    assert "could not be reached." in text
    assert PeerUnreachable.advice in text


def test_what_is_still_being_read_is_not_said_to_be_nothing(stage: Stage) -> None:
    stage.engine.find("kitchen", "Kitchen PC")
    for paths in ([THESIS], [THESIS, THESIS.with_name("a"), THESIS.with_name("b")]):
        row = stage.find(TransferRow, f"transfer-{stage.engine.send(paths, DeviceId('kitchen'))}")
        assert "0" not in row.spoken
        assert row.spoken.startswith(isolated("thesis.pdf"))


def test_closing_asks_only_while_something_runs(stage: Stage) -> None:
    transfer = stage.engine.offer(Contents(("a",), 1, 0, 1))
    moving = stage.engine.change(transfer, state=State.MOVING)
    stage.window.close()
    assert stage.window.isVisible()
    QTest.mouseClick(stage.find(QPushButton, "closing-stay"), LEFT)
    assert stage.window.isVisible()
    stage.window.close()
    QTest.mouseClick(stage.find(QPushButton, "closing-close"), LEFT)
    assert not stage.window.isVisible()
    stage.window.show()
    stage.engine.change(moving, state=State.DELIVERED)


@pytest.mark.parametrize("state", [state for state in State if state.final])
def test_a_window_without_running_transfers_closes_at_once(stage: Stage, state: State) -> None:
    transfer = stage.engine.offer(Contents(("a",), 1, 0, 1))
    stage.engine.change(transfer, state=state)
    assert stage.window.close()


def test_the_window_shows_what_the_engine_knew_before(stage: Stage, qtbot: QtBot) -> None:
    from desktop_app.gui.main_window import MainWindow

    stage.engine.find("kitchen", "Kitchen PC")
    stage.engine.send([THESIS], DeviceId("kitchen"))
    second = MainWindow(stage.engine, stage.choosing, stage.desktop)
    qtbot.addWidget(second)
    assert second.findChild(DeviceCard, "card-kitchen") is not None
    assert second.findChild(QWidget, f"transfer-{TransferId(1)}") is not None


def test_whoever_wants_an_update_is_shown_the_page_of_the_releases(stage: Stage) -> None:
    assert stage.desktop.browsed == []
    shortcut(stage, "Check for updates…").trigger()
    assert stage.desktop.browsed == [RELEASES]


def test_menu_actions_have_their_keys(stage: Stage) -> None:
    assert shortcut(stage, "Send files…").shortcut().toString() == "Ctrl+O"
    assert shortcut(stage, "Send a folder…").shortcut().toString() == "Ctrl+Shift+O"
