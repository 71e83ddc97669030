"""The face of the room, with the network and the prober replaced: what is listed, dropped, doubted and asked."""

import time
from collections.abc import Callable, Iterator
from typing import cast

import pytest

from desktop_app.discovery import neighbourhood as module
from desktop_app.discovery.advertisement import service_name
from desktop_app.discovery.neighbourhood import Neighbourhood
from desktop_app.discovery.peers import Peer, PeerTable
from desktop_app.protocol import limits
from tests.discovery.air import ETHERNET, WIRELESS, Air

ADA, EVE = "a" * 16, "e" * 16


class FakeLiveness:
    def __init__(self, table: PeerTable, ask: Callable[[str], None]) -> None:
        self.table, self.ask = table, ask
        self.doubted: list[str] = []
        self.heard_of: list[str] = []
        self.looks = 0

    def start(self) -> None: ...

    def close(self) -> None: ...

    def look_again(self) -> None:
        self.looks += 1

    def doubt(self, instance: str) -> None:
        self.doubted.append(instance)

    def heard(self, instance: str) -> None:
        self.heard_of.append(instance)


class Scene:
    def __init__(self, air: Air) -> None:
        self.air = air
        self.gone: list[str] = []
        self.changed: list[Peer] = []
        self.neighbourhood = Neighbourhood(self.changed.append, self.gone.append, lambda _: None)

    def start(self) -> None:
        self.neighbourhood.start(port=47471, name="Me", visibility_everyone=True, announce=True)
        self.wait(lambda: self.air.said)

    @property
    def liveness(self) -> FakeLiveness:
        found = cast("object", self.neighbourhood._liveness)
        assert isinstance(found, FakeLiveness)
        return found

    def hear(self, instance: str, address: str, port: int = 47471) -> bool:
        said: dict[bytes, bytes | None] = {b"v": b"1", b"id": instance.encode()}
        return self.neighbourhood.on_service(service_name(instance), said, [address], port)

    def listed(self) -> set[str]:
        return {peer.instance for peer in self.neighbourhood.peers()}

    def wait(self, right: Callable[[], object]) -> None:
        deadline = time.monotonic() + 5.0
        while not right():
            assert time.monotonic() < deadline
            time.sleep(0.005)


@pytest.fixture
def scene(monkeypatch: pytest.MonkeyPatch) -> Iterator[Scene]:
    monkeypatch.setattr(module, "Liveness", FakeLiveness)
    scene = Scene(Air(monkeypatch))
    yield scene
    scene.neighbourhood.close()
    scene.neighbourhood.close()


def test_before_it_starts_it_knows_and_says_nothing(scene: Scene) -> None:
    near = scene.neighbourhood
    near.rename("Ada")
    near.set_visibility(everyone=True, announce=True)
    near.look_again()
    near.on_goodbye(ADA)
    assert (near.instance, near.peers(), scene.air.opened) == ("", (), 0)


def test_devices_are_listed_but_not_this_one(scene: Scene) -> None:
    scene.start()
    assert scene.hear(ADA, "192.0.2.7")
    assert scene.hear(scene.neighbourhood.instance, "192.0.2.8")
    assert scene.hear(EVE, "192.0.2.2", 47471), "our own port under an older identity"
    assert scene.listed() == {ADA}
    assert [peer.instance for peer in scene.changed] == [ADA]


def test_who_is_on_no_link_any_more_is_dropped_when_the_network_changes(scene: Scene) -> None:
    scene.air.interfaces = (ETHERNET, WIRELESS)
    scene.start()
    scene.hear(ADA, "192.0.2.7")
    scene.hear(EVE, "198.51.100.7")
    assert scene.listed() == {ADA, EVE}
    scene.air.interfaces = (ETHERNET,)
    scene.wait(lambda: scene.liveness.looks)
    assert scene.listed() == {ADA}
    assert scene.gone == [EVE]


def test_goodbyes_and_rivals_are_doubted_not_believed(scene: Scene) -> None:
    scene.start()
    scene.hear(ADA, "192.0.2.7")
    scene.neighbourhood.on_goodbye(ADA)
    assert scene.listed() == {ADA}
    scene.hear(EVE, "192.0.2.7")
    assert scene.liveness.doubted == [ADA, ADA]
    scene.neighbourhood.on_heard(ADA)
    assert scene.liveness.heard_of == [ADA]
    scene.liveness.ask(ADA)
    assert scene.air.asked == [ADA]


def test_who_found_no_room_is_looked_at_again_when_somebody_goes(scene: Scene) -> None:
    scene.start()
    for number in range(limits.SERVICES_PER_ADDRESS):
        assert scene.hear(f"{number:016x}", "192.0.2.7", 2000 + number)
    assert not scene.hear(ADA, "192.0.2.7")
    assert scene.air.retries == 0
    scene.liveness.table.remove(f"{0:016x}")
    assert scene.air.retries == 1
    assert scene.hear(ADA, "192.0.2.7")


def test_the_network_is_asked_anew_when_the_last_one_goes(scene: Scene) -> None:
    """All of them may be out of reach for a while, and what is asked more and more rarely is asked often again."""
    scene.start()
    for instance, address in ((ADA, "192.0.2.7"), (EVE, "192.0.2.8")):
        scene.hear(instance, address)
    scene.liveness.table.missed(ADA)
    scene.liveness.table.missed(ADA)
    assert (scene.listed(), scene.air.queries) == ({EVE}, 0)
    scene.liveness.table.remove(EVE)
    assert scene.air.queries == 1


def test_only_who_is_kept_and_this_computer_need_not_be_said_again(scene: Scene) -> None:
    near = scene.neighbourhood
    scene.start()
    scene.hear(ADA, "192.0.2.7")
    assert [near.knows(each) for each in (ADA, EVE, near.instance)] == [True, False, True]
    for _ in range(12):
        scene.liveness.table.missed(ADA)
    assert not near.knows(ADA)


def test_looking_again_asks_the_network_and_probes_everybody(scene: Scene) -> None:
    scene.start()
    scene.neighbourhood.look_again()
    assert (scene.air.queries, scene.liveness.looks) == (1, 1)
