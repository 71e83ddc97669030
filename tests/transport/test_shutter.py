"""Who floods is not even connected, for a moment; everybody else is, and what was accepted is left alone."""

import contextlib
import errno
import ipaddress
import socket
import sys
import time
from collections.abc import Iterator

import pytest

from desktop_app.transport import shutter
from desktop_app.transport.shutter import Shutter
from tests.support.node import wait_until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="filters of Linux")


@pytest.fixture(params=[4, 6])
def listening(request: pytest.FixtureRequest) -> Iterator[socket.socket]:
    family, host = (socket.AF_INET, "127.0.0.1") if request.param == 4 else (socket.AF_INET6, "::1")
    with socket.socket(family) as listening:
        try:
            listening.bind((host, 0))
        except OSError:
            pytest.skip("no IPv6 here")
        listening.listen(64)
        yield listening


def reaches(listening: socket.socket, source: str) -> bool:
    with socket.socket(listening.family) as connection:
        connection.settimeout(0.4)
        connection.bind((source, 0))
        try:
            connection.connect(listening.getsockname())
        except TimeoutError:
            return False
        listening.accept()[0].close()
        return True


def own(listening: socket.socket) -> tuple[str, str]:
    """An address that reaches it, and how it is counted."""
    return ("127.0.0.1", "127.0.0.1/32") if listening.family is socket.AF_INET else ("::1", "::1/128")


def flood(shut: Shutter, network: str, now: float) -> None:
    shut.shut(network, now)
    shut.settle()


def assert_unfiltered(accepted: socket.socket) -> None:
    with pytest.raises(FileNotFoundError):  # there is none to take off
        accepted.setsockopt(socket.SOL_SOCKET, shutter._DETACH_FILTER, 0)


def test_who_floods_is_shut_out_for_a_moment(listening: socket.socket) -> None:
    shut, (source, network) = Shutter([listening]), own(listening)
    flood(shut, network, 100.0)
    assert shut.any_shut
    assert not reaches(listening, source)
    shut.open_again(100.0 + shutter._SHUT / 2)
    shut.settle()
    assert not reaches(listening, source)
    shut.open_again(100.0 + shutter._SHUT)
    shut.settle()
    assert reaches(listening, source)


def test_nobody_else_is(listening: socket.socket) -> None:
    shut, (source, _) = Shutter([listening]), own(listening)
    for other in ("127.0.0.2/32", "10.66.0.0/16", "::1:0:0:0:0/64", "::2/128", "2001:db8::/32", "1::/48"):
        flood(shut, other, 100.0)
    assert reaches(listening, source)


def test_a_few_are_no_flood(listening: socket.socket) -> None:
    shut, (source, network) = Shutter([listening]), own(listening)
    for number in range(10):
        for _ in range(shutter._OF_A_NETWORK - 1):
            shut.crowded_out(network, 100.0 + number)
    shut.settle()
    assert not shut.any_shut
    assert reaches(listening, source)


def test_there_is_room_for_as_many_rules_as_there_may_be(listening: socket.socket) -> None:
    shut, (source, network) = Shutter([listening]), own(listening)
    is_ipv4 = listening.family is socket.AF_INET
    for number in range(shutter._RULES - (not is_ipv4)):
        shut.shut(f"203.0.{number}.0/24" if is_ipv4 else f"2001:db8::{number:x}/128", 100.0)
    for number in range(shutter._ADDRESSES - 1 if is_ipv4 else 0):
        shut.shut(f"198.51.{number >> 8}.{number & 255}/32", 100.0)
    shut.settle()
    assert reaches(listening, source)
    flood(shut, network, 100.0)
    assert not reaches(listening, source)
    shut.open_again(100.0 + shutter._SHUT)
    shut.settle()
    assert reaches(listening, source)
    assert not shut.any_shut


@pytest.mark.parametrize("place", [0, 1, shutter._REACH - 1, shutter._REACH, shutter._ADDRESSES - 1])
def test_each_of_many_addresses_is_shut_out_and_no_other(place: int) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        shut = Shutter([listening])
        for number in range(shutter._ADDRESSES):
            shut.shut(f"127.7.{number >> 8}.{number & 255}/32", 100.0)
        shut.settle()
        assert not reaches(listening, f"127.7.{place >> 8}.{place & 255}")
        assert reaches(listening, f"127.7.{place >> 8 | 2}.{place & 255}")


