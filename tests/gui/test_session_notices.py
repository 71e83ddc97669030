"""Quiet lines about sessions: one each, none that a person has to clear away."""

import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QMenu
from pytestqt.qtbot import QtBot

from desktop_app.errors import ConnectionLost, NoNetwork, PeerTimeout, WaitsForPeer
from desktop_app.events import Contents, Direction, Method, SessionId, State, Transfer, TransferId, Trouble
from desktop_app.gui import dates, notices
from desktop_app.gui.notices import Notices
from desktop_app.gui.plain import isolated
from desktop_app.gui.tile import DeviceCard
from tests.gui.conftest import Stage

SESSION = SessionId(1)
PEER = isolated("Kitchen PC")


@pytest.fixture(autouse=True)
def _near(stage: Stage) -> None:
    stage.engine.find("kitchen", "Kitchen PC")


def said(stage: Stage) -> list[str]:
    return stage.window._notices.texts()


def more(stage: Stage) -> list[str]:
    return [label.text() for label in stage.find(QFrame, "notice-info").findChildren(QLabel)][1:]


def test_a_proof_is_told_quietly_and_a_code_not_again(stage: Stage) -> None:
    stage.engine.verify(SESSION, "kitchen")
    assert not said(stage)
    stage.engine.verify(SESSION, "kitchen", method=Method.RECORD)
    assert said(stage) == [f"{PEER} proved itself; no code needed."]
    assert stage.shows("notice-mention")


@pytest.mark.parametrize("error", [ConnectionLost(peer="Kitchen PC"), PeerTimeout(peer="Kitchen PC")])
def test_a_session_that_comes_back_takes_back_that_it_was_lost(
    stage: Stage, error: ConnectionLost | PeerTimeout
) -> None:
    stage.engine.verify(SESSION, "kitchen")
    stage.engine.lose_session(SESSION, "Kitchen PC", error)
    stage.engine.lose_session(SessionId(7), "Studio", ConnectionLost(peer="Studio"))
    stage.engine.verify(SessionId(2), "kitchen", method=Method.CONTINUATION)
    assert said(stage) == [
        f"The connection to {isolated('Studio')} was lost.",
        f"{PEER} is connected again; no code needed.",
    ]


@pytest.mark.parametrize("method", [Method.RECORD, Method.CODE])
def test_so_does_another_session_with_it(stage: Stage, method: Method) -> None:
    stage.engine.verify(SESSION, "kitchen")
    stage.engine.lose_session(SESSION, "Kitchen PC", ConnectionLost(peer="Kitchen PC"))
    stage.engine.verify(SessionId(2), "kitchen", method=method)
    assert f"The connection to {PEER} was lost." not in said(stage)


def test_so_does_a_transfer_that_goes_on(stage: Stage) -> None:
    """The other session may have been there before the first one ended."""
    transfer = Transfer(TransferId(1), Direction.SENDING, "Kitchen PC", State.MOVING, Contents(("a",), 1, 0, 1))
    waits = stage.engine.change(transfer, paused=WaitsForPeer(peer="Kitchen PC"))
    stage.engine.lose_session(SESSION, "Kitchen PC", ConnectionLost(peer="Kitchen PC"))
    stage.engine.change(waits)
    assert said(stage) == [f"The connection to {PEER} was lost."]
    stage.engine.change(waits, paused=None, session=SessionId(2))
    assert not said(stage)


def test_it_says_until_when_a_device_is_remembered(stage: Stage) -> None:
    [kitchen] = stage.engine.know("Kitchen PC")
    stage.engine.verify(SESSION, "kitchen")
    stage.engine.become_remembered(SESSION, kitchen)
    assert said(stage) == [f"{PEER} is remembered until {dates.day(kitchen.expires_at)}."]


def ask(stage: Stage) -> None:
    stage.find(DeviceCard, "card-kitchen").click()
    menu = stage.find(QMenu, "card-menu")
    [entry] = [action for action in menu.actions() if action.text() == "Remember this device…"]
    menu.close()
    entry.trigger()


