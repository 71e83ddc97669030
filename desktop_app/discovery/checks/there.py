"""What a peer has answered, as findings that a person here reads."""

from collections.abc import Iterator

from desktop_app.discovery.checks import findings_there
from desktop_app.discovery.checks.finding import Finding
from desktop_app.protocol.sight import Obstacle, Sight


def told(peer: str, sight: Sight | None, *, announced: bool) -> Iterator[Finding]:
    """`sight`: what it answered, None where it did not. `announced`: it was asked whether it hears this computer."""
    codes = set() if sight is None else {each.code for each in sight.seen}
    if sight is None or Obstacle.NOT_LOOKED in codes:
        yield findings_there.SaysNothing(peer=peer)
        return
    found = list(_in_the_way(peer, sight))
    unheard = announced and not sight.hears
    if unheard:
        yield findings_there.Unheard(peer=peer)
    yield from found
    if Obstacle.FIREWALL_UNREAD in codes and (unheard or found):
        yield findings_there.RulesUnread(findings_there.RulesUnread.typed, peer=peer)
    if not found and not unheard:
        yield (findings_there.ClearAndHeard if announced else findings_there.Clear)(peer=peer)


def _in_the_way(peer: str, sight: Sight) -> Iterator[Finding]:
    """Those that have words here; others are of a newer Tallystick."""
    for kind in findings_there.InTheWay.__subclasses__():
        versions = {each.version for each in sight.seen if each.code == kind.meets}
        if versions:
            shown = ", ".join(f"IPv{version}" for version in (4, 6) if version in versions or 0 in versions)
            yield kind(kind.typed.format(port=sight.port), peer=peer, port=sight.port, versions=shown)