def test_of_a_crowded_network_some_get_through() -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=256) as listening:
        shut = Shutter([listening])
        for _ in range(shutter._OF_A_NETWORK):
            shut.crowded_out("127.5.0.0/16", 100.0)
        shut.settle()
        got, tries = 0, [socket.socket() for _ in range(120)]
        for number, each in enumerate(tries):
            each.setblocking(False)
            each.bind((f"127.5.{number}.1", 0))
            each.connect_ex(listening.getsockname())
        time.sleep(0.2)
        for each in tries:
            with contextlib.suppress(OSError):
                each.getpeername()
                got += 1
            each.close()
        assert 0 < got < 60
        assert reaches(listening, "127.6.0.1")


def test_what_was_accepted_hears_everything(listening: socket.socket) -> None:
    source, network = own(listening)
    shut = Shutter([listening])
    flood(shut, "127.0.0.2/32", 100.0)
    flood(shut, "2001:db8::/64", 100.0)
    with socket.create_connection(listening.getsockname()[:2], 5, (source, 0)) as caller:
        accepted = listening.accept()[0]
        with accepted:
            shut.free(accepted)
            assert_unfiltered(accepted)
            flood(shut, network, 101.0)
            caller.sendall(b"heard")
            accepted.settimeout(5)
            assert accepted.recv(5) == b"heard"


def test_what_came_while_somebody_was_shut_out_hears_everything_afterwards(listening: socket.socket) -> None:
    shut, (source, _) = Shutter([listening]), own(listening)
    flood(shut, "127.0.0.2/32", 100.0)
    flood(shut, "2001:db8::/64", 100.0)
    with socket.create_connection(listening.getsockname()[:2], 5, (source, 0)):
        shut.open_again(100.0 + shutter._SHUT)  # before it is accepted
        shut.settle()
        with listening.accept()[0] as accepted:
            shut.free(accepted)
            assert_unfiltered(accepted)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("192.0.2.7/32", [(0xFFFFFFFF, 0xC0000207)]),
        ("10.66.0.0/16", [(0xFFFF0000, 0x0A420000)]),
        ("2001:db8:1:2::/64", [(0xFFFFFFFF, 0x20010DB8), (0xFFFFFFFF, 0x00010002)]),
        ("2001:db8::7/128", [(0xFFFFFFFF, 0x20010DB8), *[(0xFFFFFFFF, 0)] * 2, (0xFFFFFFFF, 7)]),
        ("2001:db8:1::/48", [(0xFFFFFFFF, 0x20010DB8), (0xFFFF0000, 0x00010000)]),
    ],
)
def test_a_rule_is_as_narrow_as_its_network(text: str, words: list[tuple[int, int]]) -> None:
    """What differs in any of its words is let past to the next rule."""
    rule = [*shutter._rule(ipaddress.ip_network(text))]
    differs = [at for at, each in enumerate(rule) if each[0] == shutter._JUMP_IF_EQUAL and each[2]]
    assert [(rule[at - 1][3], rule[at][3]) for at in differs] == words
    assert all(at + 1 + rule[at][2] == len(rule) for at in differs)


def test_without_such_filters_all_goes_on(listening: socket.socket, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutter, "_ATTACH_FILTER", 9999)
    shut, (source, network) = Shutter([listening]), own(listening)
    flood(shut, network, 100.0)
    assert reaches(listening, source)
    wait_until(lambda: shut.any_shut)


def test_where_the_kernel_has_no_room_for_more_nobody_stays_shut_out(
    listening: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    shut, (source, network) = Shutter([listening]), own(listening)
    flood(shut, network, 100.0)
    assert not reaches(listening, source)

    def no_room(*_: object) -> None:
        raise OSError(errno.ENOMEM, "no room")

    monkeypatch.setattr(shutter, "_attach", no_room)
    flood(shut, "127.0.0.2/32", 101.0)
    flood(shut, "2001:db8::/64", 101.0)
    shut.open_again(100.0 + shutter._SHUT)
    shut.settle()
    assert reaches(listening, source)
