"""One session from its secrets to its proof: HELLO, PROOFS, the outcome or the comparison, and what they yield.

Everything that decides what may be said when stands in two tables. `VerifiedSession` is the only
way to file keys and peer names, and `Session.verified` the only place that makes one.
Specification: README.md, "Authenticating h".
"""

from collections.abc import Callable, Mapping, Sequence
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
    UnexpectedMessage,
    UnsupportedVersion,
)
from desktop_app.protocol import code, device_name, key_schedule, limits, outcome, pairing
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
from desktop_app.protocol.outcome import Outcome
from desktop_app.protocol.pairing import KnownSecret
from desktop_app.protocol.records import Opener, Sealer
from desktop_app.protocol.renewal import Renewal
from desktop_app.protocol.role import Role
from desktop_app.protocol.wiping import take, wipe

RandomBytes = Callable[[int], bytes]
BY_CODE: Final = "code"  # the method of a session that people authenticated; else it is that of the proven secret


class State(Enum):
    """What this side waits for."""

    HELLO = auto()
    PROOFS = auto()
    DECISION = auto()  # responder: nothing was proven; this computer commits, or says busy, or leaves
    UNPROVEN = auto()  # who was expected, here or there, did not prove itself, or proved too much: this side leaves
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
    (_I, State.PROOFS): {Proofs: State.COMMIT, Close: State.ENDED},  # or VERIFIED: see AFTER_PROOFS
    (_R, State.PROOFS): {Proofs: State.DECISION, Close: State.ENDED},
    (_R, State.DECISION): {Close: State.ENDED},
    (_I, State.UNPROVEN): {Close: State.ENDED},
    (_R, State.UNPROVEN): {Close: State.ENDED},
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

