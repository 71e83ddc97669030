"""Several transfers over one session: both directions, interleaved, none of them mixed up."""

import os
import threading
from pathlib import Path

from desktop_app.events import State, TextReceived, TransferId
from desktop_app.protocol import limits
from desktop_app.transport.address import Address
from tests.support.hostile_peer import ANEW, HostilePeer, Kind
from tests.support.line import Line
from tests.support.node import Node, StartNode, verify, wait_until
from tests.support.verified_peer import offer_to, verified
from tests.transfer.trees import film, tree, write

MIB = limits.MIB


def test_offers_in_both_directions_at_once_arrive_whole(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    a, b = pair_of_nodes
    session_a, session_b = verify(a, b)
    sent = []
    for sender, receiver, session in ((a, b, session_a), (b, a, session_b)):
        for number in range(4):
            source = tmp_path / f"{sender.engine.port}-{number}"
            for name in range(40):
                write(source / f"{name}", os.urandom(name * 900))
            write(source / "big", os.urandom(2 * limits.MIB + number))
            sent.append((sender, receiver, source, sender.engine.send([source], sender.device_of(session))))
    for _, receiver, _, _ in sent:
        receiver.accept()
    for sender, receiver, source, number in sent:
        assert sender.finished(number).state is State.DELIVERED
        assert tree(receiver.folder / source.name) == tree(source)
    assert len({id(sender) for sender, *_ in sent}) == 2


def test_two_streams_whose_small_files_share_records_do_not_mix(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path
) -> None:
    """Long names make a batch of entries end in the middle of a record that is being filled."""
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    sources = [tmp_path / name for name in ("first", "second")]
    for source in sources:
        for number in range(700):
            write(source / f"{number:0200d}", os.urandom(400))
    numbers = [a.engine.send([source], a.device_of(session)) for source in sources]
    for _ in numbers:
        b.accept()
    for source, number in zip(sources, numbers, strict=True):
        transfer = a.finished(number)
        assert transfer.failures == ()
        assert transfer.state is State.DELIVERED
        assert tree(b.folder / source.name) == tree(source)


def test_a_note_passes_a_running_film(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    long = a.engine.send([film(tmp_path / "film")], a.device_of(session))
    received = b.accept()
    wait_until(lambda: (progress := b.engine.progress(received)) is not None and progress.bytes_done > 0)
    short = a.engine.send([write(tmp_path / "note", b"hello")], a.device_of(session))
    b.accept()
    assert a.finished(short).state is State.DELIVERED
    assert a.transfer(long).state is State.MOVING
    a.engine.cancel(long)
    assert a.finished(long).state is State.CANCELLED


def test_many_small_transfers_in_a_row_leave_no_thread_each(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    note = write(tmp_path / "note", b"hello")
    wait_until(lambda: not [thread for thread in threading.enumerate() if thread.name.startswith("prepare")])
    before = threading.active_count()
    for _ in range(20):
        number = a.engine.send([note], a.device_of(session))
        b.accept()
        assert a.finished(number).state is State.DELIVERED
    wait_until(lambda: threading.active_count() <= before)
    assert len(list(b.folder.iterdir())) == 20


def test_a_text_passes_a_running_film_on_a_slow_line(start_node: StartNode, tmp_path: Path) -> None:
    """By bytes: what the film moved on between the person's word and its delivery is little of it."""
    a, b = start_node("Ada's laptop"), start_node("Kitchen PC")
    with Line(b.engine.port, bytes_per_second=12_000_000) as line:
        session, _ = verify(a, b, at=Address("127.0.0.1", line.port))
        film = a.engine.send([write(tmp_path / "film", bytes(48 * MIB))], a.device_of(session))
        b.accept()
        for turn in range(1, 4):
            wait_until(lambda turn=turn: a.bytes_done(film) >= 6 * turn * MIB)  # type: ignore[misc]
            before = a.bytes_done(film)
            text = a.engine.send_text("Look at minute two.", a.device_of(session))
            b.engine.take_text(b.wait_for(TextReceived).transfer.id)
            assert a.finished(text).state is State.DELIVERED
            assert a.bytes_done(film) - before <= 8 * MIB
        assert a.finished(film).state is State.DELIVERED


def test_what_is_sent_at_once_gets_the_line_in_equal_parts(node: Node, tmp_path: Path) -> None:
    """Whenever it was begun, and beside what comes the other way: a record of each in turn."""
    with HostilePeer.dial(node.engine.port) as peer:
        verified(node, peer, "Judge")
        received = {0: 0, 1: 0, 2: 0}
        for stream in (0, 1):
            offer_to(node, peer, write(tmp_path / f"film {stream}", bytes(64 * MIB)))
        for stream in (0, 1):
            peer.send(Kind.ACCEPT, stream, False, *ANEW)
        take(peer, received, 0, until=1)
        ahead = received[0] - received[1]  # the one that was accepted first had the line for a moment
        take(peer, received, sum(received.values()) + 16 * MIB)
        assert abs(received[0] - received[1] - ahead) <= 2 * MIB
        node.engine.send([write(tmp_path / "film 2", bytes(64 * MIB))], node.connected())
        while (said := peer.receive())[0] != Kind.OFFER:
            if said[0] != Kind.PACE:  # which comes where this takes a second
                received[said[1][0]] += len(said[1][1])
        peer.send(Kind.ACCEPT, 2, False, *ANEW)
        take(peer, received, received[0] + received[1], until=2)
        before = dict(received)
        take(peer, received, sum(received.values()) + 30 * MIB)
        shares = [received[stream] - before[stream] for stream in received]
        assert max(shares) - min(shares) <= 6 * MIB, shares  # a record's size may change between two turns


def take(peer: HostilePeer, received: dict[int, int], total: int, until: int | None = None) -> None:
    """Data until that much came in all, and, where it is given, until something came of stream `until`."""
    while sum(received.values()) < total or (until is not None and not received[until]):
        kind, fields = peer.receive()
        if kind == Kind.DATA:
            received[fields[0]] += len(fields[1])


def test_new_things_are_sent_while_others_are_on_their_way(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    """A queue that is never closed, and needs no session of its own."""
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    numbers: list[TransferId] = []
    for number in range(30):
        numbers.append(a.engine.send([write(tmp_path / f"part {number}", bytes(2 * MIB))], a.device_of(session)))
        b.accept()
    for number in numbers:
        assert a.finished(number).session == session
        assert a.transfer(number).state is State.DELIVERED
    assert len(list(b.folder.iterdir())) == 30
