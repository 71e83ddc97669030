"""What every test runs in: an offscreen screen, a home of its own, and a watch on what it leaves behind.

A test fails when it leaves a thread running or when something logs a warning that it did
not ask for; a test that takes `caplog` reads the log itself.
"""

import itertools
import logging
import os
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import disks

THREAD_SECONDS = 5.0  # a closing thread may still be on its last lines

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt
for _name in ("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS"):
    os.environ.pop(_name, None)  # no test, and no process of one, may reach the desktop that it is run from
os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = "unix:path=/nonexistent"
# Some starters ignore them, as those of several workers at once, or nohup; every process of a test would inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for marker, why_not in (("network", _why_no_network), ("screen", _why_no_screen), ("disks", disks.why_none)):
        marked = [item for item in items if item.get_closest_marker(marker)]
        if marked and (reason := why_not()):
            for item in marked:
                item.add_marker(pytest.mark.skip(reason=reason))
        elif marked and marker == "disks":
            disks.leave_the_mounts_of_others()  # before any thread is started that has to see them


def _why_no_network() -> str:
    if os.name != "posix" or os.geteuid() != 0:
        return "needs root for network namespaces"
    if missing := _why_missing("ip", "nft"):
        return missing
    probe = f"probe-{os.getpid()}"
    if subprocess.run(["ip", "netns", "add", probe], capture_output=True, check=False).returncode:
        return "no network namespaces on this machine"  # root in a container, for example
    subprocess.run(["ip", "netns", "delete", probe], check=True)
    return ""


def _why_no_screen() -> str:
    return _why_missing("Xvfb", "xdotool")


def _why_missing(*programs: str) -> str:
    missing = [program for program in programs if shutil.which(program) is None]
    return f"needs {' and '.join(missing)}" if missing else ""


@pytest.fixture(scope="session")
def _homes() -> Iterator[Iterator[Path]]:
    with tempfile.TemporaryDirectory(prefix="tallystick-") as root:
        yield (Path(root, str(number)) for number in itertools.count())


@pytest.fixture(autouse=True)
def home(_homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home directory that nobody used before, for the test and for every process that it starts."""
    home = next(_homes)
    runtime = home / "run"
    home.mkdir()
    runtime.mkdir(mode=0o700)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
    return home


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _quiet_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test in which something was logged at WARNING or above."""
    warnings = _Warnings()
    root = logging.getLogger()
    root.addHandler(warnings)
    try:
        yield
    finally:
        root.removeHandler(warnings)
    if warnings.lines and "caplog" not in request.fixturenames:
        pytest.fail("unexpected in the log:\n" + "\n".join(warnings.lines))


@pytest.fixture(autouse=True)
def _no_threads_left() -> Iterator[None]:
    """Fails a test whose threads outlive it; those of wider fixtures were there before."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + THREAD_SECONDS
    left = []
    for thread in set(threading.enumerate()) - before:
        if isinstance(thread, threading._DummyThread):
            continue  # a thread of Qt's that once called into Python
        thread.join(max(0.0, deadline - time.monotonic()))
        if thread.is_alive():
            left.append(thread.name)
    if left:
        pytest.fail("left running: " + ", ".join(sorted(left)))
