"""Whom this computer calls: what is wanted of a device goes over the session that there is, or waits for a new one.

How a call went is told by its link, to `links`.
"""

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from desktop_app.engine import sleepless
from desktop_app.engine.calls import Call, Calls, Item, Meant, Stand, Target, To, refuse
from desktop_app.engine.devices import Devices
from desktop_app.engine.keeper import Keeper
from desktop_app.engine.link import Link, Node
from desktop_app.engine.link_table import LinkTable
from desktop_app.engine.returning import Lost
from desktop_app.errors import (
    InvitationUsed,
    NotProven,
    PeerUnreachable,
    ProtocolError,
    SessionOver,
    TransportError,
)
from desktop_app.events import Device, Event, RecordId, SessionId, State
from desktop_app.protocol.invitation import Invitation
from desktop_app.storage.selection import Selection
from desktop_app.transfer.status import Status
from desktop_app.transport.address import Address
from desktop_app.transport.channel import Channel
from desktop_app.transport.dialer import dial

_LOOK: Final = 0.05  # seconds between looks for a slot


class Calling:
    """Safe from any thread. `node` is for the links that it starts."""

    def __init__(
        self,
        node: Node,
        table: LinkTable,
        calls: Calls,
        devices: Devices,
        keeper: Keeper,
        emit: Callable[[Event], None],
    ) -> None:
        self._node, self._table, self._calls = node, table, calls
        self._devices, self._keeper, self._emit = devices, keeper, emit

    # --- what a person wants -----------------------------------------------------------------------------

    def send(self, what: Selection | str, status: Status, to: To, meant: Meant) -> None:
        """Send files or a text over the session with whom is meant there if there is one, else start one."""
        item = (what, status)
        link, waits = self._reach(to, meant, item)
        if waits:
            comparing = link is not None and link.session is not None and link.session.code is not None
            status.become(State.COMPARING if comparing else State.CONNECTING, session=link.id if link else None)
        elif link is not None:
            self.send_over(link, *item)
        else:
            self._call(to, [item], meant.record)

    def pair(self, to: To, meant: Meant) -> None:
        """Only connect, and prove or compare."""
        link, waits = self._reach(to, meant, None)
        if link is None and not waits:
            self._call(to, [], meant.record)

    def go_on(self, session: SessionId) -> None:
        """The one who proved itself is meant: send what waits."""
        call, link = self._calls.take(session, Stand.ASKED_WHO), self._table.find(session)
        if call is not None and link is not None:
            for item in call.items:
                self.send_over(link, *item)

    def compare_anew(self, session: SessionId) -> None:
        """Whoever did not prove itself may compare a code instead; the doubt stays with it."""
        call = self._calls.take(session, Stand.DOUBTED)
        if call is not None:
            self._call(call.to, call.items, None, doubted=call.label)

    def give_up(self, session: SessionId) -> None:
        """Nothing is sent to whoever did not prove itself."""
        call = self._calls.take(session, Stand.DOUBTED)
        if call is not None:
            for _, status in call.items:
                status.end(NotProven(peer=call.label))

    def send_over(self, link: Link, what: Selection | str, status: Status) -> None:
        """Say or offer it in that session."""
        status.become(State.CONNECTING, session=link.id)
        link.command(lambda exchange: exchange.send(what, status))
        if self._table.find(link.id) is None:  # it ended in between, and nobody comes to that command
            status.end(SessionOver())

    def knows(self, record: RecordId) -> bool:
        """Whether that device is remembered still."""
        return self._keeper.find(record) is not None

    # --- what goes on by itself --------------------------------------------------------------------------

    def dial_remembered(self, device: Device, record: RecordId) -> bool:
        """Call a remembered device by itself; nothing but its proof is accepted. False where it cannot be now."""
        remembered = self._keeper.find(record)
        if device.away or remembered is None or self._table.to(device.id, Meant(record), self._devices) is not None:
            return False
        target = Target.of(device, remembered, "")
        return self._dial(target, Call(device.id, target.label, by_person=False)) is not None

    def dial_again(self, lost: Lost) -> SessionId | None:
        """A cut session comes back by itself, to where it was or where its device is seen now."""
        near = self._devices.where(lost.device, lost.expected)
        seen = [Address(host, device.port) for device in near for host in device.addresses]
        addresses = tuple(dict.fromkeys([*seen, lost.address]))
        typed = lost.address if lost.device is None else None
        alone = len(lost.expected) == 1
        target = Target(addresses, lost.label, lost.device, typed, lost.expected, continues=alone)
        return self._dial(target, Call(lost.device or lost.address, lost.label, by_person=False))

    def try_elsewhere(self, link: Link) -> bool:
        """Whoever answered is not the one that was called, which may be at another of its last addresses: the call
        goes on there. False where there is none."""
        wrong = isinstance(link.error, NotProven | TransportError | ProtocolError) and link.conversation is None
        elsewhere = link.target.without(Address(link.host, link.port))
        tried = len(elsewhere.addresses) < len(link.target.addresses)  # else they would never become fewer
        if not link.target.scattered or not wrong or not tried or not elsewhere.addresses:
            return False
        call = self._calls.take(link.id, Stand.CALLING)  # nothing joins it any more
        if call is None:
            return False
        wanted = [item for item in call.items if not item[1].over]
        if (call.items and not wanted) or self._dial(elsewhere, replace(call, items=wanted)) is None:
            self._calls.begin(link.id, call)
            return False
        return True

    def begin_anew(self, link: Link) -> bool:
        """What the person wants of it meanwhile had joined a session that was to come back, and the other side has not
        noticed yet that it was cut: as where nothing was on its way back, a code is compared. False: nothing had."""
        call = self._calls.take(link.id, Stand.CALLING)
        if call is None or not call.by_person:
            return False
        self._call(call.to, call.items, None)
        return True

    # --- inside ------------------------------------------------------------------------------------------

    def _reach(self, to: To, meant: Meant, item: Item | None) -> tuple[Link | None, bool]:
        """The link to that device, and whether something has to wait for it; `item` does so then."""
        if isinstance(to, Invitation):
            return None, False
        doubted = self._calls.doubted(to)
        if doubted is not None and self._calls.join(doubted, item):
            return None, True
        link = self._table.to(to, meant, self._devices)
        return link, link is not None and self._calls.join(link.id, item)

    def _call(self, to: To, items: list[Item], expected: RecordId | None, *, doubted: str = "") -> None:
        """The person wants a session with that device. `doubted`: it did not prove itself, so a code is compared."""
        if isinstance(to, Invitation):
            self._take_up(to, items)
            return
        found = to if isinstance(to, Address) else self._devices.find(to, expected)
        if found is None:
            refuse(PeerUnreachable(), items, self._emit)
            return
        remembered = self._keeper.find(expected) if expected is not None else None
        if expected is not None and remembered is None:  # forgotten since the person chose it: no code in its place
            refuse(NotProven(), items, self._emit)
            return
        target = Target.of(found, remembered, doubted)
        whom = found if isinstance(found, Address) else found.id
        if self._dial(target, Call(whom, target.label, by_person=True, items=items)) is None:
            refuse(PeerUnreachable(peer=target.label), items, self._emit)

    def _take_up(self, invitation: Invitation, items: list[Item]) -> None:
        """Call whoever gave it, and nobody else; the seed is not needed after that."""
        try:
            number = self._keeper.invitations.take_up(invitation, sleepless.now())
        except InvitationUsed as error:
            refuse(error, items, self._emit)
            return
        target = Target.by(invitation, number)
        invitation.wipe()
        call = Call(target.addresses[0], target.label, by_person=True, items=items)
        if self._dial(target, call) is None:
            refuse(PeerUnreachable(peer=target.label), items, self._emit)

    def _dial(self, target: Target, call: Call) -> SessionId | None:
        number = self._table.next_number()
        link = Link(number, lambda: self._connect(link), self._node, target)
        for _, status in call.items:
            status.become(State.CONNECTING, peer=call.label, session=number)
        if not self._table.begin(link, lambda: self._calls.begin(number, call)):
            self._calls.take(number, Stand.CALLING)
            return None
        return number

    def _connect(self, link: Link) -> Channel:
        """On its thread. Many may be called at once: each waits for its turn. Raises PeerUnreachable."""
        while not self._table.take_slot(link):
            if link.over:
                raise PeerUnreachable
            time.sleep(_LOOK)
        try:
            return dial(link.target.addresses, lambda: link.over)
        except PeerUnreachable:
            if link.target.scattered:  # where it was once: whoever refuses or keeps silent there may be another one
                raise PeerUnreachable from None
            raise
