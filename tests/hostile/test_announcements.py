"""What strangers may say by multicast: packets written by hand, on a network of real sockets. Broken ones: `outside`.

Some say of a device that nobody expects (a control) that it is there: once that is seen, all that came before it was
heard, too.
"""

import contextlib
import os
import random
import socket
import struct
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.protocol import limits
from desktop_app.storage import settings
from desktop_app.storage.profile import Profile
from desktop_app.storage.settings import Settings
from tests.discovery import packets
from tests.discovery.nodes import ROOT, Node
from tests.end2end.programs import Program
from tests.support.namespaces import Host, Lan

pytestmark = pytest.mark.network

Start = Callable[..., Node]
CONTROL = "c0ffee00c0ffee00"
HOSTILE_MARKUP = "<img src=http://10.0.0.9/x>"


def _txt(instance: str, name: str = "Somebody") -> dict[str, bytes]:
    return {"v": b"1", "id": instance.encode(), "n": name.encode(), "p": b"linux"}


def _said(instance: str, address: str, port: int, name: str = "Somebody", **more: Any) -> bytes:
    return packets.service(instance, address, port, _txt(instance, name), **more)


def _speak(host: Host, *said: bytes, spoofed: str = "") -> None:
    """`spoofed`: the address that the packets seem to come from, with its last number counted up from packet to packet
    where it ends with a dot."""
    command = [sys.executable, "-m", "tests.discovery.speaker", "spoof" if spoofed else "say", host.address]
    sources = (f"{spoofed}{1 + number % 250}" if spoofed.endswith(".") else spoofed for number in range(len(said)))
    lines = (f"{source} {packet.hex()}\n".lstrip() for source, packet in zip(sources, said, strict=True))
    host.run(command, cwd=ROOT, input="".join(lines), text=True, check=True, stdout=subprocess.DEVNULL)


def _heard_out(node: Node, host: Host) -> dict[str, dict[str, Any]]:
    """Who is listed when all that was said so far has been heard, without the control."""
    with _listening(host) as port:
        _speak(host, _said(CONTROL, host.address, port))
        node.wait("change", 5.0, instance=CONTROL)
        return {instance: peer for instance, peer in node.peers().items() if instance != CONTROL}


@contextlib.contextmanager
def _listening(host: Host) -> Iterator[int]:
    """A port there that answers."""
    port = random.randrange(20_000, 30_000)
    code = f"import socket; s = socket.create_server(('', {port})); print(1, flush=True)\nwhile True: s.accept()"
    process = host.popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "1\n"
    yield port
    process.kill()
    process.wait()


