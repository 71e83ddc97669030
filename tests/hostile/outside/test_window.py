"""A window while somebody on the cable does what no program of ours would: it goes on answering, and shows names as
they are."""

import os
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from desktop_app.protocol import limits
from tests.end2end.screen import Screen, Window
from tests.hostile.outside.running import leave, let_in, send_files
from tests.support.hostile_peer import Hangup, HostilePeer, Kind
from tests.support.namespaces import Lan
from tests.support.oracle import NEVER_LONGER, plant, seen

pytestmark = [pytest.mark.network, pytest.mark.screen]

NAME = "<b>4821 0973</b> & {0} %s\n\u202eCP nehctiK"


def test_it_answers_while_it_is_attacked(lan: Lan, tmp_path: Path) -> None:
    _, there, here = lan.hosts
    with Screen() as screen, ExitStack() as kept:
        window = Window(screen, tmp_path / "ada", "Ada's laptop", 0, here)
        kept.callback(window.kill)
        around = plant(tmp_path / "ada" / "around")
        before, worst = seen(around), 0.0

        def dial() -> HostilePeer:
            return HostilePeer(there.connect(here.address, limits.DEFAULT_PORT), initiator=True)

        def answers() -> None:
            nonlocal worst
            start = time.monotonic()
            window.shows("main-window")
            worst = max(worst, time.monotonic() - start)

        for said in (b"", b"GET / HTTP/1.1\r\n\r\n", os.urandom(3000), b"\xff" * 100, bytes(4)) * 4:
            with dial() as stranger, suppress(Hangup):
                stranger.send_bytes(said)
            answers()
        with let_in(dial) as peer:
            peer.greet().compare(NAME)
            window.wait("code-dialog")
            with let_in(dial) as second:
                second.greet().expect(Kind.BUSY)
            assert [each for each in window.text("code-view") if each.isdecimal()] == list(peer.digits.replace(" ", ""))
            window.click("code-match")
            peer.verify()
            answers()
            flood(peer, answers)
            peer.offer(100, ["note"], total=5)
            window.click("offer-accept")
            while peer.receive()[0] != Kind.ACCEPT:
                pass
            send_files(peer, 100, {"note": b"hello"})
            while peer.receive()[0] != Kind.DONE:
                pass
            leave(peer)
        answers()
        assert (window.received / "note").read_bytes() == b"hello"
        assert seen(around) == before
        assert worst < NEVER_LONGER
        window.close()


def flood(peer: HostilePeer, answers: Callable[[], None]) -> None:
    """Offers that are taken back at once, with many names and long ones."""
    for stream in range(40):
        names = [f"{stream} {number} " + "x" * 200 for number in range(100)]
        peer.offer(stream, names, files=100)
        peer.send(Kind.CANCEL, stream, True)
        while peer.receive()[0] != Kind.CANCELLED:
            pass
    answers()
