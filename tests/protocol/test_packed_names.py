"""Names that are kept in one piece come out as they went in, and are compared as names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.protocol.packed_names import PackedNames

lists = st.lists(st.text(max_size=9), max_size=9)


def packed(names: list[str]) -> PackedNames:
    made = PackedNames()
    for name in names:
        made.add(name)
    return made


@given(lists, st.slices(9))
def test_they_come_out_as_they_went_in(names: list[str], part: slice) -> None:
    made = packed(names)
    assert len(made) == len(names)
    assert list(made) == names
    assert made[part] == tuple(names[part])
    assert [made[-1 - place] for place in range(len(names))] == names[::-1]
    assert made.text_size == len("".join(names).encode())
    assert repr(made) == repr(tuple(names))
    assert PackedNames.unpack(made.pack()) == made


@given(lists, lists)
def test_they_are_equal_where_the_names_are(some: list[str], others: list[str]) -> None:
    same = some == others
    assert (packed(some) == packed(others)) is (packed(some) == others) is (packed(some) == tuple(others)) is same


def test_where_one_ends_and_the_next_begins_counts() -> None:
    assert packed(["ab", "c"]) != packed(["a", "bc"])


def test_a_text_is_no_sequence_of_names() -> None:
    assert packed(["a", "b"]) != "ab"
    assert packed(["a"]) != 7


def test_beyond_the_last_there_are_none() -> None:
    for place in (1, -2):
        with pytest.raises(IndexError):
            packed(["photos"])[place]


def test_a_name_that_is_no_text_elsewhere_is_kept_as_it_is() -> None:
    """Some system had it on its disk."""
    assert list(packed(["a\udcffb", "c"])) == ["a\udcffb", "c"]