def _cpu_seconds(node: Node) -> float:
    fields = Path(f"/proc/{node.process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _memory(node: Node) -> int:
    status = Path(f"/proc/{node.process.pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) * 1024


def test_case_001_markup_for_a_name_is_text_and_for_an_instance_is_nobody(lan: Lan, start: Start) -> None:
    kitchen, stranger = start(lan.hosts[0], "Kitchen"), lan.hosts[2]
    label = HOSTILE_MARKUP.encode().ljust(63, b"x")
    full = bytes((len(label),)) + label + packets.name(packets.TYPE)
    host = "stranger.local."
    _speak(
        stranger,
        packets.response(
            packets.record(packets.TYPE, packets.PTR, full, flush=False),
            packets.raw_record(full, packets.SRV, struct.pack(">HHH", 0, 0, 5000) + packets.name(host)),
            packets.record(host, packets.A, socket.inet_aton(stranger.address)),
        ),
        _said("1" * 16, stranger.address, 5001, HOSTILE_MARKUP),
    )
    heard = _heard_out(kitchen, stranger)
    assert {instance: peer["name"] for instance, peer in heard.items()} == {"1" * 16: HOSTILE_MARKUP}


def test_case_002_no_name_leaves_its_line_or_turns_it_round(lan: Lan, start: Start) -> None:
    kitchen, stranger = start(lan.hosts[0], "Kitchen"), lan.hosts[2]
    names = ("right\u202eto left", "\u2066in\u2069", "no\u200bthing", "\x1b[2Jwiped", "cut\x00off", "two\nlines\r\n")
    _speak(
        stranger,
        *(_said(f"{number:016x}", "198.18.0.76", 5000 + number, name) for number, name in enumerate(names[:4])),
        *(_said(f"{number:016x}", "198.18.0.77", 5000 + number, name) for number, name in enumerate(names[4:], 4)),
        packets.service("b" * 16, "198.18.0.78", 5010, _txt("b" * 16) | {"n": b"\xff\xfe not UTF-8 \xc0\xaf"}),
        packets.service("d" * 16, "198.18.0.78", 5011, _txt("d" * 16) | {"n": b"long" * 60}),
    )
    heard = _heard_out(kitchen, stranger)
    assert len(heard) == len(names) + 2
    for peer in heard.values():
        assert not [each for each in peer["name"] if unicodedata.category(each)[0] == "C"], peer["name"]
        assert "\n" not in peer["name"]
        assert len(peer["name"].encode()) <= limits.DEVICE_NAME
    assert heard[f"{3:016x}"]["name"].endswith("[2Jwiped")


def test_case_003_a_flood_neither_stops_it_nor_pushes_out_who_was_there(lan: Lan, start: Start) -> None:
    ada, kitchen = start(lan.hosts[0], "Ada"), start(lan.hosts[1], "Kitchen")
    kitchen.wait("change", 2.0, instance=ada.instance)
    flood = []
    for number in range(5000):
        instance = f"{number:016x}"
        flood.append(_said(instance, f"198.18.0.{100 + number % 150}", 2000 + number, "Flood"))
    before, begun = _cpu_seconds(kitchen), time.monotonic()
    _speak(lan.hosts[2], *flood, spoofed="198.18.0.")
    kitchen.wait_peers(lambda peers: len(peers) > limits.DEVICES_MAX - 10, 5.0)
    assert _cpu_seconds(kitchen) - before < 0.5 * max(10.0, time.monotonic() - begun)  # half of a core for ten seconds
    assert len(kitchen.peers()) <= limits.DEVICES_MAX
    assert ada.instance in kitchen.peers()
    assert _memory(kitchen) < 150 * 2**20
    ada.tell("rename Ada again")
    kitchen.wait("change", 3.0, instance=ada.instance, name="Ada again")


def test_case_003_of_one_address_there_are_four_at_most(lan: Lan, start: Start) -> None:
    kitchen, stranger = start(lan.hosts[0], "Kitchen"), lan.hosts[2]
    _speak(stranger, *(_said(f"{number:016x}", "198.18.0.77", 5000 + number) for number in range(50)))
    assert len(_heard_out(kitchen, stranger)) == limits.SERVICES_PER_ADDRESS


def test_case_004_a_namesake_is_another_row_at_its_own_address(lan: Lan, start: Start) -> None:
    ada, kitchen, stranger = start(lan.hosts[0], "Ada"), start(lan.hosts[1], "Kitchen"), lan.hosts[2]
    kitchen.wait("change", 2.0, instance=ada.instance)
    _speak(stranger, _said("a" * 16, stranger.address, 5000, "Ada"), _said("b" * 16, stranger.address, 5001, "Kitchen"))
    heard = _heard_out(kitchen, stranger)
    assert {peer["name"] for peer in heard.values()} == {"Ada", "Kitchen"}  # its own name is a stranger's, too
    rows = {instance: peer["addresses"] for instance, peer in heard.items() if peer["name"] == "Ada"}
    assert rows == {ada.instance: [lan.hosts[0].address], "a" * 16: [stranger.address]}


def test_case_004_what_is_said_under_our_own_instance_is_nobody(lan: Lan, start: Start) -> None:
    kitchen, stranger = start(lan.hosts[0], "Kitchen"), lan.hosts[2]
    _speak(
        stranger,
        _said(kitchen.instance, stranger.address, 5000, "Kitchen"),
        _said("e" * 16, lan.hosts[0].address, kitchen.port, "Kitchen"),  # at our own address and port
    )
    assert _heard_out(kitchen, stranger) == {}


def test_case_005_a_goodbye_ends_no_transfer(lan: Lan, tmp_path: Path) -> None:
    here, there, stranger = lan.hosts
    for name in ("ada", "kitchen"):
        settings.save(Profile(tmp_path / f"profile-{name}"), Settings(name=name))
    (film := tmp_path / "film").write_bytes(b"film" * 1000)
    kitchen = Program(tmp_path / "profile-kitchen", "receive", "--into", tmp_path / "in", "--once", host=there)
    kitchen.until("listening")
    ada = Program(tmp_path / "profile-ada", "send", film, "--to", "kitchen", host=here)
    try:
        for program in (kitchen, ada):
            program.until("code")
            program.answer("match")
        kitchen.until("offer")
        instance = _instances(stranger, there)
        goodbye = packets.service(instance, there.address, 47471, {}, ttl=0)
        for _ in range(3):
            _speak(stranger, goodbye, spoofed=there.address)
            time.sleep(1.2)  # so that it is doubted meanwhile
        kitchen.answer("accept")
        ada.until("delivered")
        assert (ada.ends(), kitchen.ends()) == (0, 0)
        assert (tmp_path / "in" / "film").read_bytes() == film.read_bytes()
    finally:
        for program in (ada, kitchen):
            program.kill()


def _instances(ear: Host, of: Host) -> str:
    """Under which it is announced, as it answers a question."""
    ask = packets.question(packets.TYPE, packets.PTR)
    for packet in _answers(ear, of, ask, seconds=5):
        for each in packets.answers(packet):
            if each.kind == packets.PTR and each.target:
                return each.target.partition(".")[0]
    raise AssertionError(f"{of.address} did not answer")


def _answers(ear: Host, of: Host, ask: bytes, *, seconds: float) -> list[bytes]:
    """What comes from `of` by multicast within that time after a question, which is asked again: some were answered
    just now."""
    listening = ear.popen(
        [sys.executable, "-m", "tests.discovery.speaker", "hear", ear.address, str(seconds)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert listening.stdout is not None
    assert listening.stdout.readline() == "ready\n"
    for _ in range(3):
        _speak(ear, ask)
        time.sleep(1.1)
    lines = [line.split() for line in listening.stdout]
    return [bytes.fromhex(packet) for source, packet in lines if source == of.address]


def test_case_006_only_ports_and_addresses_of_this_link_are_called(lan: Lan, start: Start) -> None:
    kitchen, stranger = start(lan.hosts[0], "Kitchen"), lan.hosts[2]
    wrong = [
        *((address, 5000) for address in ("127.0.0.1", "::1", "0.0.0.0", "::", "224.0.0.251", "ff02::fb")),
        *((address, 5000) for address in ("255.255.255.255", "198.18.0.255", "192.0.2.7", "2001:db8::7", "8.8.8.8")),
        *((stranger.address, port) for port in (0, 22, 445, 1023)),
    ]
    with _listening(lan.hosts[0]) as port:  # would answer at 127.0.0.1
        wrong.append(("127.0.0.1", port))
        _speak(stranger, *(_said(f"{number:016x}", *where) for number, where in enumerate(wrong)))
        assert _heard_out(kitchen, stranger) == {}


def test_case_008_a_link_local_address_is_of_the_link_it_was_seen_on_or_of_none(lan: Lan, start: Start) -> None:
    two, one, stranger = lan.hosts
    two.ip("link", "add", "other0", "type", "veth", "peer", "name", "other1")
    for name in ("other0", "other1"):
        two.ip("link", "set", name, "up")
    kitchen, attic = start(two, "Kitchen"), start(one, "Attic")
    local, scope = stranger.link_local.split("%")
    _speak(stranger, _said("a" * 16, local, 5000), _said("b" * 16, "fe80::dead:beef", 5000))
    heard = _heard_out(attic, stranger)
    assert {instance: heard[instance]["addresses"] for instance in ("a" * 16, "b" * 16) if instance in heard} == {
        "a" * 16: [f"{local}%{scope}"],
        "b" * 16: [f"fe80::dead:beef%{scope}"],
    }
    among_two = _heard_out(kitchen, stranger)
    assert all(
        address.endswith(f"%{scope}")
        for instance in ("a" * 16, "b" * 16)
        if instance in among_two
        for address in among_two[instance]["addresses"]
    ), "on the wrong one of two links"


HIDING = """
import sys, threading
from pathlib import Path
from desktop_app.engine import Engine
from desktop_app.events import SettingsChanged
from desktop_app.storage.profile import Profile
from desktop_app.storage.settings import Visibility
changed = threading.Event()
def hear(event):
    if isinstance(event, SettingsChanged):
        changed.set()
engine = Engine(Profile(Path(sys.argv[1])), hear, port=47471)
engine.start()
print("visible", flush=True)
sys.stdin.readline()
engine.change_settings(visibility=Visibility.NOBODY)
assert changed.wait(10)
print("hidden", flush=True)
sys.stdin.readline()
engine.shutdown()
"""


def test_case_009_who_hides_neither_answers_nor_listens(lan: Lan, tmp_path: Path) -> None:
    here, there, _ = lan.hosts
    ask = packets.question(packets.TYPE, packets.PTR)
    dial = "import socket, sys; socket.create_connection((sys.argv[1], 47471), 5).close()"
    hiding = here.popen(
        [sys.executable, "-c", HIDING, str(tmp_path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert hiding.stdout is not None
    assert hiding.stdin is not None

    def answers() -> list[packets.Record]:
        heard = _answers(there, here, ask, seconds=5)
        return [each for packet in heard for each in packets.answers(packet) if each.ttl]

    assert hiding.stdout.readline() == "visible\n"
    there.run([sys.executable, "-c", dial, here.address], check=True)
    assert [each for each in answers() if each.kind == packets.PTR]
    hiding.stdin.write("\n")
    hiding.stdin.flush()
    assert hiding.stdout.readline() == "hidden\n"
    refused = there.run([sys.executable, "-c", dial, here.address], check=False, capture_output=True, text=True)
    assert "ConnectionRefusedError" in refused.stderr
    time.sleep(1.0)  # its goodbye is over
    assert answers() == []
    hiding.stdin.write("\n")
    hiding.stdin.flush()
    assert hiding.wait(10) == 0


def test_case_010_what_is_announced_says_nothing_about_the_person_or_the_hardware(lan: Lan, start: Start) -> None:
    host, _, ear = lan.hosts
    command = [sys.executable, "-m", "tests.discovery.speaker", "hear", ear.address, "30"]
    listening = ear.popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert listening.stdout is not None
    assert listening.stdout.readline() == "ready\n"
    heard = []
    for visibility in ("everyone", "everyone", "remembered"):
        node = start(host, "Chosen name", visibility=visibility)
        heard.append(_announcement(listening.stdout, node.instance))
        node.quit()

    for records, visible in zip(heard, (True, True, False), strict=True):
        (srv,) = (each for each in records if each.kind == packets.SRV)
        (txt_data,) = (each.data for each in records if each.kind == packets.TXT)
        txt = packets.txt(txt_data)
        assert len(txt_data) <= limits.TXT_MAX
        assert len(txt[b"h"]) == limits.HINTS * limits.HINT
        expected = {b"v", b"id", b"h"} | ({b"n", b"p"} if visible else set())
        assert set(txt) == expected
        assert txt.get(b"n") == (b"Chosen name" if visible else None)
        label = srv.target.removesuffix(".local.")
        assert len(label) == 16
        assert int(label, 16) >= 0
        assert label != txt[b"id"].decode()
    first, second, _ = ({each.kind: each for each in records} for records in heard)
    assert first[packets.SRV].owner != second[packets.SRV].owner
    assert first[packets.SRV].target != second[packets.SRV].target
    assert packets.txt(first[packets.TXT].data)[b"h"] != packets.txt(second[packets.TXT].data)[b"h"]

    everything = b"".join(each.data + each.owner.encode() for records in heard for each in records).lower()
    mac = host.run(["cat", f"/sys/class/net/{host.interface}/address"], capture_output=True, text=True).stdout.strip()
    hardware = bytes.fromhex(mac.replace(":", ""))
    assert len(hardware) == 6
    for private in (hardware, hardware[3:], mac.encode(), mac.replace(":", "").encode(), socket.gethostname().encode()):
        assert private.lower() not in everything
    assert b"root" not in everything


def _announcement(lines: object, instance: str) -> list[packets.Record]:
    """The records of the first packet that announces this instance."""
    for line in lines:  # type: ignore[attr-defined]
        records = packets.answers(bytes.fromhex(line.split()[1]))
        if any(each.kind == packets.TXT and each.ttl and each.owner.startswith(instance) for each in records):
            return records
    raise AssertionError(f"{instance} was never announced")
