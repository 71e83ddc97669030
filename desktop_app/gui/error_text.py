"""A typed error, or a finding of a check, as a translated sentence and a next step.

The English words are the templates in `desktop_app.errors` and `desktop_app.discovery.checks.findings`; they are also
the keys of the translation, so a new one is readable here before anybody has translated it.
"""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from desktop_app.errors import AppError, Called, Names, Size, Worded
from desktop_app.gui import phrasing, plain, sizes

_NAMED: Final = 5  # names spelled out in a sentence
_TYPED: Final = frozenset({"port", "other", "version"})  # numbers that people compare or type, with the digits of ASCII


def sentence(told: Worded) -> str:
    """What happened, or what is so."""
    return _filled(told, told.sentence)


def next_step(told: Worded) -> str:
    """What to do about it; may be empty."""
    return _filled(told, told.advice)


def whole(told: Worded) -> str:
    return phrasing.sentences(sentence(told), next_step(told))


class _Foreign(str):
    """A filled-in value whose quotes in a template are typographic, not Python's."""

    __slots__ = ()

    def __repr__(self) -> str:
        return phrasing.quoted(self)


class _Values(dict[str, _Foreign]):
    def __missing__(self, key: str) -> str:
        if key == "peer":
            return QCoreApplication.translate("errors", "the other computer")
        return "?"


def _filled(told: Worded, template: str) -> str:
    if not template:
        return ""
    values = _Values({name: _Foreign(_field(name, value)) for name, value in told.fields.items()})
    context = "errors" if isinstance(told, AppError) else "findings"
    text = QCoreApplication.translate(context, template).format_map(values)
    return text[:1].upper() + text[1:]


def _field(name: str, value: object) -> str:
    if name == "reason":  # what the system or a library said stays as it is
        words = str(value)
        return _value(QCoreApplication.translate("phrases", words))
    if isinstance(value, int) and not isinstance(value, Size) and name not in _TYPED:
        return QLocale().toString(int(value))
    return _value(value)


def _value(value: object) -> str:
    if isinstance(value, Size):
        return sizes.amount(value)
    if isinstance(value, str | Path):
        return plain.isolated(str(value))
    if isinstance(value, Called):
        quoted = phrasing.quoted(plain.isolated(value.name))
        return phrasing.placed(quoted, plain.isolated(value.at)) if value.at else quoted
    if isinstance(value, Names):
        return _names(value)
    if isinstance(value, list | tuple):
        return phrasing.listed(plain.isolated(str(part)) for part in value)
    return plain.visible(str(value))


def _names(names: Names) -> str:
    """The first few: a peer decides how many there are."""
    shown = phrasing.listed(phrasing.quoted(plain.isolated(name)) for name in names[:_NAMED])
    if len(names) <= _NAMED:
        return shown
    more = len(names) - _NAMED
    text = QCoreApplication.translate("errors", "{names} and {count} more", "", more)
    return text.format(names=shown, count=QLocale().toString(more))
