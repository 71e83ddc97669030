"""What the tests of the command line share."""

from pathlib import Path

import pytest

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
