"""Received names, case by case."""

import subprocess
import sys

import pytest

from desktop_app.errors import LimitExceeded, NameCollision, UnsafeName
from desktop_app.protocol import limits
from desktop_app.protocol.manifest import EntryKind
from desktop_app.storage.names import NameTree, ReceivedPath, collision_key, numbered

REFUSED = {
    "absolute": ["/etc/passwd", "//srv/share/x", "/"],
    "drives and devices": ["C:\\x", "C:x", "C:", "\\\\?\\C:\\x", "\\\\.\\PhysicalDrive0", "a\\b"],
    "streams": ["a:stream", "a::$DATA"],
    "upwards": ["..", ".", "a/../b", "../a", "a/..", "./a", "a/./b"],
    "empty parts": ["", "a//b", "a/", "/a"],
    "reserved": ["CON", "con.txt", "NUL", "nul.jpg.txt", "COM1", "COM\u00b9", "lpt\u00b3.x", "LPT9 .txt"],
    "reserved consoles": ["CONIN$", "conout$.a", "aux/x", "a/prn/b"],
    "forbidden": ["a<b", "a>b", 'a"b', "a|b", "a?", "*"],
    "edges": ["a.", "a ", "a. . .", " a", "a /b", "a\u00a0", "\u3000a"],
    "control": ["a\0", "\x01", "a\nb", "\x1f", "\x7f", "a\x85b", "a\x1b[2Jb"],
    "invisible": ["\u202ea", "a\u2066b", "a\u200bb", "\ufeffa", "a\u00adb", "a\u2028", "a\u2029b", "a\U000e0041"],
    "blank": ["\u3164", "a\u034fb", "\u2800"],
    "stray joiners": ["a\u200db", "\u200da", "a\u200c", "a\ufe0f", "\ufe0f", "CON\u200d", ".\u200d."],
    "not Unicode": ["\ud800", "a/\udcff"],
    "ours": [".tallystick-partial-0123456789abcdef", ".Tallystick-Partial-x", "a/.TALLYSTICK-PARTIAL-"],
}

ACCEPTED = {
    "literal": ["~/x", "%APPDATA%", "$HOME/x", "-rf", "a b", "a..b", "...a"],
    "hidden": [".ssh/authorized_keys", ".bashrc", "desktop.ini", "Startup/x.lnk", ".git/hooks/post-checkout"],
    "look-alikes": ["a\u2215b", "\uff0fetc\uff0fpasswd", "\uff0e\uff0e", "a\uff3cb"],
    "Persian": ["\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645.txt"],
    "emoji": ["\U0001f468\u200d\U0001f469\u200d\U0001f467.png", "\u2764\ufe0f\u200d\U0001f525", "1\ufe0f\u20e3.txt"],
    "Han variant": ["\u845b\U000e0100.txt"],
    "macOS screenshot": ["Screenshot at 10.00\u202fAM.png"],
    "scripts": ["e\u0301", "\u00e9", "\u05e9\u05dc\u05d5\u05dd", "\u0645\u0644\u0641"],
    "nearly reserved": ["CONSOLE", "com", "com10", "nullable.txt"],
    "long": ["a" * 255, "\u00e9" * 127],
}


@pytest.mark.parametrize("raw", [raw for raws in REFUSED.values() for raw in raws], ids=ascii)
def test_case_051_052_053_054_057_refused(raw: str) -> None:
    with pytest.raises(UnsafeName) as caught:
        ReceivedPath.parse(raw)
    assert caught.value.fields["name"] == raw


@pytest.mark.parametrize("raw", [raw for raws in ACCEPTED.values() for raw in raws], ids=ascii)
def test_accepted_as_it_is(raw: str) -> None:
    path = ReceivedPath.parse(raw)
    assert path.text == raw
    assert path.parts == tuple(raw.split("/"))
    assert path.name == raw.split("/")[-1]
    assert path.parent == "/".join(raw.split("/")[:-1])


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("a" * limits.COMPONENT_MAX, "a" * (limits.COMPONENT_MAX + 1)),
        ("\u00e9" * 127, "\u00e9" * 128),
        ("a/" * (limits.DEPTH_MAX - 1) + "a", "a/" * limits.DEPTH_MAX + "a"),
        ("/".join(["a" * 203] * 5) + "/bcde", "/".join(["a" * 203] * 5) + "/bcdef"),
    ],
)
def test_bounds(good: str, bad: str) -> None:
    ReceivedPath.parse(good)
    with pytest.raises(UnsafeName):
        ReceivedPath.parse(bad)


