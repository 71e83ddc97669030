"""Earlier transfers: below those of this run, found by words, loaded as one scrolls, forgotten after a question."""

from array import array
from collections.abc import Callable, Collection
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.errors import ConnectionLost, PartlyDelivered, SourceChanged, WriteFailed
from desktop_app.events import Contents, Direction, FileFailure, HistoryChanged, HistoryId, State, Transfer, TransferId
from desktop_app.gui.clear_dialog import ClearDialog
from desktop_app.gui.past_details import PastDetails
from desktop_app.gui.past_list import PastList
from desktop_app.gui.past_model import KEPT, PAGE, PastModel
from desktop_app.gui.transfers import OVER_SHOWN
from tests.gui.conftest import HOSTILE, Stage
from tests.support.fake_engine import AFTERNOON, DAY

LEFT = Qt.MouseButton.LeftButton
DOWNLOADS = Path("/home/ada/Downloads")


pytestmark = pytest.mark.usefixtures("same_day")


def past(name: str = "thesis.pdf", number: int = 0, **changes: object) -> Transfer:
    received = Transfer(
        TransferId(number),
        Direction.RECEIVING,
        "Grace",
        State.DELIVERED,
        Contents((name,), 1, 0, 4_200_000),
        into=DOWNLOADS,
        saved=(DOWNLOADS / name,),
        changed_at=AFTERNOON - DAY,
    )
    return replace(received, **changes)  # type: ignore[arg-type]  # a test names the fields


def rows(stage: Stage) -> list[str]:
    """Of all that are looked up, or else are now."""
    model = stage.find(PastList, "past-list").model()
    said = [model.index(row, 0).data() for row in range(model.rowCount())]
    if None in said:
        QApplication.processEvents()
        said = [model.index(row, 0).data() for row in range(model.rowCount())]
    return [plain_text(str(each)) for each in said]


def plain_text(said: str) -> str:
    return said.translate({0x2068: None, 0x2069: None})


@pytest.fixture
def fill(stage: Stage, qtbot: QtBot) -> Callable[..., PastList]:
    def filled(*transfers: Transfer, **facts: object) -> PastList:
        stage.engine.remember_past(*transfers, **facts)  # type: ignore[arg-type]
        qtbot.waitUntil(lambda: stage.shows("past-list"))
        view = stage.find(PastList, "past-list")
        qtbot.waitUntil(lambda: view.model().index(0, 0).data() is not None)
        return view

    return filled


Fill = Callable[..., PastList]


def test_where_nothing_ever_was_nothing_is_said_of_it(stage: Stage) -> None:
    assert not stage.shows("earlier")
    assert stage.engine.asked == [""]


def test_what_another_run_did_is_there_the_newest_first(stage: Stage, fill: Fill) -> None:
    view = fill(past("a.txt"), past("b.txt", state=State.FAILED, saved=(), error=ConnectionLost(peer="Grace")))
    assert rows(stage) == ["b.txt — 4.2 MB", "a.txt — 4.2 MB"]
    heard = [plain_text(str(view.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))) for row in (0, 1)]
    assert heard[0] == "b.txt — 4.2 MB. From Grace · yesterday, 14:02 · The connection to Grace was lost."
    assert heard[1] == "a.txt — 4.2 MB. Received yesterday, 14:02 from Grace — checked and saved in Downloads"


def test_a_look_that_the_disk_refuses_takes_nothing_away_and_the_next_one_counts(
    stage: Stage, fill: Fill, qtbot: QtBot
) -> None:
    fill(past("a.txt"))
    stage.engine.index_refused, asked = True, len(stage.engine.asked)
    stage.engine.emit(HistoryChanged())
    qtbot.waitUntil(lambda: len(stage.engine.asked) > asked)
    assert rows(stage) == ["a.txt — 4.2 MB"]
    assert stage.shows("past-list")
    stage.engine.index_refused = False
    stage.engine.remember_past(past("b.txt"))
    qtbot.waitUntil(lambda: rows(stage) == ["b.txt — 4.2 MB", "a.txt — 4.2 MB"])


