"""The processes that are measured: lines in, lines out, and what they cost, as Linux counts it in /proc."""

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).parents[2]
PATIENCE = 600.0  # seconds without a line; a slow disk takes minutes for a gibibyte
_TICKS = os.sysconf("SC_CLK_TCK")


class Failure(Exception):
    """A process did not say what it was expected to say."""


class Process:
    """One side of a copy: a Python module in a process of its own, read line by line."""

    def __init__(self, module: str, *arguments: str | Path, environment: Mapping[str, str] = os.environ) -> None:
        command: Sequence[str] = [sys.executable, "-P", "-m", module, *map(str, arguments)]
        self.name = " ".join(command[3:5])
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**environment, "PYTHONPATH": str(ROOT)},
            encoding="utf-8",
            bufsize=1,
        )
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read, name=f"read {self.name}")
        self._reader.start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.put(line)
        self._lines.put("")

    def line(self) -> str:
        """The next line. Raises Failure where there is none."""
        try:
            line = self._lines.get(timeout=PATIENCE)
        except queue.Empty:
            raise Failure(f"{self.name}: silent for {PATIENCE:.0f} s") from None
        if not line:
            raise Failure(f"{self.name}: ended with exit code {self._process.wait()}")
        return line.rstrip("\n")

    def say(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def cpu(self) -> float:
        """Seconds of processor time so far, user and system."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    def memory(self) -> int:
        """Bytes of it that are in memory now."""
        return self._kibibytes("VmRSS") * 1024

    def share(self) -> int:
        """The same, with what several programs have in common divided among them."""
        rollup = Path(f"/proc/{self._process.pid}/smaps_rollup").read_text(encoding="ascii")
        return int(rollup.partition("Pss:")[2].split()[0]) * 1024

    def peak(self) -> int:
        """The most that was ever in memory, or since `forget_peak`."""
        return self._kibibytes("VmHWM") * 1024

    def forget_peak(self) -> None:
        Path(f"/proc/{self._process.pid}/clear_refs").write_text("5", encoding="ascii")

    def _kibibytes(self, field: str) -> int:
        status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="ascii")
        return int(status.partition(f"{field}:")[2].split()[0])

    def written(self) -> int:
        """Bytes so far that went through `write` and its kin, sockets left out."""
        counters = Path(f"/proc/{self._process.pid}/io").read_text(encoding="ascii")
        return int(counters.partition("wchar: ")[2].split()[0])

    def interrupt(self) -> None:
        """As Ctrl+C does."""
        self._process.send_signal(signal.SIGINT)

    def wait(self) -> int:
        """Its exit code, once it has ended by itself."""
        return self._process.wait(PATIENCE)

    def running(self) -> bool:
        """Looks without reaping: what an ended process cost is still in /proc until then."""
        return os.waitid(os.P_PID, self._process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.stdin is not None:
            self._process.stdin.close()
        try:
            self._process.wait(10 if error is None else 0)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._reader.join()
        if self._process.stdout is not None:
            self._process.stdout.close()
