"""The entries that a receipt is made of, as they lie on the disk, and the facts beside them: a receipt that says just
what both sides vouched for, or none."""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Final, cast

import msgspec
from blake3 import blake3
from msgspec.structs import replace

from desktop_app.protocol.manifest import FileResult
from desktop_app.storage import spool
from desktop_app.storage.history_errors import ReceiptUnavailable
from desktop_app.transfer import receipt_json, receipt_text
from desktop_app.transfer.receipt import Facts, Receipt
from tests.fuzz import documents
from tests.fuzz.choices import Choices
from tests.fuzz.places import folder
from tests.transfer import receipts

SIZE_MAX: Final = 1024
_FACTS, _PATH = receipts.kept(folder("receipts"))
_SPOOL: Final = _PATH.read_bytes()
_REAL: Final = (msgspec.json.encode(_FACTS),)
_OUTCOME: Final = 5  # bytes of one that was lost, behind the entries


def seeds() -> Iterator[bytes]:
    yield bytes((0, _FACTS.lost)) + _SPOOL
    yield bytes((1, _FACTS.lost)) + _SPOOL
    yield bytes((1, 0)) + _SPOOL[:-10]
    for each in documents.seeds_of(_REAL):
        yield b"\2" + each


class _InMemory:
    """A file to be read."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def open(self, _mode: str) -> io.BytesIO:
        return io.BytesIO(self._content)

    def stat(self) -> SimpleNamespace:
        return SimpleNamespace(st_size=len(self._content))


def run(data: bytes) -> None:
    choices = Choices(data)
    facts, kept = _FACTS, _SPOOL
    match choices.byte() % 3:
        case 0:  # bytes that nobody vouched for
            facts = replace(facts, lost=choices.byte())
            kept = choices.rest()
        case 1:  # that somebody did, so that they are read
            facts = replace(facts, lost=choices.byte())
            kept = choices.rest()
            vouched = kept[: max(0, len(kept) - facts.lost * _OUTCOME)]
            facts = replace(facts, common=replace(facts.common, manifest=blake3(vouched).hexdigest()))
        case _:
            try:
                facts = msgspec.json.decode(documents.document(choices, _REAL), type=Facts)
            except (ValueError, RecursionError):
                return
    path = cast(Path, _InMemory(kept))
    try:
        receipt = Receipt.read(facts, path)
        whole = b"".join(receipt_json.as_json(receipt))
        text = b"".join(receipt_text.as_text(receipt)).decode()
    except ReceiptUnavailable as error:
        assert str(error)
        return
    _says_what_was_kept(whole, facts, path)
    assert facts.common.manifest in text or len(facts.common.manifest) != 64


def _says_what_was_kept(whole: bytes, facts: Facts, path: Path) -> None:
    document = json.loads(whole)
    common = document["common"]
    assert document["common_blake3"] == blake3(receipts.canonical(common)).hexdigest()
    found = [*spool.outcomes(path, facts.lost)]
    assert [each["path"] for each in common["entries"]] == [ended.entry.path for ended, _ in found]
    delivered = sum(result is FileResult.OK and not ended.entry.kind for ended, result in found)
    assert common["totals"]["delivered"]["files"] == delivered
