"""What others cause: as often as they like at once, then the clock decides."""

from desktop_app.transport.allowance import Allowance

AT_ONCE, PER_SECOND = 200, 50.0


def test_many_pass_at_once_and_then_as_many_a_second_as_are_allowed() -> None:
    allowance, now = Allowance(AT_ONCE, PER_SECOND, 100.0), 100.0
    assert {allowance.spend(now) for _ in range(AT_ONCE)} == {0.0}
    for _ in range(500):
        now += allowance.spend(now)
    assert 109.99 < now < 110.01


def test_what_was_not_used_is_there_again_but_never_more() -> None:
    allowance = Allowance(AT_ONCE, PER_SECOND, 0.0)
    for _ in range(AT_ONCE):
        allowance.spend(0.0)
    assert allowance.spend(0.0) > 0
    assert {allowance.spend(1000.0) for _ in range(AT_ONCE)} == {0.0}
    assert allowance.spend(1000.0) > 0


def test_to_ask_whether_one_is_left_takes_none() -> None:
    allowance = Allowance(1, PER_SECOND, 0.0)
    assert all(allowance.has_one(0.0) for _ in range(10))
    assert allowance.spend(0.0) == 0
    assert not allowance.has_one(0.0)
    assert not allowance.has_one(0.9 / PER_SECOND)
    assert allowance.has_one(1.1 / PER_SECOND)
