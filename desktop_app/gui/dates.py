"""Days as people say them, in their own locale: Qt knows only dates with a year."""

import re
from typing import Final

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

_PIECES: Final = re.compile(r"'(?:[^']|'')*'|d+|M+|y+|[^dMy']+")
_WEEKDAY: Final = 3  # ddd or dddd


def day(seconds: float) -> str:
    """12 Oct; with the year where it is not this one."""
    date = _date(seconds)
    wanted = "dM" if date.year() == _today().year() else "dMy"
    pattern = _pattern(QLocale().dateFormat(QLocale.FormatType.LongFormat), wanted)
    return QLocale().toString(date, pattern).replace(" ", "\N{NO-BREAK SPACE}")


def lately(seconds: float) -> str:
    """today, yesterday, 12 Oct: for the end of a sentence."""
    match _date(seconds).daysTo(_today()):
        case 0:
            return QCoreApplication.translate("dates", "today")
        case 1:
            return QCoreApplication.translate("dates", "yesterday")
        case _:
            return day(seconds)


def is_today(seconds: float) -> bool:
    return _date(seconds) == _today()


def ahead(seconds: float) -> str:
    """in 89 days."""
    days = _today().daysTo(_date(seconds))
    if days <= 0:
        return QCoreApplication.translate("dates", "today")
    if days == 1:
        return QCoreApplication.translate("dates", "tomorrow")
    return QCoreApplication.translate("dates", "in {count} days", "", days).format(count=QLocale().toString(days))


def _date(seconds: float) -> QDate:
    return QDateTime.fromSecsSinceEpoch(int(seconds)).date()


def _today() -> QDate:
    return QDate.currentDate()


def _pattern(long_format: str, wanted: str) -> str:
    """The locale's long format from its first wanted part to its last, with short months: "d MMM"."""
    pieces = _PIECES.findall(long_format)
    parts = [place for place, piece in enumerate(pieces) if piece[0] in wanted and not _is_weekday(piece)]
    last = parts[-1]
    kept = ["MMM" if piece == "MMMM" else piece for piece in pieces[parts[0] : last + 1] if not _is_weekday(piece)]
    after = pieces[last + 1] if last + 1 < len(pieces) else ""
    closing = re.match(r"[^\s,،'(]*", after)  # the sign for "day" or "year" in Chinese, the dot in Hungarian
    return "".join(kept) + (closing.group() if closing is not None else "")


def _is_weekday(piece: str) -> bool:
    return piece[0] == "d" and len(piece) >= _WEEKDAY
