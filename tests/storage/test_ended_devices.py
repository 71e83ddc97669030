"""How long a device stays remembered, by a clock that may be wrong."""

import base64

import pytest

from desktop_app.errors import TooManyDevices
from desktop_app.protocol import limits
from desktop_app.storage.device_record import DAY
from desktop_app.storage.devices import DeviceStore
from desktop_app.storage.profile import Profile
from tests.storage.device_stores import Clock, again, found, secrets_in


def test_what_ended_is_proven_no_more_at_the_next_look_and_deleted_after_hours(
    store: DeviceStore, clock: Clock, running: Clock, profile: Profile
) -> None:
    device, secret = found(store)
    clock.now += 89 * DAY
    assert not store.refresh()
    assert store.used(device, secret)
    clock.now += 89 * DAY
    assert len(store.known()) == 1
    clock.now += DAY
    assert store.refresh()
    assert not store.known()
    assert not store.hints("0" * 16)
    assert not store.used(device, secret), "nor by a session that began before"
    held = store._records[0].secret
    running.now += limits.ENDED_SECONDS - 1
    assert not store.refresh()
    assert '"secret"' in profile.devices.read_text()
    running.now += 1
    assert not store.refresh(), "nobody saw it any more"
    assert '"secret"' not in profile.devices.read_text()
    assert held == bytes(64), "overwritten in place"


def test_a_clock_that_is_far_ahead_for_a_moment_destroys_nothing(
    store: DeviceStore, clock: Clock, running: Clock
) -> None:
    kept = [found(store, name)[0] for name in ("Kitchen PC", "Attic")]
    for _ in range(3):
        clock.now += 400 * DAY
        assert store.refresh()
        assert not store.devices()
        running.now += limits.ENDED_SECONDS - 1
        store.refresh()
        again(store)
        clock.now -= 400 * DAY
        assert store.refresh()
        assert [each.id for each in store.devices()] == kept
        running.now += limits.ENDED_SECONDS
    assert not store.refresh()


def test_what_ended_gives_way_to_a_new_one_of_its_name(store: DeviceStore, clock: Clock, profile: Profile) -> None:
    _, secret = found(store)
    clock.now += 90 * DAY
    device, fresh = found(store, "KITCHEN PC")
    assert [(each.id, each.name) for each in store.devices()] == [(device, "KITCHEN PC")], "with no number behind it"
    assert secrets_in(again(store)) == [fresh]
    assert base64.b64encode(secret).decode() not in profile.devices.read_text()


def test_what_ended_takes_nobodys_room(store: DeviceStore, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "RECORDS_MAX", 2)
    for name in ("One", "Two"):
        found(store, name)
    clock.now += 90 * DAY
    new = {found(store, name)[0] for name in ("Three", "Four")}
    assert {each.id for each in store.devices()} == {each.id for each in again(store).devices()} == new
    with pytest.raises(TooManyDevices):
        found(store, "Five")


def test_what_ended_as_it_was_forgotten_is_gone(store: DeviceStore, clock: Clock, profile: Profile) -> None:
    device, _ = found(store)
    clock.now += 90 * DAY
    store.forget(device)
    assert '"secret"' not in profile.devices.read_text()


def test_no_use_keeps_it_longer_than_a_year_after_people_compared(store: DeviceStore, clock: Clock) -> None:
    device, secret = found(store)
    for _ in range(365):
        assert store.used(device, secret)
        clock.now += DAY
    assert not store.known()


def test_a_clock_that_is_turned_back_keeps_nothing_alive(store: DeviceStore, clock: Clock) -> None:
    device, secret = found(store)
    clock.now += 60 * DAY
    assert store.used(device, secret)
    other, other_secret = found(store, "Other")
    clock.now -= 1000 * DAY
    assert store.used(other, other_secret)
    assert store.devices()[0].used_at == Clock.now + 60 * DAY
    clock.now = Clock.now + 150 * DAY
    assert not store.known()


def test_the_setting_decides_how_long(profile: Profile, clock: Clock) -> None:
    days = 90
    store = DeviceStore(profile, lambda _error: None, keep_days=lambda: days, clock=clock)
    found(store)
    clock.now += 10 * DAY
    assert store.devices()[0].expires_at == Clock.now + 90 * DAY
    days = 7
    assert store.refresh()
    assert not store.known()
