"""Pictures of every state, from a fake engine: no network, no disk but the pictures."""

import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from pictured_checks import check_busy, check_good, check_there, check_wrong, invite, invite_not  # noqa: E402
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
    past_details,
    past_error,
    past_partly,
)
from pictured_stage import HOLIDAY, LONG, Stage  # noqa: E402
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
from PySide6.QtCore import QLocale, QMessageLogContext, QtMsgType, qInstallMessageHandler  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QPushButton, QWidget  # noqa: E402

from desktop_app.engine.summons import Summons  # noqa: E402
from desktop_app.errors import (  # noqa: E402
    ConnectionLost,
    DiskFullThere,
    FilesTooBigHere,
    Names,
    NamesNotHeldHere,
    NoNetwork,
    NotEnoughSpace,
    PartlyDelivered,
    PathUnreadable,
    PausedHere,
    PeerUnreachable,
    PortInUse,
    Size,
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
from tests.support.top_names import a_file, a_folder, contents  # noqa: E402


def empty(stage: Stage) -> QWidget:
    return stage.window


def empty_reasons(stage: Stage) -> QWidget:
    nobody = stage.window.findChild(NobodyNear)
    assert nobody is not None
    nobody.show_reasons()
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


def hundred(stage: Stage) -> QWidget:
    for number in range(100):
        stage.engine.find(f"d{number}", f"Desk {number}", ("linux", "windows", "macos")[number % 3], f"10.0.0.{number}")
    stage.transfer(1)
    return stage.window


def transfers(stage: Stage) -> QWidget:
    stage.verified()
    received = Contents(("thesis.pdf",), 1, 0, 4_200_000)
    stage.transfer(1, state=State.DELIVERED, session=SessionId(1))
    stage.transfer(
        2,
        direction=Direction.RECEIVING,
        state=State.DELIVERED,
        contents=received,
        saved=(Path("/home/ada/Downloads/thesis.pdf"),),
        session=SessionId(1),
    )
    stage.transfer(3, peer="Studio", state=State.FAILED, error=PeerUnreachable(peer="Studio"))
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
    by_hand = stage.transfer(8, paused=PausedHere(), session=SessionId(1))
    stage.engine.move(by_hand.id, Progress(1_200_000_000, 3_200_000_000, 70, 214, 0, None))
    stage.transfer(7, paused=DiskFullThere(peer="Kitchen PC"), session=SessionId(1))
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


def offer_continues(stage: Stage) -> QWidget:
    stage.engine.offer(HOLIDAY, continues=1_536_000_000)
    return stage.dialog()


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


def offer(stage: Stage) -> QWidget:
    stage.engine.offer(HOLIDAY)
    return stage.dialog()


def offer_warnings(stage: Stage) -> QWidget:
    pictures = (a_file(f"picture {number}.jpg", 3_400_000 + 37_000 * number) for number in range(40))
    files = a_file("setup.exe", 48_000_000), a_file("<b>notes</b> & more.txt"), *pictures
    what = contents(a_folder("holiday 2026", 212, 3_000_000_000), *files, folders=12, programs=3)
    stage.engine.offer(what, peer=LONG, existing=("holiday 2026",))
    return stage.dialog()


def offer_kinds(stage: Stage) -> QWidget:
    """A name that is far too long among all that there is a picture of."""
    long = f"{'photos of ' * 12}grandmother.jpg.exe"
    names = "film.mkv", "song.flac", long, "thesis.pdf", "old things.tar.xz", "picture.heic", "notes"
    files = (a_file(name, 7 ** (11 - number)) for number, name in enumerate(names))
    stage.engine.offer(contents(a_folder("summer", 1_204, 52_000_000_000), *files, a_folder("empty"), folders=12))
    return stage.dialog()


def offer_stick(stage: Stage) -> QWidget:
    stick = "/media/grace/USB-STICK"
    stage.engine.offer(
        contents(a_folder("holiday 2026", 213, 3_199_996_000), a_file("Ω — “café”?.txt", 4_000), folders=12),
        into=Path(stick),
        warnings=(
            NamesNotHeldHere(path=stick, names=Names(("Ω — “café”?.txt",))),
            FilesTooBigHere(path=stick, most=Size(4_294_967_295)),
        ),
    )
    return stage.dialog()


def offer_no_space(stage: Stage) -> QWidget:
    problem = NotEnoughSpace(needed=Size(3_200_000_000), free=Size(1_100_000_000))
    stage.engine.offer(HOLIDAY, free=1_100_000_000, problem=problem)
    return stage.dialog()


def picker(stage: Stage) -> QWidget:
    stage.verified()
    stage.window.offer_to_send([Path("/home/ada/holiday 2026"), Path("/home/ada/thesis.pdf")])
    return stage.dialog()


def picker_text(stage: Stage) -> QWidget:
    stage.verified()
    QApplication.clipboard().setText(
        "Key for the cellar is with Grace.\nCode of the alarm: see the note on the fridge."
    )
    stage.window._sending.paste()  # noqa: SLF001
    return stage.dialog()


def text(stage: Stage) -> QWidget:
    stage.verified()
    stage.engine.receive_text(
        "https://example.org/recipes/apple-cake\n\nThe one from Sunday. Half the sugar is enough."
    )
    return stage.dialog()


def text_long(stage: Stage) -> QWidget:
    stage.verified()
    lines = (
        "A line that goes on for a while, so that it does not fit into the width of the dialog and has to be wrapped.\n"
    )
    stage.engine.receive_text(60 * lines + "\u202e", peer=LONG)
    return stage.dialog()


def text_hebrew(stage: Stage) -> QWidget:
    stage.verified()
    stage.engine.receive_text("המפתח למרתף אצל גרייס.\nCode: 4821\nتجده في الدرج")  # noqa: RUF001
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


def settings_port_taken(stage: Stage) -> QWidget:
    settings(stage)
    stage.window.handle(Trouble(PortInUse(port=47472)))
    return stage.dialog()


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
    stage.transfer(2)
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


def picker_more(stage: Stage) -> QWidget:
    """A second start with other files, while it was asked for the first."""
    stage.verified()
    stage.window.offer_to_send([Path("/home/ada/holiday 2026")])
    stage.window.come_forward(Summons((Path("/home/ada/thesis.pdf"), Path("/home/ada/notes.txt"))))
    return stage.dialog()


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
    empty, empty_reasons, near, near_remembered, near_away, away_alone, hundred, transfers,
    transfers_waiting, notices, session_notices, error_details,
    code, code_locked, code_long_name, code_large, code_typed, code_waiting, code_verified, code_verified_keys,
    code_doubted, code_doubted_verified, code_failed, unproven, unproven_locked, recognised, recognised_long,
    remembered, remembered_renaming, remembered_many, remembered_empty, remembered_always, always, forget,
    offer, offer_remembered, offer_kinds, offer_always, offer_asked_after_all, offer_warnings, offer_stick,
    offer_no_space, offer_continues,
    picker, picker_more, picker_text,
    text, text_long, text_hebrew, by_address,
    check_busy, check_good, check_wrong, check_there, invite, invite_not,
    earlier, earlier_alone, earlier_nobody, earlier_small, earlier_menu, earlier_nothing, earlier_refused,
    past_details, past_partly, past_error, clear_all, clear_one,
    session_panel, session_remembered, session_over, settings, settings_port_taken, settings_choice, about,
    closing, closing_tray, closing_no_tray,
    card_menu, card_menu_remembered, card_menu_verified, visibility_menu, main_menu, tray_menu, start_failure,
)  # fmt: skip


def main(scheme: str, scale: str, *only: str) -> None:
    qInstallMessageHandler(_quiet)
    app = application(Appearance(scheme))
    folder = ROOT / "artifacts" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    for spoken in (Language.ENGLISH, Language.ARABIC, Language.GERMAN):
        language.speak(app, spoken)
        if spoken is Language.ENGLISH:
            QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        suffix = "" if spoken is Language.ENGLISH else f"-{spoken.value}"
        for state in STATES:
            if only and state.__name__ not in only:
                continue
            stage = Stage()
            widget = state(stage)
            QTest.qWait(round(2000 * REST))  # what changes quickly is painted together
            widget.grab().save(str(folder / f"{state.__name__}{suffix}-{scheme}-{scale}x.png"))
            for shown in QApplication.topLevelWidgets():
                shown.hide()
                shown.deleteLater()
            app.processEvents()


def _quiet(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    if "This plugin does not support" not in text and "systemTrayWindowChanged" not in text:
        print(kind.name, text, file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
