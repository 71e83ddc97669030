"""What is said in a verified session: ABOUT first, then what is remembered or seen, transfers, heartbeats, fresh keys.

The reader calls `receive`, the writer everything else; the lock between them guards the renewal alone.
"""

import threading
import time
from collections.abc import Sequence
from typing import Final, Protocol

from desktop_app.engine.identity import Identity
from desktop_app.engine.keeper import Keeper
from desktop_app.engine.looks import Answering, SessionLooks
from desktop_app.engine.reception import Reception
from desktop_app.engine.session_record import SessionRecord
from desktop_app.errors import LimitExceeded, PeerTimeout, UnexpectedMessage
from desktop_app.events import RecordId, SessionId
from desktop_app.protocol import device_name, limits
from desktop_app.protocol.messages import (
    About,
    Close,
    CloseReason,
    Heartbeat,
    Look,
    Message,
    Remember,
    Renew,
    Renewed,
    Rotate,
    Rotated,
    Sight,
    Stored,
    Switch,
)
from desktop_app.protocol.session import VerifiedSession
from desktop_app.transfer.exchange import Exchange
from desktop_app.transfer.outbox import Outbox
from desktop_app.transport.record_channel import RecordChannel

_SETTLING: Final = 0.01  # seconds between looks at a rotation that an orderly end waits for


class Surroundings(Protocol):
    """What all verified sessions share, and whom they tell."""

    keeper: Keeper
    reception: Reception
    answer_look: Answering

    def founded(self, session: SessionId, chain: str, record: RecordId) -> None: ...

    def forgotten(self, session: SessionId) -> None: ...


