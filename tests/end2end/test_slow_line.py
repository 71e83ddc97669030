"""Two programs on a cable that carries little: both know that it is the network."""

from pathlib import Path

import pytest

from tests.end2end.programs import Program, Tallystick, compared
from tests.support.namespaces import Lan
from tests.transfer.trees import film

SHAPE = ("tc", "qdisc", "add", "dev", "lan0", "root", "tbf", "rate", "160mbit", "burst", "256kb", "latency", "50ms")
FILM = 200 << 20


@pytest.mark.network
def test_case_084_a_slow_network_is_what_limits_it(tallystick: Tallystick, tmp_path: Path) -> None:
    with Lan(hosts=2) as lan:
        there = tallystick(
            "receiver", "--port", 47471, "receive", "--into", tmp_path / "in", "--accept", "all", host=lan.hosts[0]
        )
        there.until("listening")
        if lan.hosts[1].run(SHAPE, capture_output=True).returncode:
            pytest.skip("this kernel cannot slow a network down")
        source = film(tmp_path / "film", FILM)
        here = tallystick("sender", "send", source, "--to", f"{lan.hosts[0].address}:47471", host=lan.hosts[1])
        compared(here, there)
        assert [limit_of(program) for program in (here, there)] == ["network", "network"]
        for program in (here, there):
            program.kill()


def limit_of(program: Program) -> str:
    """The first that it tells."""
    while (limit := program.until("progress")["limited_by"]) is None:
        pass
    return str(limit)
