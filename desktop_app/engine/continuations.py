"""Sessions that were cut and may come back: a secret each, for ten minutes, in memory only, good for one session.

A continuation carries identity, not consent. Specification: protocol/README.md, "Continuation".
"""

import itertools
import threading
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from desktop_app.engine.identity import Identity
from desktop_app.events import RecordId, SessionId
from desktop_app.protocol import limits
from desktop_app.protocol.pairing import KnownSecret, SecretKind
from desktop_app.protocol.role import Role
from desktop_app.protocol.wiping import wipe

_PREFIX: Final = "cut-"  # no id of a record looks like it


@dataclass(frozen=True, slots=True)
class _Cut:
    identity: Identity
    founded_as: Role
    secret: bytearray
    until: float
    session: SessionId | None  # that was cut


class Continuations:
    """Safe from any thread. `now` is as `sleepless` has it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._numbers = itertools.count(1)
        self._table: dict[str, _Cut] = {}

    def add(
        self, identity: Identity, founded_as: Role, secret: bytearray, now: float, session: SessionId | None = None
    ) -> str | None:
        """A session was cut; `secret` is copied. Its number, or None where the chain is too long already."""
        if identity.record is None and now - identity.since >= limits.CONTINUATION_CHAIN_SECONDS:
            return None
        with self._lock:
            number = f"{_PREFIX}{next(self._numbers)}"
            until = now + limits.CONTINUATION_SECONDS
            self._table[number] = _Cut(identity, founded_as, bytearray(secret), until, session)
            if len(self._table) > limits.CONTINUATIONS_MAX:
                self._make_room()
            return number

    def known(self, now: float) -> list[KnownSecret]:
        """Copies for one session to prove and to wipe."""
        self.expire(now)
        with self._lock:
            return [
                KnownSecret(SecretKind.CONTINUATION, number, cut.founded_as, bytearray(cut.secret))
                for number, cut in self._table.items()
            ]

    def lives(self, number: str) -> bool:
        with self._lock:
            return number in self._table

    def spend(self, numbers: Iterable[str]) -> dict[str, Identity]:
        """They proved themselves, and never will again. Those of them that nobody spent before."""
        with self._lock:
            found = {number: self._table[number].identity for number in numbers if number in self._table}
            for number in found:
                self._drop(number)
            return found

    def expire(self, now: float) -> None:
        with self._lock:
            for number in [each for each, cut in self._table.items() if now >= cut.until]:
                self._drop(number)

    def forget(self, records: Iterable[RecordId]) -> None:
        """What belongs to devices that are not remembered any more."""
        gone = set(records)
        with self._lock:
            for number in [each for each, cut in self._table.items() if cut.identity.record in gone]:
                self._drop(number)

    def become_remembered(self, session: SessionId, record: RecordId) -> None:
        """The device of that session is remembered now: its continuation ends with the record."""
        with self._lock:
            for number, cut in self._table.items():
                if cut.session == session:
                    self._table[number] = replace(cut, identity=replace(cut.identity, record=record))

    def clear(self) -> None:
        with self._lock:
            for number in list(self._table):
                self._drop(number)

    def _make_room(self) -> None:
        """Drop the oldest of whoever has most, so that nobody drives out the others'."""
        owners = Counter(_owner(cut) for cut in self._table.values())
        most = max(owners.values())
        self._drop(next(number for number, cut in self._table.items() if owners[_owner(cut)] == most))

    def _drop(self, number: str) -> None:
        wipe(self._table.pop(number).secret)


def _owner(cut: _Cut) -> RecordId | float:
    """The remembered device, or when the chain of sessions with another one began."""
    return cut.identity.since if cut.identity.record is None else cut.identity.record
