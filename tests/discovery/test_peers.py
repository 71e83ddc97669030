"""The table of devices: what is listed, what its listeners are told, and what does not fit."""

import threading
from dataclasses import replace

import pytest

from desktop_app.discovery.advertisement import Sighting
from desktop_app.discovery.peers import Peer, PeerTable
from desktop_app.protocol import limits


class Log:
    """A table and what it told."""

    def __init__(self) -> None:
        self.told: list[Peer | str] = []
        self.rivals: list[str] = []
        self.table = PeerTable(self.told.append, self.told.append, self.rivals.append)

    def take(self) -> list[Peer | str]:
        told, self.told[:] = list(self.told), []
        return told


@pytest.fixture
def log() -> Log:
    return Log()


def sighting(number: int, *, address: str | None = None, port: int = 47471, name: str = "Ada") -> Sighting:
    where = address or f"192.0.{2 + number // 250}.{1 + number % 250}"
    return Sighting(f"{number:016x}", name, "linux", (where,), port)


ONE = f"{1:016x}"


def test_only_changes_are_told(log: Log) -> None:
    log.table.update(sighting(1))
    assert log.take() == [Peer(ONE, "Ada", "linux", ("192.0.2.2",), 47471)]
    log.table.update(sighting(1))
    assert log.take() == []
    log.table.update(sighting(1, name="Ada's laptop"))
    assert log.take() == list(log.table.snapshot())
    log.table.remove(ONE)
    log.table.remove(ONE)
    assert log.take() == [ONE]
    assert log.table.snapshot() == ()


def test_grey_after_one_miss_gone_after_two_and_back_only_by_an_answer(log: Log) -> None:
    log.table.update(sighting(1))
    log.take()
    log.table.missed(ONE)
    (grey,) = log.take()
    assert isinstance(grey, Peer)
    assert grey.stale
    log.table.answered(ONE)
    assert log.take() == [replace(grey, stale=False)]
    log.table.answered(ONE)
    assert log.take() == []

    log.table.missed(ONE)
    log.table.missed(ONE)
    assert log.take()[1:] == [ONE]
    log.table.missed(ONE)
    log.table.update(sighting(1, name="says it is here"))
    assert log.take() == []
    assert log.table.snapshot() == ()
    assert [peer.instance for peer, _ in log.table.watched()] == [ONE]
    log.table.answered(ONE)
    (back,) = log.take()
    assert isinstance(back, Peer)
    assert (back.name, back.stale) == ("says it is here", False)


def test_one_that_never_answers_again_is_forgotten(log: Log) -> None:
    log.table.update(sighting(1))
    for _ in range(20):
        log.table.missed(ONE)
    assert log.table.watched() == ()


def test_probes_of_strangers_to_the_table_change_nothing(log: Log) -> None:
    log.table.missed(ONE)
    log.table.answered(ONE)
    assert log.take() == []


def test_no_more_devices_than_the_limit_and_who_was_there_stays(log: Log) -> None:
    first = [sighting(number) for number in range(limits.DEVICES_MAX)]
    assert all(log.table.update(each) for each in first)
    assert not log.table.update(sighting(limits.DEVICES_MAX))
    assert [peer.instance for peer in log.table.snapshot()] == [each.instance for each in first]
    assert log.table.update(replace(first[0], name="still heard"))
    log.table.remove(first[3].instance)
    assert log.table.update(sighting(limits.DEVICES_MAX))


def test_no_more_services_of_one_address_than_the_limit(log: Log) -> None:
    same = [sighting(number, address="192.0.2.7", port=2000 + number) for number in range(10)]
    assert [log.table.update(each) for each in same] == [True] * limits.SERVICES_PER_ADDRESS + [False] * 6
    assert log.table.update(sighting(99, address="192.0.2.8"))
    sneaking = replace(sighting(99), addresses=("192.0.2.8", "192.0.2.7"))
    assert not log.table.update(sneaking)


def test_one_that_is_gone_makes_room_for_a_new_one(log: Log) -> None:
    for number in range(limits.DEVICES_MAX):
        log.table.update(sighting(number))
    for _ in range(2):
        log.table.missed(ONE)
    assert log.table.update(sighting(1000))
    assert ONE not in {peer.instance for peer, _ in log.table.watched()}

    same = [sighting(2000 + number, address="198.51.100.7", port=2000 + number) for number in range(5)]
    other = Log()
    for each in same[:4]:
        other.table.update(each)
    for _ in range(2):
        other.table.missed(same[0].instance)
    assert other.table.update(same[4])
    assert {peer.instance for peer, _ in other.table.watched()} == {each.instance for each in same[1:]}


def test_who_is_at_the_same_address_and_port_is_a_rival_once(log: Log) -> None:
    log.table.update(sighting(1, address="192.0.2.7"))
    log.table.update(sighting(2, address="192.0.2.7", port=2000))
    assert log.rivals == []
    log.table.update(sighting(3, address="192.0.2.7"))
    assert log.rivals == [ONE]
    log.table.update(sighting(3, address="192.0.2.7", name="renamed"))
    log.table.update(sighting(1, address="192.0.2.7", name="renamed"))
    assert log.rivals == [ONE], "two that stay would accuse each other for ever"


def test_listeners_may_call_back_and_are_told_in_order() -> None:
    """The lock is not held while a listener runs, and what it causes comes after what it is told."""
    told: list[str] = []

    def changed(peer: Peer) -> None:
        told.append(f"changed {peer.name}")
        if peer.name == "first":
            table.update(sighting(1, name="second"))
            done = threading.Thread(target=lambda: table.update(sighting(1, name="third")))
            done.start()
            done.join(5.0)
            assert not done.is_alive(), "the table was locked"
            told.append("first told")

    table = PeerTable(changed, lambda _: None)
    table.update(sighting(1, name="first"))
    assert told == ["changed first", "first told", "changed second", "changed third"]


def test_a_listener_that_fails_does_not_silence_the_table() -> None:
    told = []

    def changed(peer: Peer) -> None:
        told.append(peer.name)
        if peer.name == "bad":
            raise LookupError

    table = PeerTable(changed, lambda _: None)
    with pytest.raises(LookupError):
        table.update(sighting(1, name="bad"))
    table.update(sighting(1, name="good"))
    assert told == ["bad", "good"]
