"""Multicast DNS: says who we are, hears who is there. The only module that knows zeroconf.

One `Mdns` lives as long as a set of interfaces and an identity; when either changes a new
one is made. It judges nothing: what it hears goes to its `Hearing` as plain values, from
the thread `resolver`.
"""

import contextlib
import logging
import random
import socket
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Protocol

from zeroconf import (  # type: ignore[attr-defined]  # the DNS types are there for others, but not in its __all__
    DNSOutgoing,
    DNSPointer,
    DNSQuestion,
    Error,
    RecordUpdate,
    RecordUpdateListener,
    ServiceInfo,
    Zeroconf,
    current_time_millis,
)

from desktop_app.discovery.advertisement import (
    Advertisement,
    announceable,
    instance_of,
    is_service_name,
    service_name,
)
from desktop_app.discovery.interfaces import Interface
from desktop_app.errors import DiscoveryBlocked
from desktop_app.errors.crashes import survived
from desktop_app.protocol import limits

_log: Final = logging.getLogger(__name__)
_PTR: Final = 12
_SRV: Final = 33
_TXT: Final = 16
_ADDRESSES: Final = (1, 28)  # A, AAAA
_IN: Final = 1
_QUERY: Final = 0
_WHOLE: Final = 100  # percent of the time that a record lives

_FIRST_QUERY: Final = (0.02, 0.12)  # RFC 6762 §5.2
_QUERY_EVERY_MIN: Final = 1.0
_QUERY_EVERY_MAX: Final = 3600.0
_PENDING_MAX: Final = 1024
_REFUSED_MAX: Final = 256
_ROUND: Final = 0.05  # what comes within it about one service is looked at once
_QUESTIONS_PER_ROUND: Final = 4
_READ_PER_PACKET: Final = 8  # services; a computer announces its own
_AT_ONE_HOST: Final = 4  # services; each of ours has a host of its own


class Hearing(Protocol):
    """Who is told what was heard."""

    def on_service(
        self, service_name: str, properties: Mapping[bytes, bytes | None], addresses: Sequence[str], port: int | None
    ) -> bool:
        """A service, as it describes itself. False where there was no room for it."""

    def on_heard(self, instance: str) -> None:
        """Something was said under this name just now."""

    def on_goodbye(self, instance: str) -> None:
        """Somebody said that it is leaving."""

    def knows(self, instance: str) -> bool:
        """Whether it need not be said again that this one is there."""


class Mdns:
    """The multicast sockets on these interfaces, IPv4 and IPv6, and a thread that resolves."""

    def __init__(self, interfaces: Sequence[Interface], hearing: Hearing) -> None:
        """Raises DiscoveryBlocked."""
        # It warns about packets that strangers sent and interfaces that went away: everyday matters here.
        logging.getLogger("zeroconf").setLevel(logging.CRITICAL)
        self._addresses = announceable(interfaces)
        self._announced = False
        with _blocked_told():
            self._zeroconf = Zeroconf(interfaces=_choice(interfaces), use_asyncio=False)
        try:
            self._resolver = _Resolver(self._zeroconf, hearing)
            # With the question, so that it is also told what came before it was added.
            self._zeroconf.add_listener(self._resolver, _everybody())
        except BaseException:
            self._zeroconf.close()
            raise

    def announce(self, own: Advertisement, *, visible: bool) -> None:
        """Say this, or say it anew about the same instance. Takes half a second. Raises DiscoveryBlocked."""
        info = ServiceInfo(
            limits.SERVICE_TYPE,
            service_name(own.instance),
            port=own.port,
            properties=own.to_txt(visible),
            server=own.host,
            parsed_addresses=list(self._addresses),
        )
        with _blocked_told():
            if self._announced:
                self._zeroconf.update_service(info)
            else:
                # The name is random: checking that nobody else has it would only take a second.
                self._zeroconf.register_service(info, cooperating_responders=True)
        self._announced = True

    def query(self) -> None:
        """Ask who is there, now and at growing intervals from now on."""
        self._resolver.query_soon()

    def ask(self, instance: str) -> None:
        """Ask whether this one is there; an answer is heard by `on_heard`."""
        self._resolver.ask([(service_name(instance), _SRV)])
        self._resolver.query_soon()  # a goodbye took it out of the cache: that it is there has to be learned again

    def retry_refused(self) -> None:
        """There is room now: those that were refused may be told again."""
        self._resolver.retry_refused()

    def close(self) -> None:
        """Say goodbye, if anything was said, and stop: a third of a second."""
        self._resolver.close()
        with contextlib.suppress(Error, OSError):
            self._zeroconf.close()


