"""Two victims and somebody between them, for every test in here."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.engine import returning
from desktop_app.protocol import limits
from desktop_app.transport import agreement
from tests.adversary.meeting import Meet, Meeting
from tests.support.node import Node, _no_descriptors_left, node, pair_of_nodes, start_node
from tests.support.relay import Relay
from tests.support.victims import Victims

__all__ = ["_no_descriptors_left", "node", "pair_of_nodes", "start_node"]


@pytest.fixture
def victims(pair_of_nodes: tuple[Node, Node], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Victims]:
    """They say nothing unasked, so that a frame's number tells what it is; no session that was cut comes back by
    itself, and nobody calls twice. Afterwards both have to be well."""
    monkeypatch.setattr(limits, "HEARTBEAT", 3600.0)
    monkeypatch.setattr(returning, "_PAUSES", (3600.0,))
    monkeypatch.setattr(agreement, "_AGAIN", ())
    victims = Victims(*pair_of_nodes, monkeypatch)
    yield victims
    victims.assert_well(tmp_path / "honest")


@pytest.fixture
def relay(victims: Victims) -> Iterator[Relay]:
    """A way to `b` that somebody watches."""
    with Relay(victims.b.node.engine.port) as relay:
        yield relay


@pytest.fixture
def meet(victims: Victims, relay: Relay, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Meet:
    """A verified session through the relay, in the epoch that is asked for."""
    return lambda epoch: Meeting(victims, relay, tmp_path, monkeypatch, epoch)
