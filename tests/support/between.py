"""Somebody in the middle who has keys of its own with each of two computers, and so reads and says what it likes."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from tests.support.hostile_peer import HostilePeer, Kind, listening
from tests.support.relay import ADDRESS
from tests.support.victims import Victim, Victims


@dataclass
class Between:
    """`dialling` is its end towards the one who dialled it, `meant` the one towards the other computer."""

    dialling: HostilePeer
    meant: HostilePeer

    def pass_on(self, kind: Kind, *, to_dialling: bool) -> list[Any]:
        """What the one says, said to the other under the other keys."""
        heard, said = (self.meant, self.dialling) if to_dialling else (self.dialling, self.meant)
        fields: list[Any] = heard.expect(kind)
        said.send(kind, *fields)
        return fields


@contextmanager
def dialled(victims: Victims) -> Iterator[HostilePeer]:
    """The one whom `a` dials; keys are agreed, HELLO and PROOFS have passed."""
    with listening() as (port, server):
        victims.dial(port)
        connection, _ = server.accept()
        with HostilePeer(connection, initiator=False) as peer:
            yield peer.agree().greet()


@contextmanager
def dialling(victim: Victim) -> Iterator[HostilePeer]:
    """One who dials this computer, as far."""
    with HostilePeer.dial(victim.node.engine.port, source=ADDRESS) as peer:
        yield peer.agree().greet()


@contextmanager
def in_between(victims: Victims) -> Iterator[Between]:
    with dialled(victims) as to_a, dialling(victims.b) as to_b:
        yield Between(to_a, to_b)
