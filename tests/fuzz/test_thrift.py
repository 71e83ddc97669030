"""What a long run saves itself costs it nothing that it is there to notice."""

import subprocess
import sys
from pathlib import Path

from tests.fuzz import test_oracles, test_targets
from tests.fuzz.target import NAMES

_IN_A_LONG_RUN = """
import sys
import pytest
from tests.fuzz import thrift

thrift.begin()
sys.exit(pytest.main(["-q", "-p", "no:cacheprovider", "-p", "no:xdist", *sys.argv[1:]]))
"""


def test_a_long_run_notices_what_is_broken_and_nothing_else(tmp_path: Path) -> None:
    """In a process of its own, for what is saved there others need."""
    noticed = f"{test_oracles.__file__}::{test_oracles.test_what_is_broken_is_noticed.__name__}"
    good = f"{test_targets.__file__}::{test_targets.test_everything_that_is_kept_ends_as_it_should.__name__}"
    run = subprocess.run(
        [sys.executable, "-c", _IN_A_LONG_RUN, f"--basetemp={tmp_path / 'within'}", noticed, good],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr
    assert f"{len(test_oracles.BROKEN) + len(NAMES)} passed" in run.stdout
