"""Invitations between whole engines: one session, no code, and nothing without the proof."""

import time
from pathlib import Path
from typing import Any

import pytest

from desktop_app.engine import house, sleepless
from desktop_app.engine.identity import Identity
from desktop_app.engine.keeper import Keeper
from desktop_app.errors import AppError, InvitationRefused, InvitationUsed, NoNetwork, NotOpen, PeerUnreachable
from desktop_app.events import (
    CodeReady,
    Method,
    OfferReceived,
    SessionEnded,
    State,
    Trouble,
    Unproven,
    Verified,
)
from desktop_app.protocol import limits
from desktop_app.protocol.invitation import Invitation
from desktop_app.storage.settings import Visibility
from tests.support.cut import Line
from tests.support.node import Node, StartNode, verify, wait_until

HERE = ("127.0.0.1",)
"""Loopback stands in for the way between the two."""


@pytest.fixture(autouse=True)
def _addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(house, "own_addresses", lambda: HERE)


@pytest.fixture
def pair(start_node: StartNode) -> tuple[Node, Node]:
    return start_node("Host"), start_node("Guest")


def _given(host: Node, *, port: int | None = None) -> Invitation:
    given = Invitation.parse(host.engine.invite().text)
    assert (given.addresses, given.port) == (HERE, host.engine.port)
    return given if port is None else Invitation(given.seed, given.addresses, port)


def _refused(node: Node, why: type[AppError]) -> None:
    node.wait_for(Trouble, lambda event: isinstance(event.error, why))


def _copy(invitation: Invitation) -> Invitation:
    return Invitation(bytearray(invitation.seed), invitation.addresses, invitation.port)


def test_files_go_to_whoever_gave_it_without_a_code(pair: tuple[Node, Node], tmp_path: Path) -> None:
    host, guest = pair
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"photo")
    given = _given(host)
    sent = guest.engine.send([photo], given)
    offer = host.wait_for(OfferReceived)
    assert offer.transfer.peer == "Guest", "as it calls itself, and said to be by invitation"
    host.engine.accept(offer.transfer.id)
    assert guest.finished(sent).state is State.DELIVERED
    assert given.seed == bytearray(32), "the text is not kept"
    assert (host.folder / "photo.jpg").read_bytes() == b"photo"
    for node, peer in ((host, "Guest"), (guest, "Host")):
        verified = node.wait_for(Verified)
        assert (verified.method, verified.peer) == (Method.INVITATION, peer)
        assert not node.heard(CodeReady)


def test_it_is_good_for_one_session_at_both_sides(start_node: StartNode, pair: tuple[Node, Node]) -> None:
    host, guest = pair
    given = _given(host)
    again, stolen = _copy(given), _copy(given)
    guest.engine.pair(given)
    guest.wait_for(Verified)
    guest.engine.pair(again)
    _refused(guest, InvitationUsed)
    thief = start_node("Thief")
    thief.engine.pair(stolen)
    _refused(thief, InvitationRefused)
    assert not thief.heard(Unproven), "there is no other way by an invitation"
    assert not thief.heard(CodeReady)
    assert len(host.heard(Verified)) == 1


def test_two_who_use_it_at_once_do_not_both_get_in(start_node: StartNode) -> None:
    host = start_node("Host")
    given = _given(host)
    guests = [start_node(f"Guest {number}") for number in range(2)]
    for guest, copy in zip(guests, (_copy(given), given), strict=True):
        guest.engine.pair(copy)

    def over(guest: Node) -> bool:
        return any(isinstance(each.error, InvitationRefused) for each in guest.heard(Trouble))

    wait_until(lambda: any(map(over, guests)))
    host.wait_for(Verified)
    assert sum(not facts.over for facts in host.engine.sessions()) == 1


@pytest.mark.parametrize("_", range(8))
def test_who_was_too_late_hears_that_and_not_of_a_lost_connection(
    pair: tuple[Node, Node], monkeypatch: pytest.MonkeyPatch, _: int
) -> None:
    host, guest = pair
    spend, hosts = Keeper.identify, host.engine._keeper

    def used_a_moment_ago(keeper: Keeper, *proven: Any) -> Identity | None:
        return None if keeper is hosts else spend(keeper, *proven)

    monkeypatch.setattr(Keeper, "identify", used_a_moment_ago)
    guest.engine.pair(_given(host))
    _refused(guest, InvitationRefused)


