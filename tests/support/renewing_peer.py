"""A hostile peer that knows how keys are renewed, step by step, and may leave out any of it."""

import hmac
from typing import Self

from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from tests.support.hostile_peer import CIPHER, HostilePeer, Kind, expand, lp


class RenewingPeer(HostilePeer):
    """Steps of §7 of the specification; `epoch` is the one that is to come."""

    epoch = 2
    sealed = 0  # bytes under the present key, tags included

    def seal(self, plaintext: bytes) -> bytes:
        record = super().seal(plaintext)
        self.sealed += len(record) - 4
        return record

    def first_epoch(self, method: bytes = b"code", proven: bytes = b"") -> Self:
        super().first_epoch(method, proven)
        self.sealed = 0
        return self

    def ask(self) -> None:
        self._e, self._kem = X25519PrivateKey.generate(), MLKEM768PrivateKey.generate()
        self._asked = self._e.public_key().public_bytes_raw(), self._kem.public_key().public_bytes_raw()
        self.send(Kind.RENEW, self.epoch, *self._asked)

    def take_answer(self) -> None:
        """RENEWED, and the SWITCH that follows at once."""
        epoch, e, ct = self.expect(Kind.RENEWED)
        assert epoch == self.epoch
        ee = self._e.exchange(X25519PublicKey.from_public_bytes(e))
        self._agree(ee, self._kem.decapsulate(ct), (*self._asked, e, ct))
        self.expect_switch()

    def answer(self) -> None:
        """RENEWED to the RENEW that comes next."""
        epoch, e_i, ek = self.expect(Kind.RENEW)
        assert epoch == self.epoch
        e = X25519PrivateKey.generate()
        ss, ct = MLKEM768PublicKey.from_public_bytes(ek).encapsulate()
        e_r = e.public_key().public_bytes_raw()
        self.send(Kind.RENEWED, self.epoch, e_r, ct)
        self._agree(e.exchange(X25519PublicKey.from_public_bytes(e_i)), ss, (e_i, ek, e_r, ct))

    def switch(self) -> None:
        self.send(Kind.SWITCH, self.epoch)
        self._keys[0], self._counters[0] = self._following[not self.initiator], 0
        self.sealed = 0

    def expect_switch(self) -> None:
        assert self.expect(Kind.SWITCH) == [self.epoch]
        self._keys[1], self._counters[1] = self._following[self.initiator], 0

    def _agree(self, ee: bytes, ss: bytes, public: tuple[bytes, ...]) -> None:
        prk = hmac.digest(self.root, lp(ee) + lp(ss), "sha512")
        keys = expand(prk, b"renew", self.h, self.epoch.to_bytes(8, "big"), CIPHER.encode(), *public, size=128)
        self.root = keys[:64]
        self._following = ChaCha20Poly1305(keys[64:96]), ChaCha20Poly1305(keys[96:])