class _Heard:
    """What the last packets said of one service."""

    __slots__ = ("goodbye", "info")

    def __init__(self, name: str) -> None:
        self.goodbye = False
        self.info = ServiceInfo(limits.SERVICE_TYPE, name)


class _Resolver(RecordUpdateListener):
    """Collects names on zeroconf's thread and looks at them on its own, so that no flood stops the first."""

    def __init__(self, zeroconf: Zeroconf, hearing: Hearing) -> None:
        super().__init__()
        self._zeroconf, self._hearing = zeroconf, hearing
        self._changed = threading.Condition()
        self._noted: dict[str, _Heard] = {}  # of one packet, by zeroconf's thread
        self._pending: dict[str, _Heard] = {}
        self._refused: dict[str, None] = {}
        self._closing = False
        self._query_gap = _QUERY_EVERY_MIN
        self._query_at = time.monotonic() + random.uniform(*_FIRST_QUERY)  # noqa: S311
        self._queried_at = 0.0
        self._thread = threading.Thread(target=self._run, name="resolver")
        self._thread.start()

    def async_update_records(self, zc: Zeroconf, now: float, records: list[RecordUpdate]) -> None:
        """Note what was named. On zeroconf's thread, before its cache knows the records.

        A packet mostly says all there is to know of a service. It is read here, because a
        flood empties the cache of what it has just been told.
        """
        hosts = set[str]()
        for update in records:
            record = update.new
            goodbye = isinstance(record, DNSPointer) and record.ttl == 0
            if record.is_expired(now) and not goodbye:
                continue
            if isinstance(record, DNSPointer):
                names = [record.alias]
            elif record.type in _ADDRESSES:
                names = []
                if update.old is None and record.key not in hosts:  # thousands of services may claim to be there
                    hosts.add(record.key)
                    there = zc.cache.async_entries_with_server(record.name)
                    names = [each.name for each in there[:_AT_ONE_HOST]]
            else:
                names = [record.name]
            for name in filter(is_service_name, names):
                heard = self._noted.setdefault(name, _Heard(name))
                heard.goodbye = goodbye
        for heard, _ in zip(self._noted.values(), range(_READ_PER_PACKET), strict=False):
            for _ in "SRV", "address of its host":
                heard.info.async_update_records(zc, now, records)

    def async_update_records_complete(self) -> None:
        """The cache knows them now: hand them over."""
        if not self._noted:
            return
        with self._changed:
            for name, heard in self._noted.items():
                if len(self._pending) < _PENDING_MAX or name in self._pending:
                    self._pending[name] = heard
            self._changed.notify()
        self._noted.clear()

    def query_soon(self) -> None:
        with self._changed:
            self._query_gap = _QUERY_EVERY_MIN
            self._query_at = max(time.monotonic(), self._queried_at + _QUERY_EVERY_MIN)
            self._changed.notify()

    def retry_refused(self) -> None:
        with self._changed:
            for name in self._refused:
                self._pending.setdefault(name, _Heard(name))
            self._refused.clear()
            self._changed.notify()

    def ask(self, questions: Sequence[tuple[str, int]]) -> None:
        """Multicast questions, without known answers: an answer is what is wanted."""
        out = DNSOutgoing(_QUERY)
        for name, kind in questions:
            out.add_question(DNSQuestion(name, kind, _IN))
        self._send(out)

    def close(self) -> None:
        with self._changed:
            self._closing = True
            self._changed.notify()
        self._thread.join()

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(self._has_work, self._query_at - time.monotonic())
                if self._closing:
                    return
                pending, self._pending = self._pending, {}
            with survived(_log, "looking at what was heard failed"):
                self._look_at(pending)
            with self._changed:
                self._changed.wait_for(lambda: self._closing, _ROUND)

    def _look_at(self, pending: Mapping[str, _Heard]) -> None:
        questions: list[tuple[str, int]] = []
        for name, heard in pending.items():
            with survived(_log, "looking at a service failed", pause=False):  # the others have nothing to do with it
                if heard.goodbye:
                    self._refused.pop(name, None)
                    self._hearing.on_goodbye(instance_of(name))
                else:
                    self._hearing.on_heard(instance_of(name))
                    questions += self._resolve(name, heard.info)
        if questions:
            self.ask(questions[:_QUESTIONS_PER_ROUND])
        if time.monotonic() >= self._query_at:
            self._query_all()

    def _has_work(self) -> bool:
        return self._closing or bool(self._pending) or time.monotonic() >= self._query_at

    def _resolve(self, name: str, info: ServiceInfo) -> list[tuple[str, int]]:
        """Pass on what packet and cache have, or return the questions whose answers are missing."""
        if not info.load_from_cache(self._zeroconf):
            hosts = [(info.server, kind) for kind in _ADDRESSES] if info.server else []
            return [(name, _SRV), (name, _TXT), *hosts]
        self._prefer_latest(name, info)
        if not self._hearing.on_service(name, info.properties, info.parsed_scoped_addresses(), info.port):
            if len(self._refused) >= _REFUSED_MAX:
                del self._refused[next(iter(self._refused))]
            self._refused[name] = None
        return []

    def _prefer_latest(self, name: str, info: ServiceInfo) -> None:
        """The cache keeps what was said before for some seconds, in the order in which it was said first; what was
        said last expires last (RFC 6762 §10.2)."""
        for kind in (_SRV, _TXT):
            if said := self._zeroconf.cache.get_all_by_details(name, kind, _IN):
                latest = max(said, key=lambda record: record.get_expiration_time(_WHOLE))
                info.async_update_records(self._zeroconf, current_time_millis(), [RecordUpdate(latest, None)])

    def _query_all(self) -> None:
        """The continuous query (RFC 6762 §5.2) with the answers that are known already (§7.1).

        Whoever is named there stays silent: so not those that are in the cache and have been forgotten since.
        Multicast answers are asked for: a unicast one may reach another program on this
        computer that shares the port (§15.1).
        """
        out, now = DNSOutgoing(_QUERY), current_time_millis()
        out.add_question(_everybody())
        for record in self._zeroconf.cache.get_all_by_details(limits.SERVICE_TYPE, _PTR, _IN):
            assert isinstance(record, DNSPointer)
            if not record.is_stale(now) and self._hearing.knows(instance_of(record.alias)):
                out.add_answer_at_time(record, now)
        self._send(out)
        self._queried_at = time.monotonic()
        self._query_at = self._queried_at + self._query_gap
        self._query_gap = min(self._query_gap * 2, _QUERY_EVERY_MAX)

    def _send(self, out: DNSOutgoing) -> None:
        with contextlib.suppress(RuntimeError):  # the loop was closed meanwhile
            self._zeroconf.send(out)


def _everybody() -> DNSQuestion:
    return DNSQuestion(limits.SERVICE_TYPE, _PTR, _IN)


def _choice(interfaces: Sequence[Interface]) -> list[str | int | tuple[tuple[str, int, int], int]]:
    """What to join, in zeroconf's terms: IPv4 by address, IPv6 by the index of the interface."""
    choice: list[str | int | tuple[tuple[str, int, int], int]] = []
    for interface in interfaces:
        choice += [str(own.ip) for own in interface.addresses if own.version == 4]
        if any(own.version == 6 for own in interface.addresses) and socket.has_ipv6:
            choice.append(interface.index)
    return choice


@contextlib.contextmanager
def _blocked_told() -> Iterator[None]:
    """zeroconf's and the system's ways to fail, as ours."""
    try:
        yield
    except (OSError, RuntimeError, Error) as error:  # RuntimeError: an interface that is gone again
        raise DiscoveryBlocked(reason=str(error) or type(error).__name__) from error
