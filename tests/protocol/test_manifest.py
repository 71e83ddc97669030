"""What a transfer consists of: one digest over every field of every entry."""

import struct

import pytest
from blake3 import blake3
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.protocol import limits
from desktop_app.protocol.manifest import (
    Ended,
    Entry,
    EntryKind,
    FileResult,
    ManifestDigest,
    read_canonical,
)

FILE, FOLDER = EntryKind.FILE, EntryKind.FOLDER
DIGEST = b"d" * 32
Told = tuple[Entry, FileResult, bytes]
BASE: Told = (Entry("a/b", FILE, 5, -7, executable=False), FileResult.OK, DIGEST)


def entry(path: str = "photos/summer.jpg", kind: EntryKind = FILE, size: int = 10) -> Entry:
    return Entry(path, kind, size, 0, executable=False)


def digest_of(*told: Told) -> bytes:
    digest = ManifestDigest()
    for each in told:
        digest.add(*each)
    return digest.finish()


# --- digest -----------------------------------------------------------------------------------


def canonical(told: Told) -> bytes:
    """README.md §8, written out a second time."""
    each, result, digest = told
    path = each.path.encode("utf-8")
    shown = digest if result == 0 and each.kind == 0 else b"\0" * 32
    return b"".join((
        struct.pack(">Q", len(path)), path, struct.pack(">B", each.kind), struct.pack(">Q", each.size),
        struct.pack(">q", each.mtime), b"\1" if each.executable else b"\0", struct.pack(">B", result), shown,
    ))  # fmt: skip


told_entries: st.SearchStrategy[Told] = st.tuples(
    st.builds(
        Entry,
        path=st.text(max_size=30),
        kind=st.sampled_from(EntryKind),
        size=st.integers(0, 2**53 - 1),
        mtime=st.integers(-(2**63), 2**63 - 1),
        executable=st.booleans(),
    ),
    st.sampled_from(FileResult),
    st.binary(min_size=32, max_size=32),
)


@given(st.lists(told_entries, max_size=6))
@settings(deadline=None)
def test_the_digest_is_blake3_over_the_canonical_form(told: list[Told]) -> None:
    assert digest_of(*told) == blake3(b"".join(map(canonical, told))).digest()


def test_the_digest_of_nothing_and_its_size() -> None:
    assert digest_of() == blake3(b"").digest()
    assert len(digest_of(BASE)) == 32


def with_entry(
    path: str = "a/b", kind: EntryKind = FILE, size: int = 5, mtime: int = -7, *, executable: bool = False
) -> Told:
    return Entry(path, kind, size, mtime, executable), BASE[1], BASE[2]


@pytest.mark.parametrize(
    "changed",
    [
        with_entry(path="a/c"), with_entry(path="a"), with_entry(kind=FOLDER), with_entry(size=6), with_entry(mtime=7),
        with_entry(executable=True), (BASE[0], FileResult.CHANGED, DIGEST), (BASE[0], FileResult.OK, b"D" * 32),
    ],
    ids=["path", "shorter path", "kind", "size", "mtime", "executable", "result", "content"],
)  # fmt: skip
def test_every_field_reaches_the_digest(changed: Told) -> None:
    assert digest_of(with_entry()) == digest_of(BASE)
    assert digest_of(changed) != digest_of(BASE)


def test_every_result_is_told_apart() -> None:
    assert len({digest_of((BASE[0], result, DIGEST)) for result in FileResult}) == len(FileResult)


def test_order_and_number_reach_the_digest() -> None:
    other = with_entry(path="x")
    told = [(), (BASE,), (BASE, BASE), (BASE, other), (other, BASE)]
    assert len({digest_of(*each) for each in told}) == len(told)


def test_where_there_is_no_content_the_digest_field_does_not_matter() -> None:
    """What a sender puts there cannot make two honest receipts differ."""
    for told in ((BASE[0], FileResult.VANISHED), (entry(kind=FOLDER, size=0), FileResult.OK)):
        assert digest_of((*told, b"")) == digest_of((*told, DIGEST)) == digest_of((*told, bytes(32)))


# --- the canonical form, read back --------------------------------------------------------------


@given(st.lists(told_entries, max_size=5))
def test_what_was_hashed_is_returned_and_can_be_read_back(told: list[Told]) -> None:
    digest = ManifestDigest()
    data = b"".join(digest.add(*each) for each in told)
    assert digest.finish() == blake3(data).digest()
    at = 0
    for each, result, vouched in told:
        read = read_canonical(data, at)
        assert read is not None
        ended, at = read
        good = result is FileResult.OK and each.kind is FILE
        assert ended == Ended(each, result, vouched if good else b"")
    assert at == len(data)


@given(told_entries)
def test_half_an_entry_is_none_yet(told: Told) -> None:
    data = canonical(told)
    assert [read_canonical(data[:length], 0) for length in range(len(data))] == [None] * len(data)


@pytest.mark.parametrize(
    "wrong",
    [
        (limits.PATH_MAX + 1).to_bytes(8, "big"),
        b"\xff" * 8,
        canonical(BASE).replace(b"a/b", b"a\xff\xff"),
        canonical(BASE).replace(b"a/b\x00", b"a/b\x02"),
        canonical(BASE).replace(b"\x00\x00" + DIGEST, b"\x00\x63" + DIGEST),
    ],
    ids=["a path one too long", "a path without end", "no text", "an unknown kind", "an unknown result"],
)
def test_what_no_manifest_made_is_refused(wrong: bytes) -> None:
    with pytest.raises(ValueError):
        read_canonical(wrong, 0)
