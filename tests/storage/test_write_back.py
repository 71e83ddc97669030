"""Early write-back: hints on a thread of their own, and no descriptor used after it was given back."""

import os
import threading
from pathlib import Path

import pytest

from desktop_app.storage import system_calls
from desktop_app.storage.write_back import WriteBack

Hint = tuple[int, int, int]


class Disk:
    """Stands in for the call that blocks while a disk is busy."""

    def __init__(self) -> None:
        self.hints: list[Hint] = []
        self.called = threading.Semaphore(0)
        self.ready = threading.Semaphore(0)

    def start_writing_back(self, descriptor: int, offset: int, length: int) -> None:
        self.hints.append((descriptor, offset, length))
        self.called.release()
        assert self.ready.acquire(timeout=10)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    disk = Disk()
    monkeypatch.setattr(system_calls, "start_writing_back", disk.start_writing_back)
    return disk


def test_a_busy_disk_holds_up_nobody_and_gets_the_rest_at_once(disk: Disk) -> None:
    hints = WriteBack()
    hints.begin(7, 0, 10)
    assert disk.called.acquire(timeout=10)
    for end in (20, 30, 40):
        hints.begin(7, end - 10, end)
    disk.ready.release(2)
    assert disk.called.acquire(timeout=10)
    hints.settle()
    hints.close()
    assert disk.hints == [(7, 0, 10), (7, 10, 30)]


def test_settling_forgets_what_waits_and_waits_for_what_runs(disk: Disk) -> None:
    hints = WriteBack()
    hints.begin(7, 0, 10)
    assert disk.called.acquire(timeout=10)
    hints.begin(7, 10, 20)
    settled = threading.Event()

    def settle() -> None:
        hints.settle()
        settled.set()

    settling = threading.Thread(target=settle)
    settling.start()
    assert not settled.wait(0.1)
    disk.ready.release()
    assert settled.wait(10)
    settling.join()
    hints.close()
    hints.close()
    assert disk.hints == [(7, 0, 10)]


def test_a_real_file(tmp_path: Path) -> None:
    hints = WriteBack()
    with (tmp_path / "file").open("wb", buffering=0) as file:
        file.write(os.urandom(1 << 20))
        hints.begin(file.fileno(), 0, 1 << 20)
        hints.settle()
    hints.close()
    hints.begin(-1, 0, 1)  # after the end nothing is begun
    assert not [thread for thread in threading.enumerate() if thread.name == "write-back"]
