"""Always accepting what a remembered device sends: unasked where nothing speaks against it, and asked as ever else."""

import json
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop_app.engine import house
from desktop_app.errors import (
    AppError,
    AskedForFolder,
    AskedForPrograms,
    AskedForRoom,
    AskedForSize,
    AskedForWhatIsThere,
    ProfileUnusable,
)
from desktop_app.events import (
    AlwaysAccept,
    Method,
    OfferReceived,
    RecordId,
    Remembered,
    RememberedChanged,
    SessionEnded,
    State,
    TextReceived,
    Transfer,
    TransferChanged,
    TransferId,
    Trouble,
    Verified,
)
from desktop_app.protocol.invitation import Invitation
from desktop_app.storage.device_record import DAY
from desktop_app.storage.disk_errors import BLOCK
from desktop_app.storage.existing import Existing
from desktop_app.transfer import unasked
from tests.engine.pasts import common_parts, documents
from tests.support.node import PATIENCE, Node, StartNode, verify, wait_until
from tests.support.remembering import prove, remember
from tests.transfer.trees import write

MB = 1_000_000


class Kitchen:
    """B remembers A, which has proved itself, and takes what it sends."""

    def __init__(self, a: Node, b: Node) -> None:
        self.a, self.b = a, b
        _, self.record = remember(a, b)
        self.into = b.root / "from Ada"
        self.into.mkdir()
        self.source = a.root / "source"
        self.accept(most=MB)
        prove(a, b)

    def accept(self, *, most: int) -> None:
        accept(self.b, self.record, AlwaysAccept(self.into, most))

    def send(self, name: str, content: bytes = b"abc") -> Transfer:
        """To its end; the row there."""
        sent = self.offer(name, content)
        self.a.finished(sent)
        return self.ended(name)

    def ended(self, name: str) -> Transfer:
        """The row there."""
        return self.b.wait_for(
            TransferChanged, lambda event: event.transfer.state.final and event.transfer.contents.names == (name,)
        ).transfer

    def offer(self, name: str, content: bytes = b"abc") -> TransferId:
        write(self.source / name, content)
        return self.a.engine.send([self.source / name], self.a.connected())

    def asked(self, kind: type[AppError] | None) -> OfferReceived:
        """The next offer is put before the person, for that reason."""
        offer = self.b.wait_for(OfferReceived)
        assert type(offer.asked_because) is (kind or type(None)), offer
        assert not offer.transfer.unasked
        return offer


def accept(node: Node, record: RecordId, always: AlwaysAccept | None) -> None:
    node.engine.always_accept(record, always)
    node.wait_for(RememberedChanged, lambda event: event.devices[0].always == always)


@pytest.fixture
def kitchen(pair_of_nodes: tuple[Node, Node]) -> Kitchen:
    return Kitchen(*pair_of_nodes)


def test_it_is_saved_in_its_folder_and_nobody_is_asked(kitchen: Kitchen) -> None:
    row = kitchen.send("note.txt", b"hello")
    assert (row.state, row.unasked, row.into) == (State.DELIVERED, True, kitchen.into)
    assert (kitchen.into / "note.txt").read_bytes() == b"hello"
    assert not kitchen.b.heard(OfferReceived)
    assert not any(kitchen.b.folder.iterdir())
    states = [event.transfer.state for event in kitchen.b.heard(TransferChanged)]
    assert State.ASKING not in states  # no row that waits for an answer is ever shown


def test_a_folder_that_is_called_like_a_program_is_none(kitchen: Kitchen) -> None:
    write(kitchen.source / "chart.js" / "example.com" / "note.txt", b"hello")
    kitchen.a.finished(kitchen.a.engine.send([kitchen.source / "chart.js"], kitchen.a.connected()))
    row = kitchen.ended("chart.js")
    assert (row.state, row.unasked, row.failures) == (State.DELIVERED, True, ())
    assert (kitchen.into / "chart.js" / "example.com" / "note.txt").read_bytes() == b"hello"


def test_the_history_says_so_and_the_sender_sees_no_difference(kitchen: Kitchen) -> None:
    kitchen.send("note.txt")
    for node, so in ((kitchen.a, False), (kitchen.b, True)):
        found: list[bool] = []
        node.engine.history(
            lambda numbers, node=node, found=found: node.engine.past(  # type: ignore[misc]
                lambda past: found.extend(each.transfer.unasked for each in past), numbers
            )
        )
        wait_until(lambda found=found: bool(found))  # type: ignore[misc]
        assert found == [so]


