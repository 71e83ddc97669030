"""Faults built for real, each of which the doctor has to name: firewalls, routes, cables and switches of a Lan."""

import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.cli.exit_codes import SIGNALLED
from tests.discovery.doctors import PORT, Found, findings, say, wrong
from tests.discovery.nodes import ROOT, Node
from tests.support.namespaces import Host, Lan

pytestmark = pytest.mark.network
Start = Callable[..., Node]

LISTENING = """
import sys, threading
from desktop_app.transport.listener import Listener
from desktop_app.transport.slots import Slots
from desktop_app.transport.agreement import agree
from desktop_app.protocol.handshake import LiveKeys
import time
def answer(channel, origin):
    slots.release_incoming(origin)
    try:
        agree(channel, LiveKeys(), initiator=False, until=time.monotonic() + 10)
    except Exception:
        pass
    finally:
        channel.close()
slots = Slots()
listener = Listener(int(sys.argv[1]), slots, lambda *call: threading.Thread(target=answer, args=call).start())
print("ready", flush=True)
sys.stdin.read()
listener.close()
"""


@pytest.fixture
def pair() -> Iterator[Lan]:
    """Two computers that have no IPv6, so that a fault of IPv4 is not mended by it."""
    with Lan(hosts=2) as lan:
        for host in lan.hosts:
            host.run(["sh", "-c", "echo 1 > /proc/sys/net/ipv6/conf/all/disable_ipv6"], check=True)
        yield lan


def _listen(host: Host, port: int = PORT) -> None:
    """The port of a Tallystick, and nothing else of it."""
    command = [sys.executable, "-c", LISTENING, str(port)]
    process = host.popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"


def _cure(host: Host, found: Found, code: str) -> None:
    """Type what the doctor says, word for word."""
    for finding in (each for each in found[code] if not each["good"]):
        sudo, *words = shlex.split(finding["command"])
        assert sudo == "sudo"
        host.run(words, check=True)


def _check(node: Node) -> Found:
    """Of a running one, with what it knows."""
    since = node.count()
    node.tell("check")
    found: Found = {}
    for finding in node.wait("checked", 40.0, since=since)["findings"]:
        found.setdefault(finding["code"], []).append(finding)
    return found


def _listed(node: Node) -> None:
    node.wait_peers(lambda peers: len(peers) == 1, 10.0)


def test_all_is_well_on_a_plain_network_with_a_device_on_it(lan: Lan, start: Start) -> None:
    here, there, _ = lan.hosts
    start(there, "Kitchen")
    found = findings(here)
    assert set(found) == {"network", "port", "multicast", "devices"}
    assert not wrong(found)
    assert here.address in found["network"][0]["sentence"]
    assert [each["sentence"].split(",")[0] for each in found["multicast"]] == [
        f"Multicast works on {here.interface} (IPv{version})" for version in (4, 6)
    ]
    assert found["devices"][0]["sentence"].endswith(": 1.")


def test_case_086_a_firewall_that_drops_by_default_is_named_and_its_command_cures_it(lan: Lan) -> None:
    here, _, _ = lan.hosts
    here.filter("hook input policy drop", "ct state established,related accept", 'iifname "lo" accept')
    found = findings(here)
    assert wrong(found) == {"multicast", "firewall-rules", "devices"}
    assert f"keeps other computers from port {PORT}" in say(found, "firewall-rules")
    assert "keeps out the multicast" in say(found, "firewall-rules")
    _cure(here, found, "firewall-rules")
    assert wrong(findings(here)) == {"devices"}


def test_a_rule_that_drops_the_port_alone_is_named_and_cured(lan: Lan) -> None:
    here, _, _ = lan.hosts
    here.filter("hook input", f"tcp dport {{ 80, {PORT - 1}-{PORT + 1} }} drop")
    found = findings(here)
    assert wrong(found) == {"firewall-rules", "devices"}
    assert "multicast" not in say(found, "firewall-rules")
    _cure(here, found, "firewall-rules")
    assert wrong(findings(here)) == {"devices"}


def test_the_other_side_of_a_dropped_port_sees_a_device_that_does_not_answer(lan: Lan, start: Start) -> None:
    here, there, _ = lan.hosts
    there.filter("hook input", f"tcp dport {PORT} drop")
    start(there, "Kitchen", port=PORT)
    found = findings(here)
    assert wrong(found) == {"silent"}
    assert "“Kitchen”" in say(found, "silent")
    assert "a firewall there" in say(found, "silent")


