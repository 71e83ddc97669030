"""The two frames in the clear: a key agreement over a channel, within its deadline."""

import random
from collections.abc import Callable
from typing import Final

from desktop_app.errors import (
    ConnectedToSelf,
    ConnectionLost,
    HandshakeFailed,
    LimitExceeded,
    PeerTimeout,
    UnsupportedVersion,
)
from desktop_app.protocol import limits
from desktop_app.protocol.handshake import InitiatorHandshake, LiveKeys, Secrets, respond, unsupported_version
from desktop_app.transport.channel import Channel

_AGAIN: Final = (0.2, 0.5, 1.0)  # seconds until whoever hung up at once is called again, give or take a half


def meet(
    connect: Callable[[], Channel], live_keys: LiveKeys, *, initiator: bool, stopped: Callable[[float], bool]
) -> tuple[Channel, Secrets]:
    """Agree over a channel that `connect` gives. Whoever was called and hangs up without an answer is called again: it
    lets in few at a time from one computer, where several programs may call.

    `stopped` waits, and says whether to give up. Raises what `agree` and `connect` raise.
    """
    pauses = iter(_AGAIN if initiator else ())
    while True:
        channel = connect()
        try:
            return channel, agree(channel, live_keys, initiator=initiator, until=channel.since + limits.UNTIL_PROOFS)
        except ConnectionLost:
            pause = next(pauses, None)
            if pause is None or stopped(pause * random.uniform(0.5, 1.5)):  # noqa: S311  only to spread them
                raise
            channel.close()


def agree(channel: Channel, live_keys: LiveKeys, *, initiator: bool, until: float) -> Secrets:
    """Raises HandshakeFailed, UnsupportedVersion, ConnectedToSelf, ConnectionLost or PeerTimeout."""
    return _dial_side(channel, live_keys, until) if initiator else _listen_side(channel, live_keys, until)


def _dial_side(channel: Channel, live_keys: LiveKeys, until: float) -> Secrets:
    handshake = InitiatorHandshake(live_keys)
    try:
        channel.send_all(_framed(handshake.first_frame), until=until)
        answer = _receive(channel, until)
    except BaseException as error:
        to_self = isinstance(error, ConnectionLost | PeerTimeout) and handshake.led_back
        handshake.abandon()
        if to_self:
            raise ConnectedToSelf from error
        raise
    return handshake.finish(answer)


def _listen_side(channel: Channel, live_keys: LiveKeys, until: float) -> Secrets:
    first = _receive(channel, until)
    refusal = unsupported_version(first)
    if refusal is not None:
        channel.send_all(_framed(refusal), until=until)
        raise UnsupportedVersion(version=first[0])
    answer, secrets = respond(first, live_keys)
    try:
        channel.send_all(_framed(answer), until=until)
    except BaseException:
        live_keys.discard(secrets.public)
        secrets.wipe()
        raise
    return secrets


def _receive(channel: Channel, until: float) -> bytes:
    buffer = memoryview(bytearray(limits.FRAME_HEADER + limits.FIRST_FRAME_MAX))
    return bytes(channel.receive_frame_into(buffer, _size, until=until)[limits.FRAME_HEADER :])


def _size(header: memoryview) -> int:
    """Other protocols fail here: read as a length, their first four bytes are far too large."""
    size = int.from_bytes(header, "big")
    if size == 0:
        raise HandshakeFailed(detail="empty first frame")
    if size > limits.FIRST_FRAME_MAX:
        raise LimitExceeded(detail="first frame")
    return size


def _framed(frame: bytes) -> bytes:
    return len(frame).to_bytes(limits.FRAME_HEADER, "big") + frame
