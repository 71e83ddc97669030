"""Small records: as many as an honest peer ever sends pass at once, then the clock decides."""

from desktop_app.protocol import limits
from desktop_app.transport.allowance import Allowance


def test_many_pass_at_once_and_then_as_many_a_second_as_are_allowed() -> None:
    allowance, now = Allowance(100.0), 100.0
    assert {allowance.spend(now) for _ in range(limits.SMALL_RECORDS_AT_ONCE)} == {0.0}
    for _ in range(10 * limits.SMALL_RECORDS_PER_SECOND):
        now += allowance.spend(now)
    assert 9.99 < now - 100.0 < 10.01


def test_what_was_not_used_is_there_again_but_never_more() -> None:
    allowance = Allowance(0.0)
    for _ in range(limits.SMALL_RECORDS_AT_ONCE):
        allowance.spend(0.0)
    assert allowance.spend(0.0) > 0
    assert {allowance.spend(1000.0) for _ in range(limits.SMALL_RECORDS_AT_ONCE)} == {0.0}
    assert allowance.spend(1000.0) > 0
