"""Names that came from a peer: what one may be, and when two of them are the same.

A received name is refused, never repaired: a repaired name is one that nobody chose.
The rule is the same on every system, so what one computer accepts every other can hold.
Characters that merely look like a separator (U+2215, U+FF0F) are plain characters.

Invisible characters are refused because they let two names look alike, with three exceptions that
people's languages need: ZWNJ (Persian), ZWJ (emoji, Indic scripts) and variation selectors (emoji, CJK).
Those have to follow a character that can use them, and two names that differ in nothing else are the same.
This module touches no disk.
"""

import re
import secrets
import sys
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from mmap import mmap
from typing import Final, Self

from desktop_app.errors import LimitExceeded, NameCollision, UnsafeName, phrase
from desktop_app.protocol import limits
from desktop_app.protocol.manifest import EntryKind

PARTIAL_PREFIX: Final = ".tallystick-partial-"

_FORBIDDEN: Final = re.compile(r'[\x00-\x1f\x7f\\/<>:"|?*]')
_JOINERS: Final = "\u200c\u200d\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"
_JOINER: Final = re.compile(f"[{_JOINERS}]")
# Digits and "#" are ASCII, and yet bases of keycap emoji.
_STRAY_JOINER: Final = re.compile(f"(?:^|[^0-9#\u0080-\U0010ffff])[{_JOINERS}]")
# Blank without being in a category that says so: grapheme joiner, Hangul and Khmer fillers, blank braille.
_BLANK: Final = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]")
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_SHOWN: Final = 100  # characters of an over-long name that an error repeats

# Devices in every directory of Windows, whatever the extension; superscript digits count.
_RESERVED: Final = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {device + digit for device in ("com", "lpt") for digit in "123456789\u00b9\u00b2\u00b3"}
)


@dataclass(frozen=True, slots=True)
class ReceivedPath:
    """A relative path that is safe to create on any system. An unsafe one cannot exist."""

    text: str  # components joined by "/"
    parent: str = field(init=False, compare=False, repr=False)  # the text of the folder that holds it; empty at the top

    def __post_init__(self) -> None:
        if reason := _why_unsafe_path(self.text):
            raise UnsafeName(name=self.text[:_SHOWN], reason=reason)
        # One string for all that are in there: thousands of paths may wait at once.
        object.__setattr__(self, "parent", sys.intern(self.text.rpartition("/")[0]))

    @classmethod
    def parse(cls, raw: str) -> Self:
        """Raises UnsafeName."""
        return cls(raw)

    @property
    def name(self) -> str:
        return self.text[len(self.parent) + 1 :] if self.parent else self.text

    @property
    def parts(self) -> tuple[str, ...]:
        return tuple(self.text.split("/"))

    @property
    def key(self) -> str:
        """Two paths with the same key are the same file on some system."""
        return collision_key(self.text)


def why_unsafe(name: str) -> str | None:
    """Why no file or folder may be called this; None where it may."""
    if not name:
        return phrase("a part of it is empty")
    if found := _FORBIDDEN.search(name):
        return f"it contains {found[0]}" if found[0].isprintable() else "it contains a control character"
    if name.endswith("."):
        return phrase("it ends with a dot")
    if name != name.strip():
        return phrase("it begins or ends with a space")
    if not name.isascii():
        try:
            size = len(name.encode())
        except UnicodeEncodeError:
            return phrase("it is not valid Unicode")
        if _BLANK.search(name) or _STRAY_JOINER.search(name) or not all(map(_is_visible, name)):
            return phrase("it contains invisible characters")
        if size > limits.COMPONENT_MAX:
            return phrase("it is too long")
    elif len(name) > limits.COMPONENT_MAX:
        return phrase("it is too long")
    key = collision_key(name)
    if key.partition(".")[0].rstrip() in _RESERVED:
        return phrase("Windows reserves it")
    if key.startswith(PARTIAL_PREFIX):
        return phrase("Tallystick uses such names itself")
    return None


def collision_key(text: str) -> str:
    """Equal for names that a case-insensitive or normalising file system may take for one.

    Canonical caseless matching (Unicode 3.13, D145), and without the characters that some systems ignore.
    """
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFD", _JOINER.sub("", text)).casefold()
    return unicodedata.normalize("NFC", folded)


def numbered(name: str, number: int, most: int = limits.COMPONENT_MAX) -> str:
    """The same name with a number: "name.txt" becomes "name (2).txt", cut to stay within `most` bytes."""
    stem, extension = _split(name)
    mark = f" ({number})"
    room = max(1, min(most, limits.COMPONENT_MAX) - len((mark + extension).encode()))
    return stem.encode()[:room].decode(errors="ignore") + mark + extension


