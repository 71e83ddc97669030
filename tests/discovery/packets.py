"""DNS packets written and taken apart by hand, so that what is announced is judged by other code than zeroconf's."""

import struct
from dataclasses import dataclass
from ipaddress import ip_address

TYPE = "_tallystick._tcp.local."
A, PTR, TXT, AAAA, SRV = 1, 12, 16, 28, 33


def name(text: str) -> bytes:
    return b"".join(bytes([len(label)]) + label.encode() for label in text.rstrip(".").split(".")) + b"\0"


def record(owner: str, kind: int, data: bytes, *, ttl: int = 4500, flush: bool = True) -> bytes:
    return raw_record(name(owner), kind, data, ttl=ttl, flush=flush)


def raw_record(owner: bytes, kind: int, data: bytes, *, ttl: int = 4500, flush: bool = True) -> bytes:
    """`owner` as it stands in the packet."""
    return owner + struct.pack(">HHIH", kind, 0x8001 if flush else 1, ttl, len(data)) + data


def question(owner: str, kind: int) -> bytes:
    return struct.pack(">HHHHHH", 0, 0, 1, 0, 0, 0) + name(owner) + struct.pack(">HH", kind, 1)


def response(*records: bytes) -> bytes:
    return struct.pack(">HHHHHH", 0, 0x8400, 0, len(records), 0, 0) + b"".join(records)


def service(instance: str, address: str, port: int, txt: dict[str, bytes], *, ttl: int = 4500) -> bytes:
    """The whole announcement of one service; with `ttl` 0 its goodbye."""
    full, host = f"{instance}.{TYPE}", f"{instance}.local."
    pairs = (key.encode() + b"=" + value for key, value in txt.items())
    packed = ip_address(address).packed
    return response(
        record(TYPE, PTR, name(full), ttl=ttl, flush=False),
        record(full, SRV, struct.pack(">HHH", 0, 0, port) + name(host), ttl=ttl),
        record(full, TXT, b"".join(bytes([len(pair)]) + pair for pair in pairs), ttl=ttl),
        record(host, A if len(packed) == 4 else AAAA, packed, ttl=ttl),
    )


@dataclass(frozen=True)
class Record:
    owner: str
    kind: int
    ttl: int
    data: bytes
    target: str = ""  # of PTR and SRV


def answers(packet: bytes) -> list[Record]:
    """All records of a response; nothing for a question."""
    _, flags, questions, *counts = struct.unpack(">HHHHHH", packet[:12])
    if not flags & 0x8000:
        return []
    at, found = 12, []
    for _ in range(questions):
        _, at = _name(packet, at)
        at += 4
    for _ in range(sum(counts)):
        owner, at = _name(packet, at)
        kind, _, ttl, length = struct.unpack(">HHIH", packet[at : at + 10])
        at += 10
        target = {PTR: at, SRV: at + 6}.get(kind)
        found.append(
            Record(owner, kind, ttl, packet[at : at + length], _name(packet, target)[0] if target is not None else "")
        )
        at += length
    return found


def txt(data: bytes) -> dict[bytes, bytes]:
    pairs, at = {}, 0
    while at < len(data):
        key, _, value = data[at + 1 : at + 1 + data[at]].partition(b"=")
        pairs[key] = value
        at += 1 + data[at]
    return pairs


def _name(packet: bytes, at: int) -> tuple[str, int]:
    labels, end = [], None
    while (length := packet[at]) != 0:
        if length >= 0xC0:
            end = end if end is not None else at + 2
            at = (length & 0x3F) << 8 | packet[at + 1]
            continue
        labels.append(packet[at + 1 : at + 1 + length].decode())
        at += 1 + length
    return ".".join(labels) + ".", end if end is not None else at + 1
