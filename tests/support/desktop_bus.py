"""A private message bus, and services on it that a desktop would have."""

import queue
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest
from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

PATIENCE: Final = 20.0
_CONFIG: Final = """\
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={path}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


@contextmanager
def private_bus(folder: Path) -> Iterator[str]:
    """Its address. `folder` has a short path, as every socket's."""
    program = shutil.which("dbus-daemon")
    if program is None:
        pytest.skip("needs dbus-daemon")
    config = folder / "bus.conf"
    config.write_text(_CONFIG.format(path=folder / "bus.socket"))
    daemon = subprocess.Popen(
        [program, f"--config-file={config}", "--nofork", "--nopidfile", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert daemon.stdout is not None
    try:
        yield daemon.stdout.readline().strip()
    finally:
        daemon.terminate()
        daemon.wait(PATIENCE)
        daemon.stdout.close()


@dataclass(frozen=True)
class Call:
    method: str
    body: tuple[Any, ...]
    signature: str
    sender: str


Answer = tuple[str, tuple[Any, ...]]  # a signature and what it describes


class Service:
    """Owns a name; every call is kept in `calls` and answered by `answers`, else with an error."""

    def __init__(self, address: str, name: str, path: str, answers: dict[str, Callable[[Call], Answer]]) -> None:
        self.calls: list[Call] = []
        self._line: DBusConnection = open_dbus_connection(address, enable_fds=True)
        self._place, self._answers = DBusAddress(path, interface=name), answers
        self._jobs: queue.SimpleQueue[Message] = queue.SimpleQueue()
        self._line.send_and_get_reply(message_bus.RequestName(name))
        self._over = False
        self._thread = threading.Thread(target=self._serve, name=name)
        self._thread.start()

    @property
    def own_name(self) -> str:
        return str(self._line.unique_name)

    def tell(self, member: str, signature: str, body: tuple[Any, ...], to: str | None = None) -> None:
        """To everybody who listens, or to one alone."""
        signal = new_signal(self._place, member, signature, body)
        if to is not None:
            signal.header.fields[HeaderFields.destination] = to
        self._jobs.put(signal)

    def called(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    def close(self) -> None:
        self._over = True
        self._thread.join(PATIENCE)
        self._line.close()

    def _serve(self) -> None:
        while not self._over:
            while not self._jobs.empty():
                self._line.send(self._jobs.get())
            try:
                message = self._line.receive(timeout=0.02)
            except TimeoutError:
                continue
            if message.header.message_type is MessageType.method_call:
                self._line.send(self._answer(message))

    def _answer(self, message: Message) -> Message:
        fields = message.header.fields
        call = Call(
            fields[HeaderFields.member],
            tuple(message.body),
            fields.get(HeaderFields.signature, ""),
            fields[HeaderFields.sender],
        )
        self.calls.append(call)
        answer = self._answers.get(call.method)
        if answer is None:
            return new_error(message, "org.freedesktop.DBus.Error.UnknownMethod", "s", (call.method,))
        signature, body = answer(call)
        return new_method_return(message, signature or None, body)


class NotificationDaemon(Service):
    NAME: Final = "org.freedesktop.Notifications"

    def __init__(self, address: str, *able: str) -> None:
        self._last = 0
        answers: dict[str, Callable[[Call], Answer]] = {
            "GetCapabilities": lambda _: ("as", (list(able),)),
            "Notify": self._notify,
            "CloseNotification": lambda _: ("", ()),
        }
        super().__init__(address, self.NAME, "/org/freedesktop/Notifications", answers)

    @property
    def shown(self) -> list[str]:
        """The titles."""
        return [call.body[3] for call in self.called("Notify")]

    @property
    def last(self) -> tuple[Any, ...]:
        return self.called("Notify")[-1].body

    def press(self, action: str, number: int | None = None, token: str = "") -> None:
        if token:
            self.tell("ActivationToken", "us", (number or self._last, token))
        self.tell("ActionInvoked", "us", (number or self._last, action))

    def _notify(self, call: Call) -> Answer:
        self._last = call.body[1] or self._last + 1
        return "u", (self._last,)
