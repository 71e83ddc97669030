"""What floods do to a computer: measured beside a transfer of a verified session, an honest newcomer and calls of its
own, against the same flood to a port of the same computer where nobody listens.

That is what the flooder itself costs the machine that all of this shares; the rest is ours.
"""

import json
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from tests.support.computers import ROOT, Computer, Sample
from tests.support.namespaces import Host, Lan

NETWORK: Final = "10.66.0.0/16"
NOBODY: Final = 9  # a port
DISK_MIB: Final = 3072
FILM: Final = 1 << 30
_PAIRS: Final = 5
_SPELL: Final = 5.0  # seconds; short, and by turns, for what this machine can do changes all the time


@dataclass(frozen=True)
class Kind:
    name: str
    how: str
    rate: float
    network: str = ""


KINDS: Final = (
    Kind("connects, one address", "connects", 10_000),
    Kind("connects, a /16", "connects", 10_000, NETWORK),
    Kind("silent, one address", "idle", 1_000),
    Kind("silent, a /16", "idle", 1_000, NETWORK),
    Kind("slow, one address", "slow", 1_000),
    Kind("slow, a /16", "slow", 1_000, NETWORK),
    Kind("half handshakes, one address", "half", 1_000),
    Kind("half handshakes, a /16", "half", 1_000, NETWORK),
)


@dataclass
class Result:
    kind: Kind
    per_second: float = 0.0
    taken: float = 0.0
    rates: list[float] = field(default_factory=list)  # bytes a second of the session, under the flood
    rates_beside: list[float] = field(default_factory=list)  # under the flood of the other port, each just before
    newcomer: list[float] = field(default_factory=list)
    outgoing: list[float] = field(default_factory=list)
    before: Sample | None = None
    worst: Sample | None = None
    cores: float = 0.0  # that the flooded one used, without a transfer

    @property
    def kept(self) -> float:
        """Of the throughput."""
        return statistics.median(a / b for a, b in zip(self.rates, self.rates_beside, strict=True))


class Scene:
    """Four hosts: who is flooded, a friend who sends, the flooder, and one on which strangers and acquaintances are."""

    def __init__(self, root: Path, lan: Lan) -> None:
        self.flooded, self.friend, self.flooder, self.other = lan.hosts
        self.victim = Computer("Victim", root / "victim", self.flooded)
        self.sender = Computer("Friend", root / "friend", self.friend)
        self.acquaintance = Computer("Acquaintance", root / "acquaintance", self.other)
        self._over = threading.Event()
        self.root = root

    @property
    def computers(self) -> tuple[Computer, ...]:
        return self.victim, self.sender, self.acquaintance

    def prepare(self) -> None:
        self.flooder.ip("route", "add", "local", NETWORK, "dev", "lo")
        self.flooded.ip("route", "add", NETWORK, "via", self.flooder.address)
        for computer in self.computers:
            computer.mount(DISK_MIB)
            computer.start()
        for computer in (self.sender, self.acquaintance):
            if not computer.do("pair", self.flooded.address, self.victim.port):
                raise RuntimeError(f"{computer.name} and the victim did not come to remember each other")
        with (self.root / "film").open("wb") as film:
            film.truncate(FILM)
        (self.root / "note").write_bytes(b"note")

    @contextmanager
    def films(self) -> Iterator[None]:
        """One after the other, from the friend to the flooded one."""
        over = threading.Event()

        def send() -> None:
            while not over.is_set():
                number = self.sender.do(
                    "send", str(self.root / "film"), "Victim", self.flooded.address, self.victim.port
                )
                while not self.row(self.sender, number)["final"]:
                    time.sleep(0.1)
                for path in self.victim.received.iterdir():
                    path.unlink()

        thread = threading.Thread(target=send, name="films")
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join()

    @staticmethod
    def row(computer: Computer, number: int) -> dict[str, Any]:
        found: dict[str, Any] = next(each for each in computer.do("rows") if each["id"] == number)
        return found

    def rate(self, seconds: float) -> float:
        """Bytes a second that the flooded one opens."""
        before, began = self.victim.do("opened"), time.monotonic()
        time.sleep(seconds)
        now: float = self.victim.do("opened") - before
        return now / (time.monotonic() - began)

    def call_out(self) -> float:
        """Seconds of a note to the acquaintance, the connection included."""
        self.victim.do("end", "Acquaintance")
        began = time.monotonic()
        to = self.other.address, self.acquaintance.port
        number = self.victim.do("send", str(self.root / "note"), "Acquaintance", *to)
        while not (row := self.row(self.victim, number))["final"]:
            time.sleep(0.02)
        if row["state"] != "delivered":
            return float("inf")
        return time.monotonic() - began

    def python(self, host: Host, module: str, *arguments: object) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", module, *map(str, arguments)]
        return host.popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)

    def flood(self, kind: Kind, port: int, seconds: float) -> subprocess.Popen[str]:
        network = [kind.network] if kind.network else []
        return self.python(
            self.flooder, "tests.floods.flooder", kind.how, self.flooded.address, port, kind.rate, seconds, *network
        )

    def measure(self, kind: Kind, seconds: float, *, speed: bool = True) -> Result:
        result = Result(kind, before=self.victim.sample())
        with self.films() if speed else nullcontext():
            for _ in range(_PAIRS if speed else 0):
                result.rates_beside.append(self._rate_under(kind, NOBODY))
                result.rates.append(self._rate_under(kind, self.victim.port))
        flooder = self.flood(kind, self.victim.port, seconds + 2)
        newcomer = self.python(self.other, "tests.floods.newcomer", self.flooded.address, self.victim.port, seconds)
        self._watch(result, seconds)
        result.newcomer = answer(newcomer)
        told = answer(flooder)
        result.per_second, result.taken = told["per_second"], told["taken"]
        return result

    def _rate_under(self, kind: Kind, port: int) -> float:
        flooder = self.flood(kind, port, _SPELL + 2)
        time.sleep(1.0)
        rate = self.rate(_SPELL)
        answer(flooder)
        return rate

    def _watch(self, result: Result, seconds: float) -> None:
        began, cpu = time.monotonic(), self.victim.cpu()
        while time.monotonic() - began < seconds:
            sample = self.victim.sample()
            worst = result.worst or sample
            result.worst = Sample(
                sample.at,
                max(sample.kib, worst.kib),
                max(sample.descriptors, worst.descriptors),
                max(sample.threads, worst.threads),
            )
            result.outgoing.append(self.call_out())
            time.sleep(0.3)
        result.cores = (self.victim.cpu() - cpu) / (time.monotonic() - began)


def answer(process: subprocess.Popen[str]) -> Any:
    out, _ = process.communicate(timeout=120)
    return json.loads(out)
