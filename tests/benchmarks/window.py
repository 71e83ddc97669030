"""The window with a running engine behind it, watched and told what to do line by line: `PROFILE INTO [EXPLAIN]`.

It prints JSON lines. Nothing in the program knows of it.
"""

# ruff: noqa: E402
import json
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

from desktop_app.gui import bindings

bindings.load()  # first, as the program does

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from desktop_app.discovery import presence
from desktop_app.discovery.peers import Peer
from desktop_app.engine import Answer, Engine
from desktop_app.events import CodeReady, Event, OfferReceived, Remembered, SessionEnded, TransferChanged, Verified
from desktop_app.gui import app
from desktop_app.gui.bridge import Bridge
from desktop_app.gui.guest import Guest
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.past_list import PastList
from desktop_app.storage.profile import Profile
from desktop_app.transport.address import Address
from tests.benchmarks.watch import Watch, explain

SCROLL_MS: Final = 15
_REST: Final = 0.02  # seconds between changes of who is near


class Driven(QObject):
    """Signals: told(dict), over()."""

    told = Signal(object)
    over = Signal()

    def __init__(self, engine: Engine, window: MainWindow, watch: Watch) -> None:
        super().__init__()
        self._engine, self._window, self._watch = engine, window, watch
        self.told.connect(self._do, Qt.ConnectionType.QueuedConnection)
        self.over.connect(lambda: QApplication.exit(0), Qt.ConnectionType.QueuedConnection)

    def read(self) -> None:
        for line in sys.stdin:
            self.told.emit(json.loads(line))
        self.over.emit()

    @Slot(object)
    def handle(self, event: Event) -> None:
        """The person here says yes to everything."""
        match event:
            case CodeReady():
                self._engine.answer_code(event.session, Answer.MATCH)
            case Verified():
                self._engine.remember(event.session)
            case Remembered():
                say("remembered")
            case OfferReceived(transfer=transfer):
                say("accepted")
                self._engine.accept(transfer.id)
            case SessionEnded():
                say("over")
            case TransferChanged(transfer=transfer) if transfer.state.final:
                say(transfer.state.name.lower(), error=str(transfer.error or ""))

    @Slot(object)
    def _do(self, command: dict[str, Any]) -> None:
        match command.pop("do"):
            case "watch":
                self._watch.begin()
                say("watching")
            case "report":
                say("watched", **asdict(self._watch.end()))
            case "devices":
                self._devices(**command)
            case "scroll":
                self._scroll(**command)
            case "pair":
                self._engine.pair(Address("127.0.0.1", command["port"]))
            case "send":
                (other,) = self._engine.remembered()
                self._engine.send([Path(command["path"])], Address("127.0.0.1", command["port"]), expected=other.id)
            case "end":
                for facts in self._engine.sessions():
                    self._engine.end_session(facts.id)

    def _devices(self, count: int, seconds: float) -> None:
        """So many, of which one after the other leaves and comes back: from a thread, as the network tells of them."""

        def come_and_go() -> None:
            devices, until = self._engine._devices, time.monotonic() + seconds
            peers = [
                Peer(f"{number:032x}", f"Computer {number % 90}", "linux", (f"192.0.2.{number % 250 + 1}",), 47471)
                for number in range(count)
            ]
            for peer in peers:
                devices.peer_changed(peer)
            turn = 0
            while time.monotonic() < until:
                peer = peers[turn % count]
                devices.peer_gone(peer.instance)
                time.sleep(_REST)
                devices.peer_changed(peer)
                time.sleep(_REST)
                turn += 1
            say("devices", changes=2 * turn + count)

        threading.Thread(target=come_and_go, name="devices").start()

    def _scroll(self, steps: int) -> None:
        """From the newest row to the oldest: as fast as somebody who drags the bar, or keeps a key pressed."""
        view = self._window.findChild(PastList, "past-list")
        assert view is not None
        bar = view.verticalScrollBar()
        step = max(1, -(-bar.maximum() // steps))

        def move() -> None:
            if bar.value() < bar.maximum():
                bar.setValue(bar.value() + step)
            elif view.current is not None or view.currentIndex().row() < 0:
                view.setCurrentIndex(view.model().index(view.model().rowCount() - 1, 0))
                if view.current is not None:
                    timer.stop()
                    timer.deleteLater()
                    say("scrolled", rows=view.model().rowCount())

        timer = QTimer(self, interval=SCROLL_MS, timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(move)
        timer.start()


def say(event: str, **facts: object) -> None:
    print(json.dumps({"event": event, "at": time.monotonic(), **facts}), flush=True)


def main(profile: Path, into: Path, explain_over: float) -> None:
    application = app.application()
    bridge = Bridge()
    engine = Engine(Profile(profile), bridge.tell, port=0, save_folder=into)
    window = MainWindow(engine)
    guest = Guest(application, engine, window)
    watch = Watch(window)
    driven = Driven(engine, window, watch)
    listeners: tuple[Callable[[Event], None], ...] = (window.handle, guest.handle, driven.handle)
    for listener in listeners:
        bridge.listen(listener)
    engine.start()
    guest.start()
    app.let_the_window_go_first()
    window.installEventFilter(window.calm)  # what it holds back is not painted, and the watch hears nothing of it
    watch.begin()
    if explain_over:
        explain(watch, explain_over)
    QTimer.singleShot(0, lambda: say("listening", port=engine.port))
    threading.Thread(target=driven.read, name="driver").start()
    try:
        application.exec()
    finally:
        guest.close()
        engine.shutdown()


if __name__ == "__main__":
    with patch.object(presence, "usable", lambda: ()):  # nobody else is to hear of this
        main(Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3]) if sys.argv[3:] else 0.0)
