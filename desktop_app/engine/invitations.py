"""Invitations that this computer gave, and those that were given to it: in memory only, each good for one session.

Specification: protocol/README.md, "Invitations".
"""

import os
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.engine import sleepless
from desktop_app.engine.identity import Identity
from desktop_app.errors import InvitationUsed
from desktop_app.events import Method
from desktop_app.protocol import limits
from desktop_app.protocol.invitation import Invitation
from desktop_app.protocol.pairing import KnownSecret, SecretKind
from desktop_app.protocol.role import Role
from desktop_app.protocol.wiping import take, wipe


@dataclass(frozen=True, slots=True)
class _Open:
    founded_as: Role  # responder: this computer gave it, and waits to be called
    secret: bytearray
    until: float


class Invitations:
    """Safe from any thread. `now` is as `sleepless` has it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._table: dict[str, _Open] = {}
        self._used: dict[str, None] = {}

    def give(self, addresses: tuple[str, ...], port: int, now: float) -> str:
        """The text of a new one. Past `INVITATIONS_MAX` the oldest ends."""
        invitation = Invitation(take(os.urandom(limits.INVITATION_SEED)), addresses, port)
        try:
            with self._lock:
                self._expire(now)
                given = [each for each, one in self._table.items() if one.founded_as is Role.RESPONDER]
                for oldest in given[: max(0, len(given) - limits.INVITATIONS_MAX + 1)]:
                    self._drop(oldest)
                self._open(invitation, Role.RESPONDER, now)
            return invitation.text()
        finally:
            invitation.wipe()

    def take_up(self, invitation: Invitation, now: float) -> str:
        """Its number, to be expected in one dial. Raises InvitationUsed."""
        with self._lock:
            self._expire(now)
            if invitation.identity in self._used:
                raise InvitationUsed
            if invitation.identity not in self._table:  # else one of our own: the dial finds out that it meets itself
                self._open(invitation, Role.INITIATOR, now)
            return invitation.identity

    def known(self, now: float, expected: frozenset[str]) -> list[KnownSecret]:
        """Copies for one session to prove and to wipe: all that were given, of the others only those `expected`."""
        with self._lock:
            self._expire(now)
            return [
                KnownSecret(SecretKind.INVITATION, number, each.founded_as, bytearray(each.secret))
                for number, each in self._table.items()
                if each.founded_as is Role.RESPONDER or number in expected
            ]

    def spend(self, numbers: Iterable[str]) -> dict[str, Identity]:
        """They proved themselves, and never will again. Those of them that nobody spent before."""
        identity = Identity("", Method.INVITATION, time.time(), sleepless.now())
        with self._lock:
            found = {number: identity for number in numbers if number in self._table}
            for number in found:
                self._drop(number)
                self._used[number] = None
            while len(self._used) > limits.CONTINUATIONS_MAX:
                del self._used[next(iter(self._used))]
            return found

    def expire(self, now: float) -> None:
        with self._lock:
            self._expire(now)

    def clear(self) -> None:
        with self._lock:
            for number in list(self._table):
                self._drop(number)

    # --- with the lock held ---

    def _open(self, invitation: Invitation, founded_as: Role, now: float) -> None:
        until = now + limits.INVITATION_SECONDS
        self._table[invitation.identity] = _Open(founded_as, invitation.secret(), until)

    def _expire(self, now: float) -> None:
        for number in [each for each, one in self._table.items() if now >= one.until]:
            self._drop(number)

    def _drop(self, number: str) -> None:
        wipe(self._table.pop(number).secret)
