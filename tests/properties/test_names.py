"""Whatever a peer calls a file: it is refused, or it stays under the root, one clean component per part."""

import os
import unicodedata
from pathlib import PurePosixPath, PureWindowsPath
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.errors import NameCollision, UnsafeName
from desktop_app.protocol import limits
from desktop_app.protocol.manifest import EntryKind
from desktop_app.storage.names import NameTree, ReceivedPath, collision_key, numbered, why_unsafe

# Text that is likely to hit the rules: what they speak of, next to everything else.
_HOSTILE_PARTS: Final = (
    "..|.|/|\\|:|C:|CON|com\u00b9|nul| |\0|\u202e|\u200d|\u200c|\ufe0f|e\u0301|\u00e9|\u00df|SS|\u0130|i|I|\u0131"
    "|\ud800|\u2215|\uff0f|\u3164|a|A|.txt|.tallystick-partial-|~|$MFT"
)
_HOSTILE = st.sampled_from(_HOSTILE_PARTS.split("|"))
_CHARACTERS = st.characters()  # surrogates included
_NAMES = st.lists(st.one_of(_HOSTILE, st.text(_CHARACTERS, max_size=6)), min_size=1, max_size=8).map("".join)
# Where case folding and normalisation meet: sharp s, dotted and dotless i, Kelvin, sigmas, iota subscript, ligatures.
_PLAUSIBLE_PARTS: Final = (
    "a|A|b|.| |e\u0301|\u00e9|\u00c9|\u00df|ss|SS|\u1e9e|\u0130|i\u0307|\u212a|k|\u03c3|\u03c2|\u03a3|\u200d|\ufe0f"
    "|\u0345|\u03b9|\u1f80|\ufb01|fi|\u01c4|\u01c5|1"
)
_PLAUSIBLE = st.lists(st.sampled_from(_PLAUSIBLE_PARTS.split("|")), min_size=1, max_size=5).map("".join)


def _accepted(raw: str) -> ReceivedPath | None:
    try:
        return ReceivedPath.parse(raw)
    except UnsafeName:
        return None


@given(_NAMES)
def test_refused_or_under_the_root(raw: str) -> None:
    path = _accepted(raw)
    if path is None:
        return
    assert path.text == raw, "refused or kept, never repaired"
    assert "/".join(path.parts) == raw
    assert len(path.parts) <= limits.DEPTH_MAX
    assert len(raw.encode()) <= limits.PATH_MAX
    root = "/canary/root"
    for part in path.parts:
        assert part not in {"", ".", ".."}
        assert not set(part) & set('/\\<>:"|?*\0')
        assert part == part.strip()
        assert not part.endswith(".")
        assert len(part.encode()) <= limits.COMPONENT_MAX
        assert all(unicodedata.category(c) not in {"Cc", "Cs", "Zl", "Zp"} for c in part)
        assert all(unicodedata.category(c) != "Cf" or c in "\u200c\u200d" for c in part)
    assert os.path.normpath(f"{root}/{raw}") == f"{root}/{raw}"
    assert not PurePosixPath(raw).is_absolute()
    windows = PureWindowsPath("C:\\root") / raw
    assert windows.parts == ("C:\\", "root", *path.parts)
    assert not PureWindowsPath(raw).drive
    assert not PureWindowsPath(raw).is_reserved()


def _as_stored(name: str) -> list[str]:
    """What a case-insensitive, normalising file system may compare: each a model of some system."""
    composed = unicodedata.normalize("NFC", name)
    decomposed = unicodedata.normalize("NFD", name)
    return [
        composed.casefold(),
        composed.lower(),
        unicodedata.normalize("NFC", decomposed.casefold()),
        unicodedata.normalize("NFD", decomposed.lower()),
    ]


@given(st.one_of(_NAMES, _PLAUSIBLE), st.one_of(_NAMES, _PLAUSIBLE))
def test_names_with_different_keys_cannot_meet(first: str, second: str) -> None:
    one, other = _accepted(first), _accepted(second)
    if one is None or other is None or one.key == other.key:
        return
    for stored, also_stored in zip(_as_stored(first), _as_stored(second), strict=True):
        assert stored != also_stored


@given(_PLAUSIBLE)
def test_spellings_of_one_name_share_its_key(name: str) -> None:
    key = collision_key(name)
    assert collision_key(unicodedata.normalize("NFC", name)) == key
    assert collision_key(unicodedata.normalize("NFD", name)) == key
    assert collision_key(name.casefold()) == key
    assert collision_key(key) == key


@given(st.one_of(_NAMES, st.text(_CHARACTERS, min_size=200, max_size=260)), st.integers(2, 99_999))
def test_a_numbered_name_is_a_good_name_too(name: str, number: int) -> None:
    if why_unsafe(name) is not None:
        return
    with_number = numbered(name, number)
    assert why_unsafe(with_number) is None
    assert collision_key(with_number) != collision_key(name)


@given(st.lists(st.tuples(st.lists(st.sampled_from(["a", "A", "b", "\u00df"]), min_size=1, max_size=3), st.booleans())))
def test_the_tree_agrees_with_a_simple_model(entries: list[tuple[list[str], bool]]) -> None:
    tree = NameTree(len(entries))
    files: set[str] = set()
    folders: dict[str, str] = {}
    given_folders: set[str] = set()
    for parts, is_file in entries:
        path = ReceivedPath.parse("/".join(parts))
        ancestors = ["/".join(parts[:depth]) for depth in range(1, len(parts))]
        fails = any(
            collision_key(folder) in files or folders.get(collision_key(folder), folder) != folder
            for folder in ancestors
        )
        if is_file:
            fails = fails or path.key in files or path.key in folders
        else:
            fails = fails or path.key in files or path.key in given_folders
            fails = fails or folders.get(path.key, path.text) != path.text
        if fails:
            with pytest.raises(NameCollision):
                tree.add(path, EntryKind.FILE if is_file else EntryKind.FOLDER)
            return  # a refused transfer has no next entry
        tree.add(path, EntryKind.FILE if is_file else EntryKind.FOLDER)
        folders.update((collision_key(folder), folder) for folder in ancestors)
        if is_file:
            files.add(path.key)
        else:
            folders[path.key] = path.text
            given_folders.add(path.key)
