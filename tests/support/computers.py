"""A computer as a test drives it: a namespace, a small disk of its own, and a process that may be killed."""

import contextlib
import json
import os
import select
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

import desktop_app
from tests.support.namespaces import Host

ROOT = Path(desktop_app.__file__).parents[1]
_ANSWER = 120.0


class Silent(Exception):
    """The process did not answer."""


@dataclass
class Sample:
    at: float  # seconds of this process
    kib: int
    descriptors: int
    threads: int


@dataclass
class Computer:
    """`lives`: samples of each process, the last one is running."""

    name: str
    root: Path
    host: Host
    process: subprocess.Popen[str] | None = None
    port: int = 0
    lives: list[list[Sample]] = field(default_factory=list)
    born: float = 0.0
    clock: Callable[[], float] = time.monotonic
    asking: threading.Lock = field(default_factory=threading.Lock)
    forgetful: bool = False  # what it keeps on purpose is little, and full soon

    @property
    def received(self) -> Path:
        return self.root / "received"

    def mount(self, mib: int) -> None:
        """Where others do not see it, if this process left the mounts of others."""
        self.received.mkdir(parents=True)
        (self.root / "outbox").mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={mib}m", "computer", str(self.received)], check=True)

    def start(self) -> None:
        command = [sys.executable, "-m", "tests.support.computer", str(self.root), self.name]
        command += ["forgetful"] if self.forgetful else []
        with (self.root / "errors").open("ab") as errors:
            self.process = self.host.popen(
                command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, text=True
            )
        self.port = self._answer()
        self.born = self.clock()
        self.lives.append([])

    def do(self, *command: object) -> Any:
        """From any thread."""
        with self.asking:
            stdin, _ = self._pipes()
            stdin.write(json.dumps(command) + "\n")
            stdin.flush()
            return self._answer()

    def _answer(self) -> Any:
        _, stdout = self._pipes()
        ready, _, _ = select.select([stdout], [], [], _ANSWER)
        line = stdout.readline() if ready else ""
        if not line:
            raise Silent(f"{self.name}: no answer, exit code {self.process and self.process.poll()}")
        return json.loads(line)

    def _pipes(self) -> tuple[IO[str], IO[str]]:
        assert self.process is not None
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        return self.process.stdin, self.process.stdout

    def kill(self) -> None:
        if self.process is not None:
            self.process.kill()
            self._reap()

    def quit(self) -> int:
        """In order; the exit code."""
        stdin, _ = self._pipes()
        stdin.close()
        assert self.process is not None
        code = self.process.wait(60)
        self._reap()
        return code

    def _reap(self) -> None:
        assert self.process is not None
        self.process.wait()
        for pipe in self._pipes():
            if not pipe.closed:
                pipe.close()
        self.process = None

    def sample(self) -> Sample:
        assert self.process is not None
        proc = Path("/proc", str(self.process.pid))
        status = dict(line.split(":", 1) for line in (proc / "status").read_text().splitlines())
        kib, threads = int(status["VmRSS"].split()[0]), int(status["Threads"])
        sample = Sample(self.clock() - self.born, kib, self.descriptors(), threads)
        self.lives[-1].append(sample)
        return sample

    def descriptors(self) -> int:
        assert self.process is not None
        return len(list(Path("/proc", str(self.process.pid), "fd").iterdir()))

    def cpu(self) -> float:
        """Seconds of a core so far."""
        assert self.process is not None
        return cpu_of(self.process.pid)

    def fill(self) -> None:
        """The disk that it receives to, to the last block, whatever else is written to it meanwhile."""
        with (self.received / "ballast").open("wb") as file:
            step = shutil.disk_usage(self.received).free
            while step >= 4096:
                with contextlib.suppress(OSError):
                    os.posix_fallocate(file.fileno(), file.seek(0, os.SEEK_END), step)
                    continue
                step //= 2

    def empty(self) -> None:
        (self.received / "ballast").unlink(missing_ok=True)


def cpu_of(process: int) -> float:
    """Seconds of a core so far, of all its threads."""
    fields = Path("/proc", str(process), "stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
