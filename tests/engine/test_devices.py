"""The list of computers, where who is remembered changes while it is being looked at."""

import threading
from collections.abc import Sequence
from dataclasses import replace

from desktop_app.discovery.peers import Peer
from desktop_app.engine.calls import Target
from desktop_app.engine.devices import Devices, LiveSession
from desktop_app.events import (
    Device,
    DeviceChanged,
    DeviceGone,
    DeviceId,
    Event,
    RecordId,
    RememberedDevice,
    SessionId,
)
from desktop_app.transport.address import Address

KITCHEN = RememberedDevice(RecordId("k"), "Kitchen PC", 0.0, 0.0, 1.0, ("192.0.2.9:5000", "[fe80::1%eth0]:47471"))
AWAY = DeviceId("remembered-k")
FIRST, SECOND = "1" * 16, "2" * 16


def peer(instance: str) -> Peer:
    return Peer(instance, "Somebody", "linux", ("192.0.2.1",), 47471)


class Recollection:
    """A memory that may be slow."""

    def __init__(self) -> None:
        self.kitchen: str | None = None  # the instance that the kitchen is recognised by
        self.asked: list[str] = []
        self.asking, self.go_on = threading.Event(), threading.Event()
        self.go_on.set()
        self.keeps = True

    def find(self, record: RecordId) -> RememberedDevice | None:
        return KITCHEN if self.keeps and record == KITCHEN.id else None

    def remembered(self) -> tuple[RememberedDevice, ...]:
        return (KITCHEN,) if self.keeps else ()

    def recognise(self, instance: str, hints: Sequence[bytes]) -> RememberedDevice | None:
        found = KITCHEN if instance == self.kitchen else None
        self.asked.append(instance)
        self.asking.set()
        assert self.go_on.wait(10)
        return found


def test_a_look_that_takes_long_does_not_undo_a_later_one() -> None:
    memory = Recollection()
    devices = Devices(lambda _: None, memory)
    devices.peer_changed(peer(FIRST))
    memory.asking.clear()
    memory.go_on.clear()
    slow = threading.Thread(target=devices.remembered_changed)
    slow.start()
    assert memory.asking.wait(10)
    memory.kitchen = FIRST  # learnt after the slow one has looked
    later = threading.Thread(target=devices.peer_changed, args=(peer(FIRST),))
    later.start()
    later.join(0.2)  # which may have to wait for the slow one
    memory.go_on.set()
    for each in (slow, later):
        each.join(10)
    [shown] = devices.snapshot()
    assert shown.remembered == KITCHEN


def test_who_has_gone_while_it_was_looked_at_does_not_come_back() -> None:
    memory = Recollection()
    devices = Devices(lambda _: None, memory)
    memory.go_on.clear()
    slow = threading.Thread(target=devices.peer_changed, args=(peer(FIRST),))
    slow.start()
    assert memory.asking.wait(10)
    devices.peer_gone(FIRST)
    memory.go_on.set()
    slow.join(10)
    assert devices.snapshot() == ()


def test_a_session_has_only_its_own_peer_looked_at() -> None:
    memory = Recollection()
    devices = Devices(lambda _: None, memory)
    for instance in (FIRST, SECOND):
        devices.peer_changed(peer(instance))
    memory.asked.clear()
    devices.session_lives(LiveSession(SessionId(1), "Kitchen PC", "192.0.2.1", 47471, None, SECOND, KITCHEN.id))
    assert devices.find(DeviceId(SECOND)) == next(each for each in devices.snapshot() if each.session == 1)
    assert memory.asked == [], "what a device said of itself in a session counts without looking at hints"
    devices.remembered_changed()
    assert memory.asked == [FIRST]


def test_who_is_remembered_and_not_seen_is_away_after_a_while_and_no_longer_once_it_is_seen() -> None:
    memory, told = Recollection(), list[Event]()
    devices = Devices(told.append, memory)
    devices.tick(100.0)
    devices.tick(102.9)
    assert devices.snapshot() == ()
    devices.tick(103.0)
    away = Device(AWAY, "Kitchen PC", "", ("192.0.2.9", "fe80::1%eth0"), 5000, remembered=KITCHEN, away=True)
    assert devices.snapshot() == (away,)
    devices.tick(104.0)
    assert told == [DeviceChanged(away)]
    target = Target.of(away, KITCHEN, "")
    assert target.addresses == (Address("192.0.2.9", 5000), Address("fe80::1%eth0", 47471))
    assert (target.expected, target.label) == (frozenset({KITCHEN.id}), "Kitchen PC")

    memory.kitchen = FIRST
    devices.peer_changed(peer(FIRST))
    assert [device.id for device in devices.snapshot()] == [FIRST]
    found = devices.find(AWAY)  # it was chosen while it was away
    assert found is not None
    assert found.id == FIRST
    devices.tick(105.0)
    devices.peer_gone(FIRST)
    devices.tick(106.0)
    assert devices.snapshot() == (), "a moment without it is not being away"
    devices.tick(109.0)
    assert devices.snapshot() == (away,)