def test_longest_path_is_the_limit() -> None:
    assert len(("/".join(["a" * 203] * 5) + "/bcde").encode()) == limits.PATH_MAX


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("A.txt", "a.txt"),
        ("\u00e9", "e\u0301"),
        ("\u00df", "SS"),
        ("\u1e9e", "ss"),
        ("\u0130", "i\u0307"),
        (
            "\u03b1\u0345\u0301",
            "\u03b1\u0301\u0345",
        ),  # iota subscript: folding before decomposing would tell them apart
        ("\u03a3", "\u03c2"),
        ("K", "\u212a"),
        ("\u2764", "\u2764\ufe0f"),
        ("\u0645\u06cc\u062e", "\u0645\u06cc\u200c\u062e"),
        ("x/A", "X/a"),
    ],
    ids=ascii,
)
def test_the_same_to_some_system(first: str, second: str) -> None:
    assert ReceivedPath.parse(first).key == ReceivedPath.parse(second).key


def test_case_055_full_width_letters_stay_what_they_are() -> None:
    assert collision_key("\uff21") != collision_key("a")


FILE, FOLDER = EntryKind.FILE, EntryKind.FOLDER


@pytest.mark.parametrize(
    "entries",
    [
        [("a", FILE), ("A", FILE)],
        [("a", FOLDER), ("a", FOLDER)],
        [("a", FILE), ("a/b", FILE)],
        [("a/b", FILE), ("a", FILE)],
        [("a", FOLDER), ("A/b", FILE)],
        [("a/b", FILE), ("A", FOLDER)],
        [("a/b/c", FILE), ("a/B/d", FILE)],
        [("a/b", FILE), ("x", FILE), ("a/b/c", FOLDER)],
    ],
)
def test_collisions_end_at_the_second_name(entries: list[tuple[str, EntryKind]]) -> None:
    tree = NameTree(9)
    for text, kind in entries[:-1]:
        tree.add(ReceivedPath.parse(text), kind)
    with pytest.raises(NameCollision):
        tree.add(ReceivedPath.parse(entries[-1][0]), entries[-1][1])


def test_each_of_many_names_is_known_again_and_no_other() -> None:
    tree, paths = NameTree(20_000), [ReceivedPath.parse(f"holiday/{number % 7}/{number}") for number in range(20_000)]
    for path in paths:
        tree.add(path, FILE)
    for path in paths[::97]:
        with pytest.raises(NameCollision):
            tree.add(path, FILE)
    for path in paths[::997]:
        with pytest.raises(NameCollision):
            tree.add(ReceivedPath.parse(path.text.upper()), FOLDER)
        with pytest.raises(NameCollision):
            tree.add(ReceivedPath.parse(f"{path.text}/inside"), FILE)


def test_a_folder_may_be_named_after_its_first_file() -> None:
    tree = NameTree(9)
    for text, kind in [("a/b", FILE), ("a", FOLDER), ("a/c", FILE), ("b", FILE), ("ab", FOLDER)]:
        tree.add(ReceivedPath.parse(text), kind)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("name.txt", "name (2).txt"),
        ("name", "name (2)"),
        ("a.tar.gz", "a (2).tar.gz"),
        (".bashrc", ".bashrc (2)"),
        ("Mr. Smith is here", "Mr. Smith is here (2)"),
        ("x" * 255, "x" * 251 + " (2)"),
        ("x" * 251 + ".txt", "x" * 247 + " (2).txt"),
        ("\u00e9" * 127, "\u00e9" * 125 + " (2)"),
    ],
)
def test_numbered(name: str, expected: str) -> None:
    assert numbered(name, 2) == expected


_FILL = """
import resource
from desktop_app.protocol.manifest import EntryKind
from desktop_app.storage.names import NameTree, ReceivedPath
tree = NameTree(200_000)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for number in range(200_000):
    tree.add(ReceivedPath.parse(f"holiday/day {number // 500}/picture {number}.jpg"), EntryKind.FILE)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="asks the kernel for peak memory")
def test_a_million_names_fit_into_memory() -> None:
    kib = int(subprocess.run([sys.executable, "-c", _FILL], check=True, capture_output=True, text=True).stdout)
    assert kib * 5 < 15 * 1024


def test_more_files_than_were_announced_are_refused() -> None:
    tree = NameTree(2)
    for text, kind in [("a/1", FILE), ("a", FOLDER), ("a/2", FILE), ("b", FOLDER)]:
        tree.add(ReceivedPath.parse(text), kind)
    with pytest.raises(NameCollision):
        tree.add(ReceivedPath.parse("a/1"), FILE)
    with pytest.raises(LimitExceeded):
        tree.add(ReceivedPath.parse("a/3"), FILE)
