"""The short run: what is kept, the seeds, and small changes of both, the same ones every time."""

import random
from collections.abc import Iterator

import pytest

from tests.fuzz import corpus
from tests.fuzz.choices import Choices
from tests.fuzz.mutation import mutations
from tests.fuzz.target import NAMES, load

_CHANGES = 200  # of each target; a long run is a command of its own


def test_every_target_has_a_corpus_and_every_corpus_a_target() -> None:
    assert {path.stem for path in corpus.FOLDER.iterdir()} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_everything_that_is_kept_ends_as_it_should(name: str) -> None:
    target = load(name)
    for data in (*target.seeds(), *corpus.kept(name)):
        target.run(data)


@pytest.mark.parametrize("name", NAMES)
def test_case_007_019_small_changes_of_it_end_as_they_should(name: str) -> None:
    target = load(name)
    for data in mutations([*target.seeds(), *corpus.kept(name)], _CHANGES, most=target.SIZE_MAX):
        target.run(data)


def test_decisions_end_where_their_bytes_do() -> None:
    choices = Choices(b"\x03ab")
    assert (choices.piece(), choices.left, choices.byte(), choices.exactly(2)) == (b"ab", False, 0, b"\0\0")


def test_the_short_run_is_the_same_every_time() -> None:
    def some() -> Iterator[bytes]:
        return mutations([b"abc", b"0123456789"], 50, most=8)

    random.seed(1)
    assert [*some()] == [*some()]
    assert len({*some()}) > 40
    assert max(map(len, some())) == 8


def test_the_smallest_inputs_go_everywhere() -> None:
    target = load("address")
    inputs = [b"pc", b"kitchen-pc", b"[::1]:5", b"[2001:db8::7]:5000", b"pc:0", b"other:0"]
    chosen = corpus.smallest(target, inputs)
    assert corpus.smallest(target, inputs, chosen) == []
    assert set(chosen) < set(inputs)
    assert set.union(*(corpus.branches(target, each) for each in chosen)) == set.union(
        *(corpus.branches(target, each) for each in inputs)
    )
