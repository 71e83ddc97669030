"""What is kept of one remembered device, and the rules by which it changes. Pure: no file, no clock.

Policy hangs on `id`, which never crosses the wire; the name is the person's. `now` is seconds since 1970.
"""

import hashlib
import hmac
import os
import secrets
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta
from msgspec.structs import replace

from desktop_app.errors import phrase
from desktop_app.protocol import device_name, limits, pairing
from desktop_app.protocol.pairing import KnownSecret, SecretKind
from desktop_app.protocol.role import Role
from desktop_app.storage.directory import is_whole

DAY: Final = 24 * 3600.0
_HINT_KEYS: Final = 8  # the air may still carry hints that were made some sessions ago
_NAME_ROOM: Final = 8  # bytes for a number behind a name that is taken
_ADDRESSES: Final = 4
_ADDRESS_TEXT: Final = 100  # characters, scope and port included
_FOLDER_MAX: Final = 4096  # bytes

Place = Annotated[str, Meta(min_length=1, max_length=_ADDRESS_TEXT)]
Moment = Annotated[float, Meta(ge=-62_135_596_800, lt=32_503_680_000)]  # seconds since 1970, of the years 1 to 2999
Secret = Annotated[bytes, Meta(min_length=pairing.SECRET, max_length=pairing.SECRET)]


