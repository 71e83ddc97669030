"""What the tests of the command line share."""

from pathlib import Path

import pytest

from tests.cli.scripted_engine import CommandLine


@pytest.fixture
def tallystick(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> CommandLine:
    return CommandLine(capsys, monkeypatch, tmp_path / "profile")


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "photo.jpg"
    path.write_bytes(b"photo")
    return path
