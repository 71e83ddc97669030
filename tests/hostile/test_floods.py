"""Floods in short; `python -m tests.floods` has them in full, and measured."""

import contextlib
import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.events import SessionEnded, SessionId, State
from desktop_app.protocol import limits
from desktop_app.transport import listener
from tests.floods.flooder import first_frame
from tests.support.hostile_peer import Hangup, HostilePeer, Kind
from tests.support.node import Node, descriptors, verify, wait_until
from tests.support.oracle import resident
from tests.support.verified_peer import verified
from tests.transfer.trees import write

HELD = 200  # connections of a flood


def sessions() -> int:
    return sum(thread.name.startswith("session") for thread in threading.enumerate())


@contextlib.contextmanager
def again_and_again(do: Callable[[int], None]) -> Iterator[None]:
    """On a thread, as fast as it can."""
    over = threading.Event()

    def run() -> None:
        number = 0
        while not over.is_set():
            number += 1
            with contextlib.suppress(OSError, Hangup):
                do(number)

    thread = threading.Thread(target=run, name="flood")
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def comes_in(port: int, source: str) -> None:
    """Like somebody who tries again when turned away."""

    def tried() -> bool:
        with contextlib.suppress(OSError, Hangup), HostilePeer.dial(port, source=source) as peer:
            peer.agree().greet()
            return True
        return False

    wait_until(tried)


@pytest.mark.parametrize(
    ("saying", "many"),
    [("nothing", False), ("nothing", True), ("a byte", True), ("a first frame", True)],
    ids=["nothing, one address", "nothing, many", "a byte, many", "a first frame, many"],
)
def test_case_011_012_a_flood_costs_few_threads_and_descriptors_and_keeps_nobody_out(
    pair_of_nodes: tuple[Node, Node], saying: str, many: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "UNTIL_PROOFS", 120.0)  # nobody gives way for lack of time
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    frame = first_frame()
    held: list[socket.socket] = []
    said = {"nothing": b"", "a byte": frame[:1], "a first frame": frame}[saying]
    before, worst = descriptors(), 0

    def knock(number: int) -> None:
        if len(held) >= HELD:
            time.sleep(0.01)
            return
        source = f"127.5.{number % 250}.{number // 250 % 250 + 1}" if many else "127.5.0.1"
        connection = socket.create_connection(("127.0.0.1", b.engine.port), 5, (source, 0))
        held.append(connection)
        with contextlib.suppress(OSError):
            connection.sendall(said)

    with again_and_again(knock):
        wait_until(lambda: len(held) > 150)
        comes_in(b.engine.port, "127.7.0.1")
        assert sessions() <= 2 * (2 + limits.UNVERIFIED_TOTAL)
        worst = max(worst, descriptors())
        number = a.engine.send([write(tmp_path / "note", os.urandom(100))], a.device_of(session))
        b.accept()
        assert a.finished(number).state is State.DELIVERED
    for connection in held:
        connection.close()
    assert worst - before <= HELD + 2 + limits.WAITING_TOTAL + 6 * limits.UNVERIFIED_TOTAL
    assert not a.heard(SessionEnded)


def test_a_full_table_of_descriptors_does_not_make_the_listener_spin(
    node: Node, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []
    monkeypatch.setattr(listener.time, "sleep", pauses.append)  # type: ignore[attr-defined]
    monkeypatch.setattr(socket.socket, "accept", full)
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", node.engine.port), 5):
        wait_until(lambda: bool(pauses))


def full(_: socket.socket) -> tuple[socket.socket, object]:
    raise OSError(24, "too many open files")


def test_case_048_tiny_messages_without_end_are_held_back_and_nobody_suffers(
    pair_of_nodes: tuple[Node, Node], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What is beyond the allowance waits in the kernels until they take no more; nothing piles up, and others go on."""
    monkeypatch.setattr(limits, "SMALL_RECORDS_AT_ONCE", 1000)
    monkeypatch.setattr(limits, "SMALL_RECORDS_PER_SECOND", 500)
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    with HostilePeer.dial(b.engine.port, source="127.7.0.1") as peer:
        of_peer = SessionId(max(each.id for each in b.engine.sessions()) + 1)
        verified(b, peer)
        before, began, opened = resident(), time.monotonic(), b.facts(of_peer).bytes_opened
        heartbeat = bytes((Kind.HEARTBEAT, 0x90))

        def flood(_: int) -> None:
            peer.send_bytes(b"".join(peer.seal(heartbeat) for _ in range(1000)))

        with again_and_again(flood):
            number = a.engine.send([write(tmp_path / "note", os.urandom(100))], a.device_of(session))
            b.accept()
            assert a.finished(number).state is State.DELIVERED
            wait_until(lambda: b.facts(of_peer).bytes_opened - opened >= 1000 * len(heartbeat))
            time.sleep(1.0)
            opened, seconds = b.facts(of_peer).bytes_opened - opened, time.monotonic() - began
            peer.close()
        assert opened <= (1000 + 500 * seconds) * (len(heartbeat) + limits.TAG + limits.FRAME_HEADER)
        assert resident() - before < 16 * limits.MIB
