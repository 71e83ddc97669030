"""Pictures of every state, from a fake engine: no network, no disk but the pictures."""

import json
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from pictured_checks import check_busy, check_good, check_there, check_wrong, invite, invite_not  # noqa: E402
from pictured_offers import (  # noqa: E402
    offer,
    offer_continues,
    offer_kinds,
    offer_no_space,
    offer_stick,
    offer_warnings,
    picker,
    picker_more,
    picker_text,
    text,
    text_hebrew,
    text_long,
)
from pictured_past import (  # noqa: E402
    clear_all,
    clear_one,
    earlier,
    earlier_alone,
    earlier_menu,
    earlier_nobody,
    earlier_nothing,
    earlier_refused,
    earlier_small,
    earlier_unknown,
    past_details,
    past_error,
    past_partly,
)
from pictured_stage import LONG, Stage  # noqa: E402
from pictured_trust import (  # noqa: E402
    always,
    card_menu,
    card_menu_remembered,
    card_menu_verified,
    code,
    code_doubted,
    code_doubted_verified,
    code_failed,
    code_large,
    code_locked,
    code_long_name,
    code_typed,
    code_verified,
    code_verified_keys,
    code_waiting,
    forget,
    near_remembered,
    offer_always,
    offer_asked_after_all,
    offer_remembered,
    recognised,
    recognised_long,
    remembered,
    remembered_always,
    remembered_empty,
    remembered_many,
    remembered_renaming,
    session_notices,
    session_over,
    session_panel,
    session_remembered,
    unproven,
    unproven_locked,
)
from PySide6.QtCore import QLocale, QMessageLogContext, QMimeData, Qt, QtMsgType, QUrl, qInstallMessageHandler  # noqa: E402
from PySide6.QtGui import QDragEnterEvent, QFontDatabase  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QPushButton, QWidget  # noqa: E402

from desktop_app.errors import (  # noqa: E402
    ConnectionLost,
    DiskFullThere,
    FolderAway,
    Interrupted,
    NoNetwork,
    PartlyDelivered,
    PathUnreadable,
    PausedHere,
    PeerRefused,
    PeerSilent,
    PeerUnreachable,
    PortInUse,
    SourceChanged,
    WaitsForPeer,
    WaitsForPerson,
    WaitsForSender,
)
from desktop_app.events import (  # noqa: E402
    Contents,
    Direction,
    FileFailure,
    Limit,
    Listening,
    Progress,
    SessionId,
    State,
    TransferId,
    Trouble,
)
from desktop_app.gui import language  # noqa: E402
from desktop_app.gui.app import application  # noqa: E402
from desktop_app.gui.autostart import DesktopEntry  # noqa: E402
from desktop_app.gui.calm import REST  # noqa: E402
from desktop_app.gui.closing_dialog import WayBack  # noqa: E402
from desktop_app.gui.nobody_near import NobodyNear  # noqa: E402
from desktop_app.gui.start_failure import StartFailure  # noqa: E402
from desktop_app.gui.transfers import Transfers  # noqa: E402
from desktop_app.gui.tray import Tray  # noqa: E402
from desktop_app.storage.settings import Appearance, Language, Settings, Visibility  # noqa: E402

YEARS_AGO = tuple(Contents((f"holiday {year}",), 180, 9, 3_200_000_000) for year in (2025, 2024, 2023))


def empty(stage: Stage) -> QWidget:
    return stage.window


def empty_reasons(stage: Stage) -> QWidget:
    nobody = stage.window.findChild(NobodyNear)
    assert nobody is not None
    nobody.show_reasons()
    return stage.window


def naming(stage: Stage) -> QWidget:
    stage.people()
    stage.window._bar.edit_name()  # noqa: SLF001
    return stage.window


def near(stage: Stage) -> QWidget:
    stage.verified()
    stage.engine.find("old", LONG, "windows", "fe80::1c2a:44ff:fe8b:90d1%eth0", stale=True)
    stage.engine.find("twin", "Studio", "linux", "192.168.1.77")
    stage.engine.find("plain", "Living room", "")
    return stage.window


