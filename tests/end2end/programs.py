"""`tallystick` as a process: spoken to in JSON as by a program, or at a terminal as by a person."""

import contextlib
import json
import os
import pty
import queue
import select
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import desktop_app
from desktop_app.cli.terminal_face import TerminalFace
from tests.support.namespaces import Host

ROOT = Path(desktop_app.__file__).parents[1]
PATIENCE = 30.0
_PIPE = subprocess.PIPE


class Program:
    """One `tallystick --json`, here or on another host."""

    def __init__(
        self, profile: Path, *arguments: object, host: Host | None = None, env: dict[str, str] | None = None
    ) -> None:
        command = [sys.executable, "-m", "desktop_app", "--json", "--profile", profile, *arguments]
        start = subprocess.Popen if host is None else host.popen
        self.process: subprocess.Popen[bytes] = start(
            list(map(str, command)), cwd=ROOT, env=env, stdin=_PIPE, stdout=_PIPE, stderr=_PIPE
        )
        self.events: list[dict[str, Any]] = []
        self._queue: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._reader = threading.Thread(target=self._read, name="program-output")
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._queue.put(json.loads(line))
        self._queue.put(None)

    def until(self, *kinds: str) -> dict[str, Any]:
        """The next event of one of these kinds; all events are kept in `events`."""
        deadline = time.monotonic() + PATIENCE
        with contextlib.suppress(queue.Empty):
            while (event := self._queue.get(timeout=max(0.0, deadline - time.monotonic()))) is not None:
                self.events.append(event)
                if event["event"] in kinds:
                    return event
        pytest.fail(f"no {kinds} in {self.events}, exit code {self.process.poll()}")

    def answer(self, reply: str) -> None:
        self.write(json.dumps({"answer": reply}))

    def write(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()

    def ends(self) -> int:
        """The exit code; the rest of the events are in `events`."""
        code = self.process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        while not self._queue.empty():
            if (event := self._queue.get()) is not None:
                self.events.append(event)
        assert self.process.stderr is not None
        assert self.process.stderr.read() == b""
        return code

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            assert stream is not None
            with contextlib.suppress(BrokenPipeError):
                stream.close()


class Terminal:
    """A process whose input and output are a terminal."""

    def __init__(self, profile: Path, *arguments: object) -> None:
        self._master, slave = pty.openpty()
        command = [sys.executable, "-m", "desktop_app", "--profile", profile, *arguments]
        self.process = subprocess.Popen(
            list(map(str, command)), cwd=ROOT, stdin=slave, stdout=slave, stderr=slave, start_new_session=True
        )
        os.close(slave)
        self.text = ""

    def until(self, wanted: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while wanted not in self.text:
            assert time.monotonic() < deadline, self.text
            self.read(deadline - time.monotonic())

    def read(self, seconds: float) -> None:
        """What comes within that time."""
        if select.select([self._master], [], [], seconds)[0]:
            try:
                self.text += os.read(self._master, 65536).decode().replace("\r\n", "\n")
            except OSError:
                pytest.fail(f"the program ended: {self.text}")

    def type(self, keys: str) -> None:
        os.write(self._master, keys.encode())

    def lets_answer(self) -> None:
        """Waits as long as a question takes no answer."""
        self.read(0)
        time.sleep(TerminalFace.answer_lock + 0.1)

    def close(self) -> None:
        self.process.kill()
        self.process.wait(PATIENCE)
        os.close(self._master)


Tallystick = Callable[..., Program]  # starts one: the name of its profile, its arguments


def compared(sender: Program, receiver: Program) -> None:
    """Both people see the same code and say so."""
    here, there = sender.until("code"), receiver.until("code")
    assert (here["digits"], here["words"]) == (there["digits"], there["words"])
    assert (here["incoming"], there["incoming"]) == (False, True)
    sender.answer("match")
    receiver.answer("match")
    sender.until("verified")
    receiver.until("verified")
