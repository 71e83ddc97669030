"""All connections of this computer: who is let in, who is called, and what their endings mean.

It hears every link and turns what it hears into events; it keeps what waits for a verified session.
"""

import itertools
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, Protocol

from desktop_app.engine import ciphers
from desktop_app.engine.comparisons import Comparisons
from desktop_app.engine.devices import Devices, LiveSession
from desktop_app.engine.link import Link
from desktop_app.engine.transfers import Transfers
from desktop_app.errors import Cancelled, ComparisonBusy, PeerUnreachable, SessionOver
from desktop_app.events import (
    CodeReady,
    ComparisonOver,
    DeviceId,
    Event,
    Method,
    OfferReceived,
    SessionEnded,
    SessionFacts,
    SessionId,
    State,
    Transfer,
    TransferId,
    Trouble,
    Verified,
)
from desktop_app.protocol import limits
from desktop_app.protocol.handshake import LiveKeys
from desktop_app.protocol.key_schedule import Cipher
from desktop_app.protocol.messages import CloseReason
from desktop_app.storage.selection import Selection
from desktop_app.transfer.status import Status
from desktop_app.transport.address import Address
from desktop_app.transport.channel import Channel
from desktop_app.transport.dialer import dial
from desktop_app.transport.slots import Slots

_AGREEMENT: Final = "X25519 + ML-KEM-768"
_FACTS_KEPT: Final = 200  # of sessions that are over


class House(Protocol):
    """What links need to know of the computer they run on."""

    def own_name(self) -> str: ...

    def own_instance(self) -> str: ...

    def may_compare(self) -> bool: ...

    def save_folder(self) -> Path: ...


