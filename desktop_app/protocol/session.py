"""One session from its secrets to its proof: HELLO, PROOFS, the comparison, and what they yield.

Everything that decides what may be said when stands in two tables. `VerifiedSession` is the only
way to file keys and peer names, and `Session.verified` the only place that makes one.
Specification: README.md, "Authenticating h".
"""

import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from desktop_app.errors import (
    AppError,
    CodeMismatch,
    CommitmentMismatch,
    ComparisonUnfinished,
    LocalProtocolError,
    PeerBusy,
    RemoteProtocolError,
    UnexpectedMessage,
    UnsupportedVersion,
)
from desktop_app.protocol import code, device_name, key_schedule, limits
from desktop_app.protocol.code import Code
from desktop_app.protocol.handshake import Secrets
from desktop_app.protocol.key_schedule import Cipher
from desktop_app.protocol.messages import (
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
from desktop_app.protocol.records import Opener, Sealer
from desktop_app.protocol.renewal import Renewal
from desktop_app.protocol.wiping import take, wipe

RandomBytes = Callable[[int], bytes]


class Role(Enum):
    INITIATOR = "initiator"
    RESPONDER = "responder"


class State(Enum):
    """What this side waits for."""

    HELLO = auto()
    PROOFS = auto()
    DECISION = auto()  # responder: nothing was proven; this computer commits, or says busy, or leaves
    COMMIT = auto()
    NONCE = auto()
    OPEN = auto()
    COMPARING = auto()  # the code is on the screen, nobody confirmed
    CONFIRMED = auto()  # the person here confirmed
    PEER_CONFIRMED = auto()
    VERIFIED = auto()
    ENDED = auto()


_I, _R = Role.INITIATOR, Role.RESPONDER

RECEIVED: Final[Mapping[tuple[Role, State], Mapping[type[Message], State]]] = {
    (_I, State.HELLO): {Hello: State.PROOFS, Close: State.ENDED},
    (_R, State.HELLO): {Hello: State.PROOFS, Close: State.ENDED},
    (_I, State.PROOFS): {Proofs: State.COMMIT, Close: State.ENDED},
    (_R, State.PROOFS): {Proofs: State.DECISION, Close: State.ENDED},
    (_R, State.DECISION): {Close: State.ENDED},
    (_I, State.COMMIT): {Commit: State.OPEN, Busy: State.ENDED, Close: State.ENDED},
    (_R, State.NONCE): {Nonce: State.COMPARING, Close: State.ENDED},
    (_I, State.OPEN): {Open: State.COMPARING, Close: State.ENDED},
    (_I, State.COMPARING): {Confirm: State.PEER_CONFIRMED, Close: State.ENDED},
    (_R, State.COMPARING): {Confirm: State.PEER_CONFIRMED, Close: State.ENDED},
    (_I, State.CONFIRMED): {Confirm: State.VERIFIED, Close: State.ENDED},
    (_R, State.CONFIRMED): {Confirm: State.VERIFIED, Close: State.ENDED},
    # CONFIRM was the peer's last record of epoch 0, and VERIFIED belongs to `VerifiedSession`
    (_I, State.PEER_CONFIRMED): {},
    (_R, State.PEER_CONFIRMED): {},
    (_I, State.VERIFIED): {},
    (_R, State.VERIFIED): {},
    (_I, State.ENDED): {},
    (_R, State.ENDED): {},
}

CONFIRMED_HERE: Final[Mapping[State, State]] = {
    State.COMPARING: State.CONFIRMED,
    State.PEER_CONFIRMED: State.VERIFIED,
}


@dataclass(frozen=True, slots=True)
class VerifiedSession:
    """Proof that people, or a secret they authenticated before, authenticated this transcript.

    Whoever handles files asks for one of these; nothing else leads to file keys.
    """

    role: Role
    method: str
    peer_name: str
    cipher: Cipher
    sealer: Sealer
    opener: Opener
    renewal: Renewal


class Session:
    """The unverified part of a session, without any I/O: messages in, messages out, local answers in."""

    def __init__(
        self, secrets: Secrets, *, own_name: str, ciphers: tuple[Cipher, ...], random_bytes: RandomBytes
    ) -> None:
        """`ciphers`: what this side can do, fastest first. `secrets` now belong to the session."""
        self.role = _I if secrets.initiator else _R
        self.state = State.HELLO
        self.peer_name = ""
        self.code: Code | None = None
        self.compared = False  # the peer may know the code: from here on an ending counts as a failed comparison
        self._secrets = secrets
        self._own_name = own_name
        self._ciphers = ciphers
        self._random_bytes = random_bytes
        self._cipher = Cipher.CHACHA20_POLY1305
        self._sent_proofs: list[bytes] = []
        self._commitment = b""
        self._nonce = bytearray()  # ours, until the code is shown
        mine, theirs = secrets.key_initiator, secrets.key_responder
        if self.role is _R:
            mine, theirs = theirs, mine
        self.sealer = Sealer(Cipher.CHACHA20_POLY1305, mine, epoch=0, record_max=limits.EPOCH_0_RECORD_MAX)
        self.opener = Opener(Cipher.CHACHA20_POLY1305, theirs, epoch=0, record_max=limits.EPOCH_0_RECORD_MAX)

    def start(self) -> tuple[Message, ...]:
        """The first records of either side."""
        hello = Hello(versions=[limits.VERSION], ciphers=[cipher.value for cipher in self._ciphers])
        self._sent_proofs = [self._random_bytes(limits.PROOF) for _ in range(limits.PROOFS_MIN)]
        return hello, Proofs(self._sent_proofs)

    def receive(self, message: Message) -> tuple[Message, ...]:
        """What to send in answer, in order. Raises RemoteProtocolError or the reason for which the peer ended it.

        `message` stays the caller's to wipe.
        """
        following = RECEIVED[self.role, self.state].get(type(message))
        try:
            if following is None:
                raise UnexpectedMessage(detail=f"{type(message).__name__} while waiting for {self.state.name}")
            answer = self._answer(message)
        except BaseException:
            self.state = State.ENDED  # whatever a caller does next, nothing leads on from here
            raise
        self.state = following
        return answer

    def commit(self) -> Commit:
        """Responder, nothing proven: open the comparison."""
        self._require(State.DECISION)
        self._nonce = take(self._random_bytes(limits.SAS_NONCE))
        self.state = State.NONCE
        return Commit(code.commitment(self._secrets.h, self._nonce), self._own_name)

    def confirm(self) -> Confirm:
        """The person here pressed "They match"."""
        self._require(*CONFIRMED_HERE)
        self.state = CONFIRMED_HERE[self.state]
        return Confirm()

    @property
    def may_close(self) -> bool:
        """Whether a CLOSE may still be sent under epoch 0: CONFIRM would have been its last record."""
        return self.state not in {State.CONFIRMED, State.VERIFIED, State.ENDED}

    def verified(self, *, now: float) -> VerifiedSession:
        """The keys of epoch 1. Can be called once, and only when both people confirmed."""
        self._require(State.VERIFIED)
        method, nothing_proven = "code", bytearray()
        keys = key_schedule.first_epoch(self._secrets.root, self._secrets.h, self._cipher, method, nothing_proven)
        mine, theirs = keys.initiator, keys.responder
        if self.role is _R:
            mine, theirs = theirs, mine
        renewal = Renewal(
            initiator=self._secrets.initiator, h=self._secrets.h, cipher=self._cipher, root=keys.root, now=now
        )
        wipe(self._secrets.root, self._secrets.exporter)
        self.state = State.ENDED
        sealer, opener = Sealer(self._cipher, mine, epoch=1), Opener(self._cipher, theirs, epoch=1)
        return VerifiedSession(self.role, method, self.peer_name, self._cipher, sealer, opener, renewal)

    def wipe(self) -> None:
        """Forget every secret; may be called twice."""
        self.state = State.ENDED
        self.sealer.wipe()
        self.opener.wipe()
        self._secrets.wipe()
        wipe(self._nonce)

    def _require(self, *states: State) -> None:
        if self.state not in states:
            raise LocalProtocolError(detail=f"state {self.state.name}")

    def _answer(self, message: Message) -> tuple[Message, ...]:
        match message:
            case Hello():
                self._agree(message)
            case Proofs():
                self._compare_proofs(message)
            case Commit():
                return self._on_commit(message)
            case Nonce():
                return self._on_nonce(message)
            case Open():
                self._on_open(message)
            case Busy():
                raise PeerBusy
            case Close():
                raise self._reason_for(message.reason)
        return ()

    def _agree(self, hello: Hello) -> None:
        if limits.VERSION not in hello.versions:
            raise UnsupportedVersion(version=max(hello.versions, default=0))
        fastest = Cipher.AES_256_GCM
        if self._ciphers[0] is fastest and hello.ciphers[:1] == [fastest.value]:
            self._cipher = fastest

    def _compare_proofs(self, proofs: Proofs) -> None:
        """Nothing is remembered yet, so nothing can match; a value of ours coming back is an attack."""
        reflected = False
        for received in proofs.values:
            for sent in self._sent_proofs:
                reflected |= hmac.compare_digest(received, sent)
        if reflected:
            raise RemoteProtocolError(detail="our own proof came back")

    def _on_commit(self, commit: Commit) -> tuple[Message, ...]:
        self._commitment = commit.commitment
        self.peer_name = device_name.clean(commit.name)
        self._nonce = take(self._random_bytes(limits.SAS_NONCE))  # only now, after the promise
        self.compared = True
        return (Nonce(bytearray(self._nonce), self._own_name),)

    def _on_nonce(self, nonce: Nonce) -> tuple[Message, ...]:
        self.compared = True
        self.peer_name = device_name.clean(nonce.name)
        opening = Open(bytearray(self._nonce))
        self.code = code.show(self._secrets.h, nonce.nonce, self._nonce)
        wipe(self._nonce)
        return (opening,)

    def _on_open(self, opening: Open) -> None:
        if not code.opens(self._commitment, self._secrets.h, opening.nonce):
            raise CommitmentMismatch
        self.code = code.show(self._secrets.h, self._nonce, opening.nonce)
        wipe(self._nonce)

    def _reason_for(self, reason: CloseReason) -> AppError:
        if reason is CloseReason.CODE_DIFFERED and self.code is not None:  # before, there was nothing to differ
            return CodeMismatch()
        if reason is CloseReason.NOT_VISIBLE:
            return PeerBusy()
        return ComparisonUnfinished()
