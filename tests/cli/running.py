"""A Tallystick that runs with the profile of the test's command line, as far as others see it at its door."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from desktop_app.engine.door import Door
from desktop_app.events import SessionFacts, SessionId

NOW: Final = 1_000_000.0


class House:
    """A running Tallystick with these sessions; one that is told to end does so at the next look."""

    instance = ""

    def __init__(self, *facts: SessionFacts, stubborn: bool = False) -> None:
        self.facts, self.stubborn = list(facts), stubborn
        self.told_to_end: list[SessionId] = []

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


Open = Callable[[House], Door]
