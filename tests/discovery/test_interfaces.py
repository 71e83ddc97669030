"""Which interfaces count, seen from inside namespaces, and what lies on their links."""

import json
import sys
import time
from ipaddress import IPv4Interface, IPv6Interface, ip_address
from pathlib import Path
from typing import Any

import pytest

from desktop_app.discovery import interfaces
from desktop_app.discovery.interfaces import Interface, Kind, kind_of, on_link, usable
from tests.discovery.nodes import ROOT
from tests.support.namespaces import Host, Lan

ETHERNET = Interface("eth0", 2, (IPv4Interface("192.0.2.2/24"), IPv6Interface("fe80::1%eth0/64")))
WIRELESS = Interface("wlan0", 3, (IPv4Interface("198.51.100.9/28"), IPv6Interface("2001:db8::9/64")))

LIST = """
import json
from desktop_app.discovery.interfaces import usable
print(json.dumps([[each.name, each.index, [str(own) for own in each.addresses]] for each in usable()]))
"""


def _usable(host: Host) -> list[Any]:
    done = host.run([sys.executable, "-c", LIST], cwd=ROOT, capture_output=True, text=True, check=True)
    found: list[Any] = json.loads(done.stdout)
    return found


@pytest.mark.network
def test_an_interface_that_is_up_counts_with_both_families_and_without_loopback() -> None:
    with Lan(hosts=1) as lan:
        (host,) = lan.hosts
        ((name, index, addresses),) = _usable(host)
        assert name == host.interface
        assert index > 1
        assert addresses == [f"{host.address}/24", f"{host.link_local}/64"]


@pytest.mark.network
def test_what_is_down_or_unplugged_or_cannot_multicast_does_not_count() -> None:
    with Lan(hosts=1) as lan:
        (host,) = lan.hosts
        for number, name in enumerate(("asleep", "unplugged", "mute")):
            host.ip("link", "add", name, "type", "veth", "peer", "name", f"{name}-end")
            host.ip("addr", "add", f"203.0.113.{number}/32", "dev", name)
        host.ip("link", "set", "unplugged", "up")
        host.ip("link", "set", "mute-end", "up")
        host.ip("link", "set", "mute", "up", "multicast", "off")
        host.ip("link", "set", "mute-end", "multicast", "off")
        assert [name for name, *_ in _usable(host)] == [host.interface]


@pytest.mark.network
def test_an_address_with_a_label_belongs_to_its_interface() -> None:
    with Lan(hosts=1) as lan:
        (host,) = lan.hosts
        host.ip("addr", "add", "198.18.0.7/24", "dev", host.interface, "label", f"{host.interface}:1")
        ((name, _, addresses),) = _usable(host)
        assert name == host.interface
        assert {f"{host.address}/24", "198.18.0.7/24"} <= set(addresses)
        host.ip("addr", "del", f"{host.address}/24", "dev", host.interface)
        assert [name for name, *_ in _usable(host)] == [host.interface]


@pytest.mark.network
def test_the_ports_of_a_bridge_do_not_count_beside_it() -> None:
    """Each container has one; what is sent from its address alone arrives nowhere."""
    with Lan(hosts=1) as lan:
        (host,) = lan.hosts
        host.ip("link", "add", "docker0", "type", "bridge", "forward_delay", "0")
        host.ip("addr", "add", "172.17.0.1/16", "dev", "docker0")
        host.ip("link", "add", "vethbeef", "type", "veth", "peer", "name", "inside")
        for port in ("vethbeef", host.interface):
            host.ip("link", "set", port, "master", "docker0", "up")
        host.ip("link", "set", "docker0", "up")
        until = time.monotonic() + 5.0
        while (found := [name for name, *_ in _usable(host)]) != ["docker0"]:
            assert time.monotonic() < until, found  # the kernel says a moment later that a bridge has a carrier


@pytest.mark.network
def test_loopback_counts_only_where_there_is_nothing_else() -> None:
    with Lan(hosts=1) as lan:
        (host,) = lan.hosts
        host.unplug()
        ((name, _, addresses),) = _usable(host)
        assert name == "lo"
        assert "127.0.0.1/8" in addresses
        host.ip("link", "set", "lo", "down")
        assert _usable(host) == []


def test_on_this_computer_loopback_never_stands_beside_a_network() -> None:
    found = usable()
    assert len({interface.is_loopback for interface in found}) <= 1


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("192.0.2.200", True),
        ("192.0.3.1", False),
        ("198.51.100.14", True),
        ("198.51.100.16", False),
        ("2001:db8::1234", True),
        ("2001:db8:0:1::1", False),
        ("fe80::5", True),
        ("fe80::5%eth0", True),
        ("fe80::5%wlan0", False),
        ("8.8.8.8", False),
    ],
)
def test_on_link_means_without_a_router(address: str, expected: bool) -> None:
    assert on_link(ip_address(address), (ETHERNET, WIRELESS)) is expected


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("eth0", Kind.PLAIN),
        ("wlp3s0", Kind.PLAIN),
        ("Wi-Fi", Kind.PLAIN),
        ("en0", Kind.PLAIN),
        ("utun4", Kind.TUNNEL),
        ("wg-home", Kind.TUNNEL),
        ("ppp0", Kind.TUNNEL),
        ("tailscale0", Kind.TUNNEL),
        ("docker0", Kind.CONTAINER),
        ("br-1234abcd", Kind.CONTAINER),
        ("vEthernet (WSL)", Kind.CONTAINER),
    ],
)
def test_interfaces_are_known_by_their_kind(name: str, kind: Kind) -> None:
    assert kind_of(name) is kind


def test_a_bridge_is_a_network_where_it_stands_on_hardware(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where virtual machines share the cable of their host: its address is at the bridge."""
    monkeypatch.setattr(interfaces, "_SYSTEM", tmp_path)
    lowers = {"br0": ["bond0", "vnet0"], "bond0": ["eno1"], "br-lan": ["eth1"], "virbr0": ["vnet1"], "docker0": []}
    for name in (*lowers, "eno1", "eth1", "vnet0", "vnet1"):
        (tmp_path / name).mkdir()
    for name, below in lowers.items():
        for lower in below:
            (tmp_path / name / f"lower_{lower}").symlink_to(f"../{lower}")
    for name in ("br0", "br-lan", "virbr0", "docker0"):
        (tmp_path / name / "bridge").mkdir()
    for name in ("eno1", "eth1"):
        (tmp_path / name / "device").mkdir()
    kinds = {name: kind_of(name) for name in ("br0", "br-lan", "virbr0", "docker0")}
    assert kinds == {"br0": Kind.PLAIN, "br-lan": Kind.PLAIN, "virbr0": Kind.CONTAINER, "docker0": Kind.CONTAINER}
