"""The writing half of a session: sends what the outbox holds, in its order, and minds the clock."""

import logging
import threading
import time
from collections.abc import Callable
from typing import Final

from desktop_app.engine.conversation import Conversation
from desktop_app.errors import AppError, LocalProtocolError
from desktop_app.errors.crashes import log_crash
from desktop_app.protocol import limits
from desktop_app.protocol.messages import Busy, Close, Message
from desktop_app.protocol.wiping import scour
from desktop_app.transfer.outbox import Outbox
from desktop_app.transport.channel import Channel
from desktop_app.transport.record_channel import RecordChannel

_log: Final = logging.getLogger(__name__)
_TICK: Final = 0.5  # seconds between looks at the clock


class Writer:
    """One thread. It ends after CLOSE or BUSY, or once `stopped` is set and nothing is queued any more."""

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
        self._thread = threading.Thread(target=self._write, name=name)

    def start(self, records: RecordChannel, channel: Channel) -> None:
        self._records, self._channel = records, channel
        self._thread.start()

    def join(self, timeout: float | None = None) -> None:
        if self._thread.ident is not None:
            self._thread.join(timeout)

    def _write(self) -> None:
        try:
            self._send_until_closed()
        except AppError as error:
            self._stop(error)
        except Exception as crash:
            log_crash(_log, "a session's writer failed", crash)
            self._stop(LocalProtocolError(detail="writer"))
        finally:
            scour()

    def _send_until_closed(self) -> None:
        records, channel = self._records, self._channel
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
                    self._stop(None)
                    return
                case Message():
                    records.send(item)
                    sent_at = now
                case (number, pieces):
                    if self._send_piece(records, number, next(pieces, None)):
                        sent_at = now
                case command:
                    command()
            if now - ticked_at >= _TICK:
                ticked_at = now
                if (conversation := self._conversation()) is not None:
                    conversation.tick(now, sent_at)

    def _send_piece(self, records: RecordChannel, number: int, piece: Message | int | None) -> bool:
        """Whether anything was sent: a stream may need its turn only to read."""
        if piece is None:
            self._outbox.drop_stream(number)
        elif isinstance(piece, Message):
            records.send(piece)
        elif piece and (conversation := self._conversation()) is not None:
            conversation.send_data(number, piece)
        return bool(piece)
