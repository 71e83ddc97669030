"""What a packet filter would do with a packet: its rules walked as the kernel walks them. Pure.

Rules are those of `nft -j list ruleset` (libnftables-json(5)), or others translated to them. A match that is not
understood may hold or not, so that the answer is every verdict that is possible.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any, Final

ACCEPT: Final = "accept"
DROP: Final = "drop"
_ON: Final = "on"  # to the next rule
_BACK: Final = "return"
_DEPTH_MAX: Final = 16  # as the kernel's own
_TRANSPORTS: Final = frozenset({"tcp", "udp", "th", "icmp", "icmpv6", "sctp", "dccp", "udplite", "esp", "ah"})
_LOWER: Final = frozenset({"ip", "ip6", "arp", "ether", "vlan"})

Facts = Mapping[str, object]
Rule = Mapping[str, Any]


@dataclass(slots=True)
class Table:
    """The chains of one table, and its sets and maps."""

    chains: dict[str, list[Rule]] = field(default_factory=dict)
    sets: dict[str, list[Any]] = field(default_factory=dict)

    def verdicts(self, chain: str, policy: str, packet: Facts) -> frozenset[str]:
        """What a base chain may say of it: `ACCEPT`, `DROP` or both."""
        found = self._walk(chain, packet, 0)
        return frozenset(policy if each == _BACK else each for each in found)

    def _walk(self, chain: str, packet: Facts, depth: int) -> set[str]:
        """Those of the chain, in which `_BACK` is to have come to its end."""
        possible: set[str] = set()
        if depth > _DEPTH_MAX:
            return {ACCEPT, DROP}
        for rule in self.chains.get(chain, ()):
            holds = self._holds(rule, packet)
            if holds is False:
                continue
            says = self._says(rule, packet, depth)
            possible |= says - {_ON}
            if holds and _ON not in says:
                return possible
        return possible | {_BACK}

    def _holds(self, rule: Rule, packet: Facts) -> bool | None:
        """None where it cannot be known."""
        answers = [
            self._match(each["match"], packet) if "match" in each else None
            for each in _statements(rule)
            if "match" in each or "xt" in each or "limit" in each
        ]
        if False in answers:
            return False
        return None if None in answers else True

    def _says(self, rule: Rule, packet: Facts, depth: int) -> set[str]:
        for each in _statements(rule):
            if ACCEPT in each:
                return {ACCEPT}
            if DROP in each or "reject" in each:
                return {DROP}
            if _BACK in each:
                return {_BACK}
            if "queue" in each:
                return {ACCEPT, DROP}
            if "jump" in each or "goto" in each:
                return self._branch(each, packet, depth)
            if "vmap" in each:
                return self._mapped(each["vmap"], packet, depth)
        return {_ON}

    def _branch(self, statement: Mapping[str, Any], packet: Facts, depth: int) -> set[str]:
        after = _ON if "jump" in statement else _BACK
        told = statement.get("jump") or statement.get("goto")
        target = str(told.get("target")) if isinstance(told, dict) else ""
        return {after if each == _BACK else each for each in self._walk(target, packet, depth + 1)}

    def _mapped(self, vmap: object, packet: Facts, depth: int) -> set[str]:
        says = {_ON}
        if not isinstance(vmap, dict):
            return says
        for key, verdict in (each for each in self._elements(vmap.get("data")) if _is_pair(each)):
            holds = self._match({"op": "==", "left": vmap.get("key"), "right": key}, packet)
            if holds is not False:
                says |= self._says({"expr": [verdict]}, packet, depth)
            if holds:
                return says - {_ON} if self._says({"expr": [verdict]}, packet, depth) != {_ON} else says
        return says

    def _match(self, match: object, packet: Facts) -> bool | None:
        if not isinstance(match, dict):
            return None
        key, op = _key(match.get("left")), match.get("op")
        if key is None:
            return None
        if key not in packet:
            layer = key.partition(" ")[0]
            return False if layer in _TRANSPORTS | _LOWER and not _has(layer, packet) else None
        value, right = packet[key], match.get("right")
        match op:
            case "==" | "in":
                return self._among(value, right)
            case "!=":
                answer = self._among(value, right)
                return None if answer is None else not answer
            case "<" | ">" | "<=" | ">=" if isinstance(value, int) and isinstance(right, int):
                return {"<": value < right, ">": value > right, "<=": value <= right, ">=": value >= right}[op]
        return None

    def _among(self, value: object, right: object) -> bool | None:
        answers = [_equal(value, each) for each in self._elements(right)]
        return True if True in answers else None if None in answers else False

    def _elements(self, right: object) -> Sequence[Any]:
        match right:
            case {"set": list(inner)}:
                return inner
            case {"set": inner}:
                return [inner]
            case str(name) if name.startswith("@"):
                return self.sets.get(name[1:], [{"unknown": name}])
            case list(several):
                return several
        return [right]


def _statements(rule: Rule) -> list[Mapping[str, Any]]:
    expressions = rule.get("expr")
    return [each for each in expressions if isinstance(each, dict)] if isinstance(expressions, list) else []


def _is_pair(element: object) -> bool:
    return isinstance(element, list) and len(element) == 2 and isinstance(element[1], dict)


def _key(left: object) -> str | None:
    match left:
        case {"payload": {"protocol": str(protocol), "field": str(name)}}:
            return f"{protocol} {name}"
        case {"meta": {"key": str(name)}}:
            return "meta " + {"iif": "iifname", "oif": "oifname"}.get(name, name)
        case {"ct": {"key": str(name)}}:
            return f"ct {name}"
        case {"fib": {"result": str(result), "flags": list(flags)}}:
            return f"fib {' '.join(map(str, flags))} {result}"
        case {"fib": {"result": str(result), "flags": str(flag)}}:
            return f"fib {flag} {result}"
    return None


def _has(layer: str, packet: Facts) -> bool:
    return any(each.partition(" ")[0] == layer for each in packet)


def _equal(value: object, element: object) -> bool | None:
    match element:
        case {"prefix": {"addr": addr, "len": int(length)}}:
            return _in_network(value, f"{addr}/{length}")
        case {"range": [low, high]}:
            return _between(value, low, high)
        case {"elem": {"val": inner}}:
            return _equal(value, inner)
        case dict() | list() | None:
            return None
    if isinstance(value, IPv4Address | IPv6Address):
        return _in_network(value, str(element))
    if isinstance(value, str) and isinstance(element, str):
        return fnmatchcase(value, element.replace("[", "[[]"))
    return value == element if isinstance(element, type(value)) else None


def _in_network(value: object, text: str) -> bool | None:
    try:
        network = ip_network(text, strict=False)
    except ValueError:
        return None
    return isinstance(value, IPv4Address | IPv6Address) and value.version == network.version and value in network


def _between(value: object, low: object, high: object) -> bool | None:
    if isinstance(value, int) and isinstance(low, int) and isinstance(high, int):
        return low <= value <= high
    if isinstance(value, IPv4Address | IPv6Address):
        try:
            ends = [ip_address(str(low)), ip_address(str(high))]
        except ValueError:
            return None
        return value.version == ends[0].version and int(ends[0]) <= int(value) <= int(ends[1])
    return None
