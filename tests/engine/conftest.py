"""The nodes of `tests.support.node`, for every test in here."""

from tests.support.node import _no_descriptors_left, node, pair_of_nodes, start_node

__all__ = ["_no_descriptors_left", "node", "pair_of_nodes", "start_node"]
