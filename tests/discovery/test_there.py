"""What a peer has answered, in our own words."""

from collections.abc import Iterator

import pytest

from desktop_app.discovery.checks import devices, examine, findings, findings_there
from desktop_app.discovery.checks.finding import Finding, Outlook
from desktop_app.discovery.checks.scene import Own, Scene
from desktop_app.discovery.checks.there import told
from desktop_app.discovery.peers import Peer
from desktop_app.protocol.sight import Obstacle, Seen, Sight

PEER = "Kitchen PC"
WITHOUT_WORDS = {Obstacle.NOT_LOOKED, Obstacle.FIREWALL_UNREAD}


def _told(*seen: Seen, hears: bool = True, port: int = 47471, announced: bool = True) -> list[Finding]:
    return list(told(PEER, Sight(hears=hears, port=port, seen=list(seen)), announced=announced))


@pytest.mark.parametrize("obstacle", sorted(set(Obstacle) - WITHOUT_WORDS))
def test_every_obstacle_has_a_sentence_and_a_cure_for_that_computer(obstacle: Obstacle) -> None:
    (finding,) = _told(Seen(obstacle, 0), port=5000)
    assert str(finding).startswith("“Kitchen PC” sees: ")
    assert str(finding).endswith(".")
    assert finding.next_step.startswith("On “Kitchen PC”: ")
    assert (finding.good, finding.of) == (False, PEER)
    assert "{" not in str(finding) + finding.next_step + finding.command
    assert "?" not in str(finding) + finding.next_step, "a field is missing"


def test_their_codes_are_for_programs_and_no_two_alike() -> None:
    codes = [kind.code for kind in findings_there.InTheWay.__subclasses__()]
    assert len(set(codes)) == len(codes)
    assert all(code.startswith("there-") for code in codes)


def test_the_commands_of_managed_firewalls_name_the_port_there() -> None:
    (finding,) = _told(Seen(Obstacle.FIREWALL_UFW, 0), port=5000)
    assert finding.command == "sudo ufw allow 5000/tcp && sudo ufw allow mdns"


def test_a_version_of_ip_is_named_where_one_alone_is_concerned() -> None:
    hearing = Obstacle.MULTICAST_NOT_HEARD
    (one,) = _told(Seen(hearing, 6))
    assert str(one).endswith("(IPv6).")
    for both in ((Seen(hearing, 4), Seen(hearing, 6)), (Seen(hearing, 0), Seen(hearing, 4))):
        (finding,) = _told(*both)
        assert str(finding).endswith("(IPv4, IPv6).")


def test_a_peer_that_hears_nothing_of_this_computer_is_told_unless_this_one_says_nothing() -> None:
    (unheard,) = _told(hears=False)
    assert (unheard.code, unheard.good) == ("there-unheard", False)
    (quiet,) = _told(hears=False, announced=False)
    assert (quiet.code, quiet.good) == ("there", True)
    assert "this computer" not in str(quiet)
    (well,) = _told()
    assert str(well) == "“Kitchen PC” sees this computer, and nothing that keeps devices apart there."


def test_no_answer_is_told_as_one_and_accuses_nobody() -> None:
    for sight in (None, Sight(hears=True, port=1, seen=[Seen(Obstacle.NOT_LOOKED, 0), Seen(Obstacle.HIDDEN, 0)])):
        (finding,) = told(PEER, sight, announced=True)
        assert (finding.code, finding.good) == ("there-silent", True)


def test_what_a_newer_tallystick_would_say_is_passed_over() -> None:
    (finding,) = _told(Seen(999, 0))
    assert finding.code == "there"


def test_rules_that_only_root_may_read_are_told_where_something_is_wrong() -> None:
    unread = Seen(Obstacle.FIREWALL_UNREAD, 0)
    assert [finding.code for finding in _told(unread)] == ["there"]
    codes = [finding.code for finding in _told(unread, hears=False)]
    assert codes == ["there-unheard", "there-firewall-unread"]


OWN = ("network", "address", "overlap", "route", "hidden", "port", "multicast", "firewall")


def test_whatever_is_wrong_with_this_computer_itself_has_a_code_for_peers() -> None:
    kinds = [each for each in vars(findings).values() if isinstance(each, type) and issubclass(each, Finding)]
    wrong = [each for each in kinds if not each.good and each not in {Finding, findings.RulesStop}]
    assert {each for each in wrong if each.code.startswith(OWN)} == {
        each for each in wrong if each.obstacle is not None
    }


def test_a_peer_is_told_each_obstacle_once_and_nobody_else_is_called_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def check(_scene: Scene) -> Iterator[Finding]:
        yield findings.PortFree(port=1)
        yield findings.MulticastLost(where="eth0 (IPv6)", version=6)
        yield findings.MulticastLost(where="wlan0 (IPv6)", version=6)
        yield findings.Hidden()

    assert {devices.devices, devices.address}.isdisjoint(examine.OWN_CHECKS)
    monkeypatch.setattr(examine, "OWN_CHECKS", (check,))
    monkeypatch.setattr(examine, "usable", lambda: ())
    monkeypatch.setattr(devices, "LOOK", 0.0)
    known = Peer("0123456789abcdef", "Ada", "linux", ("192.0.2.7",), 47471)
    seen = (Seen(Obstacle.MULTICAST_NOT_HEARD, 6), Seen(Obstacle.HIDDEN, 0))
    assert examine.outlook(Own(47471), known=(known,)) == Outlook(seen, frozenset({known.instance}))
