"""The test's end of a `node`: commands in, events out, and waiting for one without sleeping."""

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import desktop_app
from tests.support.namespaces import Host

ROOT = Path(desktop_app.__file__).parents[1]
Event = dict[str, Any]
_T = TypeVar("_T")


class Node:
    """One running node on a host."""

    def __init__(
        self,
        host: Host,
        name: str,
        *,
        port: int = 0,
        visibility: str = "everyone",
        announced: int = 0,
        quick: bool = False,
    ) -> None:
        """`announced`: a port of another process there, instead of one of its own. `quick`: to forget others."""
        command = [sys.executable, "-m", "tests.discovery.node", name, str(port), visibility, str(announced)]
        command += ["quick"] if quick else []
        self.process = host.popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._arrived = threading.Condition(threading.RLock())
        self._events: list[Event] = []
        self._reader = threading.Thread(target=self._read)
        self._reader.start()
        started = self.wait("started")
        self.instance: str = started["instance"]
        self.port: int = started["port"]

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            with self._arrived:
                self._events.append(json.loads(line))
                self._arrived.notify_all()

    def tell(self, command: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()

    def wait(self, event: str, seconds: float = 10.0, *, since: int = 0, **facts: Any) -> Event:
        """The first such event from number `since` on."""
        found = self._until(lambda: self._find(event, since, facts), seconds)
        assert found is not None, f"no {event} with {facts} within {seconds} s, but {self._events[-8:]}"
        return found

    def peers(self) -> dict[str, Event]:
        """Who is listed now, as its events tell."""
        listed: dict[str, Event] = {}
        with self._arrived:
            for event in self._events:
                if event["event"] == "change":
                    listed[event["instance"]] = event
                elif event["event"] == "gone":
                    listed.pop(event["instance"], None)
        return listed

    def wait_peers(self, right: Callable[[dict[str, Event]], bool], seconds: float) -> None:
        found = self._until(lambda: True if right(self.peers()) else None, seconds)
        assert found, f"still {len(self.peers())} after {seconds} s"

    def count(self) -> int:
        """How many events there were; later ones are found with `since`."""
        with self._arrived:
            return len(self._events)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        self._reader.join()

    def quit(self) -> float:
        """Stop it in order; how long that took."""
        before = time.monotonic()
        self.tell("quit")
        assert self.process.wait(10) == 0
        self._reader.join()
        return time.monotonic() - before

    def join(self) -> None:
        """After its host has stopped it."""
        self._reader.join()

    def _find(self, event: str, since: int, facts: dict[str, Any]) -> Event | None:
        for each in self._events[since:]:
            if each["event"] == event and all(each.get(name) == value for name, value in facts.items()):
                return each
        return None

    def _until(self, probe: Callable[[], _T | None], seconds: float) -> _T | None:
        deadline = time.monotonic() + seconds
        with self._arrived:
            while (found := probe()) is None and (left := deadline - time.monotonic()) > 0:
                self._arrived.wait(left)
            return found
