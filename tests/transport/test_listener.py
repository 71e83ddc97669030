"""The port: whose it is, and how many strangers it lets in."""

import collections
import contextlib
import errno
import itertools
import socket
import threading
import time

import pytest

from desktop_app.errors import PortInUse, crashes
from desktop_app.protocol import limits
from desktop_app.transport.channel import Channel
from desktop_app.transport.listener import Listener
from desktop_app.transport.lobby import Caller, Lobby
from desktop_app.transport.origin import Origin
from desktop_app.transport.rebuffs import Rebuffs
from desktop_app.transport.slots import Slots
from tests.support.node import wait_until

FIRST = limits.MESSAGE_1.to_bytes(4, "big") + bytes((limits.VERSION,)) + bytes(limits.MESSAGE_1 - 1)


class Door:
    """A listener, and who came in."""

    def __init__(self, port: int = 0) -> None:
        self.slots = Slots()
        self.admitted: list[Channel] = []
        self.asked_for_room = 0
        self.brief = False  # what begins is over at once
        self.listener = Listener(port, self.slots, self._admit, self._make_room)

    def _admit(self, channel: Channel, origin: Origin) -> None:
        self.admitted.append(channel)
        if self.brief:
            self.slots.release_incoming(origin)

    def _make_room(self) -> None:
        self.asked_for_room += 1

    def knock(self, source: str = "127.0.0.1", saying: bytes = FIRST) -> socket.socket:
        knocking = socket.create_connection(("127.0.0.1", self.listener.port), 5, (source, 0))
        with contextlib.suppress(ConnectionError):  # it may be closed already
            knocking.sendall(saying)
        return knocking

    def close(self) -> None:
        self.listener.close()
        for channel in self.admitted:
            channel.close()


@pytest.fixture
def door() -> "Door":
    return Door()


@pytest.fixture(autouse=True)
def _closed(door: Door) -> object:
    yield
    door.close()


def is_turned_away(knocking: socket.socket) -> bool:
    """Closed at accept, which shows at once; False where nothing comes within a moment."""
    knocking.settimeout(0.3)
    try:
        return not knocking.recv(1)
    except TimeoutError:
        return False
    except ConnectionError:
        return True
    finally:
        knocking.settimeout(5)


def wait_admitted(door: Door, count: int) -> None:
    wait_until(lambda: len(door.admitted) >= count)


def test_a_port_that_is_taken_is_said_so(door: Door) -> None:
    with pytest.raises(PortInUse) as caught:
        Listener(door.listener.port, Slots(), lambda *_: None)
    assert caught.value.fields["port"] == door.listener.port


def test_a_port_taken_only_for_ipv6_is_taken() -> None:
    with socket.socket(socket.AF_INET6) as other:
        other.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        try:
            other.bind(("::", 0))
        except OSError as error:
            if error.errno == errno.EADDRNOTAVAIL:
                pytest.skip("no IPv6 here")
            raise
        other.listen()
        with pytest.raises(PortInUse):
            Listener(other.getsockname()[1], Slots(), lambda *_: None)


def test_close_frees_the_port_and_may_be_called_twice(door: Door) -> None:
    with door.knock():
        wait_admitted(door, 1)
        door.listener.close()
        door.listener.close()
        with pytest.raises(ConnectionRefusedError):
            door.knock()
        Listener(door.listener.port, Slots(), lambda *_: None).close()


def test_a_third_from_one_address_is_turned_away_and_others_are_not(door: Door) -> None:
    with door.knock(), door.knock(), door.knock() as third, door.knock("127.0.0.2") as other:
        wait_admitted(door, 3)
        assert is_turned_away(third)
        assert not is_turned_away(other)


def test_a_slot_given_back_lets_the_next_one_in(door: Door) -> None:
    with door.knock(), door.knock():
        wait_admitted(door, limits.UNVERIFIED_PER_ADDRESS)
        door.slots.release_incoming(Origin.of("127.0.0.1", "127.0.0.1"))
        with door.knock() as next_one:
            wait_admitted(door, limits.UNVERIFIED_PER_ADDRESS + 1)
            assert not is_turned_away(next_one)


