"""What somebody who looks elsewhere is told: by a notification service on a bus of the test's own."""

import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.errors import CodeMismatch, NotEnoughSpace, PausedThere, PeerUnreachable, Size
from desktop_app.events import (
    Contents,
    Direction,
    Kind,
    SessionId,
    State,
    TextReceived,
    Transfer,
    TransferChanged,
    TransferId,
)
from desktop_app.gui.guest import Guest
from desktop_app.gui.message_bus import MessageBus
from tests.gui.conftest import Stage
from tests.support.desktop_bus import NotificationDaemon, Service

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a bus of freedesktop's")

HOLIDAY = Contents(("holiday 2026",), 214, 12, 3_200_000_000)
Serve = Callable[..., NotificationDaemon]


@pytest.fixture
def serve(address: str) -> Iterator[Serve]:
    started: list[NotificationDaemon] = []

    def start(*able: str) -> NotificationDaemon:
        started.append(NotificationDaemon(address, *able))
        return started[-1]

    yield start
    for daemon in started:
        daemon.close()


@pytest.fixture
def daemon(serve: Serve) -> NotificationDaemon:
    return serve("actions", "body", "body-markup")


@pytest.fixture
def looking(
    qapp: QApplication, stage: Stage, address: str, daemon: NotificationDaemon, qtbot: QtBot
) -> Iterator[Guest]:
    """Of a window that somebody looks at."""
    guest = Guest(qapp, stage.engine, stage.window, bus=MessageBus(address))
    qtbot.waitUntil(lambda: guest._notifications.can_ask)
    stage.tell_too(guest.handle)
    yield guest
    guest.close()


@pytest.fixture
def guest(looking: Guest, stage: Stage) -> Guest:
    """Of a window that is hidden."""
    stage.window.hide()
    return looking


def test_an_offer_is_accepted_where_it_is_told(
    guest: Guest, stage: Stage, daemon: NotificationDaemon, qtbot: QtBot
) -> None:
    offer = stage.engine.offer(HOLIDAY, peer="<b>Kitchen</b> & PC")
    qtbot.waitUntil(lambda: bool(daemon.shown))
    (call,) = daemon.called("Notify")
    assert call.signature == "susssasa{sv}i"
    app, replaces, icon, title, text, actions, hints, lasts = call.body
    assert (app, replaces, icon, lasts) == ("Tallystick", 0, "io.github.tallystick.Tallystick", 0)
    assert title == "\u2068<b>Kitchen</b> & PC\u2069 wants to send you files", "a title is plain text"
    assert text == "\u2068holiday 2026\u2069 — 214 files, 3.2 GB, to be saved in \u2068Downloads\u2069"
    assert actions[2:] == ["accept", "Accept", "decline", "Decline"]
    assert hints["desktop-entry"] == ("s", "io.github.tallystick.Tallystick")
    assert not stage.shows("offer-dialog"), "nothing comes up by itself"
    daemon.press("accept")
    qtbot.waitUntil(lambda: ("accept", offer.id, offer.into) in stage.engine.calls)
    qtbot.waitUntil(lambda: len(daemon.called("CloseNotification")) == 1)
    stage.engine.change(offer, state=State.MOVING)
    stage.window.show()
    qtbot.waitUntil(stage.window.isVisible)
    assert not stage.shows("offer-dialog")


def test_an_offer_is_accepted_into_the_folder_that_is_told(
    guest: Guest, stage: Stage, daemon: NotificationDaemon, qtbot: QtBot
) -> None:
    """Its person chose another one than the engine had thought of, and looks elsewhere meanwhile."""
    stage.window.show()
    offer = stage.engine.offer(HOLIDAY)
    guest._notifications.take_back()
    stage.window.hide()
    stage.engine.offer_again(offer, Path("/mnt/usb"))
    qtbot.waitUntil(lambda: bool(daemon.shown) and "usb" in daemon.last[4])
    daemon.press("accept")
    qtbot.waitUntil(lambda: ("accept", offer.id, Path("/mnt/usb")) in stage.engine.calls)


def test_an_offer_is_declined_where_it_is_told(
    guest: Guest, stage: Stage, daemon: NotificationDaemon, qtbot: QtBot
) -> None:
    offer = stage.engine.offer(HOLIDAY)
    qtbot.waitUntil(lambda: bool(daemon.shown))
    daemon.press("decline")
    qtbot.waitUntil(lambda: ("decline", offer.id) in stage.engine.calls)
    stage.engine.change(offer, state=State.DECLINED)
    assert len(daemon.shown) == 1, "who declined knows"


def test_a_click_on_it_shows_the_window_and_what_it_asks(
    guest: Guest, stage: Stage, daemon: NotificationDaemon, qtbot: QtBot
) -> None:
    stage.engine.offer(HOLIDAY)
    qtbot.waitUntil(lambda: bool(daemon.shown))
    daemon.press("default", token="of the compositor")
    qtbot.waitUntil(lambda: stage.shows("offer-dialog"))
    assert stage.window.isVisible()


