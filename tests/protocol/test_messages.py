"""Control messages on the wire: their exact bytes, every bound at n and n+1, and what is no message at all."""

from collections.abc import Callable

import msgspec
import pytest

from desktop_app.errors import LimitExceeded, LocalProtocolError, RemoteProtocolError
from desktop_app.protocol import limits, messages
from desktop_app.protocol.messages import (
    DATA,
    MESSAGES,
    About,
    Accept,
    Busy,
    Cancel,
    Cancelled,
    Close,
    CloseReason,
    Commit,
    Compare,
    Confirm,
    Digests,
    Done,
    End,
    Entries,
    Failed,
    FileEnds,
    Full,
    GoOn,
    Heartbeat,
    Hello,
    Look,
    Message,
    Names,
    Nonce,
    Offer,
    Open,
    Pace,
    Pause,
    Proofs,
    Refuse,
    Remember,
    Renew,
    Renewed,
    Resume,
    Room,
    Rotate,
    Rotated,
    Same,
    Sight,
    Stored,
    Switch,
    Text,
)
from tests.protocol.examples import DIGEST, ENTRY, EXAMPLES, raw, with_field
from tests.support.top_names import a_file

EXAMPLE = {type(message): message for message in EXAMPLES}
TYPES = {
    Hello: 0x01, Proofs: 0x02, Commit: 0x03, Nonce: 0x04, Open: 0x05, Confirm: 0x06, Busy: 0x07, Close: 0x08,
    Heartbeat: 0x10, Renew: 0x11, Renewed: 0x12, Switch: 0x13, About: 0x14,
    Remember: 0x15, Rotate: 0x16, Stored: 0x17, Rotated: 0x18, Look: 0x19, Sight: 0x1A,
    Offer: 0x20, Names: 0x21, Accept: 0x22, Refuse: 0x23, Entries: 0x24, FileEnds: 0x25, End: 0x26, Failed: 0x27,
    Done: 0x28, Cancel: 0x29, Cancelled: 0x2A, Full: 0x2B, Room: 0x2C,
    Compare: 0x2D, Digests: 0x2E, Same: 0x2F, Pause: 0x30, GoOn: 0x31, Resume: 0x32, Text: 0x33, Pace: 0x34,
}  # fmt: skip
WITH_STREAM = [kind for kind in MESSAGES if "stream" in kind.__struct_fields__]
U32 = 2**32 - 1
A_DIGEST, NO_DIGEST = [0, DIGEST], [1, b""]
TOP = ["n", 0, 1, 0]


def entry(**changed: object) -> list[object]:
    fields = {name: changed.get(name, getattr(ENTRY, name)) for name in ENTRY.__struct_fields__}
    return list(fields.values())


def accepted(plaintext: bytes) -> bool:
    try:
        messages.decode(plaintext)
    except RemoteProtocolError:
        return False
    return True


# --- form -------------------------------------------------------------------------------------


def test_there_is_an_example_of_every_type() -> None:
    assert tuple(EXAMPLE) == MESSAGES


def test_types_are_those_of_the_specification() -> None:
    assert {kind: kind.TYPE for kind in MESSAGES} == TYPES
    assert DATA == 0x40
    assert len(set(TYPES.values()) | {DATA}) == len(MESSAGES) + 1


@pytest.mark.parametrize("message", EXAMPLES, ids=lambda message: type(message).__name__)
def test_every_message_is_its_type_and_an_array_of_its_fields(message: Message) -> None:
    plaintext = messages.encode(message)
    assert plaintext[0] == TYPES[type(message)]
    fields = msgspec.msgpack.decode(plaintext[1:])
    assert isinstance(fields, list)
    assert len(fields) == len(message.__struct_fields__)
    for form in (plaintext, memoryview(bytearray(plaintext))):
        decoded = messages.decode(form)
        assert decoded == message
        assert type(decoded) is type(message)


