"""A verified session beside its transfers, in both roles: ABOUT, remembering and rotation, fresh keys, signs of life.
The peer has the keys and says what it likes, in order or not; time passes as it likes; the store answers as it likes.
"""

from collections import deque
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any, Final, cast

import msgspec

from desktop_app.engine import conversation as conversation_module
from desktop_app.engine.conversation import Conversation
from desktop_app.engine.identity import Identity
from desktop_app.engine.keeper import Keeper
from desktop_app.engine.looks import SessionLooks
from desktop_app.engine.session_record import SessionRecord
from desktop_app.errors import AppError, ConnectionLost, PeerTimeout, RemoteProtocolError, UnexpectedMessage
from desktop_app.events import Method, RecordId
from desktop_app.protocol import device_name, key_schedule, limits, messages
from desktop_app.protocol.key_schedule import Cipher
from desktop_app.protocol.messages import (
    DATA,
    About,
    Heartbeat,
    Message,
    Remember,
    Renew,
    Renewed,
    Rotate,
    Rotated,
    Sight,
    Stored,
    Switch,
)
from desktop_app.protocol.pairing import KnownSecret, SecretKind
from desktop_app.protocol.records import Opener, Sealer
from desktop_app.protocol.renewal import Renewal
from desktop_app.protocol.role import Role
from desktop_app.protocol.session import VerifiedSession
from desktop_app.transfer.exchange import Exchange
from desktop_app.transfer.outbox import Outbox
from desktop_app.transport.channel import Channel
from desktop_app.transport.record_channel import RecordChannel
from tests.fuzz import values
from tests.fuzz.choices import Choices
from tests.fuzz.line import Line
from tests.protocol.examples import EXAMPLES
from tests.protocol.renewal_sides import Side, opened, sealed

SIZE_MAX: Final = 160
_H: Final = bytes(64)
_CIPHER: Final = Cipher.CHACHA20_POLY1305
_KEYS: Final = key_schedule.first_epoch(bytearray(64), _H, _CIPHER, "code", bytearray())
_RECORD: Final = RecordId("1" * 32)
_FIELDS: Final = [
    (each.TYPE, msgspec.msgpack.decode(messages.encode(each)[1:])) for each in EXAMPLES if each.TYPE < 0x20
]
_TIMES: Final = (1.0, 4.0, limits.RENEW_GAP_SECONDS + 1, limits.RENEW_AFTER_SECONDS + 1, limits.SWITCH_SECONDS - 1)
_PROVEN: Final = (None, SecretKind.RECORD, SecretKind.CONTINUATION, SecretKind.INVITATION)
_METHODS: Final = (Method.CODE, Method.RECORD, Method.CONTINUATION, Method.INVITATION)
_ROOM: Final = memoryview(bytearray(limits.CONTROL_MAX + 64))


def seeds() -> Iterator[bytes]:
    about, wish, remember, work, move, later, tick, answer, renew = 0, 12, 2, 13, 8, 9, 10, 7, 6
    due = bytes((about, move, 5, later, 3, tick, 0, renew, answer, answer, tick, 0))
    for role in range(2):
        for proven in (0, 1, 2, 3, 130):
            for side in range(2):
                begin = bytes((role, proven, side))
                yield begin + bytes((wish, about, remember, work, 1))
                yield begin + bytes((about, remember, work, 1))
                yield begin + bytes((about, work, 1, 3, 7, work, 1, work, 1, 5, work, 1))
                yield begin + bytes((about, work, 1, 4, work, 1, work, 1))
                yield begin + due + bytes((move, 5, later, 3, tick, 0, renew, answer, answer, 1))
    yield bytes((0, 0, 0, 1))
    yield bytes((0, 0, 0, about, 11, 3, 1, 2, 14, 3)) + b"abc"


def run(data: bytes) -> None:
    choices = Choices(data)
    clock = _Clock()
    real: Any = conversation_module
    before, real.time = real.time, clock
    try:
        meeting = _Meeting(choices, clock)
        try:
            while choices.left and not meeting.over:
                meeting.step(choices)
                meeting.check()
        finally:
            meeting.end()
    finally:
        real.time = before


class _Clock:
    now = 1000.0

    def monotonic(self) -> float:
        return self.now

    def time(self) -> float:
        return self.now


class _Store:
    """Of remembered devices: says what it is told to, and knows what was asked of it."""

    def __init__(self) -> None:
        self.done: set[str] = set()
        self.agrees = True

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def do(*_: Any, **__: Any) -> Any:
            self.done.add(name)
            return (
                (self.agrees, 7 if self.agrees else None)
                if name == "asking"
                else _RECORD
                if name == "found"
                else self.agrees
            )

        return do


