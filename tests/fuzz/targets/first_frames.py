"""The two frames before any key, for both roles: from whoever comes by, and from one who knows the protocol. Nothing
but the exact messages leads to secrets, both sides then have the same, and whatever fails leaves no key alive.
"""

from collections.abc import Iterator
from functools import cache
from typing import Final

from desktop_app.errors import (
    AppError,
    ConnectedToSelf,
    ConnectionLost,
    HandshakeFailed,
    LimitExceeded,
    UnsupportedVersion,
)
from desktop_app.protocol import limits
from desktop_app.protocol.handshake import InitiatorHandshake, LiveKeys, Secrets, respond
from desktop_app.transport.agreement import agree
from desktop_app.transport.channel import Channel
from tests.fuzz.choices import Choices
from tests.fuzz.line import Line

SIZE_MAX: Final = 2600
_TYPED: Final = (HandshakeFailed, UnsupportedVersion, ConnectedToSelf, ConnectionLost, LimitExceeded)
_FOREIGN: Final = (
    b"GET / HTTP/1.1\r\n\r\n",
    b"SSH-2.0-OpenSSH_9.2\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
)


@cache
def _good() -> tuple[bytes, InitiatorHandshake]:
    handshake = InitiatorHandshake(LiveKeys())
    return handshake.first_frame, handshake


def seeds() -> Iterator[bytes]:
    first, _ = _good()
    answer, _ = respond(first, LiveKeys())
    for kind in (b"\0", b"\1"):
        for frame in (first, answer, b"\x02", b"\0\1", first[:100], b""):
            yield kind + len(frame).to_bytes(4, "big") + frame
        for each in _FOREIGN:
            yield kind + each
    for kind in (b"\2", b"\3"):
        yield kind
        yield kind + bytes((0, 1, 0, 5))
        yield kind + bytes((0, 40, 0, 255, 1, 1, 0, 1))


def run(data: bytes) -> None:
    choices = Choices(data)
    match choices.byte() % 4:
        case 0 | 2 as kind:
            frame = choices.rest() if kind == 0 else _framed(_changed(_good()[0], choices))
            _listen(frame)
        case kind:
            _dial(None if kind == 3 else choices.rest(), choices)


def _listen(received: bytes) -> None:
    live, line = LiveKeys(), Line(received)
    secrets = _agreed(line, live, initiator=False)
    if secrets is None:
        assert not live._keys
        assert bytes(line.sent) in {b"", _framed(bytes((limits.UNSUPPORTED_MARK, limits.VERSION)))}
        return
    assert received[: limits.FRAME_HEADER] == limits.MESSAGE_1.to_bytes(4, "big")
    assert len(line.sent) == limits.FRAME_HEADER + limits.MESSAGE_2
    if received == _framed(_good()[0]):  # the one that we know the other half of
        assert secrets.key_initiator != secrets.key_responder
    _check(secrets, live)


def _dial(received: bytes | None, choices: Choices) -> None:
    """The answer as it comes, or the right one with some bytes changed."""
    live = LiveKeys()
    if received is not None:
        secrets, theirs = _agreed(Line(received), live, initiator=True), None
    else:
        handshake = InitiatorHandshake(live)
        answer, theirs = respond(handshake.first_frame, LiveKeys())
        changed = _changed(answer, choices)
        try:
            secrets = handshake.finish(changed)
        except _TYPED as error:
            assert str(error)
            assert changed != answer
            secrets = None
        else:
            assert changed == answer, "another answer than the other side gave"
    if secrets is None:
        assert not live._keys
        return
    assert theirs is not None, "secrets with nobody"
    assert (secrets.h, secrets.root, secrets.exporter) == (theirs.h, theirs.root, theirs.exporter)
    assert (secrets.key_initiator, secrets.key_responder) == (theirs.key_initiator, theirs.key_responder)
    _check(secrets, live)


def _agreed(line: Line, live: LiveKeys, *, initiator: bool) -> Secrets | None:
    try:
        return agree(Channel(line.socket()), live, initiator=initiator, until=float("inf"))
    except AppError as error:
        assert isinstance(error, _TYPED)
        assert str(error)
        return None


def _check(secrets: Secrets, live: LiveKeys) -> None:
    assert live.holds_any(secrets.public)
    live.discard(secrets.public)
    assert not live._keys
    secrets.wipe()
    assert not any(secrets.root + secrets.exporter + secrets.key_initiator + secrets.key_responder)


def _changed(frame: bytes, choices: Choices) -> bytes:
    """With some bytes different, or some less or more."""
    changed = bytearray(frame)
    while choices.left:
        at, value = choices.number(2), choices.byte()
        if at < len(changed):
            changed[at] ^= value
        elif value & 1:
            del changed[value:]
        else:
            changed += bytes(value)
    return bytes(changed)


def _framed(frame: bytes) -> bytes:
    return len(frame).to_bytes(limits.FRAME_HEADER, "big") + frame
