"""A soak: rounds of transfers in both directions, each with a fault by chance; in the end both computers have to agree,
what is called delivered has to be there, and nothing else may be left.

The chance is of a seed, so the same things are sent and the same faults come in the same order again.
"""

import random
import shutil
import signal
import stat
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final

from desktop_app.events import State
from desktop_app.storage.names import PARTIAL_PREFIX
from tests.soak import shapes
from tests.soak.slope import slope
from tests.support.computers import Computer, Sample, Silent
from tests.support.namespaces import Lan

PATIENCE: Final = 240.0  # seconds of a round, until what is not over is a finding
_DISK_MIB: Final = 320
_STEP: Final = 0.25
_WARM: Final = 900.0  # seconds of a process in which libraries fill what they keep: they say nothing of its memory
_SLOPE_MAX: Final = 1024.0  # KiB an hour
_GROWTH: Final = 8  # descriptors and threads that a process may have more than soon after its start, at rest
_REST: Final = 10.0  # seconds until what is over has let go of everything
_CURVE: Final = 600.0  # seconds between the figures of memory that are told
_DELIVERED: Final = State.DELIVERED.value


@dataclass
class Sent:
    """One transfer of a round."""

    name: str
    shape: str
    source: Path
    sender: Computer
    receiver: Computer
    life: int  # of the sender
    cancelled: bool = False

    @property
    def forgotten(self) -> bool:
        """Whether the sender was killed since: it knows nothing of what was not accepted yet as far as it knew."""
        return len(self.sender.lives) > self.life


@dataclass
class Report:
    seed: int
    rounds: int = 0
    shapes: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    ends: Counter[str] = field(default_factory=Counter)
    bytes: int = 0
    findings: list[str] = field(default_factory=list)

    def find(self, what: str) -> None:
        self.findings.append(f"round {self.rounds}: {what}")
        print(f"FINDING round {self.rounds}: {what}", flush=True)


