"""What is always accepted of a remembered device: kept with it, counted over all processes, and gone with it."""

import json
import os
import threading
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop_app.errors import AppError, FolderUnusable
from desktop_app.protocol import limits
from desktop_app.storage import devices_file
from desktop_app.storage.device_record import Always
from desktop_app.storage.devices import DeviceStore, Taken
from desktop_app.storage.profile import Profile
from tests.storage.device_stores import Clock, again, found, secrets_in


def test_what_is_always_accepted_is_kept_with_the_device_and_goes_with_it(
    store: DeviceStore, profile: Profile, clock: Clock
) -> None:
    device, secret = found(store)
    folder = Path(os.fsdecode(b"/home/ada/\xffKitchen"))  # no text, as names on a disk may be
    store.always_accept(device, folder, 10**10)
    (seen,) = again(store).devices()
    assert seen.always is not None
    assert (seen.always.path, seen.always.most) == (folder, 10**10)
    store.used(device, secret)
    store.rename(device, "Cellar")
    assert again(store).devices()[0].always is not None
    store.forget(device)
    found(store, "Cellar")
    assert again(store).devices()[0].always is None


def test_it_can_be_withdrawn_and_changed_and_is_counted_anew(store: DeviceStore) -> None:
    device, _ = found(store)
    assert store.take_unasked(device, 1) is Taken.NOT_WANTED
    store.always_accept(device, Path("/home"), 100)
    assert store.take_unasked(device, 100) is Taken.COUNTED
    assert again(store).take_unasked(device, 1) is Taken.TOO_MUCH, "another process, too"
    store.always_accept(device, Path("/home"), 101)
    assert store.take_unasked(device, 101) is Taken.COUNTED
    store.always_accept(device, None)
    assert again(store).take_unasked(device, 0) is Taken.NOT_WANTED
    assert store.take_unasked("f" * 32, 0) is Taken.NOT_WANTED


def test_a_clock_that_is_turned_back_and_forth_gives_nothing_anew(store: DeviceStore, clock: Clock) -> None:
    device, _ = found(store)
    store.always_accept(device, Path("/home"), 100)
    assert store.take_unasked(device, 60) is Taken.COUNTED
    clock.now -= 1000 * 24 * 3600
    assert store.take_unasked(device, 40) is Taken.COUNTED
    clock.now += 1000 * 24 * 3600
    assert store.take_unasked(device, 1) is Taken.TOO_MUCH


def test_one_that_has_expired_takes_nothing(store: DeviceStore, clock: Clock) -> None:
    device, _ = found(store)
    store.always_accept(device, Path("/home"), 100)
    clock.now += 91 * 24 * 3600
    store.refresh()
    assert store.take_unasked(device, 1) is Taken.NOT_WANTED


def test_a_folder_that_cannot_be_kept_is_refused(store: DeviceStore, profile: Profile) -> None:
    device, _ = found(store)
    before = profile.devices.read_bytes()
    with pytest.raises(FolderUnusable):
        store.always_accept(device, Path("not whole"), 100)
    assert profile.devices.read_bytes() == before


def test_a_store_of_before_is_read_as_it_is(store: DeviceStore, profile: Profile) -> None:
    device, secret = found(store)
    written = json.loads(profile.devices.read_bytes())
    assert written["devices"][0].pop("always") is None
    profile.devices.write_text(json.dumps(written), encoding="utf-8")
    told: list[AppError] = []
    other = again(store, told)
    assert [each.id for each in other.devices()] == [device]
    assert secrets_in(other) == [secret]
    assert not told


def test_processes_take_together_what_one_may(store: DeviceStore, profile: Profile) -> None:
    device, _ = found(store)
    store.always_accept(device, Path("/home"), 10)
    results: list[Taken] = []
    others = [again(store) for _ in range(4)]
    threads = [
        threading.Thread(target=lambda other=other: results.extend(other.take_unasked(device, 1) for _ in range(5)))
        for other in others
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(each.name for each in results) == ["COUNTED"] * 10 + ["TOO_MUCH"] * 10


def test_as_many_as_can_be_remembered_have_room_for_the_longest_folders(store: DeviceStore, profile: Profile) -> None:
    for number in range(limits.RECORDS_MAX):
        device, _ = found(store, f"Desk {number}")
        store._change(device, lambda record: replace(record, always=Always(b"/" + b"x" * 4095, 2**53 - 1)))
    assert len(again(store).devices()) == limits.RECORDS_MAX
    assert profile.devices.stat().st_size < devices_file._SIZE_MAX
