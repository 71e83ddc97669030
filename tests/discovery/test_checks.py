"""The checks with programs, systems and networks that stand in for others."""

import json
import shlex
import socket
import threading
from collections.abc import Callable
from ipaddress import IPv4Interface, IPv6Interface
from pathlib import Path
from typing import Any

import pytest

from desktop_app.discovery.checks import devices, firewalls, macos_firewall, port, windows_firewall
from desktop_app.discovery.checks.ears import Service
from desktop_app.discovery.checks.examine import CHECKS
from desktop_app.discovery.checks.finding import Finding
from desktop_app.discovery.checks.reach import Reach
from desktop_app.discovery.checks.scene import Own, Scene
from desktop_app.discovery.interfaces import Interface, usable
from desktop_app.protocol import limits
from desktop_app.transport.address import Address

PORT = 47471
HERE = Interface("lan0", 2, (IPv4Interface("192.0.2.1/24"),))

Program = Callable[[str, str], None]


def _scene(own: Own, *heard: Service) -> Scene:
    return Scene(own, (), usable(), lambda: heard, lambda _instance: True)


def test_a_port_in_use_is_told_apart_from_a_tallystick() -> None:
    """It is asked at the loopback, and one of ours then at every address that it should be called at."""
    with socket.create_server(("", 0)) as taken:
        number = taken.getsockname()[1]

        def answer(with_what: bytes, times: int) -> None:
            for _ in range(times):
                connection, _ = taken.accept()
                with connection:
                    question = b"\0\0\0\1" + bytes((limits.VERSIONS_ANSWERED[-1],))
                    assert connection.recv(len(question)) == question
                    connection.sendall(with_what)

        fourth = sum(own.version == 4 for interface in usable() for own in interface.addresses)
        for reply, good in ((b"HTTP/1.1 400", False), (b"", False), (b"\0\0\0\2\0\1", True)):
            answering = threading.Thread(target=answer, args=(reply, 1 + fourth if good else 1))
            answering.start()
            found = list(port.port(_scene(Own(number))))
            answering.join()
            assert good is (not any("used by another program" in str(each) for each in found))
            assert all(str(number) in str(each) and (each.good or each.next_step) for each in found)
    (finding,) = port.port(_scene(Own(number)))
    assert finding.good


def test_who_hides_and_who_had_to_take_another_port_is_told() -> None:
    (hidden,) = port.port(_scene(Own(PORT, hidden=True)))
    assert (hidden.code, hidden.good) == ("hidden", False)
    with socket.create_server(("", 0)) as own:
        number = own.getsockname()[1]
        taken, *_ = port.port(_scene(Own(number, running=True, wanted=PORT)))
    assert not taken.good
    assert str(PORT) in str(taken)
    assert f"listens on {number} instead" in str(taken)


def test_our_own_window_is_not_another_device() -> None:
    ours = Service("a" * 16, "Ada", ("192.0.2.1",), PORT)
    for own, instance in ((Own(PORT), "a" * 16), (Own(PORT + 1, instance="a" * 16), "a" * 16)):
        assert devices._is_own(ours, Scene(own, (), (HERE,), lambda: (ours,), lambda _: True)), instance
    assert not devices._is_own(ours, Scene(Own(PORT + 1), (), (HERE,), lambda: (ours,), lambda _: True))


def test_every_check_is_there() -> None:
    assert len(set(CHECKS)) == len(CHECKS)


# --- firewalls --------------------------------------------------------------------------------------------


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """Puts a shell script on an otherwise empty PATH."""
    monkeypatch.setenv("PATH", str(tmp_path))

    def install(name: str, script: str) -> None:
        path = tmp_path / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    return install


def _look(platform: str = "linux") -> list[Finding]:
    return list(firewalls.look(PORT, (HERE,), platform))


@pytest.mark.usefixtures("program")
@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_without_firewall_programs_there_is_nothing_to_say(platform: str) -> None:
    assert _look(platform) == []


@pytest.mark.parametrize(
    ("conf", "rules", "expected"),
    [
        ("ENABLED=no", "", []),
        ("ENABLED=yes", "", [False]),
        ("ENABLED=yes", f"-A ufw-user-input -p tcp --dport {PORT} -j ACCEPT", [True]),
    ],
)
def test_ufw(
    conf: str, rules: str, expected: list[bool], program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program("ufw", "exit 99")
    (tmp_path / "ufw.conf").write_text(f"# /etc/ufw/ufw.conf\n{conf}\n")
    (tmp_path / "user.rules").write_text(rules)
    monkeypatch.setattr(firewalls, "_UFW", tmp_path)
    found = _look()
    assert [finding.good for finding in found] == expected
    assert all(finding.good or finding.command.startswith(f"sudo ufw allow {PORT}/tcp") for finding in found)


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("exit 252", []),  # not running
        ('case "$1" in --state) exit 0;; *) exit 1;; esac', [False]),
        ('case "$1" in --state|--query-service=mdns) exit 0;; *) exit 1;; esac', [False]),
        ("exit 0", [True]),
    ],
)
def test_firewalld(script: str, expected: list[bool], program: Program) -> None:
    program("firewall-cmd", script)
    found = _look()
    assert [finding.good for finding in found] == expected
    assert all(finding.good or f"--add-port={PORT}/tcp" in finding.command for finding in found)


