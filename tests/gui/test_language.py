"""Which language is spoken, and that a change of it takes nothing from the person."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QRadioButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.discovery.checks import findings
from desktop_app.errors import PartlyDelivered, PathUnreadable, phrase
from desktop_app.events import Contents, DeviceId, SessionId, SettingsChanged
from desktop_app.gui import error_text, language, sizes, theme
from desktop_app.gui.code_dialog import CodeDialog
from desktop_app.gui.code_view import CodeView
from desktop_app.gui.guest import Guest
from desktop_app.gui.icons import IconView
from desktop_app.gui.nobody_near import NobodyNear
from desktop_app.gui.settings_dialog import SettingsDialog
from desktop_app.gui.top_bar import TopBar
from desktop_app.storage.existing import Existing
from desktop_app.storage.settings import Language, Settings
from tests.gui.conftest import Stage, keyboard


@pytest.fixture(autouse=True)
def _english_again(qapp: QApplication) -> Iterator[None]:
    yield
    language.speak(qapp, Language.ENGLISH)


def _change(qapp: QApplication) -> None:
    """As one translator that comes or goes does it."""
    QCoreApplication.sendEvent(qapp, QEvent(QEvent.Type.LanguageChange))
    for _ in range(3):
        qapp.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize(
    ("system", "spoken"),
    [
        ("de_AT", Language.GERMAN),
        ("en_GB", Language.ENGLISH),
        ("ar_MA", Language.ARABIC),
        ("zh_SG", Language.CHINESE),
        ("zh_TW", Language.CHINESE),  # the system's own list ends with plain "zh"
        ("it_IT", Language.ENGLISH),
        ("C", Language.ENGLISH),
    ],
)
def test_a_system_is_spoken_to_in_its_language_or_in_english(system: str, spoken: Language) -> None:
    assert language.of_system(QLocale(system)) is spoken


def test_numbers_are_written_as_the_persons_country_does_it() -> None:
    austria = QLocale("de_AT")
    assert language.locale_of(Language.GERMAN, austria) == austria
    assert language.locale_of(Language.FRENCH, austria) == QLocale("fr")
    assert language.locale_of(Language.CHINESE, QLocale("zh_TW")).name() == "zh_CN"


def test_direction_numbers_and_the_buttons_of_qt_follow(qapp: QApplication) -> None:
    language.speak(qapp, Language.ARABIC)
    assert qapp.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") != "Cancel"
    assert "٣" in sizes.amount(3_200_000)
    language.speak(qapp, Language.ENGLISH)
    assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    assert (sizes.files(1), sizes.files(2)) == ("1 file", "2 files")


def test_the_language_chosen_in_the_settings_holds_at_once(stage: Stage, qapp: QApplication) -> None:
    guest = Guest(qapp, stage.engine, stage.window)
    try:
        stage.window._side.show_settings()
        box = stage.find(QComboBox, "settings-language")
        box.setCurrentIndex(box.findData(Language.ARABIC))
        box.activated.emit(box.currentIndex())
        assert stage.engine.calls[-1] == ("change_settings", {"language": Language.ARABIC})
        stage.engine.settings = Settings(language=Language.ARABIC)
        for listener in (stage.window, guest):
            listener.handle(SettingsChanged())
        _change(qapp)
        assert stage.window.layoutDirection() is Qt.LayoutDirection.RightToLeft
        box = stage.find(QComboBox, "settings-language")
        assert box.currentData() is Language.ARABIC
        assert box.layoutDirection() is Qt.LayoutDirection.RightToLeft
    finally:
        guest.close()


def test_the_settings_have_room_for_what_they_say_in_another_language(stage: Stage, qapp: QApplication) -> None:
    stage.window._side.show_settings()
    dialog = stage.find(SettingsDialog, "settings-dialog")
    before = dialog.width()
    language.speak(qapp, Language.SPANISH)
    _change(qapp)
    assert dialog.width() >= dialog.page.totalMinimumSize().width() > before


def test_what_was_typed_and_where_the_keyboard_is_stays(stage: Stage, qtbot: QtBot, qapp: QApplication) -> None:
    stage.window._side.ask_address()
    before = stage.find(QLineEdit, "address-field")
    qtbot.waitUntil(before.hasFocus)
    qtbot.keyClicks(before, "192.0.2.7")  # type: ignore[no-untyped-call]
    _change(qapp)
    after = stage.find(QLineEdit, "address-field")
    assert after is not before
    assert after.text() == "192.0.2.7"
    assert keyboard() is after
    stage.find(QPushButton, "address-connect").click()
    assert stage.engine.calls[-1][0] == "pair"


def test_devices_that_were_ticked_stay_ticked(stage: Stage, qapp: QApplication) -> None:
    for name in ("kitchen", "studio"):
        stage.engine.find(name, name)
    stage.window.offer_to_send([stage.choosing.chosen_files[0]])
    stage.find(QListWidget, "picker-devices").item(1).setCheckState(Qt.CheckState.Checked)
    _change(qapp)
    again = stage.find(QListWidget, "picker-devices")
    assert [again.item(row).checkState() for row in range(2)] == [Qt.CheckState.Unchecked, Qt.CheckState.Checked]
    assert stage.find(QPushButton, "picker-send").isEnabled()


def test_a_code_stays_as_far_as_its_comparison_has_got(stage: Stage, qtbot: QtBot, qapp: QApplication) -> None:
    stage.engine.find("kitchen", "Kitchen PC")
    session = stage.engine.show_code()
    dialog = stage.find(CodeDialog, "code-dialog")
    stage.find(QWidget, "code-enlarge").click()  # type: ignore[attr-defined]
    scale = dialog._view.scale
    assert scale > 1
    qtbot.waitUntil(lambda: stage.find(QPushButton, "code-match").isEnabled())
    _change(qapp)
    assert not stage.find(QPushButton, "code-match").isEnabled()  # somebody reads it anew
    qtbot.waitUntil(lambda: stage.find(QPushButton, "code-match").isEnabled())
    stage.find(QPushButton, "code-match").click()
    _change(qapp)
    assert stage.find(QLabel, "code-waiting").text() == "Waiting for \u2068Kitchen PC\u2069…"
    assert not stage.shows("code-match")
    stage.engine.verify(session, "kitchen")
    _change(qapp)
    assert stage.shows("code-verified")
    assert stage.find(CodeDialog, "code-dialog") is dialog
    assert dialog._view.scale == scale


def test_from_the_right_everything_keeps_its_distance_from_the_edge_that_it_begins_at(
    stage: Stage, qapp: QApplication
) -> None:
    bar = stage.window.findChild(TopBar)
    assert isinstance(bar, TopBar)
    menu = stage.find(QToolButton, "menu-button")

    def gaps() -> tuple[int, int, int, int]:
        """Of the first icon, of the menu, between a finding's last button and the end of its list, of a row's icon."""
        first = next(icon for icon in bar.findChildren(IconView) if icon.parent() is bar)
        copy = stage.find(QPushButton, "finding-copy-0")
        row = stage.find(QWidget, "finding-0")
        right = qapp.layoutDirection() is Qt.LayoutDirection.RightToLeft
        at = copy.mapTo(row, copy.rect().topLeft()).x()
        sent = stage.find(QWidget, "transfer-1")
        arrow = next(icon for icon in sent.findChildren(IconView))
        if right:
            last = sent.width() - arrow.geometry().right() - 1
            return bar.width() - first.geometry().right() - 1, menu.x(), at, last
        return first.x(), bar.width() - menu.geometry().right() - 1, row.width() - at - copy.width(), arrow.x()

    stage.engine.find("kitchen", "Kitchen PC")
    stage.engine.send([stage.choosing.chosen_files[0]], DeviceId("kitchen"))
    stage.window._side.show_check()
    stage.engine.checks[0]((findings.UfwOn("sudo ufw allow 47471/tcp", port=47471),))
    _change(qapp)
    english = gaps()
    assert english == (theme.XL, theme.L, theme.M, theme.L + 1)
    language.speak(qapp, Language.ARABIC)
    _change(qapp)
    assert gaps() == english


def test_reasons_that_take_two_lines_stay_clear_of_their_dots(stage: Stage, qapp: QApplication) -> None:
    language.speak(qapp, Language.GERMAN)
    _change(qapp)
    nobody = stage.find(NobodyNear, "nobody-near")
    nobody.show_reasons()
    qapp.processEvents()
    labels = stage.find(QFrame, "empty-reasons").findChildren(QLabel)
    dots = [label for label in labels if label.text() == "•"]
    reasons = [label for label in labels if label.x() > dots[0].geometry().right()]
    assert [reason.y() for reason in reasons] == [dot.y() for dot in dots]
    assert len(reasons) == 3
    assert any(reason.height() > dots[0].height() for reason in reasons)


def test_a_code_is_read_from_left_to_right_in_every_language(stage: Stage, qapp: QApplication) -> None:
    stage.engine.find("kitchen", "Kitchen PC")
    stage.engine.show_code()
    language.speak(qapp, Language.ARABIC)
    _change(qapp)
    view = stage.find(CodeView, "code-view")
    assert stage.find(QWidget, "code-dialog").layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert view.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert "".join(view._groups).isascii()


def test_the_reason_and_the_numbers_of_an_error_follow_but_not_a_port(qapp: QApplication) -> None:
    language.speak(qapp, Language.GERMAN)
    unreadable = PathUnreadable(path="a.txt", reason=phrase("permission denied"))
    assert (
        error_text.sentence(unreadable)
        == "„\u2068a.txt\u2069“ kann nicht gelesen werden (\u2068keine Berechtigung\u2069)."
    )
    assert "Invalid argument" in error_text.sentence(PathUnreadable(path="a.txt", reason="Invalid argument"))
    assert error_text.sentence(findings.PortFree(port=47471)) == "Port 47471 ist für Tallystick frei."
    assert error_text.sentence(PartlyDelivered(failed=2, files=12345)).startswith("2 von 12.345 Dateien")
    language.speak(qapp, Language.ARABIC)
    assert "٢" in error_text.sentence(PartlyDelivered(failed=2, files=40))
    assert "47471" in error_text.sentence(findings.PortFree(port=47471))


def test_arabic_has_six_forms_of_a_plural(qapp: QApplication) -> None:
    language.speak(qapp, Language.ARABIC)
    counted = [sizes.files(count) for count in (0, 1, 2, 3, 11, 100)]
    assert len(set(counted)) == 6
    assert counted[2] == "ملفان"


@pytest.mark.parametrize(
    ("spoken", "folders", "told"),
    [
        (Language.ENGLISH, 1, "4 files in 1 folder, "),
        (Language.GERMAN, 1, "4 Dateien in 1 Ordner, "),
        (Language.GERMAN, 2, "4 Dateien in 2 Ordnern, "),
        (Language.ARABIC, 2, "٤ ملفات في مجلدين، "),
        (Language.CHINESE, 2, "2 个文件夹中的 4 个文件"),
    ],
)
def test_folders_are_inflected_where_files_are_in_them(
    stage: Stage, qapp: QApplication, spoken: Language, folders: int, told: str
) -> None:
    language.speak(qapp, spoken)
    stage.engine.offer(Contents(("holiday",), 4, folders, 5))
    said = [each.text() for each in stage.find(QWidget, "offer-dialog").findChildren(QLabel)]
    assert any(told in each for each in said), said


def test_an_offer_keeps_what_was_chosen_and_locks_its_answers_again(
    stage: Stage, qtbot: QtBot, qapp: QApplication
) -> None:
    stage.engine.offer(Contents(("holiday",), 2, 0, 5), existing=("holiday",))
    qtbot.waitUntil(lambda: stage.find(QPushButton, "offer-accept").isEnabled())
    stage.find(QRadioButton, "existing-skip-identical").click()
    _change(qapp)
    assert stage.find(QRadioButton, "existing-skip-identical").isChecked()
    assert not stage.find(QPushButton, "offer-accept").isEnabled()
    qtbot.waitUntil(lambda: stage.find(QPushButton, "offer-accept").isEnabled())
    stage.find(QPushButton, "offer-accept").click()
    assert stage.engine.calls[-1][0] == "accept"
    assert stage.engine.calls[-1][-1] is Existing.SKIP_IDENTICAL


def test_half_a_typed_code_stays_and_so_does_the_number_of_tries(
    stage: Stage, qtbot: QtBot, qapp: QApplication
) -> None:
    stage.engine.change_settings(careful=True)
    stage.engine.show_code(incoming=True)
    field = stage.find(QLineEdit, "code-typed")
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "1111111148210")  # type: ignore[no-untyped-call]
    _change(qapp)
    again = stage.find(QLineEdit, "code-typed")
    assert again is not field
    assert again.text() == "4821 0"
    assert keyboard() is again
    qtbot.keyClicks(again, "974")  # type: ignore[no-untyped-call]
    assert not again.isEnabled()
    assert not stage.shows("code-match")


def test_a_line_that_goes_by_itself_has_room_for_what_it_says_in_another_language(
    stage: Stage, qtbot: QtBot, qapp: QApplication
) -> None:
    words = ["Short."]
    stage.window._notices.mention(lambda: words[0], SessionId(1))
    notice = stage.find(QFrame, "notice-mention")
    qtbot.waitUntil(lambda: notice.height() >= notice.heightForWidth(notice.width()))
    before = notice.height()
    words[0] = "Langer Satz. " * 30
    _change(qapp)
    qtbot.waitUntil(lambda: notice.height() >= notice.heightForWidth(notice.width()) > before)
    foot = notice.mapTo(stage.window, notice.rect().bottomLeft())
    assert foot.y() < stage.window.height()
