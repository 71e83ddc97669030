"""The nodes of `tests.support.node`, and one verified peer, for every test in here."""

from collections.abc import Iterator

import pytest

from tests.support.hostile_peer import HostilePeer
from tests.support.node import Node, _no_descriptors_left, node, pair_of_nodes, start_node
from tests.support.verified_peer import verified

__all__ = ["_no_descriptors_left", "node", "pair_of_nodes", "peer", "start_node"]


@pytest.fixture
def peer(node: Node) -> Iterator[HostilePeer]:
    """Verified, and up to no good."""
    with HostilePeer.dial(node.engine.port) as peer:
        yield verified(node, peer, "Liar")
