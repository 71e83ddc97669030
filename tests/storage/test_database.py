"""A file of sqlite3: private, brought to the present version, set aside when senseless, and honest about the disk."""

import os
import sqlite3
import stat
import threading
from collections.abc import Callable
from pathlib import Path

import filelock
import pytest

from desktop_app.errors import ProfileUnusable
from desktop_app.storage import database
from desktop_app.storage.database import Database, Senseless
from tests.support.disks import MakeDisk

FIRST = ("CREATE TABLE notes (text TEXT NOT NULL)",)
SECOND = ("ALTER TABLE notes ADD COLUMN colour TEXT NOT NULL DEFAULT 'white'", "CREATE INDEX colours ON notes (colour)")


class Notes(Database):
    """The smallest user of one."""

    def __init__(self, path: Path, *migrations: tuple[str, ...]) -> None:
        self.resets: list[tuple[str, Path]] = []
        super().__init__(path, migrations or (FIRST,), lambda reason, kept: self.resets.append((reason, kept)))

    def add(self, text: str) -> None:
        self.change(lambda connection: connection.execute("INSERT INTO notes (text) VALUES (?)", (text,)))

    def all(self) -> list[str]:
        return self.run(lambda connection: [text for (text,) in connection.execute("SELECT text FROM notes")])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notes.sqlite3"


def written(path: Path, *texts: str) -> None:
    """By an earlier run that closed it in order."""
    notes = Notes(path)
    for text in texts:
        notes.add(text)
    notes.close()


def test_it_is_private_in_all_its_files(path: Path) -> None:
    notes = Notes(path)
    notes.add("x")
    modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir()}
    notes.close()
    assert {"notes.sqlite3", "notes.sqlite3-wal", "notes.lock"} <= set(modes)
    assert set(modes.values()) == {0o600}


