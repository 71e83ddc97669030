"""Packets of multicast DNS that no program of ours would send, to a program that is seen on the network."""

import os
import socket
import struct
from collections.abc import Iterator

import pytest

from tests.hostile.outside.running import Running
from tests.support.namespaces import Host, Lan
from tests.support.node import wait_until

pytestmark = pytest.mark.network

GROUP = ("224.0.0.251", 5353)
SERVICE = b"\x0b_tallystick\x04_tcp\x05local\x00"
QUESTION, ANSWER, TRUNCATED = 0x0000, 0x8400, 0x0200
PTR, TXT, AAAA, SRV, A = 12, 16, 28, 33, 1


def header(flags: int, questions: int = 0, answers: int = 0, more: int = 0) -> bytes:
    return struct.pack(">6H", 0, flags, questions, answers, 0, more)


def record(name: bytes, kind: int, data: bytes, *, length: int | None = None) -> bytes:
    size = len(data) if length is None else length
    return name + struct.pack(">HHIH", kind, 0x8001 if kind != PTR else 1, 120, size & 0xFFFF) + data


def label(text: bytes) -> bytes:
    return bytes((len(text),)) + text


ID, HOST = label(b"0123456789abcdef") + SERVICE, label(b"x") + b"\x05local\x00"
ITSELF = header(ANSWER, answers=1) + record(b"\xc0\x0c", PTR, b"\xc0\x0c")
PACKETS: dict[str, list[bytes]] = {
    "nothing": [b"", b"\x00", bytes(11)],
    "noise": [os.urandom(size) for size in (12, 40, 500, 1400, 8000)],
    "a pointer to itself": [ITSELF],
    "two pointers to each other": [header(ANSWER, answers=1) + b"\xc0\x0e\xc0\x0c" + bytes(10)],
    "a pointer to where nothing is": [header(ANSWER, answers=1) + record(b"\xff\xff", PTR, SERVICE)],
    "a thousand pointers in a row": [
        header(ANSWER, answers=1) + b"".join(struct.pack(">H", 0xC000 | (12 + 2 * (n + 1))) for n in range(1000))
    ],
    "data that is longer than the packet": [
        header(ANSWER, answers=1) + record(SERVICE, kind, b"\x01", length=0xFFFF) for kind in (PTR, TXT, SRV, A, AAAA)
    ],
    "data that is shorter than its kind": [
        header(ANSWER, answers=1) + record(SERVICE, kind, b"") for kind in (PTR, TXT, SRV, A, AAAA)
    ],
    "labels of no length": [header(ANSWER, answers=1) + record(b"\x00" * 200, PTR, b"\x00" * 200)],
    "labels of kinds that there are not": [header(ANSWER, answers=1) + record(b"\x40abc\x80abc", PTR, b"\x40")],
    "a name without end": [header(ANSWER, answers=1) + record(label(b"x" * 63) * 60 + b"\x00", PTR, SERVICE)],
    "more records than there are": [header(ANSWER, 0xFFFF, 0xFFFF, 0xFFFF), header(QUESTION, 0xFFFF)],
    "questions whose rest never comes": [
        header(QUESTION | TRUNCATED, questions=1) + SERVICE + struct.pack(">HH", PTR, 1) for _ in range(300)
    ],
    "a service that is the service": [header(ANSWER, answers=1) + record(SERVICE, PTR, SERVICE)],
    "case_001 a name of markup": [
        header(ANSWER, answers=1) + record(SERVICE, PTR, label(b"<img src=http://10.0.0.9/x>") + SERVICE)
    ],
    "names that are no text": [
        header(ANSWER, answers=1) + record(SERVICE, PTR, label(byte * 16) + SERVICE)
        for byte in (b"\x00", b"\n", b"\x1b", b"\xff")
    ],
    "case_006 a service at its own address": [
        header(ANSWER, answers=1, more=3)
        + record(SERVICE, PTR, ID)
        + record(ID, SRV, struct.pack(">HHH", 0, 0, 22) + HOST)
        + record(ID, TXT, b"\x04v=1\x00")
        + record(HOST, A, socket.inet_aton("127.0.0.1"))
    ],
}  # fmt: skip


@pytest.fixture
def air(lan: Lan) -> Iterator[socket.socket]:
    """A socket on the attacking host that reaches everybody."""
    host = lan.hosts[1]

    def make() -> socket.socket:
        made = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(host.address))
        made.bind((host.address, 5353))
        return made

    with host.made_there(make) as made:
        yield made


@pytest.mark.parametrize("packets", PACKETS.values(), ids=PACKETS.keys())
def test_case_007_what_is_no_packet_is_nothing(victim: Running, air: socket.socket, packets: list[bytes]) -> None:
    before = heard(victim.host)
    for packet in packets:
        air.sendto(packet, GROUP)
    wait_until(lambda: heard(victim.host) > before)  # of many at once not all


def heard(host: Host) -> int:
    """Datagrams that some program there has got."""
    lines = host.run(["cat", "/proc/net/snmp"], capture_output=True, text=True, check=True).stdout.splitlines()
    names, numbers = (line.split() for line in lines if line.startswith("Udp:"))
    return int(numbers[names.index("InDatagrams")])
