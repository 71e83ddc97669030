"""Always accepting from a remembered device: chosen in its offer, seen and withdrawn where it is remembered."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.errors import AskedForSize, NotEnoughSpace, Size
from desktop_app.events import (
    AlwaysAccept,
    Contents,
    Direction,
    Method,
    RememberedDevice,
    SessionId,
    State,
    Transfer,
    TransferId,
)
from desktop_app.gui import language, plain, transfer_text
from desktop_app.gui.always_dialog import AlwaysDialog
from desktop_app.gui.offer_dialog import OfferDialog
from desktop_app.gui.remembered_list import RememberedList
from desktop_app.gui.remembered_window import RememberedWindow
from desktop_app.storage.settings import Language
from tests.gui.conftest import Stage, keyboard
from tests.support.fake_engine import WEEKS_AGO

LEFT = Qt.MouseButton.LeftButton
HOLIDAY = Contents(("holiday 2026",), 214, 12, 3_200_000_000)
DOWNLOADS = Path("/home/grace/Downloads")
GB = 10**9


def meet(stage: Stage, method: Method = Method.RECORD, *, always: AlwaysAccept | None = None) -> RememberedDevice:
    """The kitchen, which is remembered; how it was verified in this session."""
    [kitchen] = stage.engine.know("Kitchen PC")
    [kitchen] = stage.engine.remember_only([replace(kitchen, always=always)])
    stage.engine.find("kitchen", "Kitchen PC")
    stage.engine.verify(SessionId(1), "kitchen", method=method, compared_at=WEEKS_AGO, remembered=kitchen)
    return kitchen


def click(stage: Stage, qtbot: QtBot, name: str) -> None:
    button = stage.find(QPushButton, name)
    qtbot.waitUntil(button.isEnabled)
    QTest.mouseClick(button, LEFT)


def tick(stage: Stage, name: str = "offer-always-box") -> None:
    QTest.keyClick(stage.find(QCheckBox, name), Qt.Key.Key_Space)


def said(dialog: QWidget) -> str:
    shown = [label for label in dialog.findChildren(QLabel) if label.isVisible()]
    return "\n".join(label.whole if isinstance(label, plain.Elided) else label.text() for label in shown)


# --- in the offer ----------------------------------------------------------------------------------------


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("method", [Method.RECORD, Method.CONTINUATION])
def test_it_is_chosen_with_an_offer(stage: Stage, qtbot: QtBot, method: Method) -> None:
    kitchen = meet(stage, method)
    transfer = stage.engine.offer(HOLIDAY, peer="Kitchen PC", into=DOWNLOADS)
    assert not stage.shows("offer-always-limit"), "a quiet choice"
    tick(stage)
    limit = stage.find(QComboBox, "offer-always-limit")
    assert limit.currentText() == "10 GB"
    QTest.keyClick(limit, Qt.Key.Key_Up)
    click(stage, qtbot, "offer-accept")
    assert stage.engine.calls == [
        ("always_accept", kitchen.id, AlwaysAccept(DOWNLOADS, GB)),
        ("accept", transfer.id, None),
    ]


@pytest.mark.parametrize("spoken", [Language.ENGLISH, Language.ARABIC])
def test_how_much_stands_below_the_words_of_the_box(stage: Stage, qapp: QApplication, spoken: Language) -> None:
    """In the direction of the window, up to the edge where the other fields end."""
    language.speak(qapp, spoken)
    try:
        meet(stage)
        stage.engine.offer(HOLIDAY, peer="Kitchen PC")
        tick(stage)
        box, limit = stage.find(QCheckBox, "offer-always-box"), stage.find(QComboBox, "offer-always-limit")
        row = limit.parentWidget()
        assert row is not None
        [words] = row.findChildren(QLabel)
        option = QStyleOptionButton()
        option.initFrom(box)
        beside = box.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, box)
        if spoken is Language.ENGLISH:
            assert (limit.geometry().right(), words.x()) == (row.rect().right(), beside.left())
        else:
            assert (limit.x(), words.geometry().right()) == (0, beside.right())
    finally:
        language.speak(qapp, Language.ENGLISH)


@pytest.mark.usefixtures("quick")
def test_its_folder_is_the_one_that_the_offer_is_saved_in(stage: Stage, qtbot: QtBot) -> None:
    kitchen = meet(stage)
    transfer = stage.engine.offer(HOLIDAY, peer="Kitchen PC", into=DOWNLOADS)
    tick(stage)
    click(stage, qtbot, "offer-change-folder")
    there = stage.choosing.chosen_folder
    assert not stage.shows("offer-always"), "nobody knows yet what that disk says"
    stage.engine.offer_again(transfer, there)
    click(stage, qtbot, "offer-accept")
    assert ("always_accept", kitchen.id, AlwaysAccept(there, 10 * GB)) in stage.engine.calls


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("answer", ["offer-accept", "offer-decline"])
def test_only_a_tick_and_a_yes_mean_it(stage: Stage, qtbot: QtBot, answer: str) -> None:
    meet(stage)
    stage.engine.offer(HOLIDAY, peer="Kitchen PC")
    if answer == "offer-decline":
        tick(stage)
    click(stage, qtbot, answer)
    assert [call[0] for call in stage.engine.calls] == [answer.removeprefix("offer-")]


@pytest.mark.parametrize("method", [Method.CODE, Method.INVITATION])
def test_who_did_not_prove_to_be_remembered_is_asked_about_each_time(stage: Stage, method: Method) -> None:
    """Also where it is remembered since a moment ago."""
    meet(stage, method)
    stage.engine.offer(HOLIDAY, peer="Kitchen PC")
    assert not stage.shows("offer-always")


def test_a_stranger_is_asked_about_each_time(stage: Stage) -> None:
    stage.engine.know("Kitchen PC")
    stage.engine.offer(HOLIDAY, peer="Kitchen PC")
    assert not stage.shows("offer-always")


def test_what_cannot_be_accepted_can_neither_be_always(stage: Stage) -> None:
    meet(stage)
    stage.engine.offer(HOLIDAY, problem=NotEnoughSpace(needed=Size(2), free=Size(1)))
    assert not stage.shows("offer-always")


def test_why_somebody_is_asked_after_all_is_told(stage: Stage) -> None:
    meet(stage, always=AlwaysAccept(DOWNLOADS, GB))
    stage.engine.offer(HOLIDAY, peer="Kitchen PC", because=AskedForSize(most=Size(GB)))
    dialog = stage.find(OfferDialog, "offer-dialog")
    assert "You are asked because this would be more than 1.0 GB within 24 hours." in said(dialog)
    assert not stage.shows("offer-always"), "it is always accepted already"


def test_it_is_reached_by_keyboard_and_has_names(stage: Stage, qtbot: QtBot) -> None:
    meet(stage)
    stage.engine.offer(HOLIDAY, peer="Kitchen PC")
    qtbot.waitUntil(stage.find(OfferDialog, "offer-dialog").isActiveWindow)
    tick(stage)
    wanted = ["offer-change-folder", "offer-always-box", "offer-always-limit"]
    met = list[str]()
    for _ in range(12):
        QTest.keyClick(keyboard(), Qt.Key.Key_Tab)
        met.append(keyboard().objectName())
    assert [name for name in dict.fromkeys(met) if name in wanted] == wanted
    assert stage.find(QCheckBox, "offer-always-box").accessibleName() == (
        f"Always accept from {plain.isolated('Kitchen PC')}"
    )
    assert stage.find(QComboBox, "offer-always-limit").accessibleName() == "At most within 24 hours"


# --- where it is remembered --------------------------------------------------------------------------------


def open_remembered(stage: Stage, qtbot: QtBot) -> RememberedList:
    QTest.keyClick(stage.window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(stage.find(RememberedWindow, "remembered-window").isActiveWindow)
    return stage.find(RememberedList, "remembered-list")


def test_it_is_set_seen_and_changed_there(stage: Stage, qtbot: QtBot) -> None:
    kitchen, _ = stage.engine.know("Kitchen PC", "Attic")
    table = open_remembered(stage, qtbot)
    assert table.isColumnHidden(4), "nothing to see where nobody is always accepted"
    click(stage, qtbot, "remembered-always")
    click(stage, qtbot, "always-change-folder")
    click(stage, qtbot, "always-save")
    there = stage.choosing.chosen_folder
    assert stage.engine.calls[-1] == ("always_accept", kitchen.id, AlwaysAccept(there, 10 * GB))
    first, second = table.topLevelItem(0), table.topLevelItem(1)
    assert first is not None
    assert second is not None
    assert not table.isColumnHidden(4)
    assert (first.text(4), second.text(4)) == ("10 GB a day", "")
    assert first.data(0, Qt.ItemDataRole.AccessibleTextRole).endswith(
        f", accepted without asking: 10 GB a day, into {plain.isolated(str(there))}"
    )
    click(stage, qtbot, "remembered-always")
    dialog = stage.find(AlwaysDialog, "always-dialog")
    assert str(there) in said(dialog)
    QTest.keyClick(stage.find(QComboBox, "always-limit"), Qt.Key.Key_Down)
    click(stage, qtbot, "always-save")
    assert stage.engine.calls[-1] == ("always_accept", kitchen.id, AlwaysAccept(there, 100 * GB))


def test_it_is_withdrawn_there(stage: Stage, qtbot: QtBot) -> None:
    kitchen = meet(stage, always=AlwaysAccept(DOWNLOADS, GB))
    table = open_remembered(stage, qtbot)
    assert not table.isColumnHidden(4)
    click(stage, qtbot, "remembered-always")
    tick(stage, "always-box")
    for name in ("always-change-folder", "always-limit"):
        assert not stage.find(QWidget, name).isEnabled()
    click(stage, qtbot, "always-save")
    assert stage.engine.calls[-1] == ("always_accept", kitchen.id, None)
    assert table.isColumnHidden(4)


def test_leaving_changes_nothing(stage: Stage, qtbot: QtBot) -> None:
    stage.engine.know("Kitchen PC")
    open_remembered(stage, qtbot)
    click(stage, qtbot, "remembered-always")
    QTest.keyClick(stage.find(AlwaysDialog, "always-dialog"), Qt.Key.Key_Escape)
    assert not stage.shows("always-dialog")
    click(stage, qtbot, "remembered-always")
    click(stage, qtbot, "always-cancel")
    assert not [call for call in stage.engine.calls if call[0] == "always_accept"]


def test_a_limit_that_was_set_elsewhere_is_among_the_others(stage: Stage, qtbot: QtBot) -> None:
    meet(stage, always=AlwaysAccept(DOWNLOADS, 2_500_000_000))
    open_remembered(stage, qtbot)
    click(stage, qtbot, "remembered-always")
    limit = stage.find(QComboBox, "always-limit")
    texts = [limit.itemText(index) for index in range(limit.count())]
    assert limit.currentText() == "2.5 GB"
    assert texts == ["100 MB", "1.0 GB", "2.5 GB", "10 GB", "100 GB", "1.0 TB"]


# --- what is said of such a transfer -------------------------------------------------------------------------


@pytest.mark.parametrize("state", [State.MOVING, State.DELIVERED])
def test_its_row_says_so(state: State) -> None:
    row = Transfer(TransferId(1), Direction.RECEIVING, "Kitchen PC", state, HOLIDAY, into=DOWNLOADS)
    assert transfer_text.status(replace(row, unasked=True)) == f"{transfer_text.status(row)} · accepted without asking"
