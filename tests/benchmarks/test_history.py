"""The benchmark of the history is a command; here only that it measures what it says."""

from pathlib import Path

import pytest

from tests.benchmarks import history


def test_it_runs_on_a_small_history(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert history.main(["--rows", "120", "--entries", "50", "--dir", str(tmp_path)]) == 0
    said, complained = capsys.readouterr()
    assert not complained
    for what in ("first page", "search: no match", "page 2", "clear all", "write it as json", "write it as text"):
        assert what in said
    assert not list(tmp_path.iterdir())
