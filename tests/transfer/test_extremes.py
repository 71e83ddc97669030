"""The deepest and longest paths, many entries, and a file that is much larger than what either side may keep of it."""

import os
from pathlib import Path

import pytest

from desktop_app.events import State
from desktop_app.protocol import limits
from tests.benchmarks import footprint, material
from tests.benchmarks.pair import running_pair
from tests.support.node import Node, verify
from tests.transfer.trees import PAST, tree, write

ENTRIES = 10_000
MOST = 300 * limits.MIB / limits.ENTRIES_MAX  # bytes of memory that one of a million entries may take on either side
ANYWAY = 12 * limits.MIB  # what any transfer may take
HOLLOW = 256  # MiB


def test_the_deepest_and_the_longest_path_arrive(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    a, b = pair_of_nodes
    source = tmp_path / "s"
    deep = source / "/".join(["d"] * (limits.DEPTH_MAX - 2))
    write(deep / "at the bottom", b"x", mtime=PAST)
    (deep / "empty").mkdir()
    name = "n" * limits.COMPONENT_MAX
    long = source / name / name / name
    left = limits.PATH_MAX - len("s") - 3 * (limits.COMPONENT_MAX + 1) - 1
    write(long / ("z" * left), b"", mtime=PAST + 1)
    session, _ = verify(a, b)
    number = a.engine.send([source], a.device_of(session))
    b.accept()
    sent = a.finished(number)
    assert (sent.state, sent.left_out) == (State.DELIVERED, ())
    assert tree(b.folder / "s") == tree(source)


SIZES = [0, 1, *(border + by for border in (64 * limits.KIB, limits.MIB, 2 * limits.MIB) for by in (-1, 0, 1))]


def test_case_080_every_size_at_a_border_and_a_decomposed_name_arrive(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path
) -> None:
    a, b = pair_of_nodes
    source = tmp_path / "s"
    for size in SIZES:
        write(source / f"{size}", os.urandom(size), mtime=PAST)
    write(source / "re\u0301sume\u0301", b"as it is spelled", mtime=PAST)
    session, _ = verify(a, b)
    number = a.engine.send([source], a.device_of(session))
    b.accept()
    assert a.finished(number).state is State.DELIVERED
    assert tree(b.folder / "s") == tree(source)


@pytest.mark.timeout(120)
def test_case_063_a_multitude_takes_little_memory_of_either_side(tmp_path: Path) -> None:
    source, into = material.empty_files(tmp_path / "many", ENTRIES), tmp_path / "into"
    into.mkdir()
    with running_pair(into) as pair:
        delivery = pair.deliver(source)
    assert max(delivery.sender_peak, delivery.receiver_peak) < ANYWAY + ENTRIES * MOST
    assert material.same(source, into / "many")


@pytest.mark.timeout(120)
def test_a_large_file_takes_no_more_memory_than_a_small_one(tmp_path: Path) -> None:
    hollow = footprint.measure(tmp_path, {"hollow": lambda root: material.hollow_file(root, HOLLOW)})
    assert all(row.reached for row in hollow), list(map(str, hollow))
