"""A receipt for people: plain text in columns, other people's names literal and on their line."""

import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

import msgspec

from desktop_app.protocol import limits
from desktop_app.protocol.manifest import FileResult
from desktop_app.transfer.receipt import DELIVERED, VERSION, CommonDigest, Line, Local, Receipt, Sum

_HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_RESULT_WIDTH: Final = max(map(len, (DELIVERED, *(result.name for result in FileResult))))
_DIGEST_WIDTH: Final = 2 * limits.DIGEST
_LABEL_WIDTH: Final = 24


def as_text(receipt: Receipt) -> Iterator[bytes]:
    """In pieces, to be written one after the other. Raises ReceiptUnavailable where its entries went away."""
    common, digest = receipt.facts.common, CommonDigest(receipt)
    yield _block(f"Tallystick receipt, version {VERSION}", "=")
    yield _block("The same on both computers", "-")
    yield _fields({
        "Sender": common.sender,
        "Receiver": common.receiver,
        "Verification": common.verification,
        "Key agreement": common.agreement,
        "Cipher": common.cipher,
        "Number of the offer": common.offer,
        "Offered": _sum(common.offered),
        "Delivered": _sum(receipt.delivered),
        "Not delivered": _sum(receipt.not_delivered),
        "BLAKE3 of the manifest": common.manifest,
    })  # fmt: skip
    size_width = max(len("Size"), len(f"{receipt.largest:,}"))
    yield b"\n" + _row("Result", "Size", "BLAKE3", "Path", size_width)
    for line in receipt.lines():
        digest.add(msgspec.json.encode(line))
        yield _entry(line, size_width)
    yield b"\n" + _fields({"BLAKE3 of this part": digest.finish()})
    yield _block("As this computer alone knows it (times by its own clock)", "-")
    yield _local(receipt.facts.local)
    yield (
        "\nTwo receipts with the same “BLAKE3 of this part” say the same. The digest of the manifest is what both"
        "\ncomputers vouched for when the transfer ended. Nothing here is signed.\n"
    ).encode()


def _local(local: Local) -> bytes:
    facts = _fields({
        "Saved by": f"the {local.saved_by}",
        "The other is known as": local.peer,
        "Its address": local.address,
        **({"Accepted": "without asking, as said beforehand"} if local.unasked else {}),
        "Code compared": _time(local.compared_at),
        "Connected": _time(local.connected_at),
        "Verified": _time(local.verified_at),
        "Offered": _time(local.offered_at),
        "Started": _time(local.started_at),
        "Ended": _time(local.ended_at),
        "Keys renewed": f"{local.renewals:,}",
        "Selected, not offered": f"{local.left_out:,}",
    })  # fmt: skip
    left_out = (f"  {escaped(each.path)}  ({escaped(each.reason)})\n" for each in local.first_left_out)
    return facts + "".join(left_out).encode()


def _entry(line: Line, size_width: int) -> bytes:
    is_folder = line.kind == "folder"
    size = "" if is_folder else f"{line.size:,}"
    path = escaped(line.path) + "/" * is_folder
    return _row(line.result.replace("_", " "), size, line.blake3 or "-", path, size_width)


def _row(result: str, size: str, digest: str, path: str, size_width: int) -> bytes:
    return f"{result:<{_RESULT_WIDTH}}  {size:>{size_width}}  {digest:<{_DIGEST_WIDTH}}  {path}\n".encode()


def _block(title: str, line: str) -> bytes:
    return f"{'' if line == '=' else chr(10)}{title}\n{line * len(title)}\n".encode()


def _fields(fields: dict[str, str]) -> bytes:
    return "".join(f"{label:<{_LABEL_WIDTH}}{escaped(value)}\n" for label, value in fields.items()).encode()


def _sum(total: Sum) -> str:
    counts = ((total.files, "file"), (total.folders, "folder"), (total.bytes, "byte"))
    return ", ".join(f"{number:,} {noun}{'s' * (number != 1)}" for number, noun in counts)


def _time(seconds: float) -> str:
    """As the clock on the wall said, and how far that was from UTC: 2026-10-12 14:02:05 (UTC+02:00)."""
    there = datetime.fromtimestamp(seconds, UTC).astimezone()
    offset = there.strftime("%z")
    return f"{there:%Y-%m-%d %H:%M:%S} (UTC{offset[:3]}:{offset[3:5]})"


def escaped(raw: str) -> str:
    """On one line: every control, bidi, invisible or unassigned character, and the backslash, as its escape."""
    if raw.isprintable() and "\\" not in raw:
        return raw
    return "".join(
        each.encode("unicode_escape").decode() if each == "\\" or unicodedata.category(each) in _HIDDEN else each
        for each in raw
    )
