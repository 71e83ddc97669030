"""Races between the addresses of one device, on the loopback."""

import errno
import socket
import threading
import time
from typing import Any

import pytest

from desktop_app.errors import (
    NotLetOut,
    NoWayThere,
    PeerNotThere,
    PeerNotThereForMac,
    PeerRefused,
    PeerSilent,
    PeerUnreachable,
    ScopeMissing,
    UnknownHost,
)
from desktop_app.transport import dialer, resolving
from desktop_app.transport.address import Address
from desktop_app.transport.dialer import dial
from desktop_app.transport.unreachable import most_telling, reason
from tests.support.channel_pair import full_port

LOOPBACK = "127.0.0.1"


def never() -> bool:
    return False


def test_the_live_address_behind_a_dead_one_is_reached_soon() -> None:
    with full_port() as dead, socket.create_server((LOOPBACK, 0)) as live:
        port = live.getsockname()[1]
        start = time.monotonic()
        channel = dial([Address(LOOPBACK, dead), Address(LOOPBACK, port)], never)
        assert time.monotonic() - start < 1.5
        assert channel.remote == Address(LOOPBACK, port)
        channel.close()


def test_a_refused_address_costs_no_wait() -> None:
    with socket.create_server((LOOPBACK, 0)) as gone:
        refused = gone.getsockname()[1]
    with socket.create_server((LOOPBACK, 0)) as live:
        start = time.monotonic()
        addresses = [*(Address(LOOPBACK, refused),) * 3, Address(LOOPBACK, live.getsockname()[1])]
        dial(addresses, never).close()
        assert time.monotonic() - start < 0.2, "less than one stagger"


def test_the_first_address_wins_where_both_answer() -> None:
    with socket.create_server((LOOPBACK, 0)) as first, socket.create_server((LOOPBACK, 0)) as second:
        ports = [server.getsockname()[1] for server in (first, second)]
        channel = dial([Address(LOOPBACK, port) for port in ports], never)
        assert channel.remote.port == ports[0]
        channel.close()
        second.setblocking(False)
        with pytest.raises(BlockingIOError):
            second.accept()


def test_where_nothing_answers_the_peer_is_unreachable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialer, "_DEADLINE", 0.4)
    with full_port() as dead:
        start = time.monotonic()
        with pytest.raises(PeerUnreachable):
            dial([Address(LOOPBACK, dead)], never)
        assert 0.3 < time.monotonic() - start < 1.5


@pytest.mark.parametrize("addresses", [[], [Address("no-such-host.invalid", 1)], [Address("x" * 64 + ".y", 1)]])
def test_no_address_at_all_is_unreachable(addresses: list[Address], monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(PeerUnreachable):
        dial(addresses, never)


def test_who_is_not_reached_is_told_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialer, "_DEADLINE", 0.4)
    with socket.create_server((LOOPBACK, 0)) as gone:
        closed = Address(LOOPBACK, gone.getsockname()[1])
    unknown, scope_gone = Address("no-such-host.invalid", 1), Address("fe80::1%gone0", 1)
    look_up = socket.getaddrinfo

    def nobody_has_that_name(host: str, *how: Any, **more: Any) -> Any:
        if host == unknown.host:  # the name service of this machine may be gone
            raise socket.gaierror(socket.EAI_NONAME, "")
        return look_up(host, *how, **more)

    monkeypatch.setattr(socket, "getaddrinfo", nobody_has_that_name)
    with full_port() as dead:
        silent = Address(LOOPBACK, dead)
        for addresses, why in (
            ([closed], PeerRefused),
            ([silent], PeerSilent),
            ([unknown], UnknownHost),
            ([scope_gone], ScopeMissing),
            ([unknown, silent], PeerSilent),
            ([silent, closed, scope_gone], PeerRefused),
            ([], PeerUnreachable),
        ):
            with pytest.raises(PeerUnreachable) as caught:
                dial(addresses, never)
            assert type(caught.value) is why, addresses


