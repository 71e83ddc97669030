"""No sleep while bytes move: who is asked, in which order, and that the request never outlives its reason."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.errors import DiskFullThere, WaitsForPeer
from desktop_app.events import Contents, Direction, Progress, SessionId, State, Transfer, TransferId
from desktop_app.gui.guest import Guest
from desktop_app.gui.message_bus import BusObject, MessageBus, Told
from desktop_app.gui.wakefulness import BusInhibitor
from tests.gui.conftest import Stage
from tests.support.desktop_bus import Answer, Call, Service

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a bus of freedesktop's")

GNOME = ("org.gnome.SessionManager", "/org/gnome/SessionManager")
POWER = ("org.freedesktop.PowerManagement.Inhibit", "/org/freedesktop/PowerManagement/Inhibit")
PORTAL = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop")
LOGIN = ("org.freedesktop.login1", "/org/freedesktop/login1")
Serve = Callable[..., Service]


@pytest.fixture
def serve(address: str) -> Iterator[Serve]:
    started: list[Service] = []

    def start(place: tuple[str, str], **answers: Callable[[Call], Answer]) -> Service:
        started.append(Service(address, *place, answers))
        return started[-1]

    yield start
    for service in started:
        service.close()


@pytest.fixture
def bus(address: str) -> Iterator[MessageBus]:
    bus = MessageBus(address, descriptors=True)
    yield bus
    bus.close()


def nothing(_call: Call) -> Answer:
    return "", ()


@pytest.mark.parametrize(
    ("place", "signature", "body", "release"),
    [
        (GNOME, "susu", ("io.github.tallystick.Tallystick", 0, "why", 4), "Uninhibit"),
        (POWER, "ss", ("Tallystick", "why"), "UnInhibit"),
    ],
)
def test_a_session_manager_is_asked_and_told_when_it_is_over(
    serve: Serve,
    bus: MessageBus,
    qtbot: QtBot,
    place: tuple[str, str],
    signature: str,
    body: tuple[object, ...],
    release: str,
) -> None:
    service = serve(place, Inhibit=lambda _: ("u", (4711,)), Uninhibit=nothing, UnInhibit=nothing)
    inhibitor = BusInhibitor(bus, bus)
    inhibitor.hold("why")
    qtbot.waitUntil(lambda: inhibitor._release is not None)
    inhibitor.hold("why")
    (call,) = service.called("Inhibit")
    assert (call.signature, call.body) == (signature, body)
    inhibitor.let_go()
    inhibitor.let_go()
    qtbot.waitUntil(lambda: bool(service.called(release)))
    assert [call.body for call in service.called(release)] == [(4711,)]


def test_a_sandbox_asks_its_portal(serve: Serve, address: str, bus: MessageBus, qtbot: QtBot) -> None:
    request = "/org/freedesktop/portal/desktop/request/1"
    service = serve(PORTAL, Inhibit=lambda _: ("o", (request,)), Close=nothing)
    inhibitor = BusInhibitor(bus, bus)
    inhibitor.hold("why")
    qtbot.waitUntil(lambda: inhibitor._release is not None)
    assert service.called("Inhibit")[0].body == ("", 4, {"reason": ("s", "why")})
    inhibitor.let_go()
    qtbot.waitUntil(lambda: bool(service.called("Close")))


def test_the_login_manager_gives_a_file_that_is_closed_when_it_is_over(
    serve: Serve, bus: MessageBus, qtbot: QtBot
) -> None:
    reading, writing = os.pipe()
    service = serve(LOGIN, Inhibit=lambda _: ("h", (writing,)))
    inhibitor = BusInhibitor(bus, bus)
    inhibitor.hold("why")
    qtbot.waitUntil(lambda: inhibitor._release is not None)
    os.close(writing)
    assert service.called("Inhibit")[0].body == ("sleep", "Tallystick", "why", "block")
    os.set_blocking(reading, False)
    with pytest.raises(BlockingIOError):
        os.read(reading, 1)
    inhibitor.let_go()
    assert os.read(reading, 1) == b"", "nobody holds the other end any more"
    os.close(reading)


def test_who_refuses_is_followed_by_the_next(serve: Serve, bus: MessageBus, qtbot: QtBot) -> None:
    refusing = serve(GNOME)
    service = serve(POWER, Inhibit=lambda _: ("u", (1,)), UnInhibit=nothing)
    inhibitor = BusInhibitor(bus, bus)
    inhibitor.hold("why")
    qtbot.waitUntil(lambda: bool(service.called("Inhibit")))
    assert refusing.called("Inhibit")


def test_an_answer_that_comes_too_late_is_given_back_at_once(serve: Serve, bus: MessageBus, qtbot: QtBot) -> None:
    service = serve(POWER, Inhibit=lambda _: ("u", (7,)), UnInhibit=nothing)
    inhibitor = BusInhibitor(bus, bus)
    inhibitor.hold("why")
    inhibitor.let_go()
    qtbot.waitUntil(lambda: [call.body for call in service.called("UnInhibit")] == [(7,)])


def test_where_nobody_can_be_asked_nothing_happens() -> None:
    dead = MessageBus("unix:path=/nonexistent")
    inhibitor = BusInhibitor(dead, MessageBus(""))
    inhibitor.hold("why")
    inhibitor.let_go()


# --- when it is needed ---------------------------------------------------------------------------------------


@dataclass
class FakeInhibitor:
    held: list[bool] = field(default_factory=list)

    def hold(self, why: str) -> None:
        assert why == "Files are being transferred"
        self.held.append(True)

    def let_go(self) -> None:
        self.held.append(False)


@pytest.fixture
def inhibitor() -> FakeInhibitor:
    return FakeInhibitor()


@pytest.fixture
def guest(qapp: QApplication, stage: Stage, inhibitor: FakeInhibitor, bus: MessageBus) -> Iterator[Guest]:
    guest = Guest(qapp, stage.engine, stage.window, bus=bus, inhibitor=inhibitor)
    stage.engine.emit = guest.handle
    yield guest
    guest.close()


def sending(number: int, state: State) -> Transfer:
    contents = Contents(("film.mkv",), 1, 0, 4_000_000_000)
    return Transfer(TransferId(number), Direction.SENDING, "Kitchen PC", state, contents)


def test_it_stays_awake_exactly_while_bytes_move(guest: Guest, stage: Stage, inhibitor: FakeInhibitor) -> None:
    first = stage.engine.change(sending(1, State.ASKING))
    assert inhibitor.held == [], "people may be away for hours"
    stage.engine.change(first, state=State.MOVING)
    assert inhibitor.held == [True]
    second = stage.engine.change(sending(2, State.MOVING))
    stage.engine.change(first, state=State.DELIVERED)
    assert inhibitor.held == [True]
    second = stage.engine.change(second, paused=DiskFullThere(peer="Kitchen PC"))
    assert inhibitor.held == [True, False], "what waits needs no power"
    second = stage.engine.change(second, paused=None)
    stage.engine.change(second, state=State.FINISHING)
    assert inhibitor.held == [True, False, True]
    guest.close()
    assert inhibitor.held[-1] is False


def test_it_stays_awake_while_what_was_interrupted_is_looked_through(
    guest: Guest, stage: Stage, inhibitor: FakeInhibitor
) -> None:
    waits = stage.engine.change(sending(1, State.MOVING), paused=WaitsForPeer(peer="Kitchen PC"))
    assert inhibitor.held == []
    stage.engine.change(waits, session=SessionId(2))
    assert inhibitor.held == [True]


def test_the_taskbar_hears_how_far_it_is(
    guest: Guest, stage: Stage, bus: MessageBus, address: str, qtbot: QtBot
) -> None:
    dock = MessageBus(address)
    told: list[Told] = []
    dock.told.connect(lambda each: told.append(each) if each.interface.startswith("com.canonical") else None)
    heard: list[object] = []
    entry = "com.canonical.Unity.LauncherEntry"
    rule = f"type='signal',interface='{entry}'"
    bus_itself = BusObject("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
    dock.call(bus_itself, "AddMatch", "s", (rule,), heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    transfer = stage.engine.change(sending(1, State.MOVING))
    stage.engine.move(transfer.id, Progress(1_000_000_000, 4_000_000_000, 0, 1, 9.0, None))
    guest._moving.pull()
    guest._moving.pull()
    stage.engine.change(transfer, state=State.DELIVERED)
    qtbot.waitUntil(lambda: len(told) == 3)
    assert {each.body[0] for each in told} == {"application://io.github.tallystick.Tallystick.desktop"}
    assert [each.body[1] for each in told] == [
        {"progress": ("d", 0.0), "progress-visible": ("b", True)},
        {"progress": ("d", 0.25), "progress-visible": ("b", True)},
        {"progress": ("d", 0.0), "progress-visible": ("b", False)},
    ]
    dock.close()
