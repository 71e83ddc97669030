"""Who the peer of a verified session is to this computer."""

from dataclasses import dataclass, replace

from desktop_app.events import Method, RecordId
from desktop_app.transfer.kept import CHAIN


@dataclass(frozen=True, slots=True)
class Identity:
    """Made at verification. A session that continues a cut one has the identity of that one."""

    name: str  # the remembered name, or what the peer called itself when people compared; may be ""
    method: Method
    compared_at: float  # seconds since 1970: when people compared, or an invitation was used
    since: float  # by `sleepless`: when the first session of a chain of continuations was verified
    record: RecordId | None = None
    compared: bool = False  # people did, at the beginning of the chain: a record may come of it

    @property
    def chain(self) -> str:
        """What sessions have in common that continue each other."""
        return f"{CHAIN}{self.since!r}"

    def continued(self) -> "Identity":
        """What began by invitation stays that: nobody has compared anything."""
        return self if self.method is Method.INVITATION else replace(self, method=Method.CONTINUATION)
