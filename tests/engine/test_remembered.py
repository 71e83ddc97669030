"""Remembered devices over real connections: proven without a code, rotated, noticed when copied."""

import time
from pathlib import Path
from secrets import token_bytes

import pytest

from desktop_app.engine import Answer
from desktop_app.engine.link import Link
from desktop_app.engine.links import Links
from desktop_app.errors import NotProven, PeerBusy, SeveralRecords, TooManyDevices
from desktop_app.events import (
    CodeReady,
    ComparisonOver,
    DeviceId,
    Method,
    OfferReceived,
    Recognised,
    Remembered,
    RememberedChanged,
    SessionEnded,
    State,
    TextReceived,
    Trouble,
    Unproven,
    Verified,
)
from desktop_app.protocol import limits
from desktop_app.protocol.role import Role
from desktop_app.storage.settings import Visibility
from tests.support.cut import Line
from tests.support.node import Node, StartNode, verify, wait_until
from tests.support.remembering import INSTANCE, call_expecting, end, prove, remember, secrets_of, show_card


def test_a_remembered_device_proves_itself_without_a_code(pair_of_nodes: tuple[Node, Node]) -> None:
    a, b = pair_of_nodes
    remember(a, b)
    assert [each.name for each in a.engine.remembered()] == ["Kitchen PC"]
    assert [each.name for each in b.engine.remembered()] == ["Ada's laptop"]
    for dialling, called in ((a, b), (b, a), (a, b)):
        session, theirs = prove(dialling, called)
        facts = dialling.facts(session)
        assert facts.method is Method.RECORD
        assert facts.peer == called.name
        assert facts.calls_itself == called.name
        assert facts.compared_at < facts.verified_at
        assert dialling.facts(session).remembered == dialling.engine.remembered()[0].id
        end(dialling, called, session)
        assert called.facts(theirs).over
    assert len(a.heard(CodeReady)) == len(b.heard(CodeReady)) == 1


def test_each_use_rotates_the_secret_on_both_sides(pair_of_nodes: tuple[Node, Node]) -> None:
    a, b = pair_of_nodes
    remember(a, b)
    seen = {secrets_of(a)[0]}
    for dialling, called in ((a, b), (b, a)):
        session, _ = prove(dialling, called)
        end(dialling, called, session)  # waits for the rotation
        wait_until(lambda: secrets_of(a) == secrets_of(b))
        assert len(secrets_of(a)[0]) == 1
        assert secrets_of(a)[0] not in seen
        seen.add(secrets_of(a)[0])


def test_one_side_alone_remembers_nothing(pair_of_nodes: tuple[Node, Node]) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    a.engine.remember(session)
    end(a, b, session)
    assert not a.engine.remembered() + b.engine.remembered()
    assert not a.engine.profile.devices.exists()


