"""Whatever a stranger sends first: closed quickly, nothing on the screen, nothing left behind."""

import os
import socket
import struct
import threading
import time
from contextlib import suppress

import pytest

from desktop_app.errors import ConnectionLost, HandshakeFailed, LimitExceeded, UnsupportedVersion
from desktop_app.events import CodeReady, ComparisonOver, Listening, Restored, State, TransferChanged, Trouble
from desktop_app.protocol import limits
from desktop_app.protocol.noise import HandshakeState
from desktop_app.transport import agreement
from desktop_app.transport.address import Address
from tests.support.hostile_peer import PROLOGUE, SUITE, Hangup, HostilePeer, Kind, listening
from tests.support.node import Node, verify, wait_until

OTHERS = {
    "case_015 http": b"GET / HTTP/1.1\r\nHost: x\r\n\r\n",
    "case_015 tls": bytes.fromhex("160301020001") + bytes(600),
    "case_015 ssh": b"SSH-2.0-OpenSSH_9.6\r\n",
    "case_015 smb": bytes.fromhex("00000054fe534d42") + bytes(80),
    "zeros": bytes(64),
    "ones": b"\xff" * 64,
    "case_013 empty frame": bytes(4),
    "case_013 one byte": b"\x00\x00\x00\x01\x01",
    "case_013 64 KiB": b"\x00\x00\xff\xff" + bytes(100),
    "case_013 2 GiB": b"\x7f\xff\xff\xff" + bytes(100),
    "case_013 4 GiB": b"\xff\xff\xff\xff" + bytes(100),
    "one too long": (limits.FIRST_FRAME_MAX + 1).to_bytes(4, "big"),
    "long enough, wrong": (1217).to_bytes(4, "big") + b"\x01" + bytes(1216),
    "no such version": (1217).to_bytes(4, "big") + b"\x00" + bytes(1216),
    "version 16": (1217).to_bytes(4, "big") + b"\x10" + bytes(1216),
    "case_021 right key of bad kem": (1217).to_bytes(4, "big") + b"\x01" + os.urandom(32) + b"\xff" * 1184,
}


def assert_untouched(node: Node) -> None:
    assert not any(thread.name.startswith("session") for thread in threading.enumerate())
    assert {type(event) for event in node.events} <= {Listening, Restored, Trouble}
    assert len(node.heard(Trouble)) == 1  # the missing network of every node in these tests


@pytest.mark.parametrize("bytes_sent", OTHERS.values(), ids=OTHERS.keys())
def test_case_013_015_what_is_no_first_frame_is_closed_at_once_without_a_word(node: Node, bytes_sent: bytes) -> None:
    with HostilePeer.dial(node.engine.port) as peer:
        start = time.monotonic()
        peer.socket.sendall(bytes_sent)
        assert received_until_closed(peer.socket) == b""
        assert time.monotonic() - start < 1
    wait_until(lambda: not any(thread.name.startswith("session") for thread in threading.enumerate()))
    assert_untouched(node)


def received_until_closed(connection: socket.socket) -> bytes:
    received = b""
    try:
        while part := connection.recv(4096):
            received += part
    except ConnectionError:
        pass  # a reset: there was more than was read
    return received


@pytest.mark.parametrize("frame_length", [1, 2, 1216, 1218, 2048])
def test_case_013_a_first_frame_of_another_length_is_closed_at_once(node: Node, frame_length: int) -> None:
    with HostilePeer.dial(node.engine.port) as peer:
        peer.send_frame(b"\x01" + os.urandom(frame_length - 1))
        assert received_until_closed(peer.socket) == b""


