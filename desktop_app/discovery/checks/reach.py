"""Whether a Tallystick can be reached at an address, asked without beginning a session."""

import socket
from collections.abc import Mapping
from enum import Enum
from typing import Final

from desktop_app.errors import NotLetOut, PeerRefused, PeerSilent, PeerUnreachable
from desktop_app.protocol import limits
from desktop_app.transport.address import Address
from desktop_app.transport.resolving import resolve
from desktop_app.transport.unreachable import reason

_CONNECT: Final = 4.5  # that nobody has an address is known after three seconds
_ANSWER: Final = 3.0
_BLACK_HOLE: Final = 4.0
_TARGETS_MAX: Final = 4  # that a name stands for
_LARGE: Final = bytes((0xFF,)) * 8192  # more than a packet holds; as a first frame it is refused at its fourth byte
_OTHER_VERSION: Final = limits.VERSIONS_ANSWERED[-1]
_QUESTION: Final = (1).to_bytes(limits.FRAME_HEADER, "big") + bytes((_OTHER_VERSION,))
_ANSWERED: Final = (2).to_bytes(limits.FRAME_HEADER, "big") + bytes((limits.UNSUPPORTED_MARK,))


class Reach(Enum):
    TALLYSTICK = "a Tallystick answers"
    OTHER = "something else answers"
    SWALLOWED = "small packets arrive, large ones do not"
    REFUSED = "refused"
    FORBIDDEN = "not let out"
    SILENT = "no answer"
    NO_ROUTE = "no way there"
    UNKNOWN = "no such name"


ORDER: Final = tuple(Reach)  # the best first
_REASONS: Final[Mapping[type[PeerUnreachable], Reach]] = {
    PeerRefused: Reach.REFUSED,
    PeerSilent: Reach.SILENT,
    NotLetOut: Reach.FORBIDDEN,
}


def reach(host: str, port: int, *, large: bool = True) -> Reach:
    """Connect, ask, and with `large` see whether full packets arrive, too. Takes up to some ten seconds, and as
    long for each further address of a name."""
    best = Reach.UNKNOWN
    try:
        targets = resolve(Address(host, port))
    except PeerUnreachable:
        return best
    for family, where in targets[:_TARGETS_MAX]:
        best = min(best, _reach(family, where, large), key=ORDER.index)
        if best is Reach.TALLYSTICK:
            break
    return best


def _reach(family: socket.AddressFamily, where: tuple[object, ...], large: bool) -> Reach:
    try:
        with socket.socket(family, socket.SOCK_STREAM) as connection:
            connection.settimeout(_CONNECT)
            connection.connect(where)
            known = _is_tallystick(connection)
    except OSError as error:
        return _why_not(error)
    if not known:
        return Reach.OTHER
    return Reach.TALLYSTICK if not large or _arrives(family, where) else Reach.SWALLOWED


def _is_tallystick(connection: socket.socket) -> bool:
    """Ask in a version that nobody speaks yet: only a Tallystick answers which one it speaks instead."""
    connection.settimeout(_ANSWER)
    try:
        connection.sendall(_QUESTION)
        answer = b""
        while len(answer) < len(_ANSWERED) and (more := connection.recv(len(_ANSWERED) - len(answer))):
            answer += more
    except OSError:
        return False
    return answer == _ANSWERED


def _arrives(family: int, where: tuple[object, ...]) -> bool:
    """Whether full packets arrive. What they hold is refused at once, so that any end of the connection is a yes."""
    with socket.socket(family, socket.SOCK_STREAM) as connection:
        try:
            connection.settimeout(_CONNECT)
            connection.connect(where)
            connection.settimeout(_BLACK_HOLE)
            connection.sendall(_LARGE)
            while connection.recv(4096):
                pass
        except TimeoutError:
            return False
        except OSError:
            return True
    return True


def _why_not(error: OSError) -> Reach:
    return Reach.SILENT if isinstance(error, TimeoutError) else _REASONS.get(reason(error.errno or 0), Reach.NO_ROUTE)
