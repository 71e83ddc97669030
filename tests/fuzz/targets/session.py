"""The unverified part of a session, in both roles, with a peer that knows every key and secret and says what it likes:
verified only by both proofs of one secret, or by both people and the code that both were shown.
"""

import hashlib
import hmac
from collections.abc import Callable, Iterator
from typing import Final

import msgspec

from desktop_app.errors import (
    AppError,
    CodeMismatch,
    ComparisonUnfinished,
    LocalProtocolError,
    PeerBusy,
    RemoteProtocolError,
)
from desktop_app.protocol import code, device_name, limits, messages, pairing
from desktop_app.protocol.handshake import Secrets
from desktop_app.protocol.key_schedule import Cipher
from desktop_app.protocol.messages import (
    MESSAGES,
    Busy,
    Close,
    CloseReason,
    Commit,
    Confirm,
    Hello,
    Message,
    Nonce,
    Open,
    Proofs,
)
from desktop_app.protocol.pairing import KnownSecret, SecretKind
from desktop_app.protocol.role import Role
from desktop_app.protocol.session import RECEIVED, Session, State, VerifiedSession
from tests.fuzz import values
from tests.fuzz.choices import Choices
from tests.protocol.examples import EXAMPLES

SIZE_MAX: Final = 160
_H: Final = hashlib.sha512(b"transcript").digest()
_FIELDS: Final = [(each.TYPE, msgspec.msgpack.decode(messages.encode(each)[1:])) for each in EXAMPLES]
_TYPES: Final = [kind.TYPE for kind in MESSAGES]
_CIPHERS: Final = ((Cipher.AES_256_GCM, Cipher.CHACHA20_POLY1305), (Cipher.CHACHA20_POLY1305,))
# Of every kind, and one that is in the middle of a rotation: two secrets of one identity.
_KNOWN: Final = (
    (SecretKind.RECORD, "kitchen", Role.INITIATOR, b"a"),
    (SecretKind.RECORD, "kitchen", Role.INITIATOR, b"b"),
    (SecretKind.RECORD, "attic", Role.RESPONDER, b"c"),
    (SecretKind.CONTINUATION, "cut", Role.RESPONDER, b"d"),
    (SecretKind.INVITATION, "invited", Role.INITIATOR, b"e"),
)
_EXPECTED: Final = (frozenset[str](), frozenset({"kitchen"}), frozenset({"cut", "kitchen"}), frozenset({"invited"}))
_ENDINGS: Final = (RemoteProtocolError, PeerBusy, CodeMismatch, ComparisonUnfinished)


def seeds() -> Iterator[bytes]:
    hello, proofs, commit, nonce, opened, confirm, press, take, decide = 1, 2, 3, 4, 5, 6, 20, 21, 22
    by_code_i = bytes((hello, 0, proofs, 0, 0, commit, nonce, opened, confirm, press, take))
    by_code_r = bytes((hello, 0, proofs, 0, 0, decide, nonce, press, confirm, take))
    for ciphers in range(2):
        yield bytes((0, ciphers, 0, 0)) + by_code_i
        yield bytes((1, ciphers, 0, 0)) + by_code_r
        for known in (1, 3, 4, 8, 16, 31):
            for role in range(2):
                yield bytes((role, ciphers, known, 0, hello, 0, proofs, 0, known, take))
                yield bytes((role, ciphers, known, 1, hello, 0, proofs, 1, 0, commit, take))
                yield bytes((role, ciphers, known, 1, hello, 0, proofs, 1, known, take))
    yield bytes((0, 0, 0, 0, hello, 0, proofs, 0, 0, commit, 11, 1))
    yield bytes((0, 0, 0, 0, hello, 0, proofs, 0, 0, 9, 0, 10, 0, 7, 8, 1, 11, 5, 12, 1, 3, 1, 2))


def run(data: bytes) -> None:
    choices = Choices(data)
    meeting = _Meeting(choices)
    try:
        while choices.left:
            meeting.step(choices)
            meeting.check()
    finally:
        meeting.end()


