"""What other programs of the same person may ask a running Tallystick on this computer: its sessions, never a key.

Every process of a profile has a door of its own: a window, a `receive` and a `send` may run side by side.
"""

import contextlib
import hashlib
import logging
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol, assert_never

import msgspec

from desktop_app import COMMAND_NAME
from desktop_app.events import SessionFacts, SessionId
from desktop_app.storage.profile import Profile
from desktop_app.transport import local_door
from desktop_app.transport.local_door import LocalDoor

_RUNTIME: Final = Path("/run/user")  # of whom the system started a session for, by number
_log: Final = logging.getLogger(__name__)


class AskSessions(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="ask", tag="sessions"):
    """Which verified sessions there are, and were."""


class AskEnd(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="ask", tag="end"):
    """End that session. The answer holds it, if it lives."""

    session: SessionId


class AskInstance(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="ask", tag="instance"):
    """Under which id it can be seen nearby."""


class _Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    sessions: list[SessionFacts]


class _Instance(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    instance: str


class Host(Protocol):
    """Whose door it is."""

    @property
    def instance(self) -> str: ...

    def session(self, session: SessionId) -> SessionFacts | None: ...

    def sessions(self) -> tuple[SessionFacts, ...]: ...

    def end_session(self, session: SessionId) -> None: ...


class Door:
    """Where it cannot be opened, the host does without."""

    def __init__(self, profile: Profile, host: Host) -> None:
        self._profile, self._host = profile, host
        self._door: LocalDoor | None = None

    def open(self) -> None:
        try:
            self._door = LocalDoor(places(self._profile), self._answer)
        except OSError as error:
            _log.info("no door for other programs: %s", error)

    def close(self) -> None:
        """May be called twice, and without `open`."""
        if self._door is not None:
            self._door.close()

    def _answer(self, request: bytes) -> bytes | None:
        try:
            asked = msgspec.json.decode(request, type=AskSessions | AskEnd | AskInstance)
        except (ValueError, RecursionError):
            return None
        match asked:
            case AskInstance():
                return msgspec.json.encode(_Instance(self._host.instance))
            case AskEnd(session=session):
                return _encoded(self._end(session))
            case AskSessions():
                return _encoded(self._host.sessions())
            case _:
                assert_never(asked)

    def _end(self, number: SessionId) -> list[SessionFacts]:
        facts = self._host.session(number)
        if facts is None or facts.over:
            return []
        self._host.end_session(number)
        return [facts]


@dataclass(frozen=True, slots=True)
class Told:
    """What one running process said; `sessions` is None where it gave no answer that makes sense."""

    process: int
    sessions: tuple[SessionFacts, ...] | None


def ask(profile: Profile, request: AskSessions | AskEnd, *, process: int | None = None) -> list[Told]:
    """Ask every running process of this profile, or that one alone."""
    answers = local_door.ask_all(places(profile), msgspec.json.encode(request), process=process)
    return [Told(each.process, _decoded(each.content)) for each in answers]


def instances(profile: Profile) -> frozenset[str]:
    """Under which ids the running processes of this profile can be seen nearby."""
    found = set()
    for answer in local_door.ask_all(places(profile), msgspec.json.encode(AskInstance())):
        with contextlib.suppress(ValueError, RecursionError):
            found.add(msgspec.json.decode(answer.content or b"", type=_Instance).instance)
    return frozenset(found - {""})


def _encoded(sessions: Iterable[SessionFacts]) -> bytes:
    return msgspec.json.encode(_Answer(list(sessions)))


def _decoded(content: bytes | None) -> tuple[SessionFacts, ...] | None:
    try:
        return tuple(msgspec.json.decode(content or b"", type=_Answer).sessions)
    except (ValueError, RecursionError):
        return None


def places(profile: Profile, kind: str = "") -> list[Path]:
    """Where this system keeps what lives as long as a process, else the profile; the same from every process.

    `kind`: doors that not every process has are kept apart.
    """
    name = f"{COMMAND_NAME}-{hashlib.sha256(os.fsencode(profile.root.resolve())).hexdigest()[:16]}{kind}"
    runtime = [Path(told)] if (told := os.environ.get("XDG_RUNTIME_DIR")) else []
    if os.name == "posix":
        runtime.append(_RUNTIME / str(os.geteuid()))  # for a process without that variable
    found = [place / name for place in dict.fromkeys(runtime) if place.is_absolute()]
    return [*found, profile.root.resolve() / f"run{kind}"]