def test_only_the_receivers_receipt_says_so_and_what_both_know_is_the_same(kitchen: Kitchen, tmp_path: Path) -> None:
    sent = kitchen.offer("note.txt", b"hello")
    kitchen.a.finished(sent)
    received = kitchen.ended("note.txt")
    here = documents(kitchen.a, sent, tmp_path / "a")
    there = documents(kitchen.b, received.id, tmp_path / "b")
    assert common_parts(*here) == common_parts(*there)
    assert [json.loads(each[0])["local"]["unasked"] for each in (here, there)] == [None, True]
    assert ["without asking" in each[1] for each in (here, there)] == [False, True]


def test_what_was_said_on_the_command_line_is_unasked_too_and_takes_programs(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path
) -> None:
    a, b = pair_of_nodes
    program = write(tmp_path / "tool.sh", b"#!/bin/sh\n")
    program.chmod(0o755)
    session, _ = verify(a, b)
    sent = a.engine.send([program], a.device_of(session))
    offer = b.wait_for(OfferReceived)
    assert not offer.transfer.unasked
    b.engine.accept(offer.transfer.id, unasked=True)
    a.finished(sent)
    row = b.finished(offer.transfer.id)
    assert (row.state, row.unasked, row.failures) == (State.DELIVERED, True, ())
    text = documents(b, row.id, tmp_path / "receipt")[1]
    assert "Accepted                without asking, as said beforehand\n" in text


def test_what_a_person_accepts_is_not_said_to_be_unasked(pair_of_nodes: tuple[Node, Node]) -> None:
    a, b = pair_of_nodes
    remember(a, b)
    prove(a, b)
    write(a.root / "note.txt", b"abc")
    sent = a.engine.send([a.root / "note.txt"], a.connected())
    number = b.accept()
    a.finished(sent)
    assert not b.finished(number).unasked


def test_a_session_that_only_compared_a_code_asks_as_ever(kitchen: Kitchen) -> None:
    """Also where it is with the same computer, which is remembered by now."""
    a, b = kitchen.a, kitchen.b
    kitchen.b.engine.forget(kitchen.record)
    a.wait_for(SessionEnded)
    a.engine.forget(a.engine.remembered()[0].id)
    a.wait_for(RememberedChanged, lambda event: not event.devices)
    b.wait_for(RememberedChanged, lambda event: not event.devices)
    session_a, session_b = verify(a, b)
    kitchen.offer("one.txt")
    kitchen.asked(None)
    a.engine.remember(session_a)
    b.engine.remember(session_b)
    record = b.wait_for(Remembered).device.id
    assert b.engine.remembered()[0].always is None  # forgotten with the rest
    accept(b, record, AlwaysAccept(kitchen.into, MB))
    assert b.facts(session_b).method is Method.CODE
    kitchen.offer("two.txt")
    kitchen.asked(None)
    b.engine.end_session(session_b)
    a.wait_for(SessionEnded)
    prove(a, b)
    assert kitchen.send("three.txt").unasked