@pytest.mark.parametrize("why", ["programs", "names", "space"])
def test_what_has_to_be_seen_first_cannot_be_accepted_unseen(
    guest: Guest, stage: Stage, daemon: NotificationDaemon, qtbot: QtBot, why: str
) -> None:
    contents = Contents(("setup.exe",), 1, 0, 4000, programs=1) if why == "programs" else HOLIDAY
    problem = NotEnoughSpace(needed=Size(3), free=Size(1)) if why == "space" else None
    stage.engine.offer(contents, existing=("holiday 2026",) if why == "names" else (), problem=problem)
    qtbot.waitUntil(lambda: bool(daemon.shown))
    assert daemon.last[5][2:] == ["decline", "Decline"]


def test_case_090_markup_of_a_name_is_text(
    guest: Guest, stage: Stage, daemon: NotificationDaemon, qtbot: QtBot
) -> None:
    stage.engine.offer(Contents(("<img src=http://10.0.0.9/x>&amp;\u202etxt",), 1, 0, 5))
    qtbot.waitUntil(lambda: bool(daemon.shown))
    assert "&lt;img src=http://10.0.0.9/x&gt;&amp;amp;\ufffdtxt" in daemon.last[4]


def test_where_the_service_knows_no_markup_text_stays_as_it_is(
    qapp: QApplication, stage: Stage, address: str, serve: Serve, qtbot: QtBot
) -> None:
    daemon = serve("body")
    guest = Guest(qapp, stage.engine, stage.window, bus=MessageBus(address))
    qtbot.waitUntil(lambda: guest._desktop_notifier.is_there)
    stage.engine.emit = guest.handle
    stage.window.hide()
    stage.engine.offer(Contents(("a & b",), 1, 0, 5))
    qtbot.waitUntil(lambda: bool(daemon.shown))
    assert "a & b" in daemon.last[4]
    assert daemon.last[5] == [], "no buttons where there are none"
    guest.close()


def test_where_no_question_can_be_put_elsewhere_the_window_comes(
    qapp: QApplication, stage: Stage, qtbot: QtBot
) -> None:
    guest = Guest(qapp, stage.engine, stage.window, bus=MessageBus(""))
    stage.window.hide()
    stage.engine.offer(HOLIDAY)
    assert stage.window.isVisible()
    assert stage.shows("offer-dialog")
    guest.close()


def test_nothing_is_told_to_somebody_who_looks_at_the_window(
    looking: Guest, stage: Stage, daemon: NotificationDaemon, qtbot: QtBot
) -> None:
    stage.engine.offer(HOLIDAY)
    assert stage.shows("offer-dialog")
    stage.window.hide()
    stage.engine.offer(HOLIDAY, peer="Studio")
    qtbot.waitUntil(lambda: bool(daemon.shown))
    assert daemon.shown == ["\u2068Studio\u2069 wants to send you files"]


def test_no_notifications_where_they_are_not_wanted(
    guest: Guest, stage: Stage, daemon: NotificationDaemon, qtbot: QtBot
) -> None:
    stage.engine.change_settings(notifications=False)
    stage.engine.offer(HOLIDAY)
    assert stage.shows("offer-dialog"), "then it comes up by itself"
    stage.engine.change_settings(notifications=True)
    stage.window.hide()
    stage.engine.offer(HOLIDAY, peer="Studio")
    qtbot.waitUntil(lambda: len(daemon.shown) == 1)


def test_a_code_that_waits_is_told_without_the_code(
    guest: Guest, stage: Stage, daemon: NotificationDaemon, qtbot: QtBot
) -> None:
    session = stage.engine.show_code("Kitchen PC")
    qtbot.waitUntil(lambda: bool(daemon.shown))
    assert daemon.shown == ["Compare the code with \u2068Kitchen PC\u2069"]
    assert not {"4821", "0973", "velvet"} & set(str(daemon.called("Notify")).replace("'", " ").split())
    assert not stage.shows("code-dialog")
    stage.window.show()
    qtbot.waitUntil(lambda: stage.shows("code-dialog"))
    stage.engine.end_comparison(session, CodeMismatch(peer="Kitchen PC"), counted=False)
    qtbot.waitUntil(lambda: len(daemon.called("CloseNotification")) == 1)


def test_a_question_that_settled_itself_is_withdrawn_unseen(
    guest: Guest, stage: Stage, daemon: NotificationDaemon, qtbot: QtBot
) -> None:
    offer = stage.engine.offer(HOLIDAY)
    stage.engine.change(offer, state=State.CANCELLED)
    qtbot.waitUntil(lambda: len(daemon.called("CloseNotification")) == 1)
    stage.window.show()
    assert not stage.shows("offer-dialog")


