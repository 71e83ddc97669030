"""Cards: told apart, in a steady order, honest about trust, smooth with a hundred."""

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.events import Device, DeviceId, SessionId
from desktop_app.gui.nearby import Nearby
from desktop_app.gui.tile import AddressCard, DeviceCard, Tile


def device(id_: str, name: str = "Studio", address: str = "10.0.0.1", platform: str = "linux") -> Device:
    return Device(DeviceId(id_), name, platform, (address,), 47471)


@pytest.fixture
def nearby(qtbot: QtBot) -> Nearby:
    made = Nearby()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


def card(nearby: Nearby, id_: str) -> DeviceCard:
    found = nearby.findChild(DeviceCard, f"card-{id_}")
    assert found is not None
    return found


def test_namesakes_are_told_apart_by_address_and_only_they(nearby: Nearby) -> None:
    nearby.show_device(device("a", "Studio", "10.0.0.1"))
    assert "10.0.0.1" not in card(nearby, "a").accessibleName()
    nearby.show_device(device("b", "STUDIO", "10.0.0.2"))
    assert "10.0.0.1" in card(nearby, "a").accessibleName()
    assert "10.0.0.2" in card(nearby, "b").accessibleName()
    nearby.forget_device(DeviceId("b"))
    assert "10.0.0.1" not in card(nearby, "a").accessibleName()


def test_a_namesake_inherits_no_mark(nearby: Nearby) -> None:
    nearby.show_device(replace(device("a"), session=SessionId(1)))
    nearby.show_device(device("b", address="10.0.0.2"))
    assert "Verified" in card(nearby, "a").accessibleName()
    assert "Verified" not in card(nearby, "b").accessibleName()
    nearby.show_device(device("a"))
    assert "Verified" not in card(nearby, "a").accessibleName()


def test_cards_keep_their_places_and_the_address_stays_last(nearby: Nearby, qtbot: QtBot) -> None:
    for id_ in "cab":
        nearby.show_device(device(id_, name=id_))
    nearby.show_device(device("c", name="zzz"))
    QApplication.processEvents()
    tiles = sorted(nearby.findChildren(Tile), key=lambda tile: (tile.y(), tile.x()))
    assert [tile.objectName() for tile in tiles] == ["card-c", "card-a", "card-b", "card-address"]
    assert isinstance(tiles[-1], AddressCard)


def test_right_to_left_mirrors_the_grid(nearby: Nearby) -> None:
    nearby.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    nearby.show_device(device("a", "A"))
    nearby.show_device(device("b", "B"))
    QApplication.processEvents()
    assert card(nearby, "a").x() > card(nearby, "b").x()


def test_a_stale_device_is_said_not_only_coloured(nearby: Nearby) -> None:
    nearby.show_device(replace(device("a"), stale=True))
    assert "Not answering" in card(nearby, "a").accessibleName()


def test_the_keyboard_is_not_lost_with_a_card(nearby: Nearby, qtbot: QtBot) -> None:
    nearby.activateWindow()
    qtbot.waitUntil(nearby.isActiveWindow)
    nearby.show_device(device("a", "A"))
    nearby.show_device(device("b", "B"))
    card(nearby, "a").setFocus()
    nearby.forget_device(DeviceId("a"))
    assert isinstance(QApplication.focusWidget(), Tile)


def test_a_hundred_devices_appear_and_change_quickly(nearby: Nearby) -> None:
    began = time.process_time()
    for number in range(100):
        nearby.show_device(device(str(number), f"Desk {number % 50}", f"10.0.0.{number}"))
    for number in range(100):
        nearby.show_device(replace(device(str(number), f"Desk {number % 50}", f"10.0.0.{number}"), stale=True))
    QApplication.processEvents()
    nearby.grab()
    assert time.process_time() - began < 2.0
    assert len(nearby.devices()) == 100
