"""All transfers that are over, in a database that the window and the command line share.

What it holds of a transfer it does not look into, but for the words that are searched. One thread of a process
uses one `History`; each call raises ProfileUnusable where the disk says no.
"""

import sqlite3
from array import array
from collections.abc import Callable, Collection, Iterable
from typing import Final

import msgspec

from desktop_app.errors import AppError
from desktop_app.storage import private_file, spool
from desktop_app.storage.database import Database, Senseless
from desktop_app.storage.device_record import folded
from desktop_app.storage.history_errors import HistoryReset
from desktop_app.storage.profile import Profile

ROWS_MAX: Final = 250_000  # the oldest go beyond that: a peer may offer and take back as often as it likes
TEXT_MAX: Final = 2048  # characters of a transfer that are searched
_WORDS_MAX: Final = 16
_LAST: Final = 2**63 - 1


class Row(msgspec.Struct, frozen=True, array_like=True):
    """One transfer. Times are seconds since 1970. `details` and `receipt` are the engine's own."""

    number: int  # given by the database and never used again; 0 before that
    direction: str
    peer: str
    remembered: str
    method: str
    state: str
    files: int
    folders: int
    total: int
    error_code: str
    sentence: str
    folder: str
    started_at: float
    ended_at: float
    details: str
    receipt: str
    spool: str  # the file with its entries; empty where there is no receipt


_TABLE: Final = """
CREATE TABLE transfers (
    number INTEGER PRIMARY KEY AUTOINCREMENT, direction TEXT NOT NULL, peer TEXT NOT NULL, remembered TEXT NOT NULL,
    method TEXT NOT NULL, state TEXT NOT NULL, files INTEGER NOT NULL, folders INTEGER NOT NULL,
    total INTEGER NOT NULL, error_code TEXT NOT NULL, sentence TEXT NOT NULL, folder TEXT NOT NULL,
    started_at REAL NOT NULL, ended_at REAL NOT NULL, details TEXT NOT NULL, receipt TEXT NOT NULL, spool TEXT NOT NULL
)"""
# Apart from the rest, so that a search reads little: 100,000 texts in some 10 ms.
_WORDS_TABLE: Final = "CREATE TABLE searched (number INTEGER PRIMARY KEY, text TEXT NOT NULL)"
_SPOOLS_INDEX: Final = "CREATE INDEX spools ON transfers (spool) WHERE spool != ''"
MIGRATIONS: Final = ((_TABLE, _WORDS_TABLE, _SPOOLS_INDEX),)

msgspec.json.Decoder(Row)  # for `convert`: two threads that work out a type at once crash the program
_NEWEST: Final = "SELECT * FROM transfers WHERE number < ? ORDER BY number DESC LIMIT ?"
_EVERY_NUMBER: Final = "SELECT number FROM searched WHERE 1{} ORDER BY number DESC"
_FOUND: Final = (
    "SELECT transfers.* FROM searched CROSS JOIN transfers USING (number) WHERE searched.number < ?{}"
    " ORDER BY searched.number DESC LIMIT ?"
)
_HOLDS_WORD: Final = " AND instr(text, ?)"


