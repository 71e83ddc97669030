"""One connection, from its first frame to its wiped keys: a reader, a writer, and what they share.

Read it top-down: agree on keys, authenticate them, then exchange records until somebody closes.
Whatever ends it, it ends here, once, with the first reason.
"""

import logging
import os
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Final, Protocol

from desktop_app.engine import authentication, ciphers
from desktop_app.engine.authentication import Screen
from desktop_app.engine.calls import Target
from desktop_app.engine.conversation import Conversation, Surroundings, converse
from desktop_app.engine.identity import Identity
from desktop_app.engine.writer import Writer
from desktop_app.errors import (
    AppError,
    CodeMismatch,
    ComparisonBusy,
    ComparisonUnfinished,
    ConnectionLost,
    LocalProtocolError,
    NobodyCompared,
    NotNow,
    NotProven,
    PeerTimeout,
    SessionOver,
    UnexpectedMessage,
)
from desktop_app.errors.crashes import log_crash
from desktop_app.events import Method, RecordId, RememberedDevice, SessionId
from desktop_app.protocol import limits
from desktop_app.protocol.handshake import LiveKeys, Secrets
from desktop_app.protocol.messages import Close, CloseReason, Message, Nonce, Proofs
from desktop_app.protocol.session import Session, State
from desktop_app.transfer.exchange import Exchange
from desktop_app.transfer.outbox import Outbox
from desktop_app.transport.agreement import meet
from desktop_app.transport.allowance import Allowance
from desktop_app.transport.channel import Channel
from desktop_app.transport.origin import Origin
from desktop_app.transport.record_channel import RecordChannel

_log: Final = logging.getLogger(__name__)
_TICK: Final = 0.5  # seconds between looks at the clock


class Node(Screen, Surroundings, Protocol):
    """What a link needs of the engine: what all links share, and whom to tell."""

    live_keys: LiveKeys

    def code_ready(self, link: "Link") -> None: ...

    def verified(self, link: "Link") -> None: ...

    def introduced(self, link: "Link") -> None: ...

    def cut(self, link: "Link") -> None: ...

    def ended(self, link: "Link") -> None: ...


