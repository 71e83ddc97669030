"""Firewalls of this computer that may keep others out: seen, never changed. The cure is a command for the person."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from desktop_app.discovery.finding import Finding

_SECONDS: Final = 3.0
_UFW: Final = Path("/etc/ufw")
_MDNS_PORT: Final = 5353


def look(port: int) -> Iterator[Finding]:
    """What ufw, firewalld or nftables say about TCP `port` and mDNS. The first two write nftables' rules themselves."""
    managed = [*_ufw(port), *_firewalld(port)]
    yield from managed or _nftables(port)


def _ufw(port: int) -> Iterator[Finding]:
    if shutil.which("ufw") is None or "ENABLED=yes" not in _read(_UFW / "ufw.conf"):
        return
    if f"--dport {port} -j ACCEPT" in _read(_UFW / "user.rules"):
        yield Finding("firewall-ufw", True, f"The firewall ufw lets others reach port {port}.")
    else:  # its rules are often for root's eyes only
        yield Finding(
            "firewall-ufw",
            False,
            f"The firewall ufw is on and may keep other computers from port {port}.",
            f"sudo ufw allow {port}/tcp",
        )


def _firewalld(port: int) -> Iterator[Finding]:
    if _output("firewall-cmd", "--state") is None:
        return
    open_port = _output("firewall-cmd", f"--query-port={port}/tcp") is not None
    open_mdns = _output("firewall-cmd", "--query-service=mdns") is not None
    if open_port and open_mdns:
        yield Finding("firewall-firewalld", True, f"The firewall firewalld lets mDNS and port {port} through.")
    else:
        yield Finding(
            "firewall-firewalld",
            False,
            f"The firewall firewalld is on and keeps other computers from port {port} or from being seen.",
            f"sudo firewall-cmd --permanent --add-service=mdns --add-port={port}/tcp && sudo firewall-cmd --reload",
        )


def _nftables(port: int) -> Iterator[Finding]:
    """Chains that drop what comes in by default. Only root may read them."""
    rules = _objects(_output("nft", "-j", "list", "ruleset"))
    for chain in (each["chain"] for each in rules if "chain" in each):
        if chain.get("hook") != "input" or chain.get("policy") != "drop":
            continue
        where = [str(chain[key]) for key in ("family", "table", "name")]
        accepted = {number for each in rules if "rule" in each for number in _accepted_by(each["rule"], where)}
        missing = [rule for kind, number, rule in _wanted(port) if (kind, number) not in accepted]
        if missing:
            commands = (f"sudo nft insert rule {' '.join(where)} {rule}" for rule in missing)
            sentence = f"A firewall (nftables, {' '.join(where)}) drops what comes in, other computers included."
            yield Finding("firewall-nftables", False, sentence, " && ".join(commands))
        else:
            sentence = f"The firewall (nftables, {' '.join(where)}) lets mDNS and port {port} through."
            yield Finding("firewall-nftables", True, sentence)


def _wanted(port: int) -> tuple[tuple[str, int, str], ...]:
    return ("tcp", port, f"tcp dport {port} accept"), ("udp", _MDNS_PORT, f"udp dport {_MDNS_PORT} accept")


def _accepted_by(rule: dict[str, Any], where: list[str]) -> Iterator[tuple[str, int]]:
    """The ports that a rule of this chain lets through without another condition."""
    if [rule.get("family"), rule.get("table"), rule.get("chain")] != where:
        return
    match rule.get("expr"):
        case [
            {"match": {"op": "==", "left": {"payload": {"protocol": str(kind), "field": "dport"}}, "right": right}},
            *rest,
        ]:
            if rest and "accept" in rest[-1] and not any("match" in each for each in rest):
                numbers = right.get("set", []) if isinstance(right, dict) else [right]
                yield from ((kind, number) for number in numbers if isinstance(number, int))


def _objects(text: str | None) -> list[dict[str, Any]]:
    try:
        found = json.loads(text or "{}").get("nftables", [])
    except (ValueError, AttributeError):
        return []
    return [each for each in found if isinstance(each, dict)]


def _output(program: str, *arguments: str) -> str | None:
    """What a program prints; None where it is missing, fails, or does not come back."""
    path = shutil.which(program)
    if path is None:
        return None
    try:
        done = subprocess.run(  # noqa: S603  fixed arguments, read-only
            [path, *arguments], capture_output=True, text=True, timeout=_SECONDS, check=True, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.SubprocessError, UnicodeError):
        return None
    return done.stdout


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
