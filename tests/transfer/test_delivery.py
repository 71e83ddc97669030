"""What arrives is what was sent, under names that take nothing from anybody."""

import os
from pathlib import Path

import pytest

from desktop_app.errors import Declined, FolderUnusable, NobodyAsked, NotEnoughSpace
from desktop_app.events import OfferReceived, State
from desktop_app.protocol import limits
from tests.support.node import Node, verify, wait_until
from tests.transfer.trees import PAST, film, tree, write


def test_a_folder_arrives_equal_in_names_bytes_and_times(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    a, b = pair_of_nodes
    source = tmp_path / "holiday"
    write(source / "a.txt", b"hello", mtime=PAST)
    write(source / "größe/名前 🎉.txt", b"unicode", mtime=PAST + 1)
    write(source / "zero", b"", mtime=PAST + 2)
    write(source / "sub/deep/er/big.bin", os.urandom(3 * limits.MIB + 17), mtime=PAST + 3)
    for number in range(700):  # more ends than one message holds
        write(source / f"many/{number}", os.urandom(number * 7), mtime=PAST + number)
    (source / "empty/inner").mkdir(parents=True)
    for folder in [path for path in source.rglob("*") if path.is_dir()] + [source]:
        os.utime(folder, ns=(PAST, PAST))
    session, _ = verify(a, b)
    number = a.engine.send([source], a.device_of(session))
    received = b.accept()
    assert a.finished(number).state is State.DELIVERED
    transfer = b.finished(received)
    assert transfer.state is State.DELIVERED
    assert transfer.saved == (b.folder / "holiday",)
    assert tree(b.folder / "holiday") == tree(source)
    assert (b.folder / "holiday").stat().st_mtime_ns == PAST
    assert [path.name for path in b.folder.iterdir()] == ["holiday"], "no partial directory is left"
    progress = b.engine.progress(received)
    assert progress is not None
    assert (progress.bytes_done, progress.files_done) == (progress.bytes_total, progress.files_total)


def test_several_selected_things_arrive_side_by_side(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    a, b = pair_of_nodes
    paths = [
        write(tmp_path / "one.txt", b"1"),
        write(tmp_path / "two/inner", b"2").parent,
        write(tmp_path / "zero", b""),
    ]
    session, _ = verify(a, b)
    number = a.engine.send(paths, a.device_of(session))
    received = b.accept()
    assert a.finished(number).state is State.DELIVERED
    assert set(b.finished(received).saved) == {b.folder / path.name for path in paths}


def test_existing_names_are_told_and_kept(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    a, b = pair_of_nodes
    write(b.folder / "note.txt", b"mine", mtime=PAST)
    write(b.folder / "album/mine", b"mine", mtime=PAST)
    before = tree(b.folder)
    paths = [write(tmp_path / "note.txt", b"theirs"), write(tmp_path / "album/theirs", b"theirs").parent]
    session, _ = verify(a, b)
    number = a.engine.send(paths, a.device_of(session))
    offer = b.wait_for(OfferReceived)
    assert set(offer.existing) == {"note.txt", "album"}
    b.engine.accept(offer.transfer.id)
    assert a.finished(number).state is State.DELIVERED
    assert set(b.finished(offer.transfer.id).saved) == {b.folder / "note (2).txt", b.folder / "album (2)"}
    assert (b.folder / "note (2).txt").read_bytes() == b"theirs"
    assert [path.name for path in (b.folder / "album (2)").iterdir()] == ["theirs"]
    after = tree(b.folder)
    assert {path: after[path] for path in before} == before


def test_the_person_may_choose_another_folder(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    other = tmp_path / "elsewhere"
    number = a.engine.send([write(tmp_path / "note", b"hello")], a.device_of(session))
    b.accept(other)
    assert a.finished(number).state is State.DELIVERED
    assert (other / "note").read_bytes() == b"hello"
    assert list(b.folder.iterdir()) == []


def test_an_unusable_folder_asks_again_with_the_reason(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    number = a.engine.send([write(tmp_path / "note", b"hello")], a.device_of(session))
    offer = b.wait_for(OfferReceived)
    b.engine.accept(offer.transfer.id, write(tmp_path / "a file", b""))
    again = b.wait_for(OfferReceived)
    assert again.transfer.id == offer.transfer.id
    assert again.problem is not None
    assert again.problem.code == "folder-unusable"
    assert a.transfer(number).state is State.ASKING
    b.engine.accept(offer.transfer.id)
    assert a.finished(number).state is State.DELIVERED


def test_case_067_before_the_answer_nothing_is_on_the_disk_and_after_a_no_neither(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path
) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    number = a.engine.send([write(tmp_path / "note", b"hello")], a.device_of(session))
    offer = b.wait_for(OfferReceived)
    assert offer.transfer.state is State.ASKING
    assert offer.transfer.contents.total == 5
    assert list(b.folder.iterdir()) == []
    b.engine.decline(offer.transfer.id)
    transfer = a.finished(number)
    assert transfer.state is State.DECLINED
    assert isinstance(transfer.error, Declined)
    assert b.finished(offer.transfer.id).state is State.DECLINED
    assert list(b.folder.iterdir()) == []
    assert a.facts(session).keys_destroyed_at is None


def test_case_062_an_offer_too_big_for_the_disk_cannot_be_accepted(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path
) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    number = a.engine.send([film(tmp_path / "film", 2**43)], a.device_of(session))  # 8 TiB with nothing in it
    offer = b.wait_for(OfferReceived)
    assert isinstance(offer.problem, NotEnoughSpace)
    b.engine.accept(offer.transfer.id)
    assert isinstance(b.wait_for(OfferReceived).problem, NotEnoughSpace)
    assert list(b.folder.iterdir()) == []
    b.engine.decline(offer.transfer.id)
    assert a.finished(number).state is State.DECLINED


def test_an_offer_that_nobody_answers_is_declined_for_the_sender(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    number = a.engine.send([write(tmp_path / "note", b"hello")], a.device_of(session))
    offer = b.wait_for(OfferReceived)
    monkeypatch.setattr(limits, "ANSWER", 0.1)
    transfer = a.finished(number)
    assert transfer.state is State.DECLINED
    assert transfer.error is not None
    assert transfer.error.code == "no-answer"
    b.engine.accept(offer.transfer.id)  # too late: nothing happens
    wait_until(lambda: b.transfer(offer.transfer.id).state is State.DECLINED)
    assert str(b.transfer(offer.transfer.id).error) == "Nobody answered the offer here in time."
    assert list(b.folder.iterdir()) == []


def test_an_offer_that_nobody_could_be_asked_about_is_not_called_declined(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path
) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    number = a.engine.send([write(tmp_path / "note", b"hello")], a.device_of(session))
    offer = b.wait_for(OfferReceived)
    b.engine.decline(offer.transfer.id, NobodyAsked())
    there, here = a.finished(number), b.finished(offer.transfer.id)
    assert (there.state, there.error and there.error.code) == (State.DECLINED, "no-answer")
    assert (here.state, here.error and here.error.code) == (State.DECLINED, "nobody-asked")
    assert str(here.error) == f"Nobody could be asked here about what {a.name} offers."


def test_names_that_fill_more_than_one_message_arrive(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    a, b = pair_of_nodes
    paths = [write(tmp_path / "many" / f"{number}", b"x") for number in range(3 * limits.NAMES_PER_MESSAGE + 1)]
    session, _ = verify(a, b)
    number = a.engine.send(paths, a.device_of(session))
    b.accept()
    assert a.finished(number).state is State.DELIVERED
    assert sorted(path.name for path in b.folder.iterdir()) == sorted(path.name for path in paths)


def test_another_folder_is_looked_at_before_it_is_accepted(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    a, b = pair_of_nodes
    source = write(tmp_path / "note.txt", b"theirs")
    elsewhere, nowhere = tmp_path / "elsewhere", tmp_path / "no" / "where"
    write(elsewhere / "note.txt", b"mine")
    session, _ = verify(a, b)
    number = a.engine.send([source], a.device_of(session))
    offer = b.wait_for(OfferReceived)
    assert offer.existing == ()
    b.engine.consider(offer.transfer.id, nowhere)
    assert isinstance(b.wait_for(OfferReceived).problem, FolderUnusable)
    assert not nowhere.parent.exists(), "looking makes nothing"
    b.engine.consider(offer.transfer.id, elsewhere)
    again = b.wait_for(OfferReceived)
    assert (again.into, again.existing, again.problem) == (elsewhere, ("note.txt",), None)
    b.engine.accept(offer.transfer.id, elsewhere)
    assert a.finished(number).state is State.DELIVERED
    assert (elsewhere / "note (2).txt").read_bytes() == b"theirs"


@pytest.mark.parametrize("how", ["link", "gone", "other"])
def test_only_the_folder_that_was_shown_is_written_to(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, how: str
) -> None:
    a, b = pair_of_nodes
    home = write(tmp_path / "home/mine", b"mine").parent
    session, _ = verify(a, b)
    number = a.engine.send([write(tmp_path / "note.txt", b"theirs")], a.device_of(session))
    offer = b.wait_for(OfferReceived)
    b.folder.rename(tmp_path / "moved")
    if how == "link":
        b.folder.symlink_to(home)
    elif how == "other":
        b.folder.mkdir()
    b.engine.accept(offer.transfer.id)
    again = b.wait_for(OfferReceived)
    assert isinstance(again.problem, FolderUnusable)
    assert [path.name for path in home.iterdir()] == ["mine"]
    assert b.folder.exists() is (how != "gone")
    b.engine.decline(offer.transfer.id)
    assert a.finished(number).state is State.DECLINED
