"""A verified peer that bends the rules of fresh keys: both sides hold them, whoever of the two it is."""

import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from desktop_app.engine import writer
from desktop_app.errors import AppError, LimitExceeded, UnexpectedMessage
from desktop_app.events import OfferReceived, SessionEnded, Verified
from desktop_app.protocol import limits
from desktop_app.transport import channel
from desktop_app.transport.address import Address
from tests.support.hostile_peer import ANEW, Hangup, Kind, file_entry, listening
from tests.support.node import Node, wait_until
from tests.support.renewing_peer import RenewingPeer
from tests.support.verified_peer import verified
from tests.transfer.trees import film

SIZE = 1 << 30
FILM = 7
NEVER = 3600.0
TICK = 0.01
TAG, HEADER = 16, 5


def receiving(node: Node, peer: RenewingPeer) -> RenewingPeer:
    """The node has accepted a film from the peer, of which nothing has come yet."""
    peer.offer(FILM, ["film"], total=SIZE)
    node.engine.accept(node.wait_for(OfferReceived).transfer.id)
    peer.expect(Kind.ACCEPT)
    peer.send(Kind.ENTRIES, FILM, [file_entry("film", SIZE)])
    return peer


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "_TICK", TICK)
    monkeypatch.setattr(channel, "_POLL", 0.05)
    monkeypatch.setattr(limits, "RENEW_AFTER_SECONDS", 0.0)
    monkeypatch.setattr(limits, "RENEW_GAP_SECONDS", 0.0)


@pytest.fixture
def caller(node: Node) -> Iterator[RenewingPeer]:
    """It called, so it has to ask for fresh keys."""
    with RenewingPeer.dial(node.engine.port) as peer:
        yield receiving(node, verified(node, peer))


@pytest.fixture
def called(node: Node) -> Iterator[RenewingPeer]:
    """The node called, so the node asks as soon as a byte has passed."""
    with listening() as (port, server):
        node.engine.pair(Address("127.0.0.1", port))
        connection, _ = server.accept()
        with RenewingPeer(connection, initiator=False) as peer:
            yield receiving(node, verified(node, peer))


@pytest.fixture(params=["caller", "called"])
def either(request: pytest.FixtureRequest) -> RenewingPeer:
    peer: RenewingPeer = request.getfixturevalue(request.param)
    return peer


def agreed(peer: RenewingPeer) -> RenewingPeer:
    """A byte has passed, RENEW and RENEWED too, and the node has said SWITCH; the peer has not."""
    peer.send_data(FILM, b"x")
    if peer.initiator:
        peer.ask()
        peer.take_answer()
    else:
        peer.answer()
    return peer


def ended(node: Node) -> tuple[type[AppError], object]:
    """For which reason."""
    error = node.wait_for(SessionEnded).error
    assert error is not None
    return type(error), error.fields["detail"]


def still_there(node: Node, peer: RenewingPeer) -> None:
    """It takes and answers what is said under these keys."""
    stream = FILM + len(node.heard(OfferReceived))
    peer.offer(stream, ["other"])
    node.engine.decline(node.wait_for(OfferReceived).transfer.id)
    peer.expect(Kind.REFUSE)
    assert not node.heard(SessionEnded)


# --- by the rules -------------------------------------------------------------------------------------------


def test_keys_are_renewed_again_and_again(node: Node, either: RenewingPeer) -> None:
    for _ in range(3):
        agreed(either).switch()
        if not either.initiator:
            either.expect_switch()
        either.epoch += 1
        still_there(node, either)
    assert node.facts(node.heard(Verified)[0].session).renewals == 3


# --- out of turn --------------------------------------------------------------------------------------------


def test_who_was_called_may_not_ask(node: Node, called: RenewingPeer) -> None:
    called.ask()
    assert ended(node) == (UnexpectedMessage, "RENEW")


def test_case_047_asking_before_anything_passed_is_too_soon(
    node: Node, caller: RenewingPeer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "RENEW_GAP_SECONDS", NEVER)
    caller.ask()
    assert ended(node) == (LimitExceeded, "RENEW too soon")


def test_case_047_asking_again_at_once_is_too_soon_unless_enough_has_passed(
    node: Node, caller: RenewingPeer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "RENEW_GAP_SECONDS", NEVER)
    monkeypatch.setattr(limits, "RENEW_GAP_BYTES", limits.MIB)
    for _ in range(2):
        caller.send_data(FILM, bytes(limits.MIB))
        agreed(caller).switch()
        caller.epoch += 1
    still_there(node, caller)
    caller.ask()
    assert ended(node) == (LimitExceeded, "RENEW too soon")


