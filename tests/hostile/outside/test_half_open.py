"""A cable on which everything is lost without a word, one way, the other way or both: both sides notice in time."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.protocol.key_schedule import Cipher
from tests.support.namespaces import Lan
from tests.support.teller import Teller

pytestmark = pytest.mark.network

SILENCE, HEARTBEAT = 3.0, 0.3  # twenty seconds and five, shortened


@pytest.fixture
def pair(lan: Lan, tmp_path: Path) -> Iterator[tuple[Teller, Teller]]:
    """Both on one host, whose loopback is the cable."""
    host, cipher = lan.hosts[0], Cipher.CHACHA20_POLY1305
    ada, ben = (Teller(tmp_path / name, name, cipher, host=host) for name in ("Ada", "Ben"))
    with closing(ada), closing(ben):
        for teller in (ada, ben):
            teller.do("limit", "SILENCE", SILENCE)
            teller.do("limit", "HEARTBEAT", HEARTBEAT)
        yield ada, ben
    host.let_pass()


@pytest.mark.parametrize("lost", [("dport",), ("sport",), ("dport", "sport")], ids=["there", "back", "both"])
def test_case_082_silence_is_noticed_by_both(lan: Lan, pair: tuple[Teller, Teller], lost: tuple[str, ...]) -> None:
    ada, ben = pair
    ada.do("pair", ben.port)
    for teller in pair:
        teller.do("answer", teller.code(), "match")
    for teller in pair:
        teller.wait("Verified")
    lan.hosts[0].filter("hook input", *(f"tcp {which} {ben.port} drop" for which in lost))
    for teller in pair:
        assert teller.wait("SessionEnded")["error"] in {"PeerTimeout", "ConnectionLost"}