def test_there_are_few_strangers_in_all_and_a_slot_is_kept_for_our_own_dials(door: Door) -> None:
    most = limits.UNVERIFIED_TOTAL - limits.UNVERIFIED_RESERVED
    strangers = [door.knock(f"127.0.0.{number}") for number in range(2, 2 + most)]
    wait_admitted(door, most)
    with door.knock("127.0.0.99") as late:
        wait_until(lambda: door.asked_for_room > 0)
        assert not is_turned_away(late)
        assert len(door.admitted) == most
        assert door.slots.take_outgoing()
        door.slots.release_incoming(Origin.of("127.0.0.2", "127.0.0.1"))
        wait_admitted(door, most + 1)
        assert not is_turned_away(late)
    for stranger in strangers:
        stranger.close()


def test_a_flood_costs_no_more_than_its_slots_and_an_honest_one_gets_in(door: Door) -> None:
    for _ in range(100):
        door.knock().close()
    with door.knock("127.0.0.2") as honest:
        wait_until(lambda: any(channel.remote.host == "127.0.0.2" for channel in door.admitted))
        assert not is_turned_away(honest)
    assert len(door.admitted) <= limits.UNVERIFIED_PER_ADDRESS + 1


def crowd(door: Door, beyond: int, callers: contextlib.ExitStack) -> None:
    """As many as are agreed with at once, which is over, and some that have to wait."""
    door.brief = True
    for number in range(limits.AGREEMENTS_AT_ONCE):
        callers.enter_context(door.knock(f"127.0.1.{number}"))
    wait_admitted(door, limits.AGREEMENTS_AT_ONCE)
    for number in range(beyond):
        callers.enter_context(door.knock(f"127.0.2.{number}"))


def test_agreements_are_begun_only_so_often_and_nobody_who_waits_is_lost(door: Door) -> None:
    beyond = limits.AGREEMENTS_PER_SECOND
    began = time.monotonic()
    with contextlib.ExitStack() as callers:
        crowd(door, beyond, callers)
        wait_admitted(door, limits.AGREEMENTS_AT_ONCE + beyond)
    assert time.monotonic() - began > 0.9


def test_whoever_has_few_around_goes_before_the_crowd_that_waits(door: Door) -> None:
    with contextlib.ExitStack() as callers:
        crowd(door, limits.WAITING_TOTAL - 8, callers)
        callers.enter_context(door.knock("127.9.9.9"))
        wait_until(lambda: any(channel.remote.host == "127.9.9.9" for channel in door.admitted))
        assert len(door.admitted) < limits.AGREEMENTS_AT_ONCE + limits.WAITING_TOTAL // 2


def test_nobody_agrees_with_whoever_has_hung_up_meanwhile(door: Door) -> None:
    with contextlib.ExitStack() as callers:
        crowd(door, limits.WAITING_TOTAL - 8, callers)
        for _ in range(limits.UNVERIFIED_PER_ADDRESS):
            door.knock("127.9.9.9").close()
        until = time.monotonic() + 5
        while is_turned_away(again := door.knock("127.9.9.9")) and time.monotonic() < until:
            again.close()
        with again:
            port = again.getsockname()[1]
            wait_until(lambda: any(channel.remote.host == "127.9.9.9" for channel in door.admitted))
    came = [channel for channel in door.admitted if channel.remote.host == "127.9.9.9"]
    assert [channel.remote.port for channel in came] == [port]


def takes(slots: Slots, host: str, called: str = "2001:db8:99::1") -> bool:
    return slots.take_incoming(Origin.of(host, called))


def test_another_network_of_ipv6_counts_as_one_address() -> None:
    """Whoever has one address of a /64 has them all."""
    slots = Slots()
    assert takes(slots, "2001:db8::1")
    assert takes(slots, "2001:db8::2:3")
    assert not takes(slots, "2001:db8:0:0:ffff::9")
    assert takes(slots, "2001:db8:0:1::9")


@pytest.mark.parametrize(("network", "scope"), [("fe80::", "%eth0"), ("2001:db8::", "")])
def test_on_a_network_of_our_own_everybody_is_one(network: str, scope: str) -> None:
    """They all have the same /64: one of them would be in the way of all others."""
    slots, called = Slots(), f"{network}99{scope}"
    assert takes(slots, f"{network}1{scope}", called)
    assert takes(slots, f"{network}1{scope}", called)
    assert not takes(slots, f"{network}1{scope}", called)
    assert takes(slots, f"{network}2{scope}", called)


