"""What is promised of each name of an offer: kept packed as it was said, and held against every entry."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.errors import LimitExceeded, UnexpectedMessage
from desktop_app.protocol import limits
from desktop_app.protocol.manifest import Entry, EntryKind
from desktop_app.protocol.top_names import EntrySums, TopName, TopNames
from tests.support.top_names import a_file, a_folder, of_entries

FILE, FOLDER = EntryKind.FILE, EntryKind.FOLDER
PHOTOS = a_folder("photos", 2, 20)


def entry(path: str = "photos/summer.jpg", kind: EntryKind = FILE, size: int = 10) -> Entry:
    return Entry(path, kind, size, 0, executable=False)


def sums(*names: TopName, folders: int = 1) -> EntrySums:
    return EntrySums(folders=folders, names=TopNames(names or (PHOTOS,)))


# --- packed -----------------------------------------------------------------------------------

some = st.lists(
    st.builds(a_file, st.text(max_size=9), st.integers(0, limits.FILE_SIZE_MAX))
    | st.builds(
        a_folder, st.text(max_size=9), st.integers(1, limits.ENTRIES_MAX), st.integers(0, limits.FILE_SIZE_MAX)
    ),
    max_size=9,
)


@given(some, st.slices(9))
def test_names_come_out_as_they_went_in(names: list[TopName], part: slice) -> None:
    packed = TopNames(names)
    assert list(packed) == names
    assert packed[part] == names[part]
    assert [packed[-1 - place] for place in range(len(names))] == names[::-1]
    assert tuple(packed.names[part]) == tuple(each.name for each in names[part])
    assert packed.names == [each.name for each in names]
    assert packed.files == sum(each.files for each in names)
    assert packed.total == sum(each.size for each in names)
    assert packed.folders == sum(each.is_folder for each in names)


@given(some, some)
def test_packed_names_are_equal_where_the_names_are(some: list[TopName], others: list[TopName]) -> None:
    assert (TopNames(some) == TopNames(others)) is (some == others)
    assert (TopNames(some).names == TopNames(others).names) is (
        [each.name for each in some] == [each.name for each in others]
    )


def test_names_beyond_the_last_there_are_not() -> None:
    packed = TopNames([PHOTOS])
    for place in (1, -2):
        with pytest.raises(IndexError):
            packed[place]
        with pytest.raises(IndexError):
            packed.names[place]
    assert packed.names != "photos"
    assert packed != [PHOTOS]


# --- entries ----------------------------------------------------------------------------------


def test_exactly_what_was_offered_passes() -> None:
    held = sums(PHOTOS, a_file("note", 7), a_folder("empty"), folders=2)
    for each in (
        entry("note", size=7),
        entry("photos", FOLDER, 0),
        entry(size=20),
        entry("empty", FOLDER, 0),
        entry("photos/empty", size=0),  # names need not come one after the other
    ):
        held.add(each)
    held.finish()


def test_an_offer_of_folders_alone_passes() -> None:
    held = sums(a_folder("photos"), folders=2)
    held.add(entry("photos", FOLDER, 0))
    held.add(entry("photos/deep/deeper", FOLDER, 0))
    held.finish()


@pytest.mark.parametrize(
    "path",
    ["other", "Photos", "photos2/x", "/photos/x", "", "./photos/x", "../photos", "photos\\x", "photos\0", "PHOTOS"],
)
def test_an_entry_outside_the_offered_names_is_refused(path: str) -> None:
    for kind, size in ((FILE, 1), (FOLDER, 0)):
        for before in ((), (entry("photos", FOLDER, 0),)):
            held = sums()
            for each in before:
                held.add(each)
            with pytest.raises(UnexpectedMessage):
                held.add(entry(path, kind, size))


def test_a_name_with_the_hash_of_an_offered_one_is_another(monkeypatch: pytest.MonkeyPatch) -> None:
    held = sums()
    held._places = {hash("other"): 0}
    with pytest.raises(UnexpectedMessage):
        held.add(entry("other", FOLDER, 0))


@pytest.mark.parametrize(
    ("offered", "comes"),
    [
        (a_file("photos", 10), entry("photos", FOLDER, 0)),
        (a_file("photos", 10), entry()),
        (a_file("photos", 10), entry("photos/deeper", FOLDER, 0)),
        (a_folder("photos", 1, 10), entry("photos")),
    ],
    ids=["a folder", "a file in a folder", "a folder in a folder", "a file"],
)
def test_a_name_comes_as_what_it_was_offered_as(offered: TopName, comes: Entry) -> None:
    with pytest.raises(UnexpectedMessage):
        sums(offered).add(comes)


def test_one_more_of_anything_is_refused() -> None:
    for offered, folders, one_more in (
        (a_folder("photos", 1, 20), 1, entry(size=0)),
        (PHOTOS, 0, entry(kind=FOLDER, size=0)),
        (a_folder("photos", 2, 10), 1, entry(size=1)),
        (a_folder("photos", 2, 19), 1, entry(size=10)),
    ):
        held = sums(offered, folders=folders)
        held.add(entry(size=10))
        with pytest.raises(LimitExceeded):
            held.add(one_more)


@pytest.mark.parametrize(("a", "b"), [((10, 9), (6, 5)), ((20,), (5, 5))], ids=["more bytes", "more files"])
def test_what_one_name_has_more_than_offered_another_cannot_have_less(a: tuple[int, ...], b: tuple[int, ...]) -> None:
    """In all it is what was offered, and yet not what the person was shown."""
    held = sums(a_folder("a", 2, 20), a_folder("b", 1, 10), folders=2)
    for number, size in enumerate(a):
        held.add(entry(f"a/{number}", size=size))
    *fine, last = [entry(f"b/{number}", size=size) for number, size in enumerate(b)]
    for each in fine:
        held.add(each)
    with pytest.raises(LimitExceeded):
        held.add(last)


def test_a_folder_has_no_size() -> None:
    with pytest.raises(UnexpectedMessage):
        sums().add(entry(kind=FOLDER, size=1))


FEWER = {
    "no file": [entry("photos", FOLDER, 0), entry("note", size=0)],
    "one file of two": [entry("photos", FOLDER, 0), entry("note", size=0), entry(size=20)],
    "fewer bytes": [entry("photos", FOLDER, 0), entry("note", size=0), entry(), entry("photos/b", size=9)],
    "a folder too few": [entry("photos", FOLDER, 0), entry("note", size=0), entry(), entry("photos/b")],
    "a name less": [entry("photos", FOLDER, 0), entry("photos/deep", FOLDER, 0), entry(), entry("photos/b")],
    "no folder itself": [
        entry("photos/deep", FOLDER, 0), entry("photos/deep/er", FOLDER, 0), entry("note", size=0), entry(),
        entry("photos/b"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("entries", FEWER.values(), ids=FEWER.keys())
def test_less_than_was_offered_is_refused_at_the_end(entries: list[Entry]) -> None:
    held = sums(PHOTOS, a_file("note"), folders=2)
    for each in entries:
        held.add(each)
    with pytest.raises(UnexpectedMessage):
        held.finish()


def test_an_empty_folder_that_was_offered_has_to_come() -> None:
    held = sums(a_folder("photos"), folders=0)
    with pytest.raises(UnexpectedMessage):
        held.finish()


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz"), st.integers(0, 9)), max_size=12))
def test_what_an_honest_sender_offers_of_its_entries_they_keep(files: list[tuple[str, str, int]]) -> None:
    tops = dict.fromkeys(top for top, _, _ in files)
    entries = [entry(top, FOLDER, 0) for top in tops]
    entries += [entry(f"{top}/{name}{number}", size=size) for number, (top, name, size) in enumerate(files)]
    held = EntrySums(folders=len(tops), names=of_entries(entries))
    for each in entries:
        held.add(each)
    held.finish()
