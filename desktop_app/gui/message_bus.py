"""A connection to the desktop's message bus (D-Bus), on Qt's event loop: nothing here waits for anybody.

PySide's own QtDBus can send neither unsigned numbers nor maps of variants, which most calls of a desktop need; so the
bytes are jeepney's business. Where there is no bus, calls are answered with None, and nobody tells anything.
"""

import contextlib
import logging
import os
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_method_call, new_signal
from jeepney.auth import BEGIN, AuthenticationError, Authenticator
from jeepney.bus import get_connectable_addresses
from jeepney.low_level import Parser
from PySide6.QtCore import QObject, QSocketNotifier, Signal

_CHUNK: Final = 65536
_DESCRIPTORS: Final = 4  # in one message, at most
_SYSTEM: Final = "unix:path=/run/dbus/system_bus_socket"
_log: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class BusObject:
    """Whom to call, at which of its objects, by which of their interfaces."""

    name: str
    path: str
    interface: str


@dataclass(frozen=True, slots=True)
class Reply:
    body: tuple[Any, ...]
    sender: str  # the connection that answered, whatever name it was called by


@dataclass(frozen=True, slots=True)
class Told:
    """A signal of somebody on the bus."""

    sender: str
    interface: str
    member: str
    body: tuple[Any, ...]


