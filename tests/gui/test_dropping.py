"""Dragged in: files, text, links, from programs that mean a copy or a move. Dragged out: what was received."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.events import Contents, DeviceId, Direction, State, Transfer, TransferId
from desktop_app.gui.carried import Carried, carried
from desktop_app.gui.notices import Notices
from desktop_app.gui.tile import DeviceCard
from desktop_app.gui.transfer_row import TransferRow
from tests.gui.conftest import Stage

COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction
LEFT, NO_BUTTON, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
THESIS = Path("/home/ada/thesis.pdf")


def text(said: str) -> QMimeData:
    data = QMimeData()
    data.setText(said)
    return data


def urls(*addresses: str) -> QMimeData:
    data = text("\n".join(addresses))  # as file managers and browsers do
    data.setUrls([QUrl(address) for address in addresses])
    return data


def drop(target: QWidget, data: QMimeData, possible: Qt.DropAction = COPY) -> QDropEvent:
    """The last of the events of a drop; not accepted where nothing of it is wanted."""
    at = QPointF(target.rect().center())
    enter = QDragEnterEvent(at.toPoint(), possible, data, LEFT, NONE)
    enter.ignore()
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return enter
    QApplication.sendEvent(target, QDragMoveEvent(at.toPoint(), possible, data, LEFT, NONE))
    fall = QDropEvent(at, possible, data, LEFT, NONE)
    QApplication.sendEvent(target, fall)
    return fall


@pytest.fixture
def card(stage: Stage) -> DeviceCard:
    stage.engine.find("kitchen", "Kitchen PC")
    return stage.find(DeviceCard, "card-kitchen")


@pytest.mark.parametrize("on_a_card", [True, False])
def test_what_somebody_means_to_move_is_taken_as_a_copy(stage: Stage, card: DeviceCard, on_a_card: bool) -> None:
    """A file manager that hears that its file was moved away may delete it."""
    fallen = drop(card if on_a_card else stage.window, urls(THESIS.as_uri()), MOVE | COPY)
    assert fallen.isAccepted()
    assert fallen.dropAction() is COPY
    if on_a_card:
        assert stage.engine.calls == [("send", (THESIS,), DeviceId("kitchen"))]
    else:
        assert stage.shows("device-picker")


def test_text_is_sent_as_text(stage: Stage, card: DeviceCard) -> None:
    assert drop(card, text("Bring milk")).isAccepted()
    assert stage.engine.calls == [("send_text", "Bring milk", DeviceId("kitchen"))]


def test_text_beside_the_cards_asks_for_whom(stage: Stage, card: DeviceCard) -> None:
    drop(stage.window, text("Bring milk"))
    picker = stage.find(QWidget, "picker-devices")
    QTest.keyClick(picker, Qt.Key.Key_Return)
    assert stage.engine.calls == [("send_text", "Bring milk", DeviceId("kitchen"))]


@pytest.mark.parametrize("on_a_card", [True, False])
def test_a_link_from_a_browser_is_neither_sent_nor_fetched(stage: Stage, card: DeviceCard, on_a_card: bool) -> None:
    assert drop(card if on_a_card else stage.window, urls("https://example.org/film.mkv")).isAccepted()
    notices = stage.window.findChild(Notices)
    assert notices is not None
    assert notices.texts() == ["That is a link to the web, and Tallystick downloads nothing."]
    assert stage.engine.calls == []


@pytest.mark.parametrize("said", ["", " \n\t "])
def test_what_carries_nothing_is_not_welcome(stage: Stage, card: DeviceCard, said: str) -> None:
    for target in (card, stage.window):
        assert not drop(target, text(said)).isAccepted()
    assert stage.engine.calls == []


def test_what_is_carried() -> None:
    assert carried(None) == carried(QMimeData()) == Carried()
    assert carried(text("a")) == Carried(text="a")
    assert carried(urls("file:///home/ada/a%20b", "https://example.org")) == Carried((Path("/home/ada/a b"),))
    assert carried(urls("https://example.org")) == Carried(link=True)


# --- out -----------------------------------------------------------------------------------------------------


@pytest.fixture
def dragged(monkeypatch: pytest.MonkeyPatch) -> list[list[QUrl]]:
    dragged: list[list[QUrl]] = []

    def start(drag: QDrag, actions: Qt.DropAction, _default: Qt.DropAction = COPY) -> Qt.DropAction:
        assert actions is COPY, "what was received stays"
        dragged.append(drag.mimeData().urls())
        return COPY

    monkeypatch.setattr(QDrag, "exec", start)
    return dragged


def received(stage: Stage, state: State = State.DELIVERED, direction: Direction = Direction.RECEIVING) -> TransferRow:
    paths = (Path("/home/ada/Downloads/a b.pdf"), Path("/home/ada/Downloads/film.mkv"))
    contents = Contents(tuple(path.name for path in paths), 2, 0, 5)
    saved = paths if state is State.DELIVERED else ()
    stage.engine.change(Transfer(TransferId(1), direction, "Kitchen PC", state, contents, saved=saved))
    return stage.find(TransferRow, "transfer-1")


def pull(widget: QWidget, by: int) -> None:
    """Press and move, as a hand does that drags."""
    start = QPoint(widget.width() // 2, 6)
    QTest.mousePress(widget, LEFT, NONE, start)
    for moved in (1, by):
        at = QPointF(start + QPoint(moved, 0))
        move = QMouseEvent(QEvent.Type.MouseMove, at, QPointF(widget.mapToGlobal(at)), NO_BUTTON, LEFT, NONE)
        QApplication.sendEvent(widget, move)
    QTest.mouseRelease(widget, LEFT, NONE, start)


def test_a_received_files_row_is_dragged_out(stage: Stage, dragged: list[list[QUrl]]) -> None:
    row = received(stage)
    assert row.cursor().shape() is Qt.CursorShape.OpenHandCursor
    pull(row, QApplication.startDragDistance() + 5)
    assert [[url.toLocalFile() for url in urls] for urls in dragged] == [
        ["/home/ada/Downloads/a b.pdf", "/home/ada/Downloads/film.mkv"]
    ]


@pytest.mark.parametrize("why_not", ["a click", "not here yet", "sent"])
def test_nothing_else_is(stage: Stage, dragged: list[list[QUrl]], why_not: str) -> None:
    state = State.MOVING if why_not == "not here yet" else State.DELIVERED
    row = received(stage, state, Direction.SENDING if why_not == "sent" else Direction.RECEIVING)
    assert (row.cursor().shape() is Qt.CursorShape.OpenHandCursor) is (why_not == "a click")
    pull(row, 2 if why_not == "a click" else 100)
    assert dragged == []
