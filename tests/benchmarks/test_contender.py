"""The benchmark is a command; here only that its contenders copy, that `same` can tell, and that all parts run."""

from pathlib import Path

import pytest

from tests.benchmarks import __main__ as command
from tests.benchmarks import contenders, copies, cost, material, plain_tcp, renewal
from tests.benchmarks.row import Row

SMALL = ["--runs", "1", "--size", "2", "--files", "120", "--many", "1500", "--hollow", "4"]


def test_the_contender_copies_every_byte(tmp_path: Path) -> None:
    assert "plain TCP" in copies.CONTENDERS
    source = material.many_files(tmp_path / "many", 120)
    material.one_file(source / "one", 2)
    (tmp_path / "into").mkdir()

    result = plain_tcp.measure(source, tmp_path / "into")

    assert result.delivered > 0
    assert material.same(source, tmp_path / "into" / "many")
    (tmp_path / "into" / "many" / "folder 07" / "file 00007.bin").write_bytes(bytes(material.SMALL))
    assert not material.same(source, tmp_path / "into" / "many")


@pytest.mark.parametrize("name", contenders.available(one_file=True))
def test_every_other_contender_that_is_here_copies_every_byte(tmp_path: Path, name: str) -> None:
    source = material.one_file(tmp_path / "one", 2)
    (tmp_path / "into").mkdir()

    try:
        contenders.available(one_file=True)[name](source, tmp_path / "into")
    except contenders.DoesNotListen as error:
        pytest.skip(f"{error} does not run here")

    assert material.same(source, tmp_path / "into" / "one")


@pytest.mark.parametrize(
    ("part", "workloads"),
    [
        ("A", ("A: one file of 2 MiB, until written", "A: one file of 2 MiB, until delivered")),
        ("B", ("B: 120 files of 4 KiB, until written", "B: 120 files of 4 KiB, until delivered")),
        ("short", ("C: 1 KiB, both running", "C: 1 KiB, whole command", "D: 10 MiB, both running", "D: 10 MiB, whole")),
        ("memory", ("memory of the sender, A", "memory of the receiver, B", "receiver, a hollow file of 4 MiB")),
        ("many", ("1,500 empty files and folders: rate", "first file after accept", "memory of the sender")),
    ],
)
def test_a_part_is_told_as_rows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], part: str, workloads: tuple[str, ...]
) -> None:
    assert command.main(["--only", part, *SMALL, "--dir", str(tmp_path)]) == 0
    said, complained = capsys.readouterr()
    assert not complained
    for workload in workloads:
        assert workload in said
    assert not list(tmp_path.iterdir())


def test_a_row_says_whether_its_target_is_reached() -> None:
    assert str(Row("A", "0.400 s", "0.430 s", 1.075, target=1.1)).endswith("| 1.07 | <= 1.10 | reached |")
    assert str(Row("C", "", "61 ms", 61.0, " ms", 60.0)).endswith("| 61 ms | <= 60 ms | missed |")
    assert str(Row("D", "", "300 ms", 300.0, " ms")).endswith("| 300 ms |  |  |")


def test_a_long_transfer_is_renewed_or_not_as_asked_for(tmp_path: Path) -> None:
    source = material.hollow_file(tmp_path / "long", 256)
    assert renewal.measure(source, tmp_path, 0.0).renewals > 0
    assert renewal.measure(source, tmp_path, renewal.NEVER).renewals == 0


def test_what_a_session_costs_can_be_measured() -> None:
    assert cost._cpu(cost._handshake, 1) > 0
    assert cost._cpu(cost._up_to_the_code, 1) > 0
    assert cost._cpu(cost._renewals(), 2) > 0
    assert all(seconds > 0 for seconds in cost._connect_to_code(1))
