"""desktop_app/protocol/SECURITY.md: whatever it names is there, and every promise has tests."""

import re
from pathlib import Path

import desktop_app

ROOT = Path(desktop_app.__file__).parents[1]
TEXT = (ROOT / "desktop_app/protocol/SECURITY.md").read_text("utf-8")
PATH = re.compile(r"`((?:desktop_app|tests|packaging)/[\w./]+)`")


def test_every_path_in_it_leads_somewhere() -> None:
    paths = PATH.findall(TEXT)
    assert len(paths) > 30
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_every_promise_has_tests() -> None:
    promises = re.findall(r"^\| (\d+) \| .* \| (.*) \|$", TEXT, re.MULTILINE)
    assert [int(number) for number, _ in promises] == [*range(1, len(promises) + 1)]
    assert len(promises) > 10
    for _, tests in promises:
        assert any(path.startswith("tests/") for path in PATH.findall(tests))


def test_it_is_linked_from_where_people_look() -> None:
    assert "(desktop_app/protocol/SECURITY.md)" in (ROOT / "README.md").read_text("utf-8")
