"""What a row of this run says, and what can be done with it."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QListWidget, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.errors import (
    AppError,
    Declined,
    DiskFull,
    DiskFullThere,
    FolderAway,
    NoAnswer,
    NoAnswerHere,
    NobodyAsked,
    PartlyDelivered,
    PartlyReceived,
    PathMissing,
    PausedHere,
    PausedThere,
    PeerUnreachable,
    Size,
    SourceChanged,
    TextNotTaken,
    WaitedTooLong,
    WaitsForPeer,
    WaitsForPerson,
    WaitsForSender,
)
from desktop_app.events import (
    Contents,
    DeviceId,
    Direction,
    FileFailure,
    Limit,
    Method,
    Progress,
    SessionId,
    State,
    Transfer,
    TransferId,
    Trouble,
)
from desktop_app.gui import transfer_text, transfers
from desktop_app.gui.main_window import MainWindow
from tests.gui.conftest import Stage, keyboard
from tests.gui.test_earlier import choose, past, plain_text

LEFT = Qt.MouseButton.LeftButton
HOLIDAY = Contents(("holiday 2026",), 214, 12, 3_200_000_000)
MOVING = Transfer(TransferId(1), Direction.SENDING, "Kitchen PC", State.MOVING, HOLIDAY, session=SessionId(1))
FAILURES = (FileFailure("holiday 2026/a.jpg", SourceChanged(path="holiday 2026/a.jpg")),)


def said(stage: Stage, number: int = 1) -> str:
    return plain_text(stage.find(QLabel, f"status-{number}").text())


def test_a_transfer_is_paused_and_resumed_by_its_button(stage: Stage, qtbot: QtBot) -> None:
    moving = stage.engine.change(MOVING)
    stage.engine.move(moving.id, Progress(1_600_000_000, 3_200_000_000, 98, 214, 94_000_000, 17.4))
    button = stage.find(QPushButton, "pause-1")
    assert button.window() is stage.window
    assert (button.text(), plain_text(button.accessibleName())) == (
        "Pause",
        "Pause holiday 2026 — 214 files, 3.2 GB · To Kitchen PC",
    )
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert stage.engine.calls == [("pause", moving.id)]
    stage.engine.change(moving, paused=PausedHere())
    assert button.text() == "Resume"
    assert plain_text(button.accessibleName()).startswith("Resume holiday 2026")
    qtbot.waitUntil(lambda: said(stage) == "Paused by you · 50 %")
    QTest.mouseClick(button, LEFT)
    assert stage.engine.calls[-1] == ("unpause", moving.id)


def test_a_pause_of_the_other_side_can_be_added_to(stage: Stage) -> None:
    stage.engine.change(MOVING, paused=PausedThere(peer="Kitchen PC"))
    assert said(stage) == "Paused by Kitchen PC"
    assert stage.find(QPushButton, "pause-1").text() == "Pause"
    stage.engine.change(MOVING, paused=DiskFullThere(peer="Kitchen PC"))
    assert said(stage).startswith("Paused: The disk of Kitchen PC is full.")


@pytest.mark.parametrize("state", [State.ASKING, State.FINISHING, State.DELIVERED, State.CANCELLED])
def test_only_what_moves_can_be_paused(stage: Stage, state: State) -> None:
    stage.engine.change(MOVING, state=state)
    assert not stage.shows("pause-1")


@pytest.mark.parametrize(("files", "told"), [(1, "1 was there already"), (1200, "1,200 were there already")])
def test_what_was_there_already_is_told(stage: Stage, files: int, told: str) -> None:
    stage.engine.change(MOVING, state=State.DELIVERED, were_there=files)
    assert said(stage).endswith(f" — checked and saved on Kitchen PC · {told}")


@pytest.mark.parametrize("limit", [*Limit, None])
def test_what_limits_it_is_told_while_it_moves(stage: Stage, qtbot: QtBot, limit: Limit | None) -> None:
    moving = stage.engine.change(MOVING)
    stage.engine.move(moving.id, Progress(1_600_000_000, 3_200_000_000, 98, 214, 94_000_000, 17.4, limit))
    qtbot.waitUntil(lambda: "50 %" in said(stage))
    if limit is None:
        assert not stage.shows("limit-1")
        return
    told = plain_text(stage.find(QLabel, "limit-1").text())
    assert told.startswith("Limited by ")
    assert ("Kitchen PC" in told) is (limit in {Limit.THEIR_DISK, Limit.THEIR_COMPUTER})
    stage.engine.change(moving, paused=PausedHere())
    assert not stage.shows("limit-1")
    stage.engine.change(moving, state=State.DELIVERED)
    assert not stage.shows("limit-1")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"state": State.DELIVERED}, "checked and saved on Kitchen PC"),
        ({"state": State.FAILED, "error": PeerUnreachable(peer="Kitchen PC")}, "Kitchen PC"),
        ({"paused": DiskFullThere(peer="Kitchen PC")}, "Paused: The disk of Kitchen PC is full."),
        ({"paused": PausedHere()}, None),
        ({"were_there": 1}, None),
    ],
    ids=["delivered", "failed", "the disk there", "by oneself", "a detail"],
)
def test_how_it_ended_is_announced(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, change: dict[str, object], told: str | None
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(transfers, "announce", lambda _source, text: heard.append(plain_text(text)))
    moving = stage.engine.change(MOVING)
    changed = stage.engine.change(moving, **change)
    stage.engine.change(changed)
    if told is None:
        assert heard == []
    else:
        [said] = heard
        assert said.startswith("holiday 2026 — 214 files, 3.2 GB · ")
        assert told in said


def test_what_was_over_before_the_window_came_is_not_announced(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(transfers, "announce", lambda _source, text: heard.append(text))
    stage.engine.change(MOVING, state=State.DELIVERED)
    another = MainWindow(stage.engine)
    qtbot.addWidget(another)
    assert heard == []


WAITING = replace(MOVING, session=None, paused=WaitsForPerson(peer="Kitchen PC"))


def test_what_was_interrupted_waits_with_what_it_has_and_is_continued(stage: Stage) -> None:
    stage.engine.move(WAITING.id, Progress(1_600_000_000, 3_200_000_000, 98, 214, 0, None))
    stage.engine.change(WAITING)
    assert said(stage).startswith("The connection to Kitchen PC was interrupted. If it does not come back by itself")
    assert stage.find(QProgressBar, "progress-1").value() == 500
    assert not stage.shows("pause-1")
    assert not stage.window._transfers._timer.isActive(), "nothing moves"
    button = stage.find(QPushButton, "continue-1")
    assert button.window() is stage.window
    assert plain_text(button.accessibleName()) == "Continue holiday 2026 — 214 files, 3.2 GB · To Kitchen PC"
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert stage.engine.calls == [("resume", WAITING.id, None)]
    stage.engine.change(MOVING)
    assert not stage.shows("continue-1")
    assert stage.shows("pause-1")


def test_where_nobody_was_found_the_person_says_where_it_is(stage: Stage) -> None:
    stage.engine.find("kitchen", "Kitchen PC")
    stage.engine.change(WAITING, paused=PeerUnreachable(peer="Kitchen PC"))
    QTest.mouseClick(stage.find(QPushButton, "continue-1"), LEFT)
    QTest.mouseClick(stage.find(QPushButton, "picker-send"), LEFT)
    assert stage.engine.calls == [("resume", WAITING.id, DeviceId("kitchen"))]


def test_where_nobody_is_near_it_is_tried_again_where_it_was(stage: Stage) -> None:
    stage.engine.change(WAITING, paused=PeerUnreachable(peer="Kitchen PC"))
    QTest.mouseClick(stage.find(QPushButton, "continue-1"), LEFT)
    assert not stage.shows("device-picker")
    assert stage.engine.calls == [("resume", WAITING.id, None)]


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("why", [WaitsForPerson, WaitsForSender, PeerUnreachable, NoAnswer])
def test_what_is_about_to_go_on_is_neither_paused_nor_interrupted(
    stage: Stage, direction: Direction, why: type[AppError]
) -> None:
    """Somebody is called, compared with or asked, or both look through what they have, which takes minutes."""
    stage.engine.change(WAITING, direction=direction, paused=why(peer="Kitchen PC"), session=SessionId(2))
    assert said(stage) == "Continuing with Kitchen PC…"
    assert [name for name in ("pause-1", "continue-1", "cancel-1") if stage.shows(name)] == ["cancel-1"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_the_button_with_the_keyboard_as_space_does(stage: Stage, key: Qt.Key) -> None:
    stage.engine.change(MOVING)
    stage.find(QPushButton, "cancel-1").setFocus()
    QTest.keyClick(keyboard(), key)
    assert stage.engine.calls == [("cancel", MOVING.id)]


def test_for_what_is_received_nobody_asks_which_device_to_send_it_to(stage: Stage) -> None:
    stage.engine.find("kitchen", "Kitchen PC")
    stage.engine.change(WAITING, direction=Direction.RECEIVING, paused=PeerUnreachable(peer="Kitchen PC"))
    QTest.mouseClick(stage.find(QPushButton, "continue-1"), LEFT)
    assert not stage.shows("device-picker")
    assert stage.engine.calls == [("resume", WAITING.id, None)]


@pytest.mark.parametrize("why", [FolderAway(path="/mnt/usb", reason="gone"), DiskFull(needed=Size(9), free=Size(0))])
def test_what_is_received_and_waits_for_a_disk_goes_on_by_itself(stage: Stage, why: AppError) -> None:
    stage.engine.change(WAITING, direction=Direction.RECEIVING, paused=why)
    assert not stage.shows("continue-1")
    assert why.next_step in said(stage)


@pytest.mark.parametrize("why", [PathMissing(path="/mnt/usb/a"), PausedHere()])
def test_what_waits_for_this_computer_is_not_sent_to_another(stage: Stage, why: AppError) -> None:
    stage.engine.find("kitchen", "Kitchen PC")
    stage.engine.change(WAITING, paused=why)
    QTest.mouseClick(stage.find(QPushButton, "continue-1"), LEFT)
    assert not stage.shows("device-picker")
    assert stage.engine.calls == [("resume", WAITING.id, None)]


@pytest.mark.parametrize(
    ("why", "can"), [(WaitsForPeer, True), (WaitsForPerson, True), (WaitedTooLong, True), (WaitsForSender, False)]
)
def test_only_who_can_is_asked_to_continue(stage: Stage, why: type[AppError], can: bool) -> None:
    stage.engine.change(WAITING, paused=why(peer="Kitchen PC"))
    assert stage.shows("continue-1") is can
    assert stage.shows("cancel-1")


@pytest.mark.parametrize(
    ("why", "told"),
    [
        (Declined(peer="You"), "You declined this from Grace."),
        (NoAnswerHere(peer="Grace"), "Nobody answered the offer here in time."),
        (NobodyAsked(peer="Grace"), "Nobody could be asked here about what Grace offers."),
        (TextNotTaken(peer="this computer"), "Nobody on this computer took the text."),
    ],
)
def test_only_who_declined_is_told_so(stage: Stage, why: AppError, told: str) -> None:
    ended = past(number=1, saved=(), state=State.DECLINED, error=why)
    stage.engine.change(ended)
    assert said(stage) == told


def test_what_waits_holds_no_window_open(stage: Stage) -> None:
    stage.engine.change(WAITING)
    assert stage.window.running == 0
    assert stage.window.close()


def partly(stage: Stage) -> Transfer:
    return stage.engine.change(
        MOVING, state=State.PARTLY, failures=FAILURES, error=PartlyDelivered(failed=1, files=214)
    )


def test_who_receives_a_part_is_told_to_have_the_rest_sent_again(stage: Stage) -> None:
    error = PartlyReceived(failed=1, files=214)
    received = stage.engine.change(MOVING, direction=Direction.RECEIVING, state=State.PARTLY, error=error)
    assert "have those sent again" in transfer_text.status(received)
    assert "send those again" in transfer_text.status(partly(stage))


def test_what_failed_is_sent_again_to_the_same_session(stage: Stage) -> None:
    stage.engine.find("studio", "Studio")
    stage.engine.find("kitchen", "Kitchen PC")
    stage.engine.verify(SessionId(1), "kitchen")
    transfer = partly(stage)
    QTest.mouseClick(stage.find(QPushButton, "retry-1"), LEFT)
    assert stage.engine.calls == [("retry", transfer.id, DeviceId("kitchen"))]
    assert not stage.shows("retry-1")


def test_a_remembered_device_is_known_again_when_its_session_is_over(stage: Stage) -> None:
    [kitchen] = stage.engine.know("Kitchen PC")
    stage.engine.find("kitchen", "Kitchen PC")
    stage.engine.verify(SessionId(1), "kitchen", method=Method.RECORD, remembered=kitchen)
    stage.engine.lose_session(SessionId(1), "Kitchen PC")
    stage.engine.lose("kitchen")
    stage.engine.find("again", "Kitchen PC", remembered=kitchen)
    transfer = partly(stage)
    QTest.mouseClick(stage.find(QPushButton, "retry-1"), LEFT)
    assert stage.engine.calls == [("retry", transfer.id, DeviceId("again"))]


def test_where_it_is_not_clear_who_that_was_the_person_is_asked(stage: Stage) -> None:
    stage.engine.find("kitchen", "Kitchen PC")
    stage.engine.find("studio", "Studio")
    transfer = partly(stage)
    QTest.mouseClick(stage.find(QPushButton, "retry-1"), LEFT)
    assert not stage.engine.calls
    stage.find(QListWidget, "picker-devices").item(1).setCheckState(Qt.CheckState.Checked)
    QTest.mouseClick(stage.find(QPushButton, "picker-send"), LEFT)
    assert stage.engine.calls == [("retry", transfer.id, DeviceId("studio"))]


def test_who_chooses_no_device_can_send_again_what_failed_all_the_same(stage: Stage) -> None:
    partly(stage)
    QTest.mouseClick(stage.find(QPushButton, "retry-1"), LEFT)
    QTest.mouseClick(stage.find(QPushButton, "picker-cancel"), LEFT)
    assert not stage.engine.calls
    assert stage.shows("retry-1")


@pytest.mark.parametrize(("state", "again"), [(State.FAILED, True), (State.CANCELLED, True), (State.DELIVERED, False)])
def test_what_failed_can_be_sent_again_once_more_where_nothing_came_of_it(
    stage: Stage, state: State, again: bool
) -> None:
    stage.engine.find("kitchen", "Kitchen PC")
    stage.engine.verify(SessionId(1), "kitchen")
    partly(stage)
    QTest.mouseClick(stage.find(QPushButton, "retry-1"), LEFT)
    [retry] = stage.engine.transfers()[1:]
    stage.engine.change(retry, state=State.MOVING)
    assert not stage.shows("retry-1")
    stage.engine.change(retry, state=state)
    assert stage.shows("retry-1") is again


def test_what_came_to_nothing_is_sent_again_whole_on_one_row_at_a_time(stage: Stage) -> None:
    stage.engine.find("kitchen", "Kitchen PC")
    lost = stage.engine.change(MOVING, state=State.FAILED, error=PeerUnreachable(peer="Kitchen PC"), again=True)
    button = stage.find(QPushButton, "retry-1")
    assert (button.text(), "failed of" in button.accessibleName()) == ("Send again", False)
    QTest.mouseClick(button, LEFT)
    QTest.mouseClick(stage.find(QPushButton, "picker-send"), LEFT)
    assert stage.engine.calls == [("retry", lost.id, DeviceId("kitchen"))]
    [retry] = stage.engine.transfers()[1:]
    stage.engine.change(retry, state=State.DECLINED, again=True)
    assert not stage.shows("retry-1")
    assert stage.shows(f"retry-{retry.id}")


def test_files_that_are_dropped_meanwhile_are_asked_about_afterwards(stage: Stage, qtbot: QtBot) -> None:
    stage.engine.find("kitchen", "Kitchen PC")
    transfer = partly(stage)
    QTest.mouseClick(stage.find(QPushButton, "retry-1"), LEFT)
    stage.window.offer_to_send([Path("/a")])
    stage.window.offer_to_send([Path("/b"), Path("/a")])
    QTest.mouseClick(stage.find(QPushButton, "picker-send"), LEFT)
    qtbot.waitUntil(lambda: stage.shows("picker-send"))
    QTest.mouseClick(stage.find(QPushButton, "picker-send"), LEFT)
    assert stage.engine.calls == [
        ("retry", transfer.id, DeviceId("kitchen")),
        ("send", (Path("/a"), Path("/b")), DeviceId("kitchen")),
    ]


def test_what_was_received_cannot_be_sent_again(stage: Stage) -> None:
    stage.engine.change(MOVING, direction=Direction.RECEIVING, state=State.PARTLY, failures=FAILURES)
    assert stage.shows("reasons-1")
    assert not stage.shows("retry-1")


def test_a_row_of_the_history_can_be_sent_again_where_the_paths_are_known(stage: Stage, qtbot: QtBot) -> None:
    [kitchen] = stage.engine.know("Kitchen PC")
    stage.engine.find("kitchen", "Kitchen PC", remembered=kitchen)
    old = past("src", direction=Direction.SENDING, state=State.PARTLY, failures=FAILURES)
    stage.engine.remember_past(old, can_retry=True, remembered=kitchen.id)
    qtbot.waitUntil(lambda: stage.shows("past-list"))
    view = stage.window._earlier._list
    qtbot.waitUntil(lambda: view.model().index(0, 0).data() is not None)
    choose(stage, view, 0, "Retry failed")
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.mouseClick(stage.find(QPushButton, "past-retry"), LEFT)
    assert stage.engine.calls == 2 * [("retry", "1", DeviceId("kitchen"))]
    assert not stage.shows("past-details")


def test_who_has_just_resumed_it_cancels_nothing_when_the_connection_goes(stage: Stage) -> None:
    moving = stage.engine.change(MOVING)
    stage.find(QPushButton, "pause-1").setFocus()
    stage.engine.change(moving, session=None, paused=WaitsForPeer(peer="Kitchen PC"))
    assert keyboard() is stage.find(QPushButton, "continue-1")
    stage.engine.change(moving)
    assert keyboard() is stage.find(QPushButton, "pause-1")
    stage.engine.change(moving, session=None, paused=WaitsForSender(peer="Kitchen PC"))
    assert keyboard() is stage.find(QWidget, "transfer-1")
    QTest.keyClick(keyboard(), Qt.Key.Key_Space)
    assert stage.engine.calls == []


def test_the_keyboard_does_not_jump_while_a_dialog_is_before_the_row(stage: Stage, qtbot: QtBot) -> None:
    moving = stage.engine.change(MOVING)
    stage.find(QPushButton, "pause-1").setFocus()
    QTest.keyClick(stage.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: stage.shows("address-field"))
    stage.engine.change(moving, session=None, paused=WaitsForSender(peer="Kitchen PC"))
    QTest.keyClick(keyboard(), Qt.Key.Key_Escape)
    qtbot.waitUntil(stage.window.isActiveWindow)
    assert keyboard() is stage.find(QWidget, "transfer-1")


@pytest.mark.parametrize("goes", ["the row", "its card", "the notice"])
def test_no_other_button_gets_the_keyboard_of_what_goes(stage: Stage, goes: str) -> None:
    stage.engine.find("kitchen", "Kitchen PC")
    stage.engine.change(MOVING, state=State.ASKING)
    over = stage.engine.change(replace(MOVING, id=TransferId(2)), state=State.DELIVERED)
    stage.engine.change(replace(MOVING, id=TransferId(3)), state=State.ASKING)
    stage.window.handle(Trouble(PeerUnreachable(peer="Kitchen PC")))
    match goes:
        case "the row":
            stage.find(QWidget, "more-2").setFocus()
            stage.engine.clear_history({over.id})
            assert not stage.shows("transfer-2")
        case "its card":
            stage.find(QWidget, "card-kitchen").setFocus()
            stage.engine.lose("kitchen")
        case _:
            stage.find(QPushButton, "notice-details").setFocus()
            stage.window._notices.withdraw(PeerUnreachable(peer="Kitchen PC"))
    assert not isinstance(keyboard(), QAbstractButton)
