"""Whole sessions, byte for byte: the program repeats them, and so does the specification written out anew."""

import hashlib
import hmac
import json
from typing import Any, Final, cast

import msgspec
import pytest
from blake3 import blake3
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305
from mnemonic import Mnemonic

from desktop_app.protocol import messages
from tests.vectors import make_session

VECTORS: Final[dict[str, Any]] = json.loads(make_session.FILE.read_text(encoding="utf-8"))
AGREEMENT, RENEWAL, CODE, MANIFEST = (VECTORS[name] for name in ("agreement", "renewal", "code", "manifest"))
CIPHERS: Final = ("AES-256-GCM", "ChaCha20-Poly1305")


def test_the_program_repeats_every_byte() -> None:
    """Both sides, over sockets; only what ML-KEM's encapsulation drew is given to them."""
    played = make_session.play(_encapsulation(AGREEMENT), _encapsulation(RENEWAL))
    ours, recorded = _flat(played), _flat(VECTORS)
    assert ours.keys() == recorded.keys()
    assert [name for name in recorded if ours[name] != recorded[name]] == []


def test_every_message_is_there() -> None:
    said = [record for session in VECTORS["sessions"].values() for record in session["records"]]
    plaintexts = [*(record["plaintext"] for record in said if record["name"] != "data"), *VECTORS["messages"].values()]
    assert {type(messages.decode(bytes.fromhex(plaintext))) for plaintext in plaintexts} == set(messages.MESSAGES)


# --- the specification, without the program ---------------------------------------------------


def test_key_agreement() -> None:
    """README §2, as the initiator does it."""
    suite, prologue = b"Noise_NNhfs_25519+MLKEM768_ChaChaPoly_SHA512", b"tallystick\x01"
    m1, m2 = _bytes(AGREEMENT, "M1"), _bytes(AGREEMENT, "M2")
    assert _bytes(AGREEMENT, "frame_1") == (1217).to_bytes(4, "big") + b"\x01" + m1
    assert _bytes(AGREEMENT, "frame_2") == (1152).to_bytes(4, "big") + m2
    assert m1 == _bytes(AGREEMENT, "e_I") + _bytes(AGREEMENT, "ek")
    e_r, sealed_ct, sealed_payload = m2[:32], m2[32:1136], m2[1136:]
    assert e_r == _bytes(AGREEMENT, "e_R")

    steps: list[tuple[bytes, bytes, bytes]] = []
    h = ck = suite + bytes(64 - len(suite))
    k = b""
    steps.append((h, ck, k))
    for data in (prologue, m1[:32], m1[32:], b"", e_r):
        h = hashlib.sha512(h + data).digest()
        steps.append((h, ck, k))
    for secret, sealed, plaintext in ((_ee(AGREEMENT), sealed_ct, "ct"), (_ss(AGREEMENT), sealed_payload, None)):
        ck, k = _noise_hkdf(ck, secret, 2)
        k = k[:32]
        steps.append((h, ck, k))
        assert ChaCha20Poly1305(k).decrypt(bytes(12), sealed, h) == (_bytes(AGREEMENT, plaintext) if plaintext else b"")
        h = hashlib.sha512(h + sealed).digest()
        steps.append((h, ck, k))
    recorded = [tuple(_bytes(step, name) for name in ("h", "ck", "k")) for step in AGREEMENT["steps"]]
    assert recorded == steps
    assert _bytes(AGREEMENT, "h") == h
    outputs = _noise_hkdf(ck, b"", 4)
    assert [_bytes(AGREEMENT, f"o{number}") for number in (1, 2, 3, 4)] == outputs
    expected = [outputs[0][:32], outputs[1][:32], outputs[2], outputs[3]]
    assert [_bytes(AGREEMENT, name) for name in ("k_I", "k_R", "exp", "root0")] == expected