@pytest.mark.parametrize("cut", [0, 3, 4, 700, 1220])
def test_case_014_a_frame_cut_short_by_a_fin_is_closed_at_once(node: Node, cut: int) -> None:
    with HostilePeer.dial(node.engine.port) as peer:
        peer.socket.sendall(((1217).to_bytes(4, "big") + b"\x01" + bytes(1216))[:cut])
        peer.socket.shutdown(socket.SHUT_WR)
        assert peer.wait_closed(1)
    wait_until(lambda: not any(thread.name.startswith("session") for thread in threading.enumerate()))
    assert_untouched(node)


@pytest.mark.parametrize("version", [2, 15])
def test_case_016_another_version_gets_the_one_fixed_answer(node: Node, version: int) -> None:
    with HostilePeer.dial(node.engine.port) as peer:
        peer.send_frame(bytes((version,)) + os.urandom(300))
        assert received_until_closed(peer.socket) == bytes.fromhex("000000020001")


def test_case_011_a_slow_stranger_is_closed_when_its_time_is_over(node: Node, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "UNTIL_PROOFS", 0.5)
    with HostilePeer.dial(node.engine.port) as peer:
        start = time.monotonic()
        peer.socket.sendall((1217).to_bytes(4, "big") + b"\x01")
        peer.socket.settimeout(0.05)
        closed = False
        while not closed and time.monotonic() - start < 5:
            try:
                peer.socket.sendall(b"x")
                closed = not peer.socket.recv(1)
            except TimeoutError:
                continue
            except OSError:
                closed = True
        assert closed
        assert 0.4 < time.monotonic() - start < 2


def test_a_stranger_that_stops_after_the_keys_is_closed_when_its_time_is_over(
    node: Node, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "UNTIL_PROOFS", 0.3)
    with HostilePeer.dial(node.engine.port) as peer:
        peer.agree()
        assert peer.wait_closed(3)
    assert not node.heard(CodeReady)


def test_case_012_strangers_that_hold_their_slots_do_not_keep_others_out(pair_of_nodes: tuple[Node, Node]) -> None:
    a, b = pair_of_nodes
    held = [HostilePeer.dial(b.engine.port, source="127.0.0.2") for _ in range(limits.UNVERIFIED_PER_ADDRESS)]
    with HostilePeer.dial(b.engine.port, source="127.0.0.2") as excess:
        assert excess.wait_closed(1)
    verify(a, b)
    for peer in held:
        peer.close()