@pytest.mark.parametrize("again", ["by the button", "as the history changes"])
def test_a_disk_that_refuses_the_first_look_does_not_pass_for_an_empty_history(
    stage: Stage, qtbot: QtBot, again: str
) -> None:
    stage.engine.index_refused = True
    stage.window._earlier.load()
    qtbot.waitUntil(lambda: stage.shows("earlier-nothing"))
    assert stage.find(QLabel, "earlier-nothing").text() == "The earlier transfers could not be looked up."
    asked = len(stage.engine.asked)
    stage.engine.remember_past(past("a.txt"))
    qtbot.waitUntil(lambda: len(stage.engine.asked) > asked)
    stage.find(QPushButton, "earlier-again").click()
    assert stage.shows("earlier-nothing"), "the disk refuses still"
    stage.engine.index_refused = False
    if again == "by the button":
        stage.find(QPushButton, "earlier-again").click()
    else:
        stage.engine.emit(HistoryChanged())
    qtbot.waitUntil(lambda: stage.shows("past-list") and rows(stage) == ["a.txt — 4.2 MB"])
    assert not stage.shows("earlier-again")


def test_a_search_that_the_disk_refuses_shows_nothing_that_was_not_found(
    stage: Stage, fill: Fill, qtbot: QtBot
) -> None:
    fill(past("a.txt"), past("wedding.jpg"))
    field = stage.find(QLineEdit, "earlier-search")
    stage.engine.index_refused = True
    QTest.keyClicks(field, "wed")
    qtbot.waitUntil(lambda: stage.shows("earlier-nothing") and not stage.shows("past-list"))
    stage.engine.index_refused = False
    stage.find(QPushButton, "earlier-again").click()
    qtbot.waitUntil(lambda: stage.shows("past-list") and rows(stage) == ["wedding.jpg — 4.2 MB"])


def test_what_is_a_row_of_this_run_is_not_there_twice_but_is_found(stage: Stage, fill: Fill, qtbot: QtBot) -> None:
    here = stage.engine.change(past("here.txt", 7))
    fill(past("before.txt"), here)
    assert rows(stage) == ["before.txt — 4.2 MB"]
    QTest.keyClicks(stage.find(QLineEdit, "earlier-search"), "here")
    qtbot.waitUntil(lambda: rows(stage) == ["here.txt — 4.2 MB"])


def test_only_so_many_rows_of_this_run_stay_above(stage: Stage, fill: Fill, qtbot: QtBot) -> None:
    every = [past(f"{number}.txt", number) for number in range(1, OVER_SHOWN + 3)]
    for transfer in every:
        stage.engine.change(transfer)
    fill(*every)
    qtbot.waitUntil(lambda: rows(stage) == ["2.txt — 4.2 MB", "1.txt — 4.2 MB"])
    assert stage.shows(f"transfer-{OVER_SHOWN + 2}")
    assert not stage.shows("transfer-2")


def test_of_a_hundred_thousand_those_are_looked_up_that_somebody_looks_at(
    stage: Stage, fill: Fill, qtbot: QtBot
) -> None:
    view = fill(*(past(f"{number}.jpg") for number in range(100_000)))
    model, engine = view.model(), stage.engine
    assert model.rowCount() == 100_000
    qtbot.waitUntil(lambda: model.index(0, 0).data() is not None)
    assert max(map(len, engine.looked_up)) <= PAGE
    assert len(set(chain(*engine.looked_up))) <= 2 * PAGE
    view.setCurrentIndex(model.index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_End)
    last = model.index(99_999, 0)
    assert view.currentIndex() == last
    assert view.viewport().rect().intersects(view.visualRect(last))
    qtbot.waitUntil(lambda: view.current is not None)
    assert plain_text(str(last.data())) == "0.jpg — 4.2 MB"
    assert len(set(chain(*engine.looked_up))) <= 4 * PAGE


def test_of_what_was_looked_at_only_so_many_are_kept(stage: Stage, fill: Fill, qtbot: QtBot) -> None:
    model = fill(*(past(f"{number}.jpg") for number in range(3 * KEPT))).model()
    assert isinstance(model, PastModel)
    for row in range(0, 3 * KEPT, PAGE):
        model.index(row, 0).data()
    qtbot.waitUntil(lambda: model.index(3 * KEPT - PAGE, 0).data() is not None)
    assert len(model._entries) <= KEPT
    assert model.index(KEPT, 0).data() is None, "it is on no screen"
    qtbot.waitUntil(lambda: model.index(KEPT, 0).data() is not None)