class Soak:
    def __init__(self, root: Path, lan: Lan, seed: int, clock: Callable[[], float]) -> None:
        self.chance = random.Random(seed)
        self.report = Report(seed)
        self.lan = lan
        self._clock = clock
        self.computers = [
            Computer(f"Computer {number}", root / str(number), host, clock=clock, forgetful=True)
            for number, host in enumerate(lan.hosts)
        ]
        self.numbers = iter(range(1 << 30))
        self.deadly = True  # processes may be killed
        self.over = False  # this round is the last
        self._addresses = iter(range(20, 250))

    # --- top-down --------------------------------------------------------------------------------------

    def run(self, seconds: float, deadly: float = 0.5) -> Report:
        """`deadly`: the part with kills; without them processes live long enough to show whether they grow."""
        for computer in self.computers:
            computer.mount(_DISK_MIB)
            computer.start()
        a, b = self.computers
        if not a.do("pair", b.host.address, b.port):
            raise Silent("they did not come to remember each other")
        began = self._clock()
        while (passed := self._clock() - began) < seconds and not self.over:
            self.deadly = passed < seconds * deadly
            self.report.rounds += 1
            self._round()
            if self.report.rounds % 10 == 0:
                self._tell(passed)
        self._end()
        return self.report

    def _round(self) -> None:
        sent = [self._send() for _ in range(self.chance.choice((1, 1, 2, 3, 5)))]
        self._wait(self.chance.random() * 1.5)
        for _ in range(self.chance.choice((0, 1, 1, 1, 2))):
            fault = self.chance.choice(self._faults())
            self.report.faults[fault.__name__.strip("_")] += 1
            fault(sent)
            self._wait(self.chance.random())
        self._settle(sent)
        self._check(sent)
        self._clear(sent)
        for computer in self.computers:
            self._sample(computer)

    def _sample(self, computer: Computer) -> None:
        """At rest: the history closes the files of what is over a moment later."""
        left, life = _REST, computer.lives[-1]
        while computer.descriptors() > (life[0].descriptors if life else 0) + _GROWTH and left > 0:
            left -= self._wait(_STEP)
        computer.sample()

    def _send(self) -> Sent:
        sender, receiver = self.chance.sample(self.computers, 2)
        name = f"t{next(self.numbers)}"
        source = sender.root / "outbox" / name
        shape = shapes.make(self.chance, source)
        self.report.shapes[shape] += 1
        sent = Sent(name, shape, source, sender, receiver, len(sender.lives))
        sender.do("send", str(source), receiver.name, receiver.host.address, receiver.port)
        return sent

    def _settle(self, sent: list[Sent]) -> None:
        """Until all are over on both sides, as far as they began."""
        left, open_ = PATIENCE, dict[str, Any]()
        while left > 0:
            open_ = {}
            for each in sent:
                there, here = self._row(each.receiver, each, "receiving"), self._row(each.sender, each, "sending")
                if here is None and each.forgotten:
                    if there is not None and there["waits"]:
                        each.receiver.do("cancel", there["id"])
                    if there is not None and not there["final"]:
                        open_[each.name] = (each.shape, here, there)
                elif here is None or not here["final"]:
                    open_[each.name] = (each.shape, here, there)
                elif there is not None and not there["final"]:
                    if there["waits"] and here["state"] != _DELIVERED:
                        each.receiver.do("cancel", there["id"])  # the sender gave it up before it heard of ACCEPT
                    open_[each.name] = (each.shape, here, there)
            if not open_:
                return
            left -= self._wait(_STEP)
        for name, rows in open_.items():
            self.report.find(f"{name} is not over: {rows}")
        for each in sent:
            for computer, direction in ((each.sender, "sending"), (each.receiver, "receiving")):
                row = self._row(computer, each, direction)
                if row is not None and not row["final"]:
                    computer.do("cancel", row["id"])

    def _row(self, computer: Computer, sent: Sent, direction: str) -> dict[str, Any] | None:
        """Of this run, or of the history."""
        for rows in ("rows", "history"):
            for row in computer.do(rows) or ():
                if row["name"] == sent.name and row["direction"] == direction:
                    found: dict[str, Any] = row
                    return found
        return None

    def _check(self, sent: list[Sent]) -> None:
        for each in sent:
            here, there = self._row(each.sender, each, "sending"), self._row(each.receiver, each, "receiving")
            states = (here and here["state"], there and there["state"])
            self.report.ends["/".join(str(state) for state in states)] += 1
            arrived = each.receiver.received / each.name
            if _DELIVERED in states:
                wrong = differences(each.source, arrived)
                if wrong:
                    self.report.find(
                        f"{each.name} ({each.shape}) is called delivered, {states}, and differs: {wrong[:5]}"
                    )
                else:
                    self.report.bytes += size_of(arrived)
            if _DELIVERED in states and states != (_DELIVERED, _DELIVERED):
                self.report.find(f"{each.name} ({each.shape}): they do not agree, {here}, {there}")
            elif states[0] == "partly delivered" or (states[0] == "cancelled") > each.cancelled:
                self.report.find(f"{each.name} ({each.shape}): {here}, {there}")

    def _clear(self, sent: list[Sent]) -> None:
        """What is left besides what was sent is a finding."""
        for each in sent:
            remove(each.source)
        for computer in self.computers:
            names, received = {each.name for each in sent if each.receiver is computer}, computer.received
            self._wait_until(partial(_nothing_arrives, received), 10.0)
            for path in list(received.iterdir()):
                if path.name not in names:
                    self.report.find(f"left in the folder of {computer.name}: {path.name}")
                remove(path)

    def _end(self) -> None:
        for computer in self.computers:
            samples = [life for life in computer.lives if life]
            grew = slope([[each for each in life if each.at > _WARM] for life in samples])
            last = samples[-1]
            print(
                f"{computer.name}: {len(computer.lives)} lives, the last {last[-1].at / 60:.0f} min; "
                f"memory {curve(last)} MiB, slope {grew or 'not known'}; "
                f"descriptors {last[0].descriptors} to {last[-1].descriptors}, "
                f"threads {last[0].threads} to {last[-1].threads}"
            )
            if grew is not None and grew.exceeds(_SLOPE_MAX):
                self.report.find(f"the memory of {computer.name} grows by {grew}")
            for what in ("descriptors", "threads"):
                first, latest = getattr(last[0], what), getattr(last[-1], what)
                if latest > first + _GROWTH:
                    self.report.find(f"{what} of {computer.name} grew from {first} to {latest}")
            if (codes := computer.do("codes")) > 1:
                self.report.find(f"{computer.name} compared {codes} codes in one life")
            if computer.quit() != 0:
                self.report.find(f"{computer.name} did not end in order")
            if errors := (computer.root / "errors").read_text():
                self.report.find(f"{computer.name} said: {errors[-2000:]}")
            for path in (computer.root / "profile" / "transfers").glob("*"):
                if path.suffix in {".in", ".out"}:
                    self.report.find(f"left in the profile of {computer.name}: {path.name}")

    # --- what goes wrong, each for a while and then no more -----------------------------------------------

    def _faults(self) -> list[Callable[[list[Sent]], None]]:
        harmless = [self._pull_cable, self._stop, self._fill_disk, self._pause, self._cancel, self._move]
        return [*harmless, self._kill, self._kill_both] if self.deadly else harmless

    def _kill(self, _: list[Sent]) -> None:
        victim = self.chance.choice(self.computers)
        victim.kill()
        self._wait(self.chance.choice((0.0, 0.5, 3.0)))
        victim.start()

    def _kill_both(self, _: list[Sent]) -> None:
        for computer in self.computers:
            computer.kill()
        for computer in self.computers:
            computer.start()

    def _pull_cable(self, _: list[Sent]) -> None:
        host = self.chance.choice(self.lan.hosts)
        host.unplug()
        self._wait(self.chance.choice((0.3, 2.0, 6.0, 24.0)))
        host.plug()

    def _stop(self, _: list[Sent]) -> None:
        victim = self.chance.choice(self.computers)
        assert victim.process is not None
        victim.process.send_signal(signal.SIGSTOP)
        self._wait(self.chance.choice((0.5, 4.0, 23.0)))
        victim.process.send_signal(signal.SIGCONT)

    def _fill_disk(self, _: list[Sent]) -> None:
        victim = self.chance.choice(self.computers)
        victim.fill()
        self._wait(self.chance.choice((1.0, 4.0)))
        victim.empty()

    def _pause(self, sent: list[Sent]) -> None:
        each = self.chance.choice(sent)
        computer, direction = self.chance.choice(((each.sender, "sending"), (each.receiver, "receiving")))
        row = self._row(computer, each, direction)
        if row is not None and not row["final"]:
            computer.do("pause", row["id"])
            self._wait(self.chance.random() * 2)
            computer.do("unpause", row["id"])

    def _cancel(self, sent: list[Sent]) -> None:
        each = self.chance.choice(sent)
        computer, direction = self.chance.choice(((each.sender, "sending"), (each.receiver, "receiving")))
        row = self._row(computer, each, direction)
        if row is not None and not row["final"]:
            each.cancelled = True
            computer.do("cancel", row["id"])

    def _move(self, _: list[Sent]) -> None:
        """Another address, as with a new lease."""
        host = self.chance.choice(self.lan.hosts)
        before, host.address = host.address, f"198.18.0.{next(self._addresses, 19)}"
        if before != host.address:
            host.ip("addr", "del", f"{before}/24", "dev", host.interface)
            host.ip("addr", "add", f"{host.address}/24", "dev", host.interface)

    # --- time --------------------------------------------------------------------------------------------

    def _wait(self, seconds: float) -> float:
        """How long that was, where nobody stopped the machine meanwhile."""
        time.sleep(seconds)
        return seconds

    def _wait_until(self, condition: Callable[[], bool], seconds: float) -> None:
        while seconds > 0 and not condition():
            seconds -= self._wait(_STEP)

    def _tell(self, passed: float) -> None:
        report = self.report
        print(
            f"{passed / 60:5.1f} min, {report.rounds} rounds, {sum(report.shapes.values())} transfers, "
            f"{report.bytes >> 20} MiB, {len(report.findings)} findings, memory "
            + ", ".join(f"{each.lives[-1][-1].kib // 1024} MiB" for each in self.computers if each.lives[-1]),
            flush=True,
        )


