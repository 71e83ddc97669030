"""All connections of this computer: who is let in, what becomes of each, and what their endings mean.

It hears every link and turns what it hears into events. Whom it calls is in `calling`, what waits for a session in
`calls`.
"""

import time
from collections.abc import Callable

from desktop_app.engine import sleepless
from desktop_app.engine.calling import Calling
from desktop_app.engine.calls import Calls, Stand, unwanted
from desktop_app.engine.comparisons import Comparisons
from desktop_app.engine.continuing import Continuing
from desktop_app.engine.devices import Devices, LiveSession
from desktop_app.engine.facts import FactsKept, facts_of
from desktop_app.engine.house import House
from desktop_app.engine.keeper import Keeper
from desktop_app.engine.link import Link
from desktop_app.engine.link_table import LinkTable
from desktop_app.engine.looks import Answering, AskedPeer
from desktop_app.engine.reception import Reception
from desktop_app.engine.returning import Lost, Returning
from desktop_app.engine.transfers import Transfers
from desktop_app.errors import (
    AnotherAnswered,
    AppError,
    ComparisonUnfinished,
    ConnectionLost,
    InvitationRefused,
    NotNow,
    NotProven,
    PeerTimeout,
    ProtocolError,
    SessionOver,
)
from desktop_app.events import (
    CodeReady,
    ComparisonOver,
    DeviceId,
    Event,
    Method,
    Recognised,
    RecordId,
    Remembered,
    SessionEnded,
    SessionFacts,
    SessionId,
    State,
    Trouble,
    Unproven,
    Verified,
)
from desktop_app.protocol import limits
from desktop_app.protocol.handshake import LiveKeys
from desktop_app.protocol.messages import CloseReason
from desktop_app.transfer.status import Status
from desktop_app.transport.address import Address
from desktop_app.transport.channel import Channel
from desktop_app.transport.origin import Origin
from desktop_app.transport.slots import Slots