def test_what_others_could_read_they_no_longer_can(path: Path) -> None:
    written(path, "x")
    path.chmod(0o644)
    notes = Notes(path)
    assert notes.all() == ["x"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    notes.close()


def test_a_change_is_there_for_the_next_run_whole_or_not_at_all(path: Path) -> None:
    notes = Notes(path)

    def half(connection: sqlite3.Connection) -> None:
        connection.execute("INSERT INTO notes VALUES ('half')")
        raise KeyError

    with pytest.raises(KeyError):
        notes.change(half)
    notes.add("whole")
    assert notes.resets == []
    notes.close()
    again = Notes(path)
    assert again.all() == ["whole"]
    again.close()


def test_each_version_is_brought_to_the_next_and_keeps_what_it_had(path: Path) -> None:
    written(path, "old")
    notes = Notes(path, FIRST, SECOND)
    rows = notes.run(lambda connection: list(connection.execute("SELECT * FROM notes")))
    assert rows == [("old", "white")]
    assert notes.run(lambda connection: list(connection.execute("PRAGMA user_version"))) == [(2,)]
    notes.close()
    again = Notes(path, FIRST, SECOND)
    assert again.all() == ["old"]
    assert again.resets == []
    again.close()


def test_a_step_to_the_next_version_that_fails_changes_nothing(path: Path) -> None:
    written(path, "old")
    broken = Notes(path, FIRST, ("ALTER TABLE notes ADD COLUMN colour TEXT", "INSERT INTO nothing VALUES (1)"))
    with pytest.raises(ProfileUnusable):
        broken.all()
    [(_, kept)] = broken.resets
    with sqlite3.connect(kept) as looked_at:
        assert list(looked_at.execute("SELECT * FROM notes")) == [("old",)]
    looked_at.close()


def other_tables(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE somebody (elses TEXT)")
        other.execute("PRAGMA user_version = 1")
    other.close()


def later_version(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA user_version = 2")
    other.close()


def in_place(make: Callable[[Path], None]) -> Callable[[Path], None]:
    def replace(path: Path) -> None:
        path.unlink()
        make(path)

    return replace


def overwritten(at: int, with_what: bytes) -> Callable[[Path], None]:
    def damage(path: Path) -> None:
        content = bytearray(path.read_bytes())
        content[at : at + len(with_what)] = with_what
        path.write_bytes(content)

    return damage


DAMAGES: dict[str, Callable[[Path], object]] = {
    "cut in the middle": lambda path: os.truncate(path, path.stat().st_size // 2 + 7),
    "no header": overwritten(0, bytes(16)),
    "noise in the tables": overwritten(4096, b"\xa5" * 4096),
    "noise in the schema": overwritten(100, b"\xa5" * 3000),
    "text": lambda path: path.write_text("not a database, but long enough to look like one\n" * 100),
    "somebody else's tables": other_tables,
    "from a later version": later_version,
    "a folder": in_place(Path.mkdir),
}
if hasattr(os, "mkfifo"):
    DAMAGES["a pipe"] = in_place(os.mkfifo)


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_what_makes_no_sense_is_set_aside_told_and_replaced_by_a_new_one(
    path: Path, damage: Callable[[Path], object]
) -> None:
    written(path, "old")
    damage(path)
    notes = Notes(path)
    notes.add("new")
    assert notes.all() == ["new"]
    [(reason, kept)] = notes.resets
    assert reason
    assert kept.exists()
    assert kept.name.startswith("notes.sqlite3.corrupt-")
    notes.close()
    again = Notes(path)
    assert again.all() == ["new"]
    assert again.resets == []
    again.close()


def test_damage_under_an_open_connection_is_noticed(path: Path) -> None:
    """Beyond what is in memory, that is."""
    notes = Notes(path)
    notes.add("x" * 10_000_000)
    notes.close()
    assert len(notes.run(lambda connection: list(connection.execute("PRAGMA user_version")))) == 1
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    path.write_bytes(content)
    assert notes.all() == []
    assert len(notes.resets) == 1
    notes.close()


def test_the_log_goes_with_what_is_set_aside(path: Path) -> None:
    """What was not yet in the file itself can still be rescued."""
    notes = Notes(path)
    other = Notes(path)
    assert other.all() == []  # and keeps it open, so that the log is not emptied at our end
    notes.add("in the log")

    def senseless(connection: sqlite3.Connection) -> None:
        if not notes.resets:
            raise Senseless

    notes.run(senseless)
    [(_, kept)] = notes.resets
    for each in (notes, other):
        each.close()
    with sqlite3.connect(kept) as looked_at:
        assert list(looked_at.execute("SELECT text FROM notes")) == [("in the log",)]
    looked_at.close()


def test_the_log_of_a_file_that_is_gone_is_not_read_into_the_new_one(path: Path) -> None:
    notes = Notes(path)
    notes.add("deleted by the person")
    log = path.with_name("notes.sqlite3-wal").read_bytes()
    notes.close()
    path.unlink()
    path.with_name("notes.sqlite3-wal").write_bytes(log)
    again = Notes(path)
    assert again.all() == []
    assert again.resets == []
    again.close()


def test_the_index_of_a_file_that_is_gone_is_not_shared_with_the_new_one(path: Path) -> None:
    """Another process may still have the old one open."""
    old, new = Notes(path), Notes(path)
    old.add("deleted by the person")
    index = path.with_name("notes.sqlite3-shm")
    before = index.stat().st_ino
    path.unlink()
    assert new.all() == []
    assert index.stat().st_ino != before
    new.close()
    old.close()


def test_a_file_that_was_replaced_meanwhile_is_used_from_then_on(path: Path) -> None:
    notes = Notes(path)
    notes.add("before")
    path.rename(path.with_name("moved"))
    assert notes.all() == []
    notes.add("after")
    assert notes.all() == ["after"]
    notes.close()


def test_changes_by_others_are_noticed_and_own_ones_are_not(path: Path) -> None:
    notes, other = Notes(path), Notes(path)
    assert not notes.changed_elsewhere()
    assert not path.exists()  # asking opens nothing
    notes.add("mine")
    assert not notes.changed_elsewhere()
    other.add("yours")
    assert notes.changed_elsewhere()
    assert not notes.changed_elsewhere()
    path.unlink()
    other.close()
    written(path, "another file")
    assert notes.changed_elsewhere()
    assert notes.all() == ["another file"]
    assert not notes.changed_elsewhere()
    notes.close()


def test_of_two_that_find_nonsense_one_sets_it_aside(path: Path) -> None:
    written(path, "old")
    first, second = Notes(path), Notes(path)
    assert first.all() == second.all() == ["old"]

    def senseless(connection: sqlite3.Connection) -> str:
        if first.resets:
            return "sense"
        first._set_aside("the first was faster")
        raise Senseless

    assert second.run(senseless) == "sense"
    assert (len(first.resets), len(second.resets)) == (1, 0)
    first.close()
    second.close()


def test_what_stays_senseless_is_told_once_and_not_tried_for_ever(path: Path) -> None:
    notes = Notes(path)

    def senseless(connection: sqlite3.Connection) -> None:
        raise Senseless("it never makes sense")

    with pytest.raises(ProfileUnusable, match="it never makes sense"):
        notes.run(senseless)
    assert len(notes.resets) == 1
    notes.add("and it still works")
    assert notes.all() == ["and it still works"]
    notes.close()


# --- the disk says no ----------------------------------------------------------------------------------------


def test_a_full_disk_is_told_and_loses_nothing(path: Path) -> None:
    notes = Notes(path)
    notes.add("before")
    notes.run(lambda connection: connection.execute("PRAGMA max_page_count = 4").fetchall())
    with pytest.raises(ProfileUnusable, match="the disk is full"):
        notes.add("x" * 100_000)
    assert notes.all() == ["before"]
    assert notes.resets == []
    notes.close()


def test_one_that_another_process_keeps_busy_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(path, "before")
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    notes, other = Notes(path), sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(ProfileUnusable, match="another Tallystick keeps it busy"):
        notes.add("x")
    other.execute("ROLLBACK")
    other.close()
    notes.add("after")
    assert notes.all() == ["before", "after"]
    notes.close()


def test_one_that_another_process_is_changing_can_be_looked_at(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(path, "before")
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    notes, other = Notes(path), sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert notes.all() == ["before"]
    other.execute("ROLLBACK")
    other.close()
    notes.close()


@pytest.mark.disks
def test_what_is_on_a_full_disk_can_be_looked_at(make_disk: MakeDisk) -> None:
    path = make_disk(mib=1) / "notes.sqlite3"
    notes = Notes(path)
    with pytest.raises(ProfileUnusable, match="the disk is full"):  # noqa: PT012
        while True:
            notes.add("x" * 10_000)
    assert set(notes.all()) == {"x" * 10_000}
    assert notes.resets == []
    notes.close()


def test_one_that_another_process_is_opening_for_ever_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    with (
        filelock.FileLock(path.with_suffix(".lock")),
        pytest.raises(ProfileUnusable, match="another Tallystick keeps it busy"),
    ):
        Notes(path).all()


def test_a_folder_that_is_none_is_told(path: Path) -> None:
    path.write_text("in the way")
    with pytest.raises(ProfileUnusable):
        Notes(path / "notes.sqlite3").all()


def test_it_belongs_to_one_thread(path: Path) -> None:
    """A second one is a bug of ours and does not cost the person the file."""
    notes = Notes(path)
    notes.add("x")
    caught: list[BaseException] = []

    def elsewhere() -> None:
        try:
            notes.all()
        except ProfileUnusable as error:
            caught.append(error)

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert caught
    assert notes.resets == []
    assert notes.all() == ["x"]
    notes.close()
