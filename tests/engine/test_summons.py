"""One window for each profile: who it is, and how it hears of those who come after it."""

import os
import socket
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from desktop_app.engine import summons
from desktop_app.engine.door import places
from desktop_app.engine.summons import Summons, SummonsDoor
from desktop_app.errors import OpenAlready
from desktop_app.storage.claim import Claim
from desktop_app.storage.profile import Profile

PATIENCE = 20.0
Heard = list[Summons]

pytestmark = pytest.mark.skipif(os.name != "posix", reason="looks at sockets in a directory")


@pytest.fixture
def profile(home: Path) -> Profile:
    return Profile(home / "profile")


@pytest.fixture
def heard() -> Heard:
    return []


@pytest.fixture
def door(profile: Profile, heard: Heard) -> Iterator[SummonsDoor]:
    def hear(summons: Summons) -> bool:
        heard.append(summons)
        return True

    door = SummonsDoor(profile, hear)
    yield door
    door.close()


def test_the_first_is_the_window_and_a_later_start_hands_over(
    profile: Profile, door: SummonsDoor, heard: Heard, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first = summons.claim(profile, [])
    assert first is not None
    assert heard == []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "token of the desktop")
    odd = Path(os.fsdecode(b"/tmp/not text \xff"))
    assert summons.claim(profile, [Path("thesis.pdf"), odd]) is None
    assert heard == [Summons((tmp_path / "thesis.pdf", odd), "token of the desktop")], "its folder is not ours"
    first.give_up()
    first.give_up()
    last = summons.claim(profile, [])
    assert last is not None
    last.give_up()


def test_a_start_at_login_disturbs_no_window_that_is_there(profile: Profile, door: SummonsDoor, heard: Heard) -> None:
    first = summons.claim(profile, [])
    assert first is not None
    assert summons.claim(profile, [], quietly=True) is None
    assert heard == []
    first.give_up()


def test_profiles_are_apart(home: Path, profile: Profile, door: SummonsDoor, heard: Heard) -> None:
    first, other = summons.claim(profile, []), summons.claim(Profile(home / "other"), [])
    assert first is not None
    assert other is not None
    first.give_up()
    other.give_up()
    assert heard == []


def test_more_paths_than_one_request_takes(profile: Profile, door: SummonsDoor, heard: Heard) -> None:
    paths = [Path("/tmp", f"{number:05}", "x" * 200) for number in range(8000)]
    assert summons.summon(profile, paths)
    assert len(heard) > 1
    assert [path for each in heard for path in each.paths] == paths


def test_a_window_that_does_not_come_is_told(profile: Profile) -> None:
    """It is about to end, or hangs."""
    door = SummonsDoor(profile, lambda _summons: False)
    first = summons.claim(profile, [])
    assert first is not None
    with pytest.raises(OpenAlready):
        summons.claim(profile, [], patience=0.2)
    first.give_up()
    door.close()


def test_a_window_that_ends_is_followed_by_the_start_that_waited(profile: Profile) -> None:
    called = threading.Event()

    def busy(_summons: Summons) -> bool:
        called.set()
        return False

    first = summons.claim(profile, [])
    assert first is not None
    door = SummonsDoor(profile, busy)
    with ThreadPoolExecutor(1) as later:
        follower = later.submit(_claimed_and_given_up, profile)
        assert called.wait(PATIENCE)
        door.close()
        first.give_up()
        assert follower.result(PATIENCE)


def _claimed_and_given_up(profile: Profile) -> bool:
    taken = summons.claim(profile, [], patience=PATIENCE)
    if taken is not None:
        taken.give_up()
    return taken is not None


STARTER = """
import sys, threading
from pathlib import Path
from desktop_app.engine import summons
from desktop_app.storage.profile import Profile
profile, name = Profile(Path(sys.argv[1])), sys.argv[2]
sys.stdin.readline()
claim = summons.claim(profile, [Path("/", name)])
if claim is None:
    print("handed over", flush=True)
    sys.exit()
came = []
enough = threading.Event()
def hear(summons):
    came.extend(path.name for path in summons.paths)
    if len(came) == int(sys.argv[3]) - 1: enough.set()
    return True
door = summons.SummonsDoor(profile, hear)
enough.wait(20)
door.close()
print("window", name, *sorted(came), flush=True)
"""


def test_of_several_at_once_one_is_the_window_and_hears_of_all_others(profile: Profile) -> None:
    count = 6
    command = [sys.executable, "-c", STARTER, str(profile.root)]
    starts = [
        subprocess.Popen([*command, str(number), str(count)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for number in range(count)
    ]
    for start in starts:
        assert start.stdin is not None
        start.stdin.write("go\n")
        start.stdin.flush()
    said = [start.communicate(timeout=PATIENCE)[0].strip() for start in starts]
    (window,) = (line for line in said if line != "handed over")
    assert window.split()[0] == "window"
    assert sorted(window.split()[1:]) == [str(number) for number in range(count)]


def test_what_a_killed_window_left_is_no_obstacle(profile: Profile) -> None:
    killed = subprocess.Popen(
        [sys.executable, "-c", STARTER, str(profile.root), "0", "2"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert killed.stdin is not None
    killed.stdin.write("go\n")
    killed.stdin.flush()
    wait_for(lambda: summons.summon(profile) if _doors(profile) else False)
    killed.kill()
    killed.communicate(timeout=PATIENCE)
    assert len(_doors(profile)) == 1
    taken = summons.claim(profile, [])
    assert taken is not None
    taken.give_up()


def test_nobody_else_comes_in(profile: Profile, door: SummonsDoor) -> None:
    (path,) = _doors(profile)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert _claimed_and_given_up(profile)
    assert stat.S_IMODE((profile.root / "window.lock").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "request_", [b"", b"null", b"{}", b'{"paths": ["/tmp"]}', b'{"paths": [1], "token": ""}', b'{"token": "\x80"}']
)
def test_nonsense_calls_nobody(
    profile: Profile, door: SummonsDoor, heard: Heard, request_: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    (path,) = _doors(profile)
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(PATIENCE)
        line.connect(str(path))
        line.sendall(len(request_).to_bytes(4, "big") + request_)
        assert line.recv(1) == b""
    assert heard == []
    assert not caplog.records


def test_where_no_door_can_be_opened_the_window_opens_all_the_same(
    profile: Profile, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(summons, "_places", lambda _profile: [Path("/proc/nowhere")])
    door = SummonsDoor(profile, lambda _summons: True)
    assert not door.is_open
    door.close()


def test_a_disk_without_locks_is_no_obstacle(profile: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    claim = Claim(profile)

    def no_locks(**_: object) -> None:
        raise NotImplementedError("FileSystem does not appear to support flock")

    monkeypatch.setattr(claim._lock, "acquire", no_locks)
    assert claim.take()


def _doors(profile: Profile) -> list[Path]:
    return [path for place in places(profile, "-window") if place.is_dir() for path in place.iterdir()]


def wait_for(condition: Callable[[], bool]) -> None:
    ticks = threading.Event()
    for _ in range(int(PATIENCE / 0.02)):
        if condition():
            return
        ticks.wait(0.02)
    raise AssertionError("it did not happen")
