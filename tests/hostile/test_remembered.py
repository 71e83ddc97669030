"""A peer that cheats with what is remembered: proofs that prove nothing, hints of others, steps out of turn."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from typing import Any

import pytest

from desktop_app.discovery.peers import Peer
from desktop_app.errors import NotProven, RemoteProtocolError, UnexpectedMessage
from desktop_app.events import (
    CodeReady,
    DeviceId,
    Method,
    OfferReceived,
    Remembered,
    SessionEnded,
    Trouble,
    Unproven,
    Verified,
)
from desktop_app.protocol import limits, pairing
from desktop_app.protocol.role import Role
from desktop_app.transport.address import Address
from tests.support.hostile_peer import Hangup, HostilePeer, Kind, listening
from tests.support.node import Node, wait_until

SECRET, OTHER = bytes(range(64)), bytes(range(64, 128))
INSTANCE = "0123456789abcdef"

Cheat = Callable[[HostilePeer], None]


@pytest.fixture(params=[Role.RESPONDER, Role.INITIATOR], ids=["founded here as responder", "as initiator"])
def founded_as(request: pytest.FixtureRequest) -> Role:
    side: Role = request.param
    return side


@pytest.fixture
def knowing(node: Node, founded_as: Role) -> Node:
    """A computer that remembers somebody; the test knows the secret, too."""
    know(node, SECRET, founded_as, "Kitchen PC")
    return node


def know(node: Node, secret: bytes, founded_as: Role, name: str) -> None:
    def found() -> None:
        node.engine._store.found(bytearray(secret), founded_as, name)

    node.engine._keeper.change(found)
    wait_until(lambda: name in {each.name for each in node.engine.remembered()})


@pytest.fixture
def caller(knowing: Node) -> Iterator[HostilePeer]:
    with HostilePeer.dial(knowing.engine.port) as peer:
        yield peer.agree()


def secrets_of(node: Node) -> list[bytes]:
    return [bytes(each.secret) for each in node.engine._store.known()]


def test_an_honest_proof_of_this_harness_verifies(knowing: Node, caller: HostilePeer, founded_as: Role) -> None:
    caller.prove(SECRET, founded_as.other.value)
    verified = knowing.wait_for(Verified)
    assert verified.peer == "Kitchen PC"
    assert not knowing.heard(CodeReady)


def test_a_remembered_device_has_so_many_sessions_and_no_more(knowing: Node, founded_as: Role) -> None:
    with ExitStack() as stack:
        callers = []
        for _ in range(limits.SESSIONS_PER_RECORD + 2):
            caller = stack.enter_context(HostilePeer.dial(knowing.engine.port)).agree()
            caller.prove(SECRET, founded_as.other.value)
            callers.append(caller)
            wait_until(lambda: len(knowing.heard(Verified)) == len(callers))
        wait_until(lambda: len(knowing.heard(SessionEnded)) == 2)
        assert all(caller.wait_closed(3) for caller in callers[:2])
        living = {facts.id for facts in knowing.engine.sessions() if not facts.over}
        assert living == {each.session for each in knowing.heard(Verified)[2:]}


@pytest.mark.parametrize("expecting", [True, False])
def test_what_is_no_proof_gets_a_code_or_nothing(
    knowing: Node, caller: HostilePeer, founded_as: Role, expecting: bool
) -> None:
    """Same side, wrong role, another kind, another transcript, another secret: all at once."""
    theirs, h = founded_as.other.value, caller.h
    wrong = [
        caller.proof(SECRET, founded_as.value),
        caller.proof(SECRET, theirs, role="responder"),
        caller.proof(SECRET, theirs, kind=b"continuation"),
        caller.proof(OTHER, theirs),
    ]
    caller.h = bytes(64)
    wrong.append(caller.proof(SECRET, theirs))
    caller.h = h
    caller.greet(*wrong, expecting=expecting)
    if expecting:
        assert caller.receive() == (Kind.CLOSE, [5])
        assert caller.wait_closed(3)
    else:
        caller.expect(Kind.COMMIT)
    assert not knowing.heard(Verified)


def test_a_proof_that_is_led_back_ends_it(knowing: Node, caller: HostilePeer) -> None:
    """Not told to the person: whoever called was nobody."""
    caller.expect(Kind.HELLO)
    proofs, _ = caller.expect(Kind.PROOFS)
    caller.send(Kind.HELLO, [1], [])
    caller.send(Kind.PROOFS, proofs, False)
    assert caller.wait_closed(3)
    assert not knowing.heard(CodeReady) + knowing.heard(Verified)


def test_the_proof_without_the_secrets_keys_is_worth_nothing(
    knowing: Node, caller: HostilePeer, founded_as: Role
) -> None:
    """Whoever could send a right proof but not derive the keys of epoch 1 is never told as verified."""
    caller.greet(caller.proof(SECRET, founded_as.other.value))
    with suppress(Hangup):
        caller.first_epoch(b"code").send(Kind.ABOUT, "", "")
    assert caller.wait_closed(3)
    assert not knowing.heard(Verified)
    assert not knowing.engine._keeper.continuations.known(time.monotonic())


def test_a_proof_alone_and_then_silence_is_not_told(knowing: Node, caller: HostilePeer, founded_as: Role) -> None:
    caller.greet(caller.proof(SECRET, founded_as.other.value))
    caller.close()
    wait_until(lambda: not knowing.engine._links._table.all())
    assert not knowing.heard(Verified) + knowing.heard(SessionEnded)


def test_an_old_secret_is_worth_nothing_after_a_rotation(knowing: Node, caller: HostilePeer, founded_as: Role) -> None:
    caller.prove(SECRET, founded_as.other.value)
    rotate(caller, founded_as)
    wait_until(lambda: secrets_of(knowing) == [caller.candidate])
    caller.close()
    with HostilePeer.dial(knowing.engine.port) as late:
        late.agree()
        late.greet(late.proof(SECRET, founded_as.other.value), expecting=True)
        assert late.receive() == (Kind.CLOSE, [5])


def rotate(peer: HostilePeer, founded_as: Role) -> None:
    """The rotation as an honest peer does it, whichever its part."""
    if founded_as is Role.INITIATOR:  # the node asks
        peer.expect(Kind.ROTATE)
        peer.send(Kind.STORED)
        peer.expect(Kind.ROTATED)
    else:
        peer.send(Kind.ROTATE, 1)
        peer.expect(Kind.STORED)
        peer.send(Kind.ROTATED)


def test_two_records_at_once_are_nobody(knowing: Node, caller: HostilePeer, founded_as: Role) -> None:
    know(knowing, OTHER, founded_as, "Laptop")
    caller.close()
    with HostilePeer.dial(knowing.engine.port) as peer:
        peer.agree()
        theirs = founded_as.other.value
        with suppress(Hangup):
            peer.greet(peer.proof(SECRET, theirs), peer.proof(OTHER, theirs))
        assert peer.wait_closed(3)
    assert not knowing.heard(Verified) + knowing.heard(CodeReady)


STEPS: dict[str, tuple[int, ...]] = {
    "REMEMBER": (Kind.REMEMBER,),
    "STORED": (Kind.STORED,),
    "ROTATED": (Kind.ROTATED,),
    "ROTATE": (Kind.ROTATE, 1),
}


@pytest.mark.parametrize("step", STEPS)
def test_a_step_out_of_turn_ends_a_session_that_a_record_verified(
    knowing: Node, caller: HostilePeer, founded_as: Role, step: str
) -> None:
    caller.prove(SECRET, founded_as.other.value)
    if founded_as is Role.INITIATOR:
        caller.expect(Kind.ROTATE)
        allowed = {"STORED"}
    else:
        allowed = {"ROTATE"}
    caller.send(*STEPS[step])
    if step in allowed:
        assert caller.receive()[0] in {Kind.ROTATED, Kind.STORED}
    else:
        ended = knowing.wait_for(SessionEnded)
        assert isinstance(ended.error, UnexpectedMessage)
        assert secrets_of(knowing) == [SECRET]


def test_asking_twice_is_once_too_often(knowing: Node, caller: HostilePeer, founded_as: Role) -> None:
    caller.prove(SECRET, founded_as.other.value)
    if founded_as is Role.INITIATOR:
        caller.expect(Kind.ROTATE)
        caller.send(Kind.STORED)
        caller.expect(Kind.ROTATED)
        caller.send(Kind.STORED)
    else:
        caller.send(Kind.ROTATE, 1)
        caller.expect(Kind.STORED)
        caller.send(Kind.ROTATE, 2)
    assert isinstance(knowing.wait_for(SessionEnded).error, UnexpectedMessage)


@pytest.mark.parametrize("rotated", [True, False])
@pytest.mark.parametrize("ending", ["end", "forget"])
def test_who_was_sent_away_does_not_come_back_by_hanging_up(
    knowing: Node, caller: HostilePeer, founded_as: Role, ending: str, rotated: bool
) -> None:
    """It hears CLOSE and does not answer: that is no interruption."""
    caller.prove(SECRET, founded_as.other.value)
    session = knowing.wait_for(Verified).session
    if rotated:
        rotate(caller, founded_as)
    if ending == "end":
        knowing.engine.end_session(session)
    else:
        knowing.engine.forget(knowing.engine.remembered()[0].id)
    while caller.receive()[0] != Kind.CLOSE:
        pass
    caller.close()
    knowing.wait_for(SessionEnded)
    assert not knowing.engine._keeper.continuations.known(time.monotonic())


@pytest.mark.parametrize("step", [step for step in STEPS if step != "REMEMBER"])
def test_only_a_record_rotates(node: Node, step: str) -> None:
    """In a session that people compared a code for."""
    with HostilePeer.dial(node.engine.port) as peer:
        peer.agree().greet().compare()
        code = node.wait_for(CodeReady)
        node.engine._links.find(code.session).confirm()  # type: ignore[union-attr]
        peer.verify().send(*STEPS[step])
        assert isinstance(node.wait_for(SessionEnded).error, UnexpectedMessage)


def test_what_continues_a_records_session_founds_no_other_record(
    knowing: Node, caller: HostilePeer, founded_as: Role
) -> None:
    """Whatever the person here wants: there is one, and both sides know that."""
    caller.prove(SECRET, founded_as.other.value)
    knowing.wait_for(Verified)
    secret, known = caller.continuation, knowing.engine.remembered()
    caller.close()
    knowing.wait_for(SessionEnded)
    with HostilePeer.dial(knowing.engine.port) as peer:
        peer.agree()
        peer.greet(peer.proof(secret, "initiator", kind=b"continuation"))
        peer.first_epoch(b"continuation", secret).send(Kind.ABOUT, "", "")
        back = knowing.wait_for(Verified)
        assert (back.peer, back.method) == ("Kitchen PC", Method.CONTINUATION)
        knowing.engine.remember(back.session)
        peer.send(Kind.REMEMBER)
        assert isinstance(knowing.wait_for(SessionEnded).error, UnexpectedMessage)
        assert Kind.REMEMBER not in {kind for kind, _ in left(peer)}
    assert [each.id for each in knowing.engine.remembered()] == [each.id for each in known]


def left(peer: HostilePeer) -> Iterator[tuple[int, list[Any]]]:
    """What it hears until the line is dead."""
    with suppress(Hangup):
        while True:
            yield peer.receive()


def test_being_remembered_takes_the_person_here(node: Node) -> None:
    with HostilePeer.dial(node.engine.port) as peer:
        peer.agree().greet().compare()
        code = node.wait_for(CodeReady)
        node.engine._links.find(code.session).confirm()  # type: ignore[union-attr]
        peer.verify().send(Kind.REMEMBER)
        peer.send(Kind.REMEMBER)
        assert isinstance(node.wait_for(SessionEnded).error, UnexpectedMessage)
    assert not node.heard(Remembered)
    assert not node.engine.remembered()


def test_nothing_that_a_stranger_sends_is_asked_about_a_remembered_name(knowing: Node, caller: HostilePeer) -> None:
    """It calls itself what the person here remembers: the code comes with the doubt, not with the trust."""
    caller.greet().compare("kitchen pc")
    code = knowing.wait_for(CodeReady)
    assert code.doubted == "Kitchen PC"
    assert knowing.engine.devices() == ()


# --- as the one who is called ---------------------------------------------------------------------------------


def called(node: Node, name: str, answer: Cheat) -> None:
    """The person clicks a card with the hints of the device that they remember as `name`; `answer` sits behind it."""
    record = next(each for each in node.engine._store._records if each.name == name)
    hints = tuple(pairing.hint(key, record.founded_as.other, INSTANCE) for key in record.hint_keys)
    with listening() as (port, server):
        node.engine._devices.peer_changed(Peer(INSTANCE, name, "linux", ("127.0.0.1",), port, hints=hints))
        node.engine.pair(DeviceId(INSTANCE))
        connection, _ = server.accept()
        with HostilePeer(connection, initiator=False) as peer:
            answer(peer.agree())


def test_copied_hints_lead_to_no_code_and_no_word(knowing: Node) -> None:
    """Everything on the air can be repeated: the instance, its name and its hints."""

    def promise(peer: HostilePeer) -> None:
        peer.greet()
        with suppress(Hangup):
            peer.send(Kind.COMMIT, peer.commitment(bytes(32)), "Kitchen PC")
        with suppress(Hangup):
            assert peer.receive() == (Kind.CLOSE, [5])
        assert peer.wait_closed(3)

    called(knowing, "Kitchen PC", promise)
    unproven = knowing.wait_for(Unproven)
    assert unproven.peer == "Kitchen PC"
    assert isinstance(unproven.error, NotProven)
    assert not knowing.heard(CodeReady) + knowing.heard(Verified) + knowing.heard(OfferReceived)


def test_another_remembered_device_behind_that_card_is_not_the_one(knowing: Node, founded_as: Role) -> None:
    def prove_another(peer: HostilePeer) -> None:
        with suppress(Hangup):
            peer.greet(peer.proof(OTHER, founded_as.other.value))
        assert peer.wait_closed(3)

    know(knowing, OTHER, founded_as, "Laptop")
    called(knowing, "Kitchen PC", prove_another)
    assert knowing.wait_for(Unproven).peer == "Kitchen PC"
    assert not knowing.heard(Verified)


def test_a_responder_that_expects_somebody_is_refused(node: Node) -> None:
    with listening() as (port, server):
        node.engine.pair(Address("127.0.0.1", port))
        connection, _ = server.accept()
        with HostilePeer(connection, initiator=False) as peer:
            with suppress(Hangup):
                peer.agree().greet(expecting=True)
            assert peer.wait_closed(3)
    node.wait_for(Trouble, lambda event: isinstance(event.error, RemoteProtocolError))
    assert not node.heard(CodeReady)