class Links:
    """The table of links, and the `Node` that each of them talks to."""

    def __init__(
        self,
        house: House,
        emit: Callable[[Event], None],
        devices: Devices,
        transfers: Transfers,
        slots: Slots,
        keeper: Keeper,
        continuing: Continuing,
        answer_look: Answering,
    ) -> None:
        self.house = house
        self.live_keys = LiveKeys()
        self.comparisons = Comparisons()
        self.keeper = keeper
        self.answer_look = answer_look
        self.reception = Reception(transfers, emit, house, keeper, self.find, self._record_of)
        self._emit, self._devices, self._transfers, self._slots = emit, devices, transfers, slots
        self._continuing = continuing
        self._calls = Calls()
        self._table = LinkTable(slots)
        self.calling = Calling(self, self._table, self._calls, devices, keeper, emit)
        self._returning = Returning(self.calling.dial_again, keeper.continuations.lives, self._table.any_with)
        self._over = FactsKept()

    # --- in and out ------------------------------------------------------------------------------------

    def accepted(self, channel: Channel, origin: Origin) -> None:
        """An admitted stranger, from the listener; its slot is taken."""
        link = Link(self._table.next_number(), lambda: channel, self, origin=origin)
        if not self._table.begin(link):
            self._slots.release_incoming(origin)
            channel.close()

    def make_room(self) -> None:
        """Callers wait for a slot, and there is none: the slowest stranger gives way."""
        if (link := self._table.slowest_stranger()) is not None:
            link.stop(PeerTimeout())

    def end(self, session: SessionId) -> None:
        """Close it in order; what waited for the person's word on it is given up."""
        call, link = self._calls.take(session, Stand.ASKED_WHO), self.find(session)
        if call is not None:
            for _, status in call.items:
                status.end(unwanted(status))
        if link is not None:
            link.close(CloseReason.DONE)

    def end_forgotten(self, records: frozenset[RecordId]) -> None:
        """Sessions with devices that are not remembered any more."""
        for link in self._table.all():
            if link.record in records:
                link.close(CloseReason.DONE, forgotten=True)

    def remembered_changed(self) -> None:
        """Names may be other ones now."""
        for link in self._table.all():
            device = self.keeper.find(link.record) if link.record is not None else None
            if device is not None and device.name != link.peer:
                link.known_as(device)
                self._show(link)

    def introduced_links(self) -> list[Link]:
        """Verified sessions that can be used, and whose peer has said who it is."""
        return [link for link in self._table.all() if link.told_verified and link.introduced and link.usable]

    def ask_what_they_see(self, instance: str) -> list[AskedPeer]:
        """Of everybody that there is a session with, in the newest one; whether they hear `instance`, too."""
        newest = {link.record or link.chain: link for link in self._table.all() if link.told_verified and not link.over}
        return [
            AskedPeer(link.id, link.peer, link.conversation.looks.ask(instance))
            for link in newest.values()
            if link.conversation is not None
        ]

    def owner_of(self, session: SessionId) -> str:
        """Whose interrupted transfers go on in that session without a question; empty for nobody's."""
        return self.reception.owner_of(session)

    def find(self, session: SessionId) -> Link | None:
        return self._table.find(session)

    def facts(self, session: SessionId) -> SessionFacts | None:
        """What a person may see of a verified session, living or over."""
        link = self.find(session)
        return self._over.find(session) if link is None else facts_of(link)

    def all_facts(self) -> tuple[SessionFacts, ...]:
        """Of the verified sessions that live, then of those that are over, the newest first."""
        living = [facts for link in self._table.all() if (facts := facts_of(link)) is not None]
        return (*reversed(living), *self._over.newest_first())

    @property
    def any_verified(self) -> bool:
        return any(link.conversation is not None for link in self._table.all())

    def cancel(self, status: Status) -> None:
        """Give a transfer up; a comparison that was only for it is put off."""
        waited, pointless = self._calls.drop(status)
        session = status.transfer.session
        link = self.find(session) if session is not None else None
        if not waited and link is not None and link.conversation is not None:
            link.conversation.exchange.cancel(status)
        else:
            self._transfers.give_up(status)
        if pointless is not None and (link := self.find(pointless)) is not None:
            if link.conversation is None:
                link.not_now()
            else:
                self.end(pointless)  # nobody has said that this one is meant

    def tick(self, now: float) -> None:
        """About every second, monotonic."""
        self._returning.tick(now)

    def close(self, deadline: float) -> None:
        """End every session in order, then by force; `deadline` is monotonic."""
        links = self._table.close()
        self._calls.cancel_all()
        for link in links:
            link.close(CloseReason.SHUTTING_DOWN)
        for link in links:
            link.join(max(0.0, deadline - time.monotonic()))
        for link in links:
            link.stop(SessionOver())
        for link in links:
            link.join(limits.CLOSE_SECONDS)
        self._calls.cancel_all()

    # --- what a link tells (Node) ------------------------------------------------------------------------

    def code_ready(self, link: Link) -> None:
        session = link.session
        if session is None or session.code is None:
            return
        call = self._calls.find(link.id)
        for _, status in call.items if call is not None else ():
            status.become(State.COMPARING, peer=link.peer, session=link.id)
        code = session.code
        address = link.address if link.initiator else link.host  # a caller's own port tells nobody anything
        namesake = self.keeper.namesake(session.peer_name)
        doubted = link.target.doubted or ("" if namesake is None else namesake.name)
        self._emit(CodeReady(link.id, link.peer, address, code.digits, code.words, not link.initiator, doubted))

    def verified(self, link: Link) -> None:
        assert link.identity is not None
        method, compared_at = link.identity.method, link.identity.compared_at
        link.told_verified = True
        self.comparisons.end(link.id, time.monotonic(), failed=False)
        self._table.leave_slot(link)
        unexpected = method is not Method.CODE and not link.target.expected
        call = self._calls.answered(link.id, ask=unexpected)  # first: whoever hears of it may send at once
        if call is not None and call.unproven is not None:
            self._emit(Trouble(AnotherAnswered(peer=link.peer, address=call.unproven[0])))
        self._emit(Verified(link.id, link.peer, method, compared_at))
        self._show(link)
        self._make_room(link.record)
        if call is None:
            return
        if call.stand is Stand.ASKED_WHO:
            self._emit(Recognised(link.id, link.peer, call.label, compared_at))
            return
        for item in call.items:
            self.calling.send_over(link, *item)

    def introduced(self, link: Link) -> None:
        self._show(link)
        self._note_where(link)
        self._continuing.met(link)

    def founded(self, session: SessionId, chain: str, record: RecordId) -> None:
        """The device of this session is remembered from now on, even if the session is over already."""
        device, link = self.keeper.find(record), self.find(session)
        if device is not None:
            if link is not None:
                link.known_as(device)
                self._show(link)
                self._note_where(link)
            self._transfers.keeping.remembered(chain, record)
            self.keeper.cut_remembered(session, record)
            self._emit(Remembered(session, device))

    def forgotten(self, session: SessionId) -> None:
        """What verified this session was forgotten a moment ago."""
        link = self.find(session)
        if link is not None:
            link.close(CloseReason.DONE, forgotten=True)

    def cut(self, link: Link) -> None:
        """A verified session was interrupted: it may come back, and whoever dialled sees to that."""
        conversation, identity = link.conversation, link.identity
        if conversation is None or identity is None or self._table.closed:
            return
        if identity.record is not None and self.keeper.find(identity.record) is None:
            return  # forgotten meanwhile
        role, secret = conversation.verified.role, conversation.verified.continuation
        number = self.keeper.keep_cut(link.id, identity, lambda: link.record, role, secret, sleepless.now())
        if number is not None and link.initiator:
            device = link.target.device or (DeviceId(conversation.instance) if conversation.instance else None)
            expected = frozenset({number} if identity.record is None else {number, identity.record})
            self._returning.add(
                Lost(number, expected, device, Address(link.host, link.port), link.peer), time.monotonic()
            )

    def ended(self, link: Link) -> None:
        failed = link.failed_comparison
        self.comparisons.end(link.id, time.monotonic(), failed=failed)
        self._table.leave_slot(link)
        self._table.remove(link, lambda: self._over.keep(facts_of(link)))
        error = link.error or SessionOver(peer=link.peer)
        at_the_code = not link.told_verified and link.session is not None and link.session.code is not None
        if at_the_code and isinstance(error, ConnectionLost | PeerTimeout):
            error = ComparisonUnfinished(peer=link.peer)  # nothing was accepted or delivered that they could speak of
        unproven = isinstance(error, NotProven)
        proved_in_vain = link.identity is not None and not link.told_verified  # somebody else was quicker
        if link.target.invited and (unproven or proved_in_vain):
            error, unproven = InvitationRefused(peer=link.target.label), False
        self._returning.ended(link.id, hopeless=isinstance(link.error, NotProven))
        if unproven and link.target.continues and self.calling.begin_anew(link):
            return
        call = self._calls.find(link.id)
        if link.target.expected and call is not None and call.by_person:
            if unproven:
                call.unproven = link.address, error
            if self.calling.try_elsewhere(link):
                return
            if call.unproven is not None and not link.told_verified and not isinstance(error, NotNow | SessionOver):
                self._calls.set_stand(link.id, Stand.DOUBTED)
                self._emit(Unproven(link.id, call.label, *call.unproven))
                return
        call = self._calls.take(link.id, Stand.CALLING, Stand.ASKED_WHO)
        for _, status in call.items if call is not None else ():
            self._not_begun(status, error)
        self._transfers.session_over(link.id, error)
        if link.told_verified:
            self._devices.session_over(link.id)
            self._emit(SessionEnded(link.id, link.peer, link.error))
            self._leave_to_others(link)
        elif failed or at_the_code:
            self._emit(ComparisonOver(link.id, link.peer, error, failed))
        elif call is not None and call.by_person and not call.items and not isinstance(error, NotNow):
            self._emit(Trouble(error))  # but for what the person has just cancelled

    # --- inside ------------------------------------------------------------------------------------------

    def _not_begun(self, status: Status, error: AppError) -> None:
        """No session came of its call. What was accepted before waits on, whatever it was that answered there."""
        if isinstance(error, ProtocolError) and status.kept is not None and status.kept.alive:
            status.interrupted()
            self._emit(Trouble(error))
        else:
            status.end(error)

    def _show(self, link: Link) -> None:
        instance = (link.conversation and link.conversation.instance) or ""
        live = LiveSession(link.id, link.peer, link.host, link.port, link.target.device, instance, link.record)
        self._devices.session_lives(live)
        if self.find(link.id) is None:  # its end was told in between
            self._devices.session_over(link.id)

    def _note_where(self, link: Link) -> None:
        """Where a remembered device proved to be. Who called is found again where it listens: as it was seen, or else
        at the usual port."""
        record, conversation = link.record, link.conversation
        if record is None or conversation is None:
            return
        port = link.port
        if not link.initiator:
            card = self._devices.find(DeviceId(conversation.instance or ""))
            port = card.port if card is not None and link.host in card.addresses else limits.DEFAULT_PORT
        where = str(Address(link.host, port))
        self.keeper.do(lambda: self.keeper.store.met(record, where))

    def _leave_to_others(self, link: Link) -> None:
        """What was cut goes on in another session with that remembered device, where there is one."""
        if link.record is None:
            return
        if not link.interrupted:
            self._returning.unwanted(link.record)
        elif others := [each for each in self.introduced_links() if each.record == link.record]:
            self._continuing.met(others[-1])

    def _make_room(self, record: RecordId | None) -> None:
        """Past `SESSIONS_PER_RECORD` the oldest session of a remembered device gives way to its newest."""
        if record is not None:
            proven = [link for link in self._table.all() if link.record == record and link.told_verified]
            for link in proven[: -limits.SESSIONS_PER_RECORD]:
                link.close(CloseReason.DONE)

    def _record_of(self, session: SessionId) -> RecordId | None:
        link = self.find(session)
        record = link.record if link is not None else None
        return record if record is not None and self.keeper.find(record) is not None else None