def test_code() -> None:
    """README §5."""
    h, nonce_i, nonce_r, v = _bytes(AGREEMENT, "h"), *(_bytes(CODE, name) for name in ("N_I", "N_R", "v"))
    assert _bytes(CODE, "commitment") == hashlib.sha512(_lp(b"sas-commit", h, b"responder", nonce_r)).digest()
    assert v == hashlib.sha512(_lp(b"sas-show", h, nonce_i, nonce_r)).digest()
    digits = str(int.from_bytes(v[:8], "big") % 10**8).zfill(8)
    bits = "".join(f"{byte:08b}" for byte in v[8:13])
    assert CODE["digits"] == f"{digits[:4]} {digits[4:]}"
    assert CODE["words"] == [Mnemonic("english").wordlist[int(bits[at : at + 11], 2)] for at in (0, 11, 22)]


@pytest.mark.parametrize("cipher", CIPHERS)
def test_epochs(cipher: str) -> None:
    """README §3 and §8."""
    session, h = VECTORS["sessions"][cipher], _bytes(AGREEMENT, "h")
    first = _expand(_bytes(AGREEMENT, "root0"), _lp(b"verified", h, cipher.encode(), b"code", b""), 128)
    assert _epoch(session["epoch1"]) == first
    prk = hmac.digest(first[:64], _lp(_ee(RENEWAL), _ss(RENEWAL)), "sha512")
    assert _bytes(session, "prk") == prk
    public = [_bytes(RENEWAL, name) for name in ("e_I", "ek", "e_R", "ct")]
    info = _lp(b"renew", h, (2).to_bytes(8, "big"), cipher.encode(), *public)
    assert _epoch(session["epoch2"]) == _expand(prk, info, 128)


@pytest.mark.parametrize("cipher", CIPHERS)
def test_records(cipher: str) -> None:
    """README §4: each opens under the key, the number and the cipher that are its own; nothing stands out of turn."""
    session = VECTORS["sessions"][cipher]
    keys = [AGREEMENT, session["epoch1"], session["epoch2"]]
    following = {"I": (0, 0), "R": (0, 0)}
    for record in session["records"]:
        sender, epoch, number, frame = record["from"], record["epoch"], record["number"], _bytes(record, "record")
        assert (epoch, number) == following[sender]
        gcm = epoch > 0 and cipher == "AES-256-GCM"
        nonce = bytes(4) + number.to_bytes(8, "big" if gcm else "little")
        aead = (AESGCM if gcm else ChaCha20Poly1305)(_bytes(keys[epoch], f"k_{sender}"))
        assert len(frame) == 4 + int.from_bytes(frame[:4], "big")
        assert aead.decrypt(nonce, frame[4:], frame[:4]) == _bytes(record, "plaintext")
        following[sender] = (epoch + 1, 0) if record["name"] in {"CONFIRM", "SWITCH"} else (epoch, number + 1)


@pytest.mark.parametrize("cipher", CIPHERS)
def test_plaintexts(cipher: str) -> None:
    """README §5, §6 and §9: types and fields of what was said."""
    wish = ["AES-256-GCM", "ChaCha20-Poly1305"]
    digest = _bytes(MANIFEST, "digest")
    text = _bytes(MANIFEST, "text")
    total = len(text) + 4096
    entries = [
        ["trip", 1, 0, -1_500_000_000, False],
        ["trip/grüße.txt", 0, len(text), 1_700_000_000_500_000_000, True],
        ["trip/log", 0, 4096, 1_700_000_001_000_000_000, False],
    ]
    close = 0x08, [0]
    expected: dict[str, list[tuple[int, list[Any]]]] = {
        "I": [
            (0x01, [[1, 0x119], wish if cipher == wish[0] else wish[::-1]]),
            (0x02, [_proofs("I", cipher), False]),
            (0x04, [_bytes(CODE, "N_I"), "Anna"]),
            (0x06, []),
            (0x14, ["0123456789abcdef", "Anna"]),
            (0x20, [make_session.drawn("offer", 16), 1, 2, 1, total, 1, 0, 16, [["trip", 1, 2, total]]]),
            (0x24, [1, entries]),
            (0x11, [2, _bytes(RENEWAL, "e_I"), _bytes(RENEWAL, "ek")]),
            (0x13, [2]),
            (0x25, [1, 0, [[0, bytes(32)], [0, blake3(text).digest()], [1, b""]]]),
            (0x26, [1, digest]),
            close,
        ],
        "R": [
            (0x01, [[1, 0x119], wish]),
            (0x02, [_proofs("R", cipher), False]),
            (0x03, [_bytes(CODE, "commitment"), "Büro"]),
            (0x05, [_bytes(CODE, "N_R")]),
            (0x06, []),
            (0x14, ["", "Büro"]),
            (0x22, [1, False, 0, b"", 0, b""]),
            (0x12, [2, _bytes(RENEWAL, "e_R"), _bytes(RENEWAL, "ct")]),
            (0x13, [2]),
            (0x28, [1, digest]),
            close,
        ],
    }
    assert {side: [_parsed(each) for each in _said(side, cipher) if each[0] != 0x40] for side in "IR"} == expected
    (data,) = (each for each in _said("I", cipher) if each[0] == 0x40)
    assert data == b"\x40" + (1).to_bytes(4, "big") + text + b"cut off"


