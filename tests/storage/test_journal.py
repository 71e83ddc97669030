"""What was said survives; what was half said is not believed; one process has it."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.errors import ProfileUnusable
from desktop_app.storage.directory import Directory
from desktop_app.storage.journal import Journal, read

RECORDS = [b"begun", b"", b"x" * 100_000]
TAKE = "import sys; from pathlib import Path; from desktop_app.storage.journal import Journal; "


def written(path: Path) -> Path:
    journal = Journal.create(path)
    for record in RECORDS:
        journal.append(record, durable=record == b"begun")
    journal.close()
    return path


def taken(path: Path) -> tuple[Journal, list[bytes]]:
    found = Journal.take(path)
    assert found is not None
    return found


def test_it_says_what_was_said_and_goes_on(tmp_path: Path) -> None:
    path = written(tmp_path / "transfers" / "a.in")
    journal, records = taken(path)
    assert records == RECORDS
    journal.append(b"more")
    journal.close()
    assert list(read(path)) == [*RECORDS, b"more"]
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)


@pytest.mark.parametrize("lost", [1, 5, 99_999, 100_011])
def test_a_torn_end_is_cut_off(tmp_path: Path, lost: int) -> None:
    path = written(tmp_path / "a.in")
    path.write_bytes(path.read_bytes()[:-lost])
    journal, records = taken(path)
    assert records == RECORDS[:2]
    journal.append(b"more")
    journal.close()
    assert list(read(path)) == [*RECORDS[:2], b"more"]


def test_case_074_what_is_behind_a_changed_record_is_not_believed(tmp_path: Path) -> None:
    path = written(tmp_path / "a.in")
    content = bytearray(path.read_bytes())
    content[13] ^= 1
    path.write_bytes(content)
    assert list(read(path)) == []


def test_one_process_has_it(tmp_path: Path) -> None:
    path = written(tmp_path / "a.in")
    look = [sys.executable, "-c", TAKE + "sys.exit(Journal.take(Path(sys.argv[1])) is None)", str(path)]
    journal, _ = taken(path)
    assert subprocess.run(look, check=False).returncode == 1
    journal.close()
    assert subprocess.run(look, check=False).returncode == 0
    assert Journal.take(tmp_path / "b.in") is None


def test_it_takes_nothing_of_anybody(tmp_path: Path) -> None:
    path = tmp_path / "a.in"
    path.write_bytes(b"mine")
    with pytest.raises(ProfileUnusable):
        Journal.create(path)
    assert path.read_bytes() == b"mine"
    assert list(tmp_path.iterdir()) == [path]


def test_its_name_is_durable_with_the_first_durable_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr(Directory, "sync", lambda each: seen.append(each.path))
    journal = Journal.create(tmp_path / "a.in")
    journal.append(b"begun")
    assert seen == []
    for _ in range(2):
        journal.append(b"more", durable=True)
    journal.close()
    assert seen == [str(tmp_path.resolve())]
