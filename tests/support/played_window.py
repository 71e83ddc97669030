"""The window, with an engine behind it that makes happen what it is told: `python -m tests.support.played_window`.

One word a line on its input: `near`, `code`, `verified`, `offer`, `moving`, `delivered`, `differs`. It says
{"done": WORD}.
"""

import json
import sys
import threading
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

from desktop_app.errors import CodeMismatch
from desktop_app.events import Progress, SessionId, State
from desktop_app.gui import app
from desktop_app.gui.main_window import MainWindow
from tests.support.fake_engine import FakeEngine
from tests.support.top_names import a_file, a_folder, contents

CONTENTS = contents(a_folder("holiday 2026", 213, 3_199_995_200), a_file("notes.txt", 4_800), folders=3)


class Played(QObject):
    """Signals: told(str), over()."""

    told = Signal(str)
    over = Signal()

    def __init__(self, engine: FakeEngine) -> None:
        super().__init__()
        self._engine = engine
        self.told.connect(self._play, Qt.ConnectionType.QueuedConnection)
        self.over.connect(lambda: QApplication.exit(0), Qt.ConnectionType.QueuedConnection)

    def read(self) -> None:
        for line in sys.stdin:
            self.told.emit(line.strip())
        self.over.emit()

    @Slot(str)
    def _play(self, word: str) -> None:
        engine = self._engine
        match word:
            case "near":
                engine.find("kitchen", "Kitchen PC")
            case "code":
                engine.show_code("Kitchen PC")
            case "verified":
                engine.verify(SessionId(1), "kitchen")
            case "offer":
                self._transfer = engine.offer(CONTENTS, peer="Kitchen PC", into=Path("/home/ada/Downloads"))
            case "moving":
                self._transfer = engine.change(self._transfer, state=State.MOVING)
                engine.move(self._transfer.id, Progress(1_536_000_000, 3_200_000_000, 98, 214, 94_000_000, 17.4))
            case "delivered":
                engine.change(self._transfer, state=State.DELIVERED)
            case "differs":
                engine.end_comparison(SessionId(2), CodeMismatch(peer="Kitchen PC"), counted=True)
        sys.stdout.write(json.dumps({"done": word}) + "\n")
        sys.stdout.flush()


def main() -> int:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    application = app.application()
    engine = FakeEngine()
    window = MainWindow(engine)
    engine.emit = window.handle
    window.show()
    played = Played(engine)
    threading.Thread(target=played.read, name="played", daemon=True).start()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
