"""The listening port: accepts, keeps strangers few, and hands on those who have something to say."""

import contextlib
import errno
import logging
import selectors
import socket
import threading
import time
from collections.abc import Callable
from typing import Final

from desktop_app.errors import ConnectionLost, PortInUse
from desktop_app.errors.crashes import survived
from desktop_app.protocol import limits
from desktop_app.transport.allowance import Allowance
from desktop_app.transport.channel import Channel, limit_receive_buffer
from desktop_app.transport.lobby import Caller, Lobby
from desktop_app.transport.origin import Origin
from desktop_app.transport.rebuffs import Rebuffs
from desktop_app.transport.shutter import Shutter
from desktop_app.transport.slots import Slots

_log: Final = logging.getLogger(__name__)
_BACKLOG: Final = 4096  # what a flood leaves here the kernel keeps from an honest caller
_AT_ONCE: Final = 128  # accepted before anybody else is looked at
_OUT_OF_DESCRIPTORS: Final = 0.05  # seconds: a full table must not make this thread spin
_NO_DESCRIPTORS: Final = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM})
_INSISTS: Final = 32  # rebuffs lately
_LOOK: Final = 0.05  # seconds between looks for a slot while somebody waits
_ANY_PORT_TRIES: Final = 16


class Listener:
    """One port on IPv4 and IPv6, one thread. `on_channel` gets every admitted connection, from which nothing was taken
    but what it will say first; it must not block."""

    def __init__(
        self,
        port: int,
        slots: Slots,
        on_channel: Callable[[Channel, Origin], None],
        make_room: Callable[[], None] = lambda: None,
    ) -> None:
        """Bind now. `port` 0 means any free one. `make_room`: somebody waits, and all slots are taken.

        Raises PortInUse.
        """
        self._slots = slots
        self._on_channel, self._make_room = on_channel, make_room
        self._rebuffs = Rebuffs()
        self._lobby = Lobby(self._rebuffs)
        self._agreements = Allowance(limits.AGREEMENTS_AT_ONCE, limits.AGREEMENTS_PER_SECOND, time.monotonic())
        self._looked_at = 0.0
        self._sockets = _bind(port)
        self._shutter = Shutter(self._sockets)
        self.port: Final[int] = self._sockets[0].getsockname()[1]
        self._wake_in, self._wake_out = socket.socketpair()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="listener")
        self._thread.start()

    def close(self) -> None:
        """Stop accepting and free the port; may be called twice."""
        if not self._closed:
            self._closed = True
            self._wake_in.close()
            self._thread.join()

    def _run(self) -> None:
        with selectors.DefaultSelector() as selector, contextlib.ExitStack() as open_sockets:
            open_sockets.enter_context(self._wake_out)
            selector.register(self._wake_out, selectors.EVENT_READ)
            for listening in self._sockets:
                open_sockets.enter_context(listening)
                selector.register(listening, selectors.EVENT_READ, listening)
            while not self._closed:
                with survived(_log, "listening failed"):
                    self._look(selector)
            for caller in self._lobby:
                caller.connection.close()

    def _look(self, selector: selectors.BaseSelector) -> None:
        waiting = len(self._lobby) or self._shutter.any_shut
        for key, _ in selector.select(_LOOK if waiting else None):
            match key.data:
                case socket.socket():
                    self._accept_some(key.data, selector)
                case Caller():
                    self._hear(key.data, selector)
        self._look_after(selector)

    def _accept_some(self, listening: socket.socket, selector: selectors.BaseSelector) -> None:
        for _ in range(_AT_ONCE):
            try:
                connection, address = listening.accept()
            except BlockingIOError:
                return
            except OSError as error:
                if error.errno in _NO_DESCRIPTORS:
                    time.sleep(_OUT_OF_DESCRIPTORS)
                return  # or the caller is gone already; either way the next select decides
            if not address:  # on macOS, of one that was reset meanwhile
                connection.close()
                continue
            try:
                origin = Origin.of(address[0], connection.getsockname()[0])
            except (OSError, ValueError):  # reset meanwhile, likewise
                connection.close()
                continue
            if self._lobby.count(origin) + self._slots.count(origin) >= limits.UNVERIFIED_PER_ADDRESS:
                connection.close()
                self._rebuff(origin, time.monotonic())
                continue
            connection.setblocking(False)
            self._shutter.free(connection)
            caller = Caller(connection, origin, time.monotonic())
            if (crowded_out := self._lobby.enter(caller)) is not None:
                self._close(crowded_out, selector)
                self._rebuff(crowded_out.origin, caller.since)
            selector.register(connection, selectors.EVENT_READ, caller)

    def _rebuff(self, origin: Origin, now: float) -> None:
        """It had to go. Who insists is a flood by itself; many of whom each has to go once are one together."""
        times = self._rebuffs.add(origin.computer, now)
        if times >= _INSISTS:
            self._shutter.shut(origin.computer, now)
        elif times == 1:
            self._shutter.crowded_out(self._lobby.crowd(origin), now)

    def _hear(self, caller: Caller, selector: selectors.BaseSelector) -> None:
        try:
            there = caller.read()
        except Exception:
            self._close(caller, selector)  # or it would be in the way of all others at every look
            raise
        if not there:
            self._close(caller, selector)
        elif caller.whole:
            selector.unregister(caller.connection)

    def _look_after(self, selector: selectors.BaseSelector) -> None:
        """Give slots to those who wait for one, and up those whose time is over."""
        now = time.monotonic()
        looks = now - self._looked_at >= _LOOK
        if looks:
            self._looked_at = now
            self._shutter.open_again(now)
            self._shutter.settle()
            self._rebuffs.forget(now)
            for caller in self._lobby.overdue(now):
                self._close(caller, selector)
            for caller in self._lobby:
                if caller.whole and caller.has_hung_up():
                    self._close(caller, selector)
        while self._agreements.has_one(now) and (looks or self._slots.any_free):
            if (first := self._lobby.first()) is None:
                return
            if first.has_hung_up():
                self._close(first, selector)
                continue
            if not self._slots.take_incoming(first.origin):
                self._make_room()
                return
            self._agreements.spend(now)
            self._lobby.leave(first)
            self._admit(first)

    def _admit(self, caller: Caller) -> None:
        try:
            channel = Channel(caller.connection, said=bytes(caller.said), since=caller.since)
            self._on_channel(channel, caller.origin)
        except ConnectionLost:
            self._slots.release_incoming(caller.origin)
        except Exception:
            self._slots.release_incoming(caller.origin)
            caller.connection.close()
            raise

    def _close(self, caller: Caller, selector: selectors.BaseSelector) -> None:
        self._lobby.leave(caller)
        with contextlib.suppress(KeyError, ValueError):  # whoever said something whole is not listened to any more
            selector.unregister(caller.connection)
        caller.connection.close()


