"""Days in the locales that the app speaks, and how far away they are."""

import pytest
from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

from desktop_app.gui import dates


@pytest.fixture(autouse=True)
def _november(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dates, "_today", lambda: QDate(2026, 11, 25))


def noon(year: int, month: int, day: int) -> float:
    return QDateTime(QDate(year, month, day), QTime(12, 0)).toSecsSinceEpoch()


@pytest.mark.parametrize(
    ("locale", "this_year", "another"),
    [
        ("en_GB", "12 Oct", "3 Feb 2027"),
        ("en_US", "Oct 12", "Feb 3, 2027"),
        ("de_DE", "12. Okt.", "3. Feb. 2027"),
        ("fr_FR", "12 oct.", "3 févr. 2027"),
        ("es_ES", "12 de oct", "3 de feb de 2027"),
        ("ar_EG", "١٢ أكتوبر", "٣ فبراير ٢٠٢٧"),
        ("zh_CN", "10月12日", "2027年2月3日"),
        ("hu_HU", "okt. 12.", "2027. febr. 3."),
    ],
)
def test_a_day_has_its_year_only_where_it_is_another_one(locale: str, this_year: str, another: str) -> None:
    QLocale.setDefault(QLocale(locale))
    assert dates.day(noon(2026, 10, 12)) == this_year.replace(" ", "\N{NO-BREAK SPACE}")
    assert dates.day(noon(2027, 2, 3)) == another.replace(" ", "\N{NO-BREAK SPACE}")


def test_every_locale_of_qt_gives_a_day_and_a_month() -> None:
    """The patterns are taken apart by rule, so no locale may leave something half."""
    for locale in QLocale.matchingLocales(
        QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry
    ):
        QLocale.setDefault(locale)
        digits = {number: locale.toString(number) for number in (12, 2027)}
        assert digits[12] in dates.day(noon(2026, 10, 12)), locale.name()
        assert len(dates.day(noon(2026, 10, 12))) > len(digits[12]), locale.name()
        assert "'" not in dates.day(noon(2026, 10, 12)), locale.name()


@pytest.mark.parametrize(
    ("day", "said"),
    [(25, "today"), (24, "yesterday"), (23, "23\N{NO-BREAK SPACE}Nov"), (26, "26\N{NO-BREAK SPACE}Nov")],
)
def test_lately(day: int, said: str) -> None:
    assert dates.lately(noon(2026, 11, day)) == said
    assert dates.is_today(noon(2026, 11, day)) is (day == 25)


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ((2026, 11, 24), "today"),
        ((2026, 11, 25), "today"),
        ((2026, 11, 26), "tomorrow"),
        ((2027, 2, 22), "in 89 days"),
        ((2030, 1, 1), "in 1,133 days"),
    ],
)
def test_ahead(date: tuple[int, int, int], said: str) -> None:
    assert dates.ahead(noon(*date)) == said