# --- too long under one key ---------------------------------------------------------------------------------


@pytest.fixture
def _nobody_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "RENEW_AFTER_SECONDS", NEVER)


@pytest.mark.usefixtures("_nobody_asks")
def test_case_047_keys_that_nobody_renews_grow_too_old(
    node: Node, either: RenewingPeer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "EPOCH_SECONDS", 0.2)
    still_there(node, either)
    either.send_data(FILM, b"x")
    assert ended(node) == (LimitExceeded, "age of the keys")


@pytest.mark.usefixtures("_nobody_asks")
@pytest.mark.parametrize("said", [Kind.HEARTBEAT, Kind.DATA])
def test_a_peer_that_takes_no_bytes_cannot_keep_old_keys_alive(
    node: Node, either: RenewingPeer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: Kind
) -> None:
    """The node's writer waits for room on the line and sees no clock; its reader does."""
    session = node.heard(Verified)[0].session
    node.engine.send([film(tmp_path / "film")], node.device_of(session))
    either.send(Kind.ACCEPT, either.expect(Kind.OFFER)[1], False, *ANEW)
    before = 0
    while before < limits.MIB or before != node.facts(session).bytes_sealed:
        before = node.facts(session).bytes_sealed
        time.sleep(0.2)  # until the buffers of both kernels are full
    monkeypatch.setattr(limits, "EPOCH_SECONDS", 0.0)
    if said is Kind.DATA:
        either.send_data(FILM, b"x")
    else:
        either.send(said)
    assert ended(node) == (LimitExceeded, "age of the keys")


@pytest.mark.usefixtures("_nobody_asks")
def test_one_byte_too_many_under_a_key_of_the_peer(
    node: Node, either: RenewingPeer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "EPOCH_BYTES", limits.MIB)
    fill(node, either, limits.MIB - either.sealed)
    either.send(Kind.HEARTBEAT)
    assert ended(node) == (LimitExceeded, "bytes under one key")


@pytest.mark.usefixtures("_nobody_asks")
def test_no_more_than_that_goes_under_a_key_of_ones_own(
    node: Node, either: RenewingPeer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "_TICK", NEVER)
    monkeypatch.setattr(limits, "EPOCH_BYTES", 10 * limits.MIB)
    node.engine.send([film(tmp_path / "film")], node.device_of(node.heard(Verified)[0].session))
    either.send(Kind.ACCEPT, either.expect(Kind.OFFER)[1], False, *ANEW)
    received = 0
    with suppress(Hangup):
        while True:
            _, fields = either.receive()
            received += len(fields[1]) if isinstance(fields[1], bytes) else 0
    assert ended(node) == (LimitExceeded, "bytes under one key")
    assert 9 * limits.MIB <= received <= 10 * limits.MIB


# --- half renewed -------------------------------------------------------------------------------------------


def test_a_question_that_is_never_answered(node: Node, called: RenewingPeer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SWITCH_SECONDS", 0.2)
    with suppress(Hangup):  # on a slow machine
        called.send_data(FILM, b"x")
        called.expect(Kind.RENEW)
    assert ended(node) == (LimitExceeded, "renewal not finished in time")


def test_a_peer_that_never_switches(node: Node, either: RenewingPeer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SWITCH_SECONDS", 0.2)
    with suppress(Hangup):  # on a slow machine
        agreed(either)
    assert ended(node) == (LimitExceeded, "renewal not finished in time")


def test_one_byte_too_many_before_the_switch(node: Node, either: RenewingPeer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SWITCH_BYTES", limits.MIB)
    agreed(either)
    fill(node, either, limits.MIB)
    either.send(Kind.HEARTBEAT)
    assert ended(node) == (LimitExceeded, "data under the old key")


def fill(node: Node, peer: RenewingPeer, count: int) -> None:
    """So many bytes more under the present key, as file data; the node has nothing against them."""
    session = node.heard(Verified)[0].session
    opened = node.facts(session).bytes_opened
    peer.send_data(FILM, bytes(count - TAG - HEADER))
    wait_until(lambda: node.facts(session).bytes_opened >= opened + count)
    time.sleep(5 * TICK)
    assert not node.heard(SessionEnded)
