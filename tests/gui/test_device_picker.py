"""Which devices is it for? The list follows who is near, and keeps what the person did in it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QPushButton

from desktop_app.events import DeviceId
from desktop_app.gui.plain import isolated
from tests.gui.conftest import Stage

LEFT = Qt.MouseButton.LeftButton
THESIS = Path("/home/ada/thesis.pdf")


def test_the_question_for_a_device_follows_who_is_near_and_keeps_the_ticks(stage: Stage) -> None:
    stage.engine.find("kitchen", "Kitchen PC")
    stage.window.offer_to_send([THESIS])
    devices = stage.find(QListWidget, "picker-devices")
    assert devices.item(0).checkState() is Qt.CheckState.Checked
    stage.engine.find("studio", "Studio")
    assert [devices.item(row).checkState() for row in range(2)] == [Qt.CheckState.Checked, Qt.CheckState.Unchecked]
    stage.engine.lose("kitchen")
    assert devices.count() == 1
    assert not stage.find(QPushButton, "picker-send").isEnabled()


def test_the_question_for_a_device_keeps_the_tick_of_a_remembered_one_that_comes_under_another_id(stage: Stage) -> None:
    [kitchen] = stage.engine.know("Kitchen PC")
    stage.engine.find("studio", "Studio")
    stage.engine.find("remembered-1", "Kitchen PC", remembered=kitchen, away=True)
    stage.window.offer_to_send([THESIS])
    devices = stage.find(QListWidget, "picker-devices")
    for row in range(2):
        devices.item(row).setCheckState(Qt.CheckState.Checked)
    stage.engine.lose("remembered-1")
    stage.engine.find("kitchen", "Kitchen PC", remembered=kitchen)
    assert [devices.item(row).checkState() for row in range(2)] == 2 * [Qt.CheckState.Checked]
    stage.engine.find("somebody", "Kitchen PC", remembered=kitchen)
    devices.item(1).setCheckState(Qt.CheckState.Unchecked)
    stage.engine.find("attic", "Attic")
    stage.engine.lose("kitchen")
    QTest.mouseClick(stage.find(QPushButton, "picker-send"), LEFT)
    assert stage.engine.calls == [("send", (THESIS,), DeviceId("studio"))]


def test_no_tick_goes_to_another_that_says_it_is_the_one_that_has_gone(stage: Stage) -> None:
    [kitchen] = stage.engine.know("Kitchen PC")
    for id_ in ("kitchen", "somebody"):
        stage.engine.find(id_, "Kitchen PC", remembered=kitchen)
    stage.window.offer_to_send([THESIS])
    stage.find(QListWidget, "picker-devices").item(0).setCheckState(Qt.CheckState.Checked)
    stage.engine.lose("kitchen")
    assert not stage.find(QPushButton, "picker-send").isEnabled()


def test_what_changes_nearby_moves_neither_the_keyboard_nor_the_list_of_the_question_for_a_device(stage: Stage) -> None:
    for number in range(20):
        stage.engine.find(f"d{number:02}", f"Device {number:02}")
    stage.window.offer_to_send([THESIS])
    devices = stage.find(QListWidget, "picker-devices")
    devices.setFocus()
    for _ in range(10):
        QTest.keyClick(devices, Qt.Key.Key_Down)
    devices.verticalScrollBar().setValue(7)
    stage.engine.find("studio", "Studio")
    assert devices.verticalScrollBar().value() == 7
    stage.engine.lose("d03")
    assert (devices.currentItem().text(), devices.currentRow()) == (isolated("Device 10"), 9)
    QTest.keyClick(devices, Qt.Key.Key_Space)
    QTest.keyClick(devices, Qt.Key.Key_Return)
    assert stage.engine.calls == [("send", (THESIS,), DeviceId("d10"))]


def test_the_keyboard_goes_to_the_next_device_where_the_one_it_was_at_is_gone(stage: Stage) -> None:
    for id_ in ("a", "b", "c", "d"):
        stage.engine.find(id_, f"Device {id_}")
    stage.window.offer_to_send([THESIS])
    devices = stage.find(QListWidget, "picker-devices")
    devices.setCurrentRow(2)
    stage.engine.lose("c")
    assert devices.currentItem().text() == isolated("Device d")
    stage.engine.lose("d")
    assert devices.currentItem().text() == isolated("Device b")


def test_enter_sends_to_the_ticked_devices_and_space_ticks(stage: Stage) -> None:
    stage.engine.find("kitchen", "Kitchen PC")
    stage.engine.find("studio", "Studio")
    stage.window.offer_to_send([THESIS])
    devices = stage.find(QListWidget, "picker-devices")
    devices.setFocus()
    QTest.keyClick(devices, Qt.Key.Key_Space)
    QTest.keyClick(devices, Qt.Key.Key_Down)
    QTest.keyClick(devices, Qt.Key.Key_Return)
    assert stage.engine.calls == [("send", (THESIS,), DeviceId("kitchen"))]
