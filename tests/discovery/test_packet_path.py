"""Rules of nftables as nft prints them, walked for the packets that have to pass."""

from ipaddress import IPv4Interface, IPv6Interface
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.discovery.checks.packet_path import ACCEPT, DROP, Table
from desktop_app.discovery.checks.packets import Purpose, needed
from desktop_app.discovery.interfaces import Interface

PORT = 47471
HERE = Interface("lan0", 2, (IPv4Interface("192.0.2.2/24"), IPv6Interface("2001:db8::2/64")))
PACKETS = {(each.purpose, each.version): each.facts for each in needed(PORT, (HERE,))}
CALLED, HEARING = PACKETS[Purpose.CALLED, 4], PACKETS[Purpose.HEARING, 4]
UNKNOWN = {"match": {"op": "==", "left": {"osf": {"key": "name"}}, "right": "Linux"}}
YES, NO, STOP = [{"accept": None}], [{"drop": None}], [{"reject": {"type": "tcp reset"}}]


def _payload(protocol: str, field: str, right: object, op: str = "==") -> dict[str, Any]:
    return {"match": {"op": op, "left": {"payload": {"protocol": protocol, "field": field}}, "right": right}}


def _meta(key: str, right: object, op: str = "==") -> dict[str, Any]:
    return {"match": {"op": op, "left": {"meta": {"key": key}}, "right": right}}


def _verdicts(*rules: list[Any], packet: Any = CALLED, policy: str = ACCEPT, **others: Any) -> frozenset[str]:
    table = Table({"input": [{"expr": rule} for rule in rules]}, others.pop("sets", {}))
    table.chains.update({name: [{"expr": rule} for rule in chain] for name, chain in others.items()})
    return table.verdicts("input", policy, packet)


def test_each_interface_has_the_packets_of_both_families() -> None:
    assert set(PACKETS) == {(purpose, version) for purpose in Purpose for version in (4, 6)}
    assert CALLED["tcp dport"] == PORT
    assert str(HEARING["ip daddr"]) == "224.0.0.251"
    assert str(CALLED["ip saddr"]) == "192.0.2.3"


@pytest.mark.parametrize("policy", [ACCEPT, DROP])
def test_without_rules_the_policy_decides(policy: str) -> None:
    assert _verdicts(policy=policy) == {policy}


@pytest.mark.parametrize(
    ("match", "holds"),
    [
        (_payload("tcp", "dport", PORT), True),
        (_payload("tcp", "dport", 80), False),
        (_payload("tcp", "dport", {"set": [80, {"range": [47000, 48000]}]}), True),
        (_payload("tcp", "dport", {"range": [1, 1023]}), False),
        (_payload("tcp", "dport", 1024, ">="), True),
        (_payload("tcp", "dport", 1024, "<"), False),
        (_payload("tcp", "dport", PORT, "!="), False),
        (_payload("th", "dport", PORT), True),
        (_payload("udp", "dport", PORT), False),
        (_payload("icmp", "type", "echo-request"), False),
        (_payload("ip6", "saddr", "2001:db8::1"), False),
        (_payload("ip", "saddr", {"prefix": {"addr": "192.0.2.0", "len": 24}}), True),
        (_payload("ip", "saddr", {"prefix": {"addr": "10.0.0.0", "len": 8}}), False),
        (_payload("ip", "saddr", {"range": ["192.0.2.1", "192.0.2.9"]}), True),
        (_payload("ip", "saddr", "192.0.2.3"), True),
        (_payload("ip", "saddr", "@banned"), False),
        (_payload("ip", "saddr", "@friends"), True),
        (_payload("ip", "saddr", "@elsewhere"), None),
        (_payload("ip", "saddr", "nonsense"), None),
        (_payload("tcp", "flags", "syn"), None),
        (_meta("iifname", "lan0"), True),
        (_meta("iifname", "lan*"), True),
        (_meta("iif", "lo"), False),
        (_meta("iifname", {"set": ["wlan0", "lo"]}, "!="), True),
        (_meta("l4proto", {"set": ["tcp", "udp"]}), True),
        (_meta("nfproto", "ipv6"), False),
        (_meta("mark", 7), None),
        ({"match": {"op": "in", "left": {"ct": {"key": "state"}}, "right": ["established", "related"]}}, False),
        ({"match": {"op": "in", "left": {"ct": {"key": "state"}}, "right": "new"}}, True),
        ({"match": {"op": "==", "left": {"fib": {"result": "type", "flags": ["daddr"]}}, "right": "local"}}, True),
        ({"match": {"op": "==", "left": {"fib": {"result": "type", "flags": "daddr"}}, "right": "multicast"}}, False),
        ({"match": 3}, None),
        ({"xt": None}, None),
        ({"limit": {"rate": 5}}, None),
        (UNKNOWN, None),
    ],
)
def test_a_match_holds_does_not_or_cannot_be_known(match: dict[str, Any], holds: bool | None) -> None:
    sets = {"banned": ["203.0.113.9"], "friends": [{"elem": {"val": "192.0.2.3", "timeout": 3}}]}
    expected = {True: {DROP}, False: {ACCEPT}, None: {ACCEPT, DROP}}[holds]
    assert _verdicts([match, *NO], sets=sets) == expected