class Link:
    """A session with its two threads. `connect` gives the connected channel, called on the reader's thread."""

    def __init__(
        self,
        number: SessionId,
        connect: Callable[[], Channel],
        node: Node,
        target: Target | None = None,
        *,
        origin: Origin | None = None,
    ) -> None:
        """`target`: whom this computer calls; `origin`: of one who called."""
        self.id: Final = number
        self.initiator: Final = target is not None
        self.origin: Final = origin
        self.target: Final = target or Target()
        self.host = ""
        self.port = 0
        self.address = ""  # both of them
        self.session: Session | None = None
        self.records: RecordChannel | None = None
        self.conversation: Conversation | None = None  # once verified
        self.identity: Identity | None = None  # likewise
        self.told_verified = False  # the person heard of it
        self.connected_at = 0.0  # seconds since 1970, as the next ones
        self.verified_at: float | None = None
        self.ended_at: float | None = None
        self.error: AppError | None = None
        self._connect = connect
        self._node = node
        self._lock = threading.Lock()  # over session, renewal and reason of ending; never held across I/O
        self._reason_known = False
        self._leaving = False  # this side has decided to end it
        self._stopped = threading.Event()
        self._channel: Channel | None = None
        self._secrets: Secrets | None = None
        self._started_at = self._code_at = self._verified_clock = 0.0  # monotonic
        self._outbox: Final = Outbox()
        name = f"session-{'out' if self.initiator else 'in'}-{number}"
        self._reader = threading.Thread(target=self._read, name=name)
        self._writer = Writer(
            f"{name}-writer", self._outbox, self._stopped, conversation=self._verified_conversation, stop=self.stop
        )

    # --- for the engine, from any thread; none of these blocks but `join` ---------------------------

    def start(self) -> None:
        self._reader.start()

    def join(self, timeout: float) -> None:
        self._reader.join(timeout)

    @property
    def peer(self) -> str:
        """How the other side is called here: by a remembered name once that is proven, else by what it says, else
        by what was clicked, or its address."""
        if self.identity is not None and self.identity.name:
            return self.identity.name
        return (self.session.peer_name if self.session else "") or self.target.label or self.address

    @property
    def record(self) -> RecordId | None:
        """Which remembered device the other side proved to be, or has become."""
        return self.identity.record if self.identity is not None else None

    @property
    def chain(self) -> str:
        """What sessions have in common that continue each other; empty before verification."""
        return "" if self.identity is None else self.identity.chain

    @property
    def called_at(self) -> str:
        """Where this computer dialled; empty where it was called."""
        return self.address if self.initiator else ""

    @property
    def introduced(self) -> bool:
        """Whether the peer has said who it is."""
        return self.conversation is not None and self.conversation.instance is not None

    @property
    def interrupted(self) -> bool:
        """Whether a verified session was cut by nobody's will: not where the peer hangs up when asked to leave."""
        cut = isinstance(self.error, ConnectionLost | PeerTimeout) and not self._leaving
        return cut and self.introduced

    @property
    def over(self) -> bool:
        return self._stopped.is_set()

    @property
    def usable(self) -> bool:
        """Whether anything new may be wanted of it: not where this side is about to end it, which may take a moment."""
        return not self.over and not self._leaving

    @property
    def failed_comparison(self) -> bool:
        """Whether this ending counts as one: the peer may have known the code, and nobody here put it off."""
        compared = self.session is not None and self.session.compared
        return compared and self.conversation is None and not isinstance(self.error, NotNow)

    def command(self, do: Callable[[Exchange], None]) -> None:
        """Run on the writer's thread with this session's transfers, if it is verified."""
        if (conversation := self._verified_conversation()) is not None:
            self._outbox.put(lambda: do(conversation.exchange))

    def confirm(self) -> None:
        """The person here says that the codes match."""
        with self._lock:
            session = self.session
            if session is None or self._reason_known or session.state not in {State.COMPARING, State.PEER_CONFIRMED}:
                return
            became_verified = self._say(session, session.confirm())
        if became_verified:
            self._node.verified(self)

    def remember(self) -> None:
        """The person here wants this device remembered."""
        if (conversation := self._verified_conversation()) is not None:
            conversation.session_record.remember()

    def known_as(self, device: RememberedDevice) -> None:
        """The peer is remembered now, or has another name here."""
        if self.identity is not None:
            self.identity = replace(self.identity, record=device.id, name=device.name)
        if (conversation := self._verified_conversation()) is not None:
            conversation.exchange.known_as(self.peer)

    def differ(self) -> None:
        """The person here says that the codes differ."""
        self._leave(CodeMismatch(), Close(CloseReason.CODE_DIFFERED))

    def not_now(self, *, nobody: bool = False) -> None:
        """The person here puts the comparison off, or `nobody` is there who could: this ending does not count."""
        self._leave(NobodyCompared() if nobody else NotNow(), Close(CloseReason.NOT_NOW))

    def close(self, reason: CloseReason, *, forgotten: bool = False) -> None:
        """End in order, verified or not. A rotation gets a moment to end first, unless its record is `forgotten`."""
        self._leaving = True
        if self._leave(NotNow(), Close(reason)):
            return
        conversation = self._verified_conversation()
        if forgotten or conversation is None:
            self._outbox.put(Close(reason))
        else:
            conversation.close(reason, self._stopped)

    def stop(self, error: AppError | None) -> None:
        """End at once."""
        self._settle(error)
        self._stopped.set()
        self._outbox.wake()
        if self._channel is not None:
            self._channel.abort()

    # --- the reader, top-down ------------------------------------------------------------------------

    def _read(self) -> None:
        try:
            if self.initiator and not self.target.expected:
                self._await_screen()
            channel, self._secrets = meet(
                self._connected, self._node.live_keys, initiator=self.initiator, stopped=self._stopped.wait
            )
            self._begin_session(self._secrets, channel)
            self._receive_until_over()
        except PeerTimeout as error:
            self._timed_out(error)
        except NotProven as error:
            self._settle(error)  # another session was quicker; our own proofs still go out, by which the peer knows why
        except AppError as error:
            self.stop(error)
        except Exception as crash:
            log_crash(_log, "a session's reader failed", crash)
            self.stop(LocalProtocolError(detail="reader"))
        finally:
            self._finish()

    def _connected(self) -> Channel:
        self._channel = channel = self._connect()
        self.host, self.port, self.address = channel.remote.host, channel.remote.port, str(channel.remote)
        self._started_at, self.connected_at = channel.since, time.time()
        if self._stopped.is_set():
            raise ConnectionLost  # while it connected, when there was nothing to abort
        return channel

    def _await_screen(self) -> None:
        """Several devices may have been chosen: their codes come one after the other."""
        while not self._node.comparisons.begin_outgoing(self.id):
            if self._stopped.wait(_TICK):
                raise NotNow

    def _begin_session(self, secrets: Secrets, channel: Channel) -> None:
        node = self._node
        session = Session(
            secrets,
            own_name=node.house.own_name(),
            ciphers=ciphers.fastest_first(),
            random_bytes=os.urandom,
            known=node.keeper.known(self.target.expected),
            expected=self.target.expected,
        )
        self.records = RecordChannel(channel, session.sealer, session.opener)
        self.session = session
        self._outbox.put(*session.start())
        self._writer.start(self.records, channel)

    def _receive_until_over(self) -> None:
        assert self.records is not None
        allowance = Allowance(limits.SMALL_RECORDS_AT_ONCE, limits.SMALL_RECORDS_PER_SECOND, time.monotonic())
        while not self._stopped.is_set():
            record = self.records.receive(until=self._deadline())
            small = isinstance(record, Message) or len(record[1]) < limits.SMALL_RECORD
            if small and (pause := allowance.spend(time.monotonic())) > 0:
                self._stopped.wait(pause)
            conversation = self.conversation
            match record:
                case Close() if conversation is not None and conversation.instance is not None:
                    self._on_close(conversation)
                case Message() if conversation is not None:
                    introduced = conversation.instance is not None
                    conversation.receive(record)
                    if not introduced:
                        self._on_introduced(conversation)
                case (stream, data) if conversation is not None:
                    conversation.receive_data(stream, data)
                case Message():
                    try:
                        self._on_unverified(record)
                    finally:
                        record.wipe()
                case _:
                    raise UnexpectedMessage(detail="file bytes before verification")

    def _deadline(self) -> float | None:
        """When the next record has to be here; None for a verified session, in which silence alone is watched."""
        if self.session is None:
            return None
        if self.conversation is None:
            return authentication.deadline(self.session, self._started_at, self._code_at)
        if self.conversation.instance is None:
            return self._verified_clock + limits.UNTIL_PROOFS
        return None

    def _verified_conversation(self) -> Conversation | None:
        with self._lock:  # behind everything that leads to epoch 1
            return self.conversation

    # --- before verification ---------------------------------------------------------------------------

    def _on_unverified(self, message: Message) -> None:
        awaited = self.session is not None and self.session.state is State.NONCE and isinstance(message, Nonce)
        if awaited and not self._node.comparisons.show(self.id):
            raise ComparisonBusy
        with self._lock:
            session = self.session
            assert session is not None
            had_code = session.code is not None
            became_verified = self._say(session, *session.receive(message))
        if isinstance(message, Proofs):
            self._decide(session)
        if session.code is not None and not had_code:
            self._code_at = time.monotonic()
            self._node.code_ready(self)
        if became_verified and not session.proven:
            self._node.verified(self)

    def _decide(self, session: Session) -> None:
        leaving = authentication.decide(session, self.id, self.origin, self._node)
        if leaving is not None:
            self._node.keeper.spend(session.proven)
            self._leave(*leaving)
        elif session.state is State.DECISION:
            self._outbox.put(session.commit())

    def _say(self, session: Session, *messages: Message) -> bool:
        """With the lock held: send these, and go on to epoch 1 if everything is proven or confirmed.

        The peer may answer our CONFIRM in epoch 1 at once, so everything is ready for that before CONFIRM goes out.
        """
        if session.state is not State.VERIFIED:
            self._outbox.put(*messages)
            return False
        assert self.records is not None
        self.verified_at, self._verified_clock = time.time(), time.monotonic()
        self.identity = identity = authentication.identify(session, self._node.keeper, self.verified_at)
        verified = session.verified(now=self._verified_clock)
        self.conversation = converse(
            verified,
            identity,
            self.records,
            self._outbox,
            self._node,
            self.id,
            session.peer_name or self.peer,
            self.peer,
        )
        self.conversation.begin(messages, self._node.house.own_instance(), self._node.house.own_name())
        return True

    # --- once it is verified -----------------------------------------------------------------------------

    def _on_introduced(self, conversation: Conversation) -> None:
        """The first record of epoch 1: the peer has the same keys. Only now is a proof worth telling."""
        if self.identity is not None and self.identity.method is Method.INVITATION and not self.identity.name:
            self.identity = replace(self.identity, name=conversation.calls_itself)
            conversation.exchange.known_as(self.peer)
        if conversation.verified.proven is not None:
            self._node.verified(self)
        conversation.session_record.begin()
        self._node.introduced(self)

    def _on_close(self, conversation: Conversation) -> None:
        """The peer's last record: say ours, which may already be said, and be done."""
        self._settle(None if conversation.exchange.idle else SessionOver())
        self._outbox.put(Close(CloseReason.DONE))
        self._stopped.set()  # the writer sends what is queued and leaves

    # --- the end ---------------------------------------------------------------------------------------

    def _leave(self, error: AppError, last: Message) -> bool:
        """End an unverified session by our own will, saying so where CONFIRM was not said already. False: verified."""
        with self._lock:  # behind everything that leads to epoch 1
            if self.conversation is not None:
                return False
            may_speak = self.session is not None and self.session.may_close
        self._settle(error)
        if may_speak:
            self._outbox.put(last)
        else:
            self.stop(error)
        return True

    def _timed_out(self, error: PeerTimeout) -> None:
        if self.session is not None and self.session.code is not None and self.conversation is None:
            self._leave(ComparisonUnfinished(), Close(CloseReason.TIMED_OUT))
            self._writer.join(limits.CLOSE_SECONDS)
        self.stop(error)

    def _settle(self, error: AppError | None) -> None:
        """Why it ended: the first reason stays."""
        with self._lock:
            if not self._reason_known:
                self._reason_known, self.error = True, error
                if error is not None:
                    error.without_trace().fields.setdefault("peer", self.peer or "The other computer")

    def _finish(self) -> None:
        """Once, on the reader's thread, whatever happened: nothing of the session stays."""
        self._stopped.set()
        self._outbox.wake()
        self._writer.join(limits.CLOSE_SECONDS)
        if self._channel is not None:
            self._channel.abort()
        self._writer.join()
        self._outbox.close()
        if self._channel is not None:
            self._channel.close()
        try:
            if self.interrupted:
                self._node.cut(self)
        finally:
            self._wipe()
        del self._connect, self._writer  # they know this link: in a circle even the buffers would stay for a while
        if self.conversation is not None:
            self.conversation.exchange.interrupted(self.error or SessionOver())
        self.ended_at = time.time()
        self._node.ended(self)

    def _wipe(self) -> None:
        if self._secrets is not None:
            self._node.live_keys.discard(self._secrets.public)
            self._secrets.wipe()
        for each in (self.session, self.records):
            if each is not None:
                each.wipe()
        if self.conversation is not None:
            self.conversation.session_record.wipe()
            self.conversation.looks.close()
