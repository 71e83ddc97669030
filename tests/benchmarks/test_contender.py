"""The benchmark is a command; here only that its contender copies, and that `same` can tell."""

from pathlib import Path

from tests.benchmarks import __main__ as command
from tests.benchmarks import material, plain_tcp


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
