"""A Tallystick that runs with the profile of the test's command line, as far as others see it at its door."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from desktop_app.engine.door import Door
from desktop_app.engine.looks import AskedPeer
from desktop_app.events import Direction, Progress, Said, SessionFacts, SessionId, State, TransferFacts, TransferId
from tests.cli.scripted_engine import CONTENTS, PEER

NOW: Final = 1_000_000.0
PAUSED: Final = Said("paused-here", "You paused it.", "Resume it when you like.")
MOVING: Final = TransferFacts(
    id=TransferId(1),
    direction=Direction.SENDING,
    peer=PEER,
    state=State.MOVING,
    contents=replace(CONTENTS, names=tuple(CONTENTS.names), items=()),  # as they go to other programs
    top_level=1,
    progress=Progress(48, 100, 0, 1, 94_000_000, 17.0),
    failed=0,
    paused=None,
    error=None,
    can_pause=True,
    can_resume=False,
    can_retry=False,
)


class House:
    """A running Tallystick with these sessions; one that is told to end does so at the next look."""

    instance = ""

    def __init__(self, *facts: SessionFacts, stubborn: bool = False) -> None:
        self.facts, self.stubborn = list(facts), stubborn
        self.told_to_end: list[SessionId] = []
        self.moving: dict[TransferId, TransferFacts] = {}
        self.told: list[tuple[str, TransferId]] = []  # of its transfers
        self.device_is_near = True
        self.looks: list[AskedPeer] = []

    def session(self, session: SessionId) -> SessionFacts | None:
        return next((each for each in self.facts if each.id == session), None)

    def sessions(self) -> tuple[SessionFacts, ...]:
        told = tuple(self.facts)
        if not self.stubborn:
            self.facts = [replace(each, keys_destroyed_at=NOW) if self._ends(each) else each for each in self.facts]
        return told

    def _ends(self, facts: SessionFacts) -> bool:
        return facts.id in self.told_to_end

    def end_session(self, session: SessionId) -> None:
        self.told_to_end.append(session)

    def transfer_facts(self) -> tuple[TransferFacts, ...]:
        return tuple(self.moving.values())

    def pause(self, transfer: TransferId) -> None:
        self._told("pause", transfer, can_pause=False, can_resume=True, paused=PAUSED)

    def unpause(self, transfer: TransferId) -> None:
        self._told("unpause", transfer, can_pause=True, can_resume=False, paused=None)

    def resume(self, transfer: TransferId) -> None:
        self._told("resume", transfer)

    def cancel(self, transfer: TransferId) -> None:
        self._told("cancel", transfer, state=State.CANCELLED, progress=None, can_pause=False)

    def retry_there(self, of: TransferId) -> TransferId | None:
        if not self.device_is_near:
            return None
        self._told("retry", of)
        again = TransferId(len(self.moving) + 1)
        self.moving[again] = replace(MOVING, id=again, state=State.PREPARING, progress=None, can_pause=False)
        return again

    def ask_what_they_see(self, instance: str) -> list[AskedPeer]:
        return self.looks

    def _told(self, word: str, transfer: TransferId, **changes: Any) -> None:
        self.told.append((word, transfer))
        self.moving[transfer] = replace(self.moving[transfer], **changes)


Open = Callable[[House], Door]