class Links:
    """The table of links, and the `Node` that each of them talks to."""

    def __init__(
        self, house: House, emit: Callable[[Event], None], devices: Devices, transfers: Transfers, slots: Slots
    ) -> None:
        self.live_keys = LiveKeys()
        self.comparisons = Comparisons()
        self._house, self._emit, self._devices, self._transfers, self._slots = house, emit, devices, transfers, slots
        self._lock = threading.Lock()
        self._numbers = itertools.count(1)
        self._links: dict[SessionId, Link] = {}
        self._in_slot: set[SessionId] = set()
        self._waiting: dict[SessionId, list[tuple[Selection, Status]]] = {}
        self._ended: dict[SessionId, SessionFacts] = {}
        self._closed = False

    # --- in and out ------------------------------------------------------------------------------------

    def accepted(self, channel: Channel) -> None:
        """An admitted stranger, from the listener; its slot is taken."""
        link = Link(self._next_number(), lambda: channel, self, initiator=False)
        if not self._begin(link):
            self._slots.release_incoming(channel.remote.host)
            channel.close()

    def send(self, selection: Selection, status: Status, to: DeviceId | Address) -> None:
        """Send over the session with that device if there is one, else start one."""
        with self._lock:
            link = self._link_to(to)
            waits = link is not None and link.conversation is None
            if link is not None and waits:
                self._waiting[link.id].append((selection, status))
        if link is None:
            self._dial(to, (selection, status))
        elif waits:
            comparing = link.session is not None and link.session.code is not None
            status.become(State.COMPARING if comparing else State.CONNECTING, session=link.id)
        else:
            _send_over(link, selection, status)

    def pair(self, to: DeviceId | Address) -> None:
        """Only connect and compare."""
        with self._lock:
            link = self._link_to(to)
        if link is None:
            self._dial(to, None)

    def find(self, session: SessionId) -> Link | None:
        with self._lock:
            return self._links.get(session)

    def facts(self, session: SessionId) -> SessionFacts | None:
        """What a person may see of a verified session, living or over."""
        with self._lock:
            link = self._links.get(session)
            return self._ended.get(session) if link is None else _facts(link)

    def cancel(self, transfer: TransferId, status: Status) -> None:
        """Give a transfer up; a comparison that was only for it is put off."""
        with self._lock:
            for number, waiting in self._waiting.items():
                kept = [each for each in waiting if each[1] is not status]
                if len(kept) != len(waiting):
                    self._waiting[number] = kept
                    pointless = None if kept else self._links.get(number)
                    break
            else:
                pointless = None
            session = status.transfer.session
            link = self._links.get(session) if session is not None else None
        if link is not None and link.conversation is not None:
            link.command(lambda exchange: exchange.cancel(transfer))
        else:
            status.end(Cancelled())
        if pointless is not None:
            pointless.not_now()

    def close(self, deadline: float) -> None:
        """End every session in order, then by force; `deadline` is monotonic."""
        with self._lock:
            self._closed = True
            links = list(self._links.values())
        for link in links:
            link.close(CloseReason.SHUTTING_DOWN)
        for link in links:
            link.join(max(0.0, deadline - time.monotonic()))
        for link in links:
            link.stop(SessionOver())
        for link in links:
            link.join(limits.CLOSE_SECONDS)

    # --- what a link asks for (Node) -------------------------------------------------------------------

    def own_name(self) -> str:
        return self._house.own_name()

    def own_instance(self) -> str:
        return self._house.own_instance()

    def ciphers(self) -> tuple[Cipher, ...]:
        return ciphers.fastest_first()

    def may_compare(self) -> bool:
        return self._house.may_compare()

    def save_folder(self) -> Path:
        return self._house.save_folder()

    def next_transfer_id(self) -> TransferId:
        return self._transfers.next_id()

    def new_status(self, transfer: Transfer) -> Status:
        return self._transfers.add(transfer)

    # --- what a link tells (Node) ------------------------------------------------------------------------

    def code_ready(self, link: Link) -> None:
        session = link.session
        if session is None or session.code is None:
            return
        with self._lock:
            waiting = list(self._waiting.get(link.id, ()))
        for _, status in waiting:
            status.become(State.COMPARING, peer=link.peer, session=link.id)
        code = session.code
        address = link.address if link.initiator else link.host  # a caller's own port tells nobody anything
        self._emit(CodeReady(link.id, link.peer, address, code.digits, code.words, not link.initiator))

    def verified(self, link: Link) -> None:
        self.comparisons.end(link.id, time.monotonic(), failed=False)
        self._leave_slot(link)
        self._emit(Verified(link.id, link.peer))
        self._show(link)
        with self._lock:
            waiting = self._waiting.pop(link.id, [])
        for selection, status in waiting:
            _send_over(link, selection, status)

    def introduced(self, link: Link) -> None:
        self._show(link)

    def offer_received(self, event: OfferReceived, status: Status) -> None:
        if not status.over:
            self._emit(event)

    def ended(self, link: Link) -> None:
        failed = link.failed_comparison
        self.comparisons.end(link.id, time.monotonic(), failed=failed)
        self._leave_slot(link)
        with self._lock:
            self._links.pop(link.id, None)
            waiting = self._waiting.pop(link.id, [])
            if (facts := _facts(link)) is not None:
                self._ended[link.id] = facts
                while len(self._ended) > _FACTS_KEPT:
                    del self._ended[next(iter(self._ended))]
        error = link.error or SessionOver(peer=link.peer)
        for _, status in waiting:
            status.end(error)
        if link.conversation is not None:
            self._devices.session_over(link.id)
            self._emit(SessionEnded(link.id, link.peer, link.error))
        elif failed or (link.session is not None and link.session.code is not None):
            self._emit(ComparisonOver(link.id, link.peer, error, failed))
        elif link.initiator and not waiting:
            self._emit(Trouble(error))

    # --- inside ------------------------------------------------------------------------------------------

    def _dial(self, to: DeviceId | Address, item: tuple[Selection, Status] | None) -> None:
        device = None if isinstance(to, Address) else self._devices.find(to)
        if isinstance(to, Address):
            addresses, label = [to], str(to)
        elif device is not None:
            addresses = [Address(host, device.port) for host in device.addresses]
            label = device.name or addresses[0].host
        else:
            self._refuse(PeerUnreachable(peer="That device"), item)
            return
        if not self._slots.take_outgoing():
            self._refuse(ComparisonBusy(), item)
            return
        number = self._next_number()
        link = Link(
            number,
            lambda: dial(addresses, lambda: link.over),
            self,
            initiator=True,
            device=device.id if device is not None else None,
            typed=to if isinstance(to, Address) else None,
            label=label,
        )
        if item is not None:
            item[1].become(State.CONNECTING, peer=label, session=number)
        if not self._begin(link, item):
            self._slots.release_outgoing()

    def _refuse(self, error: PeerUnreachable | ComparisonBusy, item: tuple[Selection, Status] | None) -> None:
        if item is None:
            self._emit(Trouble(error))
        else:
            item[1].end(error)

    def _begin(self, link: Link, item: tuple[Selection, Status] | None = None) -> bool:
        with self._lock:
            if self._closed:
                return False
            self._links[link.id] = link
            self._in_slot.add(link.id)
            self._waiting[link.id] = [] if item is None else [item]
        try:
            link.start()
        except RuntimeError:  # no more threads: this one caller is turned away
            with self._lock:
                del self._links[link.id], self._waiting[link.id]
                self._in_slot.discard(link.id)
            return False
        return True

    def _link_to(self, to: DeviceId | Address) -> Link | None:
        """With the lock held: the living link to that device, verified or on the way there."""
        if isinstance(to, Address):
            reached = (link for link in self._links.values() if to == link.typed or str(to) == link.address)
            return next((link for link in reached if not link.over), None)
        device = self._devices.find(to)
        for link in self._links.values():
            shown = device is not None and device.session == link.id
            if not link.over and (shown or link.device == to):
                return link
        return None

    def _show(self, link: Link) -> None:
        instance = (link.conversation and link.conversation.instance) or ""
        port = int(link.address.rpartition(":")[2])
        self._devices.session_lives(LiveSession(link.id, link.peer, link.host, port, link.device, instance))
        with self._lock:
            lives = link.id in self._links
        if not lives:  # its end was told in between
            self._devices.session_over(link.id)

    def _leave_slot(self, link: Link) -> None:
        with self._lock:
            if link.id not in self._in_slot:
                return
            self._in_slot.remove(link.id)
        if link.initiator:
            self._slots.release_outgoing()
        else:
            self._slots.release_incoming(link.host)

    def _next_number(self) -> SessionId:
        return SessionId(next(self._numbers))


def _send_over(link: Link, selection: Selection, status: Status) -> None:
    link.command(lambda exchange: exchange.send(selection, status))


def _facts(link: Link) -> SessionFacts | None:
    conversation = link.conversation
    if conversation is None or link.verified_at is None or link.records is None:
        return None
    return SessionFacts(
        id=link.id,
        peer=link.peer,
        address=link.address,
        initiator=link.initiator,
        method=Method.CODE,
        verified_at=link.verified_at,
        agreement=_AGREEMENT,
        cipher=conversation.verified.cipher.value,
        renewals=conversation.verified.renewal.renewals,
        renewed_at=conversation.renewed_at,
        bytes_sealed=link.records.bytes_sealed,
        bytes_opened=link.records.bytes_opened,
        ended_at=link.ended_at,
    )
