"""Records that fit the line: whole ones on a fast one, small ones on a slow one, and the same for all streams."""

import pytest

from desktop_app.protocol.limits import KIB, MIB
from desktop_app.transfer.portion import Portion


class Line:
    """One that takes so many bytes in a second, from that many streams in turn."""

    def __init__(self, portion: Portion, rate: float, streams: int = 1) -> None:
        self._portion, self._rate, self._streams = portion, rate, streams
        self._now = 0.0

    def carry(self, rounds: int = 30) -> int:
        """What a record holds in the end."""
        portion = self._portion
        waiting = [portion.begin(portion.bytes, self._now) for _ in range(self._streams)]
        for _ in range(rounds):
            self._now += portion.bytes / self._rate
            portion.end(waiting.pop(0), self._now)
            waiting.append(portion.begin(portion.bytes, self._now))
        return portion.bytes


@pytest.mark.parametrize("streams", [1, 2, 5])
@pytest.mark.parametrize(
    ("rate", "fits"), [(1e9, MIB), (117e6, MIB), (12.5e6, 500_000), (2.5e6, 100_000), (100e3, 64 * KIB)]
)
def test_a_record_takes_a_moment_of_any_line(rate: float, fits: int, streams: int) -> None:
    assert Line(Portion(MIB), rate, streams).carry() == pytest.approx(fits, rel=0.02)


def test_it_grows_again_but_not_at_once() -> None:
    portion = Portion(MIB)
    Line(portion, 100e3).carry()
    sizes = [Line(portion, 1e12).carry(1) for _ in range(5)]
    assert sizes == [128 * KIB, 256 * KIB, 512 * KIB, MIB, MIB]


def test_no_time_at_all_is_no_reason_to_stop() -> None:
    portion = Portion(MIB)
    portion.end(portion.begin(MIB, 1.0), 1.0)
    assert portion.bytes == MIB


def test_a_long_pause_costs_one_small_record() -> None:
    portion = Portion(MIB)
    portion.end(portion.begin(MIB, 0.0), 3600.0)
    assert portion.bytes == 64 * KIB


def test_where_there_is_room_for_less_it_is_less() -> None:
    assert Line(Portion(1000), 1.0).carry() == 1000
