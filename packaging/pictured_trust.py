"""The states of the window that are about who somebody is: codes, proofs, what is remembered, sessions."""

from dataclasses import replace
from pathlib import Path

from pictured_stage import HOLIDAY, LONG, Stage
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from desktop_app.errors import AskedForSize, CodeMismatch, Size
from desktop_app.events import AlwaysAccept, Method, SessionId
from desktop_app.gui.code_dialog import CodeDialog
from desktop_app.gui.unproven_dialog import UnprovenDialog
from tests.support.fake_engine import WEEKS_AGO


def near_remembered(stage: Stage) -> QWidget:
    """Proven and remembered, proven, probable under its name, under another one, under none, and twice."""
    kitchen, mum, attic, old = stage.engine.know("Kitchen PC", "Mum's computer", "Attic", LONG)
    stage.engine.find("kitchen", "Kitchen PC")
    stage.engine.verify(SessionId(1), "kitchen", method=Method.RECORD, compared_at=WEEKS_AGO, remembered=kitchen)
    stage.engine.find("studio", "Studio", "windows", "192.168.1.41")
    stage.engine.verify(SessionId(2), "studio")
    stage.engine.find("mum", "Mum's computer", "macos", "192.168.1.42", remembered=mum)
    stage.engine.find("nameless", "", "windows", "192.168.1.43", remembered=attic)
    stage.engine.find("old", "Grandmother's", "linux", "192.168.1.44", remembered=old)
    stage.engine.find("grey", "Attic two", "linux", "192.168.1.45", remembered=attic, stale=True)
    stage.engine.find("twin", "Mum's computer", "linux", "192.168.1.77", remembered=mum)
    return stage.window


def session_notices(stage: Stage) -> QWidget:
    kitchen, studio = stage.engine.know("Kitchen PC", "Studio")
    stage.people()
    stage.engine.verify(SessionId(1), "kitchen", method=Method.RECORD, compared_at=WEEKS_AGO, remembered=kitchen)
    stage.engine.verify(SessionId(2), "studio")
    stage.engine.become_remembered(SessionId(2), studio)
    stage.engine.verify(SessionId(3), "grace")
    stage.window._session_notices.ask_to_remember(SessionId(3))  # noqa: SLF001
    return stage.window


def code(stage: Stage) -> QWidget:
    stage.engine.show_code()
    return stage.dialog()


def code_locked(stage: Stage) -> QWidget:
    stage.engine.show_code(incoming=True)
    return stage.top(CodeDialog)


def code_long_name(stage: Stage) -> QWidget:
    stage.engine.show_code(LONG + " <b>4821 0973</b>", address="fe80::1c2a:44ff:fe8b:90d1%eth0")
    return stage.dialog()


def code_typed(stage: Stage) -> QWidget:
    stage.engine.change_settings(careful=True)
    stage.engine.show_code("Grace's MacBook", incoming=True)
    field = stage.dialog().findChild(QLineEdit, "code-typed")
    assert field is not None
    QTest.keyClicks(field, "48210974482")
    return stage.dialog()


def code_large(stage: Stage) -> QWidget:
    stage.engine.show_code()
    dialog = stage.dialog()
    stage.button("code-enlarge").click()
    return dialog


def code_waiting(stage: Stage) -> QWidget:
    stage.engine.show_code()
    dialog = stage.dialog()
    stage.button("code-match").click()
    return dialog


def code_verified(stage: Stage) -> QWidget:
    stage.people()
    session = stage.engine.show_code()
    dialog = stage.dialog()
    stage.engine.verify(session, "kitchen")
    return dialog


def code_verified_keys(stage: Stage) -> QWidget:
    """Its box reached with the keyboard."""
    dialog = code_verified(stage)
    stage.button("code-remember").setFocus(Qt.FocusReason.TabFocusReason)
    return dialog


def code_doubted(stage: Stage) -> QWidget:
    stage.engine.show_code(doubted="Kitchen PC")
    return stage.dialog()


def code_doubted_verified(stage: Stage) -> QWidget:
    stage.people()
    stage.engine.know(LONG)
    session = stage.engine.show_code(LONG, doubted=LONG)
    dialog = stage.dialog()
    stage.engine.verify(session, "kitchen")
    return dialog


def code_failed(stage: Stage) -> QWidget:
    stage.engine.end_comparison(SessionId(1), CodeMismatch(peer="Kitchen PC"), counted=True)
    return stage.dialog()


def unproven(stage: Stage) -> QWidget:
    stage.engine.doubt(SessionId(1))
    return stage.dialog()


def unproven_locked(stage: Stage) -> QWidget:
    stage.engine.doubt(SessionId(1), LONG, "[fe80::1c2a:44ff:fe8b:90d1%eth0]:47471")
    return stage.top(UnprovenDialog)


def recognised(stage: Stage) -> QWidget:
    stage.people()
    stage.engine.verify(SessionId(1), "kitchen", method=Method.RECORD, compared_at=WEEKS_AGO)
    stage.engine.hold_back(SessionId(1), "thesis.pdf")
    stage.engine.recognise(SessionId(1))
    return stage.dialog()