class Beside(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The secret of a rotation that is not over; `number` is the founder's count of those that it asked for."""

    secret: Secret
    number: int


class Always(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The person accepts beforehand what this device sends: into this folder, and up to so many bytes in a day.

    A day begins with the first that is taken in it. A clock that is turned back gives nothing anew.
    """

    folder: bytes
    most: int
    taken: Annotated[int, Meta(ge=0)] = 0  # in the day that began then, the next one
    since: float = 0.0

    def __post_init__(self) -> None:
        if not is_whole(self.folder) or len(self.folder) > _FOLDER_MAX or not 0 < self.most <= limits.FILE_SIZE_MAX:
            raise ValueError(phrase("what is always accepted makes no sense"))

    @property
    def path(self) -> Path:
        return Path(os.fsdecode(self.folder))

    def taking(self, size: int, now: float) -> "Always | None":
        """With so much more taken; None where that is too much."""
        since, taken = self.since, self.taken + size
        if not self.taken or now >= since + DAY:
            since, taken = now, size
        since = min(since, now)
        return replace(self, taken=taken, since=since) if taken <= self.most else None


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: Annotated[str, Meta(pattern="^[0-9a-f]{32}$")]
    name: str
    founded_as: Role
    method: Literal["code"]  # how people authenticated the session in which it was founded
    secret: Secret
    hint_keys: Annotated[list[Secret], Meta(min_length=1, max_length=_HINT_KEYS)]  # newest first
    compared_at: Moment
    used_at: Moment
    beside: Beside | None = None  # not founder: stored for a rotation, the founder has this one or `secret`
    asks: int = 0  # founder: how many rotations it has asked for
    asked: Annotated[bytes, Meta(max_length=32)] = b""  # founder: digest of the secret last asked for
    # Addresses at which it proved itself, newest first.
    met_at: Annotated[list[Place], Meta(max_length=_ADDRESSES)] = []
    always: Always | None = None

    def __post_init__(self) -> None:
        if not device_name.is_clean(self.name):
            raise ValueError(phrase("a name in it cannot be shown"))

    # --- while it lives -----------------------------------------------------------------------------

    def expires_at(self, days: int) -> float:
        """`days` after the last use, and never later than a year after people compared."""
        return min(self.used_at + days * DAY, self.compared_at + limits.REMEMBERED_DAYS_MAX * DAY)

    def known(self) -> list[KnownSecret]:
        """Copies for one session, which wipes them."""
        stored = [self.secret] if self.beside is None else [self.secret, self.beside.secret]
        return [KnownSecret(SecretKind.RECORD, self.id, self.founded_as, bytearray(each)) for each in stored]

    def hints(self, instance: str) -> list[bytes]:
        """What this computer announces under `instance`, for the other one to recognise."""
        keys = [bytearray(self.hint_keys[0])]
        if self.beside is not None:
            keys.append(pairing.hint_key(self.beside.secret))
        return [pairing.hint(key, self.founded_as, instance) for key in keys]

    def recognises(self, instance: str, announced: Iterable[bytes]) -> bool:
        heard = set(announced)
        keys: list[bytes | bytearray] = [*self.hint_keys]
        if self.beside is not None:
            keys.append(pairing.hint_key(self.beside.secret))
        return any(pairing.hint(key, self.founded_as.other, instance) in heard for key in keys)

    # --- use and rotation: the record that follows, or None where that step has no place -----------------

    def used(self, proven: bytes | bytearray, now: float) -> "Record":
        """It verified a session. Proven by the new secret, the old one is not needed any more."""
        return replace(self.settled(proven) or self, used_at=now)

    def met(self, address: str) -> "Record":
        """It proved itself there, or people compared its code there."""
        return replace(self, met_at=[address, *(each for each in self.met_at if each != address)][:_ADDRESSES])

    def asking(self, proven: bytes | bytearray, fresh: bytes | bytearray) -> "Record | None":
        """Founder: a rotation begins, and whichever was asked for before is never taken any more."""
        return replace(self, asks=self.asks + 1, asked=_digest(fresh)) if self._is_current(proven) else None

    def replaced(self, proven: bytes | bytearray, fresh: bytes | bytearray) -> "Record | None":
        """Founder: the other side has stored it."""
        if not self._is_current(proven) or not hmac.compare_digest(self.asked, _digest(fresh)):
            return None
        return self._with_secret(bytes(fresh))

    def with_beside(self, proven: bytes | bytearray, fresh: bytes | bytearray, number: int) -> "Record | None":
        """Not founder: asked to rotate. Sessions may overtake each other: one that was asked for later stays."""
        if not self._is_current(proven) or (self.beside is not None and self.beside.number > number):
            return None
        return replace(self, beside=Beside(bytes(fresh), number))

    def settled(self, fresh: bytes | bytearray) -> "Record | None":
        """Not founder: the founder has replaced its secret by this one."""
        if self.beside is None or not hmac.compare_digest(self.beside.secret, fresh):
            return None
        return self._with_secret(self.beside.secret)

    def _is_current(self, proven: bytes | bytearray) -> bool:
        return hmac.compare_digest(self.secret, proven)

    def _with_secret(self, secret: bytes) -> "Record":
        keys = [bytes(pairing.hint_key(secret)), *self.hint_keys][:_HINT_KEYS]
        return replace(self, secret=secret, beside=None, asked=b"", hint_keys=keys)


def found(
    secret: bytearray,
    founded_as: Role,
    name: str,
    *,
    method: Literal["code"],
    taken: Iterable[str],
    compared_at: float,
    now: float,
) -> Record:
    """A new record. `name`: what the other side called itself; `taken`: names that somebody else has here."""
    return Record(
        id=secrets.token_hex(16),
        name=unique_name(name, taken),
        founded_as=founded_as,
        method=method,
        secret=bytes(secret),
        hint_keys=[bytes(pairing.hint_key(secret))],
        compared_at=compared_at,
        used_at=now,
    )


def unique_name(wanted: str, taken: Iterable[str]) -> str:
    """`wanted`, with a number behind it where another device has that name in any case."""
    base = device_name.clean(wanted) or "Computer"
    others = {folded(name) for name in taken}
    name, number = base, 2
    while folded(name) in others:
        cut = base.encode()[: limits.DEVICE_NAME - _NAME_ROOM].decode(errors="ignore")
        name, number = device_name.clean(f"{cut} ({number})"), number + 1
    return name


def folded(name: str) -> str:
    """What two names have in common that people would take for one."""
    return unicodedata.normalize("NFKC", name).casefold()


def _digest(secret: bytes | bytearray) -> bytes:
    return hashlib.sha256(secret).digest()
