"""One remembered device: how long it lives, what it is called, and how its secret follows its use."""

from secrets import token_bytes

import pytest
from msgspec.structs import replace

from desktop_app.protocol import pairing
from desktop_app.protocol.role import Role
from desktop_app.storage import device_record
from desktop_app.storage.device_record import DAY, Always, Record, unique_name

OLD, NEW, NEWER = (bytearray(token_bytes(64)) for _ in range(3))


def found(role: Role = Role.INITIATOR, secret: bytearray = OLD) -> Record:
    return device_record.found(secret, role, "Kitchen PC", method="code", taken=(), compared_at=1000.0, now=1000.0)


def test_it_ends_after_its_last_use_and_a_year_after_people_compared() -> None:
    record = found()
    assert record.expires_at(90) == 1000.0 + 90 * DAY
    used = record.used(OLD, 1000.0 + 50 * DAY)
    assert used.expires_at(90) == 1000.0 + 140 * DAY
    assert replace(record, used_at=1000.0 + 300 * DAY).expires_at(90) == 1000.0 + 365 * DAY


def test_a_founder_takes_what_it_asked_for_and_has_one_secret_at_all_times() -> None:
    asking = found().asking(OLD, NEW)
    assert asking is not None
    assert asking.secret == OLD
    rotated = asking.replaced(OLD, NEW)
    assert rotated is not None
    assert rotated.secret == NEW
    assert [bytes(each.secret) for each in rotated.known()] == [NEW]
    assert rotated.replaced(NEW, NEW) is None, "once"


def test_a_founder_takes_nothing_that_it_asked_for_before() -> None:
    first = found().asking(OLD, NEW)
    assert first is not None
    second = first.asking(OLD, NEWER)
    assert second is not None
    assert (first.asks, second.asks) == (1, 2)
    assert second.replaced(OLD, NEW) is None
    assert found().replaced(OLD, NEW) is None, "nothing was asked for"


def test_the_other_side_proves_both_until_one_is_known_to_be_enough() -> None:
    beside = found(Role.RESPONDER).with_beside(OLD, NEW, 1)
    assert beside is not None
    assert [bytes(each.secret) for each in beside.known()] == [OLD, NEW]
    settled = beside.settled(NEW)
    assert settled is not None
    assert settled == beside.used(NEW, 1000.0), "proven in a later session it is enough, too"
    assert [bytes(each.secret) for each in settled.known()] == [NEW]
    assert beside.used(OLD, 1000.0) == beside
    assert beside.settled(NEWER) is None


@pytest.mark.parametrize(("number", "kept"), [(1, NEW), (2, NEWER), (3, NEWER)])
def test_a_rotation_that_was_asked_for_later_stays(number: int, kept: bytearray) -> None:
    beside = found(Role.RESPONDER).with_beside(OLD, NEW, 2)
    assert beside is not None
    after = beside.with_beside(OLD, NEWER, number) or beside
    assert after.beside is not None
    assert after.beside.secret == kept


def test_a_device_is_recognised_by_hints_of_some_sessions_ago() -> None:
    """The air carries what was drawn when the other side last became somebody new."""
    mine, theirs = found(), found(Role.RESPONDER)
    hints = theirs.hints("0123456789abcdef")
    for number in range(7):
        fresh = bytearray(token_bytes(64))
        asking = mine.asking(bytearray(mine.secret), fresh)
        assert asking is not None
        mine = asking.replaced(bytearray(mine.secret), fresh) or mine
        assert mine.recognises("0123456789abcdef", hints), number
    assert not mine.recognises("0123456789abcdee", hints)
    assert not theirs.recognises("0123456789abcdef", hints), "its own"