_BUS: Final = BusObject("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
Then = Callable[[Reply | None], None]


class MessageBus(QObject):
    """Connected by the first call.

    Signals: told(Told), of everybody that `listen` was asked for, and whatever somebody tells to us alone.
    """

    told = Signal(object)

    def __init__(self, address: str, *, descriptors: bool = False, parent: QObject | None = None) -> None:
        """`descriptors`: answers may hold open files, which whoever called has to close."""
        super().__init__(parent)
        self._address, self._descriptors = address, descriptors
        self._line: socket.socket | None = None
        self._dead = not address
        self._login: Authenticator | None = None
        self._parser = Parser()
        self._calls: dict[int, Then] = {}
        self._serial = 0
        self._waiting: list[bytes] = []  # until the bus knows us
        self._unsent = bytearray()

    @classmethod
    def session(cls, parent: QObject | None = None) -> "MessageBus":
        """The one of the desktop."""
        runtime = os.environ.get("XDG_RUNTIME_DIR", "")
        usual = f"unix:path={runtime}/bus" if runtime and Path(runtime, "bus").exists() else ""
        return cls(os.environ.get("DBUS_SESSION_BUS_ADDRESS") or usual, parent=parent)

    @classmethod
    def system(cls, parent: QObject | None = None) -> "MessageBus":
        """The one of the whole computer."""
        usual = _SYSTEM if sys.platform.startswith("linux") else ""
        return cls(os.environ.get("DBUS_SYSTEM_BUS_ADDRESS") or usual, descriptors=True, parent=parent)

    def call(
        self, to: BusObject, method: str, signature: str = "", body: tuple[Any, ...] = (), then: Then | None = None
    ) -> None:
        """`then` is called on the event loop: with what came back, or None; never where the other one hangs."""
        self._send(_call(to, method, signature, body), then)

    def tell(self, path: str, interface: str, member: str, signature: str, body: tuple[Any, ...]) -> None:
        """A signal to whoever listens."""
        self._send(new_signal(DBusAddress(path, interface=interface), member, signature, body), None)

    def listen(self, to: BusObject) -> None:
        """Whatever the owner of that name tells there comes as `told`."""
        rule = f"type='signal',sender='{to.name}',path='{to.path}',interface='{to.interface}'"
        self.call(_BUS, "AddMatch", "s", (rule,))

    def close(self) -> None:
        """May be called twice; what was not answered never will be."""
        self._dead = True
        self._calls.clear()
        self._hang_up()

    # --- sending ---------------------------------------------------------------------------------------------

    def _send(self, message: Message, then: Then | None) -> None:
        self._connect()
        if self._dead:
            if then is not None:
                then(None)
            return
        self._serial += 1
        if then is not None:
            self._calls[self._serial] = then
        whole = message.serialise(self._serial)
        if self._login is None:
            self._write(whole)
        else:
            self._waiting.append(whole)

    def _connect(self) -> None:
        if self._line is not None or self._dead:
            return
        try:
            line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        except (AttributeError, OSError):  # no such sockets, or no more of them
            self._dead = True
            return
        line.setblocking(False)
        try:
            line.connect(next(get_connectable_addresses(self._address)))
        except (OSError, ValueError, RuntimeError) as error:
            _log.info("no message bus: %s", error)
            line.close()
            self._dead = True
            return
        self._line = line
        self._reader = QSocketNotifier(line.fileno(), QSocketNotifier.Type.Read, self)
        self._reader.activated.connect(self._read)
        self._writer = QSocketNotifier(line.fileno(), QSocketNotifier.Type.Write, self)
        self._writer.setEnabled(False)
        self._writer.activated.connect(lambda: self._write(b""))
        self._login = Authenticator(enable_fds=self._descriptors)
        self._log_in(self._login)

    def _log_in(self, login: Authenticator) -> None:
        """The bus wants to know who we are before it takes a message."""
        while line := login.data_to_send():
            self._write(line)
        if login.authenticated and self._login is not None:
            self._login = None
            self._serial += 1
            self._write(BEGIN)
            self._write(_call(_BUS, "Hello").serialise(self._serial))
            for whole in self._waiting:
                self._write(whole)
            self._waiting.clear()

    def _write(self, data: bytes) -> None:
        self._unsent += data
        try:
            while self._unsent and self._line is not None:
                del self._unsent[: self._line.send(self._unsent)]
        except BlockingIOError:
            pass
        except OSError as error:
            self._lost(error)
        if self._line is not None:
            self._writer.setEnabled(bool(self._unsent))

    # --- hearing ---------------------------------------------------------------------------------------------

    def _read(self) -> None:
        if self._line is None:
            return
        try:
            data, descriptors, _, _ = socket.recv_fds(self._line, _CHUNK, _DESCRIPTORS)
            if not data:
                raise ConnectionResetError("the bus hung up")
            self._take(data, descriptors)
        except BlockingIOError:
            pass
        except (OSError, AuthenticationError, ValueError, LookupError, AssertionError) as error:
            self._lost(error)

    def _take(self, data: bytes, descriptors: list[int]) -> None:
        if self._login is not None:
            self._login.feed(data)
            self._log_in(self._login)
            return
        self._parser.add_data(data, descriptors)
        while (message := self._parser.get_next_message()) is not None:
            self._hear(message)

    def _hear(self, message: Message) -> None:
        fields = message.header.fields
        sender = fields.get(HeaderFields.sender, "")
        match message.header.message_type:
            case MessageType.method_return | MessageType.error as kind:
                then = self._calls.pop(fields.get(HeaderFields.reply_serial, 0), None)
                if then is not None:
                    then(Reply(tuple(message.body), sender) if kind is MessageType.method_return else None)
            case MessageType.signal:
                interface, member = fields.get(HeaderFields.interface, ""), fields.get(HeaderFields.member, "")
                self.told.emit(Told(sender, interface, member, tuple(message.body)))
            case _:
                pass  # nothing here can be called

    def _lost(self, error: Exception) -> None:
        _log.info("the message bus is gone: %s", error)
        self._dead = True
        self._hang_up()
        calls, self._calls = self._calls, {}
        for then in calls.values():
            then(None)

    def _hang_up(self) -> None:
        line, self._line = self._line, None
        if line is not None:
            self._reader.setEnabled(False)
            self._writer.setEnabled(False)
            with contextlib.suppress(OSError):
                line.close()


def _call(to: BusObject, method: str, signature: str = "", body: tuple[Any, ...] = ()) -> Message:
    return new_method_call(DBusAddress(to.path, to.name, to.interface), method, signature or None, body)
