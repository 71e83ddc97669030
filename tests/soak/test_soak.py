"""What a soak is judged by: it has to see what it looks for."""

import os
import random
import time
from pathlib import Path

import pytest

from tests.soak import shapes
from tests.soak.drive import curve, differences
from tests.soak.running import RunningTime
from tests.soak.slope import Slope, slope
from tests.support.computers import Sample
from tests.support.node import wait_until


def life(seconds: int, level: int, an_hour: float) -> list[Sample]:
    noise = random.Random(1)
    return [
        Sample(at, int(level + an_hour * at / 3600 + noise.randrange(-50, 50)), 20, 10) for at in range(0, seconds, 10)
    ]


MOST = 1024.0


@pytest.mark.parametrize("an_hour", [0.0, 900.0, 1500.0])
def test_a_slope_is_seen_through_lives_of_different_levels(an_hour: float) -> None:
    found = slope([life(3600, 50_000, an_hour), life(1800, 60_000, an_hour), life(60, 9_000, 1e6)])
    assert found is not None
    assert found.error < 60
    assert found.grows == pytest.approx(an_hour, abs=60)
    assert found.exceeds(MOST) == (an_hour > MOST)


@pytest.mark.parametrize("an_hour", [0.0, 3 * MOST])
def test_what_comes_and_goes_makes_a_slope_uncertain_and_long_lives_make_it_certain_again(an_hour: float) -> None:
    """As sessions do, of which each lasts for minutes."""
    errors = []
    for hours in (1, 10):
        chance, samples = random.Random(hours), life(hours * 3600, 50_000, an_hour)
        for first in range(0, len(samples), 18):
            more = chance.choice((0, 2500, 5000))
            for each in samples[first : first + 18]:
                each.kib += more
        found = slope([samples])
        assert found is not None
        assert abs(found.grows - an_hour) < 2 * found.error
        errors.append(found.error)
    assert errors[0] > MOST > errors[1]
    assert found is not None
    assert found.exceeds(MOST) == (an_hour > MOST)


def test_what_is_not_known_well_is_found_only_beyond_doubt() -> None:
    assert not Slope(1.5 * MOST, MOST * 2).exceeds(MOST)
    assert Slope(3.5 * MOST, MOST * 2).exceeds(MOST)
    assert Slope(1.1 * MOST, MOST).exceeds(MOST)


def test_of_short_lives_nothing_is_said() -> None:
    assert slope([life(60, 50_000, 1e6), []]) is None


def test_the_curve_of_a_life_is_told_every_ten_minutes_and_at_its_end() -> None:
    assert curve([Sample(at, at * 1024, 20, 10) for at in range(0, 1500, 10)]) == "0 600 1200 1490"


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
