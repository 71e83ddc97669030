"""The journal of a transfer that was interrupted, as a kill, a full disk or another version left it: read as far as it
makes sense, and gone on with."""

from collections.abc import Iterator
from typing import Final

import msgspec
from blake3 import blake3

from desktop_app.protocol.manifest import FileResult
from desktop_app.protocol.messages import Names, Offer
from desktop_app.protocol.top_names import TopNames
from desktop_app.storage import journal
from desktop_app.transfer import journal_records
from desktop_app.transfer.journal_records import Begun, Offered
from desktop_app.transfer.kept import Kept
from tests.fuzz import values
from tests.fuzz.choices import Choices
from tests.fuzz.places import folder, put
from tests.support.top_names import a_folder

SIZE_MAX: Final = 400
_OFFERED: Final = Offered(b"o" * 16, 2, 1, 10, 0, 20, TopNames([a_folder("photos", 2, 10)]))
_BEGUN: Final = Begun(
    _OFFERED, "", "Kitchen PC", 1.79e9, "spool", None, folder=b"/into",
    private=".tallystick-partial-1", existing=("photos",), sources=(("photos", b"/home/anna/photos"),),
)  # fmt: skip
_RECORDS: Final[tuple[journal_records.Record, ...]] = (
    _BEGUN,
    journal_records.Making("photos", "photos (2)"),
    journal_records.Group(1, 100, 10, ((0, 1, 7),), (("photos", "photos (2)", 5),), ("a.txt",), ("photos",), 1),
    journal_records.Reached(1, 2, 5),
    journal_records.Lost(1, FileResult.WRITE_FAILED),
    journal_records.Finished(b"d" * 32),
    journal_records.GivenUp(),
    journal_records.Owned("1" * 32, "Garden PC", None, "192.0.2.1:47471"),
    journal_records.Noted(),
)
_ENCODED: Final = [*map(journal_records.encode, _RECORDS)]
_TREES: Final = [*map(msgspec.msgpack.decode, _ENCODED)]
_PATH: Final = folder("journal") / "1.in"
_FILE: Final = str(_PATH)


def seeds() -> Iterator[bytes]:
    yield b"\0" + b"".join(map(_record, _ENCODED))
    yield b"\0" + _record(_ENCODED[0]) + _record(_ENCODED[2])[:-1]
    yield bytes((1, 0, 255)) + b"".join(bytes((number, 255)) for number in range(1, len(_ENCODED)))
    no_text = msgspec.msgpack.encode(journal_records.Owned("123")).replace(b"123", b"\x80\x80\x80")
    yield bytes((1, 0, 255, 255, 0, len(no_text))) + no_text
    yield bytes((1, 0, 255, 2, 0, 3, 1, 9, 9, 9))


def run(data: bytes) -> None:
    choices = Choices(data)
    whole = choices.rest() if choices.byte() % 2 == 0 else _with_right_checksums(choices)
    put(_FILE, whole)
    records = list(journal.read(_PATH))
    looked = Kept._read(records, None)
    taken = Kept.take(_PATH)
    assert (looked is None) == (taken is None)
    if looked is None or taken is None:
        assert Kept.look(_PATH) is None, "what cannot be gone on with is gone"
        return
    try:
        assert looked.begun == taken.begun
        for message in taken.begun.offered.messages(1) if _is_an_offer(taken.begun.offered) else ():
            assert isinstance(message, Offer | Names)
        assert taken.here <= taken.begun.offered.total
        assert str(taken.folder) is not None
        assert taken.top_names is not None
        assert taken.selected is not None
        assert isinstance(taken.too_old, bool)
        assert all(index < taken.entries for index, _ in taken.losses())
        taken.say(journal_records.Noted(), durable=False)
        assert list(journal.read(_PATH)) == [*records, _ENCODED[-1]]
    finally:
        taken.remove()
    assert Kept.look(_PATH) is None, "another process looks for one that is over"


def _is_an_offer(offered: Offered) -> bool:
    """Whether it could have been on the wire: that is what `resuming` holds a renewed one against."""
    try:
        Offer(offered.number, 0, offered.files, offered.folders, offered.total, len(offered.tops), offered.programs,
              offered.longest_path, offered.tops[:128])  # fmt: skip
    except ValueError:
        return False
    return True


def _with_right_checksums(choices: Choices) -> bytes:
    whole = b""
    while choices.left:
        which, how = choices.byte(), choices.byte()
        if which >= len(_TREES):
            whole += _record(choices.piece())
        elif how == 255:
            whole += _record(_ENCODED[which])
        else:
            whole += _record(msgspec.msgpack.encode(values.altered(_TREES[which], choices)))
    return whole


def _record(content: bytes) -> bytes:
    return len(content).to_bytes(4, "big") + blake3(content).digest(8) + content
