"""Our one key agreement: NNhfs with X25519 and ML-KEM-768, from the first frame to the secrets.

There is no negotiation, no fallback and no second try. Specification: README.md, "Key agreement".
"""

from dataclasses import dataclass
from typing import Final

from desktop_app.errors import ConnectedToSelf, HandshakeFailed, UnsupportedVersion
from desktop_app.protocol import limits
from desktop_app.protocol.noise import HandshakeState
from desktop_app.protocol.noise_primitives import kem_key
from desktop_app.protocol.wiping import wipe

SUITE: Final = "Noise_NNhfs_25519+MLKEM768_ChaChaPoly_SHA512"
PROLOGUE: Final = limits.PROTOCOL_NAME + bytes((limits.VERSION,))
_KEY: Final = 32


def require_kem() -> None:
    """Raises KeysUnavailable where the library cannot do ML-KEM-768: then no session can start, none is weaker."""
    kem_key(None)


class LiveKeys:
    """The public ephemeral keys of this computer's live handshakes and sessions.

    A first message that carries one of them is our own, led back to us. Only single set
    operations are used, so threads need no lock.
    """

    def __init__(self) -> None:
        self._keys: set[bytes] = set()
        self._led_back: set[bytes] = set()

    def add(self, keys: tuple[bytes, ...]) -> None:
        self._keys.update(keys)

    def discard(self, keys: tuple[bytes, ...]) -> None:
        self._keys.difference_update(keys)
        self._led_back.difference_update(keys)

    def note_led_back(self, keys: tuple[bytes, ...]) -> None:
        """A first message that carried these arrived here."""
        self._led_back.update(self._keys.intersection(keys))

    def led_back(self, keys: tuple[bytes, ...]) -> bool:
        return not self._led_back.isdisjoint(keys)

    def holds_any(self, keys: tuple[bytes, ...]) -> bool:
        return not self._keys.isdisjoint(keys)


@dataclass(frozen=True, slots=True)
class Secrets:
    """What a finished handshake leaves: the transcript hash and four secrets that their owner wipes."""

    initiator: bool
    h: bytes
    key_initiator: bytearray  # 32 bytes: epoch 0, sealed by the initiator
    key_responder: bytearray
    exporter: bytearray  # 64 bytes: secrets of remembered devices come from here
    root: bytearray  # 64 bytes: epoch 1 comes from here
    public: tuple[bytes, ...]  # our ephemeral keys as LiveKeys holds them

    def wipe(self) -> None:
        wipe(self.key_initiator, self.key_responder, self.exporter, self.root)


class InitiatorHandshake:
    """The dialling side: send `first_frame`, hand the answer to `finish`."""

    def __init__(self, live: LiveKeys) -> None:
        self._live = live
        self._state = HandshakeState(SUITE, initiator=True, prologue=PROLOGUE)
        self.first_frame = bytes((limits.VERSION,)) + self._state.write_message(b"")
        self._public = _own_keys(self._state)
        live.add(self._public)

    def finish(self, frame: bytes) -> Secrets:
        """Raises UnsupportedVersion, HandshakeFailed or ConnectedToSelf; consumed either way."""
        try:
            if len(frame) == 2 and frame[0] == limits.UNSUPPORTED_MARK:
                raise UnsupportedVersion(version=frame[1])
            if len(frame) != limits.MESSAGE_2:
                raise HandshakeFailed(detail="length of the second message")
            if self._live.holds_any((frame[:_KEY],)):
                raise ConnectedToSelf
            if self._state.read_message(frame) != b"":
                raise HandshakeFailed(detail="unexpected payload")
            return _secrets(self._state, initiator=True, public=self._public)
        except BaseException:
            self.abandon()
            raise

    @property
    def led_back(self) -> bool:
        """Whether our first frame arrived at this computer itself: then nobody answers it."""
        return self._live.led_back(self._public)

    def abandon(self) -> None:
        """Give up: wipe what there is and forget the keys."""
        self._state.close()
        self._live.discard(self._public)


def unsupported_version(frame: bytes) -> bytes | None:
    """The fixed answer to a first frame of another version of this protocol, or None where it deserves none."""
    if frame and frame[0] in limits.VERSIONS_ANSWERED:
        return bytes((limits.UNSUPPORTED_MARK, limits.VERSION))
    return None


def respond(frame: bytes, live: LiveKeys) -> tuple[bytes, Secrets]:
    """The listening side: the frame to answer with, and the secrets. Raises HandshakeFailed or ConnectedToSelf."""
    if len(frame) != limits.MESSAGE_1 or frame[0] != limits.VERSION:
        raise HandshakeFailed(detail="first message")
    message = frame[1:]
    keys = (message[:_KEY], message[_KEY:])
    if live.holds_any(keys):
        live.note_led_back(keys)
        raise ConnectedToSelf
    state = HandshakeState(SUITE, initiator=False, prologue=PROLOGUE)
    try:
        if state.read_message(message) != b"":
            raise HandshakeFailed(detail="unexpected payload")
        answer = state.write_message(b"")
        public = _own_keys(state)
        live.add(public)
        return answer, _secrets(state, initiator=False, public=public)
    finally:
        state.close()


def _own_keys(state: HandshakeState) -> tuple[bytes, ...]:
    """As a first message would carry them; the other encodings of a key that X25519 knows are refused anyway."""
    keys = (state.ephemeral_public,)
    return (*keys, state.kem_public) if state.kem_public else keys


def _secrets(state: HandshakeState, *, initiator: bool, public: tuple[bytes, ...]) -> Secrets:
    h = state.handshake_hash
    o1, o2, exporter, root = state.secrets(4)
    keys = o1[:_KEY], o2[:_KEY]
    wipe(o1, o2)
    return Secrets(initiator, h, *keys, exporter, root, public)
