"""Somebody recorded a whole session and gets both disks when it is over: that opens nothing of it."""

import base64
import hmac
import json
import os
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import pytest

from desktop_app.events import Remembered, SessionId, Verified
from desktop_app.transport.address import Address
from tests.support.disk_search import Locks, image_of, key_name
from tests.support.hostile_peer import lp
from tests.support.leaked_keys import LeakedKeys
from tests.support.node import Node, verify
from tests.support.recorded_session import PIECE, Begin, record_session
from tests.support.remembering import remember
from tests.transfer.trees import write


def founding(a: Node, b: Node, address: Address) -> tuple[SessionId, SessionId]:
    """A code is compared, and what both sides remember of this very session is on their disks afterwards."""
    sessions = verify(a, b, address)
    for node, session in zip((a, b), sessions, strict=True):
        node.engine.remember(session)
    for node in (a, b):
        node.wait_for(Remembered)
    return sessions


def remembered(a: Node, b: Node, address: Address) -> tuple[SessionId, SessionId]:
    """Both prove a secret that is on both disks before, and its successor is there afterwards."""
    remember(a, b)
    a.engine.pair(address)
    return a.wait_for(Verified).session, b.wait_for(Verified).session


SESSIONS: Final[Mapping[str, Begin]] = {"compared": verify, "founding": founding, "remembered": remembered}

ENCODINGS: Final[Mapping[str, Callable[[bytes], bytes]]] = {
    "as it is": lambda secret: b"\x00some bytes" + secret + b"and more",
    "base64": lambda secret: json.dumps({"secret": base64.b64encode(secret).decode()}).encode(),
    "base64 of URLs": lambda secret: b"key-" + base64.urlsafe_b64encode(secret).rstrip(b"=") + b"\n",
    "hex": lambda secret: b"secret=" + secret.hex().encode(),
}


@pytest.mark.parametrize("kind", SESSIONS)
def test_a_recorded_session_and_both_disks_afterwards_open_nothing(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(home))
    film = os.urandom(6 * PIECE)
    session = record_session(*pair_of_nodes, write(tmp_path / "film", film), SESSIONS[kind], monkeypatch)
    for node in pair_of_nodes:
        node.engine.shutdown()
    assert session.last >= 2, "keys were to be renewed"

    disks = [node.folder.parent for node in pair_of_nodes]
    image = image_of(*disks, home, without=film)
    assert any(pair_of_nodes[0].name.encode() in content for content in image), "the settings, at least"
    locks = Locks(session)
    assert locks.opened_from(image) == set()

    secrets = all_secrets(session.keys, session.last)
    for encode in ENCODINGS.values():
        assert locks.opened_from(map(encode, secrets.values())) == set(secrets), "or the search is blind"
    useless = [session.keys.exporter, *(session.keys.epochs[number].root for number in range(1, session.last + 1))]
    assert locks.opened_from(useless) == set(), "what may be kept, and what needs a renewal beside it"


def all_secrets(keys: LeakedKeys, last: int) -> dict[str, bytes]:
    """Whatever opens a part of the session by itself, by the name under which the search knows it."""
    secrets = {"root 0": keys.epochs[0].root, "chaining key": keys.ck}
    secrets |= {f"private key of {name}": key for name, key in keys.private.items()}
    for number in range(last + 1):
        for of_initiator in (True, False):
            secrets[key_name(number, of_initiator=of_initiator)] = keys.epochs[number].key(of_initiator=of_initiator)
    for number in range(2, last + 1):
        agreement = keys.agreements[number]
        extracted = hmac.digest(keys.epochs[number - 1].root, lp(agreement.ee) + lp(agreement.ss), "sha512")
        secrets[f"extracted key of epoch {number}"] = extracted
    return secrets
