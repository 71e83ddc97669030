"""No case of the list is forgotten: each has a test with its number, or a reason."""

from tests.hostile.cases import CASES, IN_PART, UNTRIED, tried


def test_each_number_has_a_test_or_a_reason() -> None:
    assert list(CASES) == list(range(1, 101))
    found = set(tried())
    assert sorted(CASES.keys() - found - UNTRIED.keys()) == [], "neither tried nor explained"
    assert sorted(found - CASES.keys()) == [], "no such case"
    assert sorted(found & UNTRIED.keys()) == [], "tried all the same"
    assert UNTRIED.keys() | IN_PART.keys() <= CASES.keys()
    assert not UNTRIED.keys() & IN_PART.keys()