def test_an_invitation_asks_as_ever(kitchen: Kitchen, start_node: StartNode, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(house, "own_addresses", lambda: ("127.0.0.1",))
    other = start_node("Grace")
    write(other.root / "note.txt", b"abc")
    other.engine.send([other.root / "note.txt"], Invitation.parse(kitchen.b.engine.invite().text))
    kitchen.b.wait_for(Verified, lambda event: event.method is Method.INVITATION)
    kitchen.asked(None)


def test_a_session_that_was_cut_comes_back_with_it(kitchen: Kitchen) -> None:
    session = kitchen.b.heard(Verified)[-1].session
    kitchen.b.cut(session)
    kitchen.b.wait_for(Verified, lambda event: event.session != session)
    kitchen.a.wait_for(Verified)
    assert kitchen.send("note.txt").unasked


def test_more_than_the_limit_within_a_day_is_asked_about(kitchen: Kitchen, monkeypatch: pytest.MonkeyPatch) -> None:
    assert kitchen.send("one", bytes(600_000)).unasked
    kitchen.offer("two", bytes(600_000))
    offer = kitchen.asked(AskedForSize)
    assert offer.into == kitchen.into  # and where it usually goes
    kitchen.b.engine.accept(offer.transfer.id)
    row = kitchen.b.finished(offer.transfer.id)
    assert (row.state, row.unasked, row.into) == (State.DELIVERED, False, kitchen.into)
    assert kitchen.send("three", bytes(300_000)).unasked  # what the person took does not count
    kitchen.offer("four", bytes(200_000))
    kitchen.asked(AskedForSize)
    tomorrow = time.time() + DAY + 1
    monkeypatch.setattr(kitchen.b.engine._store, "_clock", lambda: tomorrow)
    assert kitchen.send("five", bytes(900_000)).unasked


def test_empty_files_count_for_what_they_take(kitchen: Kitchen) -> None:
    for number in range(300):
        write(kitchen.source / "many" / f"{number}", b"")
    kitchen.a.engine.send([kitchen.source / "many"], kitchen.a.connected())
    assert kitchen.asked(AskedForSize).transfer.contents.total == 0


def test_a_thousand_offers_take_no_more_than_one(kitchen: Kitchen) -> None:
    """Side by side, over one session."""
    kitchen.accept(most=5 * (100_000 + BLOCK))
    for number in range(12):
        kitchen.offer(str(number), bytes(100_000))
    for _ in range(7):
        kitchen.asked(AskedForSize)
    wait_until(lambda: len(list(kitchen.into.glob("*"))) == 5)
    assert sum(row.unasked for row in kitchen.b.engine.transfers()) == 5


def test_what_was_counted_outlives_the_run(kitchen: Kitchen) -> None:
    assert kitchen.send("one", bytes(900_000)).unasked
    kitchen.b.engine.shutdown()
    kitchen.a.wait_for(SessionEnded)
    again = Node.again(kitchen.b)
    again.engine.start()
    try:
        assert again.engine.remembered()[0].always == AlwaysAccept(kitchen.into, MB)
        prove(kitchen.a, again)
        kitchen.b = again
        kitchen.offer("two", bytes(200_000))
        kitchen.asked(AskedForSize)
    finally:
        again.engine.shutdown()


def remove_folder(kitchen: Kitchen, _patch: pytest.MonkeyPatch) -> None:
    kitchen.into.rmdir()


def replace_folder(kitchen: Kitchen, _patch: pytest.MonkeyPatch) -> None:
    kitchen.into.rmdir()
    write(kitchen.into, b"a file")


def fill(kitchen: Kitchen, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(unasked, "SPARE", 2**60)


def put_there(kitchen: Kitchen, _patch: pytest.MonkeyPatch) -> None:
    write(kitchen.into / "tool.txt", b"mine")


def run(kitchen: Kitchen, _patch: pytest.MonkeyPatch) -> None:
    write(kitchen.source / "tool.txt", b"abc").chmod(0o700)


@pytest.mark.parametrize(
    ("against", "because"),
    [
        (remove_folder, AskedForFolder),
        (replace_folder, AskedForFolder),
        (fill, AskedForRoom),
        (put_there, AskedForWhatIsThere),
        (run, AskedForPrograms),
    ],
)
def test_what_speaks_against_it_is_told(
    kitchen: Kitchen,
    monkeypatch: pytest.MonkeyPatch,
    against: Callable[[Kitchen, pytest.MonkeyPatch], None],
    because: type[AppError],
) -> None:
    write(kitchen.source / "tool.txt", b"abc")
    against(kitchen, monkeypatch)
    kitchen.a.engine.send([kitchen.source / "tool.txt"], kitchen.a.connected())
    offer = kitchen.asked(because)
    assert offer.problem is None
    assert offer.into == (kitchen.b.folder if because is AskedForFolder else kitchen.into)
    kitchen.b.engine.accept(offer.transfer.id)
    assert kitchen.b.finished(offer.transfer.id).state is State.DELIVERED


@pytest.mark.parametrize("existing", [Existing.KEEP_BOTH, Existing.SKIP_IDENTICAL])
def test_names_that_are_there_are_no_reason_where_the_settings_decide(kitchen: Kitchen, existing: Existing) -> None:
    kitchen.b.engine.change_settings(existing=existing)
    wait_until(lambda: kitchen.b.engine.settings.existing is existing)
    write(kitchen.into / "note.txt", b"abc")
    row = kitchen.send("note.txt", b"abc")
    assert (row.unasked, row.were_there) == (True, int(existing is Existing.SKIP_IDENTICAL))
    assert len(list(kitchen.into.iterdir())) == (1 if existing is Existing.SKIP_IDENTICAL else 2)


@contextmanager
def undecided(node: Node) -> Iterator[None]:
    """What asks the store waits meanwhile."""
    held, go = threading.Event(), threading.Event()

    def wait() -> None:
        held.set()
        assert go.wait(PATIENCE)

    node.engine._keeper.do(wait)
    assert held.wait(PATIENCE)
    try:
        yield
    finally:
        go.set()


def test_one_that_is_withdrawn_while_an_offer_comes_asks(kitchen: Kitchen) -> None:
    """Whatever was shown a moment ago, the store decides."""
    with undecided(kitchen.b):
        kitchen.b.engine.always_accept(kitchen.record, None)  # after that, before the offer
        kitchen.offer("note.txt")
        wait_until(lambda: any(each.session for each in kitchen.b.engine.transfers()))
        assert kitchen.b.engine.remembered()[0].always is not None
    offer = kitchen.asked(None)
    assert not any(kitchen.into.iterdir())
    kitchen.b.engine.decline(offer.transfer.id)


@pytest.mark.parametrize("how", ["session", "device", "offer"])
def test_what_is_over_before_it_is_decided_leaves_nothing(kitchen: Kitchen, how: str) -> None:
    with undecided(kitchen.b):
        if how == "device":
            kitchen.b.engine.forget(kitchen.record)
        sent = kitchen.offer("note.txt")
        wait_until(lambda: any(each.session for each in kitchen.b.engine.transfers()))
        if how == "session":
            kitchen.a.engine.end_session(kitchen.a.heard(Verified)[-1].session)
            kitchen.b.wait_for(SessionEnded)
        elif how == "offer":
            kitchen.a.engine.cancel(sent)
            kitchen.b.wait_for(TransferChanged, lambda event: event.transfer.state is State.CANCELLED)
    if how == "device":
        kitchen.b.wait_for(SessionEnded)
    decided = threading.Event()
    kitchen.b.engine._keeper.do(decided.set)
    assert decided.wait(PATIENCE)
    assert all(each.state.final and not each.unasked for each in kitchen.b.engine.transfers())
    assert not any(kitchen.into.iterdir())


def test_what_was_accepted_goes_on_when_it_is_withdrawn(kitchen: Kitchen) -> None:
    kitchen.accept(most=10**12)
    big = kitchen.source / "big"
    write(big, b"")
    os.truncate(big, 300 * MB)
    sent = kitchen.a.engine.send([big], kitchen.a.connected())
    kitchen.b.wait_for(TransferChanged, lambda event: event.transfer.state is State.MOVING)
    accept(kitchen.b, kitchen.record, None)
    assert kitchen.a.finished(sent).state is State.DELIVERED
    kitchen.offer("next")
    kitchen.asked(None)


def test_a_store_that_cannot_be_written_asks(kitchen: Kitchen, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise ProfileUnusable(path="devices", reason="full")

    monkeypatch.setattr(kitchen.b.engine._store, "take_unasked", refuse)
    kitchen.offer("note.txt")
    kitchen.asked(None)
    kitchen.b.wait_for(Trouble, lambda event: isinstance(event.error, ProfileUnusable))


def test_texts_are_shown_as_ever(kitchen: Kitchen) -> None:
    kitchen.a.engine.send_text("Where are you?", kitchen.a.connected())
    text = kitchen.b.wait_for(TextReceived)
    assert not text.transfer.unasked
    kitchen.b.engine.take_text(text.transfer.id)


def test_who_starts_with_a_folder_has_all_of_it_there(kitchen: Kitchen, monkeypatch: pytest.MonkeyPatch) -> None:
    """As `receive --into` does."""
    elsewhere = kitchen.b.root / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.setattr(kitchen.b.engine._house, "_save_folder", elsewhere)
    row = kitchen.send("note.txt")
    assert (row.unasked, row.into) == (True, elsewhere)
    assert not any(kitchen.into.iterdir())


def test_one_that_was_interrupted_stays_unasked_in_the_next_run(kitchen: Kitchen) -> None:
    a, b = kitchen.a, kitchen.b
    kitchen.accept(most=10**12)
    big = kitchen.source / "big"
    write(big, b"")
    os.truncate(big, 400 * MB)
    sent = a.engine.send([big], a.connected())
    moving = b.wait_for(TransferChanged, lambda event: event.transfer.state is State.MOVING).transfer
    wait_until(lambda: b.bytes_done(moving.id) > 0)
    b.engine.shutdown()
    ended_at = time.time()
    again = Node.again(b)
    again.engine.start()
    try:
        wait_until(lambda: [each.unasked for each in again.engine.transfers()] == [True])
        prove(a, again)
        a.finished(sent)
        row = again.wait_for(TransferChanged, lambda event: event.transfer.state.final).transfer
        assert (row.state, row.unasked) == (State.DELIVERED, True)
        times = again.engine._past._receipt(row.id).facts.local
        assert times.verified_at <= times.offered_at <= times.started_at < ended_at < times.ended_at, "as it really was"
    finally:
        again.engine.shutdown()
