"""Somebody on the cable whom nobody knows: whatever it does before a code is compared, it leaves nothing."""

import os
import socket
import struct
from collections.abc import Callable
from contextlib import ExitStack, suppress

import pytest

from desktop_app.protocol import limits
from desktop_app.protocol.noise import HandshakeState
from tests.hostile.outside.running import Running
from tests.support.hostile_peer import CIPHER, PROLOGUE, SUITE, Hangup, HostilePeer, Kind, top_file
from tests.support.namespaces import Lan

pytestmark = pytest.mark.network

FIRST = (1217).to_bytes(4, "big")
NO_LINGER = struct.pack("ii", 1, 0)

Prank = Callable[[Running], None]


def first_frame() -> bytes:
    noise = HandshakeState(SUITE, initiator=True, prologue=PROLOGUE)
    frame = FIRST + b"\x01" + noise.write_message(b"")
    noise.close()
    return frame


def bytes_before(peer: HostilePeer, sent: bytes) -> None:
    peer.send_bytes(sent)
    assert peer.wait_closed(11)


def storm_of_resets(victim: Running) -> None:
    for _ in range(300):
        connection = victim.other.connect(victim.host.address, victim.port)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, NO_LINGER)
        connection.close()


def reset_amid_the_first_frame(victim: Running) -> None:
    for cut in (1, 4, 5, 37, 1220):
        with victim.dial() as peer:
            peer.send_bytes(first_frame()[:cut])
            peer.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, NO_LINGER)


def urgent_bytes(victim: Running) -> None:
    with victim.dial() as peer:
        frame = first_frame()
        peer.send_bytes(frame[:600])
        peer.socket.send(b"!", socket.MSG_OOB)
        with suppress(Hangup):
            peer.send_bytes(frame[600:])
            peer.receive_frame()


def two_first_frames(victim: Running) -> None:
    with victim.dial() as peer:
        bytes_before(peer, first_frame() + first_frame())


def junk_behind_the_first_frame(victim: Running) -> None:
    with victim.dial() as peer:
        bytes_before(peer, first_frame() + os.urandom(5000))


def hanging_up_before_the_answer(victim: Running) -> None:
    for _ in range(20):
        with victim.dial() as peer, suppress(Hangup, OSError):  # so many at once have no place here
            peer.send_bytes(first_frame())
            peer.socket.shutdown(socket.SHUT_WR)


def many_at_once_from_one_address(victim: Running) -> None:
    peers = [victim.dial() for _ in range(50)]
    for peer in peers:
        peer.close()


PRANKS: list[Prank] = [
    storm_of_resets,
    reset_amid_the_first_frame,
    urgent_bytes,
    two_first_frames,
    junk_behind_the_first_frame,
    hanging_up_before_the_answer,
    many_at_once_from_one_address,
]


@pytest.mark.parametrize("prank", PRANKS, ids=lambda prank: prank.__name__.replace("_", " "))
def test_before_there_are_keys(victim: Running, prank: Prank) -> None:
    prank(victim)


OTHERS = {
    "case_015 http": b"GET / HTTP/1.1\r\nHost: x\r\n\r\n",
    "case_015 tls": bytes.fromhex("160301020001") + bytes(600),
    "case_015 ssh": b"SSH-2.0-OpenSSH_9.6\r\n",
    "case_015 smb": bytes.fromhex("00000054fe534d42") + bytes(80),
    "case_013 nothing": bytes(4),
    "case_013 one byte": b"\x00\x00\x00\x01\x01",
    "case_013 all that fits in 16 bits": b"\x00\x00\xff\xff" + bytes(2000),
    "case_013 all that fits in 31 bits": b"\x7f\xff\xff\xff" + bytes(2000),
    "case_013 all ones": b"\xff\xff\xff\xff" + bytes(2000),
    "case_020 e that gives no secret": FIRST + b"\x01" + bytes(32) + os.urandom(1184),
    "case_021 ek of zeros only": FIRST + b"\x01" + b"\x09" + bytes(31) + bytes(1184),
    "case_021 ek out of range": FIRST + b"\x01" + b"\x09" + bytes(31) + b"\xff" * 1184,
    "case_021 ek one byte short": (1216).to_bytes(4, "big") + b"\x01" + os.urandom(1215),
    "case_021 ek one byte long": (1218).to_bytes(4, "big") + b"\x01" + os.urandom(1217),
}


@pytest.mark.parametrize("said", OTHERS.values(), ids=OTHERS.keys())
def test_what_is_no_first_frame_gets_no_answer(victim: Running, said: bytes) -> None:
    with victim.dial() as peer:
        peer.send_bytes(said)
        answer = b""
        with suppress(ConnectionError):
            while part := peer.socket.recv(4096):
                answer += part
    assert answer == b""
    assert not victim.told_of_strangers()


