"""Whatever comes over the wire either is exactly one message, which comes back as it was, or a fault of the peer."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.errors import RemoteProtocolError
from desktop_app.protocol import limits, messages
from desktop_app.protocol.manifest import Entry, EntryKind, FileEnd, FileResult
from desktop_app.protocol.messages import (
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
    Refusal,
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
from desktop_app.protocol.sight import Seen
from desktop_app.protocol.top_names import TopName
from tests.protocol.examples import EXAMPLES
from tests.support.top_names import a_file, a_folder


def exactly(size: int) -> st.SearchStrategy[bytes]:
    return st.binary(min_size=size, max_size=size)


def long_bytes(size: int) -> st.SearchStrategy[bytes]:
    """Long ones repeat: their content is nothing to the parser."""
    return exactly(4).map(lambda piece: piece * (size // 4))


streams = st.integers(0, 2**32 - 1)
numbers = st.integers(0, limits.ENTRIES_MAX - 1)
epochs = st.integers(0, 2**40)
texts = st.text(max_size=40)
names = st.text(max_size=15)  # at most four bytes a letter
digests = exactly(limits.DIGEST)
bad_results = st.sampled_from([result for result in FileResult if result is not FileResult.OK])
entries = st.builds(
    Entry,
    path=texts,
    kind=st.sampled_from(EntryKind),
    size=st.integers(0, limits.FILE_SIZE_MAX),
    mtime=st.integers(-(2**63), 2**63 - 1),
    executable=st.booleans(),
)
tops = st.builds(
    TopName,
    name=texts,
    kind=st.just(EntryKind.FOLDER),
    files=st.integers(1, limits.ENTRIES_MAX),
    size=st.integers(0, limits.FILE_SIZE_MAX),
) | st.builds(a_file, texts, st.integers(0, limits.FILE_SIZE_MAX)) | st.builds(a_folder, texts)  # fmt: skip
left_out = st.sampled_from([FileResult.CHANGED, FileResult.VANISHED, FileResult.UNREADABLE])
ends = st.builds(FileEnd, st.just(FileResult.OK), digests) | st.builds(FileEnd, left_out, st.just(b""))


def some_numbers(below: int) -> st.SearchStrategy[list[int]]:
    """In order, none twice."""
    return st.sets(st.integers(0, below - 1), max_size=8).map(sorted)


@st.composite
def offers(draw: st.DrawFn) -> Offer:
    files = draw(st.integers(0, limits.ENTRIES_MAX))
    folders = draw(st.integers(0 if files else 1, max(1, limits.ENTRIES_MAX - files)).filter(
        lambda count: files + count <= limits.ENTRIES_MAX
    ))  # fmt: skip
    top_level = draw(st.integers(1, min(limits.TOP_NAMES_MAX, files + folders)))
    return Offer(
        offer=draw(exactly(limits.OFFER_ID)),
        stream=draw(streams),
        files=files,
        folders=folders,
        total=draw(st.integers(0, limits.FILE_SIZE_MAX)),
        top_level=top_level,
        programs=draw(st.integers(0, files)),
        longest_path=draw(st.integers(0, limits.PATH_MAX)),
        names=draw(st.lists(tops, min_size=1, max_size=min(8, top_level))),
    )


@st.composite
def accepts(draw: st.DrawFn) -> Accept:
    entries, offset = draw(st.integers(0, limits.ENTRIES_MAX)), draw(st.integers(0, limits.FILE_SIZE_MAX))
    digest, prefix = (draw(digests) if number else b"" for number in (entries, offset))
    return Accept(draw(streams), draw(st.booleans()), entries, digest, offset, prefix)


MAKERS: dict[type[Message], st.SearchStrategy[Message]] = {
    Hello: st.builds(Hello, st.lists(st.integers(0, 2**64 - 1), max_size=16), st.lists(texts, max_size=8)),
    Proofs: st.builds(Proofs, st.integers(1, 16).flatmap(lambda n: st.lists(digests, min_size=16, max_size=16).map(
        lambda values: values * n
    )), st.booleans()),
    Commit: st.builds(Commit, exactly(limits.COMMITMENT), names),
    Nonce: st.builds(Nonce, exactly(limits.SAS_NONCE), names),
    Open: st.builds(Open, exactly(limits.SAS_NONCE)),
    Confirm: st.builds(Confirm),
    Busy: st.builds(Busy),
    Close: st.builds(Close, st.sampled_from(CloseReason)),
    Heartbeat: st.builds(Heartbeat),
    Renew: st.builds(Renew, epochs, exactly(32), long_bytes(1184)),
    Renewed: st.builds(Renewed, epochs, exactly(32), long_bytes(1088)),
    Switch: st.builds(Switch, epochs),
    About: st.builds(About, st.text(max_size=32), names),
    Remember: st.builds(Remember),
    Rotate: st.builds(Rotate, st.integers(1, 2**53 - 1)),
    Stored: st.builds(Stored),
    Rotated: st.builds(Rotated),
    Look: st.builds(Look, st.text(max_size=32)),
    Sight: st.builds(Sight, st.booleans(), st.integers(0, 65535), st.lists(
        st.builds(Seen, st.integers(0, 65535), st.sampled_from([0, 4, 6])), max_size=32
    )),
    Offer: offers(),
    Names: st.builds(Names, streams, st.lists(tops, min_size=1, max_size=8)),
    Accept: accepts(),
    Refuse: st.builds(Refuse, streams, st.sampled_from(Refusal)),
    Entries: st.builds(Entries, streams, st.lists(entries, min_size=1, max_size=8)),
    FileEnds: st.builds(FileEnds, streams, numbers, st.lists(ends, min_size=1, max_size=8)),
    End: st.builds(End, streams, digests),
    Failed: st.builds(Failed, streams, numbers, bad_results),
    Done: st.builds(Done, streams, digests),
    Cancel: st.builds(Cancel, streams, st.booleans()),
    Cancelled: st.builds(Cancelled, streams, st.booleans()),
    Full: st.builds(Full, streams),
    Room: st.builds(Room, streams),
    Compare: st.builds(
        lambda stream, first, files: Compare(stream, first, [first + file for file in files]),
        streams,
        st.integers(0, limits.ENTRIES_MAX - limits.ENTRIES_PER_MESSAGE),
        some_numbers(limits.ENTRIES_PER_MESSAGE),
    ),
    Digests: st.builds(Digests, streams, st.lists(digests | st.just(b""), min_size=1, max_size=8)),
    Same: st.builds(Same, streams, some_numbers(limits.ENTRIES_MAX)),
    Pause: st.builds(Pause, streams, st.booleans()),
    GoOn: st.builds(GoOn, streams, st.booleans()),
    Resume: st.builds(Resume, streams, st.integers(0, limits.FILE_SIZE_MAX)),
    Text: st.builds(Text, streams, st.text(min_size=1, max_size=200)),
    Pace: st.lists(st.integers(1, limits.PACE_SPAN_MAX // 3), min_size=3, max_size=3).flatmap(
        lambda spans: st.builds(Pace, streams, st.booleans(), st.just(sum(spans)), *map(st.just, spans[:2]))
    ),
}  # fmt: skip
any_message = st.one_of(list(MAKERS.values()))
types = st.sampled_from([kind.TYPE for kind in MESSAGES])
scalars = (
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats() | st.text(max_size=5)
    | st.sampled_from([bytes(size) for size in (0, 16, 31, 32, 33, 64)])
)  # fmt: skip
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=3), inner, max_size=3)
)


def is_message_or_fault(plaintext: bytes) -> None:
    """The one thing that holds for all bytes; any other exception fails the test."""
    try:
        message = messages.decode(plaintext)
    except RemoteProtocolError:
        return
    assert messages.decode(messages.encode(message)) == message
    assert plaintext[0] == message.TYPE


def test_there_is_a_maker_for_every_type() -> None:
    assert tuple(MAKERS) == MESSAGES


@given(st.data())
@settings(max_examples=20, deadline=None)
def test_every_message_comes_back_as_it_was(data: st.DataObject) -> None:
    for maker in MAKERS.values():
        message = data.draw(maker)
        decoded = messages.decode(messages.encode(message))
        assert decoded == message
        assert type(decoded) is type(message)


@given(st.binary(max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_a_message_or_a_fault(plaintext: bytes) -> None:
    is_message_or_fault(plaintext)


@given(types, st.lists(values, max_size=10))
@settings(max_examples=300, deadline=None)
def test_any_values_are_a_message_or_a_fault(number: int, fields: list[object]) -> None:
    is_message_or_fault(bytes((number,)) + msgspec.msgpack.encode(fields))


@given(st.sampled_from(EXAMPLES), st.data())
@settings(max_examples=300, deadline=None)
def test_a_message_with_one_strange_field_is_a_message_or_a_fault(message: Message, data: st.DataObject) -> None:
    fields = msgspec.msgpack.decode(messages.encode(message)[1:])
    if fields:
        fields[data.draw(st.integers(0, len(fields) - 1))] = data.draw(values)
    is_message_or_fault(bytes((message.TYPE,)) + msgspec.msgpack.encode(fields))


@given(any_message, st.lists(st.tuples(st.integers(0), st.integers(0, 255)), min_size=1, max_size=4))
@settings(max_examples=300, deadline=None)
def test_a_message_with_changed_bytes_is_a_message_or_a_fault(message: Message, changes: list[tuple[int, int]]) -> None:
    plaintext = bytearray(messages.encode(message))
    for position, value in changes:
        plaintext[position % len(plaintext)] = value
    is_message_or_fault(bytes(plaintext))