def test_slots_are_free_again_when_strangers_have_left(node: Node) -> None:
    for _ in range(5):
        peers = [HostilePeer.dial(node.engine.port).agree() for _ in range(limits.UNVERIFIED_PER_ADDRESS)]
        for peer in peers:
            peer.close()
        wait_until(lambda: not any(thread.name.startswith("session") for thread in threading.enumerate()))


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (b"", ConnectionLost),
        (bytes.fromhex("000000020002"), UnsupportedVersion),
        (bytes.fromhex("000000020102"), HandshakeFailed),
        (bytes(4), HandshakeFailed),
        (bytes.fromhex("ffffffff"), LimitExceeded),
        ((1152).to_bytes(4, "big") + bytes(1152), HandshakeFailed),
        ((1152).to_bytes(4, "big") + os.urandom(1152), HandshakeFailed),
        ((1151).to_bytes(4, "big") + os.urandom(1151), HandshakeFailed),
        ((1152).to_bytes(4, "big") + os.urandom(1000), ConnectionLost),
        (b"HTTP/1.1 400 Bad Request\r\n\r\n", LimitExceeded),
    ],
)
def test_what_is_no_answer_fails_the_dial_and_says_why(
    node: Node, answer: bytes, error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(agreement, "_AGAIN", ())  # else it calls again where nobody answers any more
    with listening() as (port, server):
        node.engine.pair(Address("127.0.0.1", port))
        connection, _ = server.accept()
        with HostilePeer(connection, initiator=False) as peer:
            assert len(peer.receive_frame()) == limits.MESSAGE_1
            connection.sendall(answer)
            with suppress(OSError):
                connection.shutdown(socket.SHUT_WR)
            node.wait_for(Trouble, lambda trouble: isinstance(trouble.error, error))


def test_case_022_every_flipped_byte_class_of_the_answer_fails_the_dial(node: Node) -> None:
    """One byte of e, of the ciphertext, of its tag and of the payload's tag."""
    for position in (0, 32, 32 + 1088, 32 + 1088 + 16):
        with listening() as (port, server):
            node.engine.pair(Address("127.0.0.1", port))
            connection, _ = server.accept()
            with HostilePeer(connection, initiator=False) as peer:
                noise = HandshakeState(SUITE, initiator=False, prologue=PROLOGUE)
                noise.read_message(peer.receive_frame()[1:])
                frame = bytearray(noise.write_message(b""))
                noise.close()
                frame[position] ^= 1
                peer.send_frame(bytes(frame))
                assert peer.wait_closed(2)
            node.wait_for(Trouble, lambda trouble: isinstance(trouble.error, HandshakeFailed))


def test_case_029_our_own_first_frame_led_back_to_us_is_refused(pair_of_nodes: tuple[Node, Node]) -> None:
    """A relay that answers a dial with the dialler's own frame, and one that plays it to the dialler's port."""
    node, _ = pair_of_nodes
    with listening() as (port, server):
        node.engine.pair(Address("127.0.0.1", port))
        connection, _ = server.accept()
        with HostilePeer(connection, initiator=False) as peer:
            first = peer.receive_frame()
            with HostilePeer.dial(node.engine.port) as relay:
                relay.send_frame(first)
                with pytest.raises(Hangup):
                    relay.receive_frame()
    node.wait_for(Trouble)
    assert not node.heard(CodeReady)


@pytest.mark.parametrize("point", ["connected", "agreed", "greeted", "committed", "nonce sent", "code"])
@pytest.mark.parametrize("reset", [False, True], ids=["fin", "rst"])
def test_case_018_an_end_at_every_step_leaves_nothing_behind(node: Node, point: str, *, reset: bool) -> None:
    peer = HostilePeer.dial(node.engine.port)
    if point != "connected":
        peer.agree()
    if point not in {"connected", "agreed"}:
        peer.greet()
    if point in {"committed", "nonce sent"}:
        peer.expect(Kind.COMMIT)
    if point == "nonce sent":
        peer.send(Kind.NONCE, os.urandom(32), "Stranger")
    if point == "code":
        peer.compare()
        node.wait_for(CodeReady)
    if reset:
        peer.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    peer.close()
    wait_until(lambda: not any(thread.name.startswith("session") for thread in threading.enumerate()))
    assert not node.heard(TransferChanged)
    assert State.DELIVERED not in {transfer.state for transfer in node.engine.transfers()}


@pytest.mark.parametrize("point", ["connected", "asked", "agreed", "greeted", "promised", "code"])
@pytest.mark.parametrize("reset", [False, True], ids=["fin", "rst"])
def test_case_018_an_end_at_every_step_of_a_call_leaves_nothing_behind(node: Node, point: str, *, reset: bool) -> None:
    with listening() as (port, server):
        node.engine.pair(Address("127.0.0.1", port))
        peer = HostilePeer(server.accept()[0], initiator=False)
        if point == "asked":
            peer.receive_frame()
        if point not in {"connected", "asked"}:
            peer.agree()
        if point not in {"connected", "asked", "agreed"}:
            peer.greet()
        if point == "promised":
            peer.send(Kind.COMMIT, os.urandom(64), "Stranger")
            peer.expect(Kind.NONCE)
        if point == "code":
            peer.compare()
            node.wait_for(CodeReady)
        if reset:
            peer.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        peer.close()
    wait_until(lambda: not any(thread.name.startswith("session") for thread in threading.enumerate()))
    counted = [over.counted for over in node.heard(ComparisonOver)]
    assert counted == ([True] if point in {"promised", "code"} else [])
