"""The writing half of a session: sends what the outbox holds, in its order, and minds the clock."""

import logging
import threading
import time
from collections.abc import Callable
from typing import Final

from desktop_app.engine.conversation import Conversation
from desktop_app.engine.stand_in import StandIn
from desktop_app.errors import AppError, LocalProtocolError
from desktop_app.errors.crashes import log_crash
from desktop_app.protocol import limits
from desktop_app.protocol.messages import Busy, Close, Message
from desktop_app.protocol.wiping import scour
from desktop_app.transfer.outbox import Command, Outbox, Pieces
from desktop_app.transport.channel import Channel
from desktop_app.transport.record_channel import RecordChannel

_log: Final = logging.getLogger(__name__)
_TICK: Final = 0.5  # seconds between looks at the clock


class Writer:
    """One thread, and one that stands in for it while a disk keeps it waiting.

    It ends after CLOSE or BUSY, or once `stopped` is set and nothing is queued any more.
    """

    def __init__(
        self,
        name: str,
        outbox: Outbox,
        stopped: threading.Event,
        *,
        conversation: Callable[[], Conversation | None],
        stop: Callable[[AppError | None], None],
    ) -> None:
        """`conversation`: the one of this session, once it is verified. `stop`: end the session for this reason."""
        self._outbox, self._stopped, self._conversation, self._stop = outbox, stopped, conversation, stop
        self._records: RecordChannel | None = None
        self._channel: Channel | None = None
        self._stand_in = StandIn(f"{name}-stand-in")
        self._over = False  # nothing more may be said
        self._sent_at = self._ticked_at = 0.0  # monotonic
        self._thread = threading.Thread(target=self._write, name=name)

    def start(self, records: RecordChannel, channel: Channel) -> None:
        self._records, self._channel = records, channel
        self._thread.start()

    def join(self, timeout: float | None = None) -> None:
        if self._thread.ident is not None:
            self._thread.join(timeout)

    def _write(self) -> None:
        with self._stand_in.turn:
            self._guarded(self._send_until_closed)
        self._stand_in.close()
        scour()

    def _guarded(self, do: Callable[[], None]) -> None:
        """What goes wrong ends the session."""
        try:
            do()
        except AppError as error:
            self._over = True
            self._stop(error)
        except Exception as crash:
            self._over = True
            log_crash(_log, "a session's writer failed", crash)
            self._stop(LocalProtocolError(detail="writer"))

    def _send_until_closed(self) -> None:
        self._sent_at = self._ticked_at = time.monotonic()
        while not self._over:
            match self._outbox.next(_TICK):
                case None if self._stopped.is_set():
                    return
                case None:
                    pass
                case (number, pieces):
                    self._send_piece(number, pieces)
                case urgent:
                    self._do(urgent)
            self._look_at_clock()

    def _do_urgent(self) -> None:
        """The stand-in's part."""
        while not self._over and (urgent := self._outbox.next_urgent()) is not None:
            self._do(urgent)
        self._look_at_clock()

    def _do(self, urgent: Message | Command) -> None:
        if not isinstance(urgent, Message):
            urgent()
            return
        self._send(urgent)
        if isinstance(urgent, Close | Busy):
            assert self._channel is not None
            self._channel.finish_sending()
            self._stopped.wait(limits.CLOSE_SECONDS)  # the reader takes what still comes, the peer's CLOSE last
            self._stop(None)
            self._over = True

    def _send_piece(self, number: int, pieces: Pieces) -> None:
        """Of one stream. It may need its turn only to read."""
        self._stand_in.leave(lambda: self._guarded(self._do_urgent))
        try:
            piece = next(pieces, None)
        finally:
            self._stand_in.come_back()
        if self._over or not self._outbox.has(number):
            return  # CLOSE was said meanwhile, or the stream was given up
        if piece is None:
            self._outbox.drop_stream(number)
        elif isinstance(piece, Message):
            self._send(piece)
        elif piece and (conversation := self._conversation()) is not None:
            self._sent_at = time.monotonic()
            conversation.send_data(number, piece)

    def _send(self, message: Message) -> None:
        assert self._records is not None
        self._sent_at = time.monotonic()
        self._records.send(message)

    def _look_at_clock(self) -> None:
        now = time.monotonic()
        if now - self._ticked_at >= _TICK:
            self._ticked_at = now
            if (conversation := self._conversation()) is not None:
                conversation.tick(now, self._sent_at)
