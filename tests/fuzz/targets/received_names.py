"""Paths of one transfer as a peer names them: each refused, or safe on every system and different from the others."""

import ntpath
import os.path
import posixpath
import unicodedata
from collections.abc import Iterator
from typing import Final

from desktop_app.errors import NameCollision, UnsafeName
from desktop_app.protocol import limits
from desktop_app.protocol.manifest import EntryKind
from desktop_app.storage.names import NameTree, ReceivedPath, collision_key, numbered, why_unsafe

SIZE_MAX: Final = 1200
_ROOT: Final = "/into"
_WINDOWS_ROOT: Final = "C:\\into"
_DEVICES: Final = {
    "CON",
    "PRN",
    "AUX",
    "NUL",
    *(f"{kind}{digit}" for kind in ("COM", "LPT") for digit in "123456789¹²³"),
}


def seeds() -> Iterator[bytes]:
    names = (
        "photos/summer.jpg", "../up", "a/../b", "C:\\x", "con.txt", "COM\u00b9", "a ", "a.", "\u202egpj", "x" * 256,
        "/" * 40, "d/" * 31 + "f", ".tallystick-partial-1", "stra\u00dfe", "STRASSE", "e\u0301", "\u00e9",
        "\u0939\u200d\u092e", "a\0b", "archive.tar.gz", "\ufe0f", "#\ufe0f\u20e3", "\u212a",
    )  # fmt: skip
    for name in names:
        yield name.encode()
    yield "\n".join(names[:4]).encode()
    yield "stra\u00dfe\nSTRASSE\ne\u0301\n\u00e9".encode()
    yield b"A/b\na/B\nA\x01\nA/c"


def run(data: bytes) -> None:
    """A path a line; one that ends with \\x01 is a folder."""
    tree, keys = NameTree(4), set[str]()
    for raw in data.decode(errors="surrogateescape").split("\n")[:4]:
        folder, text = raw.endswith("\x01"), raw.removesuffix("\x01")
        try:
            path = ReceivedPath.parse(text)
        except UnsafeName as error:
            assert str(error)
            continue
        _is_safe(path)
        try:
            tree.add(path, EntryKind.FOLDER if folder else EntryKind.FILE)
        except NameCollision:
            continue
        assert folder or collision_key(text) not in keys, "two files that are one on some system"
        keys.add(collision_key(text))


def _is_safe(path: ReceivedPath) -> None:
    text = path.text
    assert os.path.normpath(f"{_ROOT}/{text}") == f"{_ROOT}/{text}"
    assert posixpath.join(_ROOT, text).startswith(f"{_ROOT}/")
    assert ntpath.splitdrive(text)[0] == ""
    assert ntpath.normpath(ntpath.join(_WINDOWS_ROOT, text)) == f"{_WINDOWS_ROOT}\\" + text.replace("/", "\\")
    assert len(text.encode()) <= limits.PATH_MAX
    assert 0 < len(path.parts) <= limits.DEPTH_MAX
    assert f"{path.parent}/{path.name}".lstrip("/") == text
    for part in path.parts:
        assert part not in {"", ".", ".."}
        assert len(part.encode()) <= limits.COMPONENT_MAX
        assert not any(unicodedata.category(each) in {"Cc", "Cs", "Zl", "Zp"} for each in part)
        assert part.partition(".")[0].rstrip().upper() not in _DEVICES
        assert why_unsafe(part) is None
    other = numbered(path.name, 2)
    assert why_unsafe(other) is None
    assert collision_key(other) != collision_key(path.name)
    assert collision_key(path.key) == path.key
