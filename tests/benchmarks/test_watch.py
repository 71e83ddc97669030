"""What stops an event loop is seen by who watches it, and so is every time that the window is painted."""

import time

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.benchmarks.watch import Watch, most_in_a_second


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_block_and_the_paints_are_seen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    watch = Watch(window)
    watch.begin()
    QTimer.singleShot(10, lambda: time.sleep(0.2))
    for _ in range(3):
        window.update()
        QTest.qWait(100)
    watched = watch.end()
    assert watched.worst >= 150
    assert watched.p99 <= watched.worst
    assert 3 <= watched.paints <= 4
    assert watched.seconds >= 0.3


def test_the_fullest_second_counts() -> None:
    assert most_in_a_second([]) == 0
    assert most_in_a_second([0.0, 0.5, 1.25, 1.375, 1.5, 3.0]) == 4  # a second after 0.5, to the bit
