"""Keeps what is said about this computer true: follows the interfaces, renews the identity.

One thread, `network`, owns the multicast sockets and does everything about them that
takes time. Wishes are left in one place and carried out by it.
"""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from desktop_app.discovery.advertisement import Advertisement
from desktop_app.discovery.interfaces import Interface, usable
from desktop_app.discovery.mdns import Hearing, Mdns
from desktop_app.errors import AppError, DiscoveryBlocked, NoNetwork
from desktop_app.errors.crashes import log_crash, survived, told

_log: Final = logging.getLogger(__name__)
_POLL: Final = 1.0  # with what follows, a change of the network is followed within 5 s
_SETTLE: Final = 0.5  # addresses of a new network arrive one after the other
_SETTLE_ROUNDS: Final = 4
_SLEPT: Final = 30.0  # a pause that took so much longer than asked was the computer's sleep
_IDENTITY_SECONDS: Final = 24 * 3600.0


@dataclass(frozen=True, slots=True)
class Wish:
    """What to say of this computer."""

    port: int
    name: str
    everyone: bool
    announce: bool


class Presence:
    """What others may know of this computer, on every interface, while it is open."""

    def __init__(
        self,
        wish: Wish,
        hearing: Hearing,
        hints: Callable[[str], Sequence[bytes]],
        on_network: Callable[[], None],
        on_trouble: Callable[[AppError | None], None],
    ) -> None:
        """`hints`: those for an instance id. `on_network`: the interfaces changed. `on_trouble`: what is wrong with
        the network, None once it is right."""
        self._hearing, self._hints, self._on_network, self._on_trouble = hearing, hints, on_network, on_trouble
        self._lock = threading.Lock()
        self._wish = wish
        self._own = Advertisement.fresh(name=wish.name, port=wish.port, known=hints)
        self._own_since = time.monotonic()
        self._interfaces: tuple[Interface, ...] | None = None
        self._mdns: Mdns | None = None
        self._said: tuple[Advertisement, bool] | None = None
        self._wrong: AppError | None = None  # as it is found now; told at the end of each look
        self._trouble: str | None = None
        self._closing = threading.Event()
        self._woken = threading.Event()
        self._thread = threading.Thread(target=self._run, name="network")

    def start(self) -> None:
        self._thread.start()

    @property
    def instance(self) -> str:
        """The random id under which this computer can be seen just now."""
        return self._own.instance

    @property
    def port(self) -> int:
        return self._own.port

    @property
    def interfaces(self) -> tuple[Interface, ...]:
        """As they were when last looked at."""
        return self._interfaces or ()

    def rename(self, name: str) -> None:
        with self._lock:
            self._wish = replace(self._wish, name=name)
            self._own = self._own.renamed(name)
        self._woken.set()

    def set_visibility(self, *, everyone: bool, announce: bool, port: int | None = None) -> None:
        """A new identity: who saw the name must not recognise the nameless one."""
        with self._lock:
            before = self._wish
            self._wish = replace(before, everyone=everyone, announce=announce, port=port or before.port)
            changed = self._wish != before
        if changed:
            self._renew()
            self._woken.set()

    def renew(self) -> None:
        """A new identity: other hints are due, and hints that change under one identity would tell which are real."""
        self._renew()
        self._woken.set()

    def look_again(self) -> None:
        """Ask again who is there, and look at the interfaces now."""
        if (mdns := self._mdns) is not None:
            mdns.query()
        self._woken.set()

    def ask(self, instance: str) -> None:
        if (mdns := self._mdns) is not None:
            mdns.ask(instance)

    def retry_refused(self) -> None:
        if (mdns := self._mdns) is not None:
            mdns.retry_refused()

    def close(self, seconds: float) -> None:
        """Say goodbye and stop, waiting at most so long; may be called twice."""
        self._closing.set()
        self._woken.set()
        self._thread.join(seconds)

    def _run(self) -> None:
        slept = False
        while not self._closing.is_set():
            try:
                self._follow(slept=slept)
            except Exception as crash:
                log_crash(_log, "following the network failed", crash)
                with survived(_log, "giving up the network failed", pause=False):
                    self._wrong = DiscoveryBlocked(reason=told(crash))
                    self._leave()  # and enter again at the next look
            with survived(_log, "telling of the network failed", pause=False):
                self._tell(self._wrong)
            before = time.time()
            self._woken.wait(_POLL)
            self._woken.clear()
            slept = time.time() - before > _POLL + _SLEPT
        self._leave()

    def _follow(self, *, slept: bool) -> None:
        self._follow_interfaces(again=slept)
        if time.monotonic() - self._own_since > _IDENTITY_SECONDS:
            self._renew()
        self._follow_wish()

    def _follow_interfaces(self, *, again: bool) -> None:
        """Start anew where they changed, where that failed before, and after a sleep."""
        now, first = usable(), self._interfaces is None
        if now != self._interfaces and not first:
            now = self._settled(now)
        moved = now != self._interfaces
        blocked = bool(now) and self._mdns is None
        if not (moved or again or blocked):
            return
        self._leave()
        self._interfaces = now
        if (moved or again) and not first:
            self._renew()
        self._enter(now)
        if (moved or again) and not first:
            self._on_network()

    def _settled(self, now: tuple[Interface, ...]) -> tuple[Interface, ...]:
        for _ in range(_SETTLE_ROUNDS):
            before = now
            if self._closing.wait(_SETTLE) or (now := usable()) == before:
                break
        return now

    def _enter(self, interfaces: tuple[Interface, ...]) -> None:
        """Open the sockets. The loopback is used, but it is no network."""
        trouble = NoNetwork() if all(interface.is_loopback for interface in interfaces) else None
        try:
            self._mdns = Mdns(interfaces, self._hearing) if interfaces else None
        except DiscoveryBlocked as error:
            self._wrong = trouble or error
        else:
            self._wrong = trouble

    def _leave(self) -> None:
        mdns, self._mdns, self._said = self._mdns, None, None
        if mdns is not None:
            mdns.close()

    def _follow_wish(self) -> None:
        with self._lock:
            wanted = (self._own, self._wish.everyone) if self._wish.announce else None
        if self._mdns is None or wanted == self._said or self._closing.is_set():
            return
        if self._said is not None and (wanted is None or wanted[0].instance != self._said[0].instance):
            # On new sockets: answers under the old identity that still wait to be sent would call it back.
            self._leave()
            self._enter(self.interfaces)
        if wanted is not None:
            self._announce(*wanted)

    def _announce(self, own: Advertisement, visible: bool) -> None:
        if self._mdns is None:
            return
        try:
            self._mdns.announce(own, visible=visible)
        except DiscoveryBlocked as error:
            self._wrong = error
            self._leave()  # and enter again at the next look
        else:
            self._said = own, visible

    def _renew(self) -> None:
        with self._lock:
            self._own = Advertisement.fresh(name=self._wish.name, port=self._wish.port, known=self._hints)
            self._own_since = time.monotonic()

    def _tell(self, error: AppError | None) -> None:
        """Once for each change, not at every look."""
        trouble = None if error is None else str(error)
        if trouble != self._trouble:
            self._trouble = trouble
            self._on_trouble(error)
