"""What another process finds of a remembered device in the memory of one that has forgotten it."""

import base64
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.protocol.role import Role
from desktop_app.protocol.wiping import wipe
from desktop_app.storage.devices import DeviceStore
from desktop_app.storage.profile import Profile
from tests.support.memory_search import MemorySearch, may_search

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads the memory of other processes through /proc")


def test_neither_the_secret_nor_its_text_on_the_disk_outlives_a_forgotten_device(tmp_path: Path) -> None:
    secret = os.urandom(64)
    search = MemorySearch({"secret": secret, "its text": base64.b64encode(secret)})
    command = [sys.executable, "-m", __name__, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(secret)
        assert process.stdout.readline() == b"remembered\n"
        if not may_search(process.pid):
            pytest.skip("may not read the memory of another process")
        assert {name for name, _ in search.find(process.pid)} == {"secret"}, "the search finds it"
        process.stdin.write(b"\n")
        assert process.stdout.readline() == b"forgotten\n"
        assert not search.find(process.pid)
        process.stdin.write(b"\n")


def _remember_and_forget(root: Path) -> None:
    """The other process: a secret comes on stdin, then a byte for each step."""
    store = DeviceStore(Profile(root), lambda error: sys.exit(str(error)))
    secret = bytearray(64)
    assert os.readv(0, [secret]) == len(secret)
    device = store.found(secret, Role.INITIATOR, "Kitchen PC")
    wipe(secret)
    os.write(1, b"remembered\n")
    os.read(0, 1)
    store.forget(device)
    os.write(1, b"forgotten\n")
    os.read(0, 1)


if __name__ == "__main__":
    _remember_and_forget(Path(sys.argv[1]))