def test_who_says_nothing_is_in_the_way_of_no_neighbour(lan: Lan, victim: Running) -> None:
    """Over IPv6 all of them have the same /64, and so they were one address that had too many connections."""
    here, rude, honest = lan.hosts
    address = here.link_local, victim.port
    with ExitStack() as held:
        for _ in range(limits.UNVERIFIED_PER_ADDRESS):
            held.enter_context(rude.made_there(lambda: socket.create_connection(address, 10)))
        with HostilePeer(honest.made_there(lambda: socket.create_connection(address, 10)), initiator=True) as peer:
            peer.agree().greet()


def test_a_first_frame_in_single_bytes_is_a_first_frame(victim: Running) -> None:
    """However a network cuts it."""
    with victim.dial() as peer:
        noise = HandshakeState(SUITE, initiator=True, prologue=PROLOGUE)
        for byte in FIRST + b"\x01" + noise.write_message(b""):
            peer.send_bytes(bytes((byte,)))
        noise.read_message(peer.receive_frame())
        noise.close()


# --- with keys, before anything is proved -------------------------------------------------------------------------


def say(kind: int, *fields: object) -> Callable[[HostilePeer], None]:
    return lambda peer: peer.send(kind, *fields)


def proofs(count: int, size: int = 32) -> list[bytes]:
    return [os.urandom(size) for _ in range(count)]


HELLO = say(Kind.HELLO, [1], [CIPHER])
GREETINGS: dict[str, list[Callable[[HostilePeer], None]]] = {
    "seventeen versions": [say(Kind.HELLO, [1] * 17, [CIPHER])],
    "nine ciphers": [say(Kind.HELLO, [1], [CIPHER] * 9)],
    "a version that is a truth": [say(Kind.HELLO, [True], [CIPHER])],
    "a version beyond all": [say(Kind.HELLO, [2**64 - 1, -(2**63)], [CIPHER])],
    "a cipher that is bytes": [say(Kind.HELLO, [1], [CIPHER.encode()])],
    "no version": [say(Kind.HELLO, [], [CIPHER])],
    "HELLO twice": [HELLO, HELLO],
    "fifteen proofs": [HELLO, say(Kind.PROOFS, proofs(15), False)],
    "seventeen proofs": [HELLO, say(Kind.PROOFS, proofs(17), False)],
    "no proofs": [HELLO, say(Kind.PROOFS, [], False)],
    "272 proofs": [HELLO, say(Kind.PROOFS, proofs(272), False)],
    "short proofs": [HELLO, say(Kind.PROOFS, proofs(16, 31), False)],
    "proofs of which one is text": [HELLO, say(Kind.PROOFS, [*proofs(15), "x" * 32], False)],
    "an expectation that is a number": [HELLO, say(Kind.PROOFS, proofs(16), 1)],
    "proofs before HELLO": [say(Kind.PROOFS, proofs(16), False)],
    "an offer instead": [HELLO, say(Kind.OFFER, os.urandom(16), 0, 1, 0, 1, 1, 0, 4, [top_file("film", 1)])],
    "the first record of file bytes": [lambda peer: peer.send_data(0, b"x" * 1000)],
    "a record longer than any before verification": [
        HELLO, lambda peer: peer.send_bytes((65_000 + 600).to_bytes(4, "big")),
    ],
    "a record of nothing but its tag": [lambda peer: peer.send_bytes((16).to_bytes(4, "big") + os.urandom(16))],
}  # fmt: skip


@pytest.mark.parametrize("greeting", GREETINGS.values(), ids=GREETINGS.keys())
def test_with_keys_and_without_manners(victim: Running, greeting: list[Callable[[HostilePeer], None]]) -> None:
    with victim.dial() as peer:
        peer.agree()
        with suppress(Hangup):
            for step in greeting:
                step(peer)
            assert peer.wait_closed(5)
    assert not victim.told_of_strangers()


MANNERS: dict[str, tuple[list[int], list[str]]] = {
    "sixteen versions": ([255] * 15 + [1], [CIPHER]),
    "ciphers that nobody knows": ([1], ["ROT13", "", "\x1b[2J", "x" * 4000]),
    "no cipher": ([1], []),
}


@pytest.mark.parametrize(("versions", "ciphers"), MANNERS.values(), ids=MANNERS.keys())
def test_odd_wishes_are_no_offence(victim: Running, versions: list[int], ciphers: list[str]) -> None:
    with victim.dial() as peer:
        peer.agree()
        peer.send(Kind.HELLO, versions, ciphers)
        peer.send(Kind.PROOFS, proofs(256), False)
        peer.expect(Kind.HELLO)
        peer.expect(Kind.PROOFS)
        assert peer.receive()[0] in {Kind.COMMIT, Kind.BUSY}
