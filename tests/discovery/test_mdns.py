"""Two and three computers on one cable, with no route and no name service: who sees whom, and for how long."""

import subprocess
import sys
import time
from collections.abc import Callable

import pytest

from tests.discovery import packets
from tests.discovery.nodes import ROOT, Node
from tests.support.namespaces import Host, Lan

pytestmark = pytest.mark.network

Start = Callable[..., Node]


def _speak(host: Host, *said: bytes) -> None:
    command = [sys.executable, "-m", "tests.discovery.speaker", "say", host.address]
    lines = "".join(packet.hex() + "\n" for packet in said)
    host.run(command, cwd=ROOT, input=lines, text=True, check=True, stdout=subprocess.DEVNULL)


def _goodbye(node: Node, host: Host) -> bytes:
    return packets.service(node.instance, host.address, node.port, {}, ttl=0)


def test_found_from_both_sides_within_two_seconds_and_gone_within_two_after_a_clean_stop(
    lan: Lan, start: Start
) -> None:
    assert lan.hosts[0].ip("route", "show", "default") == "", "no way out is needed"
    ada = start(lan.hosts[0], "Ada's laptop")
    kitchen = start(lan.hosts[1], "Kitchen PC")
    seen = kitchen.wait("change", 2.0, instance=ada.instance)
    assert seen["name"] == "Ada's laptop"
    assert seen["platform"] == "linux"
    assert seen["addresses"] == [lan.hosts[0].address]
    assert seen["port"] == ada.port
    ada.wait("change", 2.0, instance=kitchen.instance, name="Kitchen PC")

    before = time.monotonic()
    assert ada.quit() < 1.5
    kitchen.wait("gone", 2.0 - (time.monotonic() - before), instance=ada.instance)


def test_a_killed_one_is_gone_within_twenty_seconds_and_grey_before(lan: Lan, start: Start) -> None:
    ada, kitchen = start(lan.hosts[0], "Ada"), start(lan.hosts[1], "Kitchen")
    kitchen.wait("change", 2.0, instance=ada.instance)
    ada.wait("probed", 5.0)  # so that the next probe is as far away as it gets
    ada.kill()
    before = time.monotonic()
    kitchen.wait("gone", 20.0, instance=ada.instance)
    assert time.monotonic() - before < 20.0
    kitchen.wait("change", 0.0, instance=ada.instance, stale=True)


def test_killed_and_started_again_on_the_same_port_it_is_listed_once(lan: Lan, start: Start) -> None:
    ada, kitchen = start(lan.hosts[0], "Ada"), start(lan.hosts[1], "Kitchen")
    kitchen.wait("change", 2.0, instance=ada.instance)
    ada.kill()
    again = start(lan.hosts[0], "Ada", port=ada.port)
    assert again.instance != ada.instance
    kitchen.wait_peers(lambda peers: set(peers) == {again.instance}, 5.0)


def test_two_on_one_computer_find_each_other(lan: Lan, start: Start) -> None:
    one, two = start(lan.hosts[0], "One"), start(lan.hosts[0], "Two")
    one.wait("change", 2.5, instance=two.instance, name="Two")
    two.wait("change", 2.5, instance=one.instance, name="One")
    assert {one.instance} & set(one.peers()) == set(), "it lists itself"


def test_two_on_a_computer_without_any_network_find_each_other(lan: Lan, start: Start) -> None:
    lan.hosts[0].unplug()
    one, two = start(lan.hosts[0], "One"), start(lan.hosts[0], "Two")
    one.wait("trouble", 2.0, code="no-network")
    seen = one.wait("change", 2.5, instance=two.instance)
    assert "127.0.0.1" in seen["addresses"]
    two.wait("change", 2.5, instance=one.instance)


def test_a_cable_that_is_plugged_in_late_is_followed_within_five_seconds(lan: Lan, start: Start) -> None:
    first, second, _ = lan.hosts
    second.unplug()
    ada, kitchen = start(first, "Ada"), start(second, "Kitchen")
    kitchen.wait("trouble", 2.0, code="no-network")
    before = time.monotonic()
    second.plug()
    seen = kitchen.wait("change", 5.0, instance=ada.instance)
    found = ada.wait("change", 5.0 - (time.monotonic() - before), name="Kitchen")
    assert found["instance"] != kitchen.instance, "the identity survived a change of network"
    kitchen.wait("trouble", 1.0, code=None)

    before_unplugging = kitchen.count()
    second.unplug()
    kitchen.wait("gone", 5.0, instance=seen["instance"])
    kitchen.wait("trouble", 5.0, code="no-network", since=before_unplugging)