def test_nobody_comes_back_by_itself_to_where_an_away_one_was() -> None:
    devices = Devices(lambda _: None, Recollection())
    devices.tick(0.0)
    devices.tick(9.0)
    assert len(devices.snapshot()) == 1
    assert devices.where(AWAY, {KITCHEN.id}) == []


def test_who_is_forgotten_is_away_no_longer() -> None:
    memory = Recollection()
    devices = Devices(lambda _: None, memory)
    devices.tick(0.0)
    devices.tick(9.0)
    memory.keeps = False
    devices.remembered_changed()
    assert devices.snapshot() == ()


def test_changes_are_told_in_their_order_whoever_makes_them_meanwhile() -> None:
    cellar = replace(KITCHEN, id=RecordId("c"), name="Cellar PC")

    class Two(Recollection):
        def find(self, record: RecordId) -> RememberedDevice | None:
            return next((each for each in self.remembered() if each.id == record), None)

        def remembered(self) -> tuple[RememberedDevice, ...]:
            return (KITCHEN, cellar) if self.keeps else ()

    memory, told = Two(), list[Event]()

    def tell(event: Event) -> None:
        told.append(event)
        if len(told) == 1:  # both are forgotten before the second one is told of
            memory.keeps = False
            forgetting = threading.Thread(target=devices.remembered_changed)
            forgetting.start()
            forgetting.join(10)

    devices = Devices(tell, memory)
    devices.tick(0.0)
    devices.tick(9.0)
    assert devices.snapshot() == ()
    shown = set[DeviceId]()
    for event in told:
        if isinstance(event, DeviceChanged):
            shown.add(event.device.id)
        elif isinstance(event, DeviceGone):
            shown.remove(event.id)
    assert shown == set(), "what a face has made of it"


def test_a_remembered_device_that_has_become_another_one_is_shown_once() -> None:
    """It does so when its first session is over; its former announcement is known to be gone seconds later."""
    memory, told = Recollection(), list[Event]()
    devices = Devices(told.append, memory)
    devices.peer_changed(peer(FIRST))
    live = LiveSession(SessionId(1), "Kitchen PC", "192.0.2.1", 47471, None, FIRST, KITCHEN.id)
    devices.session_lives(live)
    devices.session_over(SessionId(1))
    memory.kitchen = SECOND
    devices.peer_changed(peer(SECOND))
    (shown,) = devices.snapshot()
    assert (shown.id, shown.remembered) == (SECOND, KITCHEN)
    assert told[-2:] == [DeviceGone(DeviceId(FIRST)), DeviceChanged(shown)]
    devices.peer_changed(replace(peer(FIRST), stale=True))
    devices.peer_gone(FIRST)
    assert devices.snapshot() == (shown,)


def test_one_that_becomes_another_amid_a_session_is_the_one_with_the_session() -> None:
    memory = Recollection()
    devices = Devices(lambda _: None, memory)
    devices.peer_changed(peer(FIRST))
    clicked = LiveSession(SessionId(1), "Kitchen PC", "192.0.2.1", 47471, DeviceId(FIRST), FIRST, KITCHEN.id)
    devices.session_lives(clicked)
    memory.kitchen = SECOND
    devices.peer_changed(peer(SECOND))
    assert [(each.id, each.session) for each in devices.snapshot()] == [(FIRST, 1)]
    devices.peer_gone(FIRST)
    assert [(each.id, each.session) for each in devices.snapshot()] == [(SECOND, 1)]