def near_away(stage: Stage) -> QWidget:
    stage.people()
    stage.away(1, "Attic", "192.168.1.77")
    stage.away(2, LONG, "fe80::1c2a:44ff:fe8b:90d1%eth0")
    return stage.window


def away_alone(stage: Stage) -> QWidget:
    stage.away(1, "Attic", "192.168.1.77")
    return empty_reasons(stage)


def dropping(stage: Stage) -> QWidget:
    """Files hang beside the cards: where they go is asked."""
    stage.people()
    stage.transfer(1, contents=YEARS_AGO[0], peer="Studio", state=State.FAILED, error=PeerSilent(peer="Studio"))
    _drag(stage.window)
    return stage.window


def dropping_on_a_card(stage: Stage) -> QWidget:
    stage.people()
    _drag(stage.button("card-grace"))
    return stage.window


def _drag(over: QWidget) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/home/ada/thesis.pdf")])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(over, QDragEnterEvent(over.rect().center(), copy, data, left, none))


def hundred(stage: Stage) -> QWidget:
    for number in range(100):
        stage.engine.find(f"d{number}", f"Desk {number}", ("linux", "windows", "macos")[number % 3], f"10.0.0.{number}")
    stage.transfer(1)
    return stage.window


def transfers(stage: Stage) -> QWidget:
    stage.verified()
    received = Contents(("thesis.pdf",), 1, 0, 4_200_000)
    stage.transfer(1, contents=YEARS_AGO[2], state=State.DELIVERED, session=SessionId(1))
    stage.transfer(
        2,
        direction=Direction.RECEIVING,
        state=State.DELIVERED,
        contents=received,
        saved=(Path("/home/ada/Downloads/thesis.pdf"),),
        session=SessionId(1),
    )
    stage.transfer(3, peer="Studio", state=State.FAILED, error=PeerRefused(peer="Studio"), again=True)
    partly = stage.transfer(
        4,
        state=State.PARTLY,
        contents=Contents(("src", "notes.txt", "data.bin"), 40, 3, 81_000_000),
        error=PartlyDelivered(failed=2, files=40),
        failures=(
            FileFailure("src/main.db", SourceChanged(path="src/main.db")),
            FileFailure("data.bin", PathUnreadable(path="data.bin", reason="permission denied")),
        ),
    )
    stage.button(f"reasons-{partly.id}").click()
    stage.transfer(
        5, peer="Grace's MacBook", state=State.ASKING, contents=Contents(("a.jpg", "b.jpg"), 2, 0, 9_400_000)
    )
    by_hand = stage.transfer(8, contents=YEARS_AGO[0], paused=PausedHere(), session=SessionId(1))
    stage.engine.move(by_hand.id, Progress(1_200_000_000, 3_200_000_000, 70, 214, 0, None))
    full = DiskFullThere(peer="Kitchen PC")
    stage.transfer(7, contents=YEARS_AGO[1], paused=full, session=SessionId(1))
    moving = stage.transfer(6, session=SessionId(1))
    stage.engine.move(moving.id, Progress(1_536_000_000, 3_200_000_000, 98, 214, 94_000_000, 17.4, Limit.THEIR_DISK))
    stage.window.findChild(Transfers)._pull()  # type: ignore[union-attr]  # noqa: SLF001
    return stage.window


def transfers_waiting(stage: Stage) -> QWidget:
    stage.people()
    for number, why in enumerate(
        (WaitsForPeer(peer="Kitchen PC"), WaitsForPerson(peer="Studio"), WaitsForSender(peer=LONG)), 1
    ):
        stage.engine.move(TransferId(number), Progress(1_536_000_000, 3_200_000_000, 98, 214, 0, None))
        sends = not isinstance(why, WaitsForSender)
        direction = Direction.SENDING if sends else Direction.RECEIVING
        stage.transfer(number, peer=why.fields["peer"], direction=direction, paused=why)
    return stage.window


