"""The wall clock is set while something is under way: no timer runs by it, and nothing that is remembered is lost."""

import os
import time

import pytest

from desktop_app.events import Remembered, SessionEnded, State
from tests.hostile.test_content import send_file
from tests.support.hostile_peer import HostilePeer, Kind, file_end, file_entry, manifest_digest
from tests.support.node import Node

TEN_YEARS = 10 * 365.25 * 24 * 3600
FILM = os.urandom(2 << 20)
HALF = len(FILM) // 2


@pytest.mark.parametrize("years", [TEN_YEARS, -TEN_YEARS], ids=["ten years on", "ten years back"])
def test_case_083_a_clock_that_is_set_amid_a_transfer_changes_nothing(
    node: Node, peer: HostilePeer, monkeypatch: pytest.MonkeyPatch, years: float
) -> None:
    node.engine.remember(node.engine.sessions()[0].id)
    peer.expect(Kind.REMEMBER)
    peer.say(Kind.REMEMBER)
    node.wait_for(Remembered)
    peer.offer(0, ["film"], total=len(FILM))
    transfer = node.accept()
    peer.expect(Kind.ACCEPT)
    entries, ends = [file_entry("film", len(FILM))], [file_end(FILM)]
    peer.send(Kind.ENTRIES, 0, entries)
    peer.send_data(0, FILM[:HALF])
    now = time.time
    monkeypatch.setattr(time, "time", lambda: now() + years)
    peer.send_data(0, FILM[HALF:])
    peer.send(Kind.FILE_ENDS, 0, 0, ends)
    peer.send(Kind.END, 0, manifest_digest(entries, ends))
    peer.expect(Kind.DONE)
    assert node.finished(transfer).state is State.DELIVERED
    assert not node.heard(SessionEnded)
    monkeypatch.setattr(time, "time", now)
    assert [each.name for each in node.engine.remembered()] == ["Liar"]
    peer.offer(1, ["next"], total=4)
    node.accept()
    peer.expect(Kind.ACCEPT)
    send_file(peer, 1, "next", b"fine")
    peer.expect(Kind.DONE)
