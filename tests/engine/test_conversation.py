"""Keys that were made for a step which the end of the session met, and keys that grew too old."""

import time
from typing import cast

import pytest

from desktop_app.engine.conversation import Conversation
from desktop_app.engine.looks import SessionLooks
from desktop_app.engine.session_record import SessionRecord
from desktop_app.errors import ConnectionLost, LimitExceeded, PeerTimeout
from desktop_app.protocol import limits
from desktop_app.protocol.session import VerifiedSession
from desktop_app.transfer.exchange import Exchange
from desktop_app.transfer.outbox import Outbox
from desktop_app.transport.channel import Channel
from desktop_app.transport.record_channel import RecordChannel
from tests.protocol.renewal_sides import ACTIVE, DUE, Side
from tests.support.session_pair import INITIATOR, RESPONDER, SessionPair


class Broken:
    """A connection that was cut."""

    def send_all(self, _data: memoryview, *, until: float | None) -> None:
        raise ConnectionLost(detail=str(until))


@pytest.fixture
def verified() -> tuple[VerifiedSession, VerifiedSession]:
    pair = SessionPair()
    pair.compare()
    pair.confirm(INITIATOR)
    pair.confirm(RESPONDER)
    return pair[INITIATOR].verified(now=0.0), pair[RESPONDER].verified(now=0.0)


def test_keys_of_a_cut_switch_are_wiped_with_the_session(verified: tuple[VerifiedSession, VerifiedSession]) -> None:
    ours, theirs = verified
    initiator, responder = Side.of(ours), Side.of(theirs)
    initiator.move_data(ACTIVE)
    renew = initiator.due(DUE)
    assert renew is not None
    initiator.on_renewed(responder.on_renew(renew))
    key = ours.renewal._sealing_key
    assert key is not None
    assert any(key)
    records = RecordChannel(cast(Channel, Broken()), ours.sealer, ours.opener)
    conversation = Conversation(
        ours, records, Outbox(), cast(Exchange, None), cast(SessionRecord, None), cast(SessionLooks, None)
    )
    with pytest.raises(ConnectionLost):
        conversation._switch()
    records.wipe()
    ours.wipe()
    assert not any(key)
    assert not any(ours.sealer._key)


def test_keys_that_were_never_used_are_wiped_with_the_session(
    verified: tuple[VerifiedSession, VerifiedSession],
) -> None:
    """The connection was cut before the writer came to them."""
    for each in verified:
        assert any(each.sealer._key)
        each.wipe()
        each.wipe()
        assert not any(each.sealer._key)
        assert not any(each.opener._key)


class NoTransfers:
    def tick(self, now: float) -> None:
        pass


def test_keys_that_grew_too_old_while_this_program_stood_still_are_no_broken_rule(
    verified: tuple[VerifiedSession, VerifiedSession],
) -> None:
    """Stopped for five minutes, as with Ctrl+Z: what moved waits then, and does not fail."""
    for stood_still in (False, True):
        ours = verified[stood_still]
        records = RecordChannel(cast(Channel, Broken()), ours.sealer, ours.opener)
        conversation = Conversation(
            ours,
            records,
            Outbox(),
            cast(Exchange, NoTransfers()),
            cast(SessionRecord, None),
            cast(SessionLooks, None),
        )
        began = time.monotonic()
        end = began + limits.EPOCH_SECONDS
        ours.renewal.moved_data(began, epoch=1)
        conversation.tick(began + limits.SILENCE if stood_still else end, began)
        with pytest.raises(PeerTimeout if stood_still else LimitExceeded):
            conversation.tick(end + 1.0, began)
