"""Whether multicast works on an interface: a question of our own has to arrive at a second socket."""

import secrets
import select
import socket
import struct
import sys
import time
from collections.abc import Collection, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Final

from desktop_app.discovery.advertisement import new_instance, service_name
from desktop_app.discovery.interfaces import Interface

_PORT: Final = 5353
_GROUP_4: Final = "224.0.0.251"
_GROUP_6: Final = "ff02::fb"
_SECONDS: Final = 1.0
_QUESTION: Final = struct.Struct(">HHHHHH")
_TXT_IN: Final = struct.pack(">HH", 16, 1)
_MULTICAST_ALL: Final = {socket.AF_INET: (socket.IPPROTO_IP, 49), socket.AF_INET6: (socket.IPPROTO_IPV6, 29)}


@dataclass(frozen=True, slots=True)
class Echo:
    arrived: bool  # our own question, here
    others: int  # computers whose multicast arrived meanwhile


def listen(interface: Interface, family: socket.AddressFamily, own: Collection[str]) -> Echo:
    """Send a question for a name that nobody has, and listen for a second. Raises OSError for what cannot be opened or
    sent. `own`: this computer's addresses, without scopes."""
    question, arrived = _question(), False
    others: set[str] = set()
    with _listening(interface, family) as ear, _speaking(interface, family) as mouth:
        mouth.sendto(question, (_GROUP_4 if family == socket.AF_INET else _GROUP_6, _PORT))
        deadline = time.monotonic() + _SECONDS
        while (left := deadline - time.monotonic()) > 0 and select.select([ear], [], [], left)[0]:
            packet, (source, *_) = ear.recvfrom(9000)
            arrived = arrived or packet == question
            others.add(source.partition("%")[0])
    return Echo(arrived, len(others.difference(own)))


def _question() -> bytes:
    labels = service_name(new_instance()).rstrip(".").split(".")
    name = b"".join(bytes((len(label),)) + label.encode() for label in labels) + b"\0"
    return _QUESTION.pack(secrets.randbits(16), 0, 1, 0, 0, 0) + name + _TXT_IN


@contextmanager
def _listening(interface: Interface, family: socket.AddressFamily) -> Iterator[socket.socket]:
    with ExitStack() as stack:
        ear = stack.enter_context(socket.socket(family, socket.SOCK_DGRAM))
        ear.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if hasattr(socket, "SO_REUSEPORT"):
            ear.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        if family == socket.AF_INET:
            ear.bind(("", _PORT))
            group = socket.inet_aton(_GROUP_4) + socket.inet_aton(_own(interface))
            ear.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, group)
        else:
            ear.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            ear.bind(("::", _PORT))
            group = socket.inet_pton(family, _GROUP_6) + struct.pack("@I", interface.index)
            ear.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_JOIN_GROUP, group)
        if sys.platform == "linux":  # which else delivers what arrives for any socket of this computer, anywhere
            ear.setsockopt(*_MULTICAST_ALL[family], 0)
        yield ear


@contextmanager
def _speaking(interface: Interface, family: socket.AddressFamily) -> Iterator[socket.socket]:
    with socket.socket(family, socket.SOCK_DGRAM) as mouth:
        if family == socket.AF_INET:
            mouth.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(_own(interface)))
            mouth.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_LOOP, 1)
        else:
            mouth.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_IF, interface.index)
            mouth.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_LOOP, 1)
        yield mouth


def _own(interface: Interface) -> str:
    return next(str(own.ip) for own in interface.addresses if own.version == 4)
