"""Being asked: what a person must know first, and an answer that is meant."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListView, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.errors import FilesTooBigHere, FolderUnusable, Names, NamesNotHeldHere, NoAnswer, NotEnoughSpace, Size
from desktop_app.events import Contents, Method, OfferReceived, SessionId, State
from desktop_app.gui import dates, error_text, plain
from desktop_app.gui.offer_dialog import OfferDialog
from desktop_app.storage.existing import Existing
from desktop_app.storage.settings import Settings
from tests.gui.conftest import Stage, keyboard
from tests.support.fake_engine import WEEKS_AGO
from tests.support.top_names import a_file, a_folder, contents

LEFT = Qt.MouseButton.LeftButton
HOLIDAY = contents(a_folder("holiday 2026", 214, 3_200_000_000), folders=12)


def texts(stage: Stage) -> str:
    dialog = stage.find(OfferDialog, "offer-dialog")
    shown = [label for label in dialog.findChildren(QLabel) if label.isVisible()]
    return "\n".join(label.whole if isinstance(label, plain.Elided) else label.text() for label in shown)


def click(stage: Stage, qtbot: QtBot, name: str) -> None:
    button = stage.find(QPushButton, name)
    qtbot.waitUntil(button.isEnabled)
    QTest.mouseClick(button, LEFT)


def test_it_says_who_what_how_much_and_where(stage: Stage) -> None:
    stage.engine.offer(HOLIDAY, peer="Ada's laptop", into=Path("/home/grace/Downloads"), free=120_000_000_000)
    said = texts(stage)
    for expected in ("Ada's laptop", "214 files in 12 folders, 3.2 GB", "/home/grace/Downloads", "Free here: 120 GB"):
        assert expected in said
    names = stage.find(QListView, "offer-names").model()
    assert [names.index(row, 0).data() for row in range(names.rowCount())] == [plain.isolated("holiday 2026")]


def test_it_says_how_the_one_who_asks_is_known(stage: Stage) -> None:
    [kitchen] = stage.engine.know("Kitchen PC")
    stage.engine.find("kitchen", "Kitchen PC")
    stage.engine.verify(SessionId(1), "kitchen", method=Method.RECORD, compared_at=WEEKS_AGO, remembered=kitchen)
    stage.engine.offer(HOLIDAY, peer="Kitchen PC")
    said = f"Remembered, verified {dates.day(WEEKS_AGO)}"
    assert stage.find(QLabel, "offer-known").text() == said
    assert stage.find(QLabel, "offer-title").accessibleDescription() == said


def test_a_code_that_was_just_compared_is_said_so(stage: Stage) -> None:
    stage.engine.find("kitchen", "Kitchen PC")
    stage.engine.verify(SessionId(1), "kitchen", compared_at=time.time())
    stage.engine.offer(HOLIDAY, peer="Kitchen PC")
    assert stage.find(QLabel, "offer-known").text() == "Verified just now"


@pytest.mark.usefixtures("quick")
def test_accepting_saves_where_it_said(stage: Stage, qtbot: QtBot) -> None:
    transfer = stage.engine.offer(HOLIDAY)
    click(stage, qtbot, "offer-accept")
    assert stage.engine.calls == [("accept", transfer.id, None)]
    assert not stage.shows("offer-dialog")


@pytest.mark.usefixtures("quick")
def test_another_folder_may_be_chosen(stage: Stage, qtbot: QtBot) -> None:
    transfer = stage.engine.offer(HOLIDAY)
    click(stage, qtbot, "offer-change-folder")
    there = stage.choosing.chosen_folder
    assert str(there) in texts(stage)
    assert "Free here" not in texts(stage)
    assert not stage.shows("offer-accept")  # nobody knows yet what that disk says
    stage.engine.offer_again(transfer, there, free=7_000_000_000)
    assert "Free here: 7.0 GB" in texts(stage)
    click(stage, qtbot, "offer-accept")
    assert stage.engine.calls == [("consider", transfer.id, there), ("accept", transfer.id, there)]


@pytest.mark.usefixtures("quick")
def test_what_a_slow_disk_says_late_brings_no_folder_back_that_was_left(stage: Stage, qtbot: QtBot) -> None:
    transfer = stage.engine.offer(HOLIDAY)
    chosen = Path("/mnt/slow"), Path("/mnt/usb")
    for stage.choosing.chosen_folder in chosen:
        click(stage, qtbot, "offer-change-folder")
    stage.engine.offer_again(transfer, chosen[0])
    assert str(chosen[1]) in texts(stage)
    assert not stage.shows("offer-accept")
    stage.engine.offer_again(transfer, chosen[1])
    click(stage, qtbot, "offer-accept")
    assert stage.engine.calls[-1] == ("accept", transfer.id, chosen[1])


def test_of_a_folder_that_cannot_be_used_nobody_says_how_much_is_free(stage: Stage) -> None:
    away = FolderUnusable(path="/mnt/usb", reason="it does not exist")
    stage.engine.offer(HOLIDAY, free=0, problem=away)
    assert error_text.sentence(away) in texts(stage)
    assert "Free here" not in texts(stage)


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("how", ["offer-decline", "escape", "close"])
def test_declining(stage: Stage, qtbot: QtBot, how: str) -> None:
    transfer = stage.engine.offer(HOLIDAY)
    dialog = stage.find(OfferDialog, "offer-dialog")
    if how == "escape":
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    elif how == "close":
        dialog.close()
    else:
        click(stage, qtbot, how)
    assert stage.engine.calls == [("decline", transfer.id)]


def test_stray_keys_accept_nothing(stage: Stage) -> None:
    stage.engine.offer(HOLIDAY)
    for _ in range(20):
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            QTest.keyClick(keyboard(), key)
    assert not stage.engine.calls


@pytest.mark.usefixtures("quick")
def test_what_does_not_fit_cannot_be_accepted_but_moved_elsewhere(stage: Stage, qtbot: QtBot) -> None:
    problem = NotEnoughSpace(needed=Size(3_200_000_000), free=Size(1_100_000_000))
    transfer = stage.engine.offer(HOLIDAY, free=1_100_000_000, problem=problem)
    qtbot.waitUntil(stage.find(QPushButton, "offer-decline").isEnabled)
    assert not stage.shows("offer-accept")
    assert "There is not enough space: 3.2 GB needed, 1.1 GB free." in texts(stage)
    click(stage, qtbot, "offer-change-folder")
    there = stage.choosing.chosen_folder
    stage.engine.offer_again(transfer, there, problem=problem)
    assert not stage.shows("offer-accept")
    click(stage, qtbot, "offer-change-folder")
    stage.engine.offer_again(transfer, there)
    click(stage, qtbot, "offer-accept")
    considered = ("consider", transfer.id, there)
    assert stage.engine.calls == [considered, considered, ("accept", transfer.id, there)]


def test_programs_and_existing_names_are_told(stage: Stage) -> None:
    stage.engine.offer(Contents(("a", "setup.exe"), 5, 1, 10, programs=3), existing=("a",))
    assert "3 of these files are programs." in texts(stage)
    assert f"{plain.isolated('a')} is there already. It stays as it is." in texts(stage)


def test_what_the_disk_there_cannot_hold_is_told_and_may_be_accepted(stage: Stage) -> None:
    names = tuple(f"ä{number}" for number in range(7))
    stage.engine.offer(
        HOLIDAY,
        warnings=(
            NamesNotHeldHere(path="/media/stick", names=Names(names)),
            FilesTooBigHere(path="/media/stick", most=Size(4_294_967_295)),
        ),
    )
    said = texts(stage)
    assert "cannot hold these names: “" in said
    assert "ä4" in said
    assert "ä5" not in said
    assert "and 2 more" in said
    assert "holds no files of more than 4.3 GB. Bigger ones will be left out." in said
    assert stage.shows("offer-accept")


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    ("usual", "press", "chosen"),
    [
        (Existing.ASK, "", Existing.KEEP_BOTH),
        (Existing.KEEP_BOTH, "", Existing.KEEP_BOTH),
        (Existing.SKIP_IDENTICAL, "", Existing.SKIP_IDENTICAL),
        (Existing.ASK, "existing-skip-identical", Existing.SKIP_IDENTICAL),
        (Existing.SKIP_IDENTICAL, "existing-keep-both", Existing.KEEP_BOTH),
    ],
)
def test_what_is_there_already_is_kept_and_the_person_says_how(
    stage: Stage, qtbot: QtBot, usual: Existing, press: str, chosen: Existing
) -> None:
    stage.engine.settings = Settings(name="Ada's laptop", existing=usual)
    transfer = stage.engine.offer(HOLIDAY, existing=tuple(HOLIDAY.names))
    if press:
        choice = stage.find(QRadioButton, press)
        choice.setFocus()
        QTest.keyClick(choice, Qt.Key.Key_Space)
    click(stage, qtbot, "offer-accept")
    assert stage.engine.calls == [("accept", transfer.id, None, chosen)]


@pytest.mark.usefixtures("quick")
def test_what_was_interrupted_says_how_much_is_here(stage: Stage, qtbot: QtBot) -> None:
    transfer = stage.engine.offer(HOLIDAY, existing=tuple(HOLIDAY.names), continues=1_200_000_000)
    assert "This was interrupted. 1.2 GB of it are here already; only the rest comes." in texts(stage)
    assert not stage.shows("offer-existing")
    click(stage, qtbot, "offer-accept")
    assert stage.engine.calls == [("accept", transfer.id, None)]


@pytest.mark.usefixtures("quick")
def test_what_was_interrupted_goes_to_another_folder_where_that_was_chosen(stage: Stage, qtbot: QtBot) -> None:
    transfer = stage.engine.offer(HOLIDAY, continues=1_200_000_000)
    click(stage, qtbot, "offer-change-folder")
    there = stage.choosing.chosen_folder
    stage.engine.offer_again(transfer, there)
    click(stage, qtbot, "offer-accept")
    assert stage.engine.calls[-1] == ("accept", transfer.id, there)


@pytest.mark.usefixtures("quick")
def test_another_folder_asks_anew_about_its_own_names(stage: Stage, qtbot: QtBot) -> None:
    transfer = stage.engine.offer(HOLIDAY, existing=tuple(HOLIDAY.names))
    stage.find(QRadioButton, "existing-skip-identical").click()
    click(stage, qtbot, "offer-change-folder")
    assert not stage.shows("offer-existing")
    there = stage.choosing.chosen_folder
    stage.engine.offer_again(transfer, there, existing=tuple(HOLIDAY.names))
    assert stage.find(QRadioButton, "existing-skip-identical").isChecked()
    stage.engine.offer_again(transfer, there)
    assert not stage.shows("offer-existing")
    click(stage, qtbot, "offer-accept")
    assert stage.engine.calls[-1] == ("accept", transfer.id, there)


def test_the_facts_may_come_again_for_the_same_offer(stage: Stage) -> None:
    transfer = stage.engine.offer(HOLIDAY)
    stage.window.handle(OfferReceived(transfer, 5_000_000, Path("/mnt/stick"), (), None))
    assert "/mnt/stick" in texts(stage)
    assert "Free here: 5.0 MB" in texts(stage)


def test_an_offer_that_ended_elsewhere_closes_by_itself(stage: Stage) -> None:
    transfer = stage.engine.offer(HOLIDAY)
    stage.engine.change(transfer, state=State.DECLINED, error=NoAnswer(peer="Grace"))
    assert not stage.shows("offer-dialog")
    assert not stage.engine.calls


@pytest.mark.usefixtures("quick")
def test_offers_wait_for_each_other_and_for_a_code(stage: Stage, qtbot: QtBot) -> None:
    stage.engine.find("kitchen", "Kitchen PC")
    session = stage.engine.show_code()
    first = stage.engine.offer(HOLIDAY)
    second = stage.engine.offer(Contents(("b",), 1, 0, 1))
    assert not stage.shows("offer-dialog")
    stage.engine.verify(session, "kitchen")
    qtbot.waitUntil(lambda: stage.shows("offer-dialog"))
    click(stage, qtbot, "offer-accept")
    qtbot.waitUntil(lambda: stage.find(OfferDialog, "offer-dialog").transfer == second.id)
    click(stage, qtbot, "offer-decline")
    assert stage.engine.calls == [("remember", session), ("accept", first.id, None), ("decline", second.id)]


def test_a_hundred_thousand_names_open_at_once(stage: Stage, qtbot: QtBot) -> None:
    what = contents(*(a_file(f"picture {number}.jpg", number) for number in range(100_000)))
    begun = time.process_time()
    stage.engine.offer(what)
    assert time.process_time() - begun < 1, "each line is made when somebody looks at it"
    assert stage.find(QListView, "offer-names").model().rowCount() == 100_000
    assert stage.find(QWidget, "offer-dialog").height() < 800
