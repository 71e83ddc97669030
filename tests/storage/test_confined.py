"""A thread that reaches nothing but its folder: whatever name gets past every rule of ours, the kernel says no."""

import errno
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.errors import FolderUnusable, WriteFailed
from desktop_app.storage import confined, landlock
from desktop_app.storage.confined import Confined
from desktop_app.storage.destination import Destination
from desktop_app.storage.directory import Directory
from tests.storage.receiving import below, make_folder, receive

needs_landlock = pytest.mark.skipif(not landlock.works(), reason="needs Landlock, Linux 5.19 or later")


@pytest.fixture
def hand(save: Path) -> Iterator[Confined]:
    with Directory(str(save)) as root:
        hand = Confined(root)
        hand.start()
        yield hand
        hand.close()


@needs_landlock
def test_it_does_what_it_likes_in_its_folder_and_nothing_elsewhere(hand: Confined, save: Path, outside: Path) -> None:
    def inside() -> None:
        (save / "made").mkdir()
        (save / "made" / "file").write_bytes(b"x")
        (save / "made" / "file").rename(save / "moved")

    hand.run(inside)
    (save / "link").symlink_to(outside)
    tries = {
        "write": lambda: (outside / "precious").write_bytes(b""),
        "create": lambda: (outside / "new").write_bytes(b""),
        "through a link": lambda: (save / "link" / "new").write_bytes(b""),
        "upwards": lambda: Path(f"{save}/../outside/new").write_bytes(b""),
        "folder": lambda: (outside / "new").mkdir(),
        "remove": lambda: (outside / "precious").unlink(),
        "move in": lambda: (outside / "precious").rename(save / "taken"),
        "move out": lambda: (save / "moved").rename(outside / "new"),
        "second name": lambda: os.link(save / "moved", outside / "new"),
        "a link of its own": lambda: (save / "second").symlink_to(outside),
        "read": lambda: (outside / "precious").read_bytes(),
        "run": lambda: os.posix_spawn("/bin/true", ["true"], {}),
    }
    for what, do in tries.items():
        with pytest.raises(OSError) as caught:
            hand.run(do)
        assert caught.value.errno in {errno.EACCES, errno.EXDEV}, what


@needs_landlock
def test_no_other_thread_is_concerned(hand: Confined, tmp_path: Path) -> None:
    hand.run(lambda: None)
    (tmp_path / "new").write_bytes(b"")
    other = threading.Thread(target=lambda: (tmp_path / "newer").write_bytes(b""))
    other.start()
    other.join()
    assert (tmp_path / "newer").exists()


@needs_landlock
def test_what_needs_more_is_done_by_who_waits(hand: Confined, tmp_path: Path) -> None:
    threads = []

    def note() -> int:
        threads.append(threading.current_thread())
        return (tmp_path / "note").write_bytes(b"1")

    def work() -> int:
        threads.append(threading.current_thread())
        return hand.outside(note)

    assert hand.run(work) == 1
    assert threads[0].name == "confined"
    assert threads[1] is threading.current_thread()


@pytest.mark.parametrize("confines", [True, False])
def test_errors_come_to_who_waits(save: Path, confines: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(landlock, "works", lambda: confines and landlock._version() > 0)

    def fail() -> None:
        raise FolderUnusable(path="x", reason="y")

    with Directory(str(save)) as root:
        hand = Confined(root)
        hand.start()
        for do in (fail, lambda: hand.outside(fail), lambda: hand.run(fail)):
            with pytest.raises(FolderUnusable):
                hand.run(do)
        assert hand.run(lambda: "still there") == "still there"
        hand.close()
        hand.close()


def test_a_system_without_it_does_without_and_says_so(save: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object) -> int:
        raise OSError(errno.ENOSYS, "no such call")

    monkeypatch.setattr(landlock, "_call", missing)
    monkeypatch.setattr(landlock, "_version", landlock._version.__wrapped__)
    monkeypatch.setattr(landlock, "works", landlock.works.__wrapped__)
    assert confined.by() == ""
    with Destination(save) as to:
        to.begin(["t"], 0)
        assert not [thread for thread in threading.enumerate() if thread.name == "confined"]
        assert to.commit([receive(to, "t/x", b"x")]) == ()
        to.finish()
    assert below(save) == {"t/x": b"x"}


def test_a_system_that_promises_it_and_fails_receives_nothing(save: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Or the session panel would tell what is not so."""

    def fail(_: int) -> None:
        raise OSError(errno.E2BIG, "too many")

    monkeypatch.setattr(landlock, "works", lambda: True)
    monkeypatch.setattr(landlock, "keep_below", fail)
    with Destination(save) as to, pytest.raises(FolderUnusable):
        to.begin(["t"], 0)
    assert list(save.iterdir()) == []


@needs_landlock
def test_a_received_folder_that_was_moved_out_gets_nothing_more(save: Path, tmp_path: Path) -> None:
    """We hold it open, so without the kernel's help the name would be given where it is now."""
    with Destination(save) as to:
        to.begin(["t"], 0)
        make_folder(to, "t")
        (save / "t").rename(tmp_path / "moved")
        with pytest.raises(FolderUnusable):
            to.commit([receive(to, "t/x", b"x")])
        to.discard()
    assert list((tmp_path / "moved").iterdir()) == []


@needs_landlock
def test_a_name_that_gets_past_every_rule_leads_nowhere(
    save: Path, outside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Directory, "at", lambda _, name: name)
    with Destination(save) as to:
        to.begin(["x"], 0)
        file = receive(to, "x", b"x")
        monkeypatch.setattr(to.folders, "numbered_names", lambda _: iter(["../outside/x"]))
        [failure] = to.commit([file])
        assert isinstance(failure.error, WriteFailed)
        with pytest.raises(WriteFailed):
            make_folder(to, "t")
        to.discard()
    assert below(save) == {}