def test_during_a_rotation_either_secret_is_announced_and_recognised() -> None:
    founder, other = found(), found(Role.RESPONDER)
    asking, beside = founder.asking(OLD, NEW), other.with_beside(OLD, NEW, 1)
    assert asking is not None
    assert beside is not None
    for each in (founder, asking.replaced(OLD, NEW)):
        assert each is not None
        assert each.recognises("0123456789abcdef", beside.hints("0123456789abcdef"))
        assert beside.recognises("0123456789abcdef", each.hints("0123456789abcdef"))


def test_no_copy_of_a_secret_is_made_for_hints(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would stay in freed memory, whatever becomes of the device."""
    beside = found(Role.RESPONDER).with_beside(OLD, NEW, 1)
    assert beside is not None
    assert beside.beside is not None
    made_from: list[bytes | bytearray] = []

    def hint_key(secret: bytes | bytearray) -> bytearray:
        made_from.append(secret)
        return bytearray(64)

    monkeypatch.setattr(pairing, "hint_key", hint_key)
    beside.hints("0123456789abcdef")
    beside.recognises("0123456789abcdef", ())
    beside.settled(NEW)
    assert len(made_from) == 3
    assert all(each is beside.beside.secret for each in made_from)


def test_no_hint_key_leads_back_to_a_secret() -> None:
    record = found()
    assert record.hint_keys == [pairing.hint_key(OLD)]
    assert OLD not in record.hint_keys


@pytest.mark.parametrize(
    ("wanted", "taken", "name"),
    [
        ("Kitchen PC", (), "Kitchen PC"),
        ("Kitchen PC", ("Kitchen PC",), "Kitchen PC (2)"),
        ("kitchen pc", ("Kitchen PC", "Kitchen PC (2)"), "kitchen pc (3)"),
        ("\u202eKitchen\n PC", ("KITCHEN PC",), "Kitchen PC (2)"),
        ("\uff2bitchen PC", ("Kitchen PC",), "\uff2bitchen PC (2)"),  # full width K
        ("", (), "Computer"),
        ("é" * 40, ("é" * 30,), "é" * 26 + " (2)"),
    ],
)
def test_nobody_gets_the_name_of_another(wanted: str, taken: tuple[str, ...], name: str) -> None:
    assert unique_name(wanted, taken) == name


# --- what is always accepted ---------------------------------------------------------------------------


def test_what_is_taken_in_a_day_never_exceeds_the_limit() -> None:
    always, now, taken = Always(b"/home", 100), 1000.0, 0
    for _ in range(10):
        taking = always.taking(30, now)
        if taking is not None:
            always, taken = taking, taken + 30
        now += DAY / 20
    assert taken == 90
    assert always.taking(10, 1000.0 + DAY - 1) is not None, "up to the last byte"
    assert always.taking(11, 1000.0 + DAY - 1) is None


def test_a_day_begins_with_what_is_taken_first() -> None:
    first = Always(b"/home", 100).taking(100, 1000.0)
    assert first is not None
    assert first.taking(1, 1000.0 + DAY - 1) is None
    second = first.taking(100, 1000.0 + DAY)
    assert second is not None
    assert second.taking(1, 1000.0 + DAY + DAY - 1) is None
    assert first.taking(101, 1000.0 + 5 * DAY) is None, "never more than the limit at once"


def test_a_clock_that_is_turned_back_gives_nothing_anew() -> None:
    taken = Always(b"/home", 100).taking(60, 1e9)
    assert taken is not None
    assert taken.taking(60, 1000.0) is None
    more = taken.taking(40, 1000.0)
    assert more is not None
    assert more.taking(1, 1000.0 + DAY - 1) is None
    assert more.taking(100, 1000.0 + DAY) is not None, "and its day is over a day later"


@pytest.mark.parametrize(
    ("folder", "most"), [(b"", 1), (b"home", 1), (b"/ho\0me", 1), (b"/" * 4097, 1), (b"/home", 0), (b"/home", 2**53)]
)
def test_what_makes_no_sense_is_never_stored(folder: bytes, most: int) -> None:
    with pytest.raises(ValueError, match="makes no sense"):
        Always(folder, most)
