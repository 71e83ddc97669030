"""The nodes of `tests.support.node`, judged after every test in here, and one verified peer."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.discovery.conftest import lan, start
from tests.support.hostile_peer import HostilePeer
from tests.support.node import Node, StartNode, _no_descriptors_left, node, pair_of_nodes, running
from tests.support.oracle import WatchedNodes
from tests.support.verified_peer import verified

__all__ = ["_no_descriptors_left", "lan", "node", "pair_of_nodes", "peer", "start", "start_node"]


@pytest.fixture
def start_node(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch, _no_descriptors_left: None
) -> Iterator[StartNode]:
    """There is no other way to a node in here, so none goes unjudged."""
    with running(WatchedNodes(tmp_path, home)) as start:
        yield start
        start.judge(monkeypatch)


@pytest.fixture
def peer(node: Node) -> Iterator[HostilePeer]:
    """Verified, and up to no good."""
    with HostilePeer.dial(node.engine.port) as peer:
        yield verified(node, peer, "Liar")
