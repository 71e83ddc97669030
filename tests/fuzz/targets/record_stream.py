"""Frames on a line: by somebody who has no key, and by a peer who has. What is handed on was sealed whole and in this
order; anything else ends the stream, before anything is allocated and with nothing deciphered left.
"""

from collections.abc import Iterator
from typing import Final

from desktop_app.errors import ConnectionLost, LimitExceeded, RecordCorrupt, RemoteProtocolError
from desktop_app.protocol import limits, messages
from desktop_app.protocol.key_schedule import Cipher
from desktop_app.protocol.messages import DATA, Close, CloseReason, Heartbeat, Message, Text
from desktop_app.protocol.records import FRAME_ROOM, Opener, Sealer
from desktop_app.transport.channel import Channel
from desktop_app.transport.record_channel import RecordChannel
from tests.fuzz.choices import Choices
from tests.fuzz.line import Line

SIZE_MAX: Final = 160
_KEY: Final = bytes(range(32))
_PLAIN: Final = (
    *map(messages.encode, (Heartbeat(), Text(1, "hello"), Close(CloseReason.DONE))),
    bytes((DATA, 0, 0, 0, 1)),
)

_PIECES: Final = (*(1 << 20,) * 4, 1, 3, 7, 61)  # in which the bytes come
_UNSEALED: Final = bytes(_PLAIN[0]) + bytes(limits.TAG)


def seeds() -> Iterator[bytes]:
    yield bytes((0, 0, 0, 1, 0, 2, 0, 3, 0))
    yield bytes((1, 1, 3, 0, 4, 5)) + b"bytes" + bytes((0, 0))
    yield bytes((2, 0, 1, 1, 7, 0, 0, 2))
    yield bytes((3, 0, 0, 5, 40)) + (36).to_bytes(4, "big") + bytes(36)
    yield bytes((1, 3, 4 + len(_UNSEALED))) + len(_UNSEALED).to_bytes(4, "big") + _UNSEALED
    yield bytes((0, 0, 0, 0, 6, 0, 0, 7, 0, 0, 0))
    for pieces in range(4, len(_PIECES)):
        yield bytes((pieces << 3, 0, 0, 0, 1, 0, 2, 0, 3, 0))


def run(data: bytes) -> None:
    choices = Choices(data)
    way = choices.byte()
    cipher = list(Cipher)[way & 1]
    most = limits.EPOCH_0_RECORD_MAX if way & 2 else limits.RECORD_MAX
    sealer = Sealer(cipher, bytearray(_KEY), epoch=0, record_max=most)
    frames, sealed = list[bytes](), list[bytes]()
    while choices.left:
        match choices.byte() % 8:
            case 0 | 1:
                plaintext = choices.one_of(_PLAIN) if choices.often() else choices.piece()
                if plaintext:
                    frames.append(_seal(sealer, bytes(plaintext)))
                    sealed.append(frames[-1])
            case 2:
                plaintext = bytes((DATA, *choices.exactly(4))) + choices.piece()
                frames.append(_seal(sealer, plaintext))
                sealed.append(frames[-1])
            case 3:
                frames.append(choices.piece())
            case 4 if frames and frames[-1]:
                changed = bytearray(frames[-1])
                changed[choices.byte() % len(changed)] ^= choices.byte()
                frames[-1] = bytes(changed)
            case 5 if frames:
                frames.append(choices.one_of(frames))
            case 6 if len(frames) > 1:
                frames[-1], frames[-2] = frames[-2], frames[-1]
            case _ if frames:
                frames[-1] = frames[-1][: choices.byte()]
    _receive(b"".join(frames), sealed, Opener(cipher, bytearray(_KEY), epoch=0, record_max=most), way)


def _receive(line: bytes, sealed: list[bytes], opener: Opener, way: int) -> None:
    channel = Channel(Line(line, _PIECES[way >> 3 & 7]).socket())
    records = RecordChannel(channel, _SEALER, opener)
    if way & 4:
        records._receiving = _ROOM  # as `grow` makes it, without a megabyte each time
    at = count = 0
    while True:
        held = records._receiving
        try:
            found = records.receive(until=None)
        except (RemoteProtocolError, ConnectionLost) as error:
            following = line[at:]
            if isinstance(error, RecordCorrupt):
                size = int.from_bytes(following[:4], "big")
                assert count >= len(sealed) or not following.startswith(sealed[count])
                assert not any(held[4 : 4 + size - limits.TAG]), "deciphered, and left there"
            elif isinstance(error, LimitExceeded) and count < len(sealed) and following.startswith(sealed[count]):
                assert len(sealed[count]) > len(held) or _is_too_long(error), "a good frame was refused"
            elif isinstance(error, ConnectionLost):
                assert len(following) < 4 or len(following) < 4 + int.from_bytes(following[:4], "big")
            return
        assert line[at:].startswith(sealed[count]), "opened, and not what was sealed next"
        at, count = at + len(sealed[count]), count + 1
        assert records.bytes_opened == at
        if isinstance(found, Message):
            assert messages.decode(messages.encode(found)) == found
        else:
            assert 0 < len(found[1]) <= limits.DATA_MAX + 64


def _is_too_long(error: LimitExceeded) -> bool:
    return error.fields["detail"] in {"control message", "record length"}


def _seal(sealer: Sealer, plaintext: bytes) -> bytes:
    frame = memoryview(bytearray(limits.FRAME_HEADER + len(plaintext) + limits.TAG))
    frame[limits.FRAME_HEADER : limits.FRAME_HEADER + len(plaintext)] = plaintext
    return bytes(sealer.seal_into(frame, len(plaintext)))


_ROOM: Final = memoryview(bytearray(FRAME_ROOM))
_SEALER: Final = Sealer(Cipher.CHACHA20_POLY1305, bytearray(32), epoch=0)  # nothing is sent