class History:
    """`tell` hears that a history was unusable and a new one was begun."""

    def __init__(self, profile: Profile, tell: Callable[[AppError], None]) -> None:
        self._database = Database(
            profile.history, MIGRATIONS, lambda reason, kept: tell(HistoryReset(reason=reason, kept=kept))
        )
        self._path, self._spools = profile.history, profile.receipts

    # --- looking -----------------------------------------------------------------------------------------

    def page(self, query: str = "", before: int | None = None, limit: int = 50) -> list[Row]:
        """At most `limit`, the newest first, of those before number `before` that hold every word of `query`."""
        words = _words(query)
        select = _FOUND.format(_HOLDS_WORD * len(words)) if words else _NEWEST
        return self._select(select, _LAST if before is None else before, *words, limit)

    def numbers(self, query: str = "") -> "array[int]":
        """Of all that hold every word of `query`, the newest first."""
        words = _words(query)
        select = _EVERY_NUMBER.format(_HOLDS_WORD * len(words))
        return self._database.run(
            lambda connection: array("q", (number for (number,) in connection.execute(select, words)))
        )

    def rows(self, numbers: Iterable[int]) -> list[Row]:
        """Those of `numbers` that are in it."""
        return self._select(f"SELECT * FROM transfers WHERE number IN ({', '.join(map(str, numbers))})")  # noqa: S608

    def find(self, number: int) -> Row | None:
        return next(iter(self._select("SELECT * FROM transfers WHERE number = ?", number)), None)

    def lacking(self, numbers: Iterable[int]) -> set[int]:
        """Those of `numbers` that are not in it."""
        asked = set(numbers)
        here = f"SELECT number FROM transfers WHERE number IN ({', '.join(map(str, asked))})"  # noqa: S608
        return asked - self._database.run(lambda connection: {number for (number,) in connection.execute(here)})

    def changed_elsewhere(self) -> bool:
        """Whether another process changed it since this was asked last; False where it was not used yet."""
        return self._database.changed_elsewhere()

    def _select(self, select: str, *values: str | int) -> list[Row]:
        return self._database.run(lambda connection: [_row(each) for each in connection.execute(select, values)])

    # --- changing ----------------------------------------------------------------------------------------

    def add(self, row: Row, words: str) -> int:
        """Durable when this returns its number. `words`: what it is found by."""
        text = folded(words[:TEXT_MAX])
        values = msgspec.structs.astuple(row)[1:]
        insert = f"INSERT INTO transfers VALUES (NULL{', ?' * len(values)})"  # noqa: S608

        def change(connection: sqlite3.Connection) -> tuple[int, list[str]]:
            number = connection.execute(insert, values).lastrowid
            assert number is not None
            connection.execute("INSERT INTO searched VALUES (?, ?)", (number, text))
            return number, _delete(connection, 0, number - ROWS_MAX)

        number, unused = self._database.change(change)
        spool.remove(self._spools, unused)
        return number

    def remove(self, numbers: Iterable[int]) -> None:
        """Nothing of these stays on the disk."""
        chosen = tuple(numbers)
        self._forget(lambda connection: [name for each in chosen for name in _delete(connection, each, each)])

    def clear(self) -> None:
        """Nothing of any stays on the disk."""
        self._forget(lambda connection: _delete(connection, 0, _LAST))
        self._database.run(lambda connection: connection.execute("VACUUM"))
        self._database.empty_log()

    def _forget(self, delete: Callable[[sqlite3.Connection], list[str]]) -> None:
        spool.remove(self._spools, self._database.change(delete))
        self._database.empty_log()

    def holds(self, spool_name: str) -> bool:
        """Whether a transfer with that spool is in it. Raises ProfileUnusable."""
        select = "SELECT 1 FROM transfers WHERE spool = ? LIMIT 1"
        return self._database.run(lambda connection: connection.execute(select, (spool_name,)).fetchone() is not None)

    def tidy(self, written: Collection[str] = ()) -> None:
        """Remove what a killed process left behind. `written`: spools of transfers that are not over.

        Nothing as long as a history that was set aside may speak of it.
        """
        if private_file.was_set_aside(self._path):
            return
        select = "SELECT spool FROM transfers WHERE spool != ''"
        used = self._database.run(lambda connection: {name for (name,) in connection.execute(select)})
        spool.remove_abandoned(self._spools, used.union(written))

    def close(self) -> None:
        """May be used again afterwards."""
        self._database.close()


def _words(query: str) -> list[str]:
    return folded(query).split()[:_WORDS_MAX]


def _delete(connection: sqlite3.Connection, first: int, last: int) -> list[str]:
    """The spools that nobody refers to any more."""
    select = "SELECT spool FROM transfers WHERE number BETWEEN ? AND ? AND spool != ''"
    unused = [name for (name,) in connection.execute(select, (first, last))]
    connection.execute("DELETE FROM transfers WHERE number BETWEEN ? AND ?", (first, last))
    connection.execute("DELETE FROM searched WHERE number BETWEEN ? AND ?", (first, last))
    return unused


def _row(values: tuple[object, ...]) -> Row:
    try:
        return msgspec.convert(values, Row)
    except msgspec.ValidationError as error:
        raise Senseless from error
