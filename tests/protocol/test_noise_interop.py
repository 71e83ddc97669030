"""The Noise state machine against published vectors and two other implementations."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, Protocol

import pytest
from dissononce.cipher.aesgcm import AESGCMCipher
from dissononce.cipher.chachapoly import ChaChaPolyCipher
from dissononce.dh.x25519.private import PrivateKey
from dissononce.dh.x25519.x25519 import X25519DH
from dissononce.hash.blake2b import Blake2bHash
from dissononce.hash.blake2s import Blake2sHash
from dissononce.hash.sha256 import SHA256Hash
from dissononce.hash.sha512 import SHA512Hash
from dissononce.processing.handshakepatterns.interactive.NN import NNHandshakePattern
from dissononce.processing.handshakepatterns.interactive.XX import XXHandshakePattern
from dissononce.processing.impl.cipherstate import CipherState as DissononceCipherState
from dissononce.processing.impl.handshakestate import HandshakeState as DissononceHandshakeState
from dissononce.processing.impl.symmetricstate import SymmetricState as DissononceSymmetricState
from noise.connection import Keypair, NoiseConnection

from desktop_app.protocol.noise import HandshakeState
from desktop_app.protocol.noise_primitives import CIPHERS, HASHES
from desktop_app.protocol.noise_symmetric import MAX_NONCE, CipherState

SUITES = [f"Noise_{p}_25519_{c}_{h}" for p in ("NN", "XX") for c in ("ChaChaPoly", "AESGCM") for h in HASHES]
VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "noise.json").read_text())["vectors"]
PROLOGUE = b"held against others"


class Side(Protocol):
    """One party of a handshake, whoever implements it."""

    def write(self, payload: bytes) -> bytes: ...
    def read(self, message: bytes) -> bytes: ...
    def hash(self) -> bytes: ...
    def transport(self) -> tuple[Callable[[bytes], bytes], Callable[[bytes], bytes]]:
        """How it seals and how it opens after the handshake."""


class Ours:
    def __init__(self, suite: str, initiator: bool, s: bytes | None, e: bytes | None) -> None:
        self._initiator = initiator
        self._state = HandshakeState(suite, initiator=initiator, prologue=PROLOGUE, s=s, e=e)
        self.write, self.read = self._state.write_message, self._state.read_message

    def hash(self) -> bytes:
        return self._state.handshake_hash

    def transport(self) -> tuple[Callable[[bytes], bytes], Callable[[bytes], bytes]]:
        first, second = self._state.split()
        sending, receiving = (first, second) if self._initiator else (second, first)
        return lambda plain: sending.encrypt_with_ad(b"", plain), lambda sealed: receiving.decrypt_with_ad(b"", sealed)


class Noiseprotocol:
    def __init__(self, suite: str, initiator: bool, s: bytes | None, e: bytes | None) -> None:
        self._connection = NoiseConnection.from_name(suite.encode())
        if initiator:
            self._connection.set_as_initiator()
        else:
            self._connection.set_as_responder()
        self._connection.set_prologue(PROLOGUE)
        for kind, key in ((Keypair.STATIC, s), (Keypair.EPHEMERAL, e)):
            if key is not None:
                self._connection.set_keypair_from_private_bytes(kind, key)
        self._connection.start_handshake()

    def write(self, payload: bytes) -> bytes:
        return bytes(self._connection.write_message(payload))

    def read(self, message: bytes) -> bytes:
        return bytes(self._connection.read_message(message))

    def hash(self) -> bytes:
        return bytes(self._connection.get_handshake_hash())

    def transport(self) -> tuple[Callable[[bytes], bytes], Callable[[bytes], bytes]]:
        return self._connection.encrypt, self._connection.decrypt


class Dissononce:
    PATTERNS: Final = {"NN": NNHandshakePattern, "XX": XXHandshakePattern}
    CIPHERS: Final = {"ChaChaPoly": ChaChaPolyCipher, "AESGCM": AESGCMCipher}
    HASHES: Final = {"SHA256": SHA256Hash, "SHA512": SHA512Hash, "BLAKE2s": Blake2sHash, "BLAKE2b": Blake2bHash}

    def __init__(self, suite: str, initiator: bool, s: bytes | None, e: bytes | None) -> None:
        _, pattern, _, cipher, algorithm = suite.split("_")
        dh = X25519DH()
        cipher_state = DissononceCipherState(self.CIPHERS[cipher]())
        self._symmetric = DissononceSymmetricState(cipher_state, self.HASHES[algorithm]())
        self._state = DissononceHandshakeState(self._symmetric, dh)
        keys = [None if key is None else dh.generate_keypair(PrivateKey(key)) for key in (s, e)]
        self._initiator = initiator
        self._split: tuple[Any, Any] | None = None
        self._state.initialize(self.PATTERNS[pattern](), initiator, PROLOGUE, s=keys[0])
        if keys[1] is not None:
            dh.generate_keypair = lambda: keys[1]

    def write(self, payload: bytes) -> bytes:
        message = bytearray()
        self._split = self._state.write_message(payload, message)
        return bytes(message)

    def read(self, message: bytes) -> bytes:
        payload = bytearray()
        self._split = self._state.read_message(message, payload)
        return bytes(payload)

    def hash(self) -> bytes:
        return bytes(self._symmetric.get_handshake_hash())

    def transport(self) -> tuple[Callable[[bytes], bytes], Callable[[bytes], bytes]]:
        assert self._split is not None
        sending, receiving = self._split if self._initiator else reversed(self._split)
        return lambda plain: sending.encrypt_with_ad(b"", plain), lambda sealed: receiving.decrypt_with_ad(b"", sealed)


def converse(initiator: Side, responder: Side, messages: int) -> list[bytes]:
    """A whole handshake with payloads, then transport messages both ways; returns what crossed."""
    crossed = []
    speaker, listener = initiator, responder
    for number in range(messages):
        payload = b"payload %d" % number
        crossed.append(speaker.write(payload))
        assert listener.read(crossed[-1]) == payload
        speaker, listener = listener, speaker
    assert initiator.hash() == responder.hash()
    (seal_i, open_i), (seal_r, open_r) = initiator.transport(), responder.transport()
    for number in range(3):
        plain = b"transport %d" % number
        crossed.append(seal_i(plain))
        assert open_r(crossed[-1]) == plain
        crossed.append(seal_r(plain))
        assert open_i(crossed[-1]) == plain
    return crossed


@pytest.mark.filterwarnings("ignore:One of ephemeral keypairs is already set")  # its word on fixed keys
@pytest.mark.parametrize("fixed", [True, False], ids=["fixed e", "random e"])
@pytest.mark.parametrize("ours_begins", [True, False], ids=["as initiator", "as responder"])
@pytest.mark.parametrize("other", [Noiseprotocol, Dissononce])
@pytest.mark.parametrize("suite", SUITES)
def test_speaks_with_other_implementations(
    suite: str, other: Callable[..., Side], ours_begins: bool, fixed: bool
) -> None:
    def run(begin: Callable[..., Side], answer: Callable[..., Side]) -> tuple[list[bytes], bytes]:
        with_s = "_XX_" in suite
        initiator = begin(suite, True, b"\x11" * 32 if with_s else None, b"\x21" * 32 if fixed else None)
        responder = answer(suite, False, b"\x12" * 32 if with_s else None, b"\x22" * 32 if fixed else None)
        return converse(initiator, responder, 3 if with_s else 2), initiator.hash()

    mixed = run(Ours, other) if ours_begins else run(other, Ours)
    if fixed:
        assert mixed == run(other, other)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["protocol_name"])
def test_published_vectors(vector: dict[str, Any]) -> None:
    def value(name: str) -> bytes | None:
        return bytes.fromhex(vector[name]) if name in vector else None

    def side(role: str) -> HandshakeState:
        return HandshakeState(
            vector["protocol_name"],
            initiator=role == "init",
            prologue=value(f"{role}_prologue") or b"",
            s=value(f"{role}_static"),
            e=value(f"{role}_ephemeral"),
        )

    sides = side("init"), side("resp")
    states: tuple[CipherState, CipherState] | None = None
    for number, message in enumerate(vector["messages"]):
        payload, expected = bytes.fromhex(message["payload"]), bytes.fromhex(message["ciphertext"])
        if states is None:
            assert sides[number % 2].write_message(payload) == expected
            assert sides[1 - number % 2].read_message(expected) == payload
            if sides[0].finished:
                states = sides[0].split()
        else:
            assert states[number % 2].encrypt_with_ad(b"", payload) == expected
    assert states is not None


@pytest.mark.parametrize(("name", "other"), [("ChaChaPoly", ChaChaPolyCipher), ("AESGCM", AESGCMCipher)])
def test_rekeying_is_that_of_another_implementation(name: str, other: Callable[[], Any]) -> None:
    ours, theirs = CipherState(CIPHERS[name]), DissononceCipherState(other())
    ours.initialize_key(bytearray(b"\x05" * 32))
    theirs.initialize_key(b"\x05" * 32)
    theirs._key = theirs.cipher.encrypt(theirs._key, MAX_NONCE, b"", bytes(32))[:32]  # §4.2; its own resets the counter
    assert ours.encrypt_with_ad(b"", b"before") != theirs.encrypt_with_ad(b"", b"before")
    ours.rekey()
    assert ours.encrypt_with_ad(b"", b"after") == theirs.encrypt_with_ad(b"", b"after")
