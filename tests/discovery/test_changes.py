"""Networks that change under a running Tallystick, that are crowded, or bad, or shared with avahi."""

import contextlib
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.discovery.nodes import Node
from tests.support.namespaces import Host, Lan

pytestmark = pytest.mark.network

Start = Callable[..., Node]
FOLLOWED = 5.0  # seconds for a change of network
CROWD = 20

ASK_AVAHI = """
import socket, sys
asked = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
asked.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(sys.argv[1]))
asked.settimeout(1.0)
question = bytes.fromhex("000100000001000000000000") + b"\\x07printer\\x05local\\x00" + bytes.fromhex("00010001")
for _ in range(10):
    asked.sendto(question, ("224.0.0.251", 5353))
    try:
        while socket.inet_aton(sys.argv[2]) not in asked.recv(9000):
            pass
    except TimeoutError:
        continue
    break
else:
    sys.exit(1)
"""


def _sees(node: Node, name: str, *addresses: str, seconds: float) -> None:
    """Exactly one of that name, with these addresses among its own."""

    def right(peers: dict[str, dict[str, object]]) -> bool:
        found = [peer["addresses"] for peer in peers.values() if peer["name"] == name]
        return len(found) == 1 and isinstance(found[0], list) and set(addresses) <= set(found[0])

    node.wait_peers(right, seconds)


def _alone(node: Node, seconds: float) -> None:
    node.wait_peers(lambda peers: not peers, seconds)


def test_an_address_that_is_replaced_is_followed(lan: Lan, start: Start) -> None:
    """As a router does it that hands out others; the old identity does not stay in the list."""
    first, second, _ = lan.hosts
    ada, kitchen = start(first, "Ada"), start(second, "Kitchen")
    _sees(kitchen, "Ada", first.address, seconds=5.0)
    first.ip("addr", "flush", "dev", first.interface, "scope", "global")
    first.ip("addr", "add", "198.18.0.99/24", "dev", first.interface)
    _sees(kitchen, "Ada", "198.18.0.99", seconds=FOLLOWED)
    _sees(ada, "Kitchen", second.address, seconds=FOLLOWED)


def test_a_network_that_comes_and_goes_beside_another_is_followed(lan: Lan, start: Start) -> None:
    """A VPN, a second cable: who is seen through it comes with it and goes with it, without a restart."""
    first, second, third = lan.hosts
    second.unplug()
    ada, kitchen, attic = (start(host, name) for host, name in zip(lan.hosts, ("Ada", "Kitchen", "Attic"), strict=True))
    _sees(ada, "Attic", third.address, seconds=5.0)
    first.ip("link", "add", "vpn0", "type", "veth", "peer", "name", "vpn0", "netns", second.namespace)
    for host, address in ((first, "10.8.0.1/24"), (second, "10.8.0.2/24")):
        host.ip("addr", "add", address, "dev", "vpn0")
        host.ip("link", "set", "vpn0", "up")
    _sees(ada, "Kitchen", "10.8.0.2", seconds=FOLLOWED)
    _sees(kitchen, "Ada", "10.8.0.1", seconds=FOLLOWED)
    _sees(ada, "Attic", third.address, seconds=FOLLOWED)
    assert not [peer for peer in attic.peers().values() if peer["name"] == "Kitchen"]

    first.ip("link", "delete", "vpn0")
    ada.wait_peers(lambda peers: {peer["name"] for peer in peers.values()} == {"Attic"}, FOLLOWED)
    _alone(kitchen, FOLLOWED)
    _sees(attic, "Ada", first.address, seconds=FOLLOWED)


def test_containers_that_come_and_go_change_nothing_for_others(lan: Lan, start: Start) -> None:
    first, second, third = lan.hosts
    first.ip("link", "add", "docker0", "type", "bridge", "forward_delay", "0")
    first.ip("addr", "add", "172.17.0.1/16", "dev", "docker0")
    first.ip("link", "set", "docker0", "up")
    _run_container(first, third, "veth0")  # with the first of them the bridge has a carrier
    ada, kitchen = start(first, "Ada"), start(second, "Kitchen")
    _sees(kitchen, "Ada", first.address, seconds=5.0)
    before = kitchen.count()
    for name in ("veth1", "veth2"):
        _run_container(first, third, name)
        time.sleep(2.0)  # it looks every second
    first.ip("link", "delete", "veth1")
    with pytest.raises(AssertionError, match="no gone"):
        kitchen.wait("gone", 4.0, since=before)
    _sees(kitchen, "Ada", first.address, seconds=0.0)
    assert set(kitchen.peers()) == {ada.instance}


def test_a_computer_with_many_networks_of_containers_is_seen_at_its_own_address(lan: Lan, start: Start) -> None:
    """Their addresses come before those that routers at home give."""
    first, second, third = lan.hosts
    for number in range(17, 27):
        name = f"br-{number}"
        first.ip("link", "add", name, "type", "veth", "peer", "name", name, "netns", third.namespace)
        first.ip("addr", "add", f"172.{number}.0.1/16", "dev", name)
        for host in (first, third):
            host.ip("link", "set", name, "up")
    start(first, "Ada")
    _sees(start(second, "Kitchen"), "Ada", first.address, seconds=5.0)