@pytest.mark.parametrize(
    ("number", "why"),
    [
        (errno.EPERM, NotLetOut),
        (errno.EACCES, PeerNotThere),
        (errno.EHOSTUNREACH, PeerNotThere),
        (errno.EHOSTDOWN, PeerNotThere),
        (errno.ENETUNREACH, NoWayThere),
        (errno.EINVAL, ScopeMissing),
        (errno.ETIMEDOUT, PeerSilent),
        (errno.EMFILE, PeerUnreachable),
    ],
)
def test_what_the_system_says_at_once_is_told_too(
    monkeypatch: pytest.MonkeyPatch, number: int, why: type[PeerUnreachable]
) -> None:
    monkeypatch.setattr(socket.socket, "connect_ex", lambda *_: number)
    with pytest.raises(PeerUnreachable) as caught:
        dial([Address(LOOPBACK, 9)], never)
    assert type(caught.value) is why


def test_each_system_says_it_in_its_own_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of Windows a failed connect has both, by the way it is asked for."""
    for name, number in {"WSAEACCES": 10013, "WSAEINVAL": 10022}.items():
        monkeypatch.setattr(errno, name, number, raising=False)
    assert reason(10013, "win32") is reason(errno.EACCES, "win32") is NotLetOut
    assert reason(10022, "win32") is reason(errno.EINVAL, "win32") is ScopeMissing
    assert reason(errno.EHOSTUNREACH, "darwin") is PeerNotThereForMac
    assert reason(errno.EHOSTDOWN, "darwin") is PeerNotThere


def test_what_says_most_of_the_device_is_told() -> None:
    """A firewall here before a silence, which it may be the reason of."""
    order = [PeerRefused, NotLetOut, PeerSilent, PeerNotThere, NoWayThere, ScopeMissing, UnknownHost, PeerUnreachable]
    for number, first in enumerate(order):
        assert most_telling(reversed(order[number:])) is first
    assert most_telling([]) is PeerUnreachable
    assert set(order) | {PeerNotThereForMac} == {PeerUnreachable, *PeerUnreachable.__subclasses__(), PeerNotThereForMac}


@pytest.mark.parametrize(
    ("number", "why"), [(socket.EAI_NONAME, UnknownHost), (socket.EAI_AGAIN, PeerUnreachable), (None, PeerUnreachable)]
)
def test_a_name_service_that_is_gone_is_no_mistake_of_spelling(
    monkeypatch: pytest.MonkeyPatch, number: int | None, why: type[PeerUnreachable]
) -> None:
    def fail(*_: object, flags: int = 0, **__: object) -> None:
        if not flags & socket.AI_NUMERICHOST and number is None:
            time.sleep(1.0)
        raise socket.gaierror(number or socket.EAI_NONAME, "")

    monkeypatch.setattr(resolving, "_DEADLINE", 0.3)
    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with pytest.raises(PeerUnreachable) as caught:
        dial([Address("kitchen.example", 9)], never)
    assert type(caught.value) is why


def test_it_can_be_stopped_from_outside() -> None:
    stop = threading.Event()
    timer = threading.Timer(0.1, stop.set)
    timer.start()
    with full_port() as dead:
        start = time.monotonic()
        with pytest.raises(PeerUnreachable):
            dial([Address(LOOPBACK, dead)], stop.is_set)
        assert time.monotonic() - start < 1.0
    timer.join()


def test_a_name_that_nobody_answers_for_can_be_given_up_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the name service is gone the system asks it for half a minute."""
    answer, stop = threading.Event(), threading.Event()

    def slow(*_: object, flags: int = 0, **__: object) -> None:
        if not flags & socket.AI_NUMERICHOST:
            assert answer.wait(10.0)
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    timer = threading.Timer(0.1, stop.set)
    timer.start()
    start = time.monotonic()
    with pytest.raises(PeerUnreachable):
        dial([Address("kitchen.example", 47471)], stop.is_set)
    assert time.monotonic() - start < 1.0
    timer.join()
    monkeypatch.setattr(resolving, "_DEADLINE", 0.3)
    with pytest.raises(PeerUnreachable):
        dial([Address("kitchen.example", 47471)], never)
    assert time.monotonic() - start < 2.0
    answer.set()


def test_a_name_is_reached_at_the_address_that_it_stands_for() -> None:
    with socket.create_server((LOOPBACK, 0)) as live:
        channel = dial([Address("localhost", live.getsockname()[1])], never)
        assert channel.remote.host == LOOPBACK
        channel.close()
