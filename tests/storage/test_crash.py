"""A receiver that is killed at any moment: every file under a final name is complete."""

import hashlib
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.storage.names import PARTIAL_PREFIX

_RECEIVER = """
import hashlib, sys
from pathlib import Path
from desktop_app.protocol.manifest import Entry, EntryKind
from desktop_app.storage.destination import Destination
from desktop_app.storage.names import ReceivedPath

def content(name):
    digest = hashlib.sha256(name.encode()).digest()
    return digest * (1 + digest[0] * 40)

to = Destination(Path(sys.argv[1]))
to.begin(["top"], 0)
number = 0
print("ready", flush=True)
while True:
    files = []
    for _ in range(12):
        path = f"top/{number % 5}/{number}"
        data = content(str(number))
        file = to.create(ReceivedPath.parse(path), Entry(path, EntryKind.FILE, len(data), 10**18, False))
        for start in range(0, len(data), 50_000):
            file.write(memoryview(data)[start : start + 50_000])
        files.append(file)
        number += 1
    assert not to.commit(files)
    print(number, flush=True)
"""


def content(name: str) -> bytes:
    digest = hashlib.sha256(name.encode()).digest()
    return digest * (1 + digest[0] * 40)


@pytest.mark.skipif(sys.platform == "win32", reason="kills with a signal")
def test_case_072_killed_at_any_moment(tmp_path: Path) -> None:
    delivered = 0
    for attempt in range(12):
        save = tmp_path / str(attempt)
        save.mkdir()
        with subprocess.Popen(
            [sys.executable, "-c", _RECEIVER, str(save)], stdout=subprocess.PIPE, text=True
        ) as receiver:
            assert receiver.stdout is not None
            assert receiver.stdout.readline() == "ready\n"
            promised = 0
            for _ in range(random.randrange(1, 4)):
                promised = int(receiver.stdout.readline())
            try:
                receiver.wait(random.uniform(0, 0.02))
            except subprocess.TimeoutExpired:
                receiver.send_signal(signal.SIGKILL)
            promised = max([promised, *map(int, receiver.stdout.read().split())])
            assert receiver.wait() == -signal.SIGKILL
        files = {path.name: path for path in save.glob("top/*/*")}
        assert {str(number) for number in range(promised)} <= set(files), "a delivered file is missing"
        for name, path in files.items():
            assert path.read_bytes() == content(name)
            assert path.stat().st_mtime_ns == 10**18
        delivered += len(files)
        assert {path.name for path in save.iterdir() if not path.name.startswith(PARTIAL_PREFIX)} == {"top"}
    assert delivered
