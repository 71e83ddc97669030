"""How a device is known, in words that say no more than was proved."""

import time
from dataclasses import replace

import pytest

from desktop_app.events import Method, RecordId, SessionFacts, SessionId
from desktop_app.gui import dates, sizes, trust_text
from desktop_app.gui.plain import isolated
from tests.support.fake_engine import AFTERNOON, DAY, WEEKS_AGO, FakeEngine

RECORD = RecordId("0" * 32)


pytestmark = pytest.mark.usefixtures("same_day")


def facts(method: Method, compared_at: float, remembered: RecordId | None = None) -> SessionFacts:
    engine = FakeEngine()
    engine.find("kitchen", "Kitchen PC")
    engine.verify(SessionId(1), "kitchen")
    found = engine.session(SessionId(1))
    assert found is not None
    return replace(found, method=method, compared_at=compared_at, verified_at=compared_at, remembered=remembered)


@pytest.mark.parametrize(
    ("method", "compared_at", "remembered", "said"),
    [
        (Method.CODE, time.time() - 5, None, "Verified just now"),
        (Method.CODE, time.time() - 5, RECORD, "Remembered, verified just now"),
        (Method.RECORD, WEEKS_AGO, RECORD, f"Remembered, verified {dates.day(WEEKS_AGO)}"),
        (Method.RECORD, time.time() - 5, RECORD, "Remembered, verified today"),
        (Method.CONTINUATION, WEEKS_AGO, None, f"Verified {dates.day(WEEKS_AGO)}"),
        (Method.INVITATION, AFTERNOON, None, "By invitation at 14:02"),
    ],
    ids=["compared now", "compared now and remembered", "remembered", "remembered today", "continued", "invited"],
)
def test_who_asks(method: Method, compared_at: float, remembered: RecordId | None, said: str) -> None:
    assert trust_text.verified(facts(method, compared_at, remembered)) == said


def test_earlier_today_is_said_by_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time", lambda: AFTERNOON + 3600)
    monkeypatch.setattr(dates, "is_today", lambda _: True)
    assert trust_text.verified(facts(Method.CODE, AFTERNOON)) == "Verified at 14:02"
    assert trust_text.verified(facts(Method.CONTINUATION, AFTERNOON)) == "Verified at 14:02"
    assert trust_text.verified(facts(Method.INVITATION, AFTERNOON)) == "By invitation at 14:02"


def test_a_session_that_is_gone_is_still_one_that_was_verified() -> None:
    assert trust_text.verified(None) == "Verified"


@pytest.mark.parametrize(
    ("method", "compared_at", "remembered", "said"),
    [
        (Method.CODE, AFTERNOON, None, "Code compared at 14:02"),
        (Method.CODE, AFTERNOON, RECORD, "Code compared at 14:02, remembered since then"),
        (Method.RECORD, WEEKS_AGO, RECORD, f"Remembered, code compared {dates.day(WEEKS_AGO)}"),
        (Method.CONTINUATION, AFTERNOON, None, "Continued after an interruption; code compared at 14:02"),
        (Method.INVITATION, AFTERNOON, None, "By invitation at 14:02"),
    ],
)
def test_by_what_a_session_was_authenticated(
    method: Method, compared_at: float, remembered: RecordId | None, said: str
) -> None:
    assert trust_text.authenticated(facts(method, compared_at, remembered)) == said


def test_what_is_probable_says_so_first() -> None:
    [kitchen] = FakeEngine().know("Kitchen PC")
    name = isolated("Kitchen PC")
    assert trust_text.probably(kitchen, name) == f"Probably {name}, verified {dates.day(WEEKS_AGO)}"
    assert trust_text.probably_at("10.0.0.1", name) == f"Probably {name} · {isolated('10.0.0.1')}"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (-5, "less than a minute"),
        (59, "less than a minute"),
        (60, "1 min"),
        (3599, "59 min"),
        (DAY + 120, "24 h 2 min"),
    ],
)
def test_ages(seconds: float, said: str) -> None:
    assert sizes.age(seconds) == said