@pytest.mark.parametrize("output", ["", "no json", "[]", '{"nftables": [1, {"chain": {"hook": "input"}}]}'])
def test_nftables_that_may_not_be_read_or_drop_nothing_are_no_finding(output: str, program: Program) -> None:
    program("nft", f"printf %s {shlex.quote(output)}")
    assert [finding for finding in _look() if not finding.good] == []


def test_who_may_not_read_the_rules_is_told_how_to(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    program("nft", "exit 1")
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    (finding,) = _look()
    assert (finding.good, finding.command) == (True, "sudo tallystick doctor")


SAVED = """\
# Generated by iptables-save v1.8.9 (nf_tables) on Wed Nov 25 21:00:00 2026
*filter
:INPUT {policy} [0:0]
:FORWARD ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:lan - [0:0]
{rules}
COMMIT
"""


@pytest.mark.parametrize(
    ("policy", "rules", "stopped"),
    [
        ("ACCEPT", [], []),
        ("DROP", [], ["tcp", "udp"]),
        ("DROP", ["-A INPUT -i lo -j ACCEPT"], ["tcp", "udp"]),
        ("DROP", ["-A INPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT"], ["tcp", "udp"]),
        ("DROP", [f"-A INPUT -p tcp -m tcp --dport {PORT} -j ACCEPT"], ["udp"]),
        ("DROP", ["-A INPUT -p udp -m udp --dport 5353 -j ACCEPT"], ["tcp"]),
        ("DROP", ["-A INPUT -s 192.0.2.0/24 -j ACCEPT"], []),
        ("DROP", ["-A INPUT -s 198.51.100.0/24 -j ACCEPT"], ["tcp", "udp"]),
        ("DROP", ["-A INPUT ! -s 198.51.100.0/24 -j ACCEPT"], []),
        ("DROP", ["-A INPUT -i lan+ -j lan", "-A lan -p tcp -m multiport --dports 80,40000:50000 -j ACCEPT"], ["udp"]),
        ("DROP", ["-A INPUT -m recent --rcheck --name guests --rsource -j ACCEPT"], []),  # may hold: nothing is claimed
        ("ACCEPT", ["-A INPUT -p tcp -m tcp --dport 1024:65535 -j REJECT --reject-with tcp-reset"], ["tcp"]),
        ("ACCEPT", ["-A INPUT -j LOG --log-prefix x", '-A INPUT -p udp -m comment --comment "a b" -j DROP'], ["udp"]),
        ("ACCEPT", ["-A INPUT -j lan", "-A lan -i lan0 -j RETURN", "-A lan -j DROP"], []),
        ("ACCEPT", ["-A INPUT -g lan", "-A INPUT -j DROP", "-A lan -i lo -j DROP"], []),
        ("ACCEPT", ['-A INPUT "'], []),
    ],
)
def test_iptables(policy: str, rules: list[str], stopped: list[str], program: Program) -> None:
    text = SAVED.format(policy=policy, rules="\n".join(rules))
    program("iptables-save", f"cat <<'EOF'\n{text}EOF")
    program("cat", 'while IFS= read -r line; do printf "%s\\n" "$line"; done')
    found = [finding for finding in _look() if not finding.good]
    commands = [finding.command for finding in found]
    numbers = {"tcp": PORT, "udp": 5353}
    assert commands == [f"sudo iptables -I INPUT -p {each} --dport {numbers[each]} -j ACCEPT" for each in stopped]


def _windows(*, category: int = 1, on: bool = True, allows: tuple[bool, ...] = (True,)) -> dict[str, Any]:
    return {
        "networks": [{"InterfaceAlias": "Wi-Fi", "Category": category}],
        "profiles": [{"Name": "Private", "On": on}, {"Name": "Public", "On": on}],
        "rules": [{"Allows": each} for each in allows],
    }


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (_windows(), []),
        (_windows(category=0), ["Set-NetConnectionProfile -InterfaceAlias 'Wi-Fi' -NetworkCategory Private"]),
        (_windows(on=False, allows=()), []),
        (_windows(allows=()), ["New-NetFirewallRule -DisplayName 'Tallystick' -Direction Inbound -Action Allow"]),
        (_windows(allows=(True, False)), ["Get-NetFirewallApplicationFilter"]),
        ({"networks": 3, "profiles": [1]}, []),
        ([], []),
    ],
)
def test_windows_firewall(told: object, expected: list[str], program: Program) -> None:
    program("powershell", f"printf %s {shlex.quote(json.dumps(told))}")
    commands = [finding.command for finding in _look("win32") if not finding.good]
    assert len(commands) == len(expected)
    assert all(command.startswith(start) for command, start in zip(commands, expected, strict=True))


