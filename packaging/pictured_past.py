"""Pictures of what is over: earlier transfers, their details, and what is asked before they are cleared."""

from pathlib import Path

from pictured_stage import HOLIDAY, LONG, Stage
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QMenu, QTableView, QWidget

from desktop_app.errors import Cancelled, ConnectionLost, NoAnswer, PartlyDelivered, PathUnreadable, SourceChanged
from desktop_app.events import (
    Contents,
    Direction,
    FileFailure,
    Method,
    Progress,
    SessionId,
    State,
    Transfer,
    TransferId,
)
from desktop_app.gui.earlier import Earlier
from desktop_app.gui.transfers import Transfers
from tests.support.fake_engine import AFTERNOON, DAY
from tests.support.top_names import a_file, a_folder, contents

DOWNLOADS = Path("/home/ada/Downloads")
FAILED = (
    FileFailure("src/main.db", SourceChanged(path="src/main.db")),
    FileFailure("data.bin", PathUnreadable(path="data.bin", reason="permission denied")),
)


def _past(
    direction: Direction, peer: str, state: State, contents: Contents, days_ago: float, **changes: object
) -> Transfer:
    facts: dict[str, object] = {"changed_at": AFTERNOON - days_ago * DAY, **changes}
    if direction is Direction.RECEIVING:
        facts = {"into": DOWNLOADS, "saved": tuple(DOWNLOADS / name for name in contents.names), **facts}
    return Transfer(TransferId(0), direction, peer, state, contents, **facts)  # type: ignore[arg-type]


def _fill(stage: Stage) -> None:
    engine = stage.engine
    files = a_file("notes.txt", 4_800), a_file("data.bin", 79_795_200)
    source = contents(a_folder("src", 38, 1_200_000), *files, folders=3)
    for number in range(120):
        picture = Contents((f"IMG_{4200 + number}.jpg",), 1, 0, 3_400_000 + 1_000 * number)
        engine.remember_past(_past(Direction.RECEIVING, "Grace's MacBook", State.DELIVERED, picture, 40 - number / 10))
    engine.remember_past(
        _past(Direction.SENDING, "Studio", State.FAILED, HOLIDAY, 9, error=ConnectionLost(peer="Studio")),
        _past(Direction.SENDING, LONG, State.DECLINED, HOLIDAY, 8, error=NoAnswer(peer=LONG)),
        _past(Direction.RECEIVING, "Studio", State.DELIVERED, Contents(("mix.flac",), 1, 0, 48_000_000), 3),
        _past(
            Direction.SENDING, "Kitchen PC", State.PARTLY, source, 2,
            failures=FAILED, error=PartlyDelivered(failed=2, files=40),
        ),
        _past(Direction.SENDING, "Kitchen PC", State.CANCELLED, HOLIDAY, 1, error=Cancelled()),
        _past(Direction.SENDING, "Kitchen PC", State.DELIVERED, HOLIDAY, 1, were_there=3),
    )  # fmt: skip


def _loaded(stage: Stage) -> QTableView:
    part = stage.window.findChild(Earlier)
    assert part is not None
    part.load()
    view = part.findChild(QTableView, "past-list")
    assert view is not None
    view.model().index(0, 0).data()
    QTest.qWait(1)  # what is looked up comes in a turn of its own
    return view


def earlier(stage: Stage) -> QWidget:
    _fill(stage)
    _loaded(stage)
    session = stage.verified()
    thesis = Contents(("thesis.pdf",), 1, 0, 4_200_000)
    stage.transfer(
        1, direction=Direction.RECEIVING, state=State.DELIVERED, contents=thesis, saved=(DOWNLOADS / "thesis.pdf",),
        session=session, were_there=1,
    )  # fmt: skip
    moving = stage.transfer(2, session=session)
    stage.engine.move(moving.id, Progress(1_536_000_000, 3_200_000_000, 98, 214, 94_000_000, 17.4))
    stage.window.findChild(Transfers)._pull()  # type: ignore[union-attr]  # noqa: SLF001
    return stage.window


def earlier_alone(stage: Stage) -> QWidget:
    _fill(stage)
    view = _loaded(stage)
    stage.people()
    view.setFocus()
    view.setCurrentIndex(view.model().index(2, 0))
    return stage.window


def earlier_menu(stage: Stage) -> QWidget:
    _fill(stage)
    view = _loaded(stage)
    stage.people()
    place = view.visualRect(view.model().index(3, 0)).center()
    view._want_menu(view.indexAt(place), view.viewport().mapToGlobal(QPoint(place)))  # type: ignore[attr-defined]  # noqa: SLF001
    return stage.top(QMenu)


def earlier_nothing(stage: Stage) -> QWidget:
    _fill(stage)
    _loaded(stage)
    stage.people()
    field = stage.window.findChild(QLineEdit, "earlier-search")
    assert field is not None
    QTest.keyClicks(field, "wedding")
    QTest.qWait(300)
    return stage.window


def past_details(stage: Stage) -> QWidget:
    thesis = Contents(("thesis.pdf",), 1, 0, 4_200_000)
    stage.engine.remember_past(
        _past(Direction.RECEIVING, "Grace's MacBook", State.DELIVERED, thesis, 3), method=Method.RECORD
    )
    return _details(stage)


def past_partly(stage: Stage) -> QWidget:
    _fill(stage)
    stage.engine.all_past = stage.engine.all_past[2:]
    return _details(stage)


def past_error(stage: Stage) -> QWidget:
    """What is behind it, over the transfer."""
    past_partly(stage)
    stage.button("past-error").click()
    return stage.dialog()


def _details(stage: Stage) -> QWidget:
    view = _loaded(stage)
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    return stage.dialog()


def clear_all(stage: Stage) -> QWidget:
    _fill(stage)
    _loaded(stage)
    button = stage.window.findChild(QAbstractButton, "earlier-clear")
    assert button is not None
    button.click()
    return stage.dialog()


def clear_one(stage: Stage) -> QWidget:
    session: SessionId = stage.verified()
    transfer = stage.transfer(1, state=State.DELIVERED, session=session)
    menu = stage.window.findChild(QMenu, f"more-menu-{transfer.id}")
    assert menu is not None
    menu.actions()[-1].trigger()
    return stage.dialog()


def earlier_nobody(stage: Stage) -> QWidget:
    _fill(stage)
    _loaded(stage)
    return stage.window


def earlier_refused(stage: Stage) -> QWidget:
    """By the disk."""
    stage.engine.past_refused = True
    return earlier_nobody(stage)


def earlier_unknown(stage: Stage) -> QWidget:
    """Which there are, the disk does not tell either."""
    stage.engine.index_refused = True
    part = stage.window.findChild(Earlier)
    assert part is not None
    part.load()
    return stage.window


def earlier_small(stage: Stage) -> QWidget:
    earlier(stage)
    stage.window.resize(860, 400)
    return stage.window
