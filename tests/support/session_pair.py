"""Two sessions joined in memory: what one says is encoded, waits on its way, and is decoded for the other."""

from collections import deque
from collections.abc import Sequence
from secrets import token_bytes

from desktop_app.protocol import messages
from desktop_app.protocol.handshake import InitiatorHandshake, LiveKeys, Secrets, respond
from desktop_app.protocol.key_schedule import Cipher
from desktop_app.protocol.messages import Message
from desktop_app.protocol.pairing import KnownSecret
from desktop_app.protocol.role import Role
from desktop_app.protocol.session import RandomBytes, Session, State

INITIATOR, RESPONDER = Role.INITIATOR, Role.RESPONDER
OTHER = {INITIATOR: RESPONDER, RESPONDER: INITIATOR}
NAMES = {INITIATOR: "Anna", RESPONDER: "Ben"}
BOTH_CIPHERS = (Cipher.AES_256_GCM, Cipher.CHACHA20_POLY1305)


def agree() -> tuple[Secrets, Secrets]:
    """A handshake between two computers: the initiator's secrets and the responder's."""
    initiator = InitiatorHandshake(LiveKeys())
    answer, of_responder = respond(initiator.first_frame, LiveKeys())
    return initiator.finish(answer), of_responder


def session_of(
    secrets: Secrets,
    *,
    name: str | None = None,
    random_bytes: RandomBytes = token_bytes,
    known: Sequence[KnownSecret] = (),
    expected: frozenset[str] = frozenset(),
) -> Session:
    role = INITIATOR if secrets.initiator else RESPONDER
    return Session(
        secrets,
        own_name=NAMES[role] if name is None else name,
        ciphers=BOTH_CIPHERS,
        random_bytes=random_bytes,
        known=known,
        expected=expected,
    )


class SessionPair:
    """An initiator and a responder of one handshake. Nothing moves unless a test moves it."""

    def __init__(self, initiator: Session | None = None, responder: Session | None = None) -> None:
        of_initiator, of_responder = agree()
        self.sides = {
            INITIATOR: initiator or session_of(of_initiator),
            RESPONDER: responder or session_of(of_responder),
        }
        self.under_way: dict[Role, deque[bytearray]] = {INITIATOR: deque(), RESPONDER: deque()}  # by whom it is for

    def __getitem__(self, role: Role) -> Session:
        return self.sides[role]

    def say(self, role: Role, *said: Message) -> None:
        """Put messages of this side on their way."""
        self.under_way[OTHER[role]] += map(messages.encode, said)

    def deliver(self, role: Role) -> Message:
        """Hand this side the next message that is for it; its answers go on their way. Raises what it raises."""
        message = messages.decode(self.under_way[role].popleft())
        self.say(role, *self[role].receive(message))
        return message

    def settle(self) -> None:
        """Deliver until nothing is under way."""
        while waiting := [role for role in (INITIATOR, RESPONDER) if self.under_way[role]]:
            self.deliver(waiting[0])

    # --- to a point of the conversation -----------------------------------------------------

    def prove(self) -> None:
        """HELLO and PROOFS both ways: the responder has to decide."""
        self.say(INITIATOR, *self[INITIATOR].start())
        self.say(RESPONDER, *self[RESPONDER].start())
        self.settle()

    def compare(self) -> None:
        """As far as the codes on both screens."""
        self.prove()
        self.say(RESPONDER, self[RESPONDER].commit())
        self.settle()

    def confirm(self, role: Role) -> None:
        """The person at this side presses "They match", and the other side hears of it."""
        self.say(role, self[role].confirm())
        self.settle()


def expecting_pair() -> SessionPair:
    """The initiator expects somebody whom the responder is not."""
    of_initiator, of_responder = agree()
    return SessionPair(session_of(of_initiator, expected=frozenset({"somebody"})), session_of(of_responder))


def session_in(role: Role, state: State) -> Session:
    """A session of this role, brought to this state by legal moves only."""
    pair = expecting_pair() if state is State.UNPROVEN else SessionPair()
    session, other = pair[role], OTHER[role]
    if state is State.ENDED:
        session.wipe()
    if state in {State.HELLO, State.ENDED}:
        return session
    pair.say(INITIATOR, *pair[INITIATOR].start())
    pair.say(RESPONDER, *pair[RESPONDER].start())
    if state is State.PROOFS:
        pair.deliver(role)
        return session
    pair.settle()
    if state in {State.DECISION, State.COMMIT, State.UNPROVEN}:
        return session
    pair.say(RESPONDER, pair[RESPONDER].commit())
    if state is State.OPEN:
        pair.deliver(role)
    if state in {State.NONCE, State.OPEN}:
        return session
    pair.settle()
    if state in {State.CONFIRMED, State.VERIFIED}:
        pair.confirm(role)
    if state in {State.PEER_CONFIRMED, State.VERIFIED}:
        pair.confirm(other)
    return session