@pytest.mark.parametrize("dad", [False, True], ids=["at once", "after duplicate address detection"])
def test_link_local_ipv6_alone_is_enough_and_keeps_its_scope(dad: bool) -> None:
    with Lan(hosts=2, ipv4=False, dad=dad) as lan:
        ada, kitchen = Node(lan.hosts[0], "Ada"), Node(lan.hosts[1], "Kitchen")
        try:
            kitchen.wait_peers(lambda peers: any(peer["name"] == "Ada" for peer in peers.values()), 8.0)
            (seen,) = kitchen.peers().values()
            assert seen["addresses"] == [lan.hosts[0].link_local]
            dial = "import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), 5).close()"
            lan.hosts[1].run([sys.executable, "-c", dial, seen["addresses"][0], str(ada.port)], check=True)
        finally:
            lan.close()
            ada.join()
            kitchen.join()


def test_case_005_a_spoofed_goodbye_does_not_remove_one_that_answers(lan: Lan, start: Start) -> None:
    ada, kitchen = start(lan.hosts[0], "Ada"), start(lan.hosts[1], "Kitchen")
    kitchen.wait("change", 2.0, instance=ada.instance)
    _speak(lan.hosts[2], _goodbye(ada, lan.hosts[0]))
    with pytest.raises(AssertionError, match="no gone"):
        kitchen.wait("gone", 3.0, instance=ada.instance)

    ada.tell("deaf")  # and the other way round: the same goodbye counts once the port is closed
    _speak(lan.hosts[2], _goodbye(ada, lan.hosts[0]))
    kitchen.wait("gone", 2.0, instance=ada.instance)


def test_case_004_a_stranger_who_claims_a_peers_address_and_port_does_not_push_it_out(lan: Lan, start: Start) -> None:
    ada, kitchen = start(lan.hosts[0], "Ada"), start(lan.hosts[1], "Kitchen")
    kitchen.wait("change", 2.0, instance=ada.instance)
    claim = {"v": b"1", "id": b"00112233445566aa", "n": b"Ada"}
    _speak(lan.hosts[2], packets.service("00112233445566aa", lan.hosts[0].address, ada.port, claim))
    kitchen.wait("change", 2.0, instance="00112233445566aa")
    with pytest.raises(AssertionError, match="no gone"):
        kitchen.wait("gone", 3.0, instance=ada.instance)


def test_visibility_and_name_follow_at_once(lan: Lan, start: Start) -> None:
    ada, kitchen = start(lan.hosts[0], "Ada"), start(lan.hosts[1], "Kitchen")
    kitchen.wait("change", 2.0, instance=ada.instance)

    ada.tell("rename Ada's laptop")
    kitchen.wait("change", 2.0, instance=ada.instance, name="Ada's laptop")

    before = kitchen.count()
    ada.tell("rename Ada")  # as she was called a moment ago
    kitchen.wait("change", 2.0, since=before, instance=ada.instance, name="Ada")

    ada.tell("visibility remembered")
    nameless = ada.wait("instance")["instance"]
    assert nameless != ada.instance
    kitchen.wait("change", 3.0, instance=nameless, name="", platform="")
    kitchen.wait_peers(lambda peers: set(peers) == {nameless}, 4.0)

    ada.tell("visibility nobody")  # its port still answers: the list must not go by that alone
    kitchen.wait("gone", 4.0, instance=nameless)


def test_who_changes_identity_while_it_announces_the_last_one_does_not_list_itself(lan: Lan, start: Start) -> None:
    """It hears what it says itself; a link-local address without the hardware address in it is announced, too."""
    host = lan.hosts[0]
    host.ip("addr", "add", "fe80::1234:5678/64", "dev", host.interface)
    ada, kitchen = start(host, "Ada"), start(lan.hosts[1], "Kitchen")
    for visibility in ("remembered", "everyone") * 3:
        before = ada.count()
        ada.tell(f"visibility {visibility}")
        last = ada.wait("instance", since=before)["instance"]
        time.sleep(0.2)  # less than it takes to announce it
    kitchen.wait("change", 5.0, instance=last)
    assert set(ada.peers()) == {kitchen.instance}
