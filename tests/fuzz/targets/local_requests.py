"""What other programs of the same person say at a running Tallystick's doors, and what it hears at theirs; a program's
answers on standard input."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final, cast

import msgspec

from desktop_app.cli.json_face import JsonFace
from desktop_app.engine import door
from desktop_app.engine.door import (
    AskCancel,
    AskEnd,
    AskInstance,
    AskPause,
    AskResume,
    AskRetry,
    AskSessions,
    AskSights,
    AskTransfers,
    Door,
    Host,
)
from desktop_app.engine.looks import AskedPeer
from desktop_app.engine.summons import Summons, SummonsDoor
from desktop_app.events import SessionFacts, SessionId, TransferFacts, TransferId
from desktop_app.storage.profile import Profile
from tests.fuzz import documents
from tests.fuzz.choices import Choices
from tests.fuzz.places import folder

SIZE_MAX: Final = 512
_REAL: Final = (
    *map(msgspec.json.encode, (AskSessions(), AskEnd(SessionId(7)), AskInstance(), AskTransfers(), AskSights("0123"))),
    *(msgspec.json.encode(ask(TransferId(7))) for ask in (AskPause, AskResume, AskCancel, AskRetry)),
    msgspec.json.encode({"paths": [b"/home/anna/a", b"\xff\0"], "token": "x"}),
    msgspec.json.encode({"instance": "0123456789abcdef"}),
    msgspec.json.encode({"sessions": []}),
    json.dumps({"answer": "accept", "question": 3}).encode(),
)


class _Host:
    instance = "0123456789abcdef"

    def session(self, session: SessionId) -> SessionFacts | None:
        return None

    def sessions(self) -> tuple[SessionFacts, ...]:
        return ()

    def end_session(self, session: SessionId) -> None:
        raise AssertionError("a session that is not there was ended")

    def transfer_facts(self) -> tuple[TransferFacts, ...]:
        return ()

    def ask_what_they_see(self, instance: str) -> list[AskedPeer]:
        return []


_DOOR: Final = Door(Profile(folder("doors")), cast(Host, _Host()))


def seeds() -> Iterator[bytes]:
    yield from documents.seeds_of(_REAL)
    yield b'\0{"ask": "\x80"}'


def run(data: bytes) -> None:
    said = documents.document(Choices(data), _REAL)
    answer = _DOOR._answer(said)
    if answer is not None:
        assert json.loads(answer) in ({"sessions": []}, {"transfers": []}, {"sights": []}, {"instance": _Host.instance})
    heard: list[Summons] = []
    summons = SummonsDoor.__new__(SummonsDoor)
    summons._summoned = lambda summoned: (heard.append(summoned), True)[1]  # type: ignore[func-returns-value]
    assert (summons._answer(said) is not None) == bool(heard)
    assert all(isinstance(path, Path) for each in heard for path in each.paths)
    told = door._decoded(said, door._SESSIONS)
    assert told is None or all(isinstance(each, SessionFacts) for each in told.sessions)
    face = JsonFace.__new__(JsonFace)
    face._offer_changed = True
    assert face.understand(said.decode(errors="surrogateescape"), None) is None or not face._offer_changed