def test_a_neighbour_that_calls_another_prefix_is_in_the_way_of_none_that_does_not() -> None:
    """It counts with its /64, which is written like the network that its neighbours are in."""
    lobby, same = Lobby(Rebuffs()), "2001:db8::99"
    with socket.socket() as unused:
        for number in (1, 2):
            lobby.enter(Caller(unused, Origin.of(f"2001:db8::{number}", same), 0.0))
        other = Origin.of("2001:db8::3", "fd00::1")
        assert lobby.count(other) == 0
        for _ in range(2):
            lobby.enter(caller := Caller(unused, other, 0.0))
        assert lobby.count(other) == 2
        assert lobby.count(Origin.of("2001:db8::4", same)) == 0
        lobby.leave(caller)
        assert lobby.count(other) == 1


def test_a_caller_that_was_reset_meanwhile_ends_nothing(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    """macOS then does not say which address was called."""
    ask, asked = socket.socket.getsockname, list[socket.socket]()

    def of_a_reset_one(connection: socket.socket) -> object:
        asked.append(connection)
        if len(asked) == 1:
            raise OSError(errno.EINVAL, "reset")
        return ask(connection)

    monkeypatch.setattr(socket.socket, "getsockname", of_a_reset_one)
    with door.knock() as nobody:
        assert is_turned_away(nobody)
    with door.knock():
        wait_admitted(door, 1)


def test_an_ipv4_address_written_as_ipv6_is_the_same() -> None:
    slots = Slots()
    assert takes(slots, "192.0.2.7", "192.0.2.1")
    assert takes(slots, "::ffff:192.0.2.7", "::ffff:192.0.2.1")
    assert not takes(slots, "192.0.2.7", "192.0.2.1")


def test_own_dials_are_few_too() -> None:
    slots = Slots()
    assert [slots.take_outgoing() for _ in range(limits.UNVERIFIED_TOTAL + 1)] == [True] * limits.UNVERIFIED_TOTAL + [
        False
    ]
    slots.release_outgoing()
    assert slots.take_outgoing()


# --- the lobby ----------------------------------------------------------------------------------------------------


def test_who_says_nothing_takes_no_slot_and_is_closed_when_its_time_is_over(
    door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "UNTIL_PROOFS", 0.4)
    with door.knock(saying=b"") as silent, door.knock("127.0.0.2", saying=FIRST[:700]) as slow:
        start = time.monotonic()
        for each in (silent, slow):
            assert each.recv(1) == b""
        assert 0.3 < time.monotonic() - start < 4
    assert door.admitted == []


def test_a_first_frame_in_pieces_is_passed_on_whole(door: Door) -> None:
    with door.knock(saying=b"") as knocking:
        for at in range(0, len(FIRST), 100):
            knocking.sendall(FIRST[at : at + 100])
            time.sleep(0.002)
        knocking.sendall(b"more")
        wait_admitted(door, 1)
        heard = bytearray(len(FIRST) + 4)
        door.admitted[0].receive_into(memoryview(heard)[:3], until=time.monotonic() + 5)
        door.admitted[0].receive_into(memoryview(heard)[3:], until=time.monotonic() + 5)
        assert heard == FIRST + b"more"


@pytest.mark.parametrize("saying", [b"GET ", bytes(4), b"\xff" * 64, b"\x00\x00\x00\x02\x02\x00"])
def test_what_is_no_first_frame_is_passed_on_as_soon_as_that_shows(door: Door, saying: bytes) -> None:
    with door.knock(saying=saying):
        wait_admitted(door, 1)


def test_the_time_of_a_stranger_counts_from_its_connection(door: Door) -> None:
    before = time.monotonic()
    with door.knock(saying=b"") as knocking:
        time.sleep(0.2)
        after = time.monotonic()
        knocking.sendall(FIRST)
        wait_admitted(door, 1)
        assert before - 0.1 < door.admitted[0].since < after - 0.1


def test_whoever_crowds_the_lobby_crowds_out_their_own(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "WAITING_TOTAL", 8)
    with contextlib.ExitStack() as crowd:
        alone = crowd.enter_context(door.knock("127.9.0.1", saying=b""))
        for number in range(30):
            crowd.enter_context(door.knock(f"127.0.{number % 3}.{number + 2}", saying=b""))
        alone.sendall(FIRST)
        wait_admitted(door, 1)
    assert [channel.remote.host for channel in door.admitted] == ["127.9.0.1"]


def test_a_slot_goes_to_who_has_the_fewest_around(door: Door) -> None:
    most = limits.UNVERIFIED_TOTAL - limits.UNVERIFIED_RESERVED
    with contextlib.ExitStack() as crowd:
        for number in range(most):
            crowd.enter_context(door.knock(f"127.0.0.{number + 2}"))
        wait_admitted(door, most)
        for number in range(20):
            crowd.enter_context(door.knock(f"127.0.1.{number + 2}"))
        crowd.enter_context(door.knock("127.9.0.1"))
        wait_until(lambda: door.asked_for_room > 2)
        door.slots.release_incoming(Origin.of("127.0.0.2", "127.0.0.1"))
        wait_admitted(door, most + 1)
    assert door.admitted[-1].remote.host == "127.9.0.1"


def test_a_neighbour_of_those_who_flood_gets_in(door: Door) -> None:
    """All of one network, so that only what each did before tells them apart."""
    door.brief = True
    calls, over = itertools.count(), threading.Event()

    def flood() -> None:
        held = collections.deque[socket.socket]()
        while not over.is_set() or held:
            if over.is_set() or len(held) > 300:
                held.popleft().close()
                continue
            with contextlib.suppress(OSError):  # who insists is shut out
                source = f"127.0.3.{next(calls) % 100 + 1}", 0
                held.append(socket.create_connection(("127.0.0.1", door.listener.port), 0.02, source))
                held[-1].sendall(FIRST)

    flooding = threading.Thread(target=flood)
    flooding.start()
    try:
        wait_until(lambda: next(calls) > 1000)
        with door.knock("127.0.3.200"):
            wait_until(lambda: any(channel.remote.host == "127.0.3.200" for channel in door.admitted), timeout=3)
    finally:
        over.set()
        flooding.join()


def test_who_comes_again_at_once_is_not_before_more_who_do_not() -> None:
    """Two of them would always have fewer around than three others."""
    rebuffs = Rebuffs()
    lobby = Lobby(rebuffs)
    for host in ("10.1.0.1", "10.1.0.1", "10.2.0.1", "10.2.0.2", "10.2.0.3"):
        lobby.enter(Caller(socket.socket(), Origin.of(host, "10.2.0.9"), 100.0, whole=True))
    with contextlib.ExitStack() as callers:
        for caller in lobby:
            callers.enter_context(caller.connection)
        first = lobby.first()
        assert first is not None
        assert first.origin.computer == "10.1.0.1/32"
        for _ in range(20):
            rebuffs.add("10.1.0.1/32", 100.0)
        first = lobby.first()
        assert first is not None
        assert first.origin.computer != "10.1.0.1/32"


def test_a_caller_without_an_address_ends_nothing(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    """macOS hands out a connection that was reset before it was accepted, and no address with it."""
    accept, seen = socket.socket.accept, list[socket.socket]()

    def of_nobody(listening: socket.socket) -> tuple[socket.socket, object]:
        connection, address = accept(listening)
        seen.append(connection)
        return connection, None if len(seen) == 1 else address

    monkeypatch.setattr(socket.socket, "accept", of_nobody)
    with door.knock() as nobody:
        assert is_turned_away(nobody)
    with door.knock():
        wait_admitted(door, 1)


def test_a_mistake_about_one_caller_costs_that_caller_alone(
    door: Door, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", told.append)
    monkeypatch.setattr(crashes, "_AFTER_MISTAKE", 0.01)
    read = Caller.read
    monkeypatch.setattr(Caller, "read", lambda _: 1 // 0)
    with door.knock() as unlucky:
        assert is_turned_away(unlucky)
    monkeypatch.setattr(Caller, "read", read)
    with door.knock():
        wait_admitted(door, 1)
    assert caplog.text.count("listening failed") == 1
    assert len(told) == 1


def test_a_mistake_while_a_caller_is_let_in_costs_no_slot(
    door: Door, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(threading, "excepthook", lambda _: None)
    monkeypatch.setattr(crashes, "_AFTER_MISTAKE", 0.01)
    monkeypatch.setattr(door.listener, "_on_channel", lambda *_: 1 // 0)
    for _ in range(limits.UNVERIFIED_PER_ADDRESS + 1):
        with door.knock() as unlucky:
            unlucky.settimeout(5)
            assert unlucky.recv(1) == b""
    wait_until(lambda: caplog.text.count("listening failed") == limits.UNVERIFIED_PER_ADDRESS + 1)
    monkeypatch.setattr(door.listener, "_on_channel", door._admit)
    with door.knock():
        wait_admitted(door, 1)
