"""One window with a fake engine behind it, for one picture."""

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from desktop_app.events import (
    Direction,
    RecordId,
    RememberedDevice,
    SessionId,
    State,
    Transfer,
    TransferId,
)
from desktop_app.gui.deliberate import Deliberate
from desktop_app.gui.main_window import MainWindow
from tests.support.fake_engine import AFTERNOON, DAY, WEEKS_AGO, FakeEngine
from tests.support.top_names import a_folder, contents

LONG = "The very old family computer in grandmother's study upstairs"
HOLIDAY = contents(a_folder("holiday 2026", 214, 3_200_000_000), folders=12)


class Stage:
    """Say what happened with `engine`, then hand over the window to be drawn."""

    def __init__(self, size: QSize | None = None) -> None:
        """`size`: of the window, where it is not to be its own first one."""
        self.engine = FakeEngine()
        self.window = MainWindow(self.engine)
        self.engine.emit = self.window.handle
        if size is not None:
            self.window.resize(size)
        self.window.show()

    def people(self) -> None:
        self.engine.find("kitchen", "Kitchen PC")
        self.engine.find("grace", "Grace's MacBook", "macos", "192.168.1.40")
        self.engine.find("studio", "Studio", "windows", "192.168.1.41")

    def away(self, number: int, name: str, address: str) -> None:
        """A remembered device has not been seen for a while."""
        known = RememberedDevice(RecordId(str(number)), name, WEEKS_AGO, WEEKS_AGO, WEEKS_AGO + 90 * DAY)
        self.engine.find(f"remembered-{number}", name, "", address, remembered=known, away=True)

    def verified(self) -> SessionId:
        self.people()
        session = SessionId(1)
        self.engine.verify(session, "kitchen")
        return session

    def transfer(self, number: int, **changes: object) -> Transfer:
        base = Transfer(
            TransferId(number),
            Direction.SENDING,
            "Kitchen PC",
            State.MOVING,
            HOLIDAY,
            changed_at=AFTERNOON,
            into=Path("/home/ada/Downloads"),
        )
        return self.engine.change(base, **changes)

    def top(self, kind: type[QWidget]) -> QWidget:
        """The window of that kind that no other one of them is over, as it opens."""
        found = [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]
        below = {each.parentWidget() for each in found}
        return next(each for each in found if each not in below)

    def dialog(self) -> QWidget:
        """The same for a dialog, its buttons unlocked."""
        found = self.top(QDialog)
        for guard in found.findChildren(Deliberate):
            guard._unlock()  # noqa: SLF001
        return found

    def button(self, name: str) -> QAbstractButton:
        """The newest on the screen of that name."""
        tops = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        return [found for each in tops for found in each.findChildren(QAbstractButton, name)][-1]
