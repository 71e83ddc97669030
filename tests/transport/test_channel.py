"""Deadlines, frames and endings of one connection."""

import socket
import subprocess
import sys
import threading
import time

import pytest

from desktop_app.errors import ConnectionLost, LimitExceeded, PeerTimeout
from desktop_app.protocol import limits
from desktop_app.transport import channel as channel_module
from tests.support.channel_pair import channel_and_socket
from tests.support.computers import ROOT
from tests.support.namespaces import Lan


def room(size: int) -> memoryview:
    return memoryview(bytearray(size))


def test_a_trickle_does_not_extend_a_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    with channel_and_socket() as (channel, peer):
        over = threading.Event()

        def trickle() -> None:
            while not over.wait(0.05):
                peer.send(b"x")

        trickling = threading.Thread(target=trickle)
        trickling.start()
        start = time.monotonic()
        try:
            with pytest.raises(PeerTimeout):
                channel.receive_into(room(1000), until=start + 0.3)
            assert time.monotonic() - start < 1.0
        finally:
            over.set()
            trickling.join()


def test_without_a_deadline_only_silence_ends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(channel_module, "_POLL", 0.05)
    monkeypatch.setattr(limits, "SILENCE", 0.3)
    with channel_and_socket() as (channel, peer):
        pauses = [0.1] * 6  # longer than SILENCE together

        def speak() -> None:
            for pause in pauses:
                time.sleep(pause)
                peer.send(b"x")

        speaking = threading.Thread(target=speak)
        speaking.start()
        channel.receive_into(room(len(pauses)), until=None)
        speaking.join()
        with pytest.raises(PeerTimeout):
            channel.receive_into(room(1), until=None)


def test_a_peer_that_takes_nothing_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(channel_module, "_POLL", 0.05)
    monkeypatch.setattr(limits, "SILENCE", 0.3)
    with channel_and_socket() as (channel, _), pytest.raises(PeerTimeout):
        channel.send_all(bytes(64 * limits.MIB), until=None)


@pytest.mark.parametrize("end", [socket.socket.close, lambda peer: peer.shutdown(socket.SHUT_WR)])
def test_a_short_frame_and_a_fin_is_a_lost_connection(end: object) -> None:
    with channel_and_socket() as (channel, peer):
        peer.send(b"\x00\x00\x00\x05abcd")
        assert callable(end)
        end(peer)
        with pytest.raises(ConnectionLost):
            channel.receive_frame_into(room(100), lambda header: int.from_bytes(header, "big"), until=None)


def test_a_frame_is_judged_by_its_header_alone() -> None:
    with channel_and_socket() as (channel, peer):
        peer.send(b"\x00\x00\x00\x61")
        with pytest.raises(LimitExceeded):
            channel.receive_frame_into(room(100), lambda header: int.from_bytes(header, "big"), until=None)


def test_a_frame_may_fill_its_buffer_to_the_last_byte() -> None:
    with channel_and_socket() as (channel, peer):
        peer.send(b"\x00\x00\x00\x60" + b"y" * 96 + b"next")
        frame = channel.receive_frame_into(room(100), lambda header: int.from_bytes(header, "big"), until=None)
        assert bytes(frame) == b"\x00\x00\x00\x60" + b"y" * 96


def test_abort_wakes_both_directions() -> None:
    with channel_and_socket() as (channel, _):
        ended: list[str] = []

        def receive() -> None:
            with pytest.raises(ConnectionLost):
                channel.receive_into(room(1), until=None)
            ended.append("receive")

        def send() -> None:
            with pytest.raises(ConnectionLost):
                channel.send_all(bytes(64 * limits.MIB), until=None)
            ended.append("send")

        threads = [threading.Thread(target=work) for work in (receive, send)]
        for thread in threads:
            thread.start()
        time.sleep(0.1)  # both are blocked now; were they not, they would end in the same way
        start = time.monotonic()
        channel.abort()
        for thread in threads:
            thread.join(5)
        assert sorted(ended) == ["receive", "send"]
        assert time.monotonic() - start < 1.0


def test_a_reset_is_a_lost_connection_in_both_directions() -> None:
    with channel_and_socket() as (channel, peer):
        peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
        peer.close()
        with pytest.raises(ConnectionLost):
            channel.receive_into(room(1), until=None)
        with pytest.raises(ConnectionLost):
            channel.send_all(bytes(limits.MIB), until=None)


def test_closing_twice_is_no_mistake() -> None:
    with channel_and_socket() as (channel, _):
        channel.close()
        channel.close()


@pytest.mark.skipif(not hasattr(socket, "TCP_NOTSENT_LOWAT"), reason="this system has no such bound")
def test_a_slow_line_is_given_little_to_hold_and_a_fast_one_much() -> None:
    """What the kernel has not sent yet, a word that comes up stands behind."""
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as dialler:
        accepted, _ = server.accept()
        with accepted:
            channel = channel_module.Channel(dialler)
            for sent, unsent in ((400_000, 96_000), (10**9, 8 * limits.MIB), (0, 64 * limits.KIB)):
                channel._sent, channel._sent_since = sent, 100.0
                channel._fit_unsent(100.0625)  # too soon to say
                channel._fit_unsent(100.125)
                assert dialler.getsockopt(socket.IPPROTO_TCP, socket.TCP_NOTSENT_LOWAT) == unsent


@pytest.mark.network
def test_a_link_local_address_keeps_its_scope_on_either_side() -> None:
    """Without it nobody can be called there again: after a cut, or as one that is away."""
    met = """
import contextlib, socket, sys, time
from desktop_app.errors import PeerUnreachable
from desktop_app.transport.channel import Channel
from desktop_app.transport.dialer import dial
from desktop_app.transport.address import Address
with socket.create_server(("::", 0), family=socket.AF_INET6) as server:
    channel, until = None, time.monotonic() + 10  # the address is new
    while channel is None and time.monotonic() < until:
        with contextlib.suppress(PeerUnreachable):
            channel = dial([Address(sys.argv[1], server.getsockname()[1])], lambda: False)
        time.sleep(0.02)
    print(channel.remote.host, Channel(server.accept()[0]).remote.host)
"""
    with Lan(hosts=1, ipv4=False) as lan:
        (host,) = lan.hosts
        done = host.run([sys.executable, "-c", met, host.link_local], cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert done.stdout.split() == [host.link_local] * 2