def test_nobody_is_asked_any_more_who_is_meant_once_that_session_is_over(
    guest: Guest, stage: Stage, daemon: NotificationDaemon, qtbot: QtBot
) -> None:
    stage.engine.hold_back(SessionId(3), "thesis.pdf")
    stage.engine.recognise(SessionId(3))
    qtbot.waitUntil(lambda: bool(daemon.shown))
    stage.engine.lose_session(SessionId(3), "Kitchen PC")
    qtbot.waitUntil(lambda: len(daemon.called("CloseNotification")) == 1)


@pytest.mark.parametrize("state", [State.DELIVERED, State.FAILED])
def test_results_are_told(guest: Guest, stage: Stage, daemon: NotificationDaemon, qtbot: QtBot, state: State) -> None:
    error = PeerUnreachable(peer="Kitchen PC") if state is State.FAILED else None
    sent = Transfer(TransferId(9), Direction.SENDING, "Kitchen PC", State.MOVING, HOLIDAY, session=SessionId(1))
    stage.engine.change(sent)
    stage.engine.change(sent, state=state, error=error)
    qtbot.waitUntil(lambda: bool(daemon.shown))
    assert daemon.shown == ["\u2068holiday 2026\u2069 — 214 files, 3.2 GB"]
    assert "Kitchen PC" in daemon.last[4]


def test_a_text_is_told_without_what_it_says(
    guest: Guest, stage: Stage, daemon: NotificationDaemon, qtbot: QtBot
) -> None:
    """Whoever stands behind the person reads along; and a text may pretend to be of somebody else."""
    contents = Contents((), 0, 0, 10, kind=Kind.TEXT, characters=10)
    text = Transfer(TransferId(9), Direction.RECEIVING, "Kitchen PC", State.ASKING, contents)
    stage.engine.emit(TextReceived(text, "PIN is 4711"))
    stage.engine.emit(TransferChanged(replace(text, state=State.DELIVERED)))
    qtbot.waitUntil(lambda: bool(daemon.shown))
    assert daemon.shown == ["\u2068Kitchen PC\u2069 sent you a text"]
    assert "4711" not in str(daemon.called("Notify"))


def test_only_the_service_itself_can_say_that_a_button_was_pressed(
    guest: Guest, stage: Stage, daemon: NotificationDaemon, address: str, qtbot: QtBot
) -> None:
    """A sandboxed program may be able to send us signals; the bus says who it is."""
    offer = stage.engine.offer(HOLIDAY)
    qtbot.waitUntil(lambda: bool(daemon.shown))
    us = daemon.called("Notify")[0].sender
    stranger = Service(address, "org.example.Stranger", "/org/freedesktop/Notifications", {})
    stranger._place = daemon._place
    stranger.tell("ActionInvoked", "us", (1, "accept"), to=us)
    stranger.tell("ActionInvoked", "us", (1, "accept"))
    stranger.close()
    daemon.press("decline")
    qtbot.waitUntil(lambda: ("decline", offer.id) in stage.engine.calls)
    assert not [call for call in stage.engine.calls if call[0] == "accept"]


@pytest.mark.parametrize("how", ["gone", "hangs"])
def test_where_the_service_shows_nothing_the_window_asks(
    guest: Guest, stage: Stage, daemon: NotificationDaemon, qtbot: QtBot, how: str
) -> None:
    free = threading.Event()
    if how == "gone":
        daemon.close()
    else:
        guest._desktop_notifier.answer_ms = 50
        daemon._answers["Notify"] = lambda _: ("u", (1,)) if free.wait(20) else ("u", (2,))
    stage.engine.offer(HOLIDAY)
    assert not stage.window.isVisible()
    qtbot.waitUntil(lambda: stage.shows("offer-decline"))
    stage.find(QPushButton, "offer-decline")
    free.set()


def test_what_came_unasked_is_told_as_it_comes_and_when_it_is_there(
    guest: Guest, stage: Stage, daemon: NotificationDaemon, qtbot: QtBot
) -> None:
    row = Transfer(
        TransferId(7), Direction.RECEIVING, "Kitchen PC", State.MOVING, HOLIDAY, into=Path("/home/a"), unasked=True
    )
    moving = stage.engine.change(row)
    qtbot.waitUntil(lambda: len(daemon.shown) == 1)
    assert daemon.last[3] == "\u2068Kitchen PC\u2069 sends you files"
    assert daemon.last[4] == "\u2068holiday 2026\u2069 — 214 files, 3.2 GB · accepted without asking"
    stage.engine.change(moving, paused=PausedThere(peer="Kitchen PC"))
    stage.engine.change(moving, state=State.DELIVERED)
    qtbot.waitUntil(lambda: len(daemon.shown) == 2)
    assert daemon.last[4].endswith("accepted without asking")
    qtbot.waitUntil(lambda: len(daemon.called("CloseNotification")) == 1)
