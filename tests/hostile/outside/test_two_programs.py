"""Two programs on a cable, and what befalls one of them, its disk or the cable while the other looks on."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.protocol import limits
from tests.end2end.programs import Program, compared
from tests.support.namespaces import Lan
from tests.support.oracle import resident
from tests.transfer.trees import film

pytestmark = pytest.mark.network

FAULTY_DISK = Path(__file__).parents[2] / "support" / "faulty_disk.c"
PORT = 47480


class Two:
    """`there` receives into `folder` and takes everything; `here` sends."""

    def __init__(self, lan: Lan, root: Path) -> None:
        self._lan, self._root = lan, root
        self.folder = root / "received"
        self.folder.mkdir()
        self.programs: list[Program] = []

    def receive(self, *arguments: object, **environment: str) -> Program:
        there = Program(
            self._root / "profile-there", "--port", PORT, "receive", "--into", self.folder, *arguments,
            host=self._lan.hosts[0], env=os.environ | environment,
        )  # fmt: skip
        self.programs.append(there)
        there.until("listening")
        return there

    def send(self, path: Path) -> Program:
        address = f"{self._lan.hosts[0].address}:{PORT}"
        here = Program(self._root / "profile-here", "send", path, "--to", address, host=self._lan.hosts[1])
        self.programs.append(here)
        return here


@pytest.fixture
def two(lan: Lan, tmp_path: Path) -> Iterator[Two]:
    two = Two(lan, tmp_path)
    yield two
    for program in two.programs:
        program.kill()


def begun(here: Program, there: Program) -> None:
    compared(here, there)
    while there.until("progress")["bytes"] == 0:
        pass


@pytest.mark.parametrize("killed", ["the one who called", "the one who was called"])
def test_case_038_whoever_is_killed_at_the_code_is_not_verified(two: Two, killed: str) -> None:
    there = two.receive("--accept", "all")
    here = two.send(Path(__file__))
    for program in (here, there):
        program.until("code")
    dies, lives = (here, there) if killed == "the one who called" else (there, here)
    lives.answer("match")
    dies.process.kill()
    failed = lives.until("failed", "verified")
    assert failed["event"] == "failed"
    assert failed["code"] == "comparison-unfinished"
    assert list(two.folder.iterdir()) == []


def test_case_049_a_receiver_that_stands_still_costs_the_sender_no_memory(two: Two, tmp_path: Path) -> None:
    """For as long as both wait for each other; a peer that is silent for longer is gone (`a_silent_peer`)."""
    there = two.receive("--accept", "all", "--once")
    here = two.send(film(tmp_path / "film", 1 << 30))
    begun(here, there)
    before = resident(here.process.pid)
    os.kill(there.process.pid, signal.SIGSTOP)
    try:
        time.sleep(1)
        assert resident(here.process.pid) - before < 32 * limits.MIB
        assert here.process.poll() is None
    finally:
        os.kill(there.process.pid, signal.SIGCONT)
    assert (here.ends(), there.ends()) == (0, 0)
    assert (two.folder / "film").stat().st_size == 1 << 30


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_case_092_a_receiver_that_has_to_end_tells_and_keeps_what_it_has(
    two: Two, tmp_path: Path, number: signal.Signals
) -> None:
    there = two.receive("--accept", "all")
    here = two.send(film(tmp_path / "film"))
    begun(here, there)
    there.process.send_signal(number)
    assert there.ends() == 128 + number
    assert here.until("paused", "failed")["event"] == "paused"
    assert [path.name for path in two.folder.iterdir() if not path.name.startswith(".tallystick-partial-")] == []
    assert list(two.folder.glob(".tallystick-partial-*/*"))


def test_case_084_a_cable_that_loses_much_only_takes_longer(two: Two, lan: Lan, tmp_path: Path) -> None:
    """Every twentieth packet each way; what there is of delay, `tests/end2end/test_slow_line.py` and relays have."""
    content = os.urandom(8 << 20)
    (tmp_path / "film").write_bytes(content)
    lan.hold_back("ip protocol tcp numgen random mod 100 < 5 drop")
    try:
        there = two.receive("--accept", "all", "--once")
        here = two.send(tmp_path / "film")
        compared(here, there)
        assert (here.ends(), there.ends()) == (0, 0)
    finally:
        lan.let_pass()
    assert (two.folder / "film").read_bytes() == content
    seen = [event["bytes"] for event in there.events if event["event"] == "progress"]
    assert seen == sorted(seen)


# --- the disk ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def faulty_disk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library that comes between a program and its disk."""
    compiler = shutil.which("cc")
    if compiler is None:
        pytest.skip("needs a C compiler")
    library = tmp_path_factory.mktemp("faulty") / "faulty_disk.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, FAULTY_DISK, "-ldl"], check=True)
    return library


@pytest.mark.parametrize("fault", ["sync EIO 1", "write EIO 2", "rename EIO 3"])  # the first two try the disk
def test_case_071_a_disk_that_fails_once_has_not_got_the_file(
    two: Two, faulty_disk: Path, tmp_path: Path, fault: str
) -> None:
    """What could not be made durable is a failure, and is not asked for again as if it could be."""
    for number in range(3):
        (tmp_path / "album").mkdir(exist_ok=True)
        (tmp_path / "album" / f"{number}").write_bytes(os.urandom(2 << 20))
    there = two.receive("--accept", "all", "--once", LD_PRELOAD=str(faulty_disk), FAULTY=fault)
    here = two.send(tmp_path / "album")
    compared(here, there)
    codes = here.ends(), there.ends()
    failures = [event for event in there.events if event["event"] == "failed"]
    assert codes == (7, 7), str(failures)
    assert {each["code"] for each in failures[0]["failures"]} == {"write-failed"}
    failed = {each["path"] for each in failures[0]["failures"]}
    arrived = {f"album/{path.name}": path.read_bytes() for path in (two.folder / "album").iterdir()}
    assert failed
    assert failed.isdisjoint(arrived)
    for path, content in arrived.items():
        assert content == (tmp_path / path).read_bytes()
    assert not list(two.folder.glob(".*"))


def remove(folder: Path) -> None:
    shutil.rmtree(folder)


def replace_by_a_file(folder: Path) -> None:
    folder.rename(folder.with_name("moved"))
    folder.write_bytes(b"mine")


def replace_by_a_link(folder: Path) -> None:
    folder.rename(folder.with_name("moved"))
    folder.symlink_to(folder.with_name("elsewhere"))


@pytest.mark.parametrize("deed", [remove, replace_by_a_file, replace_by_a_link])
def test_case_070_a_folder_that_goes_away_meanwhile_is_told(
    two: Two, tmp_path: Path, deed: Callable[[Path], None]
) -> None:
    (tmp_path / "elsewhere").mkdir()
    there = two.receive("--accept", "all")
    here = two.send(film(tmp_path / "film"))
    begun(here, there)
    deed(two.folder)
    ended = there.until("paused", "failed", "delivered")
    assert ended["event"] != "delivered"
    assert ended["code"] in {"folder-unusable", "write-failed", "waits-for-peer"}, ended
    assert here.until("paused", "failed", "delivered")["event"] != "delivered"
    assert list((tmp_path / "elsewhere").iterdir()) == []
