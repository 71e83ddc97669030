"""Two computers that keep to the rules, their people who do what they like, and a line that is cut at any time: neither
side ever finds the other at fault, both agree in the end, and what is called delivered is on the other disk.
"""

import shutil
import tempfile
from collections import deque
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from desktop_app.errors import Cancelled, PausedHere
from desktop_app.events import Direction, State
from desktop_app.storage.existing import Existing
from desktop_app.storage.scan import scan
from desktop_app.storage.selection import Selection
from desktop_app.transfer.status import Status
from tests.support.played_session import PlayedComputer, Record
from tests.transfer.trees import write

_QUIET = 2000  # turns; more than anything here takes
sides = st.integers(0, 1)
numbers = st.integers(0, 7)


class TwoComputers(RuleBasedStateMachine):
    @initialize(keeps=st.booleans(), remembered=st.booleans())
    def begin(self, keeps: bool, remembered: bool) -> None:
        self.root = Path(tempfile.mkdtemp(prefix="two-"))
        self.computers: list[PlayedComputer] = []
        for name in ("ada", "ben"):
            (self.root / name).mkdir()
            self.computers.append(PlayedComputer(self.root / name, keeps=keeps, remembered=remembered))
        self.line: tuple[deque[Record], deque[Record]] = (deque(), deque())  # by whom it is for
        self.sent: dict[int, dict[Status, Selection]] = {0: {}, 1: {}}
        self.trees = 0
        self.was_cut = False

    def teardown(self) -> None:
        if hasattr(self, "root"):
            try:
                self.settle()
                self.what_is_called_delivered_is_there()
                self.cut()
                self.settle()
                self.nobody_waits_for_what_is_over()
                for sender, receiver in ((0, 1), (1, 0)):
                    here, there = self.delivered(sender, receiver)
                    assert self.was_cut or here <= there, "delivered, and nobody there knows of it"
            finally:
                for computer in self.computers:
                    computer.close()
                shutil.rmtree(self.root)

    # --- the line ------------------------------------------------------------------------------------------------

    @rule(side=sides, turns=st.integers(1, 6))
    def write(self, side: int, turns: int) -> None:
        self.line[1 - side].extend(self.computers[side].write(turns))

    @rule(side=sides, records=st.integers(1, 6))
    def read(self, side: int, records: int) -> None:
        while records and self.line[side]:
            self.computers[side].hear(self.line[side].popleft())
            records -= 1

    @rule()
    def settle(self) -> None:
        """Everything that is under way arrives."""
        for _ in range(_QUIET):
            moved = False
            for side in (0, 1):
                self.line[1 - side].extend(said := self.computers[side].write(4))
                moved |= bool(said) or bool(self.computers[side].outbox.waiting) or bool(self.line[side])
                self.read(side, len(self.line[side]))
            if not moved:
                return
        raise AssertionError("it never comes to rest")

    @precondition(lambda self: self.anything_moves())
    @rule()
    def cut(self) -> None:
        """And both meet again: what is kept is offered anew, and what was taken back is said."""
        self.was_cut = True
        for side, computer in enumerate(self.computers):
            computer.cut()
            self.line[side].clear()
        for side, computer in enumerate(self.computers):
            computer.meet()
            computer.take_back_what_was_given_up()
            for status, selection in self.sent[side].items():
                if computer.remembered and status.waits:
                    computer.exchange.send(selection, status)

    # --- the people ------------------------------------------------------------------------------------------------

    @rule(side=sides, sizes=st.lists(st.sampled_from([0, 1, 5000, 20_000]), min_size=1, max_size=4))
    def send(self, side: int, sizes: list[int]) -> None:
        self.trees += 1
        folder = self.root / f"tree-{self.trees}"
        for number, size in enumerate(sizes):
            write(folder / f"{number}" / "file", bytes((self.trees, number)) * size, mtime=1)
        selection = scan([folder], lambda: False)
        self.sent[side][self.computers[side].send(selection)] = selection

    @rule(side=sides, text=st.text(min_size=1, max_size=5))
    def send_text(self, side: int, text: str) -> None:
        self.computers[side].send(text)

    @precondition(lambda self: any(computer.texts for computer in self.computers))
    @rule(side=sides, which=numbers)
    def take_text(self, side: int, which: int) -> None:
        if texts := self.computers[side].texts:
            self.computers[side].exchange.take_text(texts[which % len(texts)].transfer.id)

    @precondition(lambda self: any(computer.offers for computer in self.computers))
    @rule(side=sides, which=numbers, answer=st.sampled_from(["accept", "skip", "decline", "look"]))
    def answer(self, side: int, which: int, answer: str) -> None:
        computer = self.computers[side]
        if not computer.offers:
            return
        offer = computer.offers[-1 - which % len(computer.offers)].transfer.id
        match answer:
            case "accept":
                computer.exchange.accept(offer, computer.into, Existing.KEEP_BOTH)
            case "skip":
                computer.exchange.accept(offer, computer.into, Existing.SKIP_IDENTICAL)
            case "decline":
                computer.exchange.decline(offer)
            case _:
                computer.exchange.consider(offer, computer.into)
        computer.settle()

    @rule(existing=st.sampled_from([Existing.KEEP_BOTH, Existing.SKIP_IDENTICAL]))
    def accept_all(self, existing: Existing) -> None:
        """So that more than a few come as far as that."""
        self.settle()
        for computer in self.computers:
            for offer in computer.offers:
                computer.exchange.accept(offer.transfer.id, computer.into, existing)
            computer.offers.clear()
            computer.settle()

    @precondition(lambda self: any(computer.statuses for computer in self.computers))
    @rule(side=sides, which=numbers, wish=st.sampled_from(["cancel", "pause", "go on"]))
    def wish(self, side: int, which: int, wish: str) -> None:
        computer = self.computers[side]
        if not computer.statuses:
            return
        status = computer.statuses[-1 - which % len(computer.statuses)]
        if wish == "cancel" and status.waits:
            status.end(Cancelled())  # no session has it
        elif wish == "cancel":
            computer.exchange.cancel(status)
        elif wish == "pause":
            status.pause(PausedHere())
            computer.exchange.tell_pause(status)
        else:
            status.go_on(PausedHere)
            computer.exchange.tell_pause(status)

    @precondition(lambda self: self.anything_moves())
    @rule(side=sides, which=numbers)
    def cancel_as_the_line_is_cut(self, side: int, which: int) -> None:
        self.wish(side, which, "cancel")
        self.cut()

    def anything_moves(self) -> bool:
        states = [status.transfer.state for computer in self.computers for status in computer.statuses]
        return any(state in {State.MOVING, State.FINISHING} for state in states)

    def delivered(self, sender: int, receiver: int) -> tuple[int, int]:
        """How many by the one's rows, and how many by the other's."""

        def count(side: int, direction: Direction) -> int:
            rows = [status.transfer for status in self.computers[side].statuses]
            return sum(row.state is State.DELIVERED and row.direction is direction for row in rows)

        return count(sender, Direction.SENDING), count(receiver, Direction.RECEIVING)

    # --- what always holds -----------------------------------------------------------------------------------------

    def nobody_waits_for_what_is_over(self) -> None:
        """Once those who know each other have met again."""
        for side in (0, 1):
            here, there = self.computers[side], self.computers[1 - side]
            over = {each.kept.number for each in there.statuses if each.kept is not None and each.over}
            for status in here.statuses if here.remembered else ():
                assert not (status.waits and status.kept is not None and status.kept.number in over)

    def what_is_called_delivered_is_there(self) -> None:
        for side in (0, 1):
            there = self.computers[1 - side].into
            found = {path.read_bytes() for path in there.rglob("file") if not any(map(_is_partial, path.parts))}
            for status, selection in self.sent[side].items():
                if status.transfer.state is State.DELIVERED:
                    for item in selection.entries:
                        assert Path(item.path).is_dir() or Path(item.path).read_bytes() in found
        originals = {each.read_bytes() for each in self.root.glob("tree-*/*/file")}
        for computer in self.computers:
            for path in computer.into.rglob("file"):
                assert any(map(_is_partial, path.parts)) or path.read_bytes() in originals


def _is_partial(part: str) -> bool:
    return part.startswith(".tallystick-partial-")


TestTwoComputers = TwoComputers.TestCase
TestTwoComputers.settings = settings(
    max_examples=60, stateful_step_count=30, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
