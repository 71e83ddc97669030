"""The benchmark is a command; here only that its contender copies, that `same` can tell, and that the rest runs."""

from pathlib import Path

from tests.benchmarks import __main__ as command
from tests.benchmarks import cost, material, plain_tcp, renewal


def test_the_contender_copies_every_byte(tmp_path: Path) -> None:
    assert "plain TCP" in command.CONTENDERS
    source = material.many_files(tmp_path / "many", 120)
    material.one_file(source / "one", 2)
    (tmp_path / "into").mkdir()

    result = plain_tcp.measure(source, tmp_path / "into")

    assert result.delivered > 0
    assert material.same(source, tmp_path / "into" / "many")
    (tmp_path / "into" / "many" / "folder 07" / "file 00007.bin").write_bytes(bytes(material.SMALL))
    assert not material.same(source, tmp_path / "into" / "many")


def test_a_long_transfer_is_renewed_or_not_as_asked_for(tmp_path: Path) -> None:
    source = material.hollow_file(tmp_path / "long", 256)
    assert renewal.measure(source, tmp_path, 0.0).renewals > 0
    assert renewal.measure(source, tmp_path, renewal.NEVER).renewals == 0


def test_what_a_session_costs_can_be_measured() -> None:
    assert cost._cpu(cost._handshake, 1) > 0
    assert cost._cpu(cost._up_to_the_code, 1) > 0
    assert cost._cpu(cost._renewals(), 2) > 0
    assert all(seconds > 0 for seconds in cost._connect_to_code(1))
