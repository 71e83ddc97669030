"""Every key of a session, taken where it is made: what no attacker ever has all of."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from desktop_app.protocol import handshake, key_schedule
from desktop_app.protocol.handshake import Secrets
from desktop_app.protocol.key_schedule import Cipher, EpochKeys
from desktop_app.protocol.noise import HandshakeState


@dataclass(frozen=True, slots=True)
class Epoch:
    """What both sides have while it lasts."""

    cipher: Cipher
    root: bytes
    of_initiator: bytes  # the key under which the initiator sends
    of_responder: bytes

    def key(self, *, of_initiator: bool) -> bytes:
        return self.of_initiator if of_initiator else self.of_responder


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a renewal made an epoch from, beside the root before."""

    ee: bytes
    ss: bytes
    public: tuple[bytes, ...]


@dataclass(slots=True)
class LeakedKeys:
    """The keys of one session. Both sides made each of them, and made the same."""

    h: bytes
    ck: bytes  # at the end of the handshake
    exporter: bytes
    proven: tuple[str, bytes] = "", b""  # the method of authentication, and what was proven
    private: dict[str, bytes] = field(default_factory=dict)  # X25519 and ML-KEM keys of the handshake
    epochs: dict[int, Epoch] = field(default_factory=dict)
    agreements: dict[int, Agreement] = field(default_factory=dict)  # by the epoch that came out of them

    def note(self, number: int, epoch: Epoch) -> None:
        assert self.epochs.setdefault(number, epoch) == epoch, "the two sides do not agree"


class Leak:
    """Sessions of this process while it is in place, by their transcript hash, oldest first."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.sessions: dict[bytes, LeakedKeys] = {}
        self._secrets = handshake._secrets
        self._first_epoch, self._next_epoch = key_schedule.first_epoch, key_schedule.next_epoch
        monkeypatch.setattr(handshake, "_secrets", self._on_secrets)
        monkeypatch.setattr(key_schedule, "first_epoch", self._on_first_epoch)
        monkeypatch.setattr(key_schedule, "next_epoch", self._on_next_epoch)

    def _on_secrets(self, state: HandshakeState, *, initiator: bool, public: tuple[bytes, ...]) -> Secrets:
        ck, e, e1 = bytes(state._symmetric._ck), state._e, state._e1
        private = {"e_I" if initiator else "e_R": e.private_bytes_raw()} if e else {}
        if e1:
            private["ek"] = e1.private_bytes_raw()
        secrets = self._secrets(state, initiator=initiator, public=public)
        keys = self.sessions.setdefault(secrets.h, LeakedKeys(secrets.h, ck, bytes(secrets.exporter)))
        keys.private |= private
        traffic = bytes(secrets.key_initiator), bytes(secrets.key_responder)
        keys.note(0, Epoch(Cipher.CHACHA20_POLY1305, bytes(secrets.root), *traffic))
        return secrets

    def _on_first_epoch(self, root: bytearray, h: bytes, cipher: Cipher, method: str, proven: bytearray) -> EpochKeys:
        self.sessions[h].proven = method, bytes(proven)
        keys = self._first_epoch(root, h, cipher, method, proven)
        self.sessions[h].note(1, _noted(cipher, keys))
        return keys

    def _on_next_epoch(
        self,
        root: bytearray,
        ee: bytearray,
        ss: bytearray,
        h: bytes,
        epoch: int,
        cipher: Cipher,
        public: Sequence[bytes],
    ) -> EpochKeys:
        agreement = Agreement(bytes(ee), bytes(ss), tuple(public))
        keys = self._next_epoch(root, ee, ss, h, epoch, cipher, public)
        assert self.sessions[h].agreements.setdefault(epoch, agreement) == agreement
        self.sessions[h].note(epoch, _noted(cipher, keys))
        return keys


def _noted(cipher: Cipher, keys: EpochKeys) -> Epoch:
    return Epoch(cipher, bytes(keys.root), bytes(keys.initiator), bytes(keys.responder))
