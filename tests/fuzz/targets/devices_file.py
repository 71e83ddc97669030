"""The store of remembered devices on the disk: used as a whole, or trusted in nothing and told, and then set aside; or
left as it is where a later version has made it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from desktop_app.errors import AppError, DevicesOfLaterVersion, DevicesReset
from desktop_app.protocol import device_name, limits, pairing
from desktop_app.protocol.role import Role
from desktop_app.storage import device_record
from desktop_app.storage.device_record import Always
from desktop_app.storage.devices import DeviceStore, RememberedDevice, Taken
from desktop_app.storage.devices_file import VERSION
from desktop_app.storage.profile import Profile
from tests.fuzz import documents
from tests.fuzz.choices import Choices
from tests.fuzz.places import folder, put

SIZE_MAX: Final = 1100
_NOW: Final = 1_790_000_000.0
_FIRST: Final = device_record.found(
    bytearray(b"s" * pairing.SECRET), Role.INITIATOR, "Kitchen PC", method="code", taken=(), compared_at=_NOW, now=_NOW
)
_OTHER: Final = msgspec.structs.replace(
    _FIRST, id="1" * 32, name="Attic", founded_as=Role.RESPONDER, beside=device_record.Beside(b"n" * pairing.SECRET, 7)
)
_TRUSTED: Final = msgspec.structs.replace(
    _FIRST, id="2" * 32, name="Desk", always=Always(b"/home/ada/Desk", 10**10, 10**9, _NOW - 3600)
)
_REAL: Final = tuple(
    msgspec.json.encode({"version": version, "devices": devices})
    for version, devices in ((1, []), (1, [_FIRST]), (1, [_FIRST, _OTHER]), (1, [_TRUSTED]), (2, [_FIRST]))
)


class _Version(msgspec.Struct):
    version: int


_VERSION: Final = msgspec.json.Decoder(_Version)
_PROFILE: Final = Profile(folder("devices"))
_FILE: Final = str(_PROFILE.devices)


def seeds() -> Iterator[bytes]:
    return documents.seeds_of(_REAL)


def run(data: bytes) -> None:
    stored = documents.document(Choices(data), _REAL)
    put(_FILE, stored)
    told: list[AppError] = []
    store = DeviceStore(_PROFILE, told.append, clock=lambda: _NOW)
    store.refresh()
    known, devices = store.known(), store.devices()
    assert len(known) <= limits.RECORDS_MAX * limits.SECRETS_PER_RECORD
    assert all(len(each.secret) == pairing.SECRET for each in known)
    assert {each.identity for each in known} == {each.id for each in devices}
    assert all(device_name.is_clean(each.name) for each in devices)
    assert all(len(hint) == limits.HINT for hint in store.hints("0123456789abcdef"))
    for error in told:
        assert isinstance(error, DevicesReset | DevicesOfLaterVersion)
        assert not devices
        kept = Path(str(error.fields["kept"])) if isinstance(error, DevicesReset) else _PROFILE.devices
        assert kept.read_bytes() == stored
        kept.unlink()
        if isinstance(error, DevicesOfLaterVersion):
            assert _VERSION.decode(stored).version > VERSION
    for each in devices:
        if each.always is not None:
            _take(store, each, each.always)
    if devices:
        store.rename(devices[0].id, "Another name")
        again = DeviceStore(_PROFILE, told.append, clock=lambda: _NOW)
        again.refresh()
        assert again.devices() == store.devices()
        assert not told


def _take(store: DeviceStore, device: RememberedDevice, always: Always) -> None:
    """Whatever is in the file: in one day nobody takes more than the person said."""
    assert always.path.is_absolute()
    assert 0 < always.most <= limits.FILE_SIZE_MAX
    sizes = (always.most // 2 + 1, always.most // 2 + 1)
    assert sum(store.take_unasked(device.id, each) is Taken.COUNTED and each for each in sizes) <= always.most
