"""Material for receipts: a delivered folder in which some things went wrong, with names that are not harmless."""

import json
from pathlib import Path
from typing import Any

from blake3 import blake3
from msgspec.structs import replace

from desktop_app.protocol.manifest import Ended, Entry, EntryKind, FileResult, ManifestDigest
from desktop_app.transfer.receipt import Common, Facts, LeftOut, Local
from desktop_app.transfer.recorder import Recorder


def file(path: str, size: int, result: FileResult = FileResult.OK, *, executable: bool = False) -> Ended:
    digest = blake3(path.encode()).digest() if result is FileResult.OK else b""
    return Ended(Entry(path, EntryKind.FILE, size, 1_600_000_000_123_456_789, executable), result, digest)


def folder(path: str) -> Ended:
    return Ended(Entry(path, EntryKind.FOLDER, 0, -1, executable=False), FileResult.OK, b"")


ENTRIES = (
    folder("album"),
    file("album/größe.jpg", 3_145_728),
    file("album/changed.jpg", 10, FileResult.CHANGED),
    file("album/lost.jpg", 2_000),
    file("album/run.sh", 7, executable=True),
    folder("album/\u202egpj.evil\u2066\n\x1b[31m \\ \"'"),
    file("album/empty", 0),
)
LOST = ((3, FileResult.WRITE_FAILED), (2, FileResult.NO_SPACE))
LOCAL = Local(
    saved_by="sender",
    peer="Kitchen\u202e PC",
    address="192.0.2.7:47471",
    compared_at=1_760_000_000.5,
    connected_at=1_760_000_001.0,
    verified_at=1_760_000_002.0,
    offered_at=1_760_000_003.0,
    started_at=1_760_000_004.0,
    ended_at=1_760_003_605.0,
    renewals=3,
    left_out=2,
    first_left_out=(LeftOut("album/li\nnk", "it is a link"),),
)


def record(recorder: Recorder, *, done: bool = True) -> bytes:
    """Tell of all entries; the digest of the manifest."""
    digest = ManifestDigest()
    recorder.offered(b"o" * 16)
    for each in ENTRIES:
        recorder.entry(digest.add(each.entry, each.result, each.digest))
    if done:
        recorder.done(digest.finish())
    return digest.finish()


def kept(root: Path) -> tuple[Facts, Path]:
    """As it stands in the history."""
    recorder = Recorder(root)
    record(recorder)
    for index, result in LOST:
        recorder.lost(index, result)
    recorded = recorder.finish()
    assert recorded is not None
    common = Common(
        offer=recorded.offer.hex(),
        sender="Ada's laptop",
        receiver="Kitchen PC",
        verification="code compared",
        agreement="X25519 + ML-KEM-768",
        cipher="AES-256-GCM",
        files=5,
        folders=2,
        total=3_147_745,
        manifest=recorded.digest.hex(),
    )
    return Facts(common, LOCAL, recorded.lost), root / recorded.spool


def there(facts: Facts) -> Facts:
    """The same transfer, as the other side has it."""
    return replace(facts, local=replace(LOCAL, saved_by="receiver", peer="Ada's laptop", renewals=2, left_out=0))


def canonical(value: object) -> bytes:
    """RFC 8785, as far as a receipt needs it: keys sorted, no white space."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def manifest_of(common: dict[str, Any]) -> str:
    """The digest that END and DONE carried, from nothing but the receipt."""
    digest = ManifestDigest()
    for each in common["entries"]:
        kind = EntryKind[each["kind"].upper()]
        entry = Entry(each["path"], kind, each["size"], int(each["modified_ns"]), each["executable"])
        vouched = kind is EntryKind.FOLDER or each["blake3"] is not None
        result = FileResult.OK if vouched else FileResult[each["result"].upper()]
        digest.add(entry, result, bytes.fromhex(each["blake3"] or ""))
    return digest.finish().hex()
