"""Cards: told apart, in a steady order, honest about trust, smooth with a hundred."""

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop_app.events import Device, DeviceId, RecordId, RememberedDevice, SessionId
from desktop_app.gui import dates, language, reading_order
from desktop_app.gui.nearby import Nearby
from desktop_app.gui.nobody_near import NobodyNear
from desktop_app.gui.plain import isolated
from desktop_app.gui.tile import AddressCard, DeviceCard, Tile
from desktop_app.storage.settings import Language
from tests.gui.conftest import Stage
from tests.support.fake_engine import AFTERNOON, DAY, WEEKS_AGO

INVITED = SessionId(9)


def device(id_: str, name: str = "Studio", address: str = "10.0.0.1", platform: str = "linux") -> Device:
    return Device(DeviceId(id_), name, platform, (address,), 47471)


@pytest.fixture
def nearby(qtbot: QtBot) -> Nearby:
    made = Nearby(can_be_remembered=lambda session: session != INVITED)
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


def test_case_004_a_namesake_inherits_no_mark(nearby: Nearby) -> None:
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


def known(name: str, number: int = 0) -> RememberedDevice:
    return RememberedDevice(RecordId(f"{number:032x}"), name, WEEKS_AGO, AFTERNOON, AFTERNOON + 90 * DAY)


def test_who_is_only_recognised_is_probable_and_bears_no_mark(nearby: Nearby) -> None:
    nearby.show_device(replace(device("a", "Studio"), remembered=known("Kitchen PC")))
    nearby.show_device(replace(device("b", ""), remembered=known("Attic")))
    said = f"Probably {isolated('Kitchen PC')}, verified {dates.day(WEEKS_AGO)}"
    assert card(nearby, "a").accessibleName() == f"Studio, {said}"
    assert card(nearby, "b").accessibleName().startswith(f"Attic, Probably {isolated('Attic')}")
    for id_ in "ab":
        assert "✓" not in card(nearby, id_).accessibleName()
        assert card(nearby, id_)._badge == ""
        assert card(nearby, id_)._line_tone == "muted"


def test_once_proven_it_is_verified_and_remembered(nearby: Nearby) -> None:
    nearby.show_device(replace(device("a", "Kitchen PC"), remembered=known("Kitchen PC"), session=SessionId(1)))
    assert card(nearby, "a").accessibleName() == "Kitchen PC, Verified · remembered"
    assert card(nearby, "a")._badge == "verified"


def test_two_that_are_probably_the_same_are_told_apart_by_address(nearby: Nearby) -> None:
    for id_, name, address in (("a", "Kitchen PC", "10.0.0.1"), ("b", "", "10.0.0.2")):
        nearby.show_device(replace(device(id_, name, address), remembered=known("Kitchen PC")))
    for id_, address in (("a", "10.0.0.1"), ("b", "10.0.0.2")):
        assert card(nearby, id_).accessibleName().endswith(f"Probably {isolated('Kitchen PC')} · {isolated(address)}")


def test_a_long_name_gives_way_before_what_is_said_about_it(nearby: Nearby) -> None:
    nearby.show_device(replace(device("a"), remembered=known("The very old family computer in grandmother's study")))
    metrics = nearby.fontMetrics()
    width = metrics.horizontalAdvance("Probably The very…, verified 22 Oct 2025")
    shown = card(nearby, "a")._fitting_line(metrics, width)
    assert shown.startswith("Probably \u2068The")
    assert shown.endswith(f"…\u2069, verified {dates.day(WEEKS_AGO)}")
    assert shown.count("…") == 1
    assert metrics.horizontalAdvance(shown) <= width
    assert shown.count("\u2068") == shown.count("\u2069")


def test_a_card_says_what_it_is_for(nearby: Nearby) -> None:
    nearby.show_device(device("a", "Kitchen PC", "10.0.0.1"))
    use = card(nearby, "a").accessibleDescription()
    assert use == "Drop files here, or click to choose them."
    assert card(nearby, "a").toolTip().splitlines()[-1] == use


def actions(nearby: Nearby, id_: str) -> list[str]:
    card(nearby, id_).click()
    [menu] = [each for each in card(nearby, id_).findChildren(QMenu) if each.isVisible()]
    menu.close()
    return [action.text() for action in menu.actions() if action.text()][2:]


