"""Fresh keys inside a verified session: X25519 and ML-KEM-768 again, switched per direction in the stream.

The initiator starts; RENEW, RENEWED, then each direction's SWITCH is the last record of its old epoch.
Without clock or socket: `now` is a monotonic time in seconds that the caller brings.
Specification: README.md, "Renewal".
"""

from collections.abc import Sequence
from typing import Final

from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from desktop_app.errors import LimitExceeded, LocalProtocolError, UnexpectedMessage
from desktop_app.protocol import key_schedule, limits
from desktop_app.protocol.key_schedule import Cipher, EpochKeys
from desktop_app.protocol.messages import Renew, Renewed
from desktop_app.protocol.noise_primitives import (
    dh,
    dh_key,
    dh_public,
    kem_decapsulate,
    kem_encapsulate,
    kem_key,
    kem_public,
)
from desktop_app.protocol.records import Opener, Sealer
from desktop_app.protocol.wiping import wipe


class Renewal:
    """The root key of a session and the state of its renewal; one lock of the caller guards it."""

    def __init__(self, *, initiator: bool, h: bytes, cipher: Cipher, root: bytearray, now: float) -> None:
        self.renewals = 0
        self._initiator, self._h, self._cipher, self._root = initiator, h, cipher, root
        self._epoch = 1
        self._last = now  # when the last RENEW passed
        self._active_since: float | None = None  # first file data of this epoch, either direction
        self._next_active_since: float | None = None  # of the next, where one direction has switched already
        self._asked: tuple[X25519PrivateKey, MLKEM768PrivateKey, Renew] | None = None
        self._sealing_key: bytearray | None = None  # agreed, not yet in use
        self._opening_key: bytearray | None = None
        self._switch_by: float | None = None
        self._opened_at_agreement = 0

    # --- what the clock asks for ------------------------------------------------------------

    def moved_data(self, now: float, epoch: int) -> None:
        """File data passed in either direction under the keys of `epoch`: it is active from its first."""
        if epoch == self._epoch and self._active_since is None:
            self._active_since = now
        elif epoch > self._epoch and self._next_active_since is None:
            self._next_active_since = now

    def check(self, now: float, sealer: Sealer, opener: Opener) -> None:
        """Hard limits of an epoch, held on both sides. Raises LimitExceeded."""
        if self._active_since is not None and now - self._active_since > limits.EPOCH_SECONDS:
            raise LimitExceeded(detail="age of the keys")
        if max(sealer.bytes, opener.bytes) > limits.EPOCH_BYTES:
            raise LimitExceeded(detail="bytes under one key")
        if self._switch_by is not None and now > self._switch_by:
            raise LimitExceeded(detail="renewal not finished in time")
        if self._opening_key is not None and opener.bytes - self._opened_at_agreement > limits.SWITCH_BYTES:
            raise LimitExceeded(detail="data under the old key")

    def due(self, now: float, sealer: Sealer, opener: Opener) -> Renew | None:
        """Initiator: the RENEW to send now, or None."""
        if not self._initiator or self._busy or self._active_since is None:
            return None
        old = now - self._active_since >= limits.RENEW_AFTER_SECONDS
        if not old and max(sealer.bytes, opener.bytes) < limits.RENEW_AFTER_BYTES:
            return None
        e, kem = dh_key(None), kem_key(None)
        message = Renew(self._epoch + 1, e.public_key().public_bytes_raw(), kem.public_key().public_bytes_raw())
        self._asked = e, kem, message
        self._switch_by = now + limits.SWITCH_SECONDS
        return message

    # --- the exchange -----------------------------------------------------------------------

    def on_renew(self, renew: Renew, now: float, sealer: Sealer, opener: Opener) -> Renewed:
        """Responder: the answer. A SWITCH has to follow it, then `next_sealer`. Raises RemoteProtocolError."""
        if self._initiator or self._busy or renew.epoch != self._epoch + 1:
            raise UnexpectedMessage(detail="RENEW")
        too_soon = now - self._last < limits.RENEW_GAP_SECONDS
        if too_soon and max(sealer.bytes, opener.bytes) < limits.RENEW_GAP_BYTES:
            raise LimitExceeded(detail="RENEW too soon")
        e, ek = dh_key(None), kem_public(renew.ek)
        ee = dh(e, dh_public(renew.e))
        ct, ss = kem_encapsulate(ek)
        renewed = Renewed(renew.epoch, e.public_key().public_bytes_raw(), ct)
        self._opened_at_agreement = opener.bytes
        self._agree(ee, ss, (renew.e, renew.ek, renewed.e, renewed.ct), now)
        return renewed

    def on_renewed(self, renewed: Renewed, now: float, opener: Opener) -> None:
        """Initiator: keys are agreed; send SWITCH, then seal with `next_sealer`. Raises RemoteProtocolError."""
        if self._asked is None or renewed.epoch != self._epoch + 1:
            raise UnexpectedMessage(detail="RENEWED")
        e, kem, renew = self._asked
        self._asked = None
        ee = dh(e, dh_public(renewed.e))
        ss = kem_decapsulate(kem, renewed.ct)
        self._opened_at_agreement = opener.bytes
        self._agree(ee, ss, (renew.e, renew.ek, renewed.e, renewed.ct), now)

    def next_sealer(self, old: Sealer) -> Sealer:
        """The new epoch's sealer, to be taken before SWITCH is sent: the peer may go on at once with the next RENEW.

        `old` still seals the SWITCH and is then the caller's to wipe.
        """
        if self._sealing_key is None:
            raise LocalProtocolError(detail="no keys to switch to")
        key, self._sealing_key = self._sealing_key, None
        self._finish_if_both()
        return Sealer(self._cipher, key, epoch=old.epoch + 1)

    def next_opener(self, epoch: int, old: Opener) -> Opener:
        """The peer's SWITCH arrived: the new epoch's opener; the old key is wiped. Raises UnexpectedMessage."""
        if self._opening_key is None or epoch != old.epoch + 1:
            raise UnexpectedMessage(detail="SWITCH")
        key, self._opening_key = self._opening_key, None
        old.wipe()
        self._finish_if_both()
        return Opener(self._cipher, key, epoch=epoch)

    def wipe(self) -> None:
        """Forget every key; may be called twice."""
        self._asked = None
        for key in (self._root, self._sealing_key, self._opening_key):
            if key is not None:
                wipe(key)

    # --- inside -----------------------------------------------------------------------------

    @property
    def _busy(self) -> bool:
        """Whether a renewal is under way: both directions must be on the newest epoch before the next."""
        return self._switch_by is not None

    def _agree(self, ee: bytearray, ss: bytearray, public: Sequence[bytes], now: float) -> None:
        keys: Final[EpochKeys] = key_schedule.next_epoch(
            self._root, ee, ss, self._h, self._epoch + 1, self._cipher, public
        )
        wipe(ee, ss, self._root)
        self._root = keys.root
        mine, theirs = keys.initiator, keys.responder
        self._sealing_key, self._opening_key = (mine, theirs) if self._initiator else (theirs, mine)
        self._last = now
        self._switch_by = now + limits.SWITCH_SECONDS

    def _finish_if_both(self) -> None:
        if self._sealing_key is None and self._opening_key is None:
            self._epoch += 1
            self.renewals += 1
            self._active_since, self._next_active_since = self._next_active_since, None
            self._switch_by = None
