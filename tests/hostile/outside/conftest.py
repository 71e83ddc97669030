"""One running program for all tests of a worker, judged after each of them."""

import resource
from collections.abc import Iterator

import pytest

from tests.hostile.outside.running import Running
from tests.support.namespaces import Lan


@pytest.fixture(scope="session")
def lan() -> Iterator[Lan]:
    """A host for the program that all tests share, one for its attackers, and one for the window."""
    with Lan(hosts=3) as lan:
        yield lan


@pytest.fixture(scope="session")
def _running(lan: Lan, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    before = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (before[1], before[1]))  # what it forbids is forbidden by nobody else
    try:
        running = Running(lan, tmp_path_factory.mktemp("outside"))
    finally:
        resource.setrlimit(resource.RLIMIT_CORE, before)
    yield running
    running.program.kill()


@pytest.fixture
def victim(_running: Running) -> Iterator[Running]:
    """It is running already, and has to be as it was when the test is over."""
    yield _running
    _running.judge()
