"""The judge itself: each thing that must not happen is noticed when it does."""

import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.storage.names import PARTIAL_PREFIX
from tests.support import ledger
from tests.support.hostile_peer import HostilePeer
from tests.support.node import Node, running
from tests.support.oracle import WatchedNodes
from tests.support.verified_peer import verified


def touch_a_canary(node: Node) -> None:
    (node.root / "around" / "letter").write_bytes(b"mine")


def add_to_a_canary(node: Node) -> None:
    (node.root / "around" / "home" / ".config" / "new").write_bytes(b"")


def leave_a_half(node: Node) -> None:
    (node.folder / "film").write_bytes(b"the first half")


def log_a_key(node: Node) -> None:
    with HostilePeer.dial(node.engine.port) as peer:
        peer.agree().greet().compare()
        logging.getLogger("desktop_app.engine").debug("agreed on %s", next(iter(ledger.secrets)).hex())


@pytest.mark.parametrize("misdeed", [touch_a_canary, add_to_a_canary, leave_a_half, log_a_key])
def test_it_is_noticed(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch, misdeed: Callable[[Node], None]
) -> None:
    with running(WatchedNodes(tmp_path, home)) as start:
        misdeed(start())
        with pytest.raises(AssertionError):
            start.judge(monkeypatch)


def test_without_a_misdeed_there_is_none(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with running(WatchedNodes(tmp_path, home)) as start:
        node = start()
        (node.folder / f"{PARTIAL_PREFIX}x").mkdir()
        with HostilePeer.dial(node.engine.port) as peer:
            verified(node, peer)
        start.judge(monkeypatch)
