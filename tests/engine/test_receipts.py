"""Receipts of two real computers: both save the same one, of what was delivered and of nothing else."""

import json
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from blake3 import blake3

from desktop_app.engine import Answer
from desktop_app.errors import Cancelled, FolderUnusable, WriteFailed
from desktop_app.events import HistoryId, OfferReceived, State, TransferId, Trouble
from desktop_app.storage import spool
from desktop_app.storage.history_errors import ReceiptUnavailable
from desktop_app.storage.partial import PartialFile
from desktop_app.transfer import receipt_json
from desktop_app.transfer.receipt import Receipt
from tests.engine.pasts import (
    common_of,
    common_parts,
    delivered,
    digest_in,
    documents,
    history,
    in_database,
    newest,
    save_receipt,
)
from tests.support.node import PATIENCE, Node, verify, wait_until
from tests.support.remembering import prove, remember
from tests.transfer.receipts import canonical, manifest_of
from tests.transfer.trees import film, write


@pytest.fixture
def album(tmp_path: Path) -> Path:
    for number in range(5):
        write(tmp_path / "album" / f"{number}.jpg", os.urandom(3000))
    write(tmp_path / "album/größe/film", os.urandom(3 << 20))
    (tmp_path / "album/empty").mkdir()
    (tmp_path / "album/link").symlink_to("/etc/passwd")
    return tmp_path / "album"