def test_the_other_side_of_a_rejected_port_sees_a_device_that_refuses(lan: Lan, start: Start) -> None:
    here, there, _ = lan.hosts
    there.filter("hook input", f"tcp dport {PORT} reject with tcp reset")
    start(there, "Kitchen", port=PORT)
    assert "“Kitchen”" in say(findings(here), "refused")


def test_case_086_multicast_that_may_not_come_in_is_named_and_cured(lan: Lan) -> None:
    here, _, _ = lan.hosts
    here.filter("hook input", "udp dport 5353 drop")
    found = findings(here)
    assert wrong(found) == {"multicast", "firewall-rules", "devices"}
    assert "does not arrive, not even here" in say(found, "multicast")
    assert say(found, "firewall-rules").count("keeps out the multicast") == 1
    _cure(here, found, "firewall-rules")
    assert wrong(findings(here)) == {"devices"}


def test_multicast_that_may_not_go_out_is_named_and_cured(lan: Lan) -> None:
    here, _, _ = lan.hosts
    here.filter("hook output", "udp dport 5353 drop")
    found = findings(here)
    assert wrong(found) == {"multicast", "firewall-rules", "devices"}
    assert "may not be sent" in say(found, "multicast")
    assert "does not let out the multicast" in say(found, "firewall-rules")
    _cure(here, found, "firewall-rules")
    assert wrong(findings(here)) == {"devices"}


def test_the_doctor_ends_at_once_with_ctrl_c(pair: Lan) -> None:
    """It waits for an address that does not answer."""
    here, there = pair.hosts
    there.filter("hook input", f"tcp dport {PORT} drop")
    doctor = here.popen([sys.executable, "-m", "desktop_app", "--json", "doctor", there.address], cwd=ROOT)
    time.sleep(2.0)
    doctor.send_signal(signal.SIGINT)
    assert doctor.wait(2.0) == SIGNALLED + signal.SIGINT


def test_calls_that_may_not_go_out_are_named(lan: Lan) -> None:
    here, there, _ = lan.hosts
    here.filter("hook output", "tcp dport 1024-65535 drop")
    found = findings(here, there.address)
    assert "does not let this computer connect" in say(found, "firewall-rules")
    assert wrong(found) == {"firewall-rules", "devices", "silent"}


def test_a_device_that_does_not_hear_what_it_is_asked_is_one_way(lan: Lan, start: Start) -> None:
    here, there, _ = lan.hosts
    asking = start(here, "Ada")
    start(there, "Kitchen")
    _listed(asking)
    lan.hold_back('iifname "port0" udp dport 5353 drop')
    found = _check(asking)
    assert wrong(found) == {"one-way"}
    assert "“Kitchen” is seen here" in say(found, "one-way")


def test_multicast_without_a_route_is_named_and_cured() -> None:
    with Lan(hosts=1, ipv4=False) as lan:
        (here,) = lan.hosts
        here.ip("-6", "route", "del", "multicast", "ff00::/8", "dev", here.interface, "table", "local")
        found = findings(here)
        assert "there is no route" in say(found, "multicast")
        _cure(here, found, "multicast")
        assert wrong(findings(here)) == {"devices"}


def test_an_interface_without_multicast_is_named_and_cured(pair: Lan) -> None:
    here, _ = pair.hosts
    here.ip("link", "set", here.interface, "multicast", "off")
    found = findings(here)
    assert here.interface in say(found, "multicast")
    _cure(here, found, "multicast")
    assert wrong(findings(here)) == {"devices"}


@pytest.mark.parametrize("second", ["198.18.0.1/24", "198.18.0.77/16"])
def test_two_interfaces_in_one_network_are_named_and_cured(pair: Lan, second: str) -> None:
    here, _ = pair.hosts
    _plug_in(here, "lan1", second)
    found = findings(here)
    assert "lan0 and lan1" in say(found, "overlap")
    assert wrong(found) <= {"overlap", "devices"}
    _cure(here, found, "overlap")
    assert wrong(findings(here)) == {"devices"}


