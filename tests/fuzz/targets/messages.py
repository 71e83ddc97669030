"""Control messages of every type: exactly one message, which comes back as it was, or a fault of the peer."""

from collections.abc import Iterator
from typing import Final

import msgspec

from desktop_app.errors import RemoteProtocolError
from desktop_app.protocol import limits, messages
from desktop_app.protocol.messages import MESSAGES
from tests.fuzz import made, values
from tests.fuzz.choices import Choices
from tests.protocol.examples import EXAMPLES

SIZE_MAX: Final = 4096
_FIELDS: Final = [(each.TYPE, msgspec.msgpack.decode(messages.encode(each)[1:])) for each in EXAMPLES]
_TYPES: Final = [kind.TYPE for kind in MESSAGES]


def seeds() -> Iterator[bytes]:
    for number, each in enumerate(EXAMPLES):
        yield b"\0" + messages.encode(each)
        yield bytes((1, number, 1, 3, 0))
        yield bytes((2, number, 3)) + bytes(16)


def run(data: bytes) -> None:
    plaintext = _plaintext(data)
    try:
        message = messages.decode(plaintext)
    except RemoteProtocolError:
        return
    again = messages.encode(message)
    assert len(again) <= limits.CONTROL_MAX
    assert plaintext[0] == message.TYPE
    assert messages.decode(again) == message
    assert messages.encode(messages.decode(again)) == again


def _plaintext(data: bytes) -> bytes:
    """As it comes; or a real message with a field that is not; or any fields for any type."""
    choices = Choices(data)
    match choices.byte() % 3:
        case 0:
            return choices.rest()
        case 1:
            number, fields = choices.one_of(_FIELDS)
            return bytes((number,)) + msgspec.msgpack.encode(values.altered(fields, choices))
        case _:
            number = choices.one_of(_TYPES)
            fields = [made.anything(choices) for _ in range(choices.byte() % 10)]
            return bytes((number,)) + msgspec.msgpack.encode(fields)