def test_windows_is_asked_for_this_program_alone(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "C:\\Ada's\\tallystick.exe")
    assert "'C:\\Ada''s\\tallystick.exe'" in windows_firewall._question()


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"--getglobalstate": "Firewall is disabled. (State = 0)"}, []),
        ({"--getglobalstate": "Firewall is enabled. (State = 2)"}, ["--setblockall off"]),
        (
            {
                "--getglobalstate": "Firewall is enabled. (State = 1)",
                "--getblockall": "Firewall has block all state set to enabled.",
            },
            ["--setblockall off"],
        ),
        (
            {
                "--getglobalstate": "Firewall is enabled. (State = 1)",
                "--getblockall": "Firewall has block all state set to disabled.",
                "--getappblocked": "Incoming connection to the application is blocked.",
            },
            ["--add "],
        ),
        (
            {
                "--getglobalstate": "Firewall is enabled. (State = 1)",
                "--getblockall": "Block all DISABLED!",
                "--getappblocked": "Incoming connection to the application is permitted.",
            },
            [],
        ),
    ],
)
def test_macos_firewall(answers: dict[str, str], expected: list[str], program: Program) -> None:
    cases = "\n".join(f"{option}) echo {shlex.quote(text)};;" for option, text in answers.items())
    program("socketfilterfw", f'case "$1" in\n{cases}\nesac')
    found = [finding for finding in macos_firewall.macos_firewall("socketfilterfw") if not finding.good]
    assert [part in finding.command for part, finding in zip(expected, found, strict=True)] == [True] * len(expected)


def _address(text: str, result: Reach, monkeypatch: pytest.MonkeyPatch) -> Finding:
    monkeypatch.setattr(devices, "reach", lambda *_: result)
    interface = Interface("eth0", 2, (IPv4Interface("192.168.1.2/24"), IPv6Interface("fe80::2%eth0/64")))
    scene = Scene(Own(47471), (), (interface,), tuple, lambda _: False, Address.parse(text))
    (finding,) = devices.address(scene)
    return finding


@pytest.mark.parametrize(
    ("text", "result", "code", "words"),
    [
        ("192.168.1.5", Reach.TALLYSTICK, "address", "A Tallystick answers at 192.168.1.5:47471."),
        ("10.0.0.5", Reach.TALLYSTICK, "address", "It lies in another subnet"),
        ("10.0.0.5", Reach.SILENT, "other-subnet", "which lies in another subnet than this computer"),
        ("10.0.0.5", Reach.NO_ROUTE, "other-subnet", "Nothing answers"),
        ("10.0.0.5", Reach.REFUSED, "refused", "refuses connections"),
        ("192.168.1.5", Reach.REFUSED, "refused", "refuses connections"),
        ("192.168.1.5", Reach.SILENT, "silent", "does not answer"),
        ("192.168.1.5", Reach.NO_ROUTE, "no-way", "No packet gets to"),
        ("fe80::5", Reach.NO_ROUTE, "no-scope", "nobody knows on which one"),
        ("fe80::5%eth0", Reach.NO_ROUTE, "no-way", "No packet gets to"),
        ("127.0.0.1", Reach.SILENT, "silent", "does not answer"),
        ("kitchen.local", Reach.SILENT, "silent", "does not answer"),
        ("kitchen.local", Reach.UNKNOWN, "unknown-name", "no computer of that name"),
    ],
)
def test_whether_an_address_can_be_reached_is_told_with_its_cure(
    text: str, result: Reach, code: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    finding = _address(text, result, monkeypatch)
    assert finding.code == code
    assert words in str(finding)
    assert finding.good is (result is Reach.TALLYSTICK)
    assert finding.good or finding.next_step


def test_the_command_of_an_address_without_a_scope_has_one(monkeypatch: pytest.MonkeyPatch) -> None:
    finding = _address("fe80::5", Reach.NO_ROUTE, monkeypatch)
    assert finding.command == "tallystick doctor 'fe80::5%eth0'"
