"""Two honest computers under attack, and what has to hold after every attack, whoever made it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.engine import Answer
from desktop_app.engine.link import Link
from desktop_app.errors import Interrupted
from desktop_app.events import CodeReady, ComparisonOver, SessionId, State, Verified
from desktop_app.protocol import limits
from desktop_app.transport.address import Address
from tests.support.hostile_peer import HostilePeer, Kind
from tests.support.node import Node, verify, wait_until
from tests.transfer.trees import write

STRANGER = "127.0.0.30"


class Victim:
    """A node, and every connection of it that is over: also those of which its person is told nothing."""

    def __init__(self, node: Node, monkeypatch: pytest.MonkeyPatch) -> None:
        self.node = node
        self.over: list[Link] = []
        self._ending: set[Link] = set()
        tell = node.engine._links.ended

        def ended(link: Link) -> None:
            self._ending.add(link)
            tell(link)
            self.over.append(link)
            self._ending.remove(link)

        monkeypatch.setattr(node.engine._links, "ended", ended)

    def ended(self, count: int = 1) -> Link:
        """The newest of the connections that are over, of which there are so many."""
        wait_until(lambda: len(self.over) >= count, lambda: f"{self.node.name}: {self.node.events[-4:]}")
        assert len(self.over) == count
        return self.over[-1]

    @property
    def told(self) -> list[ComparisonOver]:
        """The failed comparisons that its person was told of."""
        return [over for over in self.node.heard(ComparisonOver) if over.counted]

    def give_up_what_waits(self) -> None:
        """Of interrupted transfers nothing stays either."""
        for transfer in self.node.engine.transfers():
            if isinstance(transfer.paused, Interrupted):
                self.node.engine.cancel(transfer.id)
        wait_until(lambda: not list(self.node.folder.glob(".*")))

    def wait_quiet(self) -> None:
        """Until no connection lives, and all that there is to tell of those that did was told."""
        table = self.node.engine._links._table
        wait_until(lambda: not table.all() and not self._ending, lambda: f"{self.node.name}: a session goes on")

    def assert_paused(self) -> None:
        """No stranger gets a code."""
        before = len(self.over)
        with HostilePeer.dial(self.node.engine.port, source=STRANGER) as stranger:
            stranger.agree().greet().expect(Kind.BUSY)
        self.ended(before + 1)


class Victims:
    """`a` dials, `b` is the one who was meant."""

    def __init__(self, a: Node, b: Node, monkeypatch: pytest.MonkeyPatch) -> None:
        self.a, self.b = Victim(a, monkeypatch), Victim(b, monkeypatch)
        self._monkeypatch = monkeypatch

    def __iter__(self) -> Iterator[Victim]:
        yield from (self.a, self.b)

    def dial(self, port: int) -> None:
        """The person at `a` connects to whoever listens there."""
        self.a.node.engine.pair(Address("127.0.0.1", port))

    def codes(self) -> tuple[CodeReady, CodeReady]:
        """What is on both screens."""
        return self.a.node.wait_for(CodeReady), self.b.node.wait_for(CodeReady)

    def confirm(self) -> tuple[SessionId, SessionId]:
        """Both codes are the same, and both people say so."""
        codes = self.codes()
        assert (codes[0].digits, codes[0].words) == (codes[1].digits, codes[1].words)
        for victim, code in zip(self, codes, strict=True):
            victim.node.engine.answer_code(code.session, Answer.MATCH)
        for victim in self:
            victim.node.wait_for(Verified)
        return codes[0].session, codes[1].session

    def start_over(self) -> None:
        """What was before the attack is no part of it."""
        for victim in self:
            victim.wait_quiet()
            victim.over.clear()
            victim.node.forget()
            victim.node.events.clear()

    def assert_nothing_verified(self) -> None:
        for victim in self:
            assert not victim.node.heard(Verified)
            assert not victim.node.engine.transfers()

    def assert_well(self, source: Path) -> None:
        """Told, counted and paused are one thing; nothing half is left; and both can meet as if nothing had been."""
        for victim in self:
            victim.wait_quiet()
            failed = {link.id for link in victim.over if link.failed_comparison}
            assert {over.session for over in victim.told} == failed
            if failed:
                victim.assert_paused()
            if len(failed) >= limits.INCOMING_COMPARISONS:
                victim.node.engine.dismiss_failure()
                victim.assert_paused()
                self._monkeypatch.setattr(limits, "INCOMING_COMPARISONS_SECONDS", 0.0)  # ten minutes later
            victim.node.engine.dismiss_failure()
            victim.give_up_what_waits()
        self._assert_meet(source)

    def _assert_meet(self, source: Path) -> None:
        a, b = self.a.node, self.b.node
        for node in (a, b):
            node.forget()
            node.engine._keeper.continuations.clear()  # so that a code is compared
        sessions = verify(a, b)
        for sender, receiver, session in ((a, b, sessions[0]), (b, a, sessions[1])):
            note = write(source / f"honest from {sender.name}", sender.name.encode())
            number = sender.engine.send([note], sender.device_of(session))
            receiver.accept()
            assert sender.finished(number).state is State.DELIVERED
            assert (receiver.folder / note.name).read_bytes() == note.read_bytes()