def transfers_stopped(stage: Stage) -> QWidget:
    stage.verified()
    stage.engine.move(TransferId(2), Progress(1_536_000_000, 3_200_000_000, 98, 214, 0, None))
    stage.transfer(1, peer="Studio", state=State.FAILED, error=PeerRefused(peer="Studio"), again=True)
    away = FolderAway(path="/media/ada/stick", reason="it does not exist")
    stage.transfer(2, direction=Direction.RECEIVING, paused=away)
    stage.transfer(3, contents=YEARS_AGO[1], paused=Interrupted(peer="Kitchen PC"), session=SessionId(1))
    return stage.window


def notices(stage: Stage) -> QWidget:
    stage.people()
    stage.window.handle(Listening(51000, 47471))
    stage.window.handle(Trouble(NoNetwork()))
    stage.engine.lose_session(SessionId(1), "Kitchen PC", ConnectionLost(peer="Kitchen PC"))
    return stage.window


def error_details(stage: Stage) -> QWidget:
    stage.window.handle(Trouble(PeerUnreachable(peer=LONG)))
    stage.button("notice-details").click()
    return stage.dialog()


def by_address(stage: Stage) -> QWidget:
    stage.window._side.ask_address()  # noqa: SLF001
    dialog = stage.dialog()
    dialog.findChild(QWidget, "address-field").setText("kitchen pc !")  # type: ignore[union-attr]
    stage.button("address-connect").click()
    return dialog


def settings(stage: Stage) -> QWidget:
    stage.engine.settings = Settings(name="Ada's laptop", save_folder="/home/ada/Downloads")
    stage.window._side._autostart = DesktopEntry(Path("/nonexistent"), [])  # noqa: SLF001
    stage.window._side.show_settings()  # noqa: SLF001
    return stage.dialog()


def settings_port_asked(stage: Stage) -> QWidget:
    stage.engine.port, stage.engine.port_asked = 50_000, True
    return settings(stage)


def settings_port_other(stage: Stage) -> QWidget:
    stage.engine.port = 40_001
    return settings(stage)


def settings_port_taken(stage: Stage) -> QWidget:
    settings(stage)
    stage.window.handle(Trouble(PortInUse(port=47472)))
    return stage.dialog()


def settings_number_refused(stage: Stage) -> QWidget:
    dialog = settings(stage)
    days = dialog.findChild(QLineEdit, "settings-days")
    assert days is not None
    days.setText("0")
    QTest.keyClick(days, Qt.Key.Key_Return)
    return dialog


def settings_choice(stage: Stage) -> QWidget:
    dialog = settings(stage)
    box = dialog.findChild(QComboBox, "settings-existing")
    assert box is not None
    box.showPopup()
    return box.view().window()


def about(stage: Stage) -> QWidget:
    stage.window._side.show_about()  # noqa: SLF001
    return stage.dialog()


def closing(stage: Stage) -> QWidget:
    stage.transfer(1)
    stage.window.close()
    return stage.dialog()


def closing_tray(stage: Stage) -> QWidget:
    stage.transfer(1)
    stage.transfer(2, contents=YEARS_AGO[0])
    stage.window.closing.way_back = lambda: WayBack.TRAY
    stage.window.close()
    return stage.dialog()


def closing_no_tray(stage: Stage) -> QWidget:
    stage.transfer(1)
    stage.window.closing.way_back = lambda: WayBack.START
    stage.window.close()
    return stage.dialog()


def tray_menu(stage: Stage) -> QWidget:
    tray = Tray(stage.window)
    tray.show_visibility(Visibility.EVERYONE)
    tray.menu.popup(stage.window.pos())
    return tray.menu


def visibility_menu(stage: Stage) -> QWidget:
    button = stage.button("visibility")
    assert isinstance(button, QPushButton)
    button.menu().popup(stage.window.pos())
    return stage.top(QMenu)


