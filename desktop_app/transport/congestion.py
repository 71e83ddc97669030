"""Which congestion control a nearby connection has, where the system lets a program choose (Linux).

BBR, which some systems have for the Internet, paces each burst by a timer. On a line without a queue that gains nothing
and costs both ends together 0.17 s of a processor a GiB on the loopback, what sealing and hashing cost one of them.
"""

import contextlib
import socket
import sys
from typing import Final

_NEAR: Final = 0.003  # seconds there and back: fast again soon after a loss, whatever the congestion control
_PACED: Final = b"bbr"  # with all its versions
_UNPACED: Final = b"reno"  # RFC 5681; Linux allows it to everybody
_NAME_MAX: Final = 16  # TCP_CA_NAME_MAX, linux/tcp.h
_ROUND_TRIP: Final = slice(68, 72)  # `tcpi_rtt` of struct tcp_info, linux/tcp.h: microseconds


def fit(connected: socket.socket) -> None:
    """For a connection that was just made: the kernel has measured one round trip. Never fails."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            chosen = connected.getsockopt(socket.IPPROTO_TCP, socket.TCP_CONGESTION, _NAME_MAX)
            if chosen.startswith(_PACED) and 0 < round_trip(connected) < _NEAR:
                connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_CONGESTION, _UNPACED)


def round_trip(connected: socket.socket) -> float:
    """Seconds, smoothed; 0 where none was measured yet. Raises OSError. Linux."""
    told = connected.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, _ROUND_TRIP.stop)
    return int.from_bytes(told[_ROUND_TRIP], sys.byteorder) / 1e6
