"""Nothing that people see and do is forgotten: each state has a test that brings it about, and a picture."""

from screenshots import STATES

from tests.gui.experience import REAL, Row, places, rows

PLACES = places()


def test_each_state_and_promise_has_tests_that_there_are() -> None:
    assert [row.what for row in rows() if not row.tests] == []
    assert [test for row in rows() for test in row.tests if not PLACES[test]] == [], "no such test"
    assert [test for row in rows() for test in row.tests if len(PLACES[test]) > 1] == [], "which of them?"


def test_each_picture_is_of_a_state_and_each_that_is_named_is_drawn() -> None:
    drawn = {state.__name__ for state in STATES}
    named = {picture for row in rows() for picture in row.pictures}
    assert sorted(named - drawn) == [], "no such picture"
    assert sorted(drawn - named) == [], "of no state"


def test_each_state_is_reached_over_real_engines_or_it_is_said_why_not() -> None:
    states = [row for row in rows() if row.pictures]
    assert [row.what for row in states if not row.played and not _real(row)] == [], "not reached, and not explained"
    assert [row.what for row in rows() if row.played and (_real(row) or not row.pictures)] == [], "needs no reason"


def _real(row: Row) -> bool:
    return any(place.startswith(REAL) for test in row.tests for place in PLACES[test])
