"""The door for other programs on this computer: whose it is, who can hang it, and what it leaves behind."""

import contextlib
import os
import signal
import socket
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.transport import local_door
from desktop_app.transport.local_door import ANSWER_MAX, REQUEST_MAX, Answer, LocalDoor, ask_all

pytestmark = pytest.mark.skipif(os.name != "posix", reason="looks at sockets in a directory")

PATIENCE = 20.0
HERE = os.getpid()


@pytest.fixture
def place() -> Path:
    """Of a path as short as people's are."""
    return Path(os.environ["XDG_RUNTIME_DIR"]) / "doors"


@pytest.fixture
def door(place: Path) -> Iterator[LocalDoor]:
    """It says what it hears, backwards."""
    door = LocalDoor([place], lambda request: request[::-1])
    yield door
    door.close()


def doors(place: Path) -> list[Path]:
    return sorted(place.iterdir())


@contextlib.contextmanager
def caller(place: Path) -> Iterator[socket.socket]:
    """One who speaks without manners."""
    (path,) = doors(place)
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(PATIENCE)
        line.connect(str(path))
        yield line


def is_hung_up(line: socket.socket) -> bool:
    try:
        return line.recv(1) == b""
    except ConnectionError:
        return True


def test_an_answer(place: Path, door: LocalDoor) -> None:
    for request in (b"abc", b"", b"x" * REQUEST_MAX):
        assert ask_all([place], request) == [Answer(HERE, request[::-1])]


def test_only_its_owner_can_come_in(place: Path, door: LocalDoor) -> None:
    (path,) = doors(place)
    assert stat.S_IMODE(place.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_ISSOCK(path.stat().st_mode)


def test_a_big_answer_comes_whole(place: Path) -> None:
    big = os.urandom(ANSWER_MAX)
    door = LocalDoor([place], lambda _request: big)
    try:
        assert ask_all([place], b"") == [Answer(HERE, big)]
    finally:
        door.close()


def test_an_answer_that_is_too_big_is_none(place: Path) -> None:
    door = LocalDoor([place], lambda _request: bytes(ANSWER_MAX + 1))
    try:
        assert ask_all([place], b"") == [Answer(HERE, None)]
    finally:
        door.close()


def test_several_doors_of_one_process_and_of_others(place: Path) -> None:
    first, second = LocalDoor([place], lambda _: b"first"), LocalDoor([place], lambda _: b"second")
    try:
        assert {answer.content for answer in ask_all([place], b"")} == {b"first", b"second"}
        assert ask_all([place], b"", process=HERE + 1) == []
        first.close()
        assert ask_all([place], b"", process=HERE) == [Answer(HERE, b"second")]
    finally:
        first.close()
        second.close()


def test_closing_leaves_nothing(place: Path, door: LocalDoor) -> None:
    door.close()
    door.close()
    assert doors(place) == []
    assert ask_all([place], b"x") == []
    assert ask_all([place / "nowhere"], b"x") == []


@pytest.mark.parametrize("taken", [False, True])
def test_closing_ends_the_thread(place: Path, taken: bool) -> None:
    door = LocalDoor([place], lambda _: b"")
    (thread,) = (thread for thread in threading.enumerate() if thread.name == "door")
    assert ask_all([place], b"") == [Answer(HERE, b"")], "it waits for the next"
    with caller(place) if taken else contextlib.nullcontext():
        door.close()
        thread.join(PATIENCE)
    assert not thread.is_alive()


# --- those who would hang it ----------------------------------------------------------------------------


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local_door, "CALLER_SECONDS", 0.3)


def trickle(line: socket.socket, gone: threading.Event) -> None:
    """A request that grows by a byte before any single read could lose its patience."""
    with contextlib.suppress(OSError):
        line.sendall(REQUEST_MAX.to_bytes(4, "big"))
        while not gone.wait(0.05):
            line.sendall(b"x")


@pytest.mark.parametrize("first", [b"", b"\x00\x00", b"\x00\x00\x00\x09half"])
def test_a_caller_that_says_nothing_or_half_is_cut(impatient: None, place: Path, door: LocalDoor, first: bytes) -> None:
    with caller(place) as line:
        line.sendall(first)
        assert is_hung_up(line)
    assert ask_all([place], b"abc") == [Answer(HERE, b"cba")]


def test_a_caller_that_trickles_is_cut(impatient: None, place: Path, door: LocalDoor) -> None:
    gone = threading.Event()
    with caller(place) as line:
        thread = threading.Thread(target=trickle, args=(line, gone))
        thread.start()
        try:
            assert is_hung_up(line)
        finally:
            gone.set()
            thread.join(PATIENCE)


def test_a_caller_that_does_not_read_is_cut(impatient: None, place: Path) -> None:
    door = LocalDoor([place], lambda request: bytes(ANSWER_MAX) if request == b"big" else b"small")
    try:
        with caller(place) as line:
            line.sendall(b"\x00\x00\x00\x03big")
            deadline = time.monotonic() + PATIENCE
            while ask_all([place], b"") != [Answer(HERE, b"small")]:
                assert time.monotonic() < deadline, "it takes the time of others for ever"
    finally:
        door.close()


