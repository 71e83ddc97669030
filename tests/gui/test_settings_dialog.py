"""The settings: each holds at once, by mouse and by keys, and one that cannot is told where it was made."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.errors import NoNetwork, PortInUse
from desktop_app.events import Listening, Trouble
from desktop_app.gui import language
from desktop_app.gui.plain import Elided, isolated
from desktop_app.storage.existing import Existing
from desktop_app.storage.settings import Appearance, Language, Settings, Visibility
from tests.gui.conftest import Stage

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def opened(stage: Stage, qtbot: QtBot) -> Stage:
    stage.engine.settings = Settings(name="Ada's laptop", save_folder="/home/ada/Downloads")
    stage.window.activateWindow()
    qtbot.waitUntil(stage.window.isActiveWindow)
    QTest.keyClick(stage.window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: stage.shows("settings-dialog"))
    return stage


def wheel_over(widget: QWidget) -> QWheelEvent:
    """One notch down, as the system would send it."""
    middle = QPointF(widget.rect().center())
    turned = QPoint(0, -120)
    nothing, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    at, keys = widget.mapToGlobal(middle), Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(middle, at, QPoint(), turned, nothing, keys, phase, False)
    QApplication.sendEvent(widget, event)
    return event


@pytest.mark.parametrize("name", ["existing", "visibility", "appearance", "language"])
def test_the_wheel_changes_only_what_has_the_keyboard(opened: Stage, name: str) -> None:
    box = opened.find(QComboBox, f"settings-{name}")
    before = box.currentIndex()
    assert not wheel_over(box).isAccepted()  # the page scrolls
    assert not box.hasFocus()
    assert (box.currentIndex(), opened.engine.calls) == (before, [])
    box.setFocus()
    assert wheel_over(box).isAccepted()
    assert box.currentIndex() == before + 1


def test_it_shows_what_is_set(opened: Stage) -> None:
    assert opened.find(QLineEdit, "settings-name").text() == "Ada's laptop"
    assert opened.find(Elided, "settings-folder").whole == isolated("/home/ada/Downloads")
    assert opened.find(QLineEdit, "settings-days").text() == "90"
    assert opened.find(QLineEdit, "settings-port").text() == "47471"
    assert opened.find(QComboBox, "settings-existing").currentData() is Existing.ASK
    assert not opened.engine.calls


@pytest.mark.parametrize(
    ("name", "presses", "change"),
    [
        ("settings-existing", 1, {"existing": Existing.KEEP_BOTH}),
        ("settings-existing", 2, {"existing": Existing.SKIP_IDENTICAL}),
        ("settings-visibility", 1, {"visibility": Visibility.REMEMBERED}),
        ("settings-visibility", 2, {"visibility": Visibility.NOBODY}),
        ("settings-appearance", 2, {"appearance": Appearance.DARK}),
    ],
)
def test_a_choice_holds_at_once(opened: Stage, name: str, presses: int, change: dict[str, object]) -> None:
    box = opened.find(QComboBox, name)
    box.setFocus()
    for _ in range(presses):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert opened.engine.calls[-1] == ("change_settings", change)
    assert opened.shows("settings-dialog")


def test_a_name_holds_when_it_is_finished(opened: Stage) -> None:
    field = opened.find(QLineEdit, "settings-name")
    field.selectAll()
    QTest.keyClicks(field, "Study")
    assert not opened.engine.calls
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert opened.engine.calls == [("change_settings", {"name": "Study"})]
    assert opened.shows("settings-dialog")
    field.clear()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "Study", "a computer has a name"
    assert len(opened.engine.calls) == 1


@pytest.mark.parametrize(
    ("name", "typed", "change"),
    [("settings-days", "30", {"remember_days": 30}), ("settings-port", "50000", {"port": 50_000})],
)
def test_a_number_holds_when_it_is_finished(opened: Stage, name: str, typed: str, change: dict[str, object]) -> None:
    field = opened.find(QLineEdit, name)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, typed)
    assert not opened.engine.calls
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert opened.engine.calls == [("change_settings", change)]


@pytest.mark.parametrize(("name", "typed"), [("settings-days", "0"), ("settings-days", "x"), ("settings-port", "80")])
def test_a_number_that_makes_no_sense_holds_never(opened: Stage, name: str, typed: str) -> None:
    field = opened.find(QLineEdit, name)
    before = field.text()
    field.selectAll()
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.mouseClick(opened.find(QPushButton, "settings-close"), LEFT)
    assert not opened.engine.calls
    assert before == ("90" if name == "settings-days" else "47471")


PORTS = "A port is a number from 1024 to 65535."
DAYS = "Devices can be remembered for 1 to 365 days."


@pytest.mark.parametrize(
    ("name", "typed", "before", "said"),
    [
        ("settings-days", "0", "90", DAYS),
        ("settings-days", "", "90", DAYS),
        ("settings-days", "999", "90", DAYS),
        ("settings-port", "80", "47471", PORTS),
        ("settings-port", "99999", "47471", PORTS),
    ],
)
@pytest.mark.parametrize("done", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_a_number_that_cannot_be_is_taken_back_and_the_range_is_said(
    opened: Stage, name: str, typed: str, before: str, said: str, done: Qt.Key
) -> None:
    field = opened.find(QLineEdit, name)
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, done)
    assert (field.text(), opened.engine.calls) == (before, [])
    assert opened.find(QLabel, "settings-problem").text() == said
    assert not opened.shows("settings-problem-details")


def test_what_a_number_may_be_is_said_until_something_is_changed_and_in_every_language(
    opened: Stage, qapp: QApplication, qtbot: QtBot
) -> None:
    opened.window.handle(Trouble(PortInUse(port=50_000)))
    assert opened.shows("settings-problem-details")
    field = opened.find(QLineEdit, "settings-port")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "80")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert opened.find(QLabel, "settings-problem").text() == PORTS
    assert not opened.shows("settings-problem-details")
    language.speak(qapp, Language.GERMAN)
    said = "Ein Port ist eine Zahl von 1024 bis 65535."
    qtbot.waitUntil(lambda: opened.find(QLabel, "settings-problem").text() == said)
    QTest.keyClick(opened.find(QCheckBox, "settings-careful"), Qt.Key.Key_Space)
    assert not opened.shows("settings-problem")


def test_notifications_are_switched_off_by_the_space_bar(opened: Stage) -> None:
    box = opened.find(QCheckBox, "settings-notifications")
    assert box.isChecked()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert opened.engine.calls == [("change_settings", {"notifications": False})]


def test_a_folder_is_chosen(opened: Stage) -> None:
    opened.choosing.chosen_folder = Path("/mnt/big")
    QTest.mouseClick(opened.find(QPushButton, "settings-change-folder"), LEFT)
    assert opened.engine.calls == [("change_settings", {"save_folder": Path("/mnt/big")})]
    assert opened.find(Elided, "settings-folder").whole == isolated("/mnt/big")


def test_a_port_that_is_taken_is_told_where_it_was_chosen(opened: Stage) -> None:
    opened.window.handle(Trouble(PortInUse(port=50_000)))
    assert "Port 50000 is already used" in opened.find(QLabel, "settings-problem").text()
    assert opened.find(QLineEdit, "settings-port").text() == "47471"
    assert not opened.window._notices.texts()
    opened.window.handle(Trouble(NoNetwork()))
    assert opened.window._notices.texts()


def said_of_the_port(stage: Stage) -> tuple[str, str]:
    return stage.find(QLineEdit, "settings-port").text(), stage.find(QLabel, "settings-port-said").text()


def test_the_port_in_force_is_shown_and_who_said_so(opened: Stage, qapp: QApplication, qtbot: QtBot) -> None:
    assert said_of_the_port(opened) == ("47471", "has to be open in a firewall")
    opened.engine.port, opened.engine.port_asked = 50_000, True
    opened.window.handle(Listening(50_000, 50_000))
    assert said_of_the_port(opened) == ("50000", "as --port says this time; has to be open in a firewall")
    field = opened.find(QLineEdit, "settings-port")
    field.selectAll()
    QTest.keyClicks(field, "50001")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (field.text(), opened.engine.calls) == ("50000", []), "what is typed would hold for no run that is seen here"
    language.speak(qapp, Language.GERMAN)
    qtbot.waitUntil(lambda: "--port" in said_of_the_port(opened)[1] and "Firewall" in said_of_the_port(opened)[1])
    assert said_of_the_port(opened)[0] == "50000"


def test_a_port_that_was_taken_is_not_shown_as_the_one_in_force(opened: Stage) -> None:
    opened.engine.port = 40_001
    opened.window.handle(Listening(40_001, 47_471))
    said = "was taken: it is 40001 for now, and that has to be open in a firewall"
    assert said_of_the_port(opened) == ("47471", said)
    opened.engine.port = 50_000
    opened.engine.change_settings(port=50_000)
    assert said_of_the_port(opened) == ("50000", "has to be open in a firewall")


def test_where_nobody_may_call_the_port_is_the_one_that_is_set(opened: Stage) -> None:
    opened.engine.port = 0
    opened.engine.change_settings(visibility=Visibility.NOBODY)
    assert said_of_the_port(opened) == ("47471", "has to be open in a firewall")


def test_what_changes_elsewhere_is_seen_and_what_is_being_typed_stays(opened: Stage) -> None:
    field = opened.find(QLineEdit, "settings-name")
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClicks(field, "!")
    opened.engine.change_settings(visibility=Visibility.NOBODY, name="Elsewhere")
    assert opened.find(QComboBox, "settings-visibility").currentData() is Visibility.NOBODY
    assert field.text() == "Ada's laptop!"


def test_it_opens_once_and_again(opened: Stage, qtbot: QtBot) -> None:
    opened.window._side.show_settings()
    QTest.mouseClick(opened.find(QPushButton, "settings-close"), LEFT)
    qtbot.waitUntil(lambda: not opened.shows("settings-dialog"))
    opened.window._side.show_settings()
    assert opened.shows("settings-dialog")


def test_a_quantity_is_written_in_the_digits_of_the_language_and_a_port_as_everywhere(
    opened: Stage, qapp: QApplication, qtbot: QtBot
) -> None:
    language.speak(qapp, Language.ARABIC)
    qtbot.waitUntil(lambda: opened.find(QLineEdit, "settings-days").text() == "٩٠")
    assert opened.find(QLineEdit, "settings-port").text() == "47471"
    for typed, days in (("٣٠", 30), ("45", 45)):
        field = opened.find(QLineEdit, "settings-days")
        field.selectAll()
        hand = QInputMethodEvent()
        hand.setCommitString(typed)
        qapp.sendEvent(field, hand)
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert opened.engine.calls[-1] == ("change_settings", {"remember_days": days})


@pytest.mark.parametrize("spoken", [Language.ENGLISH, Language.ARABIC])
def test_the_square_of_a_check_box_stands_under_the_edge_of_the_other_fields(
    opened: Stage, qapp: QApplication, qtbot: QtBot, spoken: Language
) -> None:
    language.speak(qapp, spoken)
    right = qapp.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def edge(box: QCheckBox) -> int:
        option = QStyleOptionButton()
        box.initStyleOption(option)
        square = box.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, box)
        return box.mapToGlobal(square.topRight() if right else square.topLeft()).x()

    def aligned() -> bool:
        other = opened.find(QComboBox, "settings-existing")
        beside = other.mapToGlobal(other.rect().topRight() if right else QPoint()).x()
        return {edge(opened.find(QCheckBox, name)) for name in ("settings-notifications", "settings-careful")} == {
            beside
        }

    qtbot.waitUntil(aligned)


def test_a_list_of_choices_is_nothing_but_its_choices(opened: Stage, qtbot: QtBot) -> None:
    """Fusion's own has strips above and below, and colours of its own."""
    box = opened.find(QComboBox, "settings-existing")
    QTest.mouseClick(box, LEFT)
    qtbot.waitUntil(box.view().isVisible)
    assert box.view().window().size() == box.view().size()
    QTest.keyClick(box.view(), Qt.Key.Key_Down)
    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    assert opened.engine.calls == [("change_settings", {"existing": Existing.KEEP_BOTH})]
