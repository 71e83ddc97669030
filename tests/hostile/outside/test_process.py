"""The process itself: its surroundings, its input, its limits, and what happens to it from outside."""

import json
import os
import resource
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from desktop_app.protocol import limits
from tests.hostile.outside.running import Running, leave, send_files
from tests.support.hostile_peer import Hangup, Kind, file_end, file_entry, manifest_digest
from tests.support.namespaces import Lan

pytestmark = pytest.mark.network


@pytest.fixture
def own(lan: Lan, tmp_path: Path) -> Iterator[Callable[..., Running]]:
    """Programs of this test alone; each is judged in the end, if it lives."""
    started: list[Running] = []

    def start(*arguments: object, environment: dict[str, str | None] | None = None) -> Running:
        started.append(Running(lan, tmp_path / f"own-{len(started)}", *arguments, environment=environment))
        return started[-1]

    yield start
    for running in started:
        running.program.kill()


# --- case 93: what it finds where its settings should be -----------------------------------------------------------


def corrupt(profile: Path) -> None:
    (profile / "settings.json").write_bytes(b"{" * 100_000)


def nested(profile: Path) -> None:
    (profile / "settings.json").write_bytes(b"[" * 50_000)


def endless(profile: Path) -> None:
    with (profile / "settings.json").open("wb") as file:
        file.truncate(1 << 30)


def of_the_future(profile: Path) -> None:
    (profile / "settings.json").write_text(json.dumps({"version": 99, "name": {"first": "Ada"}, "port": "any"}))


def a_folder(profile: Path) -> None:
    (profile / "settings.json").mkdir()


def a_pipe(profile: Path) -> None:
    os.mkfifo(profile / "settings.json")


def a_loop(profile: Path) -> None:
    (profile / "settings.json").symlink_to("settings.json")


def no_history(profile: Path) -> None:
    (profile / "history.sqlite3").write_bytes(b"SQLite format 3\x00" + os.urandom(8000))
    (profile / "history.sqlite3-wal").write_bytes(os.urandom(8000))


def no_devices(profile: Path) -> None:
    (profile / "devices.json").write_bytes(b"\xff" * 1000)


def strange_journals(profile: Path) -> None:
    folder = profile / "transfers"
    folder.mkdir()
    for number in range(300):
        (folder / f"{number:032x}.in").write_bytes(os.urandom(number * 7))
    (folder / "a.in").mkdir()
    os.mkfifo(folder / "b.in")
    (folder / "c.in").symlink_to("/dev/zero")
    (folder / "d.in").symlink_to("c.in")


PROFILES = [
    corrupt, nested, endless, of_the_future, a_folder, a_pipe, a_loop, no_history, no_devices, strange_journals,
]  # fmt: skip


@pytest.mark.parametrize("found", PROFILES, ids=lambda each: each.__name__.replace("_", " "))
def test_case_093_it_starts_whatever_it_finds(lan: Lan, tmp_path: Path, found: Callable[[Path], None]) -> None:
    profile = tmp_path / "own" / "profile"
    profile.mkdir(parents=True, mode=0o700)
    found(profile)
    running = Running(lan, tmp_path / "own")
    try:
        running.judge()
    finally:
        running.program.kill()


SURROUNDINGS: dict[str, dict[str, str | None]] = {
    "no HOME and no place for its door": {"HOME": None, "XDG_RUNTIME_DIR": None},
    "places that are not there": {"HOME": "/nonexistent", "XDG_RUNTIME_DIR": "/nonexistent", "TMPDIR": "/nonexistent"},
    "a place with a long name and no locale": {"XDG_RUNTIME_DIR": "/run/" + "x" * 200, "LC_ALL": "C"},
    "a locale that there is not": {"LC_ALL": "xx_YY.nothing"},
}


@pytest.mark.parametrize("changes", SURROUNDINGS.values(), ids=SURROUNDINGS.keys())
def test_case_093_it_works_in_strange_surroundings(own: Callable[..., Running], changes: dict[str, str | None]) -> None:
    own(environment=changes).judge()


# --- case 94 --------------------------------------------------------------------------------------------------------


