"""The store of remembered devices: private, whole or set aside, shared between processes, and forgetful."""

import base64
import errno
import json
import multiprocessing
import os
import re
import stat
import threading
from pathlib import Path
from secrets import token_bytes

import filelock
import pytest

from desktop_app.errors import (
    AppError,
    DevicesExposed,
    DevicesInSight,
    DevicesOfLaterVersion,
    DevicesReset,
    ProfileUnusable,
    TooManyDevices,
)
from desktop_app.protocol import limits, pairing
from desktop_app.protocol.role import Role
from desktop_app.storage import devices_file, private_file
from desktop_app.storage.devices import DeviceStore
from desktop_app.storage.devices_file import DevicesFile
from desktop_app.storage.profile import Profile
from tests.storage.device_stores import Clock, again, found, secrets_in

# --- on the disk -----------------------------------------------------------------------------------


def test_it_is_private_and_survives(store: DeviceStore, profile: Profile) -> None:
    device, secret = found(store)
    assert stat.S_IMODE(profile.devices.stat().st_mode) == 0o600
    other = again(store)
    assert other.devices() == store.devices()
    assert [each.id for each in other.devices()] == [device]
    assert secrets_in(other) == [secret]
    assert sorted(each.name for each in profile.root.iterdir()) == ["devices.json", "devices.lock"]


def test_a_failed_write_leaves_the_old_file_and_nothing_else(
    store: DeviceStore, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    found(store)
    before = profile.devices.read_bytes()

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ProfileUnusable):
        found(store, "Second")
    assert profile.devices.read_bytes() == before
    assert len(store.devices()) == 1
    assert len(list(profile.root.glob("devices.json*"))) == 1


@pytest.mark.parametrize(
    "damage",
    [
        lambda stored: stored[:-20],
        lambda stored: stored.replace(b'"version":1', b'"version":0'),
        lambda stored: stored.replace(b'"version":1', b'"version":2')[:-1],
        lambda stored: stored.replace(b'"name":"Kitchen PC"', b'"name":"Kitchen\\u202ePC"'),
        lambda stored: stored.replace(b'"secret":"', b'"secret":"AAAA'),
        lambda stored: stored.replace(b'"founded_as":"initiator"', b'"founded_as":"nobody"'),
        lambda stored: re.sub(rb'"compared_at":[^,]+', b'"compared_at":1e300', stored),
        lambda stored: re.sub(rb'"used_at":[^,]+', b'"used_at":-1e300', stored),
        lambda stored: stored.replace(b'"method":"code"', b'"method":"code","always":true'),
        lambda _: b"\x00" * 300,
        lambda _: b"",
        lambda stored: json.dumps({"version": 1, "devices": json.loads(stored)["devices"] * 2}).encode(),
        lambda _: b"[" * (limits.MIB + 1),
        lambda _: b'{"x":' + b"[" * 5000,
        lambda _: b'{"version":2,"x":' + b"[" * 5000 + b"]" * 5000 + b"}",
    ],
)
def test_a_damaged_store_is_set_aside_told_and_trusted_in_nothing(
    store: DeviceStore, profile: Profile, damage: object
) -> None:
    found(store)
    assert callable(damage)
    damaged = damage(profile.devices.read_bytes())
    profile.devices.write_bytes(damaged)
    told: list[AppError] = []
    other = again(store, told)
    (trouble,) = told
    assert isinstance(trouble, DevicesReset)
    kept = trouble.fields["kept"]
    assert isinstance(kept, Path)
    assert kept.read_bytes() == damaged
    assert not other.known()
    assert "Kitchen" not in str(trouble), "no message quotes the content"
    found(other, "Anew")
    assert [each.name for each in again(other).devices()] == ["Anew"]
    assert store.refresh()
    assert [each.name for each in store.devices()] == ["Anew"], "whoever had the old ones in memory forgets them, too"