def curve(life: list[Sample]) -> str:
    """Its memory every ten minutes, and at the end."""
    found, due = [], 0.0
    for each in life:
        if each.at >= due or each is life[-1]:
            found.append(f"{each.kib / 1024:.0f}")
            due = each.at + _CURVE
    return " ".join(found)


def _nothing_arrives(folder: Path) -> bool:
    return not [*folder.glob(f"{PARTIAL_PREFIX}*")]


def remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def entries(path: Path) -> dict[str, Path]:
    return {str(each.relative_to(path)): each for each in (path, *path.rglob("*"))} if path.is_dir() else {".": path}


def differences(source: Path, arrived: Path) -> list[str]:
    """Paths that are not on both sides with the same content, kind and time."""
    if not arrived.exists():
        return [f"{arrived} is not there"]
    here, there = entries(source), entries(arrived)
    return [
        *(here.keys() ^ there.keys()),
        *(name for name in here.keys() & there.keys() if not same(here[name], there[name])),
    ]


def same(a: Path, b: Path) -> bool:
    seen, found = a.lstat(), b.lstat()
    if stat.S_ISDIR(seen.st_mode):
        return stat.S_ISDIR(found.st_mode)
    return seen.st_mtime_ns == found.st_mtime_ns and stat.S_ISREG(found.st_mode) and a.read_bytes() == b.read_bytes()


def size_of(path: Path) -> int:
    return sum(each.stat().st_size for each in entries(path).values() if each.is_file())


def print_report(report: Report, seconds: float) -> None:
    print(f"seed {report.seed}: {report.rounds} rounds in {seconds / 60:.1f} min, {report.bytes >> 20} MiB delivered")
    for title, counts in (("shapes", report.shapes), ("faults", report.faults), ("ends here/there", report.ends)):
        print(f"  {title}: " + ", ".join(f"{name} {count}" for name, count in sorted(counts.items())))
    for finding in report.findings:
        print(f"  FINDING {finding}")
    print(f"  {len(report.findings)} findings")