def test_who_proved_to_be_a_remembered_device_is_one_card_whichever_address_it_was_met_at() -> None:
    """The address is one of a VPN, say, and what is announced is recognised by nobody: many devices share the hints."""
    devices = Devices(lambda _: None, Recollection())
    devices.tick(100.0)
    devices.tick(103.0)
    assert [each.id for each in devices.snapshot()] == [AWAY]
    devices.peer_changed(peer(FIRST))
    devices.session_lives(LiveSession(SessionId(1), "Kitchen PC", "10.8.0.9", 47471, AWAY, "", KITCHEN.id))
    assert len(devices.snapshot()) == 2, "nothing tells yet"
    devices.session_lives(LiveSession(SessionId(1), "Kitchen PC", "10.8.0.9", 47471, AWAY, FIRST, KITCHEN.id))
    (shown,) = devices.snapshot()
    assert (shown.id, shown.session, shown.remembered, shown.name) == (FIRST, 1, KITCHEN, "Kitchen PC")
    devices.session_over(SessionId(1))
    devices.tick(200.0)
    devices.tick(203.0)
    (shown,) = devices.snapshot()
    assert (shown.id, shown.session, shown.remembered, shown.away) == (FIRST, None, KITCHEN, False)


def test_who_proved_to_be_a_remembered_device_is_one_card_also_where_it_is_not_seen() -> None:
    """Each has called the other by its address, where multicast does not get through; strangers stay apart."""
    devices = Devices(lambda _: None, Recollection())
    for number, record in ((1, KITCHEN.id), (2, KITCHEN.id), (3, None), (4, None)):
        devices.session_lives(LiveSession(SessionId(number), "Kitchen PC", "10.8.0.9", 47471, None, "", record))
    shown = {(each.id, each.session) for each in devices.snapshot()}
    assert shown == {("session-1", 2), ("session-3", 3), ("session-4", 4)}
    devices.session_over(SessionId(1))
    shown = {(each.id, each.session) for each in devices.snapshot()}
    assert shown == {("session-2", 2), ("session-3", 3), ("session-4", 4)}


def test_one_that_is_recognised_as_who_proved_itself_elsewhere_has_the_session() -> None:
    """It has become another one since, and its hints are its own."""
    memory = Recollection()
    memory.kitchen = SECOND
    devices = Devices(lambda _: None, memory)
    devices.peer_changed(peer(SECOND))
    devices.session_lives(LiveSession(SessionId(1), "Kitchen PC", "10.8.0.9", 47471, None, FIRST, KITCHEN.id))
    assert [(each.id, each.session) for each in devices.snapshot()] == [(SECOND, 1)]


def test_a_proven_device_takes_no_card_of_one_that_is_recognised_as_another() -> None:
    attic = replace(KITCHEN, id=RecordId("a"), name="Attic")

    class Two(Recollection):
        def find(self, record: RecordId) -> RememberedDevice | None:
            return {each.id: each for each in (KITCHEN, attic)}.get(record)

        def recognise(self, instance: str, hints: Sequence[bytes]) -> RememberedDevice | None:
            return attic if instance == FIRST else None

    devices = Devices(lambda _: None, Two())
    devices.peer_changed(peer(FIRST))
    devices.session_lives(LiveSession(SessionId(1), "Kitchen PC", "10.8.0.9", 47471, None, FIRST, KITCHEN.id))
    assert {(each.id, each.session, each.remembered) for each in devices.snapshot()} == {
        (FIRST, None, attic),
        ("session-1", 1, KITCHEN),
    }


def test_the_word_of_a_stranger_takes_nobodys_card_unless_that_one_says_the_same_address() -> None:
    devices = Devices(lambda _: None, Recollection())
    devices.peer_changed(peer(FIRST))
    live = LiveSession(SessionId(1), "Somebody", "10.8.0.9", 47471, None, FIRST, None)
    devices.session_lives(live)
    assert {(each.id, each.session) for each in devices.snapshot()} == {(FIRST, None), ("session-1", 1)}
    devices.peer_changed(replace(peer(FIRST), elsewhere=("10.8.0.9",)))
    assert [(each.id, each.session) for each in devices.snapshot()] == [(FIRST, 1)]


def test_a_second_program_of_a_remembered_device_and_a_stranger_at_its_address_stay() -> None:
    memory = Recollection()
    memory.kitchen = FIRST
    devices = Devices(lambda _: None, memory)
    devices.peer_changed(peer(FIRST))
    devices.peer_changed(peer(SECOND))
    assert {each.id for each in devices.snapshot()} == {FIRST, SECOND}, "whoever is not recognised hides nobody"
    memory.kitchen = SECOND
    devices.peer_changed(replace(peer(SECOND), port=47472))
    assert {each.id for each in devices.snapshot()} == {FIRST, SECOND}
