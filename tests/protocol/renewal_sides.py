"""The two ends of a verified session, and how far a renewal between them has come."""

from dataclasses import dataclass

from desktop_app.protocol import limits
from desktop_app.protocol.messages import Renew, Renewed
from desktop_app.protocol.records import Opener, Sealer
from desktop_app.protocol.renewal import Renewal
from desktop_app.protocol.role import Role
from desktop_app.protocol.session import VerifiedSession
from tests.support.session_pair import INITIATOR, RESPONDER, SessionPair

START = 1000.0
ACTIVE = START + 10.0
DUE = ACTIVE + limits.RENEW_AFTER_SECONDS


@dataclass
class Side:
    """One end of a verified session."""

    renewal: Renewal
    sealer: Sealer
    opener: Opener

    @classmethod
    def of(cls, verified: VerifiedSession) -> "Side":
        return cls(verified.renewal, verified.sealer, verified.opener)

    def seal(self, plaintext: bytes) -> bytes:
        return sealed(self.sealer, plaintext)

    def move_data(self, now: float) -> None:
        """File data is sealed."""
        self.renewal.moved_data(now, self.sealer.epoch)

    def due(self, now: float) -> Renew | None:
        return self.renewal.due(now, self.sealer, self.opener)

    def check(self, now: float) -> None:
        self.renewal.check(now, self.sealer, self.opener)

    def on_renew(self, renew: Renew, now: float = DUE) -> Renewed:
        return self.renewal.on_renew(renew, now, self.sealer, self.opener)

    def on_renewed(self, renewed: Renewed, now: float = DUE) -> None:
        self.renewal.on_renewed(renewed, now, self.opener)

    def switch_sealer(self) -> None:
        old, self.sealer = self.sealer, self.renewal.next_sealer(self.sealer)
        old.wipe()

    def switch_opener(self, epoch: int) -> None:
        self.opener = self.renewal.next_opener(epoch, self.opener)

    @property
    def keys(self) -> tuple[bytes, bytes, bytes]:
        return bytes(self.renewal._root), bytes(self.sealer._key), bytes(self.opener._key)


def sealed(sealer: Sealer, plaintext: bytes) -> bytes:
    buffer = bytearray(4) + plaintext + bytes(16)
    return bytes(sealer.seal_into(memoryview(buffer), len(plaintext)))


def opened(opener: Opener, frame: bytes) -> bytes:
    return bytes(opener.open_into(memoryview(bytearray(frame))))


def verified_sides() -> dict[Role, Side]:
    pair = SessionPair()
    pair.compare()
    pair.confirm(INITIATOR)
    pair.confirm(RESPONDER)
    return {role: Side.of(pair[role].verified(now=START)) for role in (INITIATOR, RESPONDER)}


def asked(sides: dict[Role, Side], now: float = DUE) -> Renew:
    """File data passes, and in time the initiator asks."""
    for side in sides.values():
        side.move_data(now - limits.RENEW_AFTER_SECONDS)
    renew = sides[INITIATOR].due(now)
    assert renew is not None
    return renew


def agreed(sides: dict[Role, Side], now: float = DUE) -> int:
    """RENEW and RENEWED have passed; nobody has switched. Returns the next epoch."""
    renew = asked(sides, now)
    sides[INITIATOR].on_renewed(sides[RESPONDER].on_renew(renew, now), now)
    return renew.epoch


def renew_wholly(sides: dict[Role, Side], now: float = DUE) -> None:
    epoch = agreed(sides, now)
    sides[RESPONDER].switch_sealer()
    sides[INITIATOR].switch_opener(epoch)
    sides[INITIATOR].switch_sealer()
    sides[RESPONDER].switch_opener(epoch)


def replace_epoch(renew: Renew, epoch: int) -> Renew:
    return Renew(epoch, renew.e, renew.ek)
