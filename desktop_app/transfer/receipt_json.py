"""A receipt for programs. `common` and its digest are the same on both sides, byte for byte."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

import msgspec

from desktop_app.transfer.receipt import VERSION, CommonDigest, Local, Receipt

FORMAT: Final = "tallystick receipt"
_ABOUT: Final = (
    "“common” is the same on both computers: two receipts with the same “common_blake3” say the same. That is the "
    "BLAKE3 digest of “common” in the form of RFC 8785. “local” is what this computer alone knows, by its own clock. "
    "“manifest_blake3” is what both vouched for when the transfer ended. Nothing here is signed."
)


def as_json(receipt: Receipt) -> Iterator[bytes]:
    """In pieces, to be written one after the other. Raises ReceiptUnavailable where its entries went away."""
    yield _members(2, {"format": FORMAT, "version": VERSION, "about": _ABOUT}, begin=b"{")
    digest = CommonDigest(receipt)
    before, behind = receipt.around_entries()
    yield b'\n  "common": '
    yield _members(4, before, begin=b"{")
    separator = b'\n    "entries": ['
    for line in receipt.lines():
        encoded = msgspec.json.encode(line)
        digest.add(encoded)
        yield separator + b"\n      " + encoded
        separator = b","
    yield b"\n    ],"
    yield _members(4, behind, end=b"\n  },")
    yield _members(2, {"common_blake3": digest.finish()})
    yield b'\n  "local": ' + _members(4, _local(receipt.facts.local), begin=b"{", end=b"\n  }\n}\n")


def _members(indent: int, members: dict[str, object], begin: bytes = b"", end: bytes = b",") -> bytes:
    lines = (b"\n" + b" " * indent + _encoded(name) + b": " + _encoded(value) for name, value in members.items())
    return begin + b",".join(lines) + end


def _encoded(value: object) -> bytes:
    return msgspec.json.encode(value)


def _local(local: Local) -> dict[str, object]:
    return {
        "saved_by": local.saved_by,
        "unasked": local.unasked,
        "peer_known_as": local.peer,
        "address": local.address,
        "code_compared": timestamp(local.compared_at),
        "connected": timestamp(local.connected_at),
        "verified": timestamp(local.verified_at),
        "offered": timestamp(local.offered_at),
        "started": timestamp(local.started_at),
        "ended": timestamp(local.ended_at),
        "keys_renewed": local.renewals,
        "left_out": {"number": local.left_out, "first": local.first_left_out},
    }


def timestamp(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
