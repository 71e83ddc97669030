"""The settings on the disk: used, or set aside whole and told, and never an obstacle to starting."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from desktop_app.errors import SettingsReset
from desktop_app.protocol import limits
from desktop_app.storage import settings
from desktop_app.storage.profile import Profile
from desktop_app.storage.settings import Settings
from tests.fuzz import documents
from tests.fuzz.choices import Choices
from tests.fuzz.places import folder, put

SIZE_MAX: Final = 512
_REAL: Final = (msgspec.json.encode(Settings(name="Kitchen PC", save_folder="/home/anna/Downloads")),)

_PROFILE: Final = Profile(folder("settings"))
_FILE: Final = str(_PROFILE.settings)


def seeds() -> Iterator[bytes]:
    yield from documents.seeds_of(_REAL)
    yield b"\0{}"


def run(data: bytes) -> None:
    stored = documents.document(Choices(data), _REAL)
    put(_FILE, stored)
    found, told = settings.load(_PROFILE)
    assert 0 < len(found.name.encode()) <= limits.DEVICE_NAME
    assert Path(found.save_folder).is_absolute()
    if told is not None:
        assert isinstance(told, SettingsReset)
        assert str(told)
        kept = Path(str(told.fields["kept"]))
        assert kept.read_bytes() == stored
        kept.unlink()
        assert settings.load(_PROFILE) == (found, None)
        return
    settings.save(_PROFILE, found)
    assert settings.load(_PROFILE) == (found, None)
