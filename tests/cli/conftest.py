"""What the tests of the command line share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.engine.door import Door
from desktop_app.storage.profile import Profile
from tests.cli.running import House, Open
from tests.cli.scripted_engine import CommandLine
from tests.support.node import _no_descriptors_left, node, pair_of_nodes, start_node

__all__ = ["_no_descriptors_left", "node", "pair_of_nodes", "photo", "start_node", "tallystick"]


@pytest.fixture
def tallystick(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> CommandLine:
    return CommandLine(capsys, monkeypatch, tmp_path / "profile")


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "photo.jpg"
    path.write_bytes(b"photo")
    return path


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Open]:
    """The profile of the test's command line, and who runs in it."""
    doors: list[Door] = []

    def start(house: House) -> Door:
        door = Door(Profile(tmp_path / "profile"), house)
        door.open()
        doors.append(door)
        return door

    yield start
    for door in doors:
        door.close()