def test_a_try_that_failed_uses_nothing_up(pair: tuple[Node, Node]) -> None:
    host, guest = pair
    given = _given(host)
    closed = Invitation(bytearray(given.seed), given.addresses, 9)
    guest.engine.pair(closed)
    _refused(guest, PeerUnreachable)
    guest.engine.pair(given)
    assert guest.wait_for(Verified).method is Method.INVITATION


def test_it_ends_after_ten_minutes(pair: tuple[Node, Node], monkeypatch: pytest.MonkeyPatch) -> None:
    host, guest = pair
    given = _given(host)
    late = sleepless.now() + limits.INVITATION_SECONDS
    host.engine._keeper.invitations.expire(late)
    guest.engine.pair(given)
    _refused(guest, InvitationRefused)
    assert not host.heard(Verified)


def test_who_stands_at_the_address_without_it_gets_nothing(start_node: StartNode, tmp_path: Path) -> None:
    """Somebody in between, or another computer that has the address by now: no code comes in its place."""
    host, other, guest = (start_node(name) for name in ("Host", "Other", "Guest"))
    file = tmp_path / "secret.txt"
    file.write_text("secret")
    sent = guest.engine.send([file], _given(host, port=other.engine.port))
    failed = guest.finished(sent)
    assert isinstance(failed.error, InvitationRefused)
    assert not guest.heard(Unproven)
    for node in (other, guest):
        assert not node.heard(CodeReady)
        assert not node.heard(Verified)


def test_a_remembered_device_that_was_invited_is_known_as_that(pair: tuple[Node, Node]) -> None:
    host, guest = pair
    sessions = verify(host, guest)
    for node, session in zip(pair, sessions, strict=True):
        node.engine.remember(session)
    wait_until(lambda: all(len(node.engine.remembered()) == 1 for node in pair))
    guest.engine.end_session(sessions[1])
    guest.wait_for(SessionEnded)
    guest.engine.pair(_given(host))
    for node in (host, guest):
        node.wait_for(Verified, lambda event: event.method is Method.RECORD)
    assert not host.engine._keeper.invitations.known(time.monotonic(), frozenset()), "used up all the same"


def test_nobody_is_remembered_for_an_invitation(pair: tuple[Node, Node]) -> None:
    host, guest = pair
    guest.engine.pair(_given(host))
    for node in pair:
        node.engine.remember(node.wait_for(Verified).session)
    guest.engine.end_session(guest.engine.sessions()[0].id)
    for node in pair:
        node.wait_for(SessionEnded)
        assert node.engine.remembered() == ()


def test_who_cannot_be_called_cannot_invite(start_node: StartNode, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NotOpen):
        start_node("Hidden", visibility=Visibility.NOBODY).engine.invite()
    monkeypatch.setattr(house, "own_addresses", tuple)
    with pytest.raises(NoNetwork):
        start_node("Alone").engine.invite()


def test_only_so_many_are_open_and_the_oldest_ends(pair: tuple[Node, Node]) -> None:
    host, guest = pair
    given = [_given(host) for _ in range(limits.INVITATIONS_MAX + 1)]
    assert len(host.engine._keeper.invitations.known(time.monotonic(), frozenset())) == limits.INVITATIONS_MAX
    guest.engine.pair(given[0])
    _refused(guest, InvitationRefused)
    guest.engine.pair(given[-1])
    assert guest.wait_for(Verified).method is Method.INVITATION


def test_what_was_cut_comes_back_and_stays_by_invitation(pair: tuple[Node, Node]) -> None:
    host, guest = pair
    with Line(host.address) as line:
        guest.engine.pair(_given(host, port=line.address.port))
        for node in pair:
            node.wait_for(Verified)
        line.cut()
        guest.wait_for(SessionEnded)
        line.mend()
        back = guest.wait_for(Verified)
        assert (back.method, back.peer) == (Method.INVITATION, "Host")
        guest.engine.remember(back.session)
        host.engine.remember(host.wait_for(Verified).session)
        assert guest.engine.remembered() == ()
        guest.engine.end_session(back.session)
        guest.wait_for(SessionEnded)
