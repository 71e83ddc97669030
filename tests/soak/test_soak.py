"""What a soak is judged by: it has to see what it looks for."""

import os
import random
import time
from pathlib import Path

import pytest

from tests.soak import shapes
from tests.soak.drive import differences
from tests.soak.running import RunningTime
from tests.soak.slope import kib_an_hour
from tests.support.computers import Sample
from tests.support.node import wait_until


def life(seconds: int, level: int, an_hour: float) -> list[Sample]:
    noise = random.Random(1)
    return [
        Sample(at, int(level + an_hour * at / 3600 + noise.randrange(-50, 50)), 20, 10) for at in range(0, seconds, 10)
    ]


@pytest.mark.parametrize("an_hour", [0.0, 900.0, 1500.0])
def test_a_slope_is_seen_through_lives_of_different_levels(an_hour: float) -> None:
    found = kib_an_hour([life(3600, 50_000, an_hour), life(1800, 60_000, an_hour), life(60, 9_000, 1e6)])
    assert found == pytest.approx(an_hour, abs=60)


def test_of_short_lives_nothing_is_said() -> None:
    assert kib_an_hour([life(60, 50_000, 1e6), []]) is None


@pytest.mark.parametrize("what", ["nothing", "content", "gone", "more", "time", "kind"])
def test_a_difference_is_seen(tmp_path: Path, what: str) -> None:
    source, arrived = tmp_path / "source", tmp_path / "arrived"
    for folder in (source, arrived):
        (folder / "inner").mkdir(parents=True)
        (folder / "inner" / "file").write_bytes(b"content")
        os.utime(folder / "inner" / "file", ns=(10**18, 10**18))
    file = arrived / "inner" / "file"
    if what in {"gone", "kind"}:
        file.unlink()
    match what:
        case "content":
            file.write_bytes(b"CONTENT")
            os.utime(file, ns=(10**18, 10**18))
        case "time":
            os.utime(file, ns=(10**18, 2 * 10**18))
        case "more":
            (arrived / "more").write_bytes(b"")
        case "kind":
            file.mkdir()
    assert bool(differences(source, arrived)) == (what != "nothing")
    assert differences(source, tmp_path / "nowhere")


@pytest.mark.parametrize("shape", shapes.SHAPES)
def test_a_seed_makes_the_same_again(tmp_path: Path, shape: shapes.Shape) -> None:
    made = []
    for name in ("first", "second"):
        shape(random.Random(7), tmp_path / name)
        made.append(seen(tmp_path / name))
    assert made[0] == made[1]


def seen(folder: Path) -> dict[Path, bytes]:
    """A file where it is one alone."""
    paths = (folder, *folder.rglob("*"))
    return {path.relative_to(folder): path.read_bytes() if path.is_file() else b"" for path in paths}


def test_time_that_somebody_was_stopped_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = RunningTime()
    try:
        wait_until(lambda: clock() > 0)
        now, before = time.monotonic, clock()
        monkeypatch.setattr(time, "monotonic", lambda: now() + 1000)
        time.sleep(1.2)
        monkeypatch.undo()
        assert clock() < before + 100
    finally:
        clock.stop()
