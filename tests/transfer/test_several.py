"""Several transfers over one session: both directions, interleaved, none of them mixed up."""

import os
import threading
from pathlib import Path

from desktop_app.events import State
from desktop_app.protocol import limits
from tests.support.node import Node, verify, wait_until
from tests.transfer.trees import film, tree, write


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