def _run_container(host: Host, inside: Host, name: str) -> None:
    host.ip("link", "add", name, "type", "veth", "peer", "name", name, "netns", inside.namespace)
    host.ip("link", "set", name, "master", "docker0", "up")
    inside.ip("link", "set", name, "up")


def test_a_cable_that_is_pulled_is_noticed_at_both_ends(lan: Lan, start: Start) -> None:
    first, second, third = lan.hosts
    ada, kitchen, attic = (start(host, name) for host, name in zip(lan.hosts, ("Ada", "Kitchen", "Attic"), strict=True))
    for node, name, host in ((kitchen, "Ada", first), (ada, "Kitchen", second), (attic, "Ada", first)):
        _sees(node, name, host.address, seconds=5.0)
    lan.pull(first)
    _alone(ada, FOLLOWED)
    for node, name, host in ((kitchen, "Attic", third), (attic, "Kitchen", second)):
        node.wait_peers(lambda peers, name=name: {peer["name"] for peer in peers.values()} == {name}, 20.0)  # type: ignore[misc]
        _sees(node, name, host.address, seconds=1.0)


def test_who_was_out_of_reach_for_so_long_that_it_was_forgotten_is_found_again(lan: Lan, start: Start) -> None:
    """A switch or a radio link between two that is gone and comes back: neither of them sees its own cable pulled."""
    first, second, _ = lan.hosts
    ada, kitchen = start(first, "Ada", quick=True), start(second, "Kitchen", quick=True)
    _sees(ada, "Kitchen", second.address, seconds=5.0)
    _sees(kitchen, "Ada", first.address, seconds=5.0)
    lan.hold_back("drop")
    for node in (ada, kitchen):
        _alone(node, 5.0)
    time.sleep(5.0)
    lan.let_pass()
    _sees(ada, "Kitchen", second.address, seconds=10.0)
    _sees(kitchen, "Ada", first.address, seconds=10.0)


@pytest.mark.timeout(180)
def test_a_room_full_of_them_sees_everybody_and_misses_who_left() -> None:
    with Lan(hosts=CROWD) as lan:
        nodes: list[Node] = []
        try:
            nodes += (Node(host, f"Desk {number}") for number, host in enumerate(lan.hosts))
            for node in nodes:
                node.wait_peers(lambda peers: len(peers) == CROWD - 1, 40.0)
            assert nodes[0].quit() < 5.0
            nodes[1].kill()
            for node in nodes[2:]:
                node.wait_peers(lambda peers: len(peers) == CROWD - 3, 40.0)
                names = {peer["name"] for peer in node.peers().values()}
                assert not names & {"Desk 0", "Desk 1"}
        finally:
            lan.close()
            for node in nodes:
                node.join()


def test_a_network_that_loses_a_fifth_of_everything_only_takes_longer(lan: Lan, start: Start) -> None:
    lan.hold_back("numgen random mod 5 == 0 drop")
    first, second, _ = lan.hosts
    ada, kitchen = start(first, "Ada"), start(second, "Kitchen")
    _sees(kitchen, "Ada", first.address, seconds=20.0)
    _sees(ada, "Kitchen", second.address, seconds=20.0)


@pytest.fixture
def avahi(lan: Lan, tmp_path: Path) -> Host:
    """A host on which avahi answers for printer.local."""
    program = shutil.which("avahi-daemon") or shutil.which("avahi-daemon", path="/usr/sbin")
    if program is None:
        pytest.skip("needs avahi-daemon")
    if Path("/run/avahi-daemon/pid").exists():
        pytest.skip("an avahi-daemon runs already, and there is room for one")
    host = lan.hosts[0]
    settings = tmp_path / "avahi.conf"
    settings.write_text("[server]\nhost-name=printer\nenable-dbus=no\n")
    host.popen(
        [program, "--no-drop-root", "--no-chroot", "--no-rlimits", "-f", str(settings)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return host


def test_it_and_avahi_on_one_computer_are_both_found(lan: Lan, start: Start, avahi: Host) -> None:
    try:
        second, third = lan.hosts[1:]
        ada, kitchen = start(avahi, "Ada"), start(second, "Kitchen")
        _sees(kitchen, "Ada", avahi.address, seconds=5.0)
        _sees(ada, "Kitchen", second.address, seconds=5.0)
        third.run([sys.executable, "-c", ASK_AVAHI, third.address, avahi.address], check=True)
        ada.quit()
        _alone(kitchen, 5.0)
        third.run([sys.executable, "-c", ASK_AVAHI, third.address, avahi.address], check=True)
    finally:
        avahi.stop()
        with contextlib.suppress(FileNotFoundError):
            Path("/run/avahi-daemon/pid").unlink()
