"""What other programs of the same person may ask a running Tallystick on this computer: its sessions, its transfers,
what its peers see; never a key, and nothing that its person would have to agree to.

Every process of a profile has a door of its own: a window, a `receive` and a `send` may run side by side.
"""

import hashlib
import logging
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol, TypeVar, assert_never

import msgspec

from desktop_app import COMMAND_NAME
from desktop_app.engine.looks import AskedPeer
from desktop_app.events import SessionFacts, SessionId, TransferFacts, TransferId
from desktop_app.protocol.sight import Sight
from desktop_app.storage.profile import Profile
from desktop_app.transport import local_door
from desktop_app.transport.local_door import LocalDoor

_RUNTIME: Final = Path("/run/user")  # of whom the system started a session for, by number
_TRANSFERS_MAX: Final = 200  # which one answer has room for
_log: Final = logging.getLogger(__name__)


class AskSessions(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="ask", tag="sessions"):
    """Which verified sessions there are, and were."""


class AskEnd(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="ask", tag="end"):
    """End that session. The answer holds it, if it lives."""

    session: SessionId


class AskInstance(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="ask", tag="instance"):
    """Under which id it can be seen nearby."""


class AskTransfers(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="ask", tag="transfers"):
    """Which transfers there are, and were."""


class AskPause(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="ask", tag="pause"):
    """Let that transfer wait. This answer and those of the next ones hold the transfer then, if that can be."""

    transfer: TransferId


class AskResume(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="ask", tag="resume"):
    """Go on with that transfer, which was paused there or interrupted."""

    transfer: TransferId


class AskCancel(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="ask", tag="cancel"):
    """Give that transfer up."""

    transfer: TransferId


class AskRetry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="ask", tag="retry"):
    """Send again what failed of that transfer. The answer holds the new one."""

    transfer: TransferId


class AskSights(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="ask", tag="sights"):
    """What everybody sees that there is a session with, and whether they hear `instance`. To be asked again until all
    have answered."""

    instance: str


