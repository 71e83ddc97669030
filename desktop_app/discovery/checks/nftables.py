"""nftables: which of its chains stop what has to pass. Only root may read them."""

import json
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, Final

from desktop_app.discovery.checks import findings
from desktop_app.discovery.checks.finding import Finding
from desktop_app.discovery.checks.packet_path import DROP, Table
from desktop_app.discovery.checks.packets import Packet, Purpose, stopped, told
from desktop_app.discovery.checks.programs import output

_INCOMING: Final = frozenset({"ingress", "prerouting", "input"})
_OUTGOING: Final = frozenset({"output", "postrouting", "egress"})
_VERSIONS: Final = {"ip": (4,), "ip6": (6,)}

Chain = dict[str, Any]


def nftables(port: int, packets: Sequence[Packet]) -> Iterator[Finding]:
    """What of them each chain drops or rejects, or that it lets them through though it drops by default."""
    listed = _objects(output("nft", "-j", "list", "ruleset"))
    tables = _tables(listed)
    for chain in (each["chain"] for each in listed if isinstance(each.get("chain"), dict)):
        table = tables.get((chain.get("family"), chain.get("table")))
        hook = chain.get("hook")
        if table is None or hook not in _INCOMING | _OUTGOING:
            continue
        policy = str(chain.get("policy", "accept"))
        seen = [each for each in packets if _passes(each, chain)]
        where = " ".join(str(chain.get(key)) for key in ("family", "table", "name"))
        if found := stopped(seen, table, str(chain.get("name")), policy):
            cure = partial(_letting_through, where, port)
            yield from told(f"nftables, {where}", port, found, cure)
        elif policy == DROP and hook == "input":
            yield findings.RulesOpen(where=f"nftables, {where}", port=port)


def _letting_through(where: str, port: int, purpose: Purpose) -> str:
    return f"sudo nft insert rule {where} {purpose.protocol} dport {purpose.destination_port(port)} accept"


def _passes(packet: Packet, chain: Chain) -> bool:
    """Whether the packet comes by that chain at all."""
    if (chain.get("hook") in _INCOMING) is not packet.purpose.incoming:
        return False
    if chain.get("family") == "netdev":
        devices = chain.get("dev")
        return packet.interface in (devices if isinstance(devices, list) else [devices])
    return chain.get("family") in {"inet", "ip", "ip6"} and packet.version in _VERSIONS.get(chain["family"], (4, 6))


def _tables(listed: Sequence[dict[str, Any]]) -> dict[tuple[object, object], Table]:
    tables: dict[tuple[object, object], Table] = {}
    for each in listed:
        for kind in ("chain", "rule", "set", "map"):
            if isinstance(found := each.get(kind), dict):
                at = found.get("family"), found.get("table")
                table = tables.setdefault(at, Table())
                if kind == "chain":
                    table.chains.setdefault(str(found.get("name")), [])
                elif kind == "rule":
                    table.chains.setdefault(str(found.get("chain")), []).append(found)
                else:
                    elements = found.get("elem", [])
                    table.sets[str(found.get("name"))] = elements if isinstance(elements, list) else [elements]
    return tables


def _objects(text: str | None) -> list[dict[str, Any]]:
    try:
        found = json.loads(text or "{}").get("nftables", [])
    except (ValueError, AttributeError, RecursionError):
        return []
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