def recognised_long(stage: Stage) -> QWidget:
    names = (f"a picture of a very long day in the mountains {number}.jpg" for number in range(5))
    stage.engine.hold_back(SessionId(1), *names)
    stage.engine.recognise(SessionId(1), LONG, "fe80::1c2a:44ff:fe8b:90d1%eth0")
    return stage.dialog()


def remembered(stage: Stage) -> QWidget:
    stage.engine.know("Kitchen PC", "Mum's computer", LONG, "<b>Attic</b> & more")
    stage.window._side.show_remembered()  # noqa: SLF001
    return stage.dialog()


def remembered_renaming(stage: Stage) -> QWidget:
    dialog = remembered(stage)
    stage.button("remembered-rename").click()
    return dialog


def remembered_many(stage: Stage) -> QWidget:
    stage.engine.know(*(f"Desk {number}" for number in range(30)))
    stage.window._side.show_remembered()  # noqa: SLF001
    return stage.dialog()


def remembered_empty(stage: Stage) -> QWidget:
    stage.window._side.show_remembered()  # noqa: SLF001
    return stage.dialog()


def forget(stage: Stage) -> QWidget:
    [kitchen] = stage.engine.know("Kitchen PC")
    stage.engine.find("kitchen", "Kitchen PC")
    stage.engine.verify(SessionId(1), "kitchen", remembered=kitchen)
    stage.window._side.ask_to_forget(kitchen)  # noqa: SLF001
    return stage.dialog()


def offer_remembered(stage: Stage) -> QWidget:
    [kitchen] = stage.engine.know("Kitchen PC")
    stage.engine.find("kitchen", "Kitchen PC")
    stage.engine.verify(SessionId(1), "kitchen", method=Method.RECORD, compared_at=WEEKS_AGO, remembered=kitchen)
    stage.engine.offer(HOLIDAY, peer="Kitchen PC")
    return stage.dialog()


def offer_always(stage: Stage) -> QWidget:
    """And the next ones, without asking."""
    dialog = offer_remembered(stage)
    stage.button("offer-always-box").click()
    return dialog


def offer_asked_after_all(stage: Stage) -> QWidget:
    [kitchen] = stage.engine.know("Kitchen PC")
    kitchen = replace(kitchen, always=AlwaysAccept(Path("/home/grace/From the kitchen"), 10**9))
    stage.engine.remember_only([kitchen])
    stage.engine.find("kitchen", "Kitchen PC")
    stage.engine.verify(SessionId(1), "kitchen", method=Method.RECORD, compared_at=WEEKS_AGO, remembered=kitchen)
    stage.engine.offer(HOLIDAY, peer="Kitchen PC", because=AskedForSize(most=Size(10**9)))
    return stage.dialog()


def always(stage: Stage) -> QWidget:
    [kitchen] = stage.engine.know(LONG)
    stage.window._side.ask_what_to_accept(kitchen)  # noqa: SLF001
    return stage.dialog()


def remembered_always(stage: Stage) -> QWidget:
    devices = stage.engine.know("Kitchen PC", "Mum's computer", LONG, "Attic")
    always = AlwaysAccept(Path("/home/grace/From the kitchen"), 10**10)
    stage.engine.remember_only(replace(each, always=always if each.name != "Attic" else None) for each in devices)
    stage.window._side.show_remembered()  # noqa: SLF001
    return stage.dialog()


def session_panel(stage: Stage) -> QWidget:
    stage.window._side.show_session(stage.verified())  # noqa: SLF001
    return stage.dialog()


def session_remembered(stage: Stage) -> QWidget:
    [kitchen] = stage.engine.know("Kitchen PC")
    stage.people()
    stage.engine.verify(
        SessionId(1), "kitchen", method=Method.RECORD, compared_at=WEEKS_AGO, remembered=kitchen, calls_itself=LONG
    )
    stage.window._side.show_session(SessionId(1))  # noqa: SLF001
    return stage.dialog()


def session_over(stage: Stage) -> QWidget:
    stage.people()
    stage.engine.verify(SessionId(1), "kitchen", method=Method.CONTINUATION)
    stage.window._side.show_session(SessionId(1))  # noqa: SLF001
    stage.engine.lose_session(SessionId(1), "Kitchen PC")
    return stage.dialog()


def card_menu(stage: Stage) -> QWidget:
    stage.people()
    stage.button("card-kitchen").click()
    return stage.top(QMenu)


def card_menu_remembered(stage: Stage) -> QWidget:
    [kitchen] = stage.engine.know("Kitchen PC")
    stage.engine.find("kitchen", "Kitchen PC", remembered=kitchen)
    stage.button("card-kitchen").click()
    return stage.top(QMenu)


def card_menu_verified(stage: Stage) -> QWidget:
    stage.verified()
    stage.button("card-kitchen").click()
    return stage.top(QMenu)
