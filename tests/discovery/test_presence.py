"""What becomes of this computer's identity and of troubles over time, without any network."""

import threading
import time
from collections.abc import Callable, Mapping, Sequence

import pytest

from desktop_app.discovery import presence
from desktop_app.discovery.presence import Presence, Wish
from desktop_app.errors import AppError
from tests.discovery.air import ETHERNET, WIRELESS, Air


class Nobody:
    """Hears nothing."""

    def on_service(
        self, service_name: str, properties: Mapping[bytes, bytes | None], addresses: Sequence[str], port: int | None
    ) -> bool:
        return True

    def on_heard(self, instance: str) -> None: ...

    def on_goodbye(self, instance: str) -> None: ...

    def knows(self, instance: str) -> bool:
        return False


@pytest.fixture
def air(monkeypatch: pytest.MonkeyPatch) -> Air:
    return Air(monkeypatch)


class Started:
    """A presence and what it told."""

    def __init__(self, *, announce: bool = True) -> None:
        self.troubles: list[AppError | None] = []
        self.moves = threading.Event()
        wish = Wish(port=47471, name="Ada", everyone=True, announce=announce)
        self.presence = Presence(wish, Nobody(), lambda _instance: (), self.moves.set, self.troubles.append)
        self.presence.start()

    def __enter__(self) -> "Started":
        return self

    def __exit__(self, *_: object) -> None:
        self.presence.close(1.0)


def wait(right: Callable[[], object]) -> None:
    deadline = time.monotonic() + 5.0
    while not right():
        assert time.monotonic() < deadline
        time.sleep(0.005)


def test_it_says_what_was_wished_once_and_leaves_tidily(air: Air) -> None:
    with Started() as started:
        wait(lambda: air.said)
        ((own, visible),) = air.said
        assert (own.name, own.port, visible) == ("Ada", 47471, True)
        assert own.instance == started.presence.instance
    assert air.open == 0
    assert len(air.said) == 1
    started.presence.close(1.0)


def test_a_new_name_is_said_under_the_same_identity(air: Air) -> None:
    with Started() as started:
        wait(lambda: air.said)
        started.presence.rename("Eve")
        wait(lambda: len(air.said) == 2)
    first, second = air.said
    assert (second[0].instance, second[0].name) == (first[0].instance, "Eve")


def test_another_visibility_is_another_identity(air: Air) -> None:
    with Started() as started:
        wait(lambda: air.said)
        started.presence.set_visibility(everyone=True, announce=True)  # as it is
        started.presence.set_visibility(everyone=False, announce=True)
        wait(lambda: len(air.said) == 2)
        started.presence.set_visibility(everyone=False, announce=False)
        wait(lambda: air.opened == 3)
    first, second = air.said
    assert first[0].instance != second[0].instance
    assert not second[1]


def test_a_port_that_changed_with_the_visibility_is_the_one_announced(air: Air) -> None:
    with Started() as started:
        wait(lambda: air.said)
        started.presence.set_visibility(everyone=True, announce=True, port=50000)
        wait(lambda: len(air.said) == 2)
        assert started.presence.port == 50000
    assert air.said[1][0].port == 50000


def test_who_wishes_to_be_silent_says_nothing(air: Air) -> None:
    with Started(announce=False) as started:
        wait(lambda: air.open)
        assert len(started.presence.instance) == 16
    assert air.said == []


def test_another_network_is_another_identity_on_new_sockets(air: Air) -> None:
    with Started() as started:
        wait(lambda: air.said)
        assert not started.moves.is_set()
        air.interfaces = (ETHERNET, WIRELESS)
        assert started.moves.wait(5.0)
        wait(lambda: len(air.said) == 2)
        assert air.open == 1
    assert len({each[0].instance for each in air.said}) == 2


def test_an_identity_lasts_a_day_at_most(air: Air, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(presence, "_IDENTITY_SECONDS", 0.05)
    with Started():
        wait(lambda: len(air.said) >= 3)
    assert len({each[0].instance for each in air.said}) == len(air.said)


def test_a_computer_that_slept_is_another_one(air: Air, monkeypatch: pytest.MonkeyPatch) -> None:
    asleep = 0.0
    clock = time.time
    monkeypatch.setattr(time, "time", lambda: clock() + asleep)
    with Started() as started:
        wait(lambda: air.said)
        asleep = 3600.0
        assert started.moves.wait(5.0)
        wait(lambda: len(air.said) == 2)
    assert len({each[0].instance for each in air.said}) == 2


def test_no_network_is_a_state_that_is_told_once_and_ends(air: Air) -> None:
    air.interfaces = ()
    with Started() as started:
        wait(lambda: started.troubles)
        air.interfaces = (ETHERNET,)
        wait(lambda: air.said)
        air.interfaces = ()
        wait(lambda: len(started.troubles) == 3)
        assert air.open == 0
    assert [trouble.code if trouble else None for trouble in started.troubles] == ["no-network", None, "no-network"]


def test_a_blocked_port_is_told_once_and_tried_again(air: Air) -> None:
    air.blocked = True
    with Started() as started:
        wait(lambda: started.troubles)
        (trouble,) = started.troubles
        assert trouble is not None
        assert "somebody has port 5353" in str(trouble)
        air.blocked = False
        wait(lambda: air.said)
    assert [each.code if each else None for each in started.troubles] == ["discovery-blocked", None]


def test_what_it_waits_for_by_itself_leaves_time_for_a_change_to_be_followed_within_five_seconds() -> None:
    """The rest, new sockets and saying who is there, takes about one (tests/discovery/test_changes.py)."""
    assert presence._POLL + presence._SETTLE * presence._SETTLE_ROUNDS <= 3.0


def test_a_mistake_while_following_the_network_is_told_and_followed_again(
    air: Air, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with Started() as started:
        wait(lambda: air.said)
        monkeypatch.setattr(presence, "usable", lambda: 1 // 0)
        wait(lambda: started.troubles)
        assert "ZeroDivisionError in test_presence.py" in str(started.troubles[-1])
        assert air.open == 0
        monkeypatch.setattr(presence, "usable", lambda: air.interfaces)
        wait(lambda: len(air.said) == 2)
        assert started.troubles[-1] is None
    assert "following the network failed" in caplog.text
