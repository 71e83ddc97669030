"""Calling: whoever hangs up at once is called again."""

import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from desktop_app.errors import ConnectionLost, HandshakeFailed
from desktop_app.protocol import limits
from desktop_app.protocol.handshake import LiveKeys, Secrets
from desktop_app.transport.address import Address
from desktop_app.transport.agreement import agree, meet
from desktop_app.transport.channel import Channel
from desktop_app.transport.dialer import dial
from desktop_app.transport.listener import Listener
from desktop_app.transport.origin import Origin
from desktop_app.transport.slots import Slots


@pytest.fixture
def listening() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(5.0)
        yield listening


class Caller:
    def __init__(self, listening: socket.socket) -> None:
        self._where = Address("127.0.0.1", listening.getsockname()[1])
        self._channels: list[Channel] = []

    def call(self, *, stops: bool = False) -> Secrets:
        return meet(self._connect, LiveKeys(), initiator=True, stopped=lambda _seconds: stops)[1]

    def _connect(self) -> Channel:
        self._channels.append(dial([self._where], lambda: False))
        return self._channels[-1]

    def close(self) -> int:
        """How often it called."""
        for channel in self._channels:
            channel.close()
        return len(self._channels)


def _hang_up(listening: socket.socket, times: int) -> None:
    for _ in range(times):
        connection, _ = listening.accept()
        connection.close()


def test_who_is_turned_away_comes_again_and_agrees(listening: socket.socket) -> None:
    secrets: list[Secrets] = []

    def answer() -> None:
        _hang_up(listening, 3)
        channel = Channel(listening.accept()[0])
        until = time.monotonic() + limits.UNTIL_PROOFS
        secrets.append(agree(channel, LiveKeys(), initiator=False, until=until))
        channel.close()

    answering = threading.Thread(target=answer)
    answering.start()
    caller = Caller(listening)
    secret = caller.call()
    answering.join()
    assert caller.close() == 4
    assert secret.h == secrets[0].h
    secret.wipe()
    secrets[0].wipe()


@pytest.mark.parametrize(("stops", "called"), [(False, 4), (True, 1)])
def test_who_is_turned_away_every_time_or_told_to_stop_gives_up(
    listening: socket.socket, stops: bool, called: int
) -> None:
    hanging_up = threading.Thread(target=_hang_up, args=(listening, called))
    hanging_up.start()
    caller = Caller(listening)
    with pytest.raises(ConnectionLost):
        caller.call(stops=stops)
    hanging_up.join()
    assert caller.close() == called


def test_who_answers_something_else_is_not_called_again(listening: socket.socket) -> None:
    def answer() -> None:
        connection, _ = listening.accept()
        with connection:
            connection.sendall(bytes(limits.FRAME_HEADER))

    answering = threading.Thread(target=answer)
    answering.start()
    caller = Caller(listening)
    with pytest.raises(HandshakeFailed):
        caller.call()
    answering.join()
    assert caller.close() == 1


def test_several_programs_of_one_computer_all_get_in_though_few_may_at_a_time() -> None:
    """As where a script sends many things at once."""
    slots = Slots()

    def prove(channel: Channel, origin: Origin) -> None:
        agree(channel, LiveKeys(), initiator=False, until=channel.since + limits.UNTIL_PROOFS)
        time.sleep(0.05)
        slots.release_incoming(origin)
        channel.close()

    listener = Listener(0, slots, lambda *caller: threading.Thread(target=prove, args=caller).start())
    where = [Address("127.0.0.1", listener.port)]

    def come() -> None:
        channel, _ = meet(
            lambda: dial(where, lambda: False), LiveKeys(), initiator=True, stopped=threading.Event().wait
        )
        channel.close()

    with ThreadPoolExecutor(3 * limits.UNVERIFIED_PER_ADDRESS) as callers:
        coming = [callers.submit(come) for _ in range(3 * limits.UNVERIFIED_PER_ADDRESS)]
    listener.close()
    for each in coming:
        each.result()
