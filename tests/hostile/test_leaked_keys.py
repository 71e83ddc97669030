"""Each key of a renewed session in turn falls into the hands of somebody who recorded all of it: what that opens."""

import hmac
import os
import time
from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from desktop_app.engine import ciphers, link
from desktop_app.events import SessionEnded, State
from desktop_app.protocol import limits, messages
from desktop_app.protocol.key_schedule import Cipher
from desktop_app.protocol.messages import Renew, Renewed
from desktop_app.transport import record_channel
from desktop_app.transport.record_channel import RecordChannel
from tests.support.hostile_peer import Kind, expand, lp
from tests.support.leaked_keys import Leak, LeakedKeys
from tests.support.node import Node, verify
from tests.support.recorded_session import Record, aead, opened, take_apart
from tests.support.wire_tap import WireTap
from tests.transfer.trees import write

PIECE = 16 * limits.KIB  # small records, so that there are many
FILM = 20 * PIECE


class Recorded:
    """A session in which a film went either way while keys were renewed."""

    def __init__(self, records: list[Record], keys: LeakedKeys) -> None:
        self.records = records
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


real_send_data = RecordChannel.send_data


def send_data_slowly(records: RecordChannel, stream: int, count: int) -> None:
    real_send_data(records, stream, count)
    time.sleep(0.001)


@pytest.fixture(params=Cipher, ids=lambda cipher: cipher.value)
def recorded(
    request: pytest.FixtureRequest, pair_of_nodes: tuple[Node, Node], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Recorded:
    wish = sorted(Cipher, key=lambda cipher: cipher is not request.param)
    monkeypatch.setattr(ciphers, "fastest_first", lambda: tuple(wish))
    monkeypatch.setattr(link, "_TICK", 0.001)
    monkeypatch.setattr(limits, "RENEW_AFTER_SECONDS", 0.0)
    monkeypatch.setattr(limits, "RENEW_GAP_SECONDS", 0.0)
    monkeypatch.setattr(record_channel, "_ROOM", slice(9, 9 + PIECE))
    monkeypatch.setattr(RecordChannel, "send_data", send_data_slowly)
    leak = Leak(monkeypatch)
    a, b = pair_of_nodes
    film = write(tmp_path / "film", os.urandom(FILM))
    with WireTap(b.address) as tap:
        session_a, session_b = verify(a, b, at=tap.address)
        for sender, receiver, session in ((a, b, session_a), (b, a, session_b)):
            number = sender.engine.send([film], sender.device_of(session))
            receiver.accept()
            assert sender.finished(number).state is State.DELIVERED
        a.engine.end_session(session_a)
        for node in (a, b):
            assert node.wait_for(SessionEnded).error is None
        (recording,) = tap.recordings
    (keys,) = leak.sessions.values()
    assert keys.epochs[1].cipher is request.param
    return Recorded(take_apart(recording, keys), keys)


def test_a_leaked_key_opens_its_own_epoch_and_direction_and_nothing_else(recorded: Recorded) -> None:
    spread: dict[bool, set[int]] = defaultdict(set)
    for record in recorded.records:
        if record.kind == Kind.DATA:
            spread[record.of_initiator].add(record.epoch)
    assert min(map(len, spread.values())) >= 3, "each film was to go under several keys"
    longest = max(record.number for record in recorded.records)
    for number, epoch in recorded.keys.epochs.items():
        for of_initiator in (True, False):
            tried = [aead(cipher, epoch.key(of_initiator=of_initiator)) for cipher in Cipher]
            found = []
            for record in recorded.records:
                counters = {*range(longest + 2), *range(record.position - 1, record.position + 2)} - {-1}
                found += [
                    (record, by is tried[[*Cipher].index(epoch.cipher)], counter)
                    for by, counter in product(tried, counters)
                    if opened(by, counter, record.frame) is not None
                ]
            own = recorded.of(number, of_initiator=of_initiator)
            assert found == [(record, True, record.number) for record in own]


def test_a_leaked_root_leads_neither_to_the_next_epoch_nor_back(recorded: Recorded) -> None:
    """Forward, one needs what X25519 and what ML-KEM agreed on, both; back there is no way at all."""
    keys = recorded.keys
    assert recorded.last > 4
    for number in range(1, recorded.last):
        before, after, agreed = keys.epochs[number], keys.epochs[number + 1], keys.agreements[number + 1]
        public = keys.h, (number + 1).to_bytes(8, "big"), after.cipher.value.encode(), *recorded.renewal(number + 1)
        whole = renewed(before.root, agreed.ee, agreed.ss, public)
        assert whole == after.root + after.of_initiator + after.of_responder, "what follows would show nothing"

        there = [before.root[:32], before.root[32:], before.of_initiator, before.of_responder]
        guesses = [b"", bytes(32), *there, *(value[:32] for value in public)]
        made = [*there, *by_other_steps(before.root, public)]
        made += [renewed(before.root, ee, ss, public) for ee, ss in product(guesses, repeat=2)]
        made += [renewed(before.root, agreed.ee, ss, public) for ss in guesses]  # X25519 broken, some day
        made += [renewed(before.root, ee, agreed.ss, public) for ee in guesses]  # or ML-KEM
        following = recorded.shortest(number + 1)
        assert not opening(made, following, after.cipher)
        assert opening([after.of_responder + after.of_initiator], following, after.cipher) == following

        there = [after.root[:32], after.root[32:], after.of_initiator, after.of_responder, agreed.ee, agreed.ss]
        made = [*there, *by_other_steps(after.root, public)]
        made += [renewed(after.root, ee, ss, public) for ee, ss in product([b"", *there], repeat=2)]
        preceding = recorded.shortest(number)
        assert not opening(made, preceding, before.cipher)
        assert opening([before.of_responder + before.of_initiator], preceding, before.cipher) == preceding


def renewed(root: bytes, ee: bytes, ss: bytes, public: tuple[bytes, ...]) -> bytes:
    """Root and keys of an epoch, from the specification alone. `public`: what is bound besides, h first."""
    return expand(hmac.digest(root, lp(ee) + lp(ss), "sha512"), b"renew", *public, size=128)


def by_other_steps(root: bytes, public: tuple[bytes, ...]) -> Iterator[bytes]:
    """What comes out of a root by the other steps of the key schedule, and by those that one might think of."""
    h, _, cipher, *_ = public
    for label, proven in product((b"verified", b"renew", b"pairing", b"continuation"), (b"", root)):
        yield expand(root, label, h, cipher, b"code", proven, size=128)
        yield expand(root, label, *public, size=128)
        yield expand(root, label, h, size=128)


def opening(made: list[bytes], records: list[Record], cipher: Cipher) -> list[Record]:
    """Those of the records that any 32 bytes in a row of `made` open."""
    keys = {material[at : at + 32] for material in made for at in range(len(material) - 31)}
    tried = [aead(cipher, key) for key in keys]
    return [record for record in records if any(opened(by, record.number, record.frame) is not None for by in tried)]
