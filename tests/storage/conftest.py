"""Folders to receive into, both ways of holding a directory, and a store of remembered devices."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.errors import AppError
from desktop_app.storage import directory
from desktop_app.storage.devices import DeviceStore
from desktop_app.storage.profile import Profile
from tests.storage.device_stores import Clock
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


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile(tmp_path / "profile")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def troubles() -> list[AppError]:
    return []


@pytest.fixture
def running() -> Clock:
    return Clock()


@pytest.fixture
def store(profile: Profile, clock: Clock, running: Clock, troubles: list[AppError]) -> DeviceStore:
    return DeviceStore(profile, troubles.append, clock=clock, running=running)
