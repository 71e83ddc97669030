"""msgspec learns what a type consists of when it first reads one, and crashes where two threads do so at once."""

import os
import subprocess
import sys
import threading
from pathlib import Path
from secrets import token_bytes

from desktop_app.protocol.role import Role
from desktop_app.storage import private_file
from desktop_app.storage.devices import DeviceStore
from desktop_app.storage.profile import Profile

_THREADS = 8
_TIMES = 8  # one in three crashed


def test_threads_may_read_a_store_for_the_first_time_at_once(tmp_path: Path) -> None:
    DeviceStore(Profile(tmp_path), lambda _error: None).found(bytearray(token_bytes(64)), Role.INITIATOR, "Kitchen PC")
    for _ in range(_TIMES):
        child = subprocess.run([sys.executable, "-m", __name__, str(tmp_path)], check=False, timeout=60)
        assert child.returncode == 0


def _read(profile: Profile) -> None:
    """The other process: all have read at the same moment, and take short turns."""
    stores = [DeviceStore(profile, lambda error: sys.exit(str(error))) for _ in range(_THREADS)]
    ready, read = threading.Barrier(_THREADS), private_file.read

    def read_together(path: Path, most: int) -> tuple[bytes, os.stat_result]:
        found = read(path, most)
        ready.wait()
        return found

    private_file.read = read_together
    threads = [threading.Thread(target=store.refresh) for store in stores]
    sys.setswitchinterval(1e-6)
    for each in threads:
        each.start()
    for each in threads:
        each.join()


if __name__ == "__main__":
    _read(Profile(Path(sys.argv[1])))
