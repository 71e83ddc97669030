"""This computer does not go to sleep while bytes move: how each system is asked not to."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final, Protocol

from PySide6.QtCore import QObject, QProcess

from desktop_app import APP_ID, APP_NAME
from desktop_app.gui.message_bus import BusObject, MessageBus, Reply

_SUSPEND: Final = 4  # a flag: of GNOME's session manager, and of the portal
_CONTINUOUS, _SYSTEM_REQUIRED = 0x80000000, 0x00000001  # ES_… of SetThreadExecutionState


class Inhibitor(Protocol):
    """Neither waits; both may be called twice."""

    def hold(self, why: str) -> None: ...
    def let_go(self) -> None: ...


class Wakefulness(QObject):
    def __init__(self, inhibitor: Inhibitor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._inhibitor = inhibitor
        self._held = False

    def stay_awake(self, needed: bool) -> None:
        if needed and not self._held:
            self._inhibitor.hold(self.tr("Files are being transferred"))
        elif self._held and not needed:
            self._inhibitor.let_go()
        self._held = needed


def inhibitor(session: MessageBus, system: MessageBus, parent: QObject) -> Inhibitor:
    """Of the system that this runs on."""
    if sys.platform == "win32":
        return WindowsInhibitor()
    if sys.platform == "darwin":
        return MacInhibitor(parent)
    return BusInhibitor(session, system)


# --- Linux and its relatives ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Way:
    """One service that can keep the computer awake. `release` takes its answer."""

    bus: MessageBus
    service: BusObject
    signature: str
    arguments: Callable[[str], tuple[Any, ...]]
    release: Callable[[Any], None]


class BusInhibitor:
    """The desktop's session manager, its power manager, the portal of a sandbox, or the system's login manager:
    the first that takes the request."""

    def __init__(self, session: MessageBus, system: MessageBus) -> None:
        gnome = BusObject("org.gnome.SessionManager", "/org/gnome/SessionManager", "org.gnome.SessionManager")
        power = BusObject(
            "org.freedesktop.PowerManagement.Inhibit",
            "/org/freedesktop/PowerManagement/Inhibit",
            "org.freedesktop.PowerManagement.Inhibit",
        )
        portal = BusObject(
            "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Inhibit"
        )
        login = BusObject("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")
        self._ways = (
            _Way(
                session,
                gnome,
                "susu",
                lambda why: (APP_ID, 0, why, _SUSPEND),
                lambda cookie: session.call(gnome, "Uninhibit", "u", (cookie,)),
            ),
            _Way(
                session,
                power,
                "ss",
                lambda why: (APP_NAME, why),
                lambda cookie: session.call(power, "UnInhibit", "u", (cookie,)),
            ),
            _Way(
                session,
                portal,
                "sua{sv}",
                lambda why: ("", _SUSPEND, {"reason": ("s", why)}),
                lambda path: session.call(
                    BusObject("org.freedesktop.portal.Desktop", path, "org.freedesktop.portal.Request"), "Close"
                ),
            ),
            _Way(system, login, "ssss", lambda why: ("sleep", APP_NAME, why, "block"), _close),
        )
        self._wanted = False
        self._asking = False
        self._release: Callable[[], None] | None = None

    def hold(self, why: str) -> None:
        self._wanted = True
        if self._release is None and not self._asking:
            self._ask(why, 0)

    def let_go(self) -> None:
        self._wanted = False
        release, self._release = self._release, None
        if release is not None:
            release()

    def _ask(self, why: str, number: int) -> None:
        self._asking = number < len(self._ways)
        if self._asking:
            way = self._ways[number]
            way.bus.call(
                way.service,
                "Inhibit",
                way.signature,
                way.arguments(why),
                lambda reply: self._answered(way, reply) if reply is not None else self._ask(why, number + 1),
            )

    def _answered(self, way: _Way, reply: Reply) -> None:
        self._asking = False
        self._release = lambda: way.release(reply.body[0])
        if not self._wanted:
            self.let_go()


def _close(descriptor: int) -> None:
    with suppress(OSError):
        os.close(descriptor)


# --- other systems -------------------------------------------------------------------------------------------


class WindowsInhibitor:
    """Of the thread that calls, which is the window's and lives as long as it."""

    def hold(self, _why: str) -> None:
        self._set(_CONTINUOUS | _SYSTEM_REQUIRED)

    def let_go(self) -> None:
        self._set(_CONTINUOUS)

    def _set(self, state: int) -> None:
        if sys.platform == "win32":
            import ctypes

            ctypes.windll.kernel32.SetThreadExecutionState(state)


class MacInhibitor:
    """`caffeinate` keeps the computer awake while it runs, and ends with us should we die."""

    def __init__(self, parent: QObject) -> None:
        self._process = QProcess(parent)
        self._process.setProgram("/usr/bin/caffeinate")
        self._process.setArguments(["-i", "-w", str(os.getpid())])

    def hold(self, _why: str) -> None:
        if self._process.state() is QProcess.ProcessState.NotRunning:
            self._process.start()

    def let_go(self) -> None:
        self._process.kill()