def test_a_card_offers_what_makes_sense_for_it(nearby: Nearby) -> None:
    kitchen = known("Kitchen PC")
    for id_, remembered, session in (
        ("a", None, None), ("b", kitchen, None), ("c", None, SessionId(1)), ("d", kitchen, SessionId(2)),
        ("e", None, INVITED),
    ):  # fmt: skip
        nearby.show_device(replace(device(id_, id_), remembered=remembered, session=session))
    assert actions(nearby, "a") == ["Compare codes only"]
    assert actions(nearby, "b") == ["Check which device it is", "Forget this device…"]
    assert actions(nearby, "c") == ["About this session…", "Remember this device…"]
    assert actions(nearby, "e") == ["About this session…"], "no record comes of an invitation"
    assert actions(nearby, "d") == ["About this session…", "Forget this device…"]


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


def away(name: str = "Attic", address: str = "192.168.1.77") -> Device:
    known = RememberedDevice(RecordId(name), name, WEEKS_AGO, WEEKS_AGO, WEEKS_AGO + 90 * DAY, (f"{address}:47471",))
    return Device(DeviceId(f"remembered-{name}"), name, "", (address,), 47471, remembered=known, away=True)


def _order(nearby: Nearby) -> list[str]:
    cards = [each for each in nearby.findChildren(Tile) if not each.isHidden()]
    return [each.objectName() for each in sorted(cards, key=lambda each: (each.y(), each.x()))]


def test_who_is_away_is_said_quietly_behind_those_that_are_seen(nearby: Nearby, qtbot: QtBot) -> None:
    nearby.show_device(away())
    nearby.show_device(device("a"))
    nearby.show_device(away("Barn"))
    nearby.show_device(device("b", "Other"))
    line = card(nearby, "remembered-Attic").accessibleName()
    assert line == f"Attic, Not seen · was at {isolated('192.168.1.77')}"
    wanted = ["card-a", "card-b", "card-remembered-Attic", "card-remembered-Barn", "card-address"]
    qtbot.waitUntil(lambda: _order(nearby) == wanted)
    assert [each.away for each in nearby.devices()] == [False, False, True, True]
    reading_order.settle(nearby)  # as the window does at each Tab
    card(nearby, "a").setFocus()
    reached = []
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)  # type: ignore[no-untyped-call]
        focused = QApplication.focusWidget()
        reached.append(focused.objectName() if focused is not None else "")
    assert reached == wanted[1:]


def test_where_only_those_are_there_the_words_for_nobody_stay(nearby: Nearby) -> None:
    nearby.show_device(away())
    words = nearby.findChild(NobodyNear)
    assert isinstance(words, NobodyNear)
    assert words.isVisible()
    assert card(nearby, "remembered-Attic").isVisible()
    assert nearby.empty
    assert not nearby.findChild(AddressCard).isVisible()  # type: ignore[union-attr]
    nearby.show_device(device("a"))
    assert not words.isVisible()
    assert nearby.findChild(AddressCard).isVisible()  # type: ignore[union-attr]
    nearby.forget_device(DeviceId("a"))
    assert words.isVisible()


def test_one_that_is_away_can_be_sent_to_checked_and_forgotten(nearby: Nearby) -> None:
    nearby.show_device(away())
    card(nearby, "remembered-Attic").click()
    menu = nearby.findChild(QMenu, "card-menu")
    assert isinstance(menu, QMenu)
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts == ["Send files…", "Send a folder…", "Check which device it is", "Forget this device…"]


def test_who_is_away_is_in_sight_below_the_reasons(stage: Stage, qapp: QApplication, qtbot: QtBot) -> None:
    """The drawing makes room; in German the reasons take most of it."""
    language.speak(qapp, Language.GERMAN)
    nobody = stage.find(NobodyNear, "nobody-near")
    assert nobody._drawing.isVisible()
    known = RememberedDevice(RecordId("1"), "Attic", WEEKS_AGO, WEEKS_AGO, WEEKS_AGO + 90 * DAY)
    stage.engine.find("away", "Attic", "", "192.168.1.77", remembered=known, away=True)
    nobody.show_reasons()
    card = stage.find(DeviceCard, "card-away")
    qtbot.waitUntil(lambda: card.visibleRegion().boundingRect().size() == card.size())
    assert not nobody._drawing.isVisible()


def test_the_drawing_of_nobody_looks_the_way_one_reads(qtbot: QtBot) -> None:
    nobody = NobodyNear()
    qtbot.addWidget(nobody)
    nobody.show()
    drawn = nobody._drawing.grab().toImage()
    nobody.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    mirrored = nobody._drawing.grab().toImage()
    assert drawn != mirrored
    assert drawn.flipped(Qt.Orientation.Horizontal).pixelColor(40, 60) == mirrored.pixelColor(40, 60)