def test_the_other_messages() -> None:
    """README §5 and §6; small enough to be written down."""
    assert VECTORS["messages"] == {
        "BUSY": "0790",
        "HEARTBEAT": "1090",
        "REMEMBER": "1590",
        "ROTATE": "16" "91" "01",
        "STORED": "1790",
        "ROTATED": "1890",
        "LOOK": "19" "91" "b0" + b"0123456789abcdef".hex(),
        "SIGHT": "1a" "93" "c3" "cdb96f" "91" "92" "22" "04",
        "NAMES": "21" "92" "01" "91" "94" "a474726970" "01" "02" "cf0000000200000000",
        "REFUSE": "23" "92" "01" "02",
        "FAILED": "27" "93" "01" "02" "05",
        "CANCEL": "29" "92" "01" "c3",
        "CANCELLED": "2a" "92" "01" "c2",
        "FULL": "2b" "91" "01",
        "ROOM": "2c" "91" "01",
        "COMPARE": "2d" "93" "01" "01" "920102",
        "DIGESTS": "2e" "92" "01" "92" "c420" + blake3(_bytes(MANIFEST, "text")).hexdigest() + "c400",
        "SAME": "2f" "92" "01" "9101",
        "RESUME": "32" "92" "01" "cf0000000200000000",
        "PAUSE": "30" "92" "01" "c3",
        "GO_ON": "31" "92" "01" "c2",
        "TEXT": "33" "92" "01" "a7" "4772c3bcc39f65",
        "PACE": "34" "95" "01" "c3" "ce000f4240" "cd03e8" "00",
    }  # fmt: skip


def test_numbers() -> None:
    """README §10."""
    reasons = "DONE NOT_NOW CODE_DIFFERED TIMED_OUT NOT_VISIBLE NOT_PROVEN PROTOCOL SHUTTING_DOWN"
    refusals = "DECLINED NO_ANSWER NO_SPACE UNSAFE_NAME TOO_MANY FOLDER_UNUSABLE"
    results = "OK CHANGED VANISHED UNREADABLE UNSAFE_NAME WRITE_FAILED MISMATCH NO_SPACE"
    in_order = {"CLOSE": reasons, "REFUSE": refusals, "result": results, "kind": "FILE FOLDER"}
    obstacles = {
        0: "NOT_LOOKED HIDDEN NO_NETWORK NO_ADDRESS OVERLAP ROUTE PORT_TAKEN PORT_CLOSED",
        16: "MULTICAST_OFF MULTICAST_NO_ROUTE MULTICAST_NOT_SENT MULTICAST_NOT_HEARD MULTICAST_UNUSABLE",
        32: "FIREWALL_UNREAD FIREWALL_CALLED FIREWALL_HEARING FIREWALL_CALLING FIREWALL_SPEAKING",
        40: "FIREWALL_UFW FIREWALL_FIREWALLD FIREWALL_WINDOWS FIREWALL_WINDOWS_PUBLIC FIREWALL_MACOS "
        "FIREWALL_MACOS_ALL",
    }
    assert VECTORS["numbers"] == {
        name: {word: number for number, word in enumerate(words.split())} for name, words in in_order.items()
    } | {"seen": {word: number for at, words in obstacles.items() for number, word in enumerate(words.split(), at)}}