def test_what_cannot_be_looked_up_is_no_row(stage: Stage, fill: Fill, qtbot: QtBot) -> None:
    view = fill(*(past(f"{number}.jpg") for number in range(300)))
    lost = stage.engine.all_past.pop(200)
    assert view.model().rowCount() == 300
    qtbot.waitUntil(lambda: len(rows(stage)) == 299 and "None" not in rows(stage))
    assert f"{int(lost.id) - 1}.jpg — 4.2 MB" not in rows(stage)


def test_what_the_disk_refuses_to_tell_says_so_and_is_looked_up_again_when_that_is_wanted(
    stage: Stage, qtbot: QtBot
) -> None:
    stage.engine.past_refused = True
    stage.engine.remember_past(*(past(f"{number}.jpg") for number in range(3)))
    qtbot.waitUntil(lambda: stage.shows("past-list"))
    view = stage.find(PastList, "past-list")
    qtbot.waitUntil(lambda: rows(stage) == 3 * ["This transfer could not be looked up."])
    heard = view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "This transfer could not be looked up. Double-click or press Enter to look again."
    painted = view.viewport().grab(view.visualRect(view.model().index(0, 0))).toImage()
    assert len({painted.pixel(x, painted.height() // 3) for x in range(painted.width())}) > 5, "it is written there"
    asked = len(stage.engine.looked_up)
    for _ in range(5):
        view.viewport().repaint()
        QApplication.processEvents()
    assert len(stage.engine.looked_up) == asked, "a disk that says no is not asked over and over"
    view.setCurrentIndex(view.model().index(1, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(stage.engine.looked_up) == asked + 1)
    assert not stage.shows("past-details")
    stage.engine.past_refused = False
    QTest.keyClick(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows(stage) == [f"{number}.jpg — 4.2 MB" for number in (2, 1, 0)])
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert stage.shows("past-details")


def test_what_the_disk_refused_to_tell_is_looked_up_again_when_the_history_changes(stage: Stage, qtbot: QtBot) -> None:
    stage.engine.past_refused = True
    stage.engine.remember_past(past("a.jpg"))
    qtbot.waitUntil(lambda: stage.shows("past-list"))
    qtbot.waitUntil(lambda: rows(stage) == ["This transfer could not be looked up."])
    stage.engine.past_refused = False
    stage.engine.emit(HistoryChanged())
    qtbot.waitUntil(lambda: rows(stage) == ["a.jpg — 4.2 MB"])


def test_a_search_says_when_nothing_is_found_and_can_be_taken_back(stage: Stage, fill: Fill, qtbot: QtBot) -> None:
    fill(past("a.txt"), past("wedding.jpg"), past("b.txt"))
    field = stage.find(QLineEdit, "earlier-search")
    QTest.keyClicks(field, "WED grace")
    qtbot.waitUntil(lambda: rows(stage) == ["wedding.jpg — 4.2 MB"])
    QTest.keyClicks(field, "x<b>")
    qtbot.waitUntil(lambda: stage.shows("earlier-nothing"))
    assert plain_text(stage.find(QLabel, "earlier-nothing").text()) == "Nothing earlier holds “WED gracex<b>”."
    assert stage.shows("earlier-search")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: stage.shows("past-list") and len(rows(stage)) == 3)


def test_news_leave_the_eye_where_it_is(stage: Stage, fill: Fill, qtbot: QtBot) -> None:
    view = fill(*(past(f"{number}.jpg") for number in range(60)))
    view.setCurrentIndex(view.model().index(20, 0))
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    before = view.visualRect(view.currentIndex()).top()
    stage.engine.remember_past(past("new.jpg"))
    qtbot.waitUntil(lambda: rows(stage)[0] == "new.jpg — 4.2 MB")
    assert plain_text(str(view.currentIndex().data())) == "39.jpg — 4.2 MB"
    assert view.visualRect(view.currentIndex()).top() == before
    view.verticalScrollBar().setValue(0)
    stage.engine.remember_past(past("newer.jpg"))
    qtbot.waitUntil(lambda: rows(stage)[0] == "newer.jpg — 4.2 MB")
    assert view.verticalScrollBar().value() == 0


def test_a_flood_of_news_is_read_anew(stage: Stage, fill: Fill, qtbot: QtBot) -> None:
    view = fill(*(past(f"{number}.jpg") for number in range(60)))
    stage.engine.remember_past(*(past(f"new {number}.jpg") for number in range(3 * PAGE)))
    qtbot.waitUntil(lambda: rows(stage)[0] == f"new {3 * PAGE - 1}.jpg — 4.2 MB")
    assert len(rows(stage)) == len(set(rows(stage))) == 60 + 3 * PAGE == view.model().rowCount()


def test_enter_shows_all_that_is_known(stage: Stage, fill: Fill) -> None:
    failures = tuple(FileFailure(f"{number}.c", SourceChanged(path=f"{number}.c")) for number in range(3))
    error = PartlyDelivered(failed=70, files=100)
    view = fill(past("src", state=State.PARTLY, failures=failures, error=error), failed=70)
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    dialog = stage.find(PastDetails, "past-details")
    said = plain_text("\n".join(label.accessibleName() or label.text() for label in dialog.findChildren(QLabel)))
    for expected in ("Grace", "Code compared", "yesterday, 14:02", str(DOWNLOADS), "The first 3 of 70."):
        assert expected in said
    assert stage.find(QListView, "past-failures").model().rowCount() == 3


@pytest.mark.parametrize("hostile", HOSTILE)
def test_names_are_shown_literally(stage: Stage, fill: Fill, hostile: str) -> None:
    view = fill(past(hostile, peer=hostile, failures=(FileFailure(hostile, WriteFailed(path=hostile, reason="x")),)))
    view.grab()
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    for label in stage.find(PastDetails, "past-details").findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
        assert not {"\n", "\x00", "\x1b", "\u202e"} & set(label.text())


def choose(stage: Stage, view: PastList, row: int, text: str) -> None:
    view.setCurrentIndex(view.model().index(row, 0))
    place = view.visualRect(view.currentIndex()).center()
    reason, at = QContextMenuEvent.Reason.Keyboard, view.viewport().mapToGlobal(place)
    QApplication.sendEvent(view, QContextMenuEvent(reason, place, at))
    [action] = [action for action in stage.find(QMenu, "past-menu").actions() if action.text() == text]
    action.trigger()


def test_what_came_can_be_opened_and_shown(stage: Stage, fill: Fill) -> None:
    view = fill(past())
    choose(stage, view, 0, "Open")
    choose(stage, view, 0, "Show in folder")
    assert stage.desktop.opened == stage.desktop.shown == [DOWNLOADS / "thesis.pdf"]


def test_what_came_can_be_dragged_out_and_nothing_else(stage: Stage, fill: Fill) -> None:
    view = fill(past(), past("sent.txt", direction=Direction.SENDING), past("lost.txt", state=State.FAILED, saved=()))
    model = view.model()
    rows = [model.index(row, 0) for row in range(3)]
    assert [bool(model.flags(row) & Qt.ItemFlag.ItemIsDragEnabled) for row in rows] == [False, False, True]
    assert [url.toLocalFile() for url in model.mimeData(rows[2:]).urls()] == [str(path) for path in past().saved]


def test_what_is_no_longer_there_is_said(stage: Stage, fill: Fill) -> None:
    stage.desktop.gone = {DOWNLOADS / "thesis.pdf"}
    view = fill(past())
    choose(stage, view, 0, "Open")
    assert stage.desktop.opened == []
    assert [plain_text(said) for said in stage.window._notices.texts()] == [
        "thesis.pdf is no longer in /home/ada/Downloads."
    ]


def test_a_program_is_not_opened_by_a_click(stage: Stage, fill: Fill) -> None:
    view = fill(past("setup.exe", contents=Contents(("setup.exe",), 1, 0, 1, programs=1)))
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert stage.shows("past-show")
    assert not stage.shows("past-open")


@pytest.mark.parametrize(("suffix", "as_json"), [(".txt", False), (".json", True), (".JSON", True)])
def test_a_receipt_is_saved_as_its_name_says(stage: Stage, fill: Fill, suffix: str, as_json: bool) -> None:
    stage.choosing.chosen_file = Path("/home/ada/receipt").with_suffix(suffix)
    choose(stage, fill(past()), 0, "Save receipt…")
    assert stage.engine.calls == [("save_receipt", HistoryId("1"), stage.choosing.chosen_file, as_json, True)]
    assert stage.choosing.suggested == ["Receipt of thesis.pdf"]
    assert [plain_text(said) for said in stage.window._notices.texts()] == [
        f"The receipt was saved as receipt{suffix}."
    ]


def test_a_receipt_that_cannot_be_saved_says_why(stage: Stage, fill: Fill) -> None:
    stage.engine.receipt_error = WriteFailed(path="/home/ada/receipt.txt", reason="permission denied")
    choose(stage, fill(past("../a:b")), 0, "Save receipt…")
    assert stage.choosing.suggested == ["Receipt of _a_b"]
    assert "could not be written" in stage.window._notices.texts()[0]


def test_a_row_of_this_run_has_a_receipt_and_can_be_forgotten(stage: Stage, qtbot: QtBot) -> None:
    transfer = stage.engine.change(past("a.txt", 3))
    menu = stage.find_hidden(QMenu, "more-menu-3")
    by_text = {action.text(): action for action in menu.actions() if action.isVisible()}
    assert list(by_text) == ["Save receipt…", "Remove from the list…"]
    by_text["Save receipt…"].trigger()
    by_text["Remove from the list…"].trigger()
    QTest.mouseClick(stage.find(QPushButton, "clear-clear"), LEFT)
    assert stage.engine.calls == [
        ("save_receipt", transfer.id, stage.choosing.chosen_file, False, True),
        ("clear_history", (transfer.id,)),
    ]
    qtbot.waitUntil(lambda: not stage.shows("transfer-3"))


def test_a_row_of_this_run_takes_no_other_with_it_that_has_its_number_in_the_history(stage: Stage, fill: Fill) -> None:
    stage.engine.change(past("new.txt", 1))
    fill(past("a.txt"), past("b.txt"))
    menu = stage.find_hidden(QMenu, "more-menu-1")
    next(action for action in menu.actions() if action.text() == "Remove from the list…").trigger()
    QTest.mouseClick(stage.find(QPushButton, "clear-clear"), LEFT)
    assert rows(stage) == ["b.txt — 4.2 MB", "a.txt — 4.2 MB"]


def test_one_is_forgotten_after_a_question(stage: Stage, fill: Fill) -> None:
    view = fill(past("a.txt"), past("b.txt"))
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Delete)
    QTest.keyClick(stage.find(ClearDialog, "clear-dialog"), Qt.Key.Key_Escape)
    assert not stage.engine.calls
    QTest.keyClick(view, Qt.Key.Key_Delete)
    QTest.keyClick(stage.find(QPushButton, "clear-clear"), Qt.Key.Key_Space)
    assert stage.engine.calls == [("clear_history", (HistoryId("2"),))]
    assert rows(stage) == ["a.txt — 4.2 MB"]


def test_all_are_cleared_after_a_question_with_the_rows_of_this_run(stage: Stage, fill: Fill, qtbot: QtBot) -> None:
    stage.engine.change(past("over.txt", 1))
    running = stage.engine.change(past("running.txt", 2, state=State.MOVING, saved=()))
    fill(*(past(f"{number}.txt") for number in range(200)))
    QTest.mouseClick(stage.find(QPushButton, "earlier-clear"), LEFT)
    QTest.keyClick(stage.find(QPushButton, "clear-keep"), Qt.Key.Key_Return)
    assert not stage.engine.calls
    QTest.mouseClick(stage.find(QPushButton, "earlier-clear"), LEFT)
    QTest.mouseClick(stage.find(QPushButton, "clear-clear"), LEFT)
    assert stage.engine.calls == [("clear_history", None)]
    qtbot.waitUntil(lambda: not stage.shows("earlier"))
    assert not stage.shows("transfer-1")
    assert stage.shows(f"transfer-{running.id}")


def test_the_search_is_reached_and_left_by_keys(stage: Stage, fill: Fill, qtbot: QtBot) -> None:
    view = fill(past("a.txt"))
    stage.window.activateWindow()
    qtbot.waitUntil(stage.window.isActiveWindow)
    QTest.keyClick(stage.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = stage.find(QLineEdit, "earlier-search")
    assert field.hasFocus()
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert view.hasFocus()
    assert view.current is not None


def test_answers_that_come_late_are_for_nobody(stage: Stage, fill: Fill, monkeypatch: pytest.MonkeyPatch) -> None:
    view = fill(past("a.txt"), past("b.txt"))
    kept: list[Callable[[], None]] = []
    answer = stage.engine.history

    def slow(
        then: Callable[["array[int] | None"], None], query: str = "", without: Collection[TransferId] = ()
    ) -> None:
        kept.append(lambda: answer(then, query, without))

    model = view.model()
    assert isinstance(model, PastModel)
    monkeypatch.setattr(stage.engine, "history", slow)
    model.search("a")
    model.search("b")
    for late in reversed(kept):
        late()
    assert rows(stage) == ["b.txt — 4.2 MB"]
