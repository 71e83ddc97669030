"""What floods do to a computer: measured beside a transfer of a verified session, an honest newcomer and calls of its
own, against the same flood to a port of the same computer where nobody listens.

That is what the flooder itself costs the machine that all of this shares; the rest is ours. A connection that is taken
costs it more than one that is refused: there it burns the difference. Where others keep the machine busy, seconds say
little: then it is what the two programs computed beyond what those bytes cost beside, out of the cores of this machine.
"""

import json
import os
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

from tests.support.computers import ROOT, Computer, Sample, cpu_of
from tests.support.namespaces import Host, Lan

NETWORK: Final = "10.66.0.0/16"
NEIGHBOURS: Final = "198.18.0.128/25"  # of the network that all the hosts are on
NOBODY: Final = 9  # a port
DISK_MIB: Final = 3072
FILM: Final = 1 << 30
_PAIRS: Final = 8
_QUIET: Final = 0.2  # cores; of a machine on which others do more than that seconds say little
_SPELL: Final = 3.0  # seconds; short, and by turns, for what this machine can do changes all the time


@dataclass(frozen=True)
class Kind:
    name: str
    how: str
    rate: float
    network: str = ""


KINDS: Final = (
    Kind("connects, one address", "connects", 10_000),
    Kind("connects, a /16", "connects", 10_000, NETWORK),
    Kind("connects, neighbours", "connects", 10_000, NEIGHBOURS),
    Kind("silent, one address", "idle", 1_000),
    Kind("silent, a /16", "idle", 1_000, NETWORK),
    Kind("silent, neighbours", "idle", 1_000, NEIGHBOURS),
    Kind("slow, one address", "slow", 1_000),
    Kind("slow, a /16", "slow", 1_000, NETWORK),
    Kind("half handshakes, one address", "half", 1_000),
    Kind("half handshakes, a /16", "half", 1_000, NETWORK),
    Kind("half handshakes, neighbours", "half", 1_000, NEIGHBOURS),
)


@dataclass(frozen=True)
class Spell:
    """Of a transfer, while a port was flooded."""

    rate: float  # bytes a second
    cores: float  # that its two programs used
    others: float  # cores that neither they nor the flooder used, nor nobody


@dataclass
class Result:
    kind: Kind
    per_second: float = 0.0
    taken: float = 0.0
    pairs: list[tuple[Spell, Spell]] = field(default_factory=list)  # of the port that listens, and of the other one
    newcomer: list[float] = field(default_factory=list)
    outgoing: list[float] = field(default_factory=list)
    before: Sample | None = None
    worst: Sample | None = None
    cores: float = 0.0  # that the flooded one used, without a transfer
    flooder: list[float] = field(default_factory=list)  # cores that it used; beside, too

    @property
    def others(self) -> float:
        return statistics.median(spell.others for pair in self.pairs for spell in pair)

    @property
    def kept(self) -> list[float]:
        """Of the throughput: what three quarters of the pairs kept, half of them, a quarter."""
        if self.others > _QUIET:
            cores = os.cpu_count() or 1
            for_the_flood = (ours.cores - ours.rate * beside.cores / beside.rate for ours, beside in self.pairs)
            return statistics.quantiles(1 - each / cores for each in for_the_flood)
        return statistics.quantiles(ours.rate / beside.rate for ours, beside in self.pairs)


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
        for network in (NETWORK, NEIGHBOURS):
            self.flooder.ip("route", "add", "local", network, "dev", "lo")
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

    def flood(self, kind: Kind, port: int, seconds: float, cores: float = 0.0) -> subprocess.Popen[str]:
        where, how_much = (self.flooded.address, port), (kind.rate, seconds, cores)
        network = [kind.network] if kind.network else []
        return self.python(self.flooder, "tests.floods.flooder", kind.how, *where, *how_much, *network)

    def measure(self, kind: Kind, seconds: float, *, speed: bool = True) -> Result:
        result = Result(kind, before=self.victim.sample())
        with self.films() if speed else nullcontext():
            for _ in range(_PAIRS if speed else 0):
                self._pair(result)
        flooder = self.flood(kind, self.victim.port, seconds + 2)
        newcomer = self.python(self.other, "tests.floods.newcomer", self.flooded.address, self.victim.port, seconds)
        self._watch(result, seconds)
        result.newcomer = answer(newcomer)
        told = answer(flooder)
        result.per_second, result.taken = told["per_second"], told["taken"]
        return result

    def _pair(self, result: Result) -> None:
        """Now the one first, now the other: a machine that gets busier or hotter meanwhile is on nobody's side."""
        ours_first = len(result.pairs) % 2 == 0
        first = self._spell(result, self.victim.port if ours_first else NOBODY)
        second = self._spell(result, NOBODY if ours_first else self.victim.port)
        result.pairs.append((first, second) if ours_first else (second, first))

    def _spell(self, result: Result, port: int) -> Spell:
        cores = statistics.median(result.flooder) if port == NOBODY and result.flooder else 0.0
        flooder = self.flood(result.kind, port, _SPELL + 2, cores)
        time.sleep(1.0)
        seconds = -time.monotonic()
        used = [-busy(), -cpu_of(flooder.pid), -self._cpu()]
        rate = self.rate(_SPELL)
        used = [each + now for each, now in zip(used, (busy(), cpu_of(flooder.pid), self._cpu()), strict=True)]
        seconds += time.monotonic()
        told = answer(flooder)
        if port != NOBODY:
            result.flooder.append(told["cores"])
        whole, flood, ours = (each / seconds for each in used)
        return Spell(rate, ours, whole - flood - ours)

    def _cpu(self) -> float:
        return self.victim.cpu() + self.sender.cpu()

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


def busy() -> float:
    """Seconds that the cores of this machine were not idle."""
    user, nice, system, _, _, *interrupts = Path("/proc/stat").read_text().split(maxsplit=11)[1:9]
    return sum(map(int, (user, nice, system, *interrupts))) / os.sysconf("SC_CLK_TCK")


def answer(process: subprocess.Popen[str]) -> Any:
    out, _ = process.communicate(timeout=120)
    return json.loads(out)