def test_manifest() -> None:
    """README §9: what END and DONE carry the digest of."""
    text = _bytes(MANIFEST, "text")
    hashed = b""
    for path, kind, size, mtime, executable, result, digest in (
        ("trip", 1, 0, -1_500_000_000, 0, 0, bytes(32)),
        ("trip/grüße.txt", 0, len(text), 1_700_000_000_500_000_000, 1, 0, blake3(text).digest()),
        ("trip/log", 0, 4096, 1_700_000_001_000_000_000, 0, 1, bytes(32)),
    ):
        hashed += _lp(path.encode()) + bytes((kind,)) + size.to_bytes(8, "big")
        hashed += mtime.to_bytes(8, "big", signed=True) + bytes((executable, result)) + digest
    assert _bytes(MANIFEST, "hashed") == hashed
    assert _bytes(MANIFEST, "digest") == blake3(hashed).digest()


# --- its notation -----------------------------------------------------------------------------


def _lp(*values: bytes) -> bytes:
    return b"".join(len(value).to_bytes(8, "big") + value for value in values)


def _expand(key: bytes, info: bytes, size: int) -> bytes:
    """HKDF-Expand, RFC 5869 §2.3."""
    block = output = b""
    while len(output) < size:
        block = hmac.digest(key, block + info + bytes((len(output) // 64 + 1,)), "sha512")
        output += block
    return output[:size]


def _noise_hkdf(ck: bytes, material: bytes, count: int) -> list[bytes]:
    output = _expand(hmac.digest(ck, material, "sha512"), b"", 64 * count)
    return [output[at : at + 64] for at in range(0, len(output), 64)]


def _ee(keys: dict[str, str]) -> bytes:
    """Checked from both sides."""
    made = [
        X25519PrivateKey.from_private_bytes(_bytes(keys, f"{ours}_private")).exchange(
            X25519PublicKey.from_public_bytes(_bytes(keys, theirs))
        )
        for ours, theirs in (("e_I", "e_R"), ("e_R", "e_I"))
    ]
    assert made == [_bytes(keys, "ee")] * 2
    return made[0]


def _ss(keys: dict[str, str]) -> bytes:
    key = MLKEM768PrivateKey.from_seed_bytes(_bytes(keys, "kem_seed"))
    assert key.public_key().public_bytes_raw() == _bytes(keys, "ek")
    assert key.decapsulate(_bytes(keys, "ct")) == _bytes(keys, "ss")
    return _bytes(keys, "ss")


def _epoch(keys: dict[str, str]) -> bytes:
    return b"".join(_bytes(keys, name) for name in ("root", "k_I", "k_R"))


# --- the file ---------------------------------------------------------------------------------


def _bytes(values: dict[str, str], name: str) -> bytes:
    return bytes.fromhex(values[name])


def _encapsulation(keys: dict[str, str]) -> tuple[bytes, bytes]:
    return _bytes(keys, "ct"), _bytes(keys, "ss")


def _said(side: str, cipher: str) -> list[bytes]:
    records = VECTORS["sessions"][cipher]["records"]
    return [_bytes(record, "plaintext") for record in records if record["from"] == side]


def _parsed(plaintext: bytes) -> tuple[int, list[Any]]:
    return plaintext[0], msgspec.msgpack.decode(plaintext[1:])


def _proofs(side: str, cipher: str) -> list[bytes]:
    """Random, so only their form can be expected."""
    values, _ = _parsed(_said(side, cipher)[1])[1]
    assert [len(value) for value in values] == [32] * 16
    return cast(list[bytes], values)


def _flat(value: Any, name: str = "") -> dict[str, Any]:
    """Each single value under the path to it."""
    if not isinstance(value, dict | list):
        return {name: value}
    items = value.items() if isinstance(value, dict) else enumerate(value)
    return {path: leaf for key, part in items for path, leaf in _flat(part, f"{name}/{key}").items()}