@pytest.mark.parametrize(
    "garbage",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        (REQUEST_MAX + 1).to_bytes(4, "big") + bytes(REQUEST_MAX + 1),
        b"\xff\xff\xff\xff" + b"\x7f" * 8,  # a length of eight bytes
        b"\xff\xff\xff\xfe",
    ],
)
def test_garbage_and_too_much_is_no_request(place: Path, garbage: bytes) -> None:
    heard: list[bytes] = []

    def answer(request: bytes) -> bytes:
        heard.append(request)
        return b"yes"

    door = LocalDoor([place], answer)
    try:
        with caller(place) as line, contextlib.suppress(ConnectionError):
            line.sendall(garbage)
            line.shutdown(socket.SHUT_WR)
            line.recv(1)
        assert all(len(request) <= REQUEST_MAX and request in garbage for request in heard)
        assert ask_all([place], b"abc") == [Answer(HERE, b"yes")]
    finally:
        door.close()


def test_one_who_is_turned_away_gets_no_answer(place: Path) -> None:
    door = LocalDoor([place], lambda request: b"yes" if request == b"please" else None)
    try:
        assert ask_all([place], b"rude") == [Answer(HERE, None)]
        assert ask_all([place], b"please") == [Answer(HERE, b"yes")]
    finally:
        door.close()


def test_a_mistake_while_answering_does_not_close_the_door(place: Path, caplog: pytest.LogCaptureFixture) -> None:
    def answer(request: bytes) -> bytes:
        if not request:
            raise KeyError(" ".join(("what", "was", "asked")))  # a log quotes lines of the program
        return request

    door = LocalDoor([place], answer)
    try:
        assert ask_all([place], b"") == [Answer(HERE, None)]
        assert "answering at the door failed: KeyError" in caplog.text
        assert "what was asked" not in caplog.text
        assert ask_all([place], b"x") == [Answer(HERE, b"x")]
    finally:
        door.close()


# --- other processes ----------------------------------------------------------------------------------------

KEEP_OPEN = """
import sys
from pathlib import Path
from desktop_app.transport.local_door import LocalDoor
door = LocalDoor([Path(sys.argv[1])], lambda request: b"from elsewhere")
print("open", flush=True)
sys.stdin.read()
door.close()
"""

Elsewhere = Callable[[], "subprocess.Popen[bytes]"]


@pytest.fixture
def elsewhere(place: Path) -> Iterator[Elsewhere]:
    """A process with a door there."""
    started: list[subprocess.Popen[bytes]] = []

    def start() -> "subprocess.Popen[bytes]":
        process = subprocess.Popen(
            [sys.executable, "-c", KEEP_OPEN, str(place)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        started.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == b"open\n"
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def test_what_a_killed_process_leaves_is_removed(
    monkeypatch: pytest.MonkeyPatch, place: Path, elsewhere: Elsewhere
) -> None:
    process = elsewhere()
    assert ask_all([place], b"") == [Answer(process.pid, b"from elsewhere")]
    process.kill()
    process.wait()
    assert ask_all([place], b"") == []
    assert len(doors(place)) == 1, "it might just not listen yet"
    monkeypatch.setattr(local_door, "_BORN_SECONDS", -1.0)
    assert ask_all([place], b"") == []
    assert doors(place) == []


def test_opening_a_door_removes_what_others_left(
    monkeypatch: pytest.MonkeyPatch, place: Path, elsewhere: Elsewhere
) -> None:
    monkeypatch.setattr(local_door, "_BORN_SECONDS", -1.0)
    killed, lives = elsewhere(), elsewhere()
    killed.kill()
    killed.wait()
    door = LocalDoor([place], lambda _: b"here")
    try:
        deadline = time.monotonic() + PATIENCE
        while len(doors(place)) > 2:
            assert time.monotonic() < deadline
            time.sleep(0.01)
        assert {answer.process for answer in ask_all([place], b"")} == {HERE, lives.pid}
    finally:
        door.close()


def test_a_process_that_was_stopped_is_silent_and_holds_nobody_up(
    monkeypatch: pytest.MonkeyPatch, place: Path, elsewhere: Elsewhere
) -> None:
    process = elsewhere()
    process.send_signal(signal.SIGSTOP)
    monkeypatch.setattr(local_door, "CALLER_SECONDS", 0.02)
    for _ in range(2 * local_door._BACKLOG):  # more than find a place before its door
        assert ask_all([place], b"") == [Answer(process.pid, None)]


# --- where it can be ------------------------------------------------------------------------------------------


def test_the_first_place_that_will_do(place: Path, tmp_path: Path) -> None:
    (tmp_path / "open").mkdir(mode=0o755)
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path)
    too_long = place.parent / ("x" * 100)
    nowhere = tmp_path / "no" / "where"
    bad = [tmp_path / "open", tmp_path / "file", tmp_path / "link", too_long, nowhere]
    door = LocalDoor([*bad, place], lambda _: b"here")
    try:
        assert len(doors(place)) == 1
        assert ask_all([*bad, place], b"") == [Answer(HERE, b"here")]
    finally:
        door.close()
    with pytest.raises(OSError):
        LocalDoor(bad, lambda _: b"")


def test_a_place_where_everybody_may_write_is_no_place(place: Path) -> None:
    place.parent.chmod(0o777)
    with pytest.raises(PermissionError):
        LocalDoor([place], lambda _: b"")
    place.parent.chmod(0o700)


def test_what_is_no_door_is_left_alone(monkeypatch: pytest.MonkeyPatch, place: Path, door: LocalDoor) -> None:
    monkeypatch.setattr(local_door, "_BORN_SECONDS", -1.0)
    (place / "4711-file").touch()
    with socket.socket(socket.AF_UNIX) as other:
        other.bind(str(place / "no-number"))
    assert ask_all([place], b"a") == [Answer(HERE, b"a")]
    assert {path.name for path in place.iterdir()} >= {"4711-file", "no-number"}