AFTER_PROOFS: Final[Mapping[tuple[Role, Outcome], State]] = {
    (_I, Outcome.COMPARE): State.COMMIT,
    (_R, Outcome.COMPARE): State.DECISION,
    (_I, Outcome.VERIFIED): State.VERIFIED,
    (_R, Outcome.VERIFIED): State.VERIFIED,
    (_I, Outcome.NOT_PROVEN): State.UNPROVEN,
    (_R, Outcome.NOT_PROVEN): State.UNPROVEN,
    (_I, Outcome.AMBIGUOUS): State.UNPROVEN,
    (_R, Outcome.AMBIGUOUS): State.UNPROVEN,
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
    proven: KnownSecret | None  # what proved itself on both sides; None where people compared a code
    peer_name: str  # what the other side called itself in the comparison, else ""
    cipher: Cipher
    sealer: Sealer
    opener: Opener
    renewal: Renewal
    candidate: bytearray  # 64 bytes: what both sides may remember of this session
    continuation: bytearray  # 64 bytes: what brings this session back once after an interruption
    understands_look: bool = False  # whether the other side said so

    @property
    def method(self) -> str:
        return BY_CODE if self.proven is None else self.proven.kind.value

    def wipe(self) -> None:
        """Forget what is left of its secrets when the session is over; may be called twice."""
        self.sealer.wipe()  # it may not have come into use
        self.opener.wipe()
        self.renewal.wipe()
        wipe(self.candidate, self.continuation)


class Session:
    """The unverified part of a session, without any I/O: messages in, messages out, local answers in."""

    def __init__(
        self,
        secrets: Secrets,
        *,
        own_name: str,
        ciphers: tuple[Cipher, ...],
        random_bytes: RandomBytes,
        known: Sequence[KnownSecret] = (),
        expected: frozenset[str] = frozenset(),
    ) -> None:
        """`ciphers`: what this side can do, fastest first. `expected`: the identities in `known` of which one has to
        prove itself; empty where a code may be compared. `secrets` and those in `known` now belong to the session.
        """
        self.role = _I if secrets.initiator else _R
        self.state = State.HELLO
        self.peer_name = ""
        self.proven: tuple[KnownSecret, ...] = ()  # everything that proved itself
        self.stands_for: KnownSecret | None = None  # the one among them that says who the peer is
        self.ambiguous = False  # it proved to be several
        self.code: Code | None = None
        self.compared = False  # the peer may know the code: from here on an ending counts as a failed comparison
        self._secrets = secrets
        self._own_name = own_name
        self._ciphers = ciphers
        self._random_bytes = random_bytes
        self._cipher = Cipher.CHACHA20_POLY1305
        self._understands_look = False
        self._known = tuple(known)
        self._expected = expected
        self._proofs: pairing.Proofs | None = None  # from `start` on
        self._commitment = b""
        self._nonce = bytearray()  # ours, until the code is shown
        mine, theirs = secrets.key_initiator, secrets.key_responder
        if self.role is _R:
            mine, theirs = theirs, mine
        self.sealer = Sealer(Cipher.CHACHA20_POLY1305, mine, epoch=0, record_max=limits.EPOCH_0_RECORD_MAX)
        self.opener = Opener(Cipher.CHACHA20_POLY1305, theirs, epoch=0, record_max=limits.EPOCH_0_RECORD_MAX)

    def start(self) -> tuple[Message, ...]:
        """The first records of either side."""
        versions = [limits.VERSION, limits.UNDERSTANDS_LOOK]
        hello = Hello(versions=versions, ciphers=[cipher.value for cipher in self._ciphers])
        self._proofs = pairing.Proofs(self._known, self.role, self._secrets.h, self._random_bytes, self._expected)
        return hello, Proofs(self._proofs.values, bool(self._expected))

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
        if not isinstance(message, Proofs):  # what these lead to is decided by the outcome
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
        """Whether a CLOSE may still be sent under epoch 0: CONFIRM, or PROOFS that proved something, was the last."""
        return self.state not in {State.CONFIRMED, State.VERIFIED, State.ENDED} and self.stands_for is None

    def verified(self, *, now: float) -> VerifiedSession:
        """The keys of epoch 1. Can be called once, when both people confirmed or both sides proved the same secret."""
        self._require(State.VERIFIED)
        secrets, proven = self._secrets, self.stands_for
        method, proven_secret = (BY_CODE, bytearray()) if proven is None else (proven.kind.value, proven.secret)
        keys = key_schedule.first_epoch(secrets.root, secrets.h, self._cipher, method, proven_secret)
        mine, theirs = keys.initiator, keys.responder
        if self.role is _R:
            mine, theirs = theirs, mine
        candidate = key_schedule.expand(secrets.exporter, "pairing", secrets.h, size=pairing.SECRET)
        continuation = key_schedule.expand(secrets.exporter, "continuation", secrets.h, size=pairing.SECRET)
        wipe(secrets.root, secrets.exporter, *(each.secret for each in self._known if each is not proven))
        self.state = State.ENDED
        return VerifiedSession(
            role=self.role,
            proven=proven,
            peer_name=self.peer_name,
            cipher=self._cipher,
            sealer=Sealer(self._cipher, mine, epoch=1),
            opener=Opener(self._cipher, theirs, epoch=1),
            renewal=Renewal(initiator=secrets.initiator, h=secrets.h, cipher=self._cipher, root=keys.root, now=now),
            candidate=candidate,
            continuation=continuation,
            understands_look=self._understands_look,
        )

    def wipe(self) -> None:
        """Forget every secret; may be called twice."""
        self.state = State.ENDED
        self.sealer.wipe()
        self.opener.wipe()
        self._secrets.wipe()
        wipe(self._nonce, *(each.secret for each in self._known))

    def _require(self, *states: State) -> None:
        if self.state not in states:
            raise LocalProtocolError(detail=f"state {self.state.name}")

    def _answer(self, message: Message) -> tuple[Message, ...]:
        match message:
            case Hello():
                self._agree(message)
            case Proofs():
                self.state = self._judge(message)
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
            of_protocol = (each for each in hello.versions if each < limits.ADDITIONS)
            raise UnsupportedVersion(version=max(of_protocol, default=0))
        self._understands_look = limits.UNDERSTANDS_LOOK in hello.versions
        fastest = Cipher.AES_256_GCM
        if self._ciphers[0] is fastest and hello.ciphers[:1] == [fastest.value]:
            self._cipher = fastest

    def _judge(self, proofs: Proofs) -> State:
        """What both sides' proofs lead to. Raises ReflectedProof."""
        if proofs.expecting and self.role is _I:
            raise UnexpectedMessage(detail="a responder that expects somebody")
        if self._proofs is None:
            raise LocalProtocolError(detail="not started")
        self.proven = self._proofs.proven_by(proofs.values)
        found, self.stands_for = outcome.judge(self._expected, expecting_us=proofs.expecting, proven=self.proven)
        self.ambiguous = found is Outcome.AMBIGUOUS
        return AFTER_PROOFS[self.role, found]

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
