"""Each key of a renewed session in turn falls into the hands of somebody who recorded all of it: what that opens."""

import hmac
import os
from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from desktop_app.engine import ciphers
from desktop_app.protocol.key_schedule import Cipher
from tests.support.hostile_peer import Kind, expand, lp
from tests.support.node import Node, verify
from tests.support.recorded_session import PIECE, Record, RecordedSession, aead, opened, record_session
from tests.transfer.trees import write

FILM = 20 * PIECE


@pytest.fixture(params=Cipher, ids=lambda cipher: cipher.value)
def recorded(
    request: pytest.FixtureRequest, pair_of_nodes: tuple[Node, Node], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> RecordedSession:
    wish = sorted(Cipher, key=lambda cipher: cipher is not request.param)
    monkeypatch.setattr(ciphers, "fastest_first", lambda: tuple(wish))
    session = record_session(*pair_of_nodes, write(tmp_path / "film", os.urandom(FILM)), verify, monkeypatch)
    assert session.keys.epochs[1].cipher is request.param
    return session


def test_a_leaked_key_opens_its_own_epoch_and_direction_and_nothing_else(recorded: RecordedSession) -> None:
    spread: dict[bool, set[int]] = defaultdict(set)
    for record in recorded.records:
        if record.kind == Kind.DATA:
            spread[record.of_initiator].add(record.epoch)
    assert min(map(len, spread.values())) >= 3, "each film was to go under several keys"
    counters = range(max(record.position for record in recorded.records) + 2)  # as if they went on over epochs, too
    for number, epoch in recorded.keys.epochs.items():
        for of_initiator in (True, False):
            tried = [(cipher, aead(cipher, epoch.key(of_initiator=of_initiator))) for cipher in Cipher]
            found = [
                (record, cipher, counter)
                for record, (cipher, by), counter in product(recorded.records, tried, counters)
                if opened(by, counter, record.frame) is not None
            ]
            own = recorded.of(number, of_initiator=of_initiator)
            assert found == [(record, epoch.cipher, record.number) for record in own]


def test_a_leaked_root_leads_neither_to_the_next_epoch_nor_back(recorded: RecordedSession) -> None:
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
