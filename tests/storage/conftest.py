"""Folders to receive into, and both ways of holding a directory."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.storage import directory
from tests.support.disks import make_disk

__all__ = ["make_disk"]


@pytest.fixture(params=[True, False] if directory.HAS_DESCRIPTORS else [False], ids=lambda on: f"descriptors={on}")
def both_ways(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(directory, "HAS_DESCRIPTORS", request.param)


@pytest.fixture
def save(tmp_path: Path) -> Path:
    folder = tmp_path / "save"
    folder.mkdir()
    return folder


@pytest.fixture
def outside(tmp_path: Path) -> Iterator[Path]:
    """Whatever happens, this folder is as it was."""
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "precious").write_bytes(b"precious")
    before = folder.stat()
    yield folder
    assert [path.name for path in folder.iterdir()] == ["precious"]
    assert (folder / "precious").read_bytes() == b"precious"
    assert folder.stat().st_mtime_ns == before.st_mtime_ns
