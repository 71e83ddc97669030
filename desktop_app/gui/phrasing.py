"""How a language quotes and lists what is not its own."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication


def quoted(shown: str) -> str:
    return QCoreApplication.translate("phrasing", "“{words}”").format(words=shown)


def placed(what: str, where: str) -> str:
    return QCoreApplication.translate("phrasing", "{what} ({where})").format(what=what, where=where)


def listed(parts: Iterable[str]) -> str:
    return QCoreApplication.translate("phrasing", ", ").join(parts)