def test_a_second_address_of_one_interface_is_no_fault_whatever_its_label(pair: Lan) -> None:
    here, _ = pair.hosts
    here.ip("addr", "add", "198.18.0.7/24", "dev", here.interface, "label", f"{here.interface}:1")
    found = findings(here)
    assert wrong(found) == {"devices"}
    assert f"{here.interface} as {here.address}, 198.18.0.7." in found["network"][0]["sentence"]


def test_a_device_in_another_subnet_is_told(pair: Lan, start: Start) -> None:
    here, there = pair.hosts
    there.ip("addr", "flush", "dev", there.interface)
    there.ip("addr", "add", "192.0.2.7/24", "dev", there.interface)
    node = Node(there, "Kitchen")
    found = findings(here)
    pair.close()
    node.join()
    assert wrong(found) == {"other-subnet"}
    assert "“Kitchen” is seen, but its addresses (192.0.2.7)" in say(found, "other-subnet")


def test_guests_who_are_kept_apart_are_told(pair: Lan) -> None:
    """As a guest Wi-Fi does it: what is meant for everybody passes, what is meant for one does not."""
    here, there = pair.hosts
    pair.hold_back("arp operation reply drop")
    node = Node(there, "Kitchen")
    found = findings(here)
    pair.close()
    node.join()
    assert wrong(found) == {"no-way"}
    assert "keeps its guests apart" in say(found, "no-way")


@pytest.mark.parametrize("seen", [False, True])
def test_a_way_on_which_large_packets_are_lost_is_named_and_cured(pair: Lan, seen: bool) -> None:
    here, there = pair.hosts
    pair.hold_back("meta length > 1300 drop")
    _listen(there)
    nodes = [Node(there, "Kitchen", announced=PORT)] if seen else []
    try:
        found = findings(here, *([] if seen else [there.address]))
        assert say(found, "mtu").startswith("“Kitchen”" if seen else f"{there.address}:{PORT}")
        _cure(here, found, "mtu")
        assert "mtu" not in wrong(findings(here, *([] if seen else [there.address])))
    finally:
        pair.close()
        for node in nodes:
            node.join()


def test_what_answers_at_an_address_is_told(pair: Lan) -> None:
    here, there = pair.hosts
    assert "refuses" in say(findings(here, there.address), "refused")
    assert "No packet gets to" in say(findings(here, "198.18.0.99"), "no-way")
    assert "no computer of that name" in say(findings(here, "nowhere.invalid"), "unknown-name")
    _listen(there)
    (good,) = findings(here, there.address)["address"]
    assert good["good"]
    assert good["sentence"] == f"A Tallystick answers at {there.address}:{PORT}."


def test_a_name_that_stands_for_several_addresses_answers_at_the_one_that_does(pair: Lan) -> None:
    """As a call would find it, which tries all of them."""
    here, there = pair.hosts
    names = Path("/etc/netns", here.namespace, "hosts")
    names.parent.mkdir(parents=True)
    try:
        names.write_text(f"198.18.0.99 kitchen.example\n{there.address} kitchen.example\n")
        assert "refuses" in say(findings(here, "kitchen.example"), "refused")
        _listen(there)
        (good,) = findings(here, "kitchen.example")["address"]
    finally:
        names.unlink()
        names.parent.rmdir()
    assert good["good"]


def test_a_port_that_another_program_has_is_told(lan: Lan) -> None:
    here, _, _ = lan.hosts
    code = f"import socket, sys; s = socket.create_server(('', {PORT})); print('ready', flush=True); sys.stdin.read()"
    taken = here.popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert taken.stdout is not None
    assert taken.stdout.readline() == "ready\n"
    found = findings(here)
    assert wrong(found) == {"port", "devices"}
    assert str(PORT) in say(found, "port")


def test_a_running_tallystick_is_no_stranger_on_its_port(lan: Lan) -> None:
    here, _, _ = lan.hosts
    _listen(here)
    found = findings(here)
    assert wrong(found) == {"devices"}
    assert found["port"][0]["sentence"] == f"A Tallystick on this computer listens on port {PORT}."


def test_without_a_network_the_reason_is_told(lan: Lan) -> None:
    for host in lan.hosts[:2]:
        host.ip("addr", "flush", "dev", host.interface)
    switched_off, pulled, alone = lan.hosts
    switched_off.unplug()
    lan.pull(pulled)
    for host, why in ((switched_off, "lan0 is switched off"), (pulled, "lan0 is not connected")):
        found = findings(host)
        assert "not connected to any network" in say(found, "network")
        assert why in say(found, "network")
    _cure(switched_off, findings(switched_off), "network")
    assert "network" not in wrong(findings(switched_off))
    alone.ip("link", "delete", alone.interface)
    assert say(findings(alone), "network") == "This computer is not connected to any network."


