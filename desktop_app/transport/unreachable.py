"""Why a connection did not come about, as the system tells it."""

import errno
import sys
from collections.abc import Iterable
from typing import Final

from desktop_app.errors import (
    NotLetOut,
    NoWayThere,
    PeerNotThere,
    PeerNotThereForMac,
    PeerRefused,
    PeerSilent,
    PeerUnreachable,
    ScopeMissing,
    UnknownHost,
)

_TELLING: Final = (  # what says most of the device comes first; before silence, what is certain and mended here
    PeerRefused,
    NotLetOut,
    PeerSilent,
    PeerNotThere,
    PeerNotThereForMac,
    NoWayThere,
    ScopeMissing,
    UnknownHost,
    PeerUnreachable,
)
_REASONS: Final[dict[str, type[PeerUnreachable]]] = {
    "ECONNREFUSED": PeerRefused,
    "ETIMEDOUT": PeerSilent,
    "EHOSTUNREACH": PeerNotThere,  # nobody there has the address, or so says a router, or a firewall there
    "EHOSTDOWN": PeerNotThere,  # the first of these on macOS
    "ENETUNREACH": NoWayThere,
    "ENETDOWN": NoWayThere,
    "EADDRNOTAVAIL": NoWayThere,
    "EAFNOSUPPORT": NoWayThere,
    "EINVAL": ScopeMissing,
    "WSAEINVAL": ScopeMissing,
}
_DENIED: Final[dict[str, dict[str, type[PeerUnreachable]]]] = {  # who says so is another one on each system
    "linux": {"EPERM": NotLetOut, "EACCES": PeerNotThere},  # a rule for programs here; ICMPv6: prohibited there
    "darwin": {"EPERM": NotLetOut, "EACCES": NotLetOut, "EHOSTUNREACH": PeerNotThereForMac},
    "win32": {"EACCES": NotLetOut, "WSAEACCES": NotLetOut},
}


def reason(error: int, system: str = sys.platform) -> type[PeerUnreachable]:
    """What the `errno` of a failed connect means; nothing special where it says nothing of the way or the device."""
    names: dict[int | None, type[PeerUnreachable]] = {
        getattr(errno, name, None): why for name, why in (_REASONS | _DENIED.get(system, {})).items()
    }
    return names.get(error, PeerUnreachable)


def most_telling(reasons: Iterable[type[PeerUnreachable]]) -> type[PeerUnreachable]:
    """Of those for the addresses of one device; nothing special where there is none."""
    return min(reasons, key=_TELLING.index, default=PeerUnreachable)
