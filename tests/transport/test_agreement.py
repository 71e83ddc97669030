"""The two frames in the clear, and what is left of an agreement that came to nothing."""

import socket
import struct
import time

import pytest

from desktop_app.errors import ConnectionLost
from desktop_app.protocol import handshake
from desktop_app.protocol.handshake import InitiatorHandshake, LiveKeys, Secrets
from desktop_app.transport.agreement import agree
from desktop_app.transport.channel import Channel
from tests.support.channel_pair import channel_and_socket


def test_nothing_is_left_of_an_agreement_with_who_hung_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a stranger could have as much memory of this computer as it likes, a little with each call."""
    live, agreed = LiveKeys(), list[Secrets]()
    respond = handshake.respond

    def respond_to_nobody(frame: bytes, keys: LiveKeys) -> tuple[bytes, Secrets]:
        answer, secrets = respond(frame, keys)
        agreed.append(secrets)
        _hang_up(stranger, channel)
        return answer, secrets

    monkeypatch.setattr("desktop_app.transport.agreement.respond", respond_to_nobody)
    with channel_and_socket() as (channel, stranger):
        frame = InitiatorHandshake(LiveKeys()).first_frame
        stranger.sendall(len(frame).to_bytes(4, "big") + frame)
        with pytest.raises(ConnectionLost):
            agree(channel, live, initiator=False, until=time.monotonic() + 5)
    assert not live.holds_any(agreed[0].public)
    assert not any(agreed[0].root)
    assert not any(agreed[0].exporter)
    assert not any(agreed[0].key_responder)


def _hang_up(stranger: socket.socket, channel: Channel) -> None:
    """Without a goodbye, which arrives before this returns."""
    stranger.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    stranger.close()
    with pytest.raises(ConnectionLost):
        channel.receive_into(memoryview(bytearray(1)), until=time.monotonic() + 5)
