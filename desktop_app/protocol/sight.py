"""What two computers of a verified session tell each other of what keeps devices apart: codes, never words.

Nothing of it leads anywhere but to a person's eyes. Specification: README.md, "What the other side sees".
"""

import math
from enum import IntEnum
from typing import Final

import msgspec

from desktop_app.errors import UnexpectedMessage
from desktop_app.protocol import limits
from desktop_app.protocol.message import Message, at_most

_CODE_MAX: Final = 2**16 - 1
_VERSIONS: Final = frozenset({0, 4, 6})


class Obstacle(IntEnum):
    """What stands in the way, at the computer that says it."""

    NOT_LOOKED = 0  # it could not find out
    HIDDEN = 1
    NO_NETWORK = 2
    NO_ADDRESS = 3
    OVERLAP = 4
    ROUTE = 5
    PORT_TAKEN = 6
    PORT_CLOSED = 7
    MULTICAST_OFF = 16
    MULTICAST_NO_ROUTE = 17
    MULTICAST_NOT_SENT = 18
    MULTICAST_NOT_HEARD = 19
    MULTICAST_UNUSABLE = 20
    FIREWALL_UNREAD = 32  # whether one does, only the administrator may see
    FIREWALL_CALLED = 33  # one keeps others from its port
    FIREWALL_HEARING = 34  # keeps multicast out
    FIREWALL_CALLING = 35  # does not let it connect to others
    FIREWALL_SPEAKING = 36  # does not let multicast out
    FIREWALL_UFW = 40
    FIREWALL_FIREWALLD = 41
    FIREWALL_WINDOWS = 42
    FIREWALL_WINDOWS_PUBLIC = 43
    FIREWALL_MACOS = 44
    FIREWALL_MACOS_ALL = 45


class Seen(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """One obstacle, as it goes over the wire. `code`: an `Obstacle`, or one that is not known here yet."""

    code: int
    version: int  # of IP, 4 or 6, where it holds for that alone; else 0

    def __post_init__(self) -> None:
        at_most(self.code, _CODE_MAX, "code")
        if self.version not in _VERSIONS:
            raise ValueError("version of IP")


class Look(Message, frozen=True):
    """The person here checks the connection: what does the other side see?"""

    TYPE = 0x19
    instance: str  # under which this side is announced just now, or empty

    def __post_init__(self) -> None:
        at_most(len(self.instance), limits.INSTANCE_MAX, "instance")


class Sight(Message, frozen=True):
    """The answer to LOOK."""

    TYPE = 0x1A
    hears: bool  # whether that instance is heard there
    port: int  # where it listens, or would
    seen: list[Seen]

    def __post_init__(self) -> None:
        at_most(self.port, limits.PORT_MAX, "port")
        at_most(len(self.seen), limits.SEEN_MAX, "obstacles")


class Looking:
    """Who owes whom an answer in one session. A lock of the caller guards it; `now` is monotonic."""

    def __init__(self) -> None:
        self._awaits = self._owes = False
        self._may_ask_at = self._may_be_asked_at = -math.inf

    def may_ask(self, now: float) -> bool:
        return not self._awaits and now >= self._may_ask_at

    def ask(self) -> None:
        self._awaits = True

    def on_look(self, now: float) -> None:
        """Raises UnexpectedMessage where it comes before the last one was answered, or too soon after that."""
        if self._owes or now < self._may_be_asked_at:
            raise UnexpectedMessage(detail="LOOK too soon")
        self._owes = True

    def answer(self, now: float) -> None:
        """SIGHT is said next: its arrival, from which the other side counts, is later."""
        self._owes, self._may_be_asked_at = False, now + limits.LOOK_GAP

    def on_sight(self, now: float) -> None:
        """Raises UnexpectedMessage where nobody asked."""
        if not self._awaits:
            raise UnexpectedMessage(detail="SIGHT without LOOK")
        self._awaits, self._may_ask_at = False, now + limits.LOOK_GAP
