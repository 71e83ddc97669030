"""A dial that somebody leads back to where it came from: recognised, named, and never compared."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop_app.errors import ConnectedToSelf
from desktop_app.events import CodeReady, ComparisonOver, State, Trouble
from desktop_app.protocol import limits
from desktop_app.transport import channel
from desktop_app.transport.address import Address
from tests.support.hostile_peer import Hangup, HostilePeer, listening
from tests.support.relay import Frame, Put, Relay, Way, flip, forward
from tests.support.victims import Victims
from tests.transfer.trees import write

M1_LENGTH = 1217


def assert_named(victims: Victims, count: int) -> None:
    """The person hears of it once, as what it is; so many connections are over."""
    errors = [trouble.error for trouble in victims.a.node.heard(Trouble)]
    assert [type(error) for error in errors].count(ConnectedToSelf) == 1
    victims.a.ended(count)
    assert all(isinstance(link.error, ConnectedToSelf) for link in victims.a.over)
    assert not victims.a.node.heard(CodeReady) + victims.a.node.heard(ComparisonOver)


def wait_named(victims: Victims) -> None:
    victims.a.node.wait_for(Trouble, lambda trouble: isinstance(trouble.error, ConnectedToSelf))


def test_case_017_a_relay_to_the_callers_own_port_is_found_out(victims: Victims) -> None:
    with Relay(victims.a.node.engine.port) as mirror:
        victims.dial(mirror.port)
        wait_named(victims)
        assert_named(victims, 2)
        assert not mirror.course.given[Way.BACK]


def test_a_transfer_through_such_a_relay_fails_for_that_reason(victims: Victims, tmp_path: Path) -> None:
    a = victims.a.node
    with Relay(a.engine.port) as mirror:
        number = a.engine.send([write(tmp_path / "note", b"hello")], Address("127.0.0.1", mirror.port))
        transfer = a.finished(number)
    assert transfer.state is State.FAILED
    assert isinstance(transfer.error, ConnectedToSelf)


@pytest.mark.parametrize("position", [4 + 1, 4 + 33, 4 + M1_LENGTH - 1], ids=["e", "ek", "end of ek"])
def test_a_frame_that_is_changed_on_its_way_back_is_still_its_own(victims: Victims, position: int) -> None:
    """Of e and ek one is enough."""
    with Relay(victims.a.node.engine.port) as mirror:
        mirror.on(Way.OUT, 0, flip(position))
        victims.dial(mirror.port)
        wait_named(victims)
        assert_named(victims, 2)


def lead_back(victims: Victims, first: bytes) -> None:
    """To the port of the one who dials: nobody answers there."""
    with HostilePeer.dial(victims.a.node.engine.port) as caller:
        caller.send_bytes(first)
        with pytest.raises(Hangup):
            caller.receive_frame()


@contextmanager
def led_back(victims: Victims) -> Iterator[None]:
    """Only the first frame goes back; the dial stays open as long as somebody likes."""
    with listening() as (port, server):
        victims.dial(port)
        connection, _ = server.accept()
        with HostilePeer(connection, initiator=False) as called:
            frame = called.receive_frame()
            lead_back(victims, len(frame).to_bytes(4, "big") + frame)
            yield


def test_case_029_only_its_first_frame_led_back_is_found_out(victims: Victims) -> None:
    with led_back(victims):
        pass
    wait_named(victims)
    assert_named(victims, 2)


def test_only_its_first_frame_led_back_and_then_silence_is_found_out(
    victims: Victims, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(channel, "_POLL", 0.05)
    with monkeypatch.context() as patch:
        patch.setattr(limits, "UNTIL_PROOFS", 0.3)
        with led_back(victims):
            wait_named(victims)
    assert_named(victims, 2)


def test_a_first_frame_that_is_led_back_as_well_keeps_nobody_from_the_one_who_was_meant(
    victims: Victims, relay: Relay
) -> None:
    """Whoever only copies it onto the caller's own port does not get the call stopped."""

    def copy(frame: Frame) -> list[Put]:
        lead_back(victims, frame.raw)
        return forward(frame)

    relay.on(Way.OUT, 0, copy)
    victims.dial(relay.port)
    victims.confirm()
    assert isinstance(victims.a.ended().error, ConnectedToSelf)
    assert not [trouble for trouble in victims.a.node.heard(Trouble) if isinstance(trouble.error, ConnectedToSelf)]
