"""What a channel of records leaves in its buffers."""

import os
import socket
from collections.abc import Iterator
from contextlib import closing

import pytest

from desktop_app.protocol import limits
from desktop_app.protocol.key_schedule import Cipher
from desktop_app.protocol.messages import Message, Open
from desktop_app.protocol.records import Opener, Sealer
from desktop_app.transport.channel import Channel
from desktop_app.transport.record_channel import RecordChannel
from tests.support.channel_pair import connected_sockets

SENT = os.urandom(limits.SAS_NONCE)


def records_over(connected: socket.socket, channels: list[Channel]) -> RecordChannel:
    channels.append(Channel(connected))
    sealer = Sealer(Cipher.AES_256_GCM, bytearray(32), epoch=1)
    opener = Opener(Cipher.AES_256_GCM, bytearray(32), epoch=1)
    return RecordChannel(channels[-1], sealer, opener)


@pytest.fixture
def ends() -> Iterator[tuple[RecordChannel, RecordChannel]]:
    channels: list[Channel] = []
    near, far = (records_over(connected, channels) for connected in connected_sockets())
    with closing(channels[0]), closing(channels[1]):
        yield near, far


def buffers(records: RecordChannel) -> bytes:
    return b"".join((records._receiving, records._control, records._data))


def test_a_nonce_is_gone_where_it_was_sent_and_belongs_to_whoever_received_it(
    ends: tuple[RecordChannel, RecordChannel],
) -> None:
    near, far = ends
    message: Message = Open(bytearray(SENT))
    near.send(message)
    assert far.receive(until=None) == Open(bytearray(SENT))
    assert message == Open(bytearray(limits.SAS_NONCE))
    assert SENT not in buffers(near)
    assert SENT not in buffers(far)


def test_nothing_is_left_after_the_end(ends: tuple[RecordChannel, RecordChannel]) -> None:
    near, far = ends
    near.grow()[: len(SENT)] = SENT
    far.grow()
    near.send_data(1, len(SENT))
    received = far.receive(until=None)
    assert isinstance(received, tuple)
    assert received[1] == SENT
    for records in ends:
        assert any(buffers(records))
        records.wipe()
        assert not any(buffers(records))
