"""One connection, from its first frame to its wiped keys: a reader, a writer, and what they share.

Read it top-down: agree on keys, authenticate them, then exchange records until somebody closes.
Whatever ends it, it ends here, once, with the first reason.
"""

import logging
import os
import threading
import time
from collections.abc import Callable
from typing import Final, Protocol

from desktop_app.engine.comparisons import Comparisons
from desktop_app.engine.conversation import Conversation
from desktop_app.errors import (
    AppError,
    CodeMismatch,
    ComparisonBusy,
    ComparisonUnfinished,
    LocalProtocolError,
    NotNow,
    PeerBusy,
    PeerTimeout,
    SessionOver,
    UnexpectedMessage,
)
from desktop_app.events import DeviceId, SessionId
from desktop_app.protocol import limits
from desktop_app.protocol.handshake import LiveKeys, Secrets
from desktop_app.protocol.key_schedule import Cipher
from desktop_app.protocol.messages import Busy, Close, CloseReason, Message, Nonce
from desktop_app.protocol.session import Session, State
from desktop_app.transfer.exchange import Exchange, Owner
from desktop_app.transfer.outbox import Outbox
from desktop_app.transport.address import Address
from desktop_app.transport.agreement import agree
from desktop_app.transport.channel import Channel
from desktop_app.transport.record_channel import RecordChannel
from desktop_app.transport.slots import neighbourhood

_log: Final = logging.getLogger(__name__)
_TICK: Final = 0.5  # seconds between looks at the clock


class Node(Owner, Protocol):
    """What a link needs of the engine: what all links share, and whom to tell."""

    live_keys: LiveKeys
    comparisons: Comparisons

    def own_name(self) -> str: ...

    def own_instance(self) -> str: ...

    def ciphers(self) -> tuple[Cipher, ...]: ...

    def may_compare(self) -> bool: ...

    def code_ready(self, link: "Link") -> None: ...

    def verified(self, link: "Link") -> None: ...

    def introduced(self, link: "Link") -> None: ...

    def ended(self, link: "Link") -> None: ...


