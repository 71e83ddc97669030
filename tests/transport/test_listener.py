"""The port: whose it is, and how many strangers it lets in."""

import errno
import socket
import time

import pytest

from desktop_app.errors import PortInUse
from desktop_app.protocol import limits
from desktop_app.transport.channel import Channel
from desktop_app.transport.listener import Listener
from desktop_app.transport.slots import Slots


class Door:
    """A listener, and who came in."""

    def __init__(self, port: int = 0) -> None:
        self.slots = Slots()
        self.admitted: list[Channel] = []
        self.listener = Listener(port, self.slots, self.admitted.append)

    def knock(self, source: str = "127.0.0.1") -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.listener.port), 5, (source, 0))

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
    deadline = time.monotonic() + 5
    while len(door.admitted) < count:
        assert time.monotonic() < deadline
        time.sleep(0.005)


def test_a_port_that_is_taken_is_said_so(door: Door) -> None:
    with pytest.raises(PortInUse) as caught:
        Listener(door.listener.port, Slots(), lambda _: None)
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
            Listener(other.getsockname()[1], Slots(), lambda _: None)


def test_close_frees_the_port_and_may_be_called_twice(door: Door) -> None:
    with door.knock():
        wait_admitted(door, 1)
        door.listener.close()
        door.listener.close()
        with pytest.raises(ConnectionRefusedError):
            door.knock()
        Listener(door.listener.port, Slots(), lambda _: None).close()


def test_a_third_from_one_address_is_turned_away_and_others_are_not(door: Door) -> None:
    with door.knock(), door.knock(), door.knock() as third, door.knock("127.0.0.2") as other:
        wait_admitted(door, 3)
        assert is_turned_away(third)
        assert not is_turned_away(other)


def test_a_slot_given_back_lets_the_next_one_in(door: Door) -> None:
    with door.knock(), door.knock():
        wait_admitted(door, limits.UNVERIFIED_PER_ADDRESS)
        door.slots.release_incoming("127.0.0.1")
        with door.knock() as next_one:
            wait_admitted(door, limits.UNVERIFIED_PER_ADDRESS + 1)
            assert not is_turned_away(next_one)


def test_there_are_few_strangers_in_all_and_a_slot_is_kept_for_our_own_dials(door: Door) -> None:
    most = limits.UNVERIFIED_TOTAL - limits.UNVERIFIED_RESERVED
    strangers = [door.knock(f"127.0.0.{number}") for number in range(2, 2 + most)]
    wait_admitted(door, most)
    with door.knock("127.0.0.99") as late:
        assert is_turned_away(late)
    assert door.slots.take_outgoing()
    door.slots.release_incoming("127.0.0.2")
    with door.knock("127.0.0.99") as next_one:
        wait_admitted(door, most + 1)
        assert not is_turned_away(next_one)
    for stranger in strangers:
        stranger.close()


def test_a_flood_costs_no_more_than_its_slots_and_an_honest_one_gets_in(door: Door) -> None:
    for _ in range(100):
        door.knock().close()
    with door.knock("127.0.0.2") as honest:
        deadline = time.monotonic() + 5
        while not any(channel.remote.host == "127.0.0.2" for channel in door.admitted):
            assert time.monotonic() < deadline
            time.sleep(0.005)
        assert not is_turned_away(honest)
    assert len(door.admitted) <= limits.UNVERIFIED_PER_ADDRESS + 1


def test_one_ipv6_neighbourhood_counts_as_one_address() -> None:
    slots = Slots()
    assert slots.take_incoming("2001:db8::1")
    assert slots.take_incoming("2001:db8::2:3")
    assert not slots.take_incoming("2001:db8:0:0:ffff::9")
    assert slots.take_incoming("2001:db8:0:1::9")
    assert slots.take_incoming("fe80::1%eth0")
    assert slots.take_incoming("fe80::2%eth0")
    assert not slots.take_incoming("fe80::3%eth0")


def test_an_ipv4_address_written_as_ipv6_is_the_same() -> None:
    slots = Slots()
    assert slots.take_incoming("192.0.2.7")
    assert slots.take_incoming("::ffff:192.0.2.7")
    assert not slots.take_incoming("192.0.2.7")


def test_own_dials_are_few_too() -> None:
    slots = Slots()
    assert [slots.take_outgoing() for _ in range(limits.UNVERIFIED_TOTAL + 1)] == [True] * limits.UNVERIFIED_TOTAL + [
        False
    ]
    slots.release_outgoing()
    assert slots.take_outgoing()