def test_the_first_verdict_counts() -> None:
    assert _verdicts(YES, NO) == {ACCEPT}
    assert _verdicts([{"counter": {"packets": 1}}], STOP, YES) == {DROP}
    assert _verdicts([UNKNOWN, *YES], NO) == {ACCEPT, DROP}
    assert _verdicts([{"queue": None}], policy=DROP) == {ACCEPT, DROP}


def test_chains_are_jumped_to_and_come_back() -> None:
    jump, go = [{"jump": {"target": "other"}}], [{"goto": {"target": "other"}}]
    back = [{"return": None}]
    assert _verdicts(jump, NO, other=[]) == {DROP}
    assert _verdicts(jump, NO, other=[YES]) == {ACCEPT}
    assert _verdicts(jump, NO, other=[back, YES]) == {DROP}
    assert _verdicts(go, NO, other=[]) == {ACCEPT}
    assert _verdicts(back, NO) == {ACCEPT}
    assert _verdicts(jump, NO, other=[[UNKNOWN, *YES]]) == {ACCEPT, DROP}
    assert _verdicts(jump, other=[jump]) == {ACCEPT, DROP}, "a circle, which the kernel would refuse"


def test_verdict_maps_are_looked_up() -> None:
    def vmap(key: dict[str, Any], *pairs: list[Any]) -> list[Any]:
        return [{"vmap": {"key": key, "data": {"set": list(pairs)}}}]

    port = {"payload": {"protocol": "tcp", "field": "dport"}}
    state = {"ct": {"key": "state"}}
    assert _verdicts(vmap(port, [PORT, {"drop": None}])) == {DROP}
    assert _verdicts(vmap(port, [80, {"drop": None}])) == {ACCEPT}
    assert _verdicts(vmap(port, [PORT, {"jump": {"target": "other"}}]), NO, other=[YES]) == {ACCEPT}
    assert _verdicts(vmap(state, ["established", {"accept": None}], ["invalid", {"drop": None}]), NO) == {DROP}
    assert _verdicts(vmap({"osf": {}}, ["x", {"drop": None}])) == {ACCEPT, DROP}
    assert _verdicts([{"vmap": {"key": port, "data": "@ports"}}], sets={"ports": [[PORT, {"drop": None}]]}) == {DROP}


def test_families_are_told_apart() -> None:
    rule = [_payload("ip6", "daddr", {"prefix": {"addr": "ff00::", "len": 8}}), *NO]
    assert _verdicts(rule, packet=PACKETS[Purpose.HEARING, 6]) == {DROP}
    assert _verdicts(rule, packet=HEARING) == {ACCEPT}


WORDS = [
    *("match", "op", "left", "right", "payload", "protocol", "field", "meta", "key", "set", "prefix", "addr", "len"),
    *("range", "vmap", "data", "jump", "goto", "target", "accept", "drop", "xt", "elem", "val", "fib", "ct"),
]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["accept", "drop", "@x", "lan0", "tcp", "==", "["]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(WORDS), inner, max_size=4),
    max_leaves=12,
)


@given(st.lists(JSON, max_size=4), st.sampled_from([CALLED, HEARING]))
def test_rules_that_make_no_sense_stop_nobody(expressions: list[Any], packet: Any) -> None:
    assert _verdicts(expressions, packet=packet) <= {ACCEPT, DROP}