class _Meeting:
    """One session of ours, and what was done to it."""

    def __init__(self, choices: Choices) -> None:
        self.drawn = 0
        initiator = choices.byte() % 2 == 0
        self.ciphers = choices.one_of(_CIPHERS)
        which = choices.byte()
        self.expected = choices.one_of(_EXPECTED)
        key, other, exporter, root = (
            bytearray(bytes((number,)) * (32 if number < 3 else 64)) for number in range(1, 5)
        )
        self.secrets = Secrets(initiator, _H, key, other, exporter, root, ())
        chosen = [each for number, each in enumerate(_KNOWN) if which >> number & 1]
        self.known = [KnownSecret(kind, name, side, bytearray(byte * 64)) for kind, name, side, byte in chosen]
        self.session = Session(
            self.secrets, own_name="Anna", ciphers=self.ciphers, random_bytes=self._random, known=self.known,
            expected=self.expected,
        )  # fmt: skip
        self.all_said = [*self.session.start()]
        self.own_proofs = frozenset(
            value for each in self.all_said if isinstance(each, Proofs) for value in each.values
        )
        self.pressed = self.confirmed = self.failed = False
        self.proofs: frozenset[bytes] = frozenset()  # of the peer, as received
        self.hello: Hello | None = None
        self.promise, self.peer_name = b"", ""
        self.code_at_press: code.Code | None = None
        self.verified: VerifiedSession | None = None
        self.peer_nonce = b"n" * limits.SAS_NONCE

    def _random(self, size: int) -> bytes:
        self.drawn = (self.drawn + 1) % 256
        return hashlib.shake_128(bytes((self.drawn,))).digest(size)  # a fresh object: it will be wiped

    # --- what happens to it ------------------------------------------------------------------------------

    def step(self, choices: Choices) -> None:
        kind = choices.byte()
        match kind:
            case 20:
                self.locally(self.press)
            case 21:
                self.locally(self.take)
            case 22:
                self.locally(lambda: self.say(self.session.commit()))
            case 23:
                assert isinstance(self.session.may_close, bool)
            case _:
                if (message := self.message(kind, choices)) is not None:
                    self.receive(message)

    def message(self, kind: int, choices: Choices) -> Message | None:
        """The right one of its kind, or one that is not."""
        match kind:
            case 1:
                return Hello([limits.VERSION], [each.value for each in _CIPHERS[choices.byte() % 2]])
            case 2:
                return self.proofs_of(expecting=choices.byte() % 2 == 1, which=choices.byte())
            case 3:
                return Commit(code.commitment(_H, self.peer_nonce), "Ben\u202e")
            case 4:
                return Nonce(bytearray(self.peer_nonce), "Ben")
            case 5:
                return Open(bytearray(self.peer_nonce))
            case 6:
                return Confirm()
            case 7:
                return Busy()
            case 8:
                return Close(CloseReason(choices.byte() % len(CloseReason)))
            case 9:  # what it has said itself, led back to it
                return _fresh(choices.one_of(self.all_said))
            case 10:
                number, fields = choices.one_of(_FIELDS)
                return _decoded(bytes((number,)) + msgspec.msgpack.encode(values.altered(fields, choices)))
            case 11:
                self.peer_nonce = choices.exactly(limits.SAS_NONCE)
                return Open(bytearray(self.peer_nonce))
            case 12:
                return _fresh(choices.one_of(EXAMPLES))
            case _:
                return _decoded(bytes((choices.one_of(_TYPES),)) + choices.piece())

    def proofs_of(self, *, expecting: bool, which: int) -> Proofs:
        """Of these secrets, by whoever has the other half of each."""
        known = [
            KnownSecret(kind, name, side.other, bytearray(byte * 64))
            for number, (kind, name, side, byte) in enumerate(_KNOWN)
            if which >> number & 1
        ]
        return Proofs(pairing.Proofs(known, self.session.role.other, _H, self._other_random).values, expecting)

    def _other_random(self, size: int) -> bytes:
        return hashlib.shake_128(b"the other side").digest(size)

    def receive(self, message: Message) -> None:
        before = self.session.state
        try:
            answer = self.session.receive(message)
        except AppError as error:
            assert isinstance(error, _ENDINGS), error
            assert str(error)
            self.failed = True
            return
        assert not self.failed
        assert type(message) in RECEIVED[self.session.role, before]
        if isinstance(message, Hello):
            self.hello = message
        if isinstance(message, Proofs):
            self.proofs = frozenset(message.values)
            assert self.own_proofs.isdisjoint(self.proofs), "a proof of ours that came back was taken"
        if isinstance(message, Commit):
            self.promise = message.commitment
        if isinstance(message, Open):
            assert code.commitment(_H, message.nonce) == self.promise, "a broken promise"
        if isinstance(message, Confirm):
            self.confirmed = True
        self.say(*answer)

    def say(self, *said: Message) -> None:
        self.all_said += [_fresh(each) for each in said]

    def press(self) -> None:
        self.say(self.session.confirm())
        self.pressed, self.code_at_press = True, self.session.code

    def take(self) -> None:
        verified = self.session.verified(now=0.0)
        assert self.verified is None, "epoch 1 twice"
        self.verified = verified
        self.check_verified(self.verified)

    def locally(self, step: Callable[[], None]) -> None:
        """A step out of turn is our own mistake, and changes nothing."""
        before = self.session.state
        try:
            step()
        except LocalProtocolError:
            assert self.session.state is before

    # --- what always holds -------------------------------------------------------------------------------

    def check(self) -> None:
        session = self.session
        if self.failed:
            assert session.state is State.ENDED
        if session.state is State.VERIFIED:
            self.check_proven()
        if self.peer_name != session.peer_name:
            self.peer_name = session.peer_name
            assert device_name.clean(self.peer_name) == self.peer_name
        assert session.code is None or session.compared
        assert not self.pressed or self.code_at_press is not None
        if session.state in {State.COMMIT, State.DECISION, State.NONCE, State.OPEN, State.COMPARING}:
            assert not self.expected, "a comparison in place of the one who was expected"
            assert not session.proven, "a comparison in spite of a proof"

    def check_proven(self) -> None:
        session = self.session
        assert self.hello is not None
        if session.stands_for is None:
            assert self.pressed
            assert self.confirmed
            assert self.code_at_press == session.code is not None
            assert not self.expected
            return
        assert session.stands_for in session.proven
        for each in session.proven:
            assert self.owed(each) in self.proofs, "verified by something that the peer never proved"
            assert self.own(each) in self.own_proofs
        assert sum(each.kind is SecretKind.RECORD for each in session.proven) < 2
        if self.expected:
            assert {each.identity for each in session.proven} & self.expected

    def owed(self, secret: KnownSecret) -> bytes:
        return _proof(secret, secret.founded_as.other, self.session.role.other)

    def own(self, secret: KnownSecret) -> bytes:
        return _proof(secret, secret.founded_as, self.session.role)

    def check_verified(self, verified: VerifiedSession) -> None:
        assert self.hello is not None
        first = self.hello.ciphers[:1]
        both_fast = self.ciphers[0] is Cipher.AES_256_GCM and first == [Cipher.AES_256_GCM.value]
        assert (verified.cipher is Cipher.AES_256_GCM) == both_fast
        assert verified.proven is self.session.stands_for
        assert self.session.state is State.ENDED
        assert not any(self.secrets.root) and not any(self.secrets.exporter)  # noqa: PT018

    def end(self) -> None:
        """Whatever happened, nothing secret stays."""
        self.session.wipe()
        if self.verified is not None:
            self.verified.wipe()
            assert not any(self.verified.candidate) and not any(self.verified.continuation)  # noqa: PT018
        left = (*self.known, *([self.verified.proven] if self.verified and self.verified.proven else []))
        for secret in (*(each.secret for each in left), self.secrets.root, self.secrets.exporter,
                       self.secrets.key_initiator, self.secrets.key_responder, self.session._nonce):  # fmt: skip
            assert not any(secret)


def _proof(secret: KnownSecret, side: Role, role: Role) -> bytes:
    """From the text of the specification alone. The secret itself may be wiped by now, its first byte may not."""
    return _PROOFS[secret.kind, secret.identity, bytes(secret.secret[:1]), side, role]


def _all_proofs() -> Iterator[tuple[tuple[SecretKind, str, bytes, Role, Role], bytes]]:
    def lp(*parts: bytes) -> bytes:
        return b"".join(len(part).to_bytes(8, "big") + part for part in parts)

    for kind, name, _, byte in _KNOWN:
        info = lp(b"proof", kind.value.encode())
        key = hmac.digest(byte * 64, info + b"\x01", "sha512")
        for side in Role:
            for role in Role:
                said = lp(b"proof", side.value.encode(), role.value.encode(), _H)
                yield (kind, name, byte, side, role), hmac.digest(key, said, "sha512")[: limits.PROOF]


_PROOFS: Final = dict(_all_proofs())


def _fresh(message: Message) -> Message:
    """Our own are wiped when they were sent."""
    return messages.decode(messages.encode(message))


def _decoded(plaintext: bytes) -> Message | None:
    try:
        return messages.decode(plaintext)
    except RemoteProtocolError:
        return None