def _bind(port: int) -> list[socket.socket]:
    """Listening sockets for IPv4 and, where there is one, IPv6, on the same port."""
    for _ in range(_ANY_PORT_TRIES):
        opened: list[socket.socket] = []
        try:
            opened.append(_listen(socket.AF_INET, "0.0.0.0", port))  # noqa: S104  the point of the program
            with contextlib.suppress(_NoFamilyError):
                opened.append(_listen(socket.AF_INET6, "::", opened[0].getsockname()[1]))
        except PortInUse:
            for each in opened:
                each.close()
            if port:
                raise
        else:
            return opened
    raise PortInUse(port=port)


class _NoFamilyError(Exception):
    """This computer has no IPv6."""


def _listen(family: socket.AddressFamily, host: str, port: int) -> socket.socket:
    try:
        listening = socket.socket(family, socket.SOCK_STREAM)
    except OSError as error:
        raise _NoFamilyError from error
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # Windows, where REUSEADDR would let anybody share the port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            listening.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        limit_receive_buffer(listening)
        listening.bind((host, port))
        listening.listen(_BACKLOG)
        listening.setblocking(False)
    except OSError as error:
        listening.close()
        if error.errno == errno.EADDRNOTAVAIL and family == socket.AF_INET6:
            raise _NoFamilyError from error
        raise PortInUse(port=port) from error
    return listening
