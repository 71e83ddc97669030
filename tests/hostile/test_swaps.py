"""Somebody on this computer swaps folders for links, moves, deletes and replaces them, while files arrive: nothing is
written elsewhere, and nothing that is called delivered is half."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from desktop_app.events import OfferReceived, State, TransferId
from desktop_app.storage import directory, received_folders
from desktop_app.storage.names import PARTIAL_PREFIX
from tests.support import ledger
from tests.support.node import Node, StartNode, verify
from tests.support.swapper import exchange
from tests.transfer.trees import write

SWAPS = 10_000

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="exchanges two names in one step")


@pytest.fixture
def outside(tmp_path: Path) -> Iterator[Path]:
    """Whatever happens, this is as it was: content, inodes, modes, times."""
    folder = tmp_path / "outside"
    write(folder / "precious", b"precious")
    write(folder / "folder" / "inner", b"inner")
    (folder / "read only").write_bytes(b"read only")
    (folder / "read only").chmod(0o400)
    before = snapshot(folder)
    yield folder
    assert snapshot(folder) == before


def snapshot(folder: Path) -> dict[str, object]:
    def seen(path: Path) -> object:
        status = path.lstat()
        content = path.read_bytes() if stat.S_ISREG(status.st_mode) else sorted(path.iterdir())
        return status.st_ino, status.st_mode, status.st_mtime_ns, status.st_ctime_ns, status.st_nlink, content

    return {str(path): seen(path) for path in (folder, *folder.rglob("*"))}


class Swapping:
    def __init__(self, folder: Path, outside: Path) -> None:
        command = [sys.executable, "-m", "tests.support.swapper", str(folder), str(outside), "1"]
        root = Path(__file__).parents[2]
        self.process = subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self.process.stdout is not None
        os.set_blocking(self.process.stdout.fileno(), False)
        self.swaps = 0

    def look(self) -> int:
        """How many swaps there were so far."""
        assert self.process.stdout is not None
        assert self.process.poll() is None
        self.swaps += 100 * len(self.process.stdout.read() or b"")
        return self.swaps

    def stop(self) -> None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        assert self.process.wait(30) == 0
        self.process.stdout.close()


def an_album(folder: Path) -> dict[str, bytes]:
    """Content by file name, which is unique."""
    contents = dict[str, bytes]()
    for number in range(120):
        inner = folder / f"{number % 10}" / f"{number % 3}"
        path = inner / f"file {number}"
        write(path, contents.setdefault(path.name, os.urandom(number * 40)))
    write(folder / "film", contents.setdefault("film", os.urandom(3 << 20)))
    return contents


def received(root: Path) -> Iterator[Path]:
    """Every file under a final name, wherever it was carried off to."""
    for folder, folders, files in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(PARTIAL_PREFIX)]
        yield from (Path(folder, name) for name in files if not Path(folder, name).is_symlink())


@pytest.mark.skipif(not directory.HAS_DESCRIPTORS, reason="needs descriptors of directories")
@pytest.mark.timeout(180)
def test_case_068_folders_are_swapped_for_links_ten_thousand_times(
    start_node: StartNode, tmp_path: Path, outside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(received_folders, "HANDLES", 2)  # they are opened again and again
    a, b = start_node("Ada's laptop"), start_node("Kitchen PC")
    session, _ = verify(a, b)
    contents = an_album(tmp_path / "album")
    ledger.written(b"decoy")
    states = set()
    swapping = Swapping(b.folder, outside)
    try:
        while swapping.look() < SWAPS or State.DELIVERED not in states:
            state = sent(a, b, tmp_path / "album")
            states.add(state)
    finally:
        swapping.stop()
    assert states - {State.DELIVERED}, "nobody noticed any of it"
    whole = [
        path
        for path in (*received(b.folder), *received(b.folder.with_name(b.folder.name + ".stolen")))
        if path.name != "decoy" and not path.parent.name.startswith(PARTIAL_PREFIX) and not path.name.isdecimal()
    ]
    assert whole, "all of what came through is gone"
    for path in whole:
        assert path.read_bytes() == contents[path.name.partition(" (")[0]], path
    assert a.facts(session).keys_destroyed_at is None
    assert sent(a, b, tmp_path / "album") is State.DELIVERED


def sent(a: Node, b: Node, source: Path) -> State:
    """Whatever becomes of it. What cannot be accepted just now is asked again."""
    number: TransferId = a.engine.send([source], a.connected())
    while not a.transfer(number).state.final:
        with suppress(AssertionError):
            b.engine.accept(b.wait_for(OfferReceived, timeout=0.05).transfer.id)
    return a.finished(number).state


def test_case_068_the_folder_itself_is_swapped_for_a_link_after_accept(
    start_node: StartNode, tmp_path: Path, outside: Path
) -> None:
    a, b = start_node("Ada's laptop"), start_node("Kitchen PC")
    verify(a, b)
    an_album(tmp_path / "album")
    link = tmp_path / "link"
    link.symlink_to(outside)
    states = set()
    for _ in range(5):
        number = a.engine.send([tmp_path / "album"], a.connected())
        b.engine.accept(b.wait_for(OfferReceived).transfer.id)
        a.wait_state(number, State.MOVING, State.FINISHING, State.DELIVERED)
        while not a.transfer(number).state.final:
            exchange(b.folder, link)
            exchange(b.folder, link)
        states.add(a.finished(number).state)
    assert states - {State.DELIVERED}, "nobody noticed any of it"
