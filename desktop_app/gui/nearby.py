"""Nearby: one card a device, in the order they came, so that none moves under the pointer. Those that are away stand
behind those that are seen, and where only they are there, below the words for nobody."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop_app.events import Device, DeviceId, SessionId
from desktop_app.gui import theme
from desktop_app.gui.card_grid import CardGrid
from desktop_app.gui.folding import Folding
from desktop_app.gui.keyboard_place import hand_over
from desktop_app.gui.nobody_near import NobodyNear
from desktop_app.gui.passing_menu import PassingMenu
from desktop_app.gui.tile import AddressCard, DeviceCard, told_apart

_LEAST_ROWS: Final = 2


class Nearby(Folding, QWidget):
    """Signals: dropped(DeviceId, Carried); files_wanted, folder_wanted, comparison_wanted(DeviceId);
    session_wanted, remember_wanted(SessionId); forget_wanted(RememberedDevice); address_wanted(), check_wanted()."""

    dropped = Signal(str, object)
    files_wanted = Signal(str)
    folder_wanted = Signal(str)
    comparison_wanted = Signal(str)
    session_wanted = Signal(object)
    remember_wanted = Signal(object)
    forget_wanted = Signal(object)
    address_wanted = Signal()
    check_wanted = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, can_be_remembered: Callable[[SessionId], bool] = lambda _: True
    ) -> None:
        super().__init__(parent)
        self._can_be_remembered = can_be_remembered
        self.setObjectName("nearby")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # as no stop for Tab, but with a place among them
        self._cards: dict[DeviceId, DeviceCard] = {}
        self._low = self._brief = self._unfolded = False
        self._page = QWidget()
        self._page.setProperty("part", "page")
        self._grid = CardGrid(self._page)
        self._by_address = AddressCard()
        self._by_address.clicked.connect(self.address_wanted)
        self._grid.addWidget(self._by_address)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setObjectName("nearby-scroll")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._page)
        self._empty = NobodyNear()
        self._empty.address_wanted.connect(self.address_wanted)
        self._empty.check_wanted.connect(self.check_wanted)
        parts = QVBoxLayout(self)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(0)
        parts.addWidget(self._empty, 1)
        parts.addWidget(self._scroll, 1)
        self._show_parts()

    @property
    def empty(self) -> bool:
        """Whether nobody is seen."""
        return all(card.device.away for card in self._cards.values())

    @property
    def focused(self) -> DeviceId | None:
        """The device whose card has the keyboard."""
        return next((id_ for id_, card in self._cards.items() if card.hasFocus()), None)

    def devices(self) -> tuple[Device, ...]:
        return tuple(sorted((card.device for card in self._cards.values()), key=lambda device: device.away))

    def show_device(self, device: Device) -> None:
        card = self._cards.get(device.id)
        if card is None:
            card = self._new_card(device)
        before = card.name
        card.show_device(device)
        self._tell_apart({before, card.name})
        self._show_parts()

    def forget_device(self, id_: DeviceId) -> None:
        card = self._cards.pop(id_, None)
        if card is None:
            return
        hand_over(card, self if self.empty else self._by_address)
        self._grid.removeWidget(card)
        card.hide()
        card.deleteLater()
        self._tell_apart({card.name})
        self._show_parts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._limit_cards()

    def be_low(self, *, low: bool, brief: bool) -> None:
        """In a low window the words for nobody do without their drawing; `brief`, where there is more to see in it,
        without what can be read elsewhere."""
        if (low, brief) != (self._low, self._brief):
            self._low, self._brief = low, brief
            self._show_parts()

    def height_needed(self, width: int) -> int:
        """So that the window can give the rest of its height to the transfers."""
        return self._grid.heightForWidth(width)

    @property
    def least(self) -> int:
        """With less of it in sight nobody sees whom there is to choose from."""
        needed = self.height_needed(self.width())
        if self.empty:
            return self._empty.minimumSizeHint().height() + (needed if self._cards else 0)
        return min(needed, self._grid.height_of(_LEAST_ROWS))

    def unfold(self, *, on: bool) -> None:
        if on != self._unfolded:
            self._unfolded = on
            self._limit_cards()

    def _new_card(self, device: Device) -> DeviceCard:
        card = DeviceCard(device, self._page)
        card.clicked.connect(lambda: self._open_menu(card))
        card.dropped.connect(lambda what: self.dropped.emit(card.device.id, what))
        place = len(self._cards) if device.away else sum(not each.device.away for each in self._cards.values())
        self._cards[device.id] = card
        self._grid.insert(place, card)
        card.show()
        return card

    def _show_parts(self) -> None:
        """Without anybody who is seen, what an address is for stands among the words."""
        empty = self.empty
        self._empty.be_low(low=self._low or bool(self._cards), brief=self._brief)
        hand_over(self._by_address if empty else self._empty, self)
        self._empty.setVisible(empty)
        self._by_address.setVisible(not empty)
        self._scroll.setVisible(bool(self._cards))
        self._limit_cards()

    def _limit_cards(self) -> None:
        """Below the words there is room for the cards and no more."""
        needed = self.height_needed(self.width())
        folded = 0 if self.empty else self.least
        self._scroll.setMinimumHeight(needed if self._unfolded else folded)
        self._scroll.setMaximumHeight(needed if self.empty else theme.ANY_HEIGHT)

    def _tell_apart(self, names: set[str]) -> None:
        folded = {name.casefold() for name in names}
        cards = [card for card in self._cards.values() if card.name.casefold() in folded]
        for card, apart in zip(cards, told_apart([card.device for card in cards]), strict=True):
            card.show_device(card.device, apart)

    def _open_menu(self, card: DeviceCard) -> None:
        id_, session, known = card.device.id, card.device.session, card.device.remembered
        menu = PassingMenu("card-menu", card)
        menu.addAction(self.tr("Send files…"), lambda: self.files_wanted.emit(id_))
        menu.addAction(self.tr("Send a folder…"), lambda: self.folder_wanted.emit(id_))
        menu.addSeparator()
        if session is not None:
            menu.addAction(self.tr("About this session…"), lambda: self.session_wanted.emit(session))
        elif known is not None:
            menu.addAction(self.tr("Check which device it is"), lambda: self.comparison_wanted.emit(id_))
        else:
            menu.addAction(self.tr("Compare codes only"), lambda: self.comparison_wanted.emit(id_))
        if known is not None:
            menu.addAction(self.tr("Forget this device…"), lambda: self.forget_wanted.emit(known))
        elif session is not None and self._can_be_remembered(session):
            menu.addAction(self.tr("Remember this device…"), lambda: self.remember_wanted.emit(session))
        menu.setActiveAction(menu.actions()[0])
        menu.popup(_below(card))


def _below(card: DeviceCard) -> QPoint:
    frame = QRect(card.mapToGlobal(QPoint(0, 0)), card.size())
    return frame.bottomLeft() + QPoint(0, 2)
