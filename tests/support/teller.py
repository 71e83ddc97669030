"""The test's end of an engine that tells its secrets in another process (`tests.support.telling_engine`)."""

import contextlib
import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any, Final

import pytest

import desktop_app
from desktop_app.protocol.key_schedule import Cipher
from tests.support.namespaces import Host

ROOT: Final = Path(desktop_app.__file__).parents[1]
PATIENCE: Final = 20.0


class Teller:
    """One engine and what it told."""

    def __init__(self, root: Path, name: str, cipher: Cipher = Cipher.AES_256_GCM, *, host: Host | None = None) -> None:
        root.mkdir()
        self.name = name
        self.log = root / "log"
        self.secrets: list[tuple[str, bytes]] = []
        self.codes: list[tuple[str, list[str]]] = []
        options = ["-P", "-W", "ignore::DeprecationWarning"]  # for it forks with threads
        start = subprocess.Popen if host is None else host.popen
        self.process: subprocess.Popen[str] = start(
            [sys.executable, *options, "-m", "tests.support.telling_engine", str(root), name, cipher.value],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        self._heard: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read, name=f"{name} tells")
        self._reader.start()
        self.port: int = self.wait("Listening")["port"]

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            told = json.loads(line)
            if "secret" in told:
                self.secrets.append((told["secret"], bytes.fromhex(told["value"])))
            else:
                self._heard.put(told)

    def do(self, *command: object) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(command) + "\n")
        self.process.stdin.flush()

    def wait(self, event: str, **wanted: object) -> dict[str, Any]:
        """The next such event; those before it are dropped. Every secret that was told before it is in `secrets`."""
        deadline = time.monotonic() + PATIENCE
        seen: list[dict[str, Any]] = []
        while True:
            try:
                told = self._heard.get(timeout=max(0.0, deadline - time.monotonic()))
            except queue.Empty:
                pytest.fail(f"{self.name}: no {event} {wanted}, but {seen}")
            seen.append(told)
            if told.get("event") == event and wanted.items() <= told.items():
                return told

    def code(self) -> int:
        """The session whose code came up."""
        told = self.wait("CodeReady")
        self.codes.append((told["digits"], told["words"]))
        session: int = told["session"]
        return session

    def renewals(self, session: int) -> int:
        self.do("renewals", session)
        while "renewals" not in (told := self._heard.get(timeout=PATIENCE)):
            pass
        renewals: int = told["renewals"]
        return renewals

    def close(self) -> None:
        """End it in order, or by force with a word where it hangs."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.close()
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.send_signal(signal.SIGABRT)  # faulthandler says where
            self.process.wait(PATIENCE)
            pytest.fail(f"{self.name} did not end")
        finally:
            self._reader.join(PATIENCE)
            self.process.stdout.close()


def secrets_of(*tellers: Teller) -> dict[str, bytes]:
    """By their names, with a number where there are several of one name."""
    named: dict[str, bytes] = {}
    for name, value in dict.fromkeys(secret for teller in tellers for secret in teller.secrets):
        number = 1
        while (full := name if number == 1 else f"{name}, no. {number}") in named:
            number += 1
        named[full] = value
    return named