class NameTree:
    """All names of one transfer. Holds digests instead of names: a million files take 11 MB."""

    def __init__(self, files: int) -> None:
        """Of so many files at most."""
        self._files = _Digests(files)
        self._folders: dict[int, int] = {}  # by its spelling, and whether it was itself an entry
        self._last_parent = ""
        self._last_held = ""

    def add(self, path: ReceivedPath, kind: EntryKind) -> None:
        """Raises NameCollision for a name given twice, or for one that is a file here and a folder there, and
        LimitExceeded for more files than were announced."""
        parent = path.parent
        if parent != self._last_parent:
            for end in _slashes(parent):
                self._imply(parent[:end], path)
            self._last_parent = parent
        digest = _digest(path.text)
        known = self._folders.get(digest)
        if kind is EntryKind.FILE:
            if known is not None or not self._files.add(digest):
                raise NameCollision(name=path.text)
            return
        spelled = _spelling(path.text)
        if known not in {None, spelled} or digest in self._files:
            raise NameCollision(name=path.text)
        self._folders[digest] = spelled | _GIVEN

    def holds_folder(self, path: str) -> bool:
        """Whether that folder was added itself, and not only as a part of other paths; the top always is."""
        if path and path != self._last_held:  # entries of one folder follow each other, and what was added stays
            if self._folders.get(_digest(path)) != _spelling(path) | _GIVEN:
                return False
            self._last_held = path
        return True

    def _imply(self, folder: str, path: ReceivedPath) -> None:
        digest, spelled = _digest(folder), _spelling(folder)
        known = self._folders.setdefault(digest, spelled)
        if known | _GIVEN != spelled | _GIVEN or digest in self._files:
            raise NameCollision(name=path.text)


class _Digests:
    """A set of them in one piece, for an object for each would take ten times as much. It is the system's own, which
    gives a page once something is in it, and has all of it back in the end."""

    def __init__(self, most: int) -> None:
        self._left = most
        self._slots = memoryview(mmap(-1, (most * 4 // 3 + 1) * _SLOT)).cast("Q")  # 0 where none is

    def __contains__(self, digest: int) -> bool:
        return self._slots[self._find(digest)] == digest

    def add(self, digest: int) -> bool:
        """False where it was in there. Raises LimitExceeded for more than were announced."""
        place = self._find(digest)
        if self._slots[place]:
            return False
        if not self._left:
            raise LimitExceeded(detail="more files than were offered")
        self._left -= 1
        self._slots[place] = digest
        return True

    def _find(self, digest: int) -> int:
        """Its slot, or the one that it would have: there always is a free one."""
        slots = self._slots
        place = digest % len(slots)
        while (found := slots[place]) and found != digest:
            place = (place or len(slots)) - 1
        return place


_GIVEN: Final = 1
_KEY: Final = secrets.token_bytes(16)  # who makes names up does not know which of them stand in each other's way
_SLOT: Final = 8  # bytes: that two of a million have the same one happens once in 40 million transfers


def _spelling(folder: str) -> int:
    return (hash(folder) & (2**59 - 1)) << 2 | 2


def _digest(text: str) -> int:
    """Never 0."""
    return int.from_bytes(blake2b(collision_key(text).encode(), digest_size=_SLOT, key=_KEY).digest(), "big") or 1


def _slashes(folder: str) -> list[int]:
    """Where each folder on the way ends, the last one included."""
    return [at for at, character in enumerate(folder) if character == "/"] + [len(folder)] if folder else []


def _why_unsafe_path(text: str) -> str | None:
    # The cheap bounds come first: nothing below looks at more than PATH_MAX characters.
    if len(text) > limits.PATH_MAX:
        return phrase("it is too long")
    try:
        size = len(text.encode())
    except UnicodeEncodeError:
        return phrase("it is not valid Unicode")
    if size > limits.PATH_MAX:
        return phrase("it is too long")
    if text.count("/") >= limits.DEPTH_MAX:
        return phrase("it is nested too deeply")
    folder, slash, name = text.rpartition("/")
    return (_why_unsafe_folder(folder) if slash else None) or why_unsafe(name)


@lru_cache(maxsize=64)  # entries of one folder follow each other
def _why_unsafe_folder(text: str) -> str | None:
    return next(filter(None, map(why_unsafe, text.split("/"))), None)


def _is_visible(character: str) -> bool:
    return unicodedata.category(character) not in _INVISIBLE or _JOINER.match(character) is not None


def _split(name: str) -> tuple[str, str]:
    """Stem and extension; something long or with a space after the last dot is no extension."""
    stem, dot, last = name.rpartition(".")
    if not stem or not last or len(last) > 16 or " " in last:
        return name, ""
    if stem.lower().endswith(".tar") and len(stem) > len(".tar"):
        return stem[:-4], stem[-4:] + dot + last
    return stem, dot + last
