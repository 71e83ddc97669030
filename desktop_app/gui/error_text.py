"""A typed error as a translated sentence and a next step.

The English words are the templates in `desktop_app.errors`; they are also the keys of the
translation, so a new error is readable here before anybody has translated it.
"""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from desktop_app.errors import AppError, Names, Size
from desktop_app.gui import plain, sizes

_NAMED: Final = 5  # names spelled out in a sentence


def sentence(error: AppError) -> str:
    """What happened."""
    return _filled(error, error.sentence)


def next_step(error: AppError) -> str:
    """What to do about it; may be empty."""
    return _filled(error, error.advice)


def whole(error: AppError) -> str:
    return f"{sentence(error)} {next_step(error)}".strip()


class _Foreign(str):
    """A filled-in value whose quotes in a template are typographic, not Python's."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"“{self}”"


class _Values(dict[str, _Foreign]):
    def __missing__(self, key: str) -> str:
        if key == "peer":
            return QCoreApplication.translate("errors", "the other computer")
        return "?"


def _filled(error: AppError, template: str) -> str:
    if not template:
        return ""
    values = _Values({name: _Foreign(_value(value)) for name, value in error.fields.items()})
    text = QCoreApplication.translate("errors", template).format_map(values)
    return text[:1].upper() + text[1:]


def _value(value: object) -> str:
    if isinstance(value, Size):
        return sizes.amount(value)
    if isinstance(value, str | Path):
        return plain.isolated(str(value))
    if isinstance(value, Names):
        return _names(value)
    if isinstance(value, list | tuple):
        return ", ".join(plain.isolated(str(part)) for part in value)
    return plain.visible(str(value))


def _names(names: Names) -> str:
    """The first few: a peer decides how many there are."""
    shown = ", ".join(f"“{plain.isolated(name)}”" for name in names[:_NAMED])
    if len(names) <= _NAMED:
        return shown
    return QCoreApplication.translate("errors", "{names} and {count} more").format(
        names=shown, count=QLocale().toString(len(names) - _NAMED)
    )
