"""Asks the listed devices over TCP whether they are still there.

mDNS keeps a killed device for twenty minutes and lets anybody say goodbye for anybody.
So the list follows what answers a connection: it is opened and closed at once, no byte
is sent. One thread and one selector serve all devices.
"""

import contextlib
import errno
import logging
import queue
import random
import selectors
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from desktop_app.discovery.peers import Peer, PeerTable
from desktop_app.errors.crashes import survived

_log: Final = logging.getLogger(__name__)
PROBE_EVERY: Final = 10.0
RETRY_AFTER: Final = 3.0  # after a miss: with the deadlines, a killed device is gone within 18 s
LOST_EVERY: Final = 60.0
DEADLINE: Final = 2.0
DOUBT: Final = 2.5
_ASK_EVERY: Final = 1.0  # RFC 6762 §6: a record is multicast at most once a second
_TICK: Final = 1.0
_IN_FLIGHT_MAX: Final = 32
_IN_PROGRESS: Final = frozenset({0, errno.EINPROGRESS, errno.EWOULDBLOCK, errno.EAGAIN})


@dataclass(slots=True)
class _Probe:
    peer: Peer
    deadline: float
    untried: list[str]
    connecting: dict[socket.socket, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Doubt:
    deadline: float
    ask_at: float


class Liveness:
    """The thread `liveness`. `ask` puts a question about one instance on the network; it must not block."""

    def __init__(self, table: PeerTable, ask: Callable[[str], None]) -> None:
        self._table, self._ask = table, ask
        self._commands: queue.SimpleQueue[Callable[[float], None]] = queue.SimpleQueue()
        self._wake_in, self._wake_out = socket.socketpair()
        self._wake_in.setblocking(False)
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._wake_out, selectors.EVENT_READ)
        self._due: dict[str, float] = {}
        self._probes: dict[str, _Probe] = {}
        self._doubts: dict[str, _Doubt] = {}
        self._answering: dict[str, str] = {}  # the address at which an instance answered last
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="liveness")

    def start(self) -> None:
        self._thread.start()

    def look_again(self) -> None:
        """Probe everybody now."""
        self._command(lambda _now: self._due.clear())

    def doubt(self, instance: str) -> None:
        """Somebody said goodbye for it, or claims its address and port.

        It is gone unless it answers a probe now and a question on the network within
        `DOUBT`: a clean stop has closed its port, a changed identity no longer answers to
        the old one, and a device that is slandered does both.
        """
        self._command(lambda now: self._begin_doubt(instance, now))

    def heard(self, instance: str) -> None:
        """Something by it was heard on the network. Cheap where nobody doubts it."""
        if instance in self._doubts:
            self._command(lambda _now: self._end_doubt(instance))

    def close(self) -> None:
        """Stop; may be called twice."""
        if not self._closing.is_set():
            self._closing.set()
            self._wake()
            self._thread.join()

    def _command(self, command: Callable[[float], None]) -> None:
        self._commands.put(command)
        self._wake()

    def _wake(self) -> None:
        with contextlib.suppress(OSError):  # full: it is awake already; closed: it needs no waking
            self._wake_in.send(b"\0")

    def _run(self) -> None:
        try:
            while not self._closing.is_set():
                with survived(_log, "asking devices whether they are there failed"):
                    self._look(time.monotonic())
        finally:
            for probe in self._probes.values():
                for connecting in probe.connecting:
                    connecting.close()
            self._selector.close()
            self._wake_in.close()
            self._wake_out.close()

    def _look(self, now: float) -> None:
        while not self._commands.empty():
            self._commands.get()(now)
        self._give_up_doubted(now)
        self._give_up_silent(now)
        self._start_due(now)
        self._collect(self._pause(time.monotonic()))

    def _pause(self, now: float) -> float:
        """Until the next moment to act; never long, because the table grows without telling."""
        moments = [probe.deadline for probe in self._probes.values()]
        moments += [min(doubt.deadline, doubt.ask_at) for doubt in self._doubts.values()]
        moments += [due for instance, due in self._due.items() if instance not in self._probes]
        return min(max(0.0, min(moments, default=now + _TICK) - now), _TICK)

    def _begin_doubt(self, instance: str, now: float) -> None:
        if instance not in self._doubts and any(peer.instance == instance for peer, _ in self._table.watched()):
            self._doubts[instance] = _Doubt(now + DOUBT, now)
            self._due.pop(instance, None)

    def _end_doubt(self, instance: str) -> None:
        self._doubts.pop(instance, None)

    def _give_up_doubted(self, now: float) -> None:
        for instance, doubt in list(self._doubts.items()):
            if doubt.deadline <= now:
                self._remove(instance)
            elif doubt.ask_at <= now:
                doubt.ask_at = now + _ASK_EVERY
                self._ask(instance)

    def _give_up_silent(self, now: float) -> None:
        for probe in list(self._probes.values()):
            if probe.deadline <= now:
                self._end(probe, None, now)

    def _start_due(self, now: float) -> None:
        watched = {peer.instance: peer for peer, _ in self._table.watched()}
        for forgotten in self._due.keys() - watched.keys():
            del self._due[forgotten]
            self._answering.pop(forgotten, None)
            self._doubts.pop(forgotten, None)
        for instance, peer in watched.items():
            if len(self._probes) >= _IN_FLIGHT_MAX:
                return
            if instance not in self._probes and self._due.get(instance, now) <= now:
                self._begin(peer, now)

    def _begin(self, peer: Peer, now: float) -> None:
        """Try the address that answered last; without one, or when it fails, all of them at once."""
        last = self._answering.get(peer.instance)
        rest = [address for address in peer.addresses if address != last]
        probe = _Probe(peer, now + DEADLINE, rest)
        self._probes[peer.instance] = probe
        self._due[peer.instance] = now + PROBE_EVERY
        if last in peer.addresses:
            self._connect(probe, last)
        self._widen(probe, now)

    def _widen(self, probe: _Probe, now: float) -> None:
        """Where nothing is on its way any more, try what is left; where nothing is left, it is a miss."""
        while not probe.connecting and probe.untried:
            addresses, probe.untried = probe.untried, []
            for address in addresses:
                self._connect(probe, address)
        if not probe.connecting:
            self._end(probe, None, now)

    def _connect(self, probe: _Probe, address: str) -> None:
        try:
            family, _, _, _, where = socket.getaddrinfo(
                address, probe.peer.port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST
            )[0]
            connecting = socket.socket(family, socket.SOCK_STREAM)
        except OSError:
            return
        connecting.setblocking(False)
        if connecting.connect_ex(where) not in _IN_PROGRESS:
            connecting.close()
            return
        probe.connecting[connecting] = address
        self._selector.register(connecting, selectors.EVENT_WRITE, probe)

    def _collect(self, pause: float) -> None:
        for key, _ in self._selector.select(pause):
            if key.fileobj is self._wake_out:
                self._wake_out.recv(4096)
                continue
            connecting, probe = key.fileobj, key.data
            assert isinstance(connecting, socket.socket)
            if connecting not in probe.connecting:
                continue  # another address of the same probe was quicker in this very round
            now = time.monotonic()
            good = connecting.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) == 0
            self._selector.unregister(connecting)
            connecting.close()
            address = probe.connecting.pop(connecting)
            if good:
                self._end(probe, address, now)
            else:
                self._widen(probe, now)

    def _end(self, probe: _Probe, answered_at: str | None, now: float) -> None:
        for connecting in probe.connecting:
            self._selector.unregister(connecting)
            connecting.close()
        probe.connecting.clear()
        instance = probe.peer.instance
        del self._probes[instance]
        if answered_at is not None:
            self._answering[instance] = answered_at
            self._due[instance] = now + PROBE_EVERY * random.uniform(1.0, 1.1)  # noqa: S311  only to spread them
            self._table.answered(instance)
        elif instance in self._doubts:
            self._remove(instance)
        else:
            self._answering.pop(instance, None)
            self._table.missed(instance)
            listed = any(peer.instance == instance for peer in self._table.snapshot())
            self._due[instance] = now + (RETRY_AFTER if listed else LOST_EVERY)

    def _remove(self, instance: str) -> None:
        self._end_doubt(instance)
        self._table.remove(instance)
