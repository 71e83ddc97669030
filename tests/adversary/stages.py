"""A hostile peer that leads one computer to any stage of a connection, by nothing but what is right."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from pathlib import Path
from typing import Any

from desktop_app.engine import Answer
from desktop_app.engine.link import Link
from desktop_app.events import CodeReady, OfferReceived, SessionId
from desktop_app.protocol import limits
from desktop_app.protocol.role import Role
from desktop_app.storage.existing import Existing
from desktop_app.transport.address import Address
from tests.support.hostile_peer import ANEW, LEGAL, HostilePeer, Kind, listening
from tests.support.node import wait_until
from tests.support.victims import Victim
from tests.transfer.trees import write

FRESH = 7  # a stream number that no stage has used


class Stage(Enum):
    """What the computer waits for."""

    HELLO = auto()
    PROOFS = auto()
    COMMIT = auto()
    NONCE = auto()
    OPEN = auto()
    COMPARING = auto()
    PEER_CONFIRMED = auto()
    CONFIRMED = auto()
    ABOUT = auto()
    VERIFIED = auto()
    RENEWED = auto()  # it asked for fresh keys
    SWITCH = auto()  # it has agreed to fresh keys
    ASKED = auto()  # an offer waits for its person
    ACCEPTED = auto()
    FILLING = auto()  # the file was announced
    FILLED = auto()  # all of its bytes have come
    TAKEN = auto()  # its end has come
    CANCELLING = auto()  # its person gave the transfer up
    OFFERING = auto()  # it has offered one file
    SENT = auto()  # it has sent all of it
    HELD = auto()  # and was told that the disk there is full
    WAITING = auto()  # or that the person there paused it
    PAUSED = auto()  # it receives a file, of which the person there has paused the sending
    MATCHING = auto()  # it has such a file, and wants its digest
    ASKING = auto()  # it has announced the file that it sends, and is to be told whether it is there
    DIGESTED = auto()  # and has said its digest


@dataclass
class Stand:
    """The peer, and the connection of the computer that it leads; `role` is the computer's."""

    victim: Victim
    peer: HostilePeer
    role: Role
    source: Path
    fields: dict[Kind, tuple[Any, ...]]  # of messages that would be right now, where LEGAL cannot know them

    @cached_property
    def link(self) -> Link:
        """The only one: from the first frame on."""
        table = self.victim.node.engine._links._table
        wait_until(lambda: len(table.all()) == 1)
        return table.all()[0]

    def lead(self, stage: Stage) -> None:
        assert stage in self._steps(stage)
        assert not self.link.over

    def say(self, kind: Kind) -> None:
        self.peer.say(kind, *self.fields.get(kind, ()))

    @property
    def offered(self) -> bool:
        """Whether the peer has."""
        return Kind.OFFER in self.fields

    def at(self) -> str:
        """The stage of the connection as far as it has a state for it."""
        if self.link.conversation is not None:
            return "ABOUT" if self.link.conversation.instance is None else "VERIFIED"
        return "" if self.link.session is None else self.link.session.state.name

    def wait(self, *stages: Stage) -> None:
        names = {stage.name for stage in stages}
        wait_until(lambda: self.at() in names or self.link.over, lambda: self.at())
        assert self.at() in names

    def _steps(self, wanted: Stage) -> Iterator[Stage]:
        """Every stage on the way to this one."""
        peer, node = self.peer.agree(), self.victim.node
        peer.expect(Kind.HELLO)
        peer.expect(Kind.PROOFS)
        yield Stage.HELLO
        peer.say(Kind.HELLO)
        yield Stage.PROOFS
        peer.say(Kind.PROOFS)
        yield from self._promise()
        code = node.wait_for(CodeReady)
        yield Stage.COMPARING
        if wanted is Stage.CONFIRMED:
            node.engine.answer_code(code.session, Answer.MATCH)
            peer.expect(Kind.CONFIRM)
            yield Stage.CONFIRMED
        peer.say(Kind.CONFIRM)
        self.wait(Stage.PEER_CONFIRMED)
        yield Stage.PEER_CONFIRMED
        node.engine.answer_code(code.session, Answer.MATCH)
        peer.expect(Kind.CONFIRM)
        peer.first_epoch().expect(Kind.ABOUT)
        yield Stage.ABOUT
        peer.say(Kind.ABOUT)
        self.wait(Stage.VERIFIED)
        yield Stage.VERIFIED
        if wanted in {Stage.OFFERING, Stage.SENT, Stage.HELD, Stage.WAITING}:
            yield from self._receive(code.session, wanted)
        elif wanted in {Stage.ASKING, Stage.DIGESTED}:
            yield from self._compare(code.session)
        elif wanted is Stage.SWITCH and self.role is Role.RESPONDER:
            peer.renew()
            yield Stage.SWITCH
        else:
            yield from self._send(wanted)

    def _promise(self) -> Iterator[Stage]:
        peer = self.peer
        if self.role is Role.RESPONDER:
            peer.expect(Kind.COMMIT)
            yield Stage.NONCE
            peer.say(Kind.NONCE)
            peer.expect(Kind.OPEN)
            return
        (nonce,) = LEGAL[Kind.OPEN]
        self.fields[Kind.COMMIT] = (peer.commitment(nonce), "Stranger")
        yield Stage.COMMIT
        self.say(Kind.COMMIT)
        peer.expect(Kind.NONCE)
        yield Stage.OPEN
        peer.say(Kind.OPEN)

    def _send(self, wanted: Stage) -> Iterator[Stage]:
        """What the computer receives."""
        peer, node = self.peer, self.victim.node
        peer.say(Kind.OFFER, os.urandom(limits.OFFER_ID), *LEGAL[Kind.OFFER][1:])  # one that does not go on
        self.fields[Kind.OFFER] = _offer(FRESH)
        number = node.wait_for(OfferReceived).transfer.id
        yield Stage.ASKED
        if wanted is Stage.MATCHING:
            write(node.folder / "note", b"x")
            node.engine.accept(number, None, Existing.SKIP_IDENTICAL)
            peer.expect(Kind.ACCEPT)
            peer.say(Kind.ENTRIES)
            peer.expect(Kind.COMPARE)
            yield Stage.MATCHING
        node.engine.accept(number)
        peer.expect(Kind.ACCEPT)
        yield Stage.ACCEPTED
        if wanted is Stage.CANCELLING:
            node.engine.cancel(number)
            peer.expect(Kind.CANCEL)
            yield Stage.CANCELLING
        peer.say(Kind.ENTRIES)
        if wanted is Stage.PAUSED:
            peer.say(Kind.PAUSE)
            yield Stage.PAUSED
        yield Stage.FILLING
        peer.say(Kind.DATA)
        if wanted in {Stage.RENEWED, Stage.SWITCH}:
            asked = peer.expect(Kind.RENEW)
            yield Stage.RENEWED
            peer.renew(asked)
            yield Stage.SWITCH
        yield Stage.FILLED
        peer.say(Kind.FILE_ENDS)
        yield Stage.TAKEN

    def _receive(self, session: SessionId, wanted: Stage) -> Iterator[Stage]:
        """What the computer sends."""
        peer, node = self.peer, self.victim.node
        self._answers_only()
        node.engine.send([self.source], node.device_of(session))
        peer.expect(Kind.OFFER)
        yield Stage.OFFERING
        peer.say(Kind.ACCEPT)
        for kind in (Kind.ENTRIES, Kind.DATA, Kind.FILE_ENDS):
            peer.expect(kind)
        self.fields[Kind.DONE] = tuple(peer.expect(Kind.END))
        yield Stage.SENT
        if wanted is Stage.WAITING:
            self.say(Kind.PAUSE)
            yield Stage.WAITING
        peer.say(Kind.FULL)
        yield Stage.HELD

    def _compare(self, session: SessionId) -> Iterator[Stage]:
        """What the computer sends to one that has some of it."""
        peer, node = self.peer, self.victim.node
        self._answers_only()
        node.engine.send([self.source], node.device_of(session))
        peer.expect(Kind.OFFER)
        peer.say(Kind.ACCEPT, 0, True, *ANEW)
        peer.expect(Kind.ENTRIES)
        yield Stage.ASKING
        peer.say(Kind.COMPARE)
        peer.expect(Kind.DIGESTS)
        yield Stage.DIGESTED

    def _answers_only(self) -> None:
        """It is the computer that offers."""
        self.fields |= dict.fromkeys((Kind.CANCEL, Kind.PAUSE, Kind.GO_ON), (0, False))
        self.fields[Kind.PACE] = (0, False, *LEGAL[Kind.PACE][2:])


def _offer(stream: int) -> tuple[Any, ...]:
    offer, _, *rest = LEGAL[Kind.OFFER]
    return offer, stream, *rest


@contextmanager
def stand(victim: Victim, role: Role, source: Path) -> Iterator[Stand]:
    """A new connection of this computer, in this role, before its first frame. `source`: a file that it can send."""
    engine = victim.node.engine
    if role is Role.RESPONDER:
        with HostilePeer.dial(engine.port) as peer:
            yield Stand(victim, peer, role, source, {})
        return
    with listening() as (port, server):
        engine.pair(Address("127.0.0.1", port))
        connection, _ = server.accept()
        with HostilePeer(connection, initiator=False) as peer:
            yield Stand(victim, peer, role, source, {})