@pytest.mark.parametrize(
    ("message", "wire"),
    [
        (Confirm(), "06 90"),
        (Close(CloseReason.NOT_PROVEN), "08 91 05"),
        (Switch(300), "13 91 cd012c"),
        (Hello([1], ["AES-256-GCM"]), "01 92 9101 91ab4145532d3235362d47434d"),
        (Open(bytearray(32)), "05 91 c420" + 32 * "00"),
        (Names(7, [a_file("é", 300)]), "21 92 07 91 94 a2c3a9 00 01 cd012c"),
        (Cancel(2**32 - 1, offered=True), "29 92 ceffffffff c3"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_the_bytes_are_those_that_a_second_implementation_would_send(message: Message, wire: str) -> None:
    assert messages.encode(message) == bytes.fromhex(wire)
    assert messages.decode(bytes.fromhex(wire)) == message


def test_the_close_reasons_are_those_of_the_specification() -> None:
    names = "DONE NOT_NOW CODE_DIFFERED TIMED_OUT NOT_VISIBLE NOT_PROVEN PROTOCOL SHUTTING_DOWN"
    assert [reason.name for reason in CloseReason] == names.split()
    assert [int(reason) for reason in CloseReason] == list(range(8))


# --- what is no message -----------------------------------------------------------------------


def test_an_empty_plaintext_is_no_message() -> None:
    for empty in (b"", memoryview(b"")):
        with pytest.raises(RemoteProtocolError):
            messages.decode(empty)


def test_unknown_types_and_file_data_are_no_message() -> None:
    for number in set(range(256)) - set(TYPES.values()):
        for fields in (b"", b"\x90", b"\x91\x01"):
            assert not accepted(bytes((number,)) + fields)


@pytest.mark.parametrize("message", EXAMPLES, ids=lambda message: type(message).__name__)
def test_case_087_one_field_too_many_or_too_few_is_refused(message: Message) -> None:
    kind = type(message)
    fields = msgspec.msgpack.decode(messages.encode(message)[1:])
    assert accepted(raw(kind, *fields))
    assert not accepted(raw(kind, *fields, 0))
    assert not accepted(raw(kind, *fields, None))
    if fields:
        assert not accepted(raw(kind, *fields[:-1]))


@pytest.mark.parametrize("message", EXAMPLES, ids=lambda message: type(message).__name__)
def test_truncated_and_trailing_bytes_are_refused(message: Message) -> None:
    plaintext = bytes(messages.encode(message))
    for length in range(len(plaintext)):
        if length:
            assert not accepted(plaintext[:length])
    for more in (b"\0", b"\x90", b"\xc0", plaintext):
        assert not accepted(plaintext + more)


@pytest.mark.parametrize("message", EXAMPLES, ids=lambda message: type(message).__name__)
def test_fields_are_an_array_and_never_a_map(message: Message) -> None:
    named = {name: getattr(message, name) for name in message.__struct_fields__}
    assert not accepted(bytes((message.TYPE,)) + msgspec.msgpack.encode(named))


STRANGERS: tuple[object, ...] = (
    None,
    True,
    False,
    1.0,
    0.0,
    -0.0,
    float("nan"),
    1e300,
    "1",
    b"1",
    [],
    [1],
    {},
    {"a": 1},
    -1,
    2**64 - 1,
)


@pytest.mark.parametrize("message", EXAMPLES, ids=lambda message: type(message).__name__)
def test_no_value_of_another_type_passes_for_a_field(message: Message) -> None:
    """No float, bool or text for a number, no text for bytes, nothing for nothing."""
    for field in message.__struct_fields__:
        own = getattr(message, field)
        for stranger in STRANGERS:
            same = type(stranger) is type(own) or (type(stranger) is int and isinstance(own, int) and own is not True)
            if not same and not (isinstance(own, bool) and isinstance(stranger, bool)):
                assert not accepted(with_field(message, field, stranger)), (field, stranger)


@pytest.mark.parametrize(
    "field",
    [
        "ca3f800000",  # float32 1.0
        "cb3ff0000000000000",  # float64 1.0
        "c3",
        "c0",
        "d40500",  # an extension
        "d6ff00000000",  # a timestamp
        "c7ff0000",
        "a131",
        "dbffffffff",  # a text of 4 GiB
        "c6ffffffff",
        "ddffffffff",
        "dfffffffff",
        "c1",  # never used
    ],
)
def test_case_064_msgpack_of_other_kinds_and_huge_lengths_is_no_number(field: str) -> None:
    assert not accepted(bytes.fromhex("2291" + field))


@pytest.mark.parametrize("opening", ["91", "dc0001", "dd00000001", "81a161", "8191", "8181"])
def test_case_064_deep_nesting_is_refused(opening: str) -> None:
    for kind in (Hello, Entries, Confirm):
        nested = bytes.fromhex(opening)
        assert not accepted(bytes((kind.TYPE,)) + nested * ((limits.CONTROL_MAX - 1) // len(nested)))
        assert not accepted(bytes((kind.TYPE, 0x92)) + nested * 10_000 + b"\xc0")


@pytest.mark.parametrize("text", [b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe2\x82"])
def test_case_054_text_is_strict_utf_8(text: bytes) -> None:
    packed = bytes((0xA0 + len(text),)) + text
    assert accepted(b"\x14\x92" + b"\xa1x" + b"\xa1y")
    assert not accepted(b"\x14\x92" + packed + b"\xa1y")
    assert not accepted(b"\x14\x92" + b"\xa1x" + packed)
    assert not accepted(b"\x03\x92\xc4\x40" + bytes(64) + packed)


def test_a_message_is_no_longer_than_its_limit() -> None:
    room = limits.CONTROL_MAX - len(messages.encode(Entries(1, [ENTRY]))) + len(ENTRY.path)
    room -= 2  # a long path's length takes two bytes more
    longest = raw(Entries, 1, [entry(path="p" * room)])
    assert len(longest) == limits.CONTROL_MAX
    message = messages.decode(longest)
    assert messages.encode(message) == longest
    with pytest.raises(LimitExceeded):
        messages.decode(raw(Entries, 1, [entry(path="p" * (room + 1))]))
    with pytest.raises(LocalProtocolError):
        messages.encode(Names(1, [a_file("p" * limits.CONTROL_MAX)]))


# --- bounds -----------------------------------------------------------------------------------


def many(count: int) -> list[bytes]:
    return [bytes(32)] * count


def offer(**changed: object) -> bytes:
    values = {name: getattr(EXAMPLE[Offer], name) for name in Offer.__struct_fields__} | changed
    return raw(Offer, *values.values())


BOUNDS: list[tuple[str, Callable[[int], bytes], list[int], list[int]]] = [
    ("versions", lambda n: raw(Hello, [1] * n, []), [0, 16], [17]),
    ("ciphers", lambda n: raw(Hello, [1], ["x"] * n), [0, 8], [9]),
    ("proofs", lambda n: raw(Proofs, many(n), False), [16, 32, 256], [0, 1, 15, 17, 31, 255, 257, 272]),
    ("proof", lambda n: raw(Proofs, [*many(15), bytes(n)], False), [32], [0, 31, 33]),
    ("commitment", lambda n: raw(Commit, bytes(n), ""), [64], [0, 63, 65]),
    ("name of the responder", lambda n: raw(Commit, bytes(64), "n" * n), [0, 60], [61]),
    ("the same in two-byte letters", lambda n: raw(Commit, bytes(64), "é" * n), [30], [31, 60]),
    ("nonce", lambda n: raw(Nonce, bytes(n), ""), [32], [0, 31, 33]),
    ("name of the initiator", lambda n: raw(Nonce, bytes(32), "é" * n), [0, 30], [31]),
    ("opening", lambda n: raw(Open, bytes(n)), [32], [0, 31, 33]),
    ("close reason", lambda n: raw(Close, n), [0, 7], [-1, 8, 2**63]),
    ("e", lambda n: raw(Renew, 2, bytes(n), bytes(1184)), [32], [0, 31, 33]),
    ("ek", lambda n: raw(Renew, 2, bytes(32), bytes(n)), [1184], [0, 1183, 1185]),
    ("e of the answer", lambda n: raw(Renewed, 2, bytes(n), bytes(1088)), [32], [0, 31, 33]),
    ("ct", lambda n: raw(Renewed, 2, bytes(32), bytes(n)), [1088], [0, 1087, 1089]),
    ("instance", lambda n: raw(About, "i" * n, ""), [0, 32], [33]),
    ("rotations", lambda n: raw(Rotate, n), [1, 2**53 - 1], [-1, 0, 2**53]),
    ("own name", lambda n: raw(About, "", "n" * n), [0, 60], [61]),
    ("instance of LOOK", lambda n: raw(Look, "i" * n), [0, 32], [33]),
    ("port of SIGHT", lambda n: raw(Sight, False, n, []), [0, 65_535], [-1, 65_536]),
    ("obstacles", lambda n: raw(Sight, True, 1, [[32, 0]] * n), [0, 32], [33]),
    ("code of an obstacle", lambda n: raw(Sight, True, 1, [[n, 0]]), [0, 1, 999, 65_535], [-1, 65_536]),
    ("version of an obstacle", lambda n: raw(Sight, True, 1, [[1, n]]), [0, 4, 6], [-1, 1, 5, 7]),
    ("offer id", lambda n: offer(offer=bytes(n)), [16], [0, 15, 17]),
    ("files", lambda n: offer(files=n, folders=1), [0, 999_999], [-1, 1_000_000, 2**63]),
    ("files alone", lambda n: offer(files=n, folders=0), [1, 1_000_000], [0, 1_000_001]),
    ("folders", lambda n: offer(files=2, folders=n), [0, 999_998], [-1, 999_999]),
    ("total", lambda n: offer(total=n), [0, 2**53 - 1], [-1, 2**53, 2**64 - 1]),
    ("top level", lambda n: offer(files=200_000, top_level=n), [1, 10_000], [-1, 0, 10_001]),
    ("top level of three entries", lambda n: offer(top_level=n), [1, 3], [0, 4]),
    ("programs", lambda n: offer(programs=n), [0, 2], [-1, 3]),
    ("longest path", lambda n: offer(longest_path=n), [0, 1024], [-1, 1025]),
    ("names of an offer", lambda n: offer(files=200, top_level=200, names=[TOP] * n), [1, 128], [0, 129]),
    ("names beyond the top level", lambda n: offer(top_level=2, names=[TOP] * n), [1, 2], [0, 3]),
    ("names", lambda n: raw(Names, 1, [TOP] * n), [1, 128], [0, 129]),
    ("fields of a name", lambda n: raw(Names, 1, [["n", 0, 1, 0, 0][:n]]), [4], [0, 1, 2, 3, 5]),
    ("kind of a name", lambda n: raw(Names, 1, [["n", n, 1, 0]]), [0, 1], [-1, 2, 2**63]),
    ("files of a file", lambda n: raw(Names, 1, [["n", 0, n, 0]]), [1], [-1, 0, 2]),
    ("files of a folder", lambda n: raw(Names, 1, [["n", 1, n, 0]]), [0, 1, 1_000_000], [-1, 1_000_001, 2**63]),
    ("size of a name", lambda n: raw(Names, 1, [["n", 1, 1, n]]), [0, 1, 2**53 - 1], [-1, 2**53, 2**63, 2**64 - 1]),
    ("size of an empty folder", lambda n: raw(Names, 1, [["n", 1, 0, n]]), [0], [1, 2**53 - 1]),
    ("refusal", lambda n: raw(Refuse, 1, n), [0, 5], [-1, 6]),
    ("entries", lambda n: raw(Entries, 1, [entry()] * n), [1, 1024], [0, 1025]),
    ("kind of entry", lambda n: raw(Entries, 1, [entry(kind=n)]), [0, 1], [-1, 2]),
    ("size of an entry", lambda n: raw(Entries, 1, [entry(size=n)]), [0, 2**53 - 1], [-1, 2**53, 2**63, 2**64 - 1]),
    ("mtime", lambda n: raw(Entries, 1, [entry(mtime=n)]), [-(2**63), 0, 2**63 - 1], [2**63, 2**64 - 1]),
    ("ends", lambda n: raw(FileEnds, 1, 0, [A_DIGEST] * n), [1, 512], [0, 513]),
    ("digest of a good file", lambda n: raw(FileEnds, 1, 0, [[0, bytes(n)]]), [32], [0, 31, 33]),
    ("digest of a bad file", lambda n: raw(FileEnds, 1, 0, [A_DIGEST, [3, bytes(n)]]), [0], [1, 32]),
    ("result of a file", lambda n: raw(FileEnds, 1, 0, [NO_DIGEST, [n, b""]]), [1, 3], [-1, 0, 4, 8]),
    ("first of the ends", lambda n: raw(FileEnds, 1, n, [A_DIGEST]), [0, 999_999], [-1, -(2**63)]),
    ("digest of all", lambda n: raw(End, 1, bytes(n)), [32], [0, 31, 33]),
    ("digest of the receiver", lambda n: raw(Done, 1, bytes(n)), [32], [0, 31, 33]),
    ("result of a failure", lambda n: raw(Failed, 1, 0, n), [1, 7], [-1, 0, 8]),
    ("index of a failure", lambda n: raw(Failed, 1, n, 7), [0, 999_999], [-1, -(2**63)]),
    ("first of COMPARE", lambda n: raw(Compare, 1, n, []), [0, 999_999], [-1, 1_000_000]),
    ("files of COMPARE", lambda n: raw(Compare, 1, 7, list(range(7, 7 + n))), [0, 1, 1024], [1025]),
    ("file of COMPARE", lambda n: raw(Compare, 1, 7, [n]), [7, 8, 1030], [-1, 0, 6, 1031]),
    ("order of COMPARE", lambda n: raw(Compare, 1, 0, [5, n]), [6, 1023], [0, 4, 5, 1024]),
    ("last file of COMPARE", lambda n: raw(Compare, 1, 999_990, [n]), [999_999], [1_000_000]),
    ("digests", lambda n: raw(Digests, 1, [DIGEST] * n), [1, 1024], [0, 1025]),
    ("digest of DIGESTS", lambda n: raw(Digests, 1, [DIGEST, bytes(n)]), [0, 32], [1, 31, 33]),
    ("files of SAME", lambda n: raw(Same, 1, list(range(n))), [0, 1, 1024], [1025]),
    ("file of SAME", lambda n: raw(Same, 1, [n]), [0, 999_999], [-1, 1_000_000]),
    ("order of SAME", lambda n: raw(Same, 1, [5, n]), [6, 999_999], [0, 4, 5]),
    ("settled entries", lambda n: raw(Accept, 1, False, n, DIGEST, 0, b""), [1, 1_000_000], [0, -1, 1_000_001]),
    ("digest of settled entries", lambda n: raw(Accept, 1, False, 1, bytes(n), 0, b""), [32], [0, 31, 33]),
    ("digest of no entries", lambda n: raw(Accept, 1, False, 0, bytes(n), 0, b""), [0], [1, 32]),
    ("bytes of the next file", lambda n: raw(Accept, 1, False, 0, b"", n, DIGEST), [1, 2**53 - 1], [0, -1, 2**53]),
    ("prefix of the next file", lambda n: raw(Accept, 1, False, 0, b"", 1, bytes(n)), [32], [0, 31, 33]),
    ("prefix of nothing", lambda n: raw(Accept, 1, False, 0, b"", 0, bytes(n)), [0], [1, 32]),
    ("offset of RESUME", lambda n: raw(Resume, 1, n), [0, 2**53 - 1], [-1, 2**53]),
    ("length of TEXT", lambda n: raw(Text, 1, "t" * n), [1, 60_000], [0, 60_001]),
    ("bytes of TEXT", lambda n: raw(Text, 1, "\N{EURO SIGN}" * n), [1, 20_000], [20_001]),
    ("span of PACE", lambda n: raw(Pace, 1, True, n, 0, 0), [1, 3600 * 10**6], [-1, 0, 3600 * 10**6 + 1]),
    ("disk of PACE", lambda n: raw(Pace, 1, True, 10, n, 0), [0, 10], [-1, 11]),
    ("line of PACE", lambda n: raw(Pace, 1, True, 10, 4, n), [0, 6], [-1, 7]),
    ("epoch of RENEW", lambda n: raw(Renew, n, bytes(32), bytes(1184)), [2, 2**32], [-1]),
    ("epoch of RENEWED", lambda n: raw(Renewed, n, bytes(32), bytes(1088)), [2, 2**32], [-1]),
    ("epoch of SWITCH", lambda n: raw(Switch, n), [2, 2**32], [-1]),
]


@pytest.mark.parametrize(("make", "legal", "illegal"), [case[1:] for case in BOUNDS], ids=[case[0] for case in BOUNDS])
def test_every_bound_holds_at_n_and_not_at_n_and_one(
    make: Callable[[int], bytes], legal: list[int], illegal: list[int]
) -> None:
    verdicts = {number: accepted(make(number)) for number in (*legal, *illegal)}
    assert verdicts == dict.fromkeys(legal, True) | dict.fromkeys(illegal, False)


@pytest.mark.parametrize("kind", WITH_STREAM, ids=lambda kind: kind.__name__)
def test_a_stream_number_has_four_bytes_in_every_message(kind: type[Message]) -> None:
    """File data can name no other, and a negative one would be somebody else's key in a table."""
    verdicts = {number: accepted(with_field(EXAMPLE[kind], "stream", number)) for number in (0, U32, U32 + 1, -1)}
    assert verdicts == {0: True, U32: True, U32 + 1: False, -1: False}


@pytest.mark.parametrize("field", ["files", "folders", "top_level"])
def test_an_offer_of_nothing_is_none(field: str) -> None:
    counts = {"files": 0, "folders": 0, "top_level": 0, "programs": 0, "names": []}
    assert not accepted(offer(**counts))
    assert not accepted(offer(**(counts | {field: 1})))
