"""Which side of a connection this computer is."""

from enum import Enum


class Role(Enum):
    """The values go into what is proven (README.md, "Proofs")."""

    INITIATOR = "initiator"  # opened the TCP connection
    RESPONDER = "responder"

    @property
    def other(self) -> "Role":
        return Role.RESPONDER if self is Role.INITIATOR else Role.INITIATOR