class _Meeting:
    """One session of ours, and what was done to it."""

    def __init__(self, choices: Choices, clock: _Clock) -> None:
        self.clock, self.over = clock, False
        role = choices.one_of((Role.INITIATOR, Role.RESPONDER))
        byte = choices.byte()
        kind = byte % len(_PROVEN)
        self.kind, self.side = _PROVEN[kind], choices.one_of(list(Role))
        ours, theirs = _side(role, clock.now), _side(role.other, clock.now)
        self.peer = theirs
        proven = None if self.kind is None else KnownSecret(self.kind, _RECORD, self.side, bytearray(64))
        self.verified = VerifiedSession(
            role, proven, "Ben", _CIPHER, ours.sealer, ours.opener, ours.renewal,
            bytearray(b"c" * 64), bytearray(b"d" * 64),
        )  # fmt: skip
        self.store, self.jobs = _Store(), deque[Callable[[], None]]()
        keeper = cast(Keeper, SimpleNamespace(store=self.store, do=self.jobs.append, look_now=lambda: None))
        self.line, self.outbox = Line(b""), Outbox()
        sealer, opener = Sealer(_CIPHER, bytearray(32), epoch=0), Opener(_CIPHER, bytearray(32), epoch=0)
        self.records = RecordChannel(Channel(self.line.socket()), sealer, opener)
        self.records._data = _ROOM  # as `grow` makes it, without a megabyte each time
        record_id = _RECORD if self.kind is SecretKind.RECORD else None
        # What a continuation continues began with a comparison, or not.
        self.compared = self.kind is None or (self.kind is SecretKind.CONTINUATION and byte < 128)
        identity = Identity("Ben", _METHODS[kind], compared_at=1.0, since=1.0, record=record_id, compared=self.compared)
        self.founded: list[object] = []
        record = SessionRecord(
            self.verified, identity, keeper, self.outbox.put, peer_name="Ben", on_founded=self.founded.append,
            on_forgotten=lambda: None,
        )  # fmt: skip
        looks = SessionLooks(True, self.outbox.put, lambda _, reply: reply(Sight(hears=False, port=1, seen=[])))
        self.conversation = Conversation(
            self.verified, self.records, self.outbox, cast(Exchange, _NoTransfers()), record, looks
        )
        self.conversation.begin([], "f" * 16, "Anna")
        self.epochs, self.calls_itself = (1, 1), ""
        self.heard: set[type[Message]] = set()  # by the peer
        self.owed: deque[Message] = deque()
        self.wished = self.introduced = False
        self.write()

    # --- what happens to it ------------------------------------------------------------------------------------

    def step(self, choices: Choices) -> None:
        kind = choices.byte() % 16
        try:
            match kind:
                case 8:
                    self.conversation.send_data(choices.byte(), 1)
                case 9:
                    self.clock.now += choices.one_of(_TIMES)
                case 10:
                    self.conversation.tick(self.clock.now, self.clock.now - choices.byte())
                case 12:
                    self.wished = True
                    self.conversation.session_record.remember()
                case 13:
                    self.store.agrees = choices.byte() % 4 != 0
                    if self.jobs:
                        self.jobs.popleft()()
                case _:
                    if (plaintext := self.said(kind, choices)) is not None:
                        self.receive(plaintext)
            self.write()
        except AppError as error:
            assert isinstance(error, RemoteProtocolError | PeerTimeout), repr(error)
            assert str(error)
            self.over = True

    def said(self, kind: int, choices: Choices) -> bytes | bytearray | None:
        """By the peer."""
        renewal, now = self.peer.renewal, self.clock.now
        simple: dict[int, Callable[[], Message]] = {
            0: lambda: About("0123456789abcdef", "Ben"), 1: Heartbeat, 2: Remember,
            3: lambda: Rotate(1 + choices.byte()), 4: Stored, 5: Rotated,
        }  # fmt: skip
        if kind in simple:
            return messages.encode(simple[kind]())
        match kind:
            case 6:
                renewal.moved_data(now, self.peer.sealer.epoch)
                due = renewal.due(now, self.peer.sealer, self.peer.opener)
                return None if due is None else messages.encode(due)
            case 7:
                return messages.encode(self.owed.popleft()) if self.owed else None
            case 11:
                number, fields = choices.one_of(_FIELDS)
                return bytes((number,)) + msgspec.msgpack.encode(values.altered(fields, choices))
            case 14:
                return choices.piece() or None
            case _:
                return bytes((DATA, 0, 0, 0, choices.byte())) + choices.piece()

    def receive(self, plaintext: bytes | bytearray) -> None:
        """Sealed as it has to be, and so opened."""
        is_switch = plaintext[0] == Switch.TYPE
        frame = sealed(self.peer.sealer, bytes(plaintext))
        self.line.give(frame)
        try:
            record = self.records.receive(until=None)
        except ConnectionLost as error:
            raise AssertionError("a whole frame was taken for half of one") from error
        if isinstance(record, Message):
            self.conversation.receive(record)
            if isinstance(record, About):
                self.introduced = True
                self.conversation.session_record.begin()
            assert self.introduced, "something was taken before ABOUT"
            if is_switch:  # taken, so it was in its place
                self.peer.switch_sealer()
        else:
            self.conversation.receive_data(*record)

    def write(self) -> None:
        """The writer's turn until nothing waits; the peer opens what comes."""
        while self.outbox.waiting or self.outbox._streams:  # `next` would wait where there is nothing
            item = self.outbox.next(0)
            if isinstance(item, Message):
                self.records.send(item)
            else:
                assert callable(item), "a stream of no transfer"
                item()
            self.peer_reads()

    def peer_reads(self) -> None:
        while self.line.sent:
            end = 4 + int.from_bytes(self.line.sent[:4], "big")
            plaintext = opened(self.peer.opener, bytes(self.line.sent[:end]))
            del self.line.sent[:end]
            if plaintext[0] == DATA:
                self.peer.renewal.moved_data(self.clock.now, self.peer.opener.epoch)
                continue
            message = messages.decode(plaintext)
            self.heard.add(type(message))
            match message:
                case Renew():
                    self.owed += (self.peer.on_renew(message, self.clock.now), Switch(message.epoch))
                case Renewed():
                    self.peer.on_renewed(message, self.clock.now)
                    self.owed.append(Switch(message.epoch))
                case Switch():
                    self.peer.switch_opener(message.epoch)

    # --- what always holds ---------------------------------------------------------------------------------------

    def check(self) -> None:
        epochs = self.records.sealer.epoch, self.records.opener.epoch
        assert all(0 <= now - before <= 1 for now, before in zip(epochs, self.epochs, strict=True))
        assert abs(epochs[0] - epochs[1]) <= 1
        self.epochs = epochs
        if self.calls_itself != self.conversation.calls_itself:
            self.calls_itself = self.conversation.calls_itself
            assert device_name.clean(self.calls_itself) == self.calls_itself
        done = self.store.done
        assert not self.founded or (self.compared and self.wished)
        assert "found" not in done or (self.compared and self.wished)
        assert not done & {"asking", "replaced", "with_beside", "settled"} or self.kind is SecretKind.RECORD
        if self.side is Role.INITIATOR:
            assert not done & {"with_beside", "settled"}, "the founding initiator keeps nothing beside"
        else:
            assert not done & {"asking", "replaced"}
        assert "replaced" not in done or Rotate in self.heard, "a rotation that nobody asked for"
        assert Remember not in self.heard or self.wished

    def end(self) -> None:
        """Nothing secret stays."""
        self.outbox.close()
        while self.jobs:
            self.jobs.popleft()()
        self.records.wipe()
        self.conversation.session_record.wipe()
        for side in (self.peer.renewal, self.peer.sealer, self.peer.opener):
            side.wipe()
        secrets = [self.verified.candidate, self.verified.continuation, self.verified.renewal._root]
        secrets += [self.records.sealer._key, self.records.opener._key]
        if self.verified.proven is not None and self.over:
            assert len(self.verified.proven.secret) == 64
        assert not any(map(any, secrets))


class _NoTransfers:
    idle = True

    def receive(self, message: Message) -> None:
        raise UnexpectedMessage(detail=type(message).__name__)

    def receive_data(self, stream: int, data: memoryview) -> None:
        raise UnexpectedMessage(detail="bytes of no transfer")

    def tick(self, now: float) -> None: ...


def _side(role: Role, now: float) -> Side:
    mine, theirs = bytearray(_KEYS.initiator), bytearray(_KEYS.responder)  # each will be wiped
    if role is Role.RESPONDER:
        mine, theirs = theirs, mine
    renewal = Renewal(initiator=role is Role.INITIATOR, h=_H, cipher=_CIPHER, root=bytearray(_KEYS.root), now=now)
    return Side(renewal, Sealer(_CIPHER, mine, epoch=1), Opener(_CIPHER, theirs, epoch=1))