@pytest.fixture
def _failing_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the receiver, for one file."""
    write_to = PartialFile.write

    def failing(file: PartialFile, data: memoryview) -> int:
        if file.path.name == "3.jpg":
            raise WriteFailed(path=file.path.text, reason="the disk reported an error")
        return write_to(file, data)

    monkeypatch.setattr(PartialFile, "write", failing)


@pytest.mark.usefixtures("_failing_disk")
def test_both_sides_save_the_same_receipt_of_a_folder_in_which_things_failed(
    pair_of_nodes: tuple[Node, Node], album: Path, tmp_path: Path
) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    sent = a.engine.send([album], a.device_of(session))
    offer = b.wait_for(OfferReceived)
    (album / "1.jpg").unlink()
    b.engine.accept(offer.transfer.id)
    received = offer.transfer.id
    assert a.finished(sent).state is b.finished(received).state is State.PARTLY
    here, there = documents(a, sent, tmp_path / "a"), documents(b, received, tmp_path / "b")
    assert common_parts(*here) == common_parts(*there)
    assert here[0] != there[0]
    common = common_of(here[0])
    assert (common["sender"], common["receiver"]) == ("Ada's laptop", "Kitchen PC")
    assert common["verification"] == "code compared"
    assert {each["path"]: each["result"] for each in common["entries"] if each["result"] != "delivered"} == {
        "album/1.jpg": "vanished",
        "album/3.jpg": "write_failed",
    }
    digests = {each["path"]: each["blake3"] for each in common["entries"]}
    assert digests["album/1.jpg"] is None
    for name in ("0.jpg", "3.jpg", "größe/film"):
        assert digests[f"album/{name}"] == blake3((album / name).read_bytes()).hexdigest()
    assert common["totals"]["delivered"] == {"bytes": 9000 + (3 << 20), "files": 4, "folders": 3}
    assert manifest_of(common) == common["manifest_blake3"]
    said = json.loads(here[0])
    assert said["common_blake3"] == blake3(canonical(common)).hexdigest() == digest_in(here[1])
    assert (said["local"]["saved_by"], json.loads(there[0])["local"]["saved_by"]) == ("sender", "receiver")
    assert [each["path"] for each in said["local"]["left_out"]["first"]] == ["album/link"]


def test_names_in_it_are_those_that_both_told_each_other_in_that_session(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path
) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    b.engine.change_settings(name="Cellar PC")
    wait_until(lambda: b.engine.settings.name == "Cellar PC")
    sent, received = delivered(a, b, session, write(tmp_path / "note.txt", b"hello"))
    here, there = documents(a, sent.id, tmp_path / "a"), documents(b, received.id, tmp_path / "b")
    assert common_parts(*here) == common_parts(*there)
    assert common_of(here[0])["receiver"] == "Kitchen PC"


def test_a_remembered_device_is_named_as_it_calls_itself_and_as_it_is_known(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path
) -> None:
    a, b = pair_of_nodes
    record, _ = remember(a, b)
    a.engine.rename_remembered(record, "Mum's computer")
    wait_until(lambda: a.engine.remembered()[0].name == "Mum's computer")
    session, _ = prove(a, b)
    sent, received = delivered(a, b, session, write(tmp_path / "note.txt", b"hello"))
    here, there = documents(a, sent.id, tmp_path / "a"), documents(b, received.id, tmp_path / "b")
    assert common_parts(*here) == common_parts(*there)
    assert common_of(here[0])["verification"] == "remembered"
    assert common_of(here[0])["receiver"] == "Kitchen PC"
    assert json.loads(here[0])["local"]["peer_known_as"] == "Mum's computer"
    assert newest(a).remembered == record


def test_the_same_content_sent_twice_has_two_receipts(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    source = write(tmp_path / "note.txt", b"hello")
    (first, _), (second, _) = delivered(a, b, session, source), delivered(a, b, session, source)
    one, two = (common_of(documents(a, sent.id, tmp_path / "a")[0]) for sent in (first, second))
    assert one["manifest_blake3"] == two["manifest_blake3"]
    assert one["offer"] != two["offer"]


def test_of_a_transfer_in_either_direction_sender_and_receiver_are_told_right(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path
) -> None:
    a, b = pair_of_nodes
    _, session = verify(a, b)
    sent, received = delivered(b, a, session, write(tmp_path / "note.txt", b"hello"))
    here, there = documents(b, sent.id, tmp_path / "b"), documents(a, received.id, tmp_path / "a")
    assert common_parts(*here) == common_parts(*there)
    assert (common_of(here[0])["sender"], common_of(here[0])["receiver"]) == ("Kitchen PC", "Ada's laptop")


def test_it_was_offered_when_the_offer_came_and_not_when_somebody_chose_it(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path
) -> None:
    """Between the two, people may take minutes to compare a code."""
    a, b = pair_of_nodes
    sent = a.engine.send([write(tmp_path / "note.txt", b"hello")], b.address)
    for node in (a, b):
        node.answer(Answer.MATCH)
    received = b.accept()
    assert (a.finished(sent).state, b.finished(received).state) == (State.DELIVERED, State.DELIVERED)
    for node, number in ((a, sent), (b, received)):
        local = node.engine._past._receipt(number).facts.local
        assert local.verified_at <= local.offered_at <= local.started_at <= local.ended_at


# --- none ------------------------------------------------------------------------------------------------


def test_what_was_declined_cancelled_or_not_found_has_no_receipt(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spool, "BUFFER", 1)
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    ended: list[tuple[Node, TransferId]] = []
    declined = a.engine.send([write(tmp_path / "note.txt", b"hello")], a.device_of(session))
    offer = b.wait_for(OfferReceived)
    b.engine.decline(offer.transfer.id)
    ended += [(a, declined), (b, offer.transfer.id)]
    first = [write(tmp_path / f"{number}", b"x") for number in range(600)]  # more than one message of ends
    cancelled = a.engine.send([*first, film(tmp_path / "film")], a.device_of(session))
    accepted = b.accept()
    wait_until(lambda: all(list(node.engine.profile.receipts.glob("*")) for node in (a, b)))
    a.engine.cancel(cancelled)
    ended += [(a, cancelled), (b, accepted), (a, a.engine.send([tmp_path / "not there"], a.device_of(session)))]
    for node, number in ended:
        assert node.finished(number).state in {State.DECLINED, State.CANCELLED, State.FAILED}
        error = save_receipt(node, number, tmp_path / "receipt.json")
        assert isinstance(error, ReceiptUnavailable)
        assert error.next_step
    assert not (tmp_path / "receipt.json").exists()
    for node in (a, b):
        assert not any(each.has_receipt for each in history(node).transfers)
        assert not list(node.engine.profile.receipts.glob("*"))


@pytest.mark.parametrize("of", [TransferId(77), HistoryId("77"), HistoryId("-1"), HistoryId("x"), HistoryId("9" * 40)])
def test_what_never_was_has_none(node: Node, tmp_path: Path, of: TransferId | HistoryId) -> None:
    assert isinstance(save_receipt(node, of, tmp_path / "receipt.json"), ReceiptUnavailable)


def test_damaged_or_missing_entries_make_none(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    sent, received = delivered(a, b, session, write(tmp_path / "note.txt", b"hello"))
    wait_until(lambda: newest(a).has_receipt and newest(b).has_receipt)
    [of_a], [of_b] = a.engine.profile.receipts.iterdir(), b.engine.profile.receipts.iterdir()
    assert of_a.read_bytes() == of_b.read_bytes()
    of_a.write_bytes(of_a.read_bytes().replace(b"note", b"mote"))
    of_b.unlink()
    for node, transfer in ((a, sent), (b, received)):
        assert isinstance(save_receipt(node, transfer.id, tmp_path / "receipt.json"), ReceiptUnavailable)
    assert not (tmp_path / "receipt.json").exists()


@pytest.mark.parametrize("facts", ["{}", '{"unknown":' + "[" * 10_000 + "]" * 10_000 + "}"], ids=["none", "deep"])
def test_facts_that_nobody_here_wrote_make_none(pair_of_nodes: tuple[Node, Node], tmp_path: Path, facts: str) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    sent, _ = delivered(a, b, session, write(tmp_path / "note.txt", b"hello"))
    wait_until(lambda: newest(a).has_receipt)
    in_database(a, f"UPDATE transfers SET receipt = '{facts}'")
    assert isinstance(save_receipt(a, sent.id, tmp_path / "receipt.json"), ReceiptUnavailable)


def test_a_disk_without_room_for_it_costs_the_receipt_and_nothing_else(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path
) -> None:
    a, b = pair_of_nodes
    b.engine.profile.receipts.write_text("in the way")
    session, _ = verify(a, b)
    sent, received = delivered(a, b, session, write(tmp_path / "note.txt", b"hello"))
    assert received.state is State.DELIVERED
    b.wait_for(Trouble, lambda event: event.error.code == "profile-unusable")
    assert not newest(b).has_receipt
    assert isinstance(save_receipt(b, received.id, tmp_path / "receipt.json"), ReceiptUnavailable)
    assert save_receipt(a, sent.id, tmp_path / "receipt.json") is None


# --- the document ----------------------------------------------------------------------------------------


def test_it_takes_nobodys_place_unless_the_person_says_so(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    sent, _ = delivered(a, b, session, write(tmp_path / "note.txt", b"hello"))
    mine = write(tmp_path / "receipt.txt", b"mine")
    assert isinstance(save_receipt(a, sent.id, mine), WriteFailed)
    assert mine.read_bytes() == b"mine"
    assert save_receipt(a, sent.id, mine, replace=True, as_json=False) is None
    assert mine.read_text().startswith("Tallystick receipt")
    assert isinstance(save_receipt(a, sent.id, tmp_path / "no" / "where"), FolderUnusable)


def test_the_end_of_the_program_waits_for_no_receipt(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    sent, _ = delivered(a, b, session, write(tmp_path / "note.txt", b"hello"))
    writing = threading.Event()

    def endless(_receipt: Receipt) -> Iterator[bytes]:
        while True:
            yield b"x"
            writing.set()
            time.sleep(0.3)  # longer than the rest of the end takes

    monkeypatch.setattr(receipt_json, "as_json", endless)
    said: list[object] = []
    a.engine.save_receipt(sent.id, tmp_path / "receipt.json", said.append, as_json=True)
    assert writing.wait(PATIENCE)
    a.engine.shutdown()
    assert [type(error) for error in said] == [Cancelled]
    assert sorted(path.suffix for path in tmp_path.iterdir() if path.is_file()) == [".txt"]
