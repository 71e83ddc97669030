"""Whether the window stays smooth while much happens, what it costs when nothing does, and how soon it is there."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from typing import Final

import msgspec

from desktop_app.storage.history import History
from desktop_app.storage.profile import Profile
from tests.benchmarks import material
from tests.benchmarks.history import row
from tests.benchmarks.pair import MODULE as OTHER
from tests.benchmarks.pair import expect, tell
from tests.benchmarks.processes import ROOT, Failure, Process
from tests.benchmarks.row import Row
from tests.benchmarks.watch import Watched
from tests.end2end.screen import Screen

MODULE: Final = "tests.benchmarks.window"
BLOCK, USUAL, PAINTS = 50.0, 16.0, 10.0  # ms at most, ms in 99 of 100 cases, times a second
IDLE, MEMORY, START = 0.5, 150.0, 0.6  # % of a processor, MiB, seconds
DEVICES: Final = 100
STEPS: Final = 1000
SETTLE: Final = 2.0  # seconds until nothing of the beginning goes on
PATIENCE: Final = 20.0


def measure(
    root: Path, rows: Sequence[int], moving: Sequence[int], seconds: float, starts: int, explain: float
) -> Iterator[Row]:
    """`rows`: earlier transfers, `moving`: files of each transfer. `explain`: say what the event loop does where it is
    late by so many milliseconds; 0: not. Raises Failure."""
    with Screen() as screen:
        for count in rows:
            with _window(root, f"{count} rows", screen, explain, count) as (window, _):
                title = f"{count:,} earlier transfers, scrolled through"
                yield from _smooth(title, window, lambda: _ask(window, "scrolled", do="scroll", steps=STEPS))
                yield _memory(title, window)
        with _window(root, "near", screen, explain, 0) as (window, _):
            title = f"{DEVICES} devices, one after the other gone and back"
            near = {"do": "devices", "count": DEVICES, "seconds": seconds}
            yield from _smooth(title, window, lambda: _ask(window, "devices", **near), painted=True)
            yield _idle(f"{DEVICES} devices near, nothing happens", window, seconds)
            yield _memory(f"{DEVICES} devices near", window)
        for many in moving:
            with _window(root, f"{many} moving", screen, explain, min(rows, default=0)) as (window, port):
                yield from _transfers(root, many, window, port)
        yield from _starts(root, screen, starts)


def _transfers(root: Path, many: int, window: Process, port: int) -> Iterator[Row]:
    source, into = material.empty_files(root / f"{many} files", many), root / f"{many} elsewhere"
    into.mkdir()
    with ExitStack() as stack:
        profile = stack.enter_context(tempfile.TemporaryDirectory())
        other = stack.enter_context(Process(OTHER, profile, into))
        ways = (("received", other, port), ("sent", window, expect(other, "listening")["port"]))
        tell(other, do="pair", port=port)
        for each in (other, window):
            expect(each, "remembered")
        for title, sender, to in ways:
            _end(other, window)

            window.forget_peak()

            def move(sender: Process = sender, to: int = to) -> None:
                tell(sender, do="send", path=str(source), port=to)
                for each in (other, window):
                    expect(each, "delivered")

            title = f"{many:,} files are {title}"
            yield from _smooth(title, window, move, painted=True)
            yield _memory(f"{title}, at most", window, window.peak())
        _end(other, window)


def _end(other: Process, window: Process) -> None:
    tell(other, do="end")
    for each in (other, window):
        expect(each, "over")
    time.sleep(SETTLE)


def _smooth(title: str, window: Process, do: Callable[[], object], *, painted: bool = False) -> Iterator[Row]:
    """`painted`: what happens by itself, and so need not be shown more often than anybody can read."""
    _ask(window, "watching", do="watch")
    do()
    told = _ask(window, "watched", do="report")
    watched = msgspec.convert({name: told[name] for name in Watched.__dataclass_fields__}, Watched)
    alone = "{:.1f} ms without the time that other programs took"
    yield Row(f"{title}: longest block", "", alone.format(watched.own_worst), watched.worst, " ms", BLOCK)
    yield Row(f"{title}: 99 % of blocks", "", alone.format(watched.own_p99), watched.p99, " ms", USUAL)
    if painted:
        took = f"{watched.seconds:.1f} s, {watched.cpu:.1f} s of a processor"
        yield Row(f"{title}: painted, most in a second", "", took, watched.paints, "", PAINTS)


def _idle(title: str, window: Process, seconds: float) -> Row:
    time.sleep(SETTLE)
    before = window.cpu()
    time.sleep(seconds)
    used = window.cpu() - before
    return Row(title, "", f"{used:.2f} s in {seconds:.0f} s", used / seconds * 100, " % of a processor", IDLE)


def _memory(title: str, window: Process, size: int | None = None) -> Row:
    """All that is resident, libraries that other programs use too included: as a list of programs shows it, and more
    than it costs. Beside it what it has with what is shared divided among those that share it. `size`: at its most."""
    mebibytes, share = (size or window.memory()) / material.MIB, window.share() / material.MIB
    return Row(f"{title}: memory", "", f"{share:.0f} MiB with its share of what is shared", mebibytes, " MiB", MEMORY)


@contextmanager
def _window(root: Path, name: str, screen: Screen, explain: float, rows: int) -> Iterator[tuple[Process, int]]:
    """A window with so many earlier transfers, and its port."""
    profile, into = root / f"{name} profile", root / f"{name} into"
    into.mkdir()
    _fill(profile, rows)
    with Process(MODULE, profile, into, str(explain), environment=screen.environment) as window:
        port = expect(window, "listening")["port"]
        time.sleep(SETTLE)
        yield window, port


def _fill(profile: Path, rows: int) -> None:
    """A history of so many, made durable once."""
    history = History(Profile(profile), lambda error: print(error, file=sys.stderr))
    history.numbers()
    places = ", ?" * (len(row(0).__struct_fields__) - 1)

    def add_all(connection: object) -> None:
        connection.executemany(  # type: ignore[attr-defined]
            f"INSERT INTO transfers VALUES (NULL{places})",
            (msgspec.structs.astuple(row(number))[1:] for number in range(rows)),
        )
        connection.executemany(  # type: ignore[attr-defined]
            "INSERT INTO searched VALUES (?, ?)",
            ((number + 1, f"peer {number % 40}\nholiday 2026\nnumber-{number}.txt") for number in range(rows)),
        )

    history._database.change(add_all)
    history.close()


def _starts(root: Path, screen: Screen, times: int) -> Iterator[Row]:
    """From the command to the window on the screen, with what is compiled kept from the first time."""
    profile = root / "start"
    environment = {**screen.environment, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(root / "compiled")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    commands = {"python -m desktop_app": [sys.executable, "-P", "-m", "desktop_app"]}
    if (ROOT / ".venv").exists():
        commands["packaging/start"] = [str(ROOT / "packaging" / "start")]
    for name, command in commands.items():
        took = [_start([*command, "--profile", str(profile), "--port", "0"], environment) for _ in range(times + 1)]
        seconds = median(took[1:])
        yield Row(f"{name}, until its window is there", "", f"{seconds:.2f} s", seconds, " s", START)


def _start(command: Sequence[str], environment: dict[str, str]) -> float:
    look = ["xdotool", "search", "--onlyvisible", "--name", "^Tallystick$"]
    begun = time.monotonic()
    with subprocess.Popen(command, env=environment) as started:
        while subprocess.run(look, env=environment, capture_output=True, check=False).returncode:
            if time.monotonic() - begun > PATIENCE or started.poll() is not None:
                started.kill()
                raise Failure(f"{command[0]}: no window")
        seconds = time.monotonic() - begun
        started.terminate()
    return seconds


def _ask(window: Process, event: str, **command: object) -> dict[str, object]:
    tell(window, **command)
    return expect(window, event)
