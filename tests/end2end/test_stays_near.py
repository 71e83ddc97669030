"""No packet leaves for anywhere but the local network: a way out and a name service are there, and watched."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Final

import pytest

from tests.end2end.programs import Tallystick, compared
from tests.end2end.screen import Screen, Window
from tests.support.namespaces import Host, Lan

pytestmark = pytest.mark.network

NAMES: Final = "meta l4proto { tcp, udp } th dport 53 counter"
NEAR: Final = "ip daddr { 127.0.0.0/8, 198.18.0.0/24, 224.0.0.0/4 } accept"
NEAR_TOO: Final = "ip6 daddr { ::1, fe80::/10, ff02::/16 } accept"
BEYOND: Final = "counter"

TRIES: Final = """
import contextlib, socket
with contextlib.suppress(OSError):
    socket.getaddrinfo("updates.example.org", 443)
with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
    one.sendto(b"hello", ("203.0.113.9", 443))
"""


@pytest.fixture
def hosts() -> Iterator[tuple[Host, Host]]:
    """Two with a route to everywhere, over a third that would also look up names."""
    with Lan(hosts=3) as lan, ExitStack() as kept:
        *two, gateway = lan.hosts
        for host in two:
            host.ip("route", "add", "default", "via", gateway.address)
            host.filter("hook output", NAMES, NEAR, NEAR_TOO, BEYOND)
            names = Path("/etc/netns", host.namespace, "resolv.conf")
            names.parent.mkdir(parents=True)
            kept.callback(names.parent.rmdir)
            names.write_text(f"nameserver {gateway.address}\noptions timeout:1 attempts:1\n")
            kept.callback(names.unlink)
        yield two[0], two[1]


def left_for(host: Host) -> tuple[int, int]:
    """Packets to a name service, and to anywhere beyond the local network."""
    command = ["nft", "-j", "list", "chain", "inet", "walls", "output"]
    listed = json.loads(host.run(command, capture_output=True, check=True).stdout)
    rules = [entry["rule"]["expr"] for entry in listed["nftables"] if "rule" in entry]
    counters = [part["counter"]["packets"] for rule in rules for part in rule if "counter" in part]
    assert len(counters) == 2
    return counters[0], counters[1]


def test_the_watch_sees_what_leaves(hosts: tuple[Host, Host]) -> None:
    here, there = hosts
    here.run(["python3", "-c", TRIES], check=True)
    names, beyond = left_for(here)
    assert names > 0
    assert beyond > 0
    assert left_for(there) == (0, 0)


def test_case_095_programs_stay_on_the_local_network(
    hosts: tuple[Host, Host], tallystick: Tallystick, tmp_path: Path
) -> None:
    here, there = hosts
    (tmp_path / "note.txt").write_text("Bring the tent.")
    kitchen = tallystick("kitchen", "receive", "--into", tmp_path / "in", "--accept", "all", host=there)
    kitchen.until("listening")
    ada = tallystick("ada", "send", tmp_path / "note.txt", "--to", f"{there.address}:47471", host=here)
    compared(ada, kitchen)
    assert ada.ends() == 0
    (name,) = (event["peer"] for event in ada.events if event["event"] == "delivered")
    text = ("send", "--text", "Where are you?", "--to", f"{there.address}:47471", "--expect", name)
    for command in (text, ("devices",), ("doctor",), ("history",)):
        assert tallystick("ada", *command, host=here).ends() == 0, command
    assert (left_for(here), left_for(there)) == ((0, 0), (0, 0))


@pytest.mark.screen
def test_case_095_windows_stay_on_the_local_network(hosts: tuple[Host, Host], tmp_path: Path) -> None:
    with Screen() as screen, ExitStack() as kept:
        ada = Window(screen, tmp_path / "ada", "Ada's laptop", 0, hosts[0])
        kept.callback(ada.kill)
        kitchen = Window(screen, tmp_path / "kitchen", "Kitchen PC", 1000, hosts[1])
        kept.callback(kitchen.kill)
        ada.card("Kitchen PC")
        kitchen.card("Ada's laptop")
        ada.close()
        kitchen.close()
    assert [left_for(host) for host in hosts] == [(0, 0), (0, 0)]