class Sighted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one of them has answered so far."""

    session: SessionId
    peer: str
    announced: bool  # it was asked whether it hears this computer
    over: bool  # nothing more comes
    sight: Sight | None


AskOfTransfers = AskTransfers | AskPause | AskResume | AskCancel | AskRetry


class _Sessions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    sessions: tuple[SessionFacts, ...]


class _Transfers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    transfers: tuple[TransferFacts, ...]


class _Sights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    sights: tuple[Sighted, ...]


class _Instance(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    instance: str


_Asked = AskSessions | AskEnd | AskInstance | AskSights | AskOfTransfers
_Said = _Sessions | _Transfers | _Sights | _Instance
_Kind = TypeVar("_Kind", bound=_Said)

_ASKED: Final[msgspec.json.Decoder[_Asked]] = msgspec.json.Decoder(_Asked)
_SESSIONS: Final = msgspec.json.Decoder(_Sessions)
_TRANSFERS: Final = msgspec.json.Decoder(_Transfers)
_SIGHTS: Final = msgspec.json.Decoder(_Sights)
_INSTANCE: Final = msgspec.json.Decoder(_Instance)


class Host(Protocol):
    """Whose door it is."""

    @property
    def instance(self) -> str: ...

    def session(self, session: SessionId) -> SessionFacts | None: ...

    def sessions(self) -> tuple[SessionFacts, ...]: ...

    def end_session(self, session: SessionId) -> None: ...

    def transfer_facts(self) -> tuple[TransferFacts, ...]: ...

    def pause(self, transfer: TransferId) -> None: ...

    def unpause(self, transfer: TransferId) -> None: ...

    def resume(self, transfer: TransferId) -> None: ...

    def cancel(self, transfer: TransferId) -> None: ...

    def retry_there(self, of: TransferId) -> TransferId | None: ...

    def ask_what_they_see(self, instance: str) -> list[AskedPeer]: ...


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
            asked = _ASKED.decode(request)
        except (ValueError, RecursionError):
            return None
        return msgspec.json.encode(self._done(asked))

    def _done(self, asked: _Asked) -> _Said:
        match asked:
            case AskInstance():
                return _Instance(self._host.instance)
            case AskEnd(session=session):
                return _Sessions(self._end(session))
            case AskSessions():
                return _Sessions(self._host.sessions())
            case AskSights(instance=instance):
                return _Sights(tuple(map(_sighted, self._host.ask_what_they_see(instance))))
            case AskTransfers():
                return _Transfers(_newest(self._host.transfer_facts()))
            case AskPause() | AskResume() | AskCancel() | AskRetry():
                return _Transfers(self._change(asked))
            case _:
                assert_never(asked)

    def _change(self, asked: AskPause | AskResume | AskCancel | AskRetry) -> tuple[TransferFacts, ...]:
        """What the person wants of that transfer, if it is possible; how the one stands that has it then."""
        number: TransferId | None = asked.transfer
        before = self._find(number)
        match asked:
            case AskPause() if before is not None and before.can_pause:
                self._host.pause(before.id)
            case AskResume() if before is not None and before.can_resume:
                self._host.unpause(before.id)
                self._host.resume(before.id)
            case AskCancel() if before is not None and not before.state.final:
                self._host.cancel(before.id)
            case AskRetry() if before is not None and before.can_retry:
                number = self._host.retry_there(before.id)
            case _:
                return ()
        now = self._find(number)
        return () if now is None else (now,)

    def _find(self, number: TransferId | None) -> TransferFacts | None:
        return next((each for each in self._host.transfer_facts() if each.id == number), None)

    def _end(self, number: SessionId) -> tuple[SessionFacts, ...]:
        facts = self._host.session(number)
        if facts is None or facts.over:
            return ()
        self._host.end_session(number)
        return (facts,)


@dataclass(frozen=True, slots=True)
class Told:
    """What one running process said; `sessions` is None where it gave no answer that makes sense."""

    process: int
    sessions: tuple[SessionFacts, ...] | None


@dataclass(frozen=True, slots=True)
class ToldTransfers:
    """Likewise, of transfers."""

    process: int
    transfers: tuple[TransferFacts, ...] | None


def ask(profile: Profile, request: AskSessions | AskEnd, *, process: int | None = None) -> list[Told]:
    """Ask every running process of this profile, or that one alone."""
    said = _ask(profile, request, _SESSIONS, process=process)
    return [Told(number, None if each is None else each.sessions) for number, each in said]


def ask_of_transfers(profile: Profile, request: AskOfTransfers, *, process: int | None = None) -> list[ToldTransfers]:
    """As `ask`."""
    said = _ask(profile, request, _TRANSFERS, process=process)
    return [ToldTransfers(number, None if each is None else each.transfers) for number, each in said]


def ask_sights(profile: Profile, instance: str) -> dict[tuple[int, SessionId], Sighted]:
    """What the peers of every running process of this profile but this one see; by process and session."""
    said = _ask(profile, AskSights(instance), _SIGHTS, but=os.getpid())
    return {(number, each.session): each for number, answer in said if answer is not None for each in answer.sights}


def instances(profile: Profile) -> frozenset[str]:
    """Under which ids the running processes of this profile can be seen nearby."""
    said = _ask(profile, AskInstance(), _INSTANCE)
    return frozenset(each.instance for _, each in said if each is not None and each.instance)


def _ask(
    profile: Profile,
    request: _Asked,
    decoder: msgspec.json.Decoder[_Kind],
    *,
    process: int | None = None,
    but: int | None = None,
) -> list[tuple[int, _Kind | None]]:
    """What each process says, by its number; None for what makes no sense."""
    answers = local_door.ask_all(places(profile), msgspec.json.encode(request), process=process, but=but)
    return [(each.process, _decoded(each.content, decoder)) for each in answers]


def _decoded(content: bytes | None, decoder: msgspec.json.Decoder[_Kind]) -> _Kind | None:
    try:
        return decoder.decode(content or b"")
    except (ValueError, RecursionError):
        return None


def _newest(transfers: Sequence[TransferFacts]) -> tuple[TransferFacts, ...]:
    """As many as one answer has room for. What is over makes room first."""
    surplus = max(0, len(transfers) - _TRANSFERS_MAX)
    left_out = {each.id for each in [each for each in transfers if each.state.final][:surplus]}
    return tuple(each for each in transfers if each.id not in left_out)[-_TRANSFERS_MAX:]


def _sighted(asked: AskedPeer) -> Sighted:
    question = asked.question
    if question is None:
        return Sighted(asked.session, asked.peer, announced=False, over=True, sight=None)
    over = question.wait(0)
    return Sighted(asked.session, asked.peer, question.announced, over, question.sight)


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
