"""The connections that live, by their number, and whose slot they hold."""

import itertools
import threading
import time
from collections.abc import Callable

from desktop_app.engine.calls import Meant
from desktop_app.engine.devices import Devices
from desktop_app.engine.link import Link
from desktop_app.events import DeviceId, SessionId
from desktop_app.protocol import limits
from desktop_app.transport.address import Address
from desktop_app.transport.slots import Slots


class LinkTable:
    """Safe from any thread."""

    def __init__(self, slots: Slots) -> None:
        self._slots = slots
        self._lock = threading.Lock()
        self._numbers = itertools.count(1)
        self._links: dict[SessionId, Link] = {}
        self._in_slot: dict[SessionId, float] = {}  # since when, monotonic
        self.closed = False

    def next_number(self) -> SessionId:
        return SessionId(next(self._numbers))

    def begin(self, link: Link, also: Callable[[], None] = lambda: None) -> bool:
        """Start a link, after doing `also`; the slot of one who called is taken. False where it cannot be."""
        with self._lock:  # so that whoever finds a link in the table finds it started
            if self.closed:
                return False
            also()
            self._links[link.id] = link
            if not link.initiator:
                self._in_slot[link.id] = time.monotonic()
            try:
                link.start()
            except RuntimeError:  # no more threads: this one caller is turned away
                del self._links[link.id]
                self._in_slot.pop(link.id, None)
                return False
        return True

    def take_slot(self, link: Link) -> bool:
        """One of those for outgoing ones, which it keeps when it calls again. False where none is free."""
        with self._lock:
            if link.id not in self._in_slot:
                if not self._slots.take_outgoing():
                    return False
                self._in_slot[link.id] = time.monotonic()
        return True

    def find(self, session: SessionId) -> Link | None:
        with self._lock:
            return self._links.get(session)

    def all(self) -> list[Link]:
        """The oldest first."""
        with self._lock:
            return list(self._links.values())

    def to(self, to: DeviceId | Address, meant: Meant, devices: Devices) -> Link | None:
        """The usable link to that device, verified or on the way there, and to nobody else who is at its place or has
        come to its card since the person looked."""
        with self._lock:
            living = [link for link in self._links.values() if link.usable]
            if (record := meant.record) is not None:
                living = [link for link in living if link.record == record or record in link.target.expected]
                if proven := [link for link in living if link.told_verified]:
                    return proven[-1]  # wherever it was met
            if isinstance(to, Address):
                return next((link for link in living if to == link.target.typed or str(to) == link.address), None)
            device = devices.find(to) if record is not None else None
            shown = {meant.session} if device is None else {meant.session, device.session}
            found = (link for link in living if link.id in shown)
            return next(found, None) or next((link for link in living if link.target.device == to), None)

    def any_with(self, secrets: frozenset[str]) -> bool:
        """Whether there is a session with the remembered device among these, or one is on its way to one of them."""
        with self._lock:
            return any(
                not link.over and ((link.told_verified and link.record in secrets) or link.target.expected & secrets)
                for link in self._links.values()
            )

    def slowest_stranger(self) -> Link | None:
        """Who called, has had `STRANGER_SECONDS`, and is neither verified nor has a code to compare."""
        before = time.monotonic() - limits.STRANGER_SECONDS
        with self._lock:
            for number, since in self._in_slot.items():
                link = self._links.get(number)
                if since > before or link is None or link.initiator or link.over:
                    continue
                if link.conversation is None and (link.session is None or link.session.code is None):
                    return link
        return None

    def leave_slot(self, link: Link) -> None:
        """It is verified or over: others may come in. Once is enough."""
        with self._lock:
            if link.id not in self._in_slot:
                return
            del self._in_slot[link.id]
        if link.origin is None:
            self._slots.release_outgoing()
        else:
            self._slots.release_incoming(link.origin)

    def remove(self, link: Link, also: Callable[[], None]) -> None:
        """Its end; whoever does not find it any more finds what `also` did."""
        with self._lock:
            self._links.pop(link.id, None)
            also()

    def close(self) -> list[Link]:
        """No further link begins; those that live."""
        with self._lock:
            self.closed = True
        return self.all()
