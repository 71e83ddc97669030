"""A whole session with a transfer either way and many renewals, recorded on the line and taken apart with its keys."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305

from desktop_app.engine import writer
from desktop_app.events import SessionEnded, SessionId, State
from desktop_app.protocol import limits, messages
from desktop_app.protocol.key_schedule import Cipher
from desktop_app.protocol.messages import Renew, Renewed
from desktop_app.transport import record_channel
from desktop_app.transport.address import Address
from desktop_app.transport.record_channel import RecordChannel
from tests.support.hostile_peer import Kind
from tests.support.leaked_keys import Leak, LeakedKeys
from tests.support.node import Node
from tests.support.wire_tap import Recording, WireTap

Aead = AESGCM | ChaCha20Poly1305
Begin = Callable[[Node, Node, Address], tuple[SessionId, SessionId]]
PIECE: Final = 16 * limits.KIB  # small records, so that there are many


@dataclass(frozen=True, slots=True)
class Record:
    of_initiator: bool
    epoch: int
    number: int  # in this epoch and direction
    position: int  # in this direction, over all epochs
    frame: bytes
    plaintext: bytes

    @property
    def kind(self) -> int:
        return self.plaintext[0]


class RecordedSession:
    """What went over the line, what was said with it, and under which keys."""

    def __init__(self, recording: Recording, keys: LeakedKeys) -> None:
        of_initiator, of_responder = recording.frames()
        self.first_frames = of_initiator[0], of_responder[0]
        self.records = [*_taken_apart(of_initiator[1:], keys, True), *_taken_apart(of_responder[1:], keys, False)]
        self.keys = keys

    def of(self, epoch: int, *, of_initiator: bool) -> list[Record]:
        return [each for each in self.records if (each.epoch, each.of_initiator) == (epoch, of_initiator)]

    @property
    def last(self) -> int:
        """The last epoch with records in both directions."""
        return min(max(each.epoch for each in self.records if each.of_initiator is of) for of in (True, False))

    def shortest(self, epoch: int) -> list[Record]:
        """A record of either direction, the quickest to try: a key opens all of its epoch or none."""
        both = (self.of(epoch, of_initiator=of_initiator) for of_initiator in (True, False))
        return [min(records, key=lambda record: len(record.frame)) for records in both]

    def renewal(self, epoch: int) -> tuple[bytes, ...]:
        """What RENEW and RENEWED said on the way to that epoch: known to whoever has the traffic keys before."""
        (renew,) = (each for each in self.of(epoch - 1, of_initiator=True) if each.kind == Kind.RENEW)
        (renewed,) = (each for each in self.of(epoch - 1, of_initiator=False) if each.kind == Kind.RENEWED)
        asked, answered = messages.decode(renew.plaintext), messages.decode(renewed.plaintext)
        assert isinstance(asked, Renew)
        assert isinstance(answered, Renewed)
        return asked.e, asked.ek, answered.e, answered.ct


def aead(cipher: Cipher, key: bytes) -> Aead:
    return AESGCM(key) if cipher is Cipher.AES_256_GCM else ChaCha20Poly1305(key)


def opened(by: Aead, number: int, frame: bytes) -> bytes | None:
    """The plaintext, or None where that key and number do not open it."""
    nonce = bytes(4) + number.to_bytes(8, "big" if isinstance(by, AESGCM) else "little")
    try:
        return by.decrypt(nonce, frame[4:], frame[:4])
    except InvalidTag:
        return None


def _taken_apart(frames: list[bytes], keys: LeakedKeys, of_initiator: bool) -> list[Record]:
    records: list[Record] = []
    last_of_epoch = Kind.SWITCH, Kind.CONFIRM if keys.proven[0] == "code" else Kind.PROOFS
    epoch = number = 0
    for position, frame in enumerate(frames):
        leaked = keys.epochs[epoch]
        plaintext = opened(aead(leaked.cipher, leaked.key(of_initiator=of_initiator)), number, frame)
        assert plaintext is not None, f"record {position} of epoch {epoch}"
        records.append(Record(of_initiator, epoch, number, position, frame, plaintext))
        epoch, number = (epoch + 1, 0) if plaintext[0] in last_of_epoch else (epoch, number + 1)
    return records


# --- how one comes about ---------------------------------------------------------------------------------------


def record_session(a: Node, b: Node, film: Path, begin: Begin, monkeypatch: pytest.MonkeyPatch) -> RecordedSession:
    """A film goes from A to B and from B to A, under new keys every few records, and A ends the session.

    `begin` makes A call B at the address it is given, and leads both to a verified session.
    """
    real_send_data = RecordChannel.send_data

    def send_data_slowly(records: RecordChannel, stream: int, count: int) -> None:
        real_send_data(records, stream, count)
        time.sleep(0.005)  # a renewal takes its time on a busy machine

    monkeypatch.setattr(RecordChannel, "send_data", send_data_slowly)
    monkeypatch.setattr(record_channel, "_ROOM", slice(9, 9 + PIECE))
    monkeypatch.setattr(writer, "_TICK", 0.001)
    monkeypatch.setattr(limits, "RENEW_AFTER_SECONDS", 0.0)
    monkeypatch.setattr(limits, "RENEW_GAP_SECONDS", 0.0)
    leak = Leak(monkeypatch)
    with WireTap(b.address) as tap:
        session_a, session_b = begin(a, b, tap.address)
        for sender, receiver, session in ((a, b, session_a), (b, a, session_b)):
            number = sender.engine.send([film], sender.device_of(session))
            receiver.accept()
            assert sender.finished(number).state is State.DELIVERED
        a.engine.end_session(session_a)
        for node, session in ((a, session_a), (b, session_b)):
            ended = node.wait_for(SessionEnded)
            assert (ended.session, ended.error) == (session, None)
        return RecordedSession(tap.recordings[-1], [*leak.sessions.values()][-1])
