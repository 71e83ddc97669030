"""One small file between two computers that remember each other: how long a person waits for it."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from statistics import median

from tests.benchmarks import tallystick
from tests.benchmarks.material import MIB
from tests.benchmarks.pair import running_pair
from tests.benchmarks.processes import ROOT, Failure, Process
from tests.benchmarks.row import Row

KIB = 1024
WORKLOADS = {"C: 1 KiB": (KIB, 60.0, 450.0), "D: 10 MiB": (10 * MIB, 90.0, None)}  # size, and two targets in ms


def measure(root: Path, rounds: int) -> list[Row]:
    """Raises Failure."""
    into = root / "short"
    into.mkdir()
    files = {name: _file(root, name, size) for name, (size, _, _) in WORKLOADS.items()}
    with running_pair(into) as pair:
        running = {
            name: _median(partial(lambda path: pair.deliver(path).whole, file), rounds) for name, file in files.items()
        }
    with _receiving(into) as send:
        commands = {name: _median(partial(send, file), rounds) for name, file in files.items()}
    rows = []
    for name, (_, target, target_of_command) in WORKLOADS.items():
        rows.append(_row(f"{name}, both running", running[name], target))
        rows.append(_row(f"{name}, whole command", commands[name], target_of_command))
    return rows


def _row(workload: str, milliseconds: float, target: float | None) -> Row:
    return Row(workload, "", f"{milliseconds:.0f} ms", milliseconds, " ms", target)


def _file(root: Path, name: str, size: int) -> Path:
    path = root / f"{name[0]}.bin"
    path.write_bytes(os.urandom(size))
    return path


def _median(work: Callable[[], float], rounds: int) -> float:
    """In milliseconds; the first round does not count."""
    return median([work() for _ in range(rounds + 1)][1:]) * 1e3


@contextmanager
def _receiving(into: Path) -> Iterator[Callable[[Path], float]]:
    """A `receive` that runs; what it gives sends a file to it as one command, and returns how many seconds it took."""
    with ExitStack() as stack:
        profiles = stack.enter_context(tempfile.TemporaryDirectory())
        receive = (
            "receive",
            "--json",
            "--accept",
            "remembered",
            "--into",
            into,
            "--profile",
            Path(profiles, "receiver"),
        )
        receiver = stack.enter_context(Process("desktop_app", *receive))
        address = f"127.0.0.1:{tallystick.expect(receiver, 'listening')['port']}"
        profile = Path(profiles, "sender")
        with Process("desktop_app", "pair", "--json", address, "--profile", profile) as caller:
            for each in (caller, receiver):
                tallystick.expect(each, "code")
                each.say('"match"')
            name = tallystick.expect(caller, "remembered")["name"]
            caller.wait()

        # As where it is installed: the first round, which does not count, leaves what is compiled.
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": profiles}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)

        def send(path: Path) -> float:
            command = [sys.executable, "-P", "-m", "desktop_app", "send", str(path), "--to", address, "--expect", name]
            start = time.perf_counter()
            done = subprocess.run(
                [*command, "--profile", str(profile)],
                env=environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
            )
            took = time.perf_counter() - start
            if done.returncode:
                raise Failure(f"send: {done.stderr}")
            return took

        yield send
        receiver.interrupt()
