"""`sessions`: what the running Tallysticks of this profile say of theirs, and the end of one."""

import time
from dataclasses import replace
from typing import Final

from desktop_app.cli import running
from desktop_app.cli.commands import Sessions
from desktop_app.cli.errors import NoSuchSession, ProcessSilent, SessionAmbiguous
from desktop_app.cli.exit_codes import ExitCode
from desktop_app.cli.face import Face
from desktop_app.cli.inbox import Inbox
from desktop_app.cli.running import RunningNumber
from desktop_app.engine import door
from desktop_app.engine.door import AskEnd, AskSessions, Told
from desktop_app.errors import PeerTimeout
from desktop_app.events import SessionFacts
from desktop_app.storage.profile import Profile

_END_SECONDS: Final = 10.0  # a rotation and the peer's last word have their time in it
_LOOK: Final = 0.1  # seconds between two looks whether it is over

Numbered = tuple[int, SessionFacts]  # the process, and one of its sessions


def sessions(profile: Profile, face: Face, inbox: Inbox, command: Sessions) -> ExitCode:
    """Raises NoSuchSession, SessionAmbiguous, PeerTimeout, Stopped."""
    told = door.ask(profile, AskSessions())
    for silent in (each for each in told if each.sessions is None):
        face.error(ProcessSilent(process=silent.process))
    if command.end is not None:
        process, facts = _end(profile, inbox, _meant(told, command.end))
        face.session_ended(process, facts)
        return ExitCode.DONE
    listed = _numbered(told)
    for process, facts in listed:
        face.session(process, facts, time.time())
    if not listed:
        face.no_sessions()
    return ExitCode.DONE


def _numbered(told: list[Told]) -> list[Numbered]:
    return [(each.process, facts) for each in told for facts in each.sessions or ()]


def _meant(told: list[Told], number: RunningNumber) -> Numbered:
    """The open session of that number."""
    return running.meant(
        ((process, facts) for process, facts in _numbered(told) if not facts.over),
        number,
        none=NoSuchSession(session=number),
        several=lambda numbers: SessionAmbiguous(session=number, sessions=numbers),
    )


def _end(profile: Profile, inbox: Inbox, meant: Numbered) -> Numbered:
    """As it is once its keys are gone."""
    process, facts = meant
    door.ask(profile, AskEnd(facts.id), process=process)
    until = time.monotonic() + _END_SECONDS
    while time.monotonic() < until:
        now = _seen(door.ask(profile, AskSessions(), process=process), meant)
        if now.over:
            return process, now
        inbox.get(_LOOK)
    raise PeerTimeout(peer=facts.peer)


def _seen(told: list[Told], meant: Numbered) -> SessionFacts:
    """A process that ended took its keys with it."""
    process, before = meant
    if not told:
        return replace(before, keys_destroyed_at=time.time())
    return next((facts for seen, facts in _numbered(told) if (seen, facts.id) == (process, before.id)), before)