def test_asking_from_the_card_says_that_it_takes_two(stage: Stage) -> None:
    [kitchen] = stage.engine.know("Kitchen PC")
    stage.engine.verify(SESSION, "kitchen")
    ask(stage)
    assert stage.engine.calls == [("remember", SESSION)]
    assert said(stage) == [f"{PEER} will be remembered as soon as that is wanted there too."]
    assert "Remember this device…" in more(stage)[0]
    stage.engine.become_remembered(SESSION, kitchen)
    assert said(stage) == [f"{PEER} is remembered until {dates.day(kitchen.expires_at)}."]
    stage.engine.lose_session(SESSION, "Kitchen PC")
    assert said(stage) == [f"The session with {PEER} is over. Its keys no longer exist."]
    assert stage.shows("notice-over"), "no check mark for what is over"


def test_whoever_came_by_invitation_cannot_be_asked_to_be_remembered(stage: Stage) -> None:
    """Nothing would come of it, and it was said that only the other side has to want that, too."""
    stage.engine.verify(SESSION, "kitchen", method=Method.INVITATION)
    stage.find(DeviceCard, "card-kitchen").click()
    menu = stage.find(QMenu, "card-menu")
    menu.close()
    assert [each.text() for each in menu.actions() if each.text()][2:] == ["About this session…"]


def test_what_did_not_come_of_it_is_told_when_the_session_ends(stage: Stage) -> None:
    stage.engine.verify(SESSION, "kitchen")
    ask(stage)
    stage.engine.lose_session(SESSION, "Kitchen PC")
    assert said(stage) == [f"The session with {PEER} is over. Its keys no longer exist."]
    assert more(stage)[0].startswith("It is not remembered")


def test_a_session_that_ended_meanwhile_is_not_asked_for(stage: Stage) -> None:
    stage.engine.verify(SESSION, "kitchen")
    stage.engine.lose_session(SESSION, "Kitchen PC")
    stage.window._session_notices.ask_to_remember(SESSION)
    assert not stage.engine.calls


def test_a_quiet_line_goes_by_itself_and_a_warning_does_not(
    stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Notices, "mentioned_ms", 50)
    stage.engine.lose_session(SessionId(7), "Studio", ConnectionLost(peer="Studio"))
    stage.engine.verify(SESSION, "kitchen", method=Method.RECORD)
    assert len(said(stage)) == 2
    qtbot.waitUntil(lambda: len(said(stage)) == 1)
    assert stage.shows("notice-warning")


def test_a_quiet_line_does_not_go_from_under_the_pointer(
    stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Notices, "mentioned_ms", 50)
    stage.engine.verify(SESSION, "kitchen", method=Method.RECORD)
    line = stage.find(QFrame, "notice-mention")
    middle = QPointF(line.rect().center())
    QApplication.sendEvent(line, QEnterEvent(middle, middle, middle))
    with qtbot.assertNotEmitted(line.dismissed, wait=200):  # type: ignore[attr-defined]
        pass
    QApplication.sendEvent(line, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: not said(stage))


def test_quiet_lines_make_room_before_warnings_do(stage: Stage) -> None:
    def lose(number: int) -> None:
        stage.engine.lose_session(SessionId(number), f"Desk {number}", ConnectionLost(peer=f"Desk {number}"))

    lose(5)
    stage.engine.verify(SESSION, "kitchen", method=Method.RECORD)
    lose(6)
    lose(7)
    assert said(stage) == [f"The connection to {isolated(f'Desk {number}')} was lost." for number in (5, 6, 7)]


def test_a_screen_reader_hears_each_line(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(notices, "announce", lambda _source, text: heard.append(text))
    stage.engine.verify(SESSION, "kitchen", method=Method.RECORD)
    stage.window.handle(Trouble(NoNetwork()))
    assert heard == [f"{PEER} proved itself; no code needed.", f"{NoNetwork()} {NoNetwork().next_step}"]


def test_a_window_without_room_shows_whole_sentences(stage: Stage, qtbot: QtBot) -> None:
    for number in range(3):
        stage.engine.lose_session(SessionId(number), f"The very old family computer {number} upstairs " * 5)
    stage.window.resize(stage.window.minimumSizeHint())
    lines = [each for each in stage.window.findChildren(QFrame, "notice-over") if each.isVisible()]
    assert len(lines) == 3

    def whole() -> bool:
        sentences = [label for line in lines for label in line.findChildren(QLabel)]
        return all(label.height() >= label.heightForWidth(label.width()) for label in sentences)

    qtbot.waitUntil(whole)
