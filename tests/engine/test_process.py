"""What the engine asks of its process: seen in one of its own, for it cannot be taken back."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.computers import ROOT
from tests.support.node import StartNode, running

PIECES, PIECE = 40, 1 << 20
LEFT = 8 << 10  # KiB that may stay
THREADS, AREAS = 12, 2
TURN = 0.001  # seconds

CHILD = f"""
import ctypes
import sys
import threading
from pathlib import Path
from tests.support.node import StartNode, running

def resident():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))

def as_sessions_do():
    small = []
    for _ in range(2):  # what the library learns from the first time shows in the second one
        before, large = resident(), []
        for _ in range({PIECES}):
            large.append(bytearray({PIECE}))
            large[-1][::4096] = bytes({PIECE} // 4096)
            small.append(bytearray(4000))
        most = resident()
        large.clear()
    print(most - before, resident() - before)

def areas():
    # while many threads hold something
    libc, told, all_there = ctypes.CDLL(None), Path(sys.argv[1], "told"), threading.Barrier({THREADS} + 1)
    libc.fopen.restype = ctypes.c_void_p

    def hold():
        held = bytearray(4000)
        all_there.wait()
        all_there.wait()

    threads = [threading.Thread(target=hold) for _ in range({THREADS})]
    for each in threads:
        each.start()
    all_there.wait()
    file = ctypes.c_void_p(libc.fopen(bytes(told), b"w"))
    libc.malloc_info(0, file)
    libc.fclose(file)
    all_there.wait()
    for each in threads:
        each.join()
    return told.read_text().count("<heap nr=")

with running(StartNode(Path(sys.argv[1]))) as start:
    start()
    thread = threading.Thread(target=as_sessions_do)
    thread.start()
    thread.join()
    print(areas())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="of Linux")
def test_large_pieces_go_back_to_the_system_and_threads_share_few_areas(tmp_path: Path) -> None:
    command = [sys.executable, "-c", CHILD, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    most, left, areas = map(int, done.stdout.split())
    assert most >= PIECES * PIECE >> 10
    assert left < LEFT
    assert areas <= AREAS


def test_a_thread_that_computes_does_not_keep_the_others_waiting_for_long(tmp_path: Path) -> None:
    interval = sys.getswitchinterval()
    sys.setswitchinterval(2 * TURN)
    try:
        with running(StartNode(tmp_path)) as start:
            start()
            assert sys.getswitchinterval() <= TURN
    finally:
        sys.setswitchinterval(interval)
