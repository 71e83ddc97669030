"""Showing a notification: by the desktop's own service where that knows buttons, else as a bubble of the tray icon."""

import html
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from desktop_app import APP_ID, APP_NAME
from desktop_app.gui.message_bus import BusObject, MessageBus, Reply, Told

SHOW: Final = "default"  # what a click on the notification itself means, in the words of the specification
_SERVICE: Final = BusObject(
    "org.freedesktop.Notifications", "/org/freedesktop/Notifications", "org.freedesktop.Notifications"
)
ANSWER_MS: Final = 5000
_BY_THE_SERVICE, _NEVER = -1, 0  # when it goes


@dataclass(frozen=True, slots=True)
class Notification:
    """`key`: a newer one of that key takes its place. `buttons`: action to label."""

    key: str
    title: str
    text: str
    buttons: Mapping[str, str] = field(default_factory=dict)
    lasting: bool = False  # somebody has to answer


class Notifier(Protocol):
    @property
    def has_buttons(self) -> bool: ...

    def show(self, notification: Notification) -> None: ...
    def withdraw(self, key: str) -> None: ...


class DesktopNotifier(QObject):
    """Speaks the Desktop Notifications Specification 1.2.

    Signals: found(), once: the desktop has that service; lost(), it shows nothing any more;
    pressed(key, action, activation token).
    """

    answer_ms = ANSWER_MS
    found = Signal()
    lost = Signal()
    pressed = Signal(str, str, str)

    def __init__(self, bus: MessageBus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self._able: frozenset[str] = frozenset()
        self._there = False
        self._server = ""  # the connection behind the name: anybody could tell us that a button was pressed
        self._numbers: dict[str, int] = {}
        self._unwanted: set[str] = set()  # withdrawn before the service had given it a number
        self._token = ""
        self._asked: dict[str, int] = {}  # what is to be shown and has not been, as far as we were told
        self._count = 0
        bus.told.connect(self._hear)
        bus.listen(_SERVICE)
        bus.call(_SERVICE, "GetCapabilities", then=self._learn)

    @property
    def is_there(self) -> bool:
        return self._there

    @property
    def has_buttons(self) -> bool:
        return "actions" in self._able

    def show(self, notification: Notification) -> None:
        markup = "body-markup" in self._able
        text = html.escape(notification.text, quote=False) if markup else notification.text
        buttons = {SHOW: APP_NAME, **notification.buttons} if self.has_buttons else {}
        actions = [word for button in buttons.items() for word in button]
        hints: dict[str, tuple[str, Any]] = {"desktop-entry": ("s", APP_ID), "urgency": ("y", 1)}
        lasts = _NEVER if notification.lasting else _BY_THE_SERVICE
        key = notification.key
        before = self._numbers.get(key, 0)
        self._unwanted.discard(key)
        self._count += 1
        self._asked[key] = count = self._count
        QTimer.singleShot(self.answer_ms, self, lambda: self._lose() if self._asked.get(key) == count else None)
        body = (APP_NAME, before, APP_ID, notification.title, text, actions, hints, lasts)
        self._bus.call(_SERVICE, "Notify", "susssasa{sv}i", body, lambda reply: self._shown(key, reply))

    def withdraw(self, key: str) -> None:
        number = self._numbers.pop(key, None)
        if number is None:
            self._unwanted.add(key)
        else:
            self._bus.call(_SERVICE, "CloseNotification", "u", (number,))

    def _learn(self, reply: Reply | None) -> None:
        if reply is not None:
            self._there, self._server = True, reply.sender
            self._able = frozenset(reply.body[0])
            self.found.emit()

    def _shown(self, key: str, reply: Reply | None) -> None:
        if reply is None:
            self._lose()
            return
        self._asked.pop(key, None)
        self._server = reply.sender
        self._numbers[key] = reply.body[0]
        if key in self._unwanted:
            self._unwanted.discard(key)
            self.withdraw(key)

    def _lose(self) -> None:
        """It refuses, hangs or is gone; whoever waits for an answer has to ask in another way."""
        self._asked.clear()
        if self._there:
            self._there, self._able = False, frozenset()
            self.lost.emit()

    def _hear(self, told: Told) -> None:
        if told.sender != self._server or told.interface != _SERVICE.interface:
            return
        key = next((key for key, number in self._numbers.items() if number == told.body[0]), None)
        match told.member:
            case "ActivationToken" if key is not None:
                self._token = told.body[1]
            case "ActionInvoked" if key is not None:
                token, self._token = self._token, ""
                self.pressed.emit(key, told.body[1], token)
            case "NotificationClosed" if key is not None:
                del self._numbers[key]


class TrayNotifier(QObject):
    """No buttons; a click shows the window.

    Signals: pressed(key, action, activation token).
    """

    pressed = Signal(str, str, str)
    has_buttons = False

    def __init__(self, icon: QSystemTrayIcon, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._key = ""
        icon.messageClicked.connect(lambda: self.pressed.emit(self._key, SHOW, ""))

    def show(self, notification: Notification) -> None:
        self._key = notification.key
        self._icon.showMessage(notification.title, notification.text, self._icon.icon())

    def withdraw(self, _key: str) -> None:
        """What was said stays said."""