def main_menu(stage: Stage) -> QWidget:
    stage.window._menu.popup(stage.window.pos())  # noqa: SLF001
    return stage.window._menu  # noqa: SLF001


def start_failure(stage: Stage) -> QWidget:
    stage.window.hide()
    failure = StartFailure(PortInUse(port=47471))
    failure.show()
    return failure


STATES: tuple[Callable[[Stage], QWidget], ...] = (
    empty, empty_reasons, naming, near, near_remembered, near_away, away_alone, dropping, dropping_on_a_card, hundred,
    transfers, transfers_waiting, transfers_stopped, notices, session_notices, error_details,
    code, code_locked, code_long_name, code_large, code_typed, code_waiting, code_verified, code_verified_keys,
    code_doubted, code_doubted_verified, code_failed, unproven, unproven_locked, recognised, recognised_long,
    remembered, remembered_renaming, remembered_many, remembered_empty, remembered_always, always, forget,
    offer, offer_remembered, offer_kinds, offer_always, offer_asked_after_all, offer_warnings, offer_stick,
    offer_no_space, offer_continues,
    picker, picker_more, picker_text,
    text, text_long, text_hebrew, by_address,
    check_busy, check_good, check_wrong, check_there, invite, invite_not,
    earlier, earlier_alone, earlier_nobody, earlier_small, earlier_menu, earlier_nothing, earlier_refused,
    earlier_unknown,
    past_details, past_partly, past_error, clear_all, clear_one,
    session_panel, session_remembered, session_over, settings, settings_port_taken, settings_port_asked,
    settings_port_other, settings_number_refused, settings_choice, about,
    closing, closing_tray, closing_no_tray,
    card_menu, card_menu_remembered, card_menu_verified, visibility_menu, main_menu, tray_menu, start_failure,
)  # fmt: skip


MAIN: tuple[Callable[[Stage], QWidget], ...] = (
    empty_reasons, near_remembered, transfers, earlier, notices, main_menu, picker, text, by_address,
    code, code_typed, code_verified, code_doubted, code_failed, unproven, recognised, offer_warnings, offer_always,
    remembered, settings, check_wrong, invite, session_remembered, past_partly, error_details, closing_tray,
)  # fmt: skip
"""Of these there is a picture in Chinese, too, and one of each on a low screen."""

LAPTOP = {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768}


def main(scheme: str, scale: str, *only: str, low: bool = False) -> None:
    qInstallMessageHandler(_quiet)
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump({"windowFrameMargins": True, "screens": [LAPTOP]}, file)
        file.flush()
        if low:
            os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file.name}"
        app = application(Appearance(scheme))
    folder = ROOT / "artifacts" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    for spoken in (Language.ENGLISH, Language.ARABIC, Language.GERMAN, Language.CHINESE):
        if spoken is Language.CHINESE and not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
            print("No pictures in Chinese: there is no font for it. Debian has one in fonts-noto-cjk.", file=sys.stderr)
            continue
        language.speak(app, spoken)
        if spoken is Language.ENGLISH:
            QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        kind = ("" if spoken is Language.ENGLISH else f"-{spoken.value}") + ("-low" if low else "")
        for state in MAIN if low or spoken is Language.CHINESE else STATES:
            if only and state.__name__ not in only:
                continue
            stage = Stage()
            widget = state(stage)
            QTest.qWait(round(2000 * REST))  # what changes quickly is painted together
            widget.grab().save(str(folder / f"{state.__name__}{kind}-{scheme}-{scale}x.png"))
            for shown in QApplication.topLevelWidgets():
                shown.hide()
                shown.deleteLater()
            app.processEvents()


def _quiet(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    if "This plugin does not support" not in text and "systemTrayWindowChanged" not in text:
        print(kind.name, text, file=sys.stderr)


if __name__ == "__main__":
    words = [word for word in sys.argv[1:] if word != "--low"]
    main(*words, low=len(words) < len(sys.argv) - 1)
