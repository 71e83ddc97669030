"""Probes against real ports on loopback, with the clock turned up."""

import contextlib
import socket
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from desktop_app.discovery import liveness
from desktop_app.discovery.advertisement import Sighting
from desktop_app.discovery.liveness import Liveness
from desktop_app.discovery.peers import Peer, PeerTable
from desktop_app.errors import crashes

ADA, EVE = "a" * 16, "e" * 16


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    speeds = {"PROBE_EVERY": 0.2, "RETRY_AFTER": 0.1, "LOST_EVERY": 0.3, "DEADLINE": 0.5, "DOUBT": 0.6}
    for name, seconds in {**speeds, "_ASK_EVERY": 0.2, "_TICK": 0.05}.items():
        monkeypatch.setattr(liveness, name, seconds)


class Port:
    """A listening port that counts who came and what they said."""

    def __init__(self, address: str = "127.0.0.1", port: int = 0) -> None:
        self._listening = socket.create_server(
            (address, port), family=socket.AF_INET6 if ":" in address else socket.AF_INET
        )
        self.number: int = self._listening.getsockname()[1]
        self.said: list[bytes] = []
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            with connection, contextlib.suppress(ConnectionResetError):
                self.said.append(connection.recv(100))

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._thread.join()


class Scene:
    """A table, its events, and a prober."""

    def __init__(self) -> None:
        self._told = threading.Condition()
        self.events: list[tuple[str, bool | None]] = []  # instance, stale; None: gone
        self.asked: list[str] = []
        self.table = PeerTable(self._changed, self._gone)
        self.liveness = Liveness(self.table, self.asked.append)
        self.liveness.start()

    def _changed(self, peer: Peer) -> None:
        self._note((peer.instance, peer.stale))

    def _gone(self, instance: str) -> None:
        self._note((instance, None))

    def _note(self, event: tuple[str, bool | None]) -> None:
        with self._told:
            self.events.append(event)
            self._told.notify_all()

    def add(self, instance: str, port: int, *addresses: str) -> None:
        self.table.update(Sighting(instance, "", "", addresses or ("127.0.0.1",), port))

    def wait(self, right: Callable[[], object], seconds: float = 5.0) -> None:
        deadline = time.monotonic() + seconds
        while not right():
            assert time.monotonic() < deadline, f"not within {seconds} s: {self.events}"
            time.sleep(0.005)

    def listed(self) -> set[str]:
        return {peer.instance for peer in self.table.snapshot()}


@pytest.fixture
def scene() -> Iterator[Scene]:
    scene = Scene()
    yield scene
    scene.liveness.close()
    scene.liveness.close()


@pytest.fixture
def port() -> Iterator[Port]:
    port = Port()
    yield port
    port.close()


def test_who_answers_stays_and_is_told_nothing(scene: Scene, port: Port) -> None:
    scene.add(ADA, port.number)
    scene.wait(lambda: len(port.said) >= 3)
    assert set(port.said) == {b""}
    assert scene.events == [(ADA, False)]


def test_who_stops_answering_turns_grey_and_goes_and_comes_back_when_it_answers(scene: Scene, port: Port) -> None:
    scene.add(ADA, port.number)
    scene.wait(lambda: port.said)
    port.close()
    scene.wait(lambda: (ADA, None) in scene.events)
    assert scene.events == [(ADA, False), (ADA, True), (ADA, None)]
    again = Port(port=port.number)
    try:
        scene.wait(lambda: scene.listed() == {ADA})
    finally:
        again.close()


def test_an_address_that_swallows_everything_is_a_miss_after_the_deadline(scene: Scene) -> None:
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        where = full.getsockname()
        with contextlib.ExitStack() as waiting:
            for _ in range(4):  # the backlog: from now on connections are not answered
                filler = waiting.enter_context(socket.socket())
                filler.setblocking(False)
                filler.connect_ex(where)
            before = time.monotonic()
            scene.add(ADA, where[1])
            scene.wait(lambda: (ADA, True) in scene.events)
            assert time.monotonic() - before >= liveness.DEADLINE


def test_one_good_address_among_bad_ones_is_enough(scene: Scene, port: Port) -> None:
    scene.add(ADA, port.number, "127.0.0.9", "nonsense", "::1", "127.0.0.1")
    scene.wait(lambda: len(port.said) >= 3)
    assert scene.events == [(ADA, False)]


def test_look_again_does_not_wait(scene: Scene, port: Port, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(liveness, "PROBE_EVERY", 60.0)
    scene.add(ADA, port.number)
    scene.wait(lambda: port.said)
    count = len(port.said)
    scene.liveness.look_again()
    scene.wait(lambda: len(port.said) > count, 2.0)


def test_a_doubted_one_whose_port_is_closed_goes_at_once(
    scene: Scene, port: Port, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(liveness, "PROBE_EVERY", 60.0)
    monkeypatch.setattr(liveness, "DOUBT", 60.0)
    scene.add(ADA, port.number)
    scene.wait(lambda: port.said)
    port.close()
    scene.liveness.doubt(ADA)
    scene.wait(lambda: scene.events == [(ADA, False), (ADA, None)], 2.0)


def test_a_doubted_one_that_answers_and_is_heard_stays(scene: Scene, port: Port) -> None:
    scene.add(ADA, port.number)
    scene.wait(lambda: port.said)
    scene.liveness.doubt(ADA)
    scene.wait(lambda: scene.asked)
    scene.liveness.heard(ADA)
    count = len(port.said)
    scene.wait(lambda: len(port.said) >= count + 5)  # well beyond the time that a doubt lasts
    assert scene.events == [(ADA, False)]


def test_a_doubted_one_that_is_not_heard_goes_though_its_port_answers(scene: Scene, port: Port) -> None:
    """Another identity of the same computer has the port now."""
    scene.add(ADA, port.number)
    scene.add(EVE, port.number)
    scene.liveness.doubt(ADA)
    scene.wait(lambda: scene.listed() == {EVE})
    assert scene.asked.count(ADA) >= 2


def test_doubting_a_stranger_asks_nobody(scene: Scene, port: Port) -> None:
    scene.liveness.doubt(EVE)
    scene.add(ADA, port.number)
    scene.wait(lambda: len(port.said) >= 2)
    assert scene.asked == []


def test_many_silent_ones_do_not_keep_it_from_the_others(scene: Scene, port: Port) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        for number in range(100):
            scene.add(f"{number:016x}", closed.getsockname()[1], f"127.0.1.{number + 1}")
        scene.add(ADA, port.number)
        scene.wait(lambda: scene.listed() == {ADA})
        count = len(port.said)
        scene.wait(lambda: len(port.said) > count)


def test_a_mistake_ends_one_look_and_not_all_of_them(
    scene: Scene, port: Port, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", told.append)
    monkeypatch.setattr(crashes, "_AFTER_MISTAKE", 0.01)
    for _ in "twice":
        scene.liveness._command(lambda _now: 1 // 0)  # type: ignore[arg-type]
    scene.wait(lambda: caplog.text.count("asking devices whether they are there failed") == len("twice"))
    assert [each.exc_type for each in told] == [ZeroDivisionError], "once"
    scene.add(ADA, port.number)
    scene.wait(lambda: port.said)
