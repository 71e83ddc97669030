"""Names at the top of an offer, and what comes under them."""

from collections.abc import Iterable

from desktop_app.events import Contents
from desktop_app.protocol.manifest import Entry, EntryKind
from desktop_app.protocol.top_names import TopName, TopNames


def a_file(name: str, size: int = 0) -> TopName:
    return TopName(name, EntryKind.FILE, 1, size)


def a_folder(name: str, files: int = 0, size: int = 0) -> TopName:
    return TopName(name, EntryKind.FOLDER, files, size)


def contents(*items: TopName, folders: int = 0, programs: int = 0) -> Contents:
    """`folders`: in all, where there are more than these."""
    tops = TopNames(items)
    folders = max(folders, tops.folders)
    return Contents(tops.names, tops.files, folders, tops.total, programs, items=tops)


def of_entries(entries: Iterable[Entry]) -> TopNames:
    """What an honest sender of these would offer."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.top_name, []).append(entry)
    return TopNames(_top_name(name, below) for name, below in found.items())


def _top_name(name: str, entries: list[Entry]) -> TopName:
    if [(entry.path, entry.kind) for entry in entries] == [(name, EntryKind.FILE)]:
        return a_file(name, entries[0].size)
    files = sum(entry.kind is EntryKind.FILE for entry in entries)
    return a_folder(name, files, sum(entry.size for entry in entries))
