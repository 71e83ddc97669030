"""Hosts and nodes for the tests that need a network of their own."""

from collections.abc import Callable, Iterator

import pytest

from tests.discovery.nodes import Node
from tests.support.namespaces import Host, Lan


@pytest.fixture
def lan() -> Iterator[Lan]:
    with Lan(hosts=3) as lan:
        yield lan


@pytest.fixture
def start(lan: Lan) -> Iterator[Callable[..., Node]]:
    """Starts a node on a host; all are gone after the test."""
    nodes: list[Node] = []

    def start_node(host: Host, name: str, *, port: int = 0, visibility: str = "everyone", quick: bool = False) -> Node:
        nodes.append(Node(host, name, port=port, visibility=visibility, quick=quick))
        return nodes[-1]

    yield start_node
    lan.close()
    for node in nodes:
        node.join()
