"""How a language quotes and lists what is not its own, and puts one sentence after another."""

from collections.abc import Iterable
from functools import reduce

from PySide6.QtCore import QCoreApplication, QLocale


def quoted(shown: str) -> str:
    return QCoreApplication.translate("phrasing", "“{words}”").format(words=shown)


def placed(what: str, where: str) -> str:
    return QCoreApplication.translate("phrasing", "{what} ({where})").format(what=what, where=where)


def listed(parts: Iterable[str]) -> str:
    return QCoreApplication.translate("phrasing", ", ").join(parts)


def and_more(name: str, more: int) -> str:
    """The first of several, and how many there are besides."""
    text = QCoreApplication.translate("phrasing", "{name} and {count} more", "", more)
    return text.format(name=name, count=QLocale().toString(more))


def sentences(*each: str) -> str:
    """One after the other; empty ones are left out. Chinese has no space between them."""
    pair = QCoreApplication.translate("phrasing", "{first} {second}")
    said = [sentence for sentence in each if sentence]
    return reduce(lambda first, second: pair.format(first=first, second=second), said) if said else ""
