"""Why a connection did not come about, as the system tells it."""

import errno
from collections.abc import Iterable
from typing import Final

from desktop_app.errors import NotLetOut, NoWayThere, PeerRefused, PeerSilent, PeerUnreachable, UnknownHost

_TELLING: Final = (  # what says most of the device comes first
    PeerRefused,
    PeerSilent,
    NotLetOut,
    NoWayThere,
    UnknownHost,
    PeerUnreachable,
)
_REASONS: Final[dict[int, type[PeerUnreachable]]] = {
    errno.ECONNREFUSED: PeerRefused,
    errno.ETIMEDOUT: PeerSilent,
    errno.EPERM: NotLetOut,  # netfilter's OUTPUT chain
    errno.EACCES: NotLetOut,
    getattr(errno, "WSAEACCES", errno.EACCES): NotLetOut,
    errno.ENETUNREACH: NoWayThere,
    errno.EHOSTUNREACH: NoWayThere,
    errno.ENETDOWN: NoWayThere,
    errno.EADDRNOTAVAIL: NoWayThere,
    errno.EAFNOSUPPORT: NoWayThere,
    errno.EINVAL: NoWayThere,  # a link-local address without its scope
}


def reason(error: int) -> type[PeerUnreachable]:
    """What the `errno` of a failed connect means; nothing special where it says nothing of the way or the device."""
    return _REASONS.get(error, PeerUnreachable)


def most_telling(reasons: Iterable[type[PeerUnreachable]]) -> type[PeerUnreachable]:
    """Of those for the addresses of one device; nothing special where there is none."""
    return min(reasons, key=_TELLING.index, default=PeerUnreachable)
