"""Rotation in every order of three sessions, their messages and cuts: two computers never lose the secret they share.

All states that can be reached are visited. A cut needs no step of its own: that whatever follows it never happens
is one of the orders, and what must hold, holds in every state.
"""

from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from desktop_app.protocol.role import Role
from desktop_app.storage import device_record
from desktop_app.storage.device_record import Record

SESSIONS = 3
FRESH = [bytes([number + 1]) * 64 for number in range(SESSIONS)]  # what each session gives as its candidate
FIRST = bytes(64)


class Session(NamedTuple):
    """One verified session as both stores see it. `to_other`, `to_founder`: what was said and has not arrived."""

    proven: bytes
    asked: bool = False  # the founder's store has come to it
    number: int = 0
    used: bool = False  # the other's store has come to it
    to_other: tuple[str, ...] = ()
    to_founder: tuple[str, ...] = ()


class World(NamedTuple):
    founder: Record
    other: Record
    sessions: tuple[Session, ...] = ()

    @property
    def key(self) -> object:
        """What tells two states apart."""
        f, o = self.founder, self.other
        return f.secret, f.asked, f.asks, o.secret, o.beside and (o.beside.secret, o.beside.number), self.sessions

    def common(self) -> list[bytes]:
        held = {bytes(each.secret) for each in self.other.known()}
        return [bytes(each.secret) for each in self.founder.known() if bytes(each.secret) in held]


def beginning() -> World:
    def record(role: Role) -> Record:
        found = device_record.found(bytearray(FIRST), role, "peer", method="code", taken=(), compared_at=0.0, now=0.0)
        return replace(found, id="0" * 32)

    return World(record(Role.INITIATOR), record(Role.RESPONDER))


def following(world: World) -> Iterator[World]:
    """Every state that one step leads to."""
    if len(world.sessions) < SESSIONS:
        for proven in world.common():
            yield world._replace(sessions=(*world.sessions, Session(proven)))
    for index, session in enumerate(world.sessions):
        if not session.asked:
            yield founder_asks(world, index, session)
        if not session.used:
            used = world.other.used(session.proven, 0.0)
            yield changed(world._replace(other=used), index, session._replace(used=True))
        if session.used and session.to_other:
            yield other_hears(world, index, session)
        if session.to_founder:
            yield founder_hears(world, index, session)


def founder_asks(world: World, index: int, session: Session) -> World:
    asking = world.founder.used(session.proven, 0.0).asking(session.proven, FRESH[index])
    if asking is None:
        return changed(world, index, session._replace(asked=True))
    said = session._replace(asked=True, number=asking.asks, to_other=(*session.to_other, "ROTATE"))
    return changed(world._replace(founder=asking), index, said)


def other_hears(world: World, index: int, session: Session) -> World:
    heard, left = session.to_other[0], session._replace(to_other=session.to_other[1:])
    if heard == "ROTATED":
        return changed(world._replace(other=world.other.settled(FRESH[index]) or world.other), index, left)
    kept = world.other.with_beside(session.proven, FRESH[index], session.number)
    if kept is None:
        return changed(world, index, left)
    return changed(world._replace(other=kept), index, left._replace(to_founder=("STORED",)))


def founder_hears(world: World, index: int, session: Session) -> World:
    left = session._replace(to_founder=())
    taken = world.founder.replaced(session.proven, FRESH[index])
    if taken is None:
        return changed(world, index, left)
    return changed(world._replace(founder=taken), index, left._replace(to_other=(*left.to_other, "ROTATED")))


def changed(world: World, index: int, session: Session) -> World:
    return world._replace(sessions=(*world.sessions[:index], session, *world.sessions[index + 1 :]))


def test_in_every_order_and_after_every_cut_there_is_exactly_one_common_secret() -> None:
    waiting = [beginning()]
    seen = {waiting[0].key}
    rotated = 0
    while waiting:
        world = waiting.pop()
        assert len(world.common()) == 1, world
        assert len(world.founder.known()) == 1
        assert len(world.other.known()) <= 2
        rotated += world.founder.secret == world.other.secret == FRESH[-1]
        for each in following(world):
            if each.key not in seen:
                seen.add(each.key)
                waiting.append(each)
    assert rotated, "a rotation can also succeed"
    assert len(seen) > 1000