class Conversation:
    """One verified session from its first record of epoch 1 to its last."""

    def __init__(
        self,
        verified: VerifiedSession,
        records: RecordChannel,
        outbox: Outbox,
        exchange: Exchange,
        session_record: SessionRecord,
        looks: SessionLooks,
    ) -> None:
        self.verified = verified
        self.exchange = exchange
        self.session_record = session_record
        self.looks = looks
        self.instance: str | None = None  # which discovered device the peer says it is, from ABOUT on
        self.calls_itself = self.own_name = ""  # as each computer's ABOUT says
        self.renewed_at: float | None = None  # seconds since 1970
        self._records, self._outbox = records, outbox
        self._opener_of_epoch_0 = records.opener  # only the reader, which may still use it, wipes it
        self._renewing = threading.Lock()
        self._checked_at = time.monotonic()  # the last time that the keys were in order

    def begin(self, last: Sequence[Message], own_instance: str, own_name: str) -> None:
        """Everything is proven or confirmed: epoch 1, each direction after its last record. `last`: what is that."""
        self.own_name = own_name
        self._records.opener = self.verified.opener
        self._outbox.put(*last, self._seal_with_epoch_1, About(own_instance, own_name))

    def close(self, reason: CloseReason, stopped: threading.Event) -> None:
        """CLOSE, once a rotation that is under way is over or has had its time; from any thread."""
        until = time.monotonic() + limits.ROTATION_SECONDS
        self._outbox.put(lambda: self._close_when_settled(reason, stopped, until))

    # --- the reader's part ---------------------------------------------------------------------------

    def receive(self, message: Message) -> None:
        """Any message but CLOSE. Raises RemoteProtocolError, PeerTimeout."""
        renewal, now = self.verified.renewal, time.monotonic()
        self._check_keys(now)
        match message:
            case About() if self.instance is None:
                self.instance, self.calls_itself = message.instance, device_name.clean(message.name)
                self._opener_of_epoch_0.wipe()
            case _ if self.instance is None:
                raise UnexpectedMessage(detail="something before ABOUT")
            case Heartbeat():
                pass
            case Remember() | Rotate() | Stored() | Rotated():
                self.session_record.receive(message)
            case Look() | Sight():
                self.looks.receive(message)
            case Renew():
                with self._renewing:
                    renewed = renewal.on_renew(message, now, self._records.sealer, self._records.opener)
                self._outbox.put(renewed, self._switch)
            case Renewed():
                with self._renewing:
                    renewal.on_renewed(message, now, self._records.opener)
                self._outbox.put(self._switch)
            case Switch():
                with self._renewing:
                    self._records.opener = renewal.next_opener(message.epoch, self._records.opener)
                self.renewed_at = time.time()
            case _:
                self.exchange.receive(message)

    def receive_data(self, stream: int, data: memoryview) -> None:
        """File bytes. Raises RemoteProtocolError, PeerTimeout."""
        if self.instance is None:
            raise UnexpectedMessage(detail="file bytes before ABOUT")
        self._check_keys(time.monotonic(), data_in=self._records.opener.epoch)
        self.exchange.receive_data(stream, data)

    # --- the writer's part ---------------------------------------------------------------------------

    def send_data(self, stream: int, count: int) -> None:
        """The first `count` bytes of the room are the next of this stream. Raises LimitExceeded, PeerTimeout."""
        self._check_keys(time.monotonic(), data_in=self._records.sealer.epoch)
        self._records.send_data(stream, count)

    def tick(self, now: float, sent_at: float) -> None:
        """What the clock asks for: fresh keys, a sign of life, limits. Raises LimitExceeded, PeerTimeout."""
        self._check_keys(now)
        with self._renewing:
            renew = self.verified.renewal.due(now, self._records.sealer, self._records.opener)
        if renew is not None:
            self._outbox.put(renew)
        self.exchange.tick(now)
        if now - sent_at >= limits.HEARTBEAT:
            self._outbox.put(Heartbeat())

    # --- both threads' part --------------------------------------------------------------------------

    def _check_keys(self, now: float, *, data_in: int | None = None) -> None:
        """Hard limits, with every record and not by the clock alone: a writer that waits for room sees none.

        `data_in`: file data passes, in that epoch. Raises LimitExceeded; PeerTimeout where this program stood still for
        longer than any peer waits, as one that was stopped: nobody has broken a rule then.
        """
        with self._renewing:
            if data_in is not None:
                self.verified.renewal.moved_data(now, data_in)
            try:
                self.verified.renewal.check(now, self._records.sealer, self._records.opener)
            except LimitExceeded:
                if now - self._checked_at > limits.SILENCE:
                    raise PeerTimeout from None
                raise
            self._checked_at = now

    def _close_when_settled(self, reason: CloseReason, stopped: threading.Event, until: float) -> None:
        """On the writer's thread, again and again."""
        if not self.session_record.rotating or time.monotonic() >= until:
            self._outbox.put(Close(reason))
        elif not stopped.wait(_SETTLING):
            self._outbox.put(lambda: self._close_when_settled(reason, stopped, until))

    def _seal_with_epoch_1(self) -> None:
        self._records.sealer.wipe()
        self._records.sealer = self.verified.sealer

    def _switch(self) -> None:
        """SWITCH as the last record under the old key."""
        old = self._records.sealer
        with self._renewing:
            fresh = self.verified.renewal.next_sealer(old)
        try:
            self._records.send(Switch(fresh.epoch))
        finally:  # the records wipe what they have when the session is over
            self._records.sealer = fresh
            old.wipe()


def converse(
    verified: VerifiedSession,
    identity: Identity,
    records: RecordChannel,
    outbox: Outbox,
    around: Surroundings,
    number: SessionId,
    calls_itself: str,
    peer: str,
) -> Conversation:
    """That of session `number`, which is verified now. It knows no way back to the link, which has to go when it is
    over. `peer`: as the other side is called here."""
    exchange = Exchange(verified, number, outbox, records.grow(), around.reception, records, peer=peer)
    session_record = SessionRecord(
        verified,
        identity,
        around.keeper,
        outbox.put,
        peer_name=calls_itself,
        on_founded=lambda record: around.founded(number, identity.chain, record),
        on_forgotten=lambda: around.forgotten(number),
    )
    looks = SessionLooks(verified.understands_look, outbox.put, around.answer_look)
    return Conversation(verified, records, outbox, exchange, session_record, looks)
