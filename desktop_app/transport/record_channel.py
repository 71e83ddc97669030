"""A channel that speaks records: control messages and file data, sealed and opened in place.

One thread receives, one sends. Small buffers until `grow`: a stranger is not worth a megabyte.
"""

from typing import Final

from desktop_app.errors import RemoteProtocolError
from desktop_app.protocol import limits, messages
from desktop_app.protocol.messages import DATA, Message
from desktop_app.protocol.records import CONTROL_ROOM, FRAME_ROOM, Opener, Sealer
from desktop_app.protocol.wiping import wipe
from desktop_app.transport.channel import Channel

_ROOM: Final = slice(limits.FRAME_HEADER + limits.DATA_HEADER, FRAME_ROOM - limits.TAG)

Data = tuple[int, memoryview]  # stream number and file bytes; the view is good until the next `receive`


class RecordChannel:
    """Records over one channel, under whatever sealer and opener are current."""

    def __init__(self, channel: Channel, sealer: Sealer, opener: Opener) -> None:
        self.sealer = sealer
        self.opener = opener
        self.bytes_sealed = 0
        self.bytes_opened = 0
        self._channel = channel
        self._receiving = memoryview(bytearray(CONTROL_ROOM))
        self._control: Final = memoryview(bytearray(CONTROL_ROOM))
        self._data = memoryview(bytearray())

    def waited_to_send(self) -> float:
        """Seconds that the sending thread stood still for the line."""
        return self._channel.sending.seconds

    def waited_to_receive(self) -> float:
        """Seconds that the receiving thread stood still for the line."""
        return self._channel.receiving.seconds

    def grow(self) -> memoryview:
        """Make room for file data in both directions; returns where the bytes of a data record are to be put."""
        self._receiving = memoryview(bytearray(FRAME_ROOM))
        self._data = memoryview(bytearray(FRAME_ROOM))
        return self._data[_ROOM]

    def receive(self, *, until: float | None) -> Message | Data:
        """The next record. Raises RemoteProtocolError, ConnectionLost or PeerTimeout."""
        frame = self._channel.receive_frame_into(self._receiving, lambda header: self.opener.size(header), until=until)
        plaintext = self.opener.open_into(frame)
        self.bytes_opened += len(frame)
        if plaintext[0] != DATA:
            try:
                return messages.decode(plaintext)
            finally:
                plaintext[:] = bytes(len(plaintext))
        if len(plaintext) <= limits.DATA_HEADER:
            raise RemoteProtocolError(detail="empty data")
        return int.from_bytes(plaintext[1 : limits.DATA_HEADER], "big"), plaintext[limits.DATA_HEADER :]

    def send(self, message: Message) -> None:
        """Send a control message; what is secret in it is gone then."""
        plaintext = messages.encode(message)
        self._control[limits.FRAME_HEADER : limits.FRAME_HEADER + len(plaintext)] = plaintext
        wipe(plaintext)
        message.wipe()
        self._send_frame(self._control, len(plaintext))

    def send_data(self, stream: int, count: int) -> None:
        """Send the first `count` bytes of the room that `grow` gave."""
        start = limits.FRAME_HEADER
        self._data[start] = DATA
        self._data[start + 1 : start + limits.DATA_HEADER] = stream.to_bytes(4, "big")
        self._send_frame(self._data, limits.DATA_HEADER + count)

    def wipe(self) -> None:
        """Forget both keys and what was said last; may be called twice. Nothing can be sent or received any more."""
        self.sealer.wipe()
        self.opener.wipe()
        for buffer in (self._receiving, self._control, self._data):
            buffer[:] = bytes(len(buffer))

    def _send_frame(self, frame: memoryview, length: int) -> None:
        sealed = self.sealer.seal_into(frame, length)
        self._channel.send_all(sealed, until=None)
        self.bytes_sealed += len(sealed)
