"""The history: newest first, found by words, forgotten without a trace, shared, and whole after any kill."""

import multiprocessing
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from msgspec.structs import astuple, replace

from desktop_app.errors import AppError, ProfileUnusable
from desktop_app.storage import history as module
from desktop_app.storage.history import History, Row
from desktop_app.storage.history_errors import HistoryReset
from desktop_app.storage.profile import Profile
from desktop_app.storage.spool import Spool, manifest_digest

ROW = Row(
    number=0,
    direction="sending",
    peer="Kitchen PC",
    remembered="",
    method="code compared",
    state="delivered",
    files=3,
    folders=1,
    total=2**53 - 1,
    error_code="",
    sentence="",
    folder="/home/ada/Downloads",
    started_at=1_700_000_000.25,
    ended_at=1_700_000_001.0,
    details="{}",
    receipt="",
    spool="",
)


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile(tmp_path / "profile")


@pytest.fixture
def told() -> list[AppError]:
    return []


@pytest.fixture
def history(profile: Profile, told: list[AppError]) -> Iterator[History]:
    history = History(profile, told.append)
    yield history
    history.close()


def numbers(rows: list[Row]) -> list[int]:
    return [row.number for row in rows]


def spooled(profile: Profile, content: bytes = b"manifest") -> str:
    spool = Spool(profile.receipts)
    spool.append(content)
    spool.finish([])
    return spool.name


def spools(profile: Profile) -> set[str]:
    return {path.name for path in profile.receipts.iterdir()}


# --- looking ---------------------------------------------------------------------------------------------


def test_what_was_added_is_found_as_it_was(history: History) -> None:
    row = replace(ROW, peer="Größe ' \" % _ \u202e", details='{"names": ["x"]}', spool="0" * 32, receipt="{}")
    number = history.add(row, "x")
    assert history.find(number) == replace(row, number=number)
    assert history.find(number + 1) is None
    assert history.find(0) is None


def test_the_newest_come_first_a_page_at_a_time(history: History) -> None:
    added = [history.add(ROW, "") for _ in range(25)]
    pages = [history.page(limit=10)]
    while pages[-1]:
        pages.append(history.page(before=pages[-1][-1].number, limit=10))
    assert [len(page) for page in pages] == [10, 10, 5, 0]
    assert [number for page in pages for number in numbers(page)] == added[::-1]


def test_a_search_finds_parts_of_words_in_any_case(history: History) -> None:
    film = history.add(ROW, "Kitchen PC\nUrlaub in STRASSBURG.mkv\nCafé.txt")
    notes = history.add(ROW, "Ada's laptop\nnotes 100%.txt\na_b")
    for query in ("kitchen", "KITCHEN", "straßburg", "urlaub strass", "pc  mkv", "cafe\u0301"):
        assert numbers(history.page(query)) == [film], query
    for query in ("100%", "a_b", "ada's"):
        assert numbers(history.page(query)) == [notes], query
    assert numbers(history.page("txt")) == numbers(history.page(" ")) == [notes, film]
    for query in ("%", "k%n", "a.b", "kitchen notes", "'; DROP TABLE transfers; --", "\0", "q " * 1000):
        assert numbers(history.page(query)) == ([notes] if query == "%" else []), query


def test_a_search_is_paged_like_the_rest(history: History) -> None:
    added = [history.add(ROW, "even" if number % 2 == 0 else "odd") for number in range(20)]
    first = history.page("even", limit=6)
    rest = history.page("even", before=first[-1].number, limit=6)
    assert numbers(first + rest) == added[::2][::-1]


def test_ever_so_many_names_are_cut(history: History) -> None:
    number = history.add(ROW, "first" + "x" * 2_000_000 + "last")
    assert numbers(history.page("first")) == [number]
    assert history.page("last") == []


def test_a_row_that_makes_no_sense_is_not_shown_as_one(history: History, told: list[AppError]) -> None:
    history.add(ROW, "")
    history._database.run(lambda connection: connection.execute("UPDATE transfers SET files = 'many'"))
    assert history.page() == []
    assert [type(error) for error in told] == [HistoryReset]
    assert "kept as" in told[0].next_step


# --- forgetting ------------------------------------------------------------------------------------------


def test_what_is_removed_leaves_nothing_on_the_disk(history: History, profile: Profile) -> None:
    secret = replace(ROW, peer="Secretive peer", details="secretive details")
    kept_spool, gone_spool = spooled(profile), spooled(profile, b"secretive entries")
    kept = history.add(replace(ROW, spool=kept_spool), "kept")
    gone = history.add(replace(secret, spool=gone_spool), "secretive words")
    assert b"ecretive" in everything(profile)
    history.remove([gone, 12345])
    assert numbers(history.page()) == [kept]
    assert history.page("secretive") == []
    assert spools(profile) == {kept_spool}
    assert b"ecretive" not in everything(profile)


def test_clearing_leaves_nothing_on_the_disk_and_gives_its_room_back(history: History, profile: Profile) -> None:
    for _ in range(200):
        last = history.add(replace(ROW, peer="Secretive peer", details="x" * 5000, spool=spooled(profile)), "secretive")
    assert b"ecretive" in everything(profile)
    history.clear()
    assert history.page() == history.page("secretive") == []
    assert spools(profile) == set()
    assert b"ecretive" not in everything(profile)
    assert len(everything(profile)) < 100_000
    assert history.add(ROW, "") > last, "a number is never used again"


