"""One file of sqlite3, mode 0600, that several processes may use: opened when needed, brought to the present version,
and set aside as a whole where anything in it makes no sense.
"""

import contextlib
import os
import sqlite3
import stat
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final, TypeVar

import filelock

from desktop_app.errors import ProfileUnusable, phrase
from desktop_app.storage import disk_errors, private_file

BUSY_SECONDS: Final = 5.0
_BUSY: Final = phrase("another Tallystick keeps it busy")
_NO_SENSE: Final = phrase("its content makes no sense")
_REASONS: Final = {
    sqlite3.SQLITE_FULL: phrase("the disk is full"),
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_READONLY: phrase("permission denied"),
    sqlite3.SQLITE_PERM: phrase("permission denied"),
    sqlite3.SQLITE_CANTOPEN: phrase("it cannot be opened"),
    sqlite3.SQLITE_IOERR: phrase("the disk reported an error"),
}
_SENSELESS: Final = frozenset({
    sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT,
    sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISMATCH,  # other tables than ours, or other keys
})  # fmt: skip
# FULL: what was written is there after a power cut, too. Deleted content is overwritten and never in a temporary file.
_PRAGMAS: Final = ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON", "temp_store = MEMORY")

T = TypeVar("T")
Statements = Sequence[str]


class Senseless(Exception):
    """The content of the database is not what was written, for the reason given."""

    def __init__(self, reason: str = _NO_SENSE) -> None:
        super().__init__(reason)


class Database:
    """For one thread."""

    def __init__(self, path: Path, migrations: Sequence[Statements], on_reset: Callable[[str, Path], None]) -> None:
        """`migrations`: what leads from each version to the next. `on_reset` hears why a file was set aside, and where
        it is now."""
        self._path, self._migrations, self._on_reset = path, migrations, on_reset
        self._between_processes = filelock.FileLock(path.with_suffix(".lock"), timeout=BUSY_SECONDS, mode=0o600)
        self._connection: sqlite3.Connection | None = None
        self._seen: tuple[int, int] | None = None  # which file the connection is to
        self._known: tuple[object, ...] = ()  # of which file, the changes by others

    def run(self, do: Callable[[sqlite3.Connection], T]) -> T:
        """`do`, once more where it found nonsense and the file was set aside. Raises ProfileUnusable."""
        try:
            try:
                return do(self._open())
            except (Senseless, sqlite3.DatabaseError) as error:
                if (why := _why_senseless(error)) is None:
                    raise
                self._set_aside(why)
                return do(self._open())
        except (Senseless, sqlite3.Error) as error:
            self.close()
            raise self._unusable(_reason(error)) from error
        except OSError as error:
            self.close()
            raise self._unusable(disk_errors.reason(error)) from error

    def change(self, do: Callable[[sqlite3.Connection], T]) -> T:
        """As `run`: all of `do`, durably, or nothing of it."""

        def transaction(connection: sqlite3.Connection) -> T:
            with _transaction(connection):
                return do(connection)

        return self.run(transaction)

    def empty_log(self) -> None:
        """What was deleted is not in the write-ahead log either."""
        self.run(lambda connection: connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall())

    def changed_elsewhere(self) -> bool:
        """Whether somebody else changed it, or replaced the file, since this was asked last or it was opened.

        Opens nothing that was not open. Raises ProfileUnusable.
        """
        if self._connection is None:
            return False
        before, self._known = self._known, self.run(self._changes)
        return before != self._known

    def close(self) -> None:
        """May be used again afterwards."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with contextlib.suppress(sqlite3.Error):
                connection.close()

    def _open(self) -> sqlite3.Connection:
        """The connection to the file that has the name now."""
        if self._connection is not None and self._seen == _identity(self._path):
            return self._connection
        self.close()
        with self._locked():
            if _identity(self._path) is None:
                _index(self._path).unlink(missing_ok=True)  # a process that still has the old file goes on using it
                os.close(os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
            status = self._path.stat()
            self._seen = (status.st_dev, status.st_ino)
            if not stat.S_ISREG(status.st_mode):
                raise Senseless(phrase("it is not a file"))
            if private_file.others_may_read(status):
                self._path.chmod(0o600)
            self._connection = connection = sqlite3.connect(self._path, timeout=BUSY_SECONDS, isolation_level=None)
            for pragma in _PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
            self._migrate(connection)
        if connection.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
            raise Senseless  # now, before anything is written into it
        self._known = self._changes(connection)
        return connection

    def _changes(self, connection: sqlite3.Connection) -> tuple[object, ...]:
        [(version,)] = connection.execute("PRAGMA data_version")
        return self._seen, version

    def _migrate(self, connection: sqlite3.Connection) -> None:
        """Nobody else does so meanwhile. Writes only where it has to: a full disk, too, can be read."""
        [(version,)] = connection.execute("PRAGMA user_version")
        if version > len(self._migrations):
            raise Senseless(phrase("it is from another version of Tallystick"))
        if version == len(self._migrations):
            return
        with _transaction(connection):
            for statements in self._migrations[version:]:
                for statement in statements:
                    connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {len(self._migrations)}")

    def _set_aside(self, reason: str) -> None:
        """Unless another process was faster."""
        self.close()
        with self._locked():
            if self._seen != _identity(self._path):
                return
            kept = private_file.set_aside(self._path)
            if kept == self._path:
                raise Senseless(reason)
            with contextlib.suppress(OSError):
                _log(self._path).rename(_log(kept))
        self._on_reset(reason, kept)

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        try:
            self._between_processes.acquire()
        except filelock.Timeout as error:
            raise self._unusable(_BUSY) from error
        try:
            yield
        finally:
            self._between_processes.release()

    def _unusable(self, reason: str) -> ProfileUnusable:
        return ProfileUnusable(path=str(self._path), reason=reason)


@contextlib.contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _why_senseless(error: Exception) -> str | None:
    """None where the content is not to blame."""
    if isinstance(error, Senseless):
        return str(error)
    if isinstance(error, sqlite3.ProgrammingError):
        return None
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_FORMAT)  # without one: text that is no text
    return _NO_SENSE if code & 0xFF in _SENSELESS else None


def _reason(error: Exception) -> str:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return _REASONS.get(code) or _why_senseless(error) or phrase("the database does not work")


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return status.st_dev, status.st_ino


def _log(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _index(path: Path) -> Path:
    """Of the log, in memory that all who have the file open share."""
    return path.with_name(f"{path.name}-shm")