def test_an_address_that_nobody_gave_is_told(pair: Lan) -> None:
    here, _ = pair.hosts
    here.ip("addr", "flush", "dev", here.interface)
    here.ip("addr", "add", "169.254.7.7/16", "dev", here.interface)
    assert "169.254.7.7 is made up" in say(findings(here), "address")


def _plug_in(host: Host, name: str, address: str) -> None:
    """One more adapter, with something at its other end."""
    host.ip("link", "add", name, "type", "veth", "peer", "name", "end")
    host.ip("addr", "add", address, "dev", name)
    host.ip("link", "set", "end", "up")
    host.ip("link", "set", name, "up")


def test_a_vpn_that_takes_the_local_network_is_named_and_cured(pair: Lan) -> None:
    here, _ = pair.hosts
    _plug_in(here, "tun0", "10.9.0.2/24")
    found = findings(here)
    assert wrong(found) == {"devices"}
    assert "tun0, 10.9.0.2" in found["vpn"][0]["sentence"]
    here.ip("route", "add", "198.18.0.0/25", "dev", "tun0")
    found = findings(here)
    assert say(found, "route") == ("What is meant for computers in 198.18.0.0/24 leaves through tun0 instead of lan0.")
    _cure(here, found, "route")
    assert wrong(findings(here)) == {"devices"}


def test_a_route_that_forbids_the_local_network_is_named_and_cured(pair: Lan) -> None:
    here, _ = pair.hosts
    here.ip("route", "add", "unreachable", "198.18.0.0/26")
    found = findings(here)
    assert "There is no way to 198.18.0.0/24" in say(found, "route")
    _cure(here, found, "route")
    assert wrong(findings(here)) == {"devices"}


def test_devices_with_containers_are_seen_though_all_have_the_same_address_for_them(pair: Lan) -> None:
    here, there = pair.hosts
    for host in pair.hosts:
        _plug_in(host, "docker0", "172.17.0.1/16")
        _listen(host)
    node = Node(there, "Kitchen", announced=PORT)
    found = findings(here)
    pair.hold_back("meta length > 1300 drop")
    lost = findings(here)
    pair.close()
    node.join()
    assert wrong(found) == set()
    assert found["devices"][0]["sentence"].endswith(": 1.")
    assert wrong(lost) == {"mtu"}


def test_containers_are_no_network(pair: Lan) -> None:
    here, _ = pair.hosts
    _plug_in(here, "docker0", "172.17.0.1/16")
    found = findings(here)
    assert "docker0 (172.17.0.1) leads to containers" in found["containers"][0]["sentence"]
    here.unplug()
    assert "network" in wrong(findings(here))


DIALLING = """
import sys
from desktop_app.errors import PeerUnreachable
from desktop_app.transport.address import Address
from desktop_app.transport.dialer import dial
try:
    dial([Address.parse(each) for each in sys.argv[1:]], lambda: False).close()
except PeerUnreachable as error:
    print(type(error).__name__)
"""


def _why_not(here: Host, *addresses: str) -> str:
    done = here.run([sys.executable, "-c", DIALLING, *addresses], cwd=ROOT, capture_output=True, text=True, check=True)
    return str(done.stdout).strip()


def test_a_call_that_does_not_come_through_says_why(lan: Lan) -> None:
    here, there, _ = lan.hosts
    link_local, bare = f"[{there.link_local}]:{PORT}", f"[{there.link_local.partition('%')[0]}]:{PORT}"
    assert _why_not(here, f"{there.address}:{PORT}") == "PeerRefused"
    assert _why_not(here, "203.0.113.5:9") == "NoWayThere"
    assert _why_not(here, bare) == "ScopeMissing"
    there.filter("hook input", f"tcp dport {PORT} reject with icmpx type admin-prohibited")
    assert _why_not(here, f"{there.address}:{PORT}") == "PeerNotThere"
    assert _why_not(here, link_local) == "PeerNotThere", "it is no firewall of this computer"
    assert _why_not(here, f"{there.address}:{PORT}", link_local) == "PeerNotThere"
