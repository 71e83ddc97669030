"""The checks on computers with something wrong: real sockets, a real firewall, programs that stand in for others."""

import json
import shlex
import socket
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app.discovery import checks, firewalls
from desktop_app.discovery.checks import Finding, Scene
from desktop_app.discovery.interfaces import usable
from desktop_app.discovery.peers import Peer
from desktop_app.protocol import limits
from tests.discovery.nodes import ROOT, Node
from tests.support.namespaces import Host, Lan

PORT = 47471

RUN = """
import json, sys, dataclasses
from desktop_app.discovery import checks
checks._LOOK = 1.0
print(json.dumps([dataclasses.asdict(each) for each in checks.run(int(sys.argv[1]))]))
"""


def _findings(host: Host, port: int = PORT) -> dict[str, list[dict[str, Any]]]:
    done = host.run([sys.executable, "-c", RUN, str(port)], cwd=ROOT, capture_output=True, text=True, check=True)
    found: dict[str, list[dict[str, Any]]] = {}
    for finding in json.loads(done.stdout):
        found.setdefault(finding["code"], []).append(finding)
        assert finding["good"] or finding["cure"], finding
    return found


@pytest.mark.network
def test_all_is_well_on_a_plain_network_with_a_device_on_it(lan: Lan, start: Callable[..., Node]) -> None:
    here, there, _ = lan.hosts
    start(there, "Kitchen")
    found = _findings(here)
    assert set(found) == {"network", "port", "multicast", "devices"}
    assert all(finding["good"] for findings in found.values() for finding in findings)
    assert here.address in found["network"][0]["sentence"]
    assert [each["sentence"].split()[-1] for each in found["multicast"]] == ["(IPv4).", "(IPv6)."]
    assert found["devices"][0]["sentence"].startswith("1 device ")


@pytest.mark.network
def test_a_firewall_that_drops_is_named_and_its_command_cures_it(lan: Lan, start: Callable[..., Node]) -> None:
    here, there, _ = lan.hosts
    start(there, "Kitchen")
    chain = "{ type filter hook input priority 0; policy drop; }"
    for command in ("add table inet walls", f"add chain inet walls input {chain}"):
        here.run(["nft", command], check=True)
    found = _findings(here)
    assert not any(finding["good"] for finding in found["multicast"])
    (firewall,) = found["firewall-nftables"]
    assert not firewall["good"]
    for command in firewall["cure"].split(" && "):
        sudo, *rest = shlex.split(command)
        assert sudo == "sudo"
        here.run(rest, check=True)
    cured = _findings(here)
    assert all(finding["good"] for code in ("multicast", "firewall-nftables") for finding in cured[code])
    looks = 3  # an answer that was multicast a moment ago is not repeated at once (RFC 6762 §6), and a look takes 3 s
    while not cured["devices"][0]["good"] and (looks := looks - 1):
        cured = _findings(here)
    assert cured["devices"][0]["good"]


@pytest.mark.network
def test_a_computer_without_a_network_is_told_so() -> None:
    with Lan(hosts=1) as lan:
        lan.hosts[0].unplug()
        found = _findings(lan.hosts[0])
        assert not found["network"][0]["good"]
        assert not found["devices"][0]["good"]


def _look(check: Callable[[Scene], Any], port: int = PORT, *peers: Peer) -> list[Finding]:
    return list(check(Scene(port, usable(), lambda: peers)))


def test_a_port_in_use_is_told_apart_from_a_tallystick() -> None:
    with socket.create_server(("", 0)) as taken:
        port = taken.getsockname()[1]

        def answer(with_what: bytes) -> None:
            connection, _ = taken.accept()
            with connection:
                assert connection.recv(limits.FRAME_HEADER + 1) == b"\0\0\0\1" + bytes((limits.VERSIONS_ANSWERED[-1],))
                connection.sendall(with_what)

        for reply, good in ((b"HTTP/1.1 400", False), (b"", False), (b"\0\0\0\2\0\1", True)):
            answering = threading.Thread(target=answer, args=(reply,))
            answering.start()
            (finding,) = _look(checks._port, port)
            answering.join()
            assert finding.good is good
            assert str(port) in finding.sentence
            assert finding.good or finding.cure
    (finding,) = _look(checks._port, port)
    assert finding.good


def test_our_own_window_is_not_another_device() -> None:
    (own, *_) = (str(each.ip) for interface in usable() for each in interface.addresses)
    ours = Peer("a" * 16, "", "", (own,), PORT)
    assert not _look(checks._devices, PORT, ours)[0].good
    assert _look(checks._devices, PORT + 1, ours)[0].good


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Puts a shell script on an otherwise empty PATH."""
    monkeypatch.setenv("PATH", str(tmp_path))

    def install(name: str, script: str) -> None:
        path = tmp_path / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    return install


def test_without_firewall_programs_there_is_nothing_to_say(program: Callable[[str, str], None]) -> None:
    assert list(firewalls.look(PORT)) == []


@pytest.mark.parametrize(
    ("conf", "rules", "expected"),
    [
        ("ENABLED=no", "", []),
        ("ENABLED=yes", "", [False]),
        ("ENABLED=yes", f"-A ufw-user-input -p tcp --dport {PORT} -j ACCEPT", [True]),
    ],
)
def test_ufw(
    conf: str,
    rules: str,
    expected: list[bool],
    program: Callable[[str, str], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    program("ufw", "exit 99")
    (tmp_path / "ufw.conf").write_text(f"# /etc/ufw/ufw.conf\n{conf}\n")
    (tmp_path / "user.rules").write_text(rules)
    monkeypatch.setattr(firewalls, "_UFW", tmp_path)
    found = list(firewalls.look(PORT))
    assert [finding.good for finding in found] == expected
    assert all(finding.good or finding.cure == f"sudo ufw allow {PORT}/tcp" for finding in found)


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("exit 252", []),  # not running
        ('case "$1" in --state) exit 0;; *) exit 1;; esac', [False]),
        ('case "$1" in --state|--query-service=mdns) exit 0;; *) exit 1;; esac', [False]),
        ("exit 0", [True]),
    ],
)
def test_firewalld(script: str, expected: list[bool], program: Callable[[str, str], None]) -> None:
    program("firewall-cmd", script)
    found = list(firewalls.look(PORT))
    assert [finding.good for finding in found] == expected
    assert all(finding.good or f"--add-port={PORT}/tcp" in finding.cure for finding in found)


@pytest.mark.parametrize("output", ["", "no json", "[]", '{"nftables": [1, {"chain": {"hook": "input"}}]}'])
def test_nftables_that_may_not_be_read_or_drop_nothing_are_no_finding(
    output: str, program: Callable[[str, str], None]
) -> None:
    program("nft", f"printf %s {shlex.quote(output)}")
    assert list(firewalls.look(PORT)) == []
