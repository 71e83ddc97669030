"""A relay that only passes on, at once or late, changes nothing: what the other tests in here are held against."""

from pathlib import Path

import pytest

from desktop_app.errors import ConnectionLost, PeerTimeout
from desktop_app.events import CodeReady, SessionEnded, State
from desktop_app.protocol import limits
from desktop_app.transport import channel
from tests.support.relay import Relay, Way, delay, drop
from tests.support.victims import Victims
from tests.transfer.trees import write

NONCE, OPEN = (Way.OUT, 3), (Way.BACK, 4)


@pytest.mark.parametrize("seconds", [0.0, 0.02], ids=["at once", "late"])
def test_case_024_a_session_through_a_relay_is_a_session(
    victims: Victims, relay: Relay, tmp_path: Path, seconds: float
) -> None:
    a, b = victims.a.node, victims.b.node
    relay.every(delay(seconds))
    victims.dial(relay.port)
    session, _ = victims.confirm()
    number = a.engine.send([write(tmp_path / "note", b"hello")], a.device_of(session))
    b.accept()
    assert a.finished(number).state is State.DELIVERED
    assert (b.folder / "note").read_bytes() == b"hello"
    a.engine.end_session(session)
    for victim in victims:
        assert victim.node.wait_for(SessionEnded).error is None
        assert not victim.ended().failed_comparison
    for way, frames in relay.course.taken.items():
        assert b"".join(frame.raw for frame in frames) == relay.course.given[way]


def test_a_nonce_that_comes_too_late_costs_a_guess_where_it_was_sent(
    victims: Victims, relay: Relay, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(channel, "_POLL", 0.05)
    relay.on(*NONCE, drop)
    with monkeypatch.context() as patch:
        patch.setattr(limits, "UNTIL_NONCE", 0.2)
        victims.dial(relay.port)
        assert isinstance(victims.b.ended().error, PeerTimeout)
        assert isinstance(victims.a.ended().error, ConnectionLost)
    assert (len(victims.a.told), len(victims.b.told)) == (1, 0)
    assert not victims.a.node.heard(CodeReady) + victims.b.node.heard(CodeReady)


def test_an_opening_that_comes_too_late_costs_a_guess_on_both_sides(
    victims: Victims, relay: Relay, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(channel, "_POLL", 0.05)
    relay.on(*OPEN, drop)
    with monkeypatch.context() as patch:
        patch.setattr(limits, "UNTIL_OPEN", 0.2)
        victims.dial(relay.port)
        assert isinstance(victims.a.ended().error, PeerTimeout)
        assert isinstance(victims.b.ended().error, ConnectionLost)
    assert (len(victims.a.told), len(victims.b.told)) == (1, 1)
    assert not victims.a.node.heard(CodeReady)
