"""Names from strangers are literal wherever they are shown: labels, cards, menus, tooltips, lists, titles."""

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QListView, QMenu, QPushButton, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.errors import AskedForFolder, CodeMismatch, ConnectionLost, PartlyDelivered, SourceChanged
from desktop_app.events import AlwaysAccept, Contents, FileFailure, Method, SessionId, State
from desktop_app.gui import plain
from desktop_app.gui.tile import DeviceCard
from tests.gui.conftest import HOSTILE, Stage
from tests.support.top_names import a_file, a_folder, contents

READ = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


def everything_on_screen() -> list[QWidget]:
    found: list[QWidget] = []
    for top in QApplication.topLevelWidgets():
        found += [top, *top.findChildren(QWidget)]
    return [widget for widget in found if widget.isVisible()]


def strings(widget: QWidget) -> list[str]:
    """Whatever of this widget a person could read."""
    said = [widget.windowTitle(), widget.accessibleName(), widget.accessibleDescription()]
    if isinstance(widget, QLabel | QAbstractButton):
        said.append(widget.text())
    if isinstance(widget, QMenu):
        said += [action.text() for action in widget.actions()]
    if isinstance(widget, QListView | QTreeView) and widget.model() is not None:
        model = widget.model()
        columns = widget.header().count() if isinstance(widget, QTreeView) else 1
        for row, column in product(range(model.rowCount()), range(columns)):
            cell = model.index(row, column, QModelIndex())
            said += [str(cell.data(role) or "") for role in READ]
            tip = str(cell.data(Qt.ItemDataRole.ToolTipRole) or "")
            assert "<" not in tip.removeprefix("<span>").removesuffix("</span>"), tip
    return said


def check() -> None:
    for widget in everything_on_screen():
        if isinstance(widget, QLabel):
            assert widget.textFormat() is Qt.TextFormat.PlainText, widget.text()
        tip = widget.toolTip()
        assert "<" not in tip.removeprefix("<span>").removesuffix("</span>"), tip
        for text in strings(widget):
            assert not {"\n", "\x00", "\x1b", "\u202e", "\u2066"} & set(text), (type(widget), text)
            assert text.count("\u2068") >= text.count("\u2069")


@pytest.mark.parametrize("name", HOSTILE)
def test_case_001_089_on_every_screen(stage: Stage, qtbot: QtBot, name: str) -> None:
    engine = stage.engine
    known = contents(a_folder(name, 2, 10), a_file(f"{name}2"), programs=1)
    engine.find("one", name)
    engine.find("two", name, address="192.168.1.9")
    engine.verify(SessionId(1), "one")
    engine.send([Path("/home") / name.replace("\x00", "").replace("/", "")], "one")  # type: ignore[arg-type]
    moving = engine.offer(known, peer=name, existing=(name,), into=Path("/x") / name.replace("\x00", ""))
    check()
    engine.change(
        moving,
        state=State.PARTLY,
        error=PartlyDelivered(failed=1, files=2),
        failures=(FileFailure(name, SourceChanged(path=name)), FileFailure(name, ConnectionLost(peer=name))),
    )
    stage.find(QPushButton, f"reasons-{moving.id}").click()
    engine.lose_session(SessionId(3), name, ConnectionLost(peer=name))
    engine.lose_session(SessionId(4), name)
    check()
    QTest.mouseClick(stage.find(DeviceCard, "card-one"), Qt.MouseButton.LeftButton)
    check()
    stage.find(QMenu, "card-menu").close()
    stage.window.offer_to_send([Path("/home/ada/x"), Path("/home/ada/y")])
    check()
    stage.window._side.show_session(SessionId(1))
    check()
    session = engine.show_code(name, session=9, address=name)
    check()
    engine.end_comparison(session, CodeMismatch(peer=name), counted=True)
    check()


@pytest.mark.parametrize("name", HOSTILE)
def test_case_089_on_every_screen_of_remembering(stage: Stage, qtbot: QtBot, name: str) -> None:
    engine = stage.engine
    one, two = engine.know(name, name + "2")
    engine.find("one", name, remembered=one)
    engine.find("two", name, address="192.168.1.9", remembered=two)
    engine.find("three", "", address="192.168.1.10", remembered=one)
    check()
    QTest.mouseClick(stage.find(DeviceCard, "card-one"), Qt.MouseButton.LeftButton)
    check()
    stage.find(QMenu, "card-menu").close()
    stage.window.offer_to_send([Path("/home/ada/x")])
    check()
    stage.find(QPushButton, "picker-cancel").click()
    engine.verify(SessionId(1), "one", method=Method.RECORD, remembered=one, calls_itself=name + "3")
    stage.window._session_notices.ask_to_remember(SessionId(1))
    engine.verify(SessionId(2), "two", method=Method.CONTINUATION)
    engine.become_remembered(SessionId(2), two)
    check()
    stage.window._side.show_session(SessionId(1))
    check()
    stage.window._side.show_remembered()
    check()
    stage.find(QPushButton, "remembered-rename").click()
    check()
    stage.window._side.ask_to_forget(one)
    check()
    always = AlwaysAccept(Path("/x") / name.replace("\x00", ""), 10**9)
    engine.remember_only([replace(one, always=always), two])
    stage.window._side.ask_what_to_accept(engine.remembered()[0])
    check()
    engine.verify(SessionId(3), "two", method=Method.RECORD, remembered=two)
    engine.offer(Contents((name,), 1, 0, 10), peer=name, session=3, because=AskedForFolder(path=str(always.folder)))
    assert stage.shows("offer-always")
    check()
    engine.hold_back(SessionId(4), name)
    engine.recognise(SessionId(4), name, name)
    check()
    engine.lose_session(SessionId(4), name)
    engine.doubt(SessionId(5), name, name)
    check()
    engine.verify(engine.show_code(name, session=2, doubted=name, address=name), "two")
    check()


def test_the_window_titles_name_nobody(stage: Stage) -> None:
    engine = stage.engine
    [mallory] = engine.know("Mallory")
    engine.hold_back(SessionId(4), "x")
    engine.doubt(SessionId(5), "Mallory")
    engine.recognise(SessionId(4), "Mallory")
    stage.window._side.show_remembered()
    stage.window._side.ask_to_forget(mallory)
    engine.find("one", "Mallory")
    engine.offer(Contents(("x",), 1, 0, 1), peer="Mallory")
    engine.show_code("Mallory")
    for top in QApplication.topLevelWidgets():
        assert "Mallory" not in top.windowTitle()


def test_words_of_a_name_stay_between_isolates() -> None:
    assert plain.isolated("a\u202eb") == "\u2068a\N{REPLACEMENT CHARACTER}b\u2069"
    assert plain.isolated("a\u2069b").count("\u2069") == 1


def test_menus_and_tooltips_are_escaped() -> None:
    assert plain.for_menu("&File && more") == "&&File &&&& more"
    assert plain.for_tooltip("<b>x</b>") == "<span>&lt;b&gt;x&lt;/b&gt;</span>"
    assert plain.for_tooltip("") == ""


def test_shortening_keeps_the_isolate_closed(stage: Stage) -> None:
    metrics = stage.window.fontMetrics()
    shown = plain.elide(plain.isolated("x" * 500), metrics, 80)
    assert metrics.horizontalAdvance(shown) <= 100
    assert shown.count("\u2068") == shown.count("\u2069")
