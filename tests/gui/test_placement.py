"""The window comes back where it was, if that is a place that can be seen."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize
from pytestqt.qtbot import QtBot

from desktop_app.gui import placement
from desktop_app.gui.main_window import MainWindow
from desktop_app.storage.profile import Profile
from tests.support.fake_engine import FakeEngine


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile(tmp_path / "profile")


def fresh(qtbot: QtBot) -> MainWindow:
    window = MainWindow(FakeEngine())
    qtbot.addWidget(window)
    return window


def closed_at(qtbot: QtBot, profile: Profile, place: QPoint, size: QSize) -> None:
    window = fresh(qtbot)
    window.show()
    window.move(place)
    window.resize(size)
    window.close()
    placement.keep(window, profile)


def test_it_comes_back_where_it_was(qtbot: QtBot, profile: Profile) -> None:
    closed_at(qtbot, profile, QPoint(30, 40), QSize(760, 580))
    window = fresh(qtbot)
    placement.restore(window, profile)
    window.show()
    assert (window.pos(), window.size()) == (QPoint(30, 40), QSize(760, 580))


def test_a_screen_that_is_gone_takes_no_window_along(qtbot: QtBot, profile: Profile) -> None:
    closed_at(qtbot, profile, QPoint(30_000, -9_000), QSize(600, 500))
    window = fresh(qtbot)
    placement.restore(window, profile)
    window.show()
    assert window.screen().availableGeometry().contains(window.geometry())


def test_it_comes_back_maximized(qtbot: QtBot, profile: Profile) -> None:
    window = fresh(qtbot)
    window.showMaximized()
    placement.keep(window, profile)
    again = fresh(qtbot)
    placement.restore(again, profile)
    again.show()
    assert again.isMaximized()


@pytest.mark.parametrize("stored", [b"", b"\0" * 66, b"x" * 5000, None])
def test_what_cannot_be_used_changes_nothing(qtbot: QtBot, profile: Profile, stored: bytes | None) -> None:
    if stored is None:
        profile.window.mkdir()
    else:
        profile.window.write_bytes(stored)
    window = fresh(qtbot)
    before = window.size()
    placement.restore(window, profile)
    assert window.size() == before
    placement.keep(window, profile)


def test_without_a_past_it_has_its_first_size(qtbot: QtBot, profile: Profile) -> None:
    window = fresh(qtbot)
    before = window.size()
    placement.restore(window, profile)
    assert window.size() == before
