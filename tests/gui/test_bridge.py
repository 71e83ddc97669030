"""The door from the engine's threads: nothing lost, in order, on Qt's thread, and it survives many events."""

import threading
import time
from itertools import pairwise

import shiboken6
from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.events import DeviceGone, DeviceId, Event
from desktop_app.gui.bridge import Bridge, door_to

MANY = 20_000


class Listener(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Event] = []
        self.elsewhere = 0

    @Slot(object)
    def hear(self, event: Event) -> None:
        self.heard.append(event)
        if QThread.currentThread() is not QApplication.instance().thread():  # type: ignore[union-attr]
            self.elsewhere += 1


def test_twenty_thousand_events_from_threads_arrive_in_order_on_the_window_s_thread(qtbot: QtBot) -> None:
    bridge, listener = Bridge(), Listener()
    bridge.listen(listener.hear)

    def speak(voice: str) -> None:
        for number in range(MANY // 2):
            bridge.tell(DeviceGone(DeviceId(f"{voice}{number}")))

    threads = [threading.Thread(target=speak, args=(voice,)) for voice in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not listener.heard, "an event ran on the speaker's thread"
    qtbot.waitUntil(lambda: len(listener.heard) == MANY, timeout=20_000)
    assert listener.elsewhere == 0
    for voice in "ab":
        spoken = [event.id for event in listener.heard if isinstance(event, DeviceGone) and event.id[0] == voice]
        assert spoken == [f"{voice}{number}" for number in range(MANY // 2)]


class Slow(QObject):
    """Takes as long for an event as a window that lays out its cards."""

    def __init__(self) -> None:
        super().__init__()
        self.heard = 0

    @Slot(object)
    def hear(self, _event: Event) -> None:
        until = time.thread_time() + 0.001
        while time.thread_time() < until:
            pass
        self.heard += 1


def test_a_hundred_events_at_once_let_the_window_have_its_turn(qtbot: QtBot) -> None:
    bridge, listener, turns = Bridge(), Slow(), list[int]()
    bridge.listen(listener.hear)
    timer = QTimer(interval=1)
    timer.timeout.connect(lambda: turns.append(listener.heard))
    timer.start()
    for number in range(100):
        bridge.tell(DeviceGone(DeviceId(str(number))))
    qtbot.waitUntil(lambda: listener.heard == 100)
    assert max(after - before for before, after in pairwise([0, *turns, 100])) <= 20
    bridge.tell(DeviceGone(DeviceId("another")))
    qtbot.waitUntil(lambda: listener.heard == 101)


class Asking(QObject):
    answered = Signal(int, str)


def test_an_answer_of_a_thread_is_lost_where_nobody_waits_for_it_any_more(qtbot: QtBot) -> None:
    asking = Asking()
    heard: list[tuple[int, str]] = []
    asking.answered.connect(lambda number, text: heard.append((number, text)))
    tell = door_to(asking.answered)
    thread = threading.Thread(target=tell, args=(1, "yes"))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: heard == [(1, "yes")])
    shiboken6.delete(asking)
    tell(2, "too late")
    assert heard == [(1, "yes")]