class Link:
    """A session with its two threads. `connect` gives the connected channel, called on the reader's thread."""

    def __init__(
        self,
        number: SessionId,
        connect: Callable[[], Channel],
        node: Node,
        *,
        initiator: bool,
        device: DeviceId | None = None,
        typed: Address | None = None,
        label: str = "",
    ) -> None:
        self.id: Final = number
        self.initiator: Final = initiator
        self.device: Final = device  # what the person clicked, where a click started it
        self.typed: Final = typed  # what the person typed instead
        self.host = ""
        self.address = ""
        self.session: Session | None = None
        self.records: RecordChannel | None = None
        self.conversation: Conversation | None = None  # once verified
        self.verified_at: float | None = None  # seconds since 1970, as the next one
        self.ended_at: float | None = None
        self.error: AppError | None = None
        self._label = label
        self._connect = connect
        self._node = node
        self._lock = threading.Lock()  # over session, renewal and reason of ending; never held across I/O
        self._reason_known = False
        self._stopped = threading.Event()
        self._channel: Channel | None = None
        self._secrets: Secrets | None = None
        self._started_at = 0.0
        self._code_at = 0.0
        self._outbox: Final = Outbox()
        name = f"session-{'out' if initiator else 'in'}-{number}"
        self._reader = threading.Thread(target=self._read, name=name)
        self._writer = threading.Thread(target=self._write, name=f"{name}-writer")

    # --- for the engine, from any thread; none of these blocks but `join` ---------------------------

    def start(self) -> None:
        self._reader.start()

    def join(self, timeout: float) -> None:
        self._reader.join(timeout)

    @property
    def peer(self) -> str:
        """The other side's own name once a comparison told it, before that what was clicked, or the address."""
        return (self.session.peer_name if self.session else "") or self._label or self.address

    @property
    def over(self) -> bool:
        return self._stopped.is_set()

    @property
    def failed_comparison(self) -> bool:
        """Whether this ending counts as one: the peer may have known the code, and nobody here put it off."""
        compared = self.session is not None and self.session.compared
        return compared and self.conversation is None and not isinstance(self.error, NotNow)

    def command(self, do: Callable[[Exchange], None]) -> None:
        """Run on the writer's thread with this session's transfers, if it is verified."""
        with self._lock:  # behind everything that leads to epoch 1
            conversation = self.conversation
        if conversation is not None:
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

    def differ(self) -> None:
        """The person here says that the codes differ."""
        self._leave(CodeMismatch(), Close(CloseReason.CODE_DIFFERED))

    def not_now(self) -> None:
        """The person here puts the comparison off: this ending does not count."""
        self._leave(NotNow(), Close(CloseReason.NOT_NOW))

    def close(self, reason: CloseReason) -> None:
        """End in order, verified or not."""
        if self.conversation is None:
            self._leave(NotNow(), Close(reason))
        else:
            self._outbox.put(Close(reason))

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
            if self.initiator:
                self._await_screen()
            self._channel = channel = self._connect()
            if self._stopped.is_set():
                return  # while it connected, when there was nothing to abort
            self.host, self.address = channel.remote.host, str(channel.remote)
            self._started_at = time.monotonic()
            until = self._started_at + limits.UNTIL_PROOFS
            self._secrets = agree(channel, self._node.live_keys, initiator=self.initiator, until=until)
            self._begin_session(self._secrets, channel)
            self._receive_until_over()
        except PeerTimeout as error:
            self._timed_out(error)
        except AppError as error:
            self.stop(error)
        except Exception:
            _log.exception("a session's reader failed")
            self.stop(LocalProtocolError(detail="reader"))
        finally:
            self._finish()

    def _await_screen(self) -> None:
        """Several devices may have been chosen: their codes come one after the other."""
        while not self._node.comparisons.begin_outgoing(self.id):
            if self._stopped.wait(_TICK):
                raise NotNow

    def _begin_session(self, secrets: Secrets, channel: Channel) -> None:
        node = self._node
        session = Session(secrets, own_name=node.own_name(), ciphers=node.ciphers(), random_bytes=os.urandom)
        self.records = RecordChannel(channel, session.sealer, session.opener)
        self.session = session
        self._outbox.put(*session.start())
        self._writer.start()

    def _receive_until_over(self) -> None:
        assert self.records is not None
        while not self._stopped.is_set():
            record = self.records.receive(until=self._deadline())
            conversation = self.conversation
            match record:
                case Close() if conversation is not None:
                    self._on_close(conversation)
                case Message() if conversation is not None:
                    introduced = conversation.instance is not None
                    conversation.receive(record)
                    if not introduced:
                        self._node.introduced(self)
                case (stream, data) if conversation is not None:
                    conversation.receive_data(stream, data)
                case Message():
                    self._on_unverified(record)
                case _:
                    raise UnexpectedMessage(detail="file bytes before verification")

    def _deadline(self) -> float | None:
        """When the next record has to be here, by what this side waits for; None once verified."""
        if self.conversation is not None or self.session is None:
            return None
        match self.session.state:
            case State.HELLO | State.PROOFS:
                return self._started_at + limits.UNTIL_PROOFS
            case State.COMMIT | State.DECISION:
                return time.monotonic() + limits.UNTIL_COMMIT
            case State.NONCE:
                return time.monotonic() + limits.UNTIL_NONCE
            case State.OPEN:
                return time.monotonic() + limits.UNTIL_OPEN
            case _:
                return self._code_at + limits.COMPARISON

    # --- before verification ---------------------------------------------------------------------------

    def _on_unverified(self, message: Message) -> None:
        if isinstance(message, Nonce) and not self.initiator and not self._node.comparisons.show(self.id):
            raise ComparisonBusy
        with self._lock:
            session = self.session
            assert session is not None
            had_code = session.code is not None
            became_verified = self._say(session, *session.receive(message))
        if session.state is State.DECISION:
            self._decide(session)
        if session.code is not None and not had_code:
            self._code_at = time.monotonic()
            self._node.code_ready(self)
        if became_verified:
            self._node.verified(self)

    def _decide(self, session: Session) -> None:
        """Responder, nothing proven: a code comes up only where a person can see it and no other one is up."""
        if not self._node.may_compare():
            self._leave(PeerBusy(), Close(CloseReason.NOT_VISIBLE))
        elif not self._node.comparisons.begin_incoming(self.id, neighbourhood(self.host), time.monotonic()):
            self._leave(ComparisonBusy(), Busy())
        else:
            self._outbox.put(session.commit())

    def _say(self, session: Session, *messages: Message) -> bool:
        """With the lock held: send these, and go on to epoch 1 if both people have confirmed.

        The peer may answer our CONFIRM in epoch 1 at once, so everything is ready for that before CONFIRM goes out.
        """
        if session.state is not State.VERIFIED:
            self._outbox.put(*messages)
            return False
        assert self.records is not None
        verified = session.verified(now=time.monotonic())
        exchange = Exchange(verified, self.id, self._outbox, self.records.grow(), self._node)
        conversation = Conversation(verified, self.records, self._outbox, exchange)
        self.conversation, self.verified_at = conversation, time.time()
        conversation.begin(messages, self._node.own_instance())
        return True

    def _on_close(self, conversation: Conversation) -> None:
        """The peer's last record: say ours, which may already be said, and be done."""
        self._settle(None if conversation.exchange.idle else SessionOver())
        self._outbox.put(Close(CloseReason.DONE))
        self._stopped.set()  # the writer sends what is queued and leaves

    # --- the writer ------------------------------------------------------------------------------------

    def _write(self) -> None:
        try:
            self._send_until_closed()
        except AppError as error:
            self.stop(error)
        except Exception:
            _log.exception("a session's writer failed")
            self.stop(LocalProtocolError(detail="writer"))

    def _send_until_closed(self) -> None:
        records, channel = self.records, self._channel
        assert records is not None
        assert channel is not None
        sent_at = ticked_at = time.monotonic()
        while True:
            item = self._outbox.next(_TICK)
            now = time.monotonic()
            match item:
                case None if self._stopped.is_set():
                    return
                case None:
                    pass
                case Close() | Busy():
                    records.send(item)
                    channel.finish_sending()
                    self._stopped.wait(limits.CLOSE_SECONDS)  # the reader takes what still comes, the peer's CLOSE last
                    self.stop(None)
                    return
                case Message():
                    records.send(item)
                    sent_at = now
                case (number, pieces):
                    self._send_piece(records, number, next(pieces, None))
                    sent_at = now
                case command:
                    command()
            if now - ticked_at >= _TICK:
                ticked_at = now
                with self._lock:  # behind everything that leads to epoch 1
                    conversation = self.conversation
                if conversation is not None:
                    conversation.tick(now, sent_at)

    def _send_piece(self, records: RecordChannel, number: int, piece: Message | int | None) -> None:
        if piece is None:
            self._outbox.drop_stream(number)
        elif isinstance(piece, Message):
            records.send(piece)
        elif self.conversation is not None:
            self.conversation.send_data(number, piece)

    # --- the end ---------------------------------------------------------------------------------------

    def _leave(self, error: AppError, last: Message) -> None:
        """End an unverified session by our own will, saying so where CONFIRM was not said already."""
        with self._lock:
            if self.conversation is not None:
                return
            may_speak = self.session is not None and self.session.may_close
        self._settle(error)
        if may_speak:
            self._outbox.put(last)
        else:
            self.stop(error)

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
        if self._writer.ident is not None:
            self._writer.join(limits.CLOSE_SECONDS)
        if self._channel is not None:
            self._channel.abort()
        if self._writer.ident is not None:
            self._writer.join()
        self._outbox.close()
        if self._channel is not None:
            self._channel.close()
        self._wipe()
        del self._connect  # it knows this link: in a circle even the buffers would stay for a while
        if self.conversation is not None:
            self.conversation.exchange.interrupted(self.error or SessionOver())
        self.ended_at = time.time()
        self._node.ended(self)

    def _wipe(self) -> None:
        if self._secrets is not None:
            self._node.live_keys.discard(self._secrets.public)
            self._secrets.wipe()
        if self.session is not None:
            self.session.wipe()
        if self.records is not None:
            self.records.wipe()
        if self.conversation is not None:
            self.conversation.verified.renewal.wipe()