def test_a_side_that_is_full_does_not_ask_to_be_remembered(
    start_node: StartNode, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or the other one would keep a record that this one cannot prove."""
    monkeypatch.setattr(limits, "RECORDS_MAX", 1)
    a, b, c = start_node("Ada's laptop"), start_node("Kitchen PC"), start_node("Attic")
    remember(a, b)
    session_a, session_c = verify(a, c)
    c.engine.remember(session_c)
    a.engine.remember(session_a)
    a.wait_for(Trouble, lambda event: isinstance(event.error, TooManyDevices))
    end(a, c, session_a)
    assert not c.engine.remembered()


def test_the_store_is_private_and_holds_no_name_of_a_file(pair_of_nodes: tuple[Node, Node]) -> None:
    a, b = pair_of_nodes
    remember(a, b)
    for node in (a, b):
        assert node.engine.profile.devices.stat().st_mode & 0o777 == 0o600


def test_a_device_of_another_name_keeps_the_name_that_was_given(pair_of_nodes: tuple[Node, Node]) -> None:
    a, b = pair_of_nodes
    record, _ = remember(a, b)
    a.engine.rename_remembered(record, "Mum's computer")
    a.wait_for(RememberedChanged, lambda event: event.devices[0].name == "Mum's computer")
    b.engine.change_settings(name="Somebody else")
    wait_until(lambda: b.engine.settings.name == "Somebody else")
    session, _ = prove(a, b)
    facts = a.facts(session)
    assert (facts.peer, facts.calls_itself) == ("Mum's computer", "Somebody else")


def test_a_remembered_device_is_called_by_its_card_and_must_prove_itself(
    start_node: StartNode,
) -> None:
    """The other side has forgotten this one: nothing falls back to a comparison by itself."""
    a, b = start_node("Ada's laptop"), start_node("Kitchen PC")
    _, record_b = remember(a, b)
    b.engine.forget(record_b)
    b.wait_for(RememberedChanged, lambda event: not event.devices)
    call_expecting(a, b)
    unproven = a.wait_for(Unproven)
    assert unproven.peer == "Kitchen PC"
    assert isinstance(unproven.error, NotProven)
    assert len(a.heard(CodeReady)) == 1, "no code but the first"
    a.engine.compare_anew(unproven.session)
    code = a.wait_for(CodeReady, lambda code: code.doubted == "Kitchen PC")
    b.wait_for(CodeReady, lambda event: event.digits == code.digits)


# --- who is who --------------------------------------------------------------------------------------------


def test_what_comes_in_its_session_is_told_under_the_name_that_it_has_here(start_node: StartNode) -> None:
    """Else an offer of "Kitchen PC (2)" is taken for one of the device that has the name without a number."""
    a, kitchen, other = start_node("Ada's laptop"), start_node("Kitchen PC"), start_node("Kitchen PC")
    remember(a, kitchen)
    session, theirs = verify(a, other)
    a.engine.remember(session)
    other.engine.remember(theirs)
    other.wait_for(Remembered)
    device = a.wait_for(Remembered).device
    for name in (f"{kitchen.name} (2)", "Attic"):
        if device.name != name:
            a.engine.rename_remembered(device.id, name)
            a.wait_for(RememberedChanged, lambda event, name=name: name in {each.name for each in event.devices})  # type: ignore[misc]
        other.engine.send_text("hello", other.device_of(theirs))
        assert a.wait_for(TextReceived).transfer.peer == name
        number = a.engine.send_text("hello", a.device_of(session))
        assert a.wait_state(number, State.ASKING).peer == name


def test_an_address_that_turns_out_to_be_somebody_known_is_asked_about_first(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path
) -> None:
    a, b = pair_of_nodes
    remember(a, b)
    (tmp_path / "note").write_text("for whom?")
    for answer, state in (("no", State.CANCELLED), ("yes", State.DELIVERED)):
        number = a.engine.send([tmp_path / "note"], b.address)
        asked = a.wait_for(Recognised)
        assert (asked.peer, asked.called) == ("Kitchen PC", str(b.address))
        assert not b.heard(OfferReceived), "nothing is sent before the person's word"
        if answer == "no":
            a.engine.end_session(asked.session)
            for node in (a, b):
                node.wait_for(SessionEnded)
        else:
            a.engine.go_on(asked.session)
            b.accept()
        assert a.finished(number).state is state


def test_what_is_sent_as_soon_as_it_is_told_who_is_there_needs_no_question(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = pair_of_nodes
    remember(a, b)
    show = Links._show

    def slowly(links: Links, link: Link) -> None:
        time.sleep(0.3)
        show(links, link)

    monkeypatch.setattr(Links, "_show", slowly)
    prove(a, b)
    (tmp_path / "note").write_text("hello")
    sent = a.engine.send([tmp_path / "note"], b.address)
    b.accept()
    assert a.finished(sent).state is State.DELIVERED
    assert not a.heard(Recognised)


def test_a_card_that_is_recognised_is_sent_to_without_a_question(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path
) -> None:
    a, b = pair_of_nodes
    remember(a, b)
    (tmp_path / "note").write_text("for you")
    show_card(a, b)
    (card,) = a.engine.devices()
    assert card.remembered is not None
    assert card.remembered.name == "Kitchen PC"
    assert card.session is None, "a hint verifies nothing"
    number = a.engine.send([tmp_path / "note"], card.id)
    b.accept()
    assert a.finished(number).state is State.DELIVERED
    assert not a.heard(Recognised)


def test_somebody_can_be_expected_at_an_address(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    a, b = pair_of_nodes
    record, record_b = remember(a, b)
    (tmp_path / "note").write_text("for you alone")
    number = a.engine.send([tmp_path / "note"], b.address, expected=record)
    b.accept()
    assert a.finished(number).state is State.DELIVERED
    assert not a.heard(Recognised)
    b.engine.forget(record_b)
    a.wait_for(SessionEnded, lambda event: event.session == a.transfer(number).session)
    a.engine.pair(b.address, expected=record)
    assert a.wait_for(Unproven).peer == "Kitchen PC"
    assert len(b.heard(CodeReady)) == 1
    assert not b.heard(ComparisonOver), "nothing counts there as a failed comparison"


def test_what_is_for_a_remembered_device_goes_over_no_session_of_somebody_else_on_its_card(
    start_node: StartNode, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Clicked as the kitchen's; while its files were looked at, somebody known by a code claimed to be that card."""
    a, b, other = start_node("Ada's laptop"), start_node("Kitchen PC"), start_node("Somebody else")
    record, _ = remember(a, b)
    show_card(a, b)
    monkeypatch.setattr(other.engine._house, "own_instance", lambda: INSTANCE)
    _, session = verify(other, a)
    wait_until(lambda: a.device_of(session) == INSTANCE)
    (tmp_path / "note").write_text("for the kitchen")
    number = a.engine.send([tmp_path / "note"], DeviceId(INSTANCE), expected=record)
    b.accept()
    assert a.finished(number).state is State.DELIVERED
    assert not other.heard(OfferReceived)


def test_what_is_for_a_remembered_device_goes_over_no_session_of_somebody_else_at_its_address(
    start_node: StartNode, tmp_path: Path
) -> None:
    a, b, other = start_node("Ada's laptop"), start_node("Kitchen PC"), start_node("Somebody else")
    record, _ = remember(a, b)
    (tmp_path / "note").write_text("for the kitchen")
    with Line(other.address) as line:
        verify(a, other, line.address)
        line.mend(b.address)
        number = a.engine.send([tmp_path / "note"], line.address, expected=record)
        b.accept()
        assert a.finished(number).state is State.DELIVERED
        assert not other.heard(OfferReceived)


def test_what_comes_later_in_a_session_is_under_the_name_that_its_device_has_by_then(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path
) -> None:
    a, b = pair_of_nodes
    record, _ = remember(a, b)
    session, _ = prove(a, b)
    a.engine.rename_remembered(record, "Mum's computer")
    wait_until(lambda: a.facts(session).peer == "Mum's computer")
    note = tmp_path / "note.txt"
    note.write_text("hello")
    sent = a.engine.send([note], a.device_of(session))
    assert a.wait_state(sent, State.ASKING).peer == "Mum's computer"
    b.engine.send([note], b.connected())
    assert a.wait_for(OfferReceived).transfer.peer == "Mum's computer"


def test_giving_up_on_who_did_not_prove_itself_sends_nothing(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    a, b = pair_of_nodes
    _, record_b = remember(a, b)
    b.engine.forget(record_b)
    b.wait_for(RememberedChanged, lambda event: not event.devices)
    show_card(a, b)
    (tmp_path / "note").write_text("not for you")
    number = a.engine.send([tmp_path / "note"], DeviceId(INSTANCE))
    unproven = a.wait_for(Unproven)
    assert a.transfer(number).state is State.CONNECTING, "it waits for the person"
    second = a.engine.send([tmp_path / "note"], DeviceId(INSTANCE))
    wait_until(lambda: a.transfer(second).state is State.CONNECTING)
    a.engine.give_up(unproven.session)
    for each in (number, second):
        assert isinstance(a.finished(each).error, NotProven)
    assert not b.heard(OfferReceived)
    assert len(b.heard(CodeReady)) == 1


def test_what_waits_for_a_word_on_a_doubt_is_over_with_the_program(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path
) -> None:
    a, b = pair_of_nodes
    _, record_b = remember(a, b)
    b.engine.forget(record_b)
    b.wait_for(RememberedChanged, lambda event: not event.devices)
    show_card(a, b)
    (tmp_path / "note").write_text("not for you")
    number = a.engine.send([tmp_path / "note"], DeviceId(INSTANCE))
    a.wait_for(Unproven)
    a.engine.shutdown()
    assert a.transfer(number).state is State.CANCELLED


def test_comparing_anew_founds_another_record_and_replaces_none(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path
) -> None:
    a, b = pair_of_nodes
    record, record_b = remember(a, b)
    b.engine.forget(record_b)
    b.wait_for(RememberedChanged, lambda event: not event.devices)
    call_expecting(a, b)
    a.engine.compare_anew(a.wait_for(Unproven).session)
    code_a, code_b = a.wait_for(CodeReady), b.wait_for(CodeReady)
    assert code_a.doubted == "Kitchen PC"
    for node, code in ((a, code_a), (b, code_b)):
        node.engine.answer_code(code.session, Answer.MATCH)
    for node, code in ((a, code_a), (b, code_b)):
        node.wait_for(Verified)
        node.engine.remember(code.session)
    again = a.wait_for(Remembered).device
    assert again.id != record
    assert again.name == "Kitchen PC (2)"
    assert {each.id for each in a.engine.remembered()} == {record, again.id}


def test_who_takes_a_remembered_name_is_shown_with_a_doubt(start_node: StartNode) -> None:
    a, b = start_node("Ada's laptop"), start_node("Kitchen PC")
    remember(a, b)
    impostor = start_node("KITCHEN pc")
    a.engine.pair(impostor.address)
    code = a.wait_for(CodeReady)
    assert code.doubted == "Kitchen PC"
    a.engine.answer_code(code.session, Answer.NOT_NOW)
    a.wait_for(ComparisonOver)
    impostor.engine.pair(a.address)
    assert a.wait_for(CodeReady).doubted == "Kitchen PC", "also where it calls"


def test_remembered_twice_is_told_and_verifies_nobody(pair_of_nodes: tuple[Node, Node]) -> None:
    """Both sides hold two common secrets, as after two comparisons at once."""
    a, b = pair_of_nodes
    remember(a, b)
    secret = bytearray(token_bytes(64))
    a.engine._store.found(secret, Role.INITIATOR, "Kitchen PC")
    b.engine._store.found(secret, Role.RESPONDER, "Ada's laptop")
    a.engine.pair(b.address)
    a.wait_for(Trouble, lambda event: isinstance(event.error, SeveralRecords))
    assert len(a.heard(CodeReady)) == 1


def test_only_remembered_devices_get_in_where_only_they_may(start_node: StartNode) -> None:
    a, b, stranger = start_node("Ada's laptop"), start_node("Kitchen PC"), start_node("Stranger")
    remember(a, b)
    b.engine.change_settings(visibility=Visibility.REMEMBERED)
    wait_until(lambda: b.engine.settings.visibility is Visibility.REMEMBERED)
    stranger.engine.pair(b.address)
    stranger.wait_for(Trouble, lambda event: isinstance(event.error, PeerBusy))
    assert len(b.heard(CodeReady)) == 1
    prove(a, b)