def test_the_store_of_a_later_version_is_left_alone_told_once_and_trusted_in_nothing(
    store: DeviceStore, profile: Profile
) -> None:
    """Whoever tries an older program and goes back to the newer one has lost nobody."""
    found(store)
    later = profile.devices.read_bytes().replace(b'"version":1', b'"version":2,"more":[{}]')
    profile.devices.write_bytes(later)
    profile.devices.chmod(0o644)
    told: list[AppError] = []
    other = again(store, told)
    other.refresh()
    assert [type(error) for error in told] == [DevicesExposed, DevicesOfLaterVersion]
    assert (told[1].__traceback__, told[1].__cause__) == (None, None), "its frames would keep what was read"
    assert not other.known()
    with pytest.raises(DevicesOfLaterVersion):
        found(other, "Anew")
    assert profile.devices.read_bytes() == later
    assert stat.S_IMODE(profile.devices.stat().st_mode) == 0o600, "its secrets are nobody else's, either"
    assert sorted(each.name for each in profile.root.iterdir()) == ["devices.json", "devices.lock"]
    profile.devices.unlink()
    found(other, "Anew")
    assert [each.name for each in again(store).devices()] == ["Anew"]


def test_what_another_process_put_in_the_place_of_a_damaged_one_is_not_set_aside(
    store: DeviceStore, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    found(store)
    profile.devices.write_bytes(b"damaged")
    other, read = DeviceStore(profile, lambda _error: None), private_file.read

    def read_and_be_overtaken(path: Path, most: int) -> tuple[bytes, os.stat_result]:
        content = read(path, most)
        monkeypatch.setattr(private_file, "read", read)
        found(other, "Anew")
        return content

    monkeypatch.setattr(private_file, "read", read_and_be_overtaken)
    store.refresh()
    assert [each.name for each in store.devices()] == ["Anew"]
    assert [each.name for each in again(store).devices()] == ["Anew"]
    assert len(list(profile.root.glob("devices.json.corrupt*"))) == 1


def test_a_name_with_a_character_of_a_later_unicode_stays_as_it_is(store: DeviceStore, profile: Profile) -> None:
    """The profile may have been used with another version of Python."""
    found(store, "Lea")
    stored = profile.devices.read_bytes()
    profile.devices.write_bytes(stored.replace(b'"Lea"', '"Lea \U0003fffd"'.encode()))
    told: list[AppError] = []
    other = again(store, told)
    assert not told
    found(other)
    assert {each.name for each in again(store, told).devices()} == {"Lea \U0003fffd", "Kitchen PC"}
    assert not told


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_what_others_could_have_written_is_not_trusted(store: DeviceStore, profile: Profile) -> None:
    found(store)
    profile.devices.chmod(0o666)
    told: list[AppError] = []
    assert not again(store, told).known()
    assert isinstance(told[0], DevicesReset)
    (kept,) = profile.root.glob("devices.json.corrupt-*")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600, "the other computers may still trust what is in there"


@pytest.mark.skipif(os.name != "posix", reason="owners of POSIX")
def test_an_administrator_leaves_the_store_of_a_person_where_it_is(
    store: DeviceStore, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`sudo` may keep the home of whoever said it: all devices of that person were set aside."""
    found(store)
    if os.geteuid() == 0:
        os.chown(profile.devices, 65534, -1)
    else:
        monkeypatch.setattr(os, "geteuid", lambda: 0)
    before = profile.devices.read_bytes()
    told: list[AppError] = []
    other = again(store, told)
    assert not other.known()
    assert [type(error) for error in told] == [ProfileUnusable]
    with pytest.raises(ProfileUnusable):
        found(other)
    assert profile.devices.read_bytes() == before


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_what_others_could_have_read_is_told_and_hidden(store: DeviceStore, profile: Profile) -> None:
    found(store)
    profile.devices.chmod(0o644)
    told: list[AppError] = []
    assert len(again(store, told).known()) == 1
    assert isinstance(told[0], DevicesExposed)
    assert stat.S_IMODE(profile.devices.stat().st_mode) == 0o600
    assert len(told) == 1


def test_a_disk_that_hides_nothing_is_told_once(
    store: DeviceStore, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On FAT, which knows no modes, it was told with every session, and that it was so no longer."""
    device, secret = found(store)
    monkeypatch.setattr(private_file, "others_may_read", lambda _status: True)
    told: list[AppError] = []
    other = again(store, told)
    assert other.used(device, secret)
    other.rename(device, "Attic")
    assert len(again(other).known()) == 1
    assert [type(error) for error in told] == [DevicesInSight]


def test_what_cannot_be_read_is_neither_trusted_nor_replaced(store: DeviceStore, profile: Profile) -> None:
    profile.devices.mkdir()
    told: list[AppError] = []
    other = again(store, told)
    assert not other.known()
    assert [type(error) for error in told] == [ProfileUnusable]
    with pytest.raises(ProfileUnusable):
        found(other)
    assert profile.devices.is_dir()


def test_a_store_that_the_disk_will_not_give_stays_as_it_is(
    store: DeviceStore, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    found(store)
    before = profile.devices.read_bytes()

    def broken(_path: Path, _most: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(private_file, "read", broken)
    told: list[AppError] = []
    other = again(store, told)
    assert not other.known()
    with pytest.raises(ProfileUnusable):
        found(other, "Anew")
    assert isinstance(told[0], ProfileUnusable)
    assert profile.devices.read_bytes() == before


def test_a_store_that_could_not_be_read_for_a_moment_is_there_again(
    store: DeviceStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    found(store)
    told: list[AppError] = []
    with monkeypatch.context() as broken:
        broken.setattr(private_file, "read", _out_of_descriptors)
        other = again(store, told)
        other.refresh()
        assert not other.devices()
    other.refresh()
    assert other.devices() == store.devices()
    assert [type(error) for error in told] == [ProfileUnusable], "told once"


def _out_of_descriptors(_path: Path, _most: int) -> None:
    raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))


def test_what_a_killed_program_left_half_written_goes_with_the_next_change(
    store: DeviceStore, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its secrets would outlive every forgetting."""
    device, secret = found(store)

    def killed(_fresh: Path, _path: Path) -> None:
        raise _Killed

    with monkeypatch.context() as amid:
        amid.setattr(Path, "replace", killed)
        with pytest.raises(_Killed):
            store.rename(device, "Mum's computer")
    left = [each for each in profile.root.iterdir() if each.name not in {"devices.json", "devices.lock"}]
    assert [base64.b64encode(secret) in each.read_bytes() for each in left] == [True]
    other = again(store)
    kept = profile.root / "devices.json.corrupt-20261125-120000-beef"
    kept.touch()
    other.forget(device)
    assert sorted(profile.root.iterdir()) == sorted([profile.devices, kept, profile.root / "devices.lock"])


class _Killed(BaseException):
    """What no code catches."""


# --- several at once ----------------------------------------------------------------------------------


def _found_many(root: str, count: int) -> None:
    store = DeviceStore(Profile(Path(root)), lambda _error: None)
    for number in range(count):
        store.found(bytearray(token_bytes(64)), Role.INITIATOR, f"{os.getpid()} {number}")


def test_processes_and_threads_lose_nothing_of_each_other(store: DeviceStore, profile: Profile) -> None:
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_found_many, args=(str(profile.root), 10)) for _ in range(2)]
    threads = [threading.Thread(target=_found_many, args=(str(profile.root), 5)) for _ in range(2)]
    for process, thread in zip(processes, threads, strict=True):
        process.start()
        thread.start()
    for process, thread in zip(processes, threads, strict=True):
        process.join(50)
        thread.join(50)
    store.refresh()
    assert len(store.devices()) == 30


def test_a_change_of_another_process_is_seen(store: DeviceStore) -> None:
    device, _ = found(store)
    other = again(store)
    assert not store.refresh(), "nothing is new"
    other.rename(device, "Mum's computer")
    assert store.refresh()
    assert store.devices()[0].name == "Mum's computer"
    other.forget(device)
    assert store.refresh()
    assert not store.known()


def test_nothing_is_lost_where_two_versions_of_the_file_look_the_same(
    store: DeviceStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Inodes are used again, sizes seldom change, and some file systems count in whole seconds."""
    device, _ = found(store)
    second, _ = found(store, "Other")
    other = again(store)
    monkeypatch.setattr(DevicesFile, "_now", lambda _self: (1, 1, 1))
    store._file._seen = (1, 1, 1)
    other.forget(device)
    store.rename(second, "Another")
    assert [each.name for each in again(store).devices()] == ["Another"], "nobody comes back"


def test_a_lock_that_somebody_keeps_is_an_error_and_no_hang(
    store: DeviceStore, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(devices_file, "_LOCK_SECONDS", 0.2)
    holder = filelock.FileLock(profile.root / "devices.lock")
    impatient = DeviceStore(profile, lambda _error: None)
    with holder, pytest.raises(ProfileUnusable):
        found(impatient)
    found(impatient)


def test_nobody_waits_for_the_disk_to_look(store: DeviceStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """A session has ten seconds to prove who is there; a disk that takes much else may need longer for one change."""
    device, secret = found(store)
    syncing, synced = threading.Event(), threading.Event()

    def slow(_descriptor: int) -> None:
        syncing.set()
        synced.wait(20)

    monkeypatch.setattr(os, "fsync", slow)
    change = threading.Thread(target=store.rename, args=(device, "Attic"))
    look = threading.Thread(target=lambda: looked.extend(secrets_in(store)))
    looked: list[bytes] = []
    change.start()
    assert syncing.wait(20)
    look.start()
    look.join(5)
    try:
        assert looked == [secret]
        assert [each.name for each in store.devices()] == ["Kitchen PC"]
        assert len(store.hints("0123456789abcdef")) == 1
        assert store.recognise("0123456789abcdef", []) is None
    finally:
        synced.set()
        change.join()
        look.join()
    assert [each.name for each in store.devices()] == ["Attic"]


# --- its devices --------------------------------------------------------------------------------------------


def test_forgotten_is_gone_from_the_disk_and_from_memory(store: DeviceStore, profile: Profile) -> None:
    device, secret = found(store)
    kept, _ = found(store, "Other")
    held = next(record.secret for record in store._records if record.id == device)
    assert held == secret
    store.forget(device)
    assert held == bytes(64), "overwritten in place"
    assert [each.id for each in again(store).devices()] == [kept]
    assert len(secrets_in(store)) == 1
    for file in profile.root.iterdir():
        assert base64.b64encode(secret) not in file.read_bytes()


def test_a_rotated_secret_is_overwritten_too(store: DeviceStore) -> None:
    device, secret = found(store)
    held, fresh = store._records[0].secret, bytearray(token_bytes(64))
    assert store.asking(device, secret, fresh) == (True, 1)
    assert store.replaced(device, secret, fresh)
    assert held == bytes(64)
    assert secrets_in(again(store)) == [fresh]


def test_names_are_the_persons_and_no_two_are_the_same(store: DeviceStore) -> None:
    device, _ = found(store)
    found(store)
    assert sorted(each.name for each in store.devices()) == ["Kitchen PC", "Kitchen PC (2)"]
    store.rename(device, "KITCHEN PC (2)")
    assert {each.name for each in store.devices()} == {"KITCHEN PC (2) (2)", "Kitchen PC (2)"}
    store.rename(device, "\u202e\n")
    assert {each.name for each in store.devices()} == {"KITCHEN PC (2) (2)", "Kitchen PC (2)"}


def test_there_are_never_more_than_can_be_proven(store: DeviceStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "RECORDS_MAX", 3)
    for _ in range(3):
        found(store)
    with pytest.raises(TooManyDevices):
        found(store)
    assert len(store.known()) == 3


def test_hints_are_of_the_most_recently_used(store: DeviceStore, clock: Clock) -> None:
    found_ones = []
    for _ in range(20):
        clock.now += 1
        found_ones.append(found(store))
    instance = "0123456789abcdef"
    hints = store.hints(instance)
    assert len(hints) == limits.HINTS
    newest, oldest = found_ones[-1][1], found_ones[0][1]
    assert pairing.hint(pairing.hint_key(newest), Role.INITIATOR, instance) in hints
    assert pairing.hint(pairing.hint_key(oldest), Role.INITIATOR, instance) not in hints
    there = pairing.hint(pairing.hint_key(oldest), Role.RESPONDER, instance)
    assert store.recognise(instance, [there]) == found_ones[0][0]
    assert store.recognise(instance, hints) is None
