"""iptables: its rules, translated to those that `packet_path` walks. Only root may read them."""

import shlex
from collections import deque
from collections.abc import Iterator, Sequence
from functools import partial
from ipaddress import ip_network
from typing import Any, Final

from desktop_app.discovery.checks.finding import Finding
from desktop_app.discovery.checks.packet_path import ACCEPT, DROP, Table
from desktop_app.discovery.checks.packets import Packet, Purpose, stopped, told
from desktop_app.discovery.checks.programs import output

_PROGRAMS: Final = ((4, "iptables", "ip"), (6, "ip6tables", "ip6"))
_UNKNOWN: Final = {"match": {"op": "==", "left": {"meta": {"key": "unknown"}}, "right": 0}}
_SAID_BY_OTHERS: Final = frozenset({"-m", "--match"})  # which module; what it compares follows
_ENDS: Final = {"ACCEPT": "accept", "DROP": "drop", "REJECT": "reject", "RETURN": "return", "QUEUE": "queue"}
_NO_VERDICT: Final = frozenset({"LOG", "NFLOG", "MARK", "CONNMARK", "SECMARK", "NOTRACK", "CT", "TRACE"})


def iptables(port: int, packets: Sequence[Packet]) -> Iterator[Finding]:
    """For each of INPUT and OUTPUT, IPv4 and IPv6, what of them it stops."""
    for version, program, layer in _PROGRAMS:
        table, policies = _read(output(f"{program}-save", "-t", "filter") or "", layer)
        for chain, incoming in (("INPUT", True), ("OUTPUT", False)):
            seen = [each for each in packets if each.version == version and each.purpose.incoming is incoming]
            policy = policies.get(chain, ACCEPT)
            if found := stopped(seen, table, chain, policy):
                cure = partial(_letting_through, program, chain, port)
                yield from told(f"{program}, {chain}", port, found, cure)


def _letting_through(program: str, chain: str, port: int, purpose: Purpose) -> str:
    return f"sudo {program} -I {chain} -p {purpose.protocol} --dport {purpose.destination_port(port)} -j ACCEPT"


def _read(text: str, layer: str) -> tuple[Table, dict[str, str]]:
    """What iptables-save(8) prints, and the policies of its own chains."""
    table, policies = Table(), dict[str, str]()
    for line in text.splitlines():
        if line.startswith(":"):
            name, _, rest = line[1:].partition(" ")
            table.chains.setdefault(name, [])
            policies[name] = DROP if rest.startswith("DROP") else ACCEPT
        elif line.startswith("-A "):
            try:
                _, chain, *words = shlex.split(line)
            except ValueError:
                continue
            table.chains.setdefault(chain, []).append({"expr": list(_translated(words, layer))})
    return table, policies


def _translated(words: list[str], layer: str) -> Iterator[dict[str, Any]]:
    """A match that has no translation here may hold or not."""
    rest, negated = deque(words), False
    while rest:
        word = rest.popleft()
        if word == "!":
            negated = True
            continue
        value = rest.popleft() if rest and not rest[0].startswith("-") and rest[0] != "!" else ""
        if word in {"-j", "-g"}:
            yield from _target(value, "jump" if word == "-j" else "goto")
            return  # what follows belongs to the target
        if word not in _SAID_BY_OTHERS:
            yield _match(word, value, layer, negated=negated)
        negated = False


def _match(option: str, value: str, layer: str, *, negated: bool) -> dict[str, Any]:
    op = "!=" if negated else "=="
    match option:
        case "-p":
            return _compare({"meta": {"key": "l4proto"}}, op, value)
        case "-i" | "-o":
            name = "iifname" if option == "-i" else "oifname"
            return _compare({"meta": {"key": name}}, op, value.replace("+", "*"))
        case "-s" | "-d":
            try:
                network = ip_network(value, strict=False)
            except ValueError:
                return _UNKNOWN
            field = "saddr" if option == "-s" else "daddr"
            prefix = {"prefix": {"addr": str(network.network_address), "len": network.prefixlen}}
            return _compare({"payload": {"protocol": layer, "field": field}}, op, prefix)
        case "--dport" | "--dports" | "--sport" | "--sports":
            payload = {"protocol": "th", "field": option[2:].rstrip("s")}
            return _compare({"payload": payload}, op, {"set": [_ports(each) for each in value.split(",")]})
        case "--ctstate" | "--state":
            return _compare({"ct": {"key": "state"}}, op, {"set": value.lower().split(",")})
        case "--pkt-type":
            return _compare({"meta": {"key": "pkttype"}}, op, value)
        case "--dst-type":
            return _compare({"fib": {"result": "type", "flags": ["daddr"]}}, op, value.lower())
        case "--comment" | "--reject-with" | "--log-prefix":
            return {"counter": None}
    return _UNKNOWN


def _compare(left: dict[str, Any], op: str, right: object) -> dict[str, Any]:
    return {"match": {"op": op, "left": left, "right": right}}


def _ports(text: str) -> object:
    low, colon, high = text.partition(":")
    numbers = [int(each) if each.isdecimal() else -1 for each in (low or "0", high or "65535")]
    return {"range": numbers} if colon else numbers[0]


def _target(name: str, how: str) -> Iterator[dict[str, Any]]:
    if name in _ENDS:
        yield {_ENDS[name]: None}
    elif name not in _NO_VERDICT:
        yield {how: {"target": name}}
