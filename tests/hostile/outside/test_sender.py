"""Somebody hostile at the address that a person sends to: the program says what is wrong, in one line, and ends."""

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.end2end.programs import Program
from tests.support.hostile_peer import ANEW, CIPHER, HostilePeer, Kind, top_file
from tests.support.namespaces import Lan

pytestmark = pytest.mark.network

Talk = Callable[[HostilePeer, Program], None]
SENT = b"some words that nobody else may see"


def frame(raw: bytes) -> Talk:
    """In place of the second message."""

    def talk(peer: HostilePeer, _: Program) -> None:
        peer.receive_frame()
        peer.send_bytes(raw)
        with suppress(OSError):
            peer.socket.shutdown(socket.SHUT_WR)

    return talk


def greeted(kind: int, *fields: object) -> Talk:
    """In place of COMMIT."""

    def talk(peer: HostilePeer, _: Program) -> None:
        peer.agree().greet().send(kind, *fields)

    return talk


def verified(peer: HostilePeer, program: Program) -> HostilePeer:
    peer.agree().greet().compare("Kitchen PC")
    assert program.until("code")["digits"] == peer.digits
    program.answer("match")
    return peer.verify()


def offered(kind: int, *fields: object) -> Talk:
    """In place of an answer to the offer."""

    def talk(peer: HostilePeer, program: Program) -> None:
        verified(peer, program)
        while peer.receive()[0] != Kind.OFFER:  # its wish to remember may come first
            pass
        peer.send(kind, *fields)

    return talk


def accepted(kind: int, *fields: object) -> Talk:
    """All is sent, and this is what comes back."""

    def talk(peer: HostilePeer, program: Program) -> None:
        offered(Kind.ACCEPT, 0, False, *ANEW)(peer, program)
        while peer.receive()[0] != Kind.END:
            pass
        peer.send(kind, *fields)

    return talk


def someone_else_s_promise(peer: HostilePeer, _: Program) -> None:
    peer.agree().greet()
    peer.send(Kind.COMMIT, os.urandom(64), "Kitchen PC")
    peer.expect(Kind.NONCE)
    peer.send(Kind.OPEN, os.urandom(32))


BEFORE: dict[str, Talk] = {
    "nothing": frame(b""),
    "case_015 a web server": frame(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"),
    "case_016 another version": frame(bytes.fromhex("000000020002")),
    "case_013 four billion": frame(b"\xff\xff\xff\xff" + bytes(100)),
    "case_021 a ciphertext that is one byte short": frame((1151).to_bytes(4, "big") + os.urandom(1151)),
    "case_020 a point that gives no secret": frame((1152).to_bytes(4, "big") + bytes(32) + os.urandom(1120)),
    "busy": greeted(Kind.BUSY),
    "goodbye": greeted(Kind.CLOSE, 4),
    "goodbye for a reason that there is not": greeted(Kind.CLOSE, 99),
    "case_028 no promise": greeted(Kind.OPEN, bytes(32)),
    "case_027 a promise that is not kept": someone_else_s_promise,
    "an offer of its own": greeted(Kind.OFFER, os.urandom(16), 0, 1, 0, 1, 1, 0, 4, [top_file("film", 1)]),
    "a wish for another cipher": lambda peer, _: peer.agree().send(Kind.HELLO, [1], [CIPHER, 7]),
}
AFTER: dict[str, Talk] = {
    "accepting something else": offered(Kind.ACCEPT, 1, False, *ANEW),
    "having half of it already": offered(Kind.ACCEPT, 0, False, 0, b"", 10, bytes(32)),
    "having all of it already": offered(Kind.ACCEPT, 0, False, 1, bytes(32), 0, b""),
    "done before it began": offered(Kind.DONE, 0, bytes(32)),
    "asking about names that are there": offered(Kind.COMPARE, 0, 0, [0]),
    "done with something else": accepted(Kind.DONE, 0, bytes(32)),
    "a failure of no entry": accepted(Kind.FAILED, 0, 7, 5),
    "goodbye instead of done": accepted(Kind.CLOSE, 0),
}


@pytest.fixture
def send(lan: Lan, tmp_path: Path) -> Iterator[Callable[[Talk], Program]]:
    """Somebody at the other host talks like that to whoever sends it a note."""
    (tmp_path / "note").write_bytes(SENT)
    programs: list[Program] = []

    def start(talk: Talk) -> Program:
        here, there = lan.hosts[:2]
        with there.listen() as server:
            server.settimeout(20)
            address = f"{there.address}:{server.getsockname()[1]}"
            programs.append(Program(tmp_path / "profile", "send", tmp_path / "note", "--to", address, host=here))
            with HostilePeer(server.accept()[0], initiator=False) as peer:
                talk(peer, programs[0])
                peer.wait_closed(5)
        return programs[0]

    yield start
    for program in programs:
        program.kill()


@pytest.mark.parametrize("talk", BEFORE.values(), ids=BEFORE.keys())
def test_before_anybody_is_verified_nothing_goes_there(send: Callable[[Talk], Program], talk: Talk) -> None:
    program = send(talk)
    assert program.ends() in {4, 5}
    failed = program.events[-1]
    assert (failed["event"], failed["message"] != "") == ("failed", True)
    assert not [event for event in program.events if event["event"] == "verified"]


@pytest.mark.parametrize("talk", AFTER.values(), ids=AFTER.keys())
def test_whatever_a_verified_one_says_it_is_not_delivered(send: Callable[[Talk], Program], talk: Talk) -> None:
    program = send(talk)
    events = program.until("failed", "paused", "delivered", "error")
    assert events["event"] != "delivered"
    assert events["message"]