def test_case_094_nothing_of_it_can_be_read_or_dumped(victim: Running) -> None:
    process = Path("/proc", str(victim.program.process.pid))
    assert resource.prlimit(victim.program.process.pid, resource.RLIMIT_CORE)[0] == 0
    for name in ("cmdline", "environ"):
        told = (process / name).read_bytes()
        assert told
        for secret in victim._secrets.values():
            assert secret not in told
            assert secret.hex().encode() not in told


# --- its input and its output ---------------------------------------------------------------------------------------

LINES = {
    "nothing": "",
    "words": "match match accept",
    "an answer to nothing": '{"answer": "accept"}',
    "an answer to another question": '{"answer": "accept", "question": 99999}',
    "an answer with more in it": '{"answer": "accept", "question": 1, "into": "/etc"}',
    "a deep one": "[" * 50_000,
    "a number of many digits": '{"answer": "accept", "question": ' + "9" * 5000 + "}",
    "no text": "\udcff\udcfe",
    "a long one": "x" * 3_000_000,
    "NUL": "\x00",
}


@pytest.mark.parametrize("line", LINES.values(), ids=LINES.keys())
def test_what_it_is_told_and_cannot_understand(victim: Running, line: str) -> None:
    stdin = victim.program.process.stdin
    assert stdin is not None
    stdin.write(line.encode(errors="surrogateescape") + b"\n")
    stdin.flush()


# --- limits of the process ------------------------------------------------------------------------------------------


def test_it_survives_that_there_are_no_descriptors_left(own: Callable[..., Running]) -> None:
    """Whoever comes meanwhile is let in or not; whoever comes afterwards is."""
    running = own()
    process = running.program.process.pid
    for left in (1, 2, 4, 8):
        resource.prlimit(process, resource.RLIMIT_NOFILE, (running.held()[1] + left, 4096))
        strangers = [running.dial() for _ in range(10)]
        with suppress(Hangup, OSError), running.liar() as peer:
            peer.offer(0, ["film"], total=3)
            peer.expect(Kind.ACCEPT)
            send_files(peer, 0, {"film": b"abc"})
            peer.expect(Kind.DONE)
        for stranger in strangers:
            stranger.close()
        resource.prlimit(process, resource.RLIMIT_NOFILE, (4096, 4096))
        running.judge()


def test_it_survives_that_no_file_may_be_large(own: Callable[..., Running]) -> None:
    running = own()
    process, none = running.program.process.pid, resource.RLIM_INFINITY
    resource.prlimit(process, resource.RLIMIT_FSIZE, (1 << 20, none))
    with running.liar() as peer:
        peer.offer(0, ["film"], total=3 << 20)
        peer.expect(Kind.ACCEPT)
        content = os.urandom(1 << 20) * 3
        peer.send(Kind.ENTRIES, 0, [file_entry("film", len(content))])
        for start in range(0, len(content), 1 << 20):
            peer.send_data(0, content[start : start + (1 << 20)])
        peer.send(Kind.FILE_ENDS, 0, 0, [file_end(content)])
        peer.send(Kind.END, 0, manifest_digest([file_entry("film", len(content))], [file_end(content)]))
        assert peer.expect(Kind.FAILED) == [0, 0, 5]
        peer.expect(Kind.DONE)
        leave(peer)
    assert not (running.folder / "film").exists()
    resource.prlimit(process, resource.RLIMIT_FSIZE, (none, none))
    running.judge()


def test_a_device_that_leaves_everything_unfinished_runs_out_of_what_it_may_leave(own: Callable[..., Running]) -> None:
    """Each of them holds descriptors, of which a process has few."""
    running = own()
    before, answers = running.held(), []
    for number in range(limits.UNFINISHED_TRANSFERS + 5):
        with running.liar() as peer:
            peer.offer(0, [f"film {number}"], total=100)
            answers.append(peer.receive()[0])
            if answers[-1] == Kind.ACCEPT:
                peer.send(Kind.ENTRIES, 0, [file_entry(f"film {number}", 100)])
                peer.send_data(0, bytes(50))
    assert answers[0] == Kind.ACCEPT
    assert answers.count(Kind.ACCEPT) <= limits.UNFINISHED_TRANSFERS
    assert answers[-1] == Kind.REFUSE
    assert running.held()[1] < before[1] + 4 * limits.UNFINISHED_TRANSFERS
    running.take_a_file()
