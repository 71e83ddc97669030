"""A session of two computers that remember each other, byte for byte; a second time from the specification alone."""

import hmac
import json
from typing import Any, Final

import msgspec
import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305

from tests.vectors import make_remembered, make_session

VECTORS: Final[dict[str, Any]] = json.loads(make_remembered.FILE.read_text(encoding="utf-8"))
AGREEMENT: Final[dict[str, Any]] = json.loads(make_session.FILE.read_text(encoding="utf-8"))["agreement"]
H, SECRET = bytes.fromhex(AGREEMENT["h"]), bytes.fromhex(VECTORS["secret"])
SIDES: Final = {"I": "initiator", "R": "responder"}


def lp(*values: bytes) -> bytes:
    return b"".join(len(value).to_bytes(8, "big") + value for value in values)


def expand(key: bytes, *info: bytes, size: int = 64) -> bytes:
    """HKDF-Expand with SHA-512, RFC 5869 §2.3."""
    block = output = b""
    while len(output) < size:
        block = hmac.digest(key, block + lp(*info) + bytes((len(output) // 64 + 1,)), "sha512")
        output += block
    return output[:size]


def said(side: str) -> list[tuple[int, Any]]:
    plaintexts = [bytes.fromhex(each["plaintext"]) for each in VECTORS["records"] if each["from"] == side]
    return [(plaintext[0], msgspec.msgpack.decode(plaintext[1:])) for plaintext in plaintexts]


def test_the_program_repeats_every_byte() -> None:
    played = make_remembered.play((bytes.fromhex(AGREEMENT["ct"]), bytes.fromhex(AGREEMENT["ss"])))
    assert played == VECTORS


def test_proofs() -> None:
    """README §5."""
    assert {VECTORS["founding_side"][side] for side in "IR"} == {"initiator", "responder"}
    key = expand(SECRET, b"proof", b"record")
    assert VECTORS["K_proof"] == key.hex()
    for side, role in SIDES.items():
        founding_side = VECTORS["founding_side"][side]
        proof = hmac.digest(key, lp(b"proof", founding_side.encode(), role.encode(), H), "sha512")[:32]
        assert VECTORS["proof"][side] == proof.hex()
        values, expecting = said(side)[1][1]
        assert values.count(proof) == 1
        assert len(values) == len(set(values)) == 16
        assert expecting is (side == "I")


@pytest.mark.parametrize("kind", ["continuation", "invitation"])
def test_as_another_kind(kind: str) -> None:
    """README §5 and §3: other proofs and other keys of the same secret."""
    recorded, key = VECTORS[f"as_{kind}"], expand(SECRET, b"proof", kind.encode())
    for side, role in SIDES.items():
        founding_side = VECTORS["founding_side"][side]
        proof = hmac.digest(key, lp(b"proof", founding_side.encode(), role.encode(), H), "sha512")[:32]
        assert recorded["proof"][side] == proof.hex() != VECTORS["proof"][side]
    root0 = bytes.fromhex(AGREEMENT["root0"])
    first = expand(root0, b"verified", H, b"AES-256-GCM", kind.encode(), SECRET, size=128)
    assert "".join(recorded["epoch1"][name] for name in ("root", "k_I", "k_R")) == first.hex()


def test_hints() -> None:
    """README §1."""
    key = expand(SECRET, b"hint", b"record")
    assert VECTORS["K_hint"] == key.hex()
    for side in SIDES:
        message = lp(b"hint", VECTORS["founding_side"][side].encode(), VECTORS["instance"].encode())
        assert VECTORS["hint"][side] == hmac.digest(key, message, "sha512")[:6].hex()


def test_keys() -> None:
    """README §3: the proven secret is in them."""
    root0, exp = bytes.fromhex(AGREEMENT["root0"]), bytes.fromhex(AGREEMENT["exp"])
    first = expand(root0, b"verified", H, b"AES-256-GCM", b"record", SECRET, size=128)
    assert "".join(VECTORS["epoch1"][name] for name in ("root", "k_I", "k_R")) == first.hex()
    assert VECTORS["candidate"] == expand(exp, b"pairing", H).hex()
    assert VECTORS["continuation"] == expand(exp, b"continuation", H).hex()


def test_records() -> None:
    """README §4 and §7: PROOFS is the last of epoch 0, ABOUT the first of epoch 1, then R rotates."""
    following = {"I": (0, 0), "R": (0, 0)}
    for record in VECTORS["records"]:
        side, epoch, number = record["from"], record["epoch"], record["number"]
        assert (epoch, number) == following[side]
        nonce = bytes(4) + number.to_bytes(8, "big" if epoch else "little")
        aead = (AESGCM if epoch else ChaCha20Poly1305)(
            bytes.fromhex((VECTORS["epoch1"] if epoch else AGREEMENT)[f"k_{side}"])
        )
        frame = bytes.fromhex(record["record"])
        assert aead.decrypt(nonce, frame[4:], frame[:4]).hex() == record["plaintext"]
        following[side] = (1, 0) if record["name"] == "PROOFS" else (epoch, number + 1)
    assert said("I")[2:] == [(0x14, ["0123456789abcdef", "Anna"]), (0x17, []), (0x08, [0])]
    assert said("R")[2:] == [(0x14, ["", "Büro"]), (0x16, [3]), (0x18, []), (0x08, [0])]
