"""Programs that a test starts, ended with it."""

import contextlib
import random
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.end2end.programs import Program, Tallystick, Terminal
from tests.support.namespaces import Host
from tests.support.node import _no_descriptors_left, start_node

__all__ = ["_no_descriptors_left", "port", "start_node", "tallystick", "terminal"]


@pytest.fixture
def tallystick(tmp_path: Path) -> Iterator[Tallystick]:
    """Starts `tallystick` with a profile of that name."""
    programs: list[Program] = []

    def start(name: str, *arguments: object, host: Host | None = None) -> Program:
        programs.append(Program(tmp_path / f"profile-{name}", *arguments, host=host))
        return programs[-1]

    yield start
    for program in programs:
        program.kill()


@pytest.fixture
def port() -> int:
    """A free port below those that outgoing connections get, so that none of them takes it meanwhile."""
    while True:
        number = random.randrange(20_000, 30_000)
        with contextlib.suppress(OSError), socket.create_server(("", number)):
            return number


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    terminals: list[Terminal] = []

    def start(*arguments: object) -> Terminal:
        terminals.append(Terminal(tmp_path / "profile-terminal", *arguments))
        return terminals[-1]

    yield start
    for each in terminals:
        each.close()
