"""Stores of remembered devices on a clock of their own, and what other processes see of them."""

from secrets import token_bytes

from desktop_app.errors import AppError
from desktop_app.protocol.role import Role
from desktop_app.storage.devices import DeviceStore


class Clock:
    now = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now


def again(store: DeviceStore, tell: list[AppError] | None = None) -> DeviceStore:
    """What another process would see."""
    other = DeviceStore(store._file._profile, (tell if tell is not None else []).append, clock=store._clock)
    other.refresh()
    return other


def found(store: DeviceStore, name: str = "Kitchen PC") -> tuple[str, bytearray]:
    secret = bytearray(token_bytes(64))
    return store.found(secret, Role.INITIATOR, name), secret


def secrets_in(store: DeviceStore) -> list[bytes]:
    return [bytes(each.secret) for each in store.known()]