def everything(profile: Profile) -> bytes:
    return b"".join(path.read_bytes() for path in profile.root.rglob("*") if path.is_file())


def test_the_oldest_go_where_there_are_too_many(
    history: History, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ROWS_MAX", 5)
    names = [spooled(profile) for _ in range(7)]
    added = [history.add(replace(ROW, spool=name), "word") for name in names]
    assert numbers(history.page()) == numbers(history.page("word")) == added[:1:-1]
    assert spools(profile) == set(names[2:])


# --- other processes -------------------------------------------------------------------------------------


def _add_many(root: Path, name: str) -> None:
    history = History(Profile(root), lambda _: None)
    for _ in range(50):
        history.add(replace(ROW, peer=name), name)
    history.close()


def test_processes_that_write_at_once_lose_nothing(profile: Profile, history: History, told: list[AppError]) -> None:
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_add_many, args=(profile.root, f"peer{number}")) for number in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
        assert process.exitcode == 0
    for number in range(3):
        assert len(history.page(f"peer{number}", limit=100)) == 50
    assert told == []


_WRITER = """
import sys
from pathlib import Path
from blake3 import blake3
from msgspec.structs import replace
from desktop_app.storage.history import History
from desktop_app.storage.profile import Profile
from desktop_app.storage.spool import Spool
from tests.storage.test_history import ROW

profile = Profile(Path(sys.argv[1]))
history = History(profile, lambda error: print("told", error, flush=True))
count = 0
while True:
    content = str(count).encode() * 5000
    spool = Spool(profile.receipts)
    spool.append(content)
    spool.finish([])
    row = replace(ROW, peer=f"peer {count}", spool=spool.name, receipt=blake3(content).hexdigest())
    number = history.add(row, row.peer)
    print(f"kept {number}", flush=True)
    count += 1
    if count % 3 == 0:
        print(f"removing {number - 1}", flush=True)
        history.remove([number - 1])
        print(f"removed {number - 1}", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills with a signal")
def test_killed_at_any_moment(profile: Profile, told: list[AppError]) -> None:
    """What was said to be kept is there, whole and with its spool; what was said to be gone is gone."""
    random = Random(1)
    answers: dict[str, set[int]] = {"kept": set(), "removing": set(), "removed": set()}
    for _ in range(12):
        with subprocess.Popen(
            [sys.executable, "-c", _WRITER, str(profile.root)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        ) as writer:
            assert writer.stdout is not None
            said = [writer.stdout.readline() for _ in range(random.randrange(1, 12))]
            try:
                writer.wait(random.uniform(0, 0.01))
            except subprocess.TimeoutExpired:
                writer.send_signal(signal.SIGKILL)
            said += writer.stdout.read().splitlines()
            assert writer.wait() == -signal.SIGKILL
        for line in said:
            answer, number = line.split()
            answers[answer].add(int(number))
        history = History(profile, told.append)
        rows = history.page(limit=10_000)
        assert answers["kept"] - answers["removing"] <= set(numbers(rows))
        assert not answers["removed"] & set(numbers(rows))
        for row in rows:
            assert numbers(history.page(row.peer, limit=10_000)).count(row.number) == 1
            assert manifest_digest(profile.receipts / row.spool, 0).hex() == row.receipt
        history.close()
    assert len(answers["kept"]) > 20
    assert answers["removed"]
    assert told == []


# --- the disk says no ------------------------------------------------------------------------------------


def test_a_full_disk_is_told_and_nothing_is_lost(history: History, told: list[AppError]) -> None:
    before = history.add(ROW, "before")
    history._database.run(lambda connection: connection.execute("PRAGMA max_page_count = 6").fetchall())
    with pytest.raises(ProfileUnusable, match="the disk is full"):
        history.add(replace(ROW, details="x" * 100_000), "after")
    assert numbers(history.page()) == numbers(history.page("before")) == [before]
    assert told == []


def test_what_nobody_refers_to_is_tidied_up(
    history: History, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    used, orphan = spooled(profile), spooled(profile)
    history.add(replace(ROW, spool=used), "")
    history.tidy()
    assert spools(profile) == {used, orphan}, "it may be another process's, not yet in the history"
    monkeypatch.setattr("desktop_app.storage.spool._ABANDONED", -1.0)
    history.tidy()
    assert spools(profile) == {used}


def test_a_history_that_was_set_aside_keeps_what_its_receipts_are_made_of(
    history: History, profile: Profile, monkeypatch: pytest.MonkeyPatch, told: list[AppError]
) -> None:
    """Another version of Tallystick may take it up again."""
    monkeypatch.setattr("desktop_app.storage.spool._ABANDONED", -1.0)
    used = spooled(profile)
    history.add(replace(ROW, spool=used), "")
    history._database.run(lambda connection: connection.execute("PRAGMA user_version = 1000"))
    history.close()
    history.add(ROW, "")
    assert [type(error) for error in told] == [HistoryReset]
    history.tidy()
    assert spools(profile) == {used}
    (kept,) = profile.root.glob("history.sqlite3.corrupt-*")
    kept.unlink()
    history.tidy()
    assert spools(profile) == set()


def test_the_columns_are_those_of_a_row(history: History) -> None:
    """A row is written and read by position."""
    columns = history._database.run(lambda connection: connection.execute("SELECT * FROM transfers").description)
    assert tuple(column[0] for column in columns) == Row.__struct_fields__
    assert len(astuple(ROW)) == len(columns)
