"""Every message at every stage of a living connection, in both roles: only those that belong there go on."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop_app.engine import writer
from desktop_app.errors import (
    AppError,
    ComparisonUnfinished,
    LimitExceeded,
    PeerBusy,
    RemoteProtocolError,
    SessionOver,
    UnexpectedMessage,
)
from desktop_app.events import OfferReceived, Verified
from desktop_app.protocol import limits
from desktop_app.protocol.role import Role
from tests.adversary.stages import Stage, Stand, stand
from tests.support.hostile_peer import LEGAL, Hangup, Kind
from tests.support.victims import Victims
from tests.transfer.trees import write

_I, _R = Role.INITIATOR, Role.RESPONDER
BOTH = (_I, _R)


@dataclass(frozen=True)
class Goes:
    """The message belongs there: what is answered, and where the connection stands then."""

    answers: tuple[Kind, ...] = ()
    to: Stage = Stage.VERIFIED


@dataclass(frozen=True)
class Ends:
    """The message belongs there, and the connection is over."""

    error: type[AppError] | None
    answers: tuple[Kind, ...] = ()


Cells = dict[Kind, Goes | Ends]
LEFT: Cells = {Kind.CLOSE: Ends(ComparisonUnfinished)}
QUIET: Cells = {
    Kind.HEARTBEAT: Goes(),
    Kind.OFFER: Goes(),
    Kind.TEXT: Goes(),
    Kind.REMEMBER: Goes(),
    Kind.LOOK: Goes((Kind.SIGHT,)),
    Kind.CLOSE: Ends(SessionOver, (Kind.CLOSE,)),
}
IDLE: Cells = QUIET | {Kind.CLOSE: Ends(None, (Kind.CLOSE,))}
CANCEL: Cells = {Kind.CANCEL: Goes((Kind.CANCELLED,))}
RENEW: dict[Role, Cells] = {_I: {}, _R: {Kind.RENEW: Goes((Kind.RENEWED, Kind.SWITCH))}}


def go_on(*kinds: Kind) -> Cells:
    return dict.fromkeys(kinds, Goes())


# README.md §5 to §9, as far as a connection shows it. Where a responder has to decide it does so at once.
ALLOWED: dict[tuple[Role, Stage], Cells] = {
    **{(role, Stage.HELLO): LEFT | {Kind.HELLO: Goes(to=Stage.PROOFS)} for role in BOTH},
    (_I, Stage.PROOFS): LEFT | {Kind.PROOFS: Goes(to=Stage.COMMIT)},
    (_R, Stage.PROOFS): LEFT | {Kind.PROOFS: Goes((Kind.COMMIT,), Stage.NONCE)},
    (_I, Stage.COMMIT): LEFT | {Kind.COMMIT: Goes((Kind.NONCE,), Stage.OPEN), Kind.BUSY: Ends(PeerBusy)},
    (_R, Stage.NONCE): LEFT | {Kind.NONCE: Goes((Kind.OPEN,), Stage.COMPARING)},
    (_I, Stage.OPEN): LEFT | {Kind.OPEN: Goes(to=Stage.COMPARING)},
    (_I, Stage.RENEWED): QUIET
    | CANCEL
    | go_on(Kind.FILE_ENDS, Kind.PAUSE, Kind.PACE)
    | {Kind.RENEWED: Goes((Kind.SWITCH,))},
    (_I, Stage.SWITCH): QUIET | CANCEL | go_on(Kind.FILE_ENDS, Kind.SWITCH, Kind.PAUSE, Kind.PACE),
    (_R, Stage.SWITCH): IDLE | go_on(Kind.SWITCH),
}
CONTENT = (Kind.RESUME, Kind.ENTRIES, Kind.DIGESTS, Kind.DATA, Kind.FILE_ENDS, Kind.END)
for role in BOTH:
    quiet = QUIET | RENEW[role] | CANCEL
    paused = quiet | go_on(Kind.PACE)
    moving = paused | go_on(Kind.PAUSE)
    ALLOWED |= {
        (role, Stage.COMPARING): LEFT | {Kind.CONFIRM: Goes(to=Stage.PEER_CONFIRMED)},
        (role, Stage.CONFIRMED): LEFT | {Kind.CONFIRM: Goes((Kind.ABOUT,), Stage.ABOUT)},
        (role, Stage.PEER_CONFIRMED): {},
        (role, Stage.ABOUT): go_on(Kind.ABOUT),
        (role, Stage.VERIFIED): IDLE | RENEW[role],
        (role, Stage.ASKED): quiet,
        (role, Stage.ACCEPTED): moving | go_on(Kind.ENTRIES),
        (role, Stage.FILLING): moving | go_on(Kind.DATA),
        (role, Stage.PAUSED): paused | go_on(Kind.DATA, Kind.GO_ON),
        (role, Stage.FILLED): moving | go_on(Kind.FILE_ENDS),
        (role, Stage.TAKEN): moving | {Kind.END: Goes((Kind.DONE,))},
        (role, Stage.CANCELLING): moving | go_on(*CONTENT, Kind.CANCELLED, Kind.GO_ON),
        (role, Stage.OFFERING): quiet | go_on(Kind.ACCEPT, Kind.REFUSE),
        (role, Stage.SENT): moving | go_on(Kind.FAILED, Kind.DONE, Kind.FULL),
        (role, Stage.HELD): moving | go_on(Kind.FAILED, Kind.DONE, Kind.ROOM),
        (role, Stage.WAITING): paused | go_on(Kind.FAILED, Kind.DONE, Kind.FULL, Kind.GO_ON),
        (role, Stage.MATCHING): moving | {Kind.DIGESTS: Goes((Kind.SAME,))},
        (role, Stage.ASKING): moving | go_on(Kind.FAILED, Kind.FULL) | {Kind.COMPARE: Goes((Kind.DIGESTS,))},
        (role, Stage.DIGESTED): moving | go_on(Kind.FAILED, Kind.FULL) | {Kind.SAME: Goes((Kind.FILE_ENDS, Kind.END))},
    }
COUNTED = {Stage.OPEN, Stage.COMPARING, Stage.PEER_CONFIRMED, Stage.CONFIRMED}
# More names, and more entries, than were offered:
ANNOUNCED = {Stage.FILLING, Stage.PAUSED, Stage.FILLED, Stage.TAKEN, Stage.RENEWED, Stage.SWITCH}
TOO_MANY = {
    Kind.NAMES: {Stage.ASKED, Stage.ACCEPTED, Stage.CANCELLING, Stage.MATCHING} | ANNOUNCED,
    Kind.ENTRIES: ANNOUNCED,
}
UNKNOWN = [number for number in (0x00, 0x0F, 0x2F, 0x3F, 0x41, 0xFF) if number not in set(Kind)]


@pytest.fixture(autouse=True)
def _many(monkeypatch: pytest.MonkeyPatch) -> None:
    """One computer stands many attempts in a row, and answers to RENEW whenever it comes."""
    monkeypatch.setattr(limits, "INCOMING_COMPARISONS", 10_000)
    monkeypatch.setattr(limits, "LAPSED_SECONDS", 0.0)
    monkeypatch.setattr(limits, "RENEW_GAP_SECONDS", 0.0)


def test_there_is_one_of_every_message() -> None:
    assert set(LEGAL) == set(Kind)


@pytest.mark.parametrize(("role", "stage"), ALLOWED, ids=lambda value: value.name)
def test_case_031_only_what_belongs_there_goes_on(
    victims: Victims, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, role: Role, stage: Stage
) -> None:
    source = prepare(stage, tmp_path, monkeypatch)
    for kind in Kind:
        with attempt(victims, role, stage, source) as here:
            here.say(kind)
            match ALLOWED[role, stage].get(kind):
                case Goes(answers, to):
                    assert_goes_on(here, kind, answers, to)
                case Ends(error, answers):
                    assert_over(here, stage, error, answers)
                case None:
                    too_many = here.offered and stage in TOO_MANY.get(kind, ())
                    assert_over(here, stage, LimitExceeded if too_many else UnexpectedMessage)


@pytest.mark.parametrize(("role", "stage"), ALLOWED, ids=lambda value: value.name)
def test_what_is_no_message_goes_on_nowhere(
    victims: Victims, tmp_path: Path, role: Role, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = prepare(stage, tmp_path, monkeypatch)
    for number in UNKNOWN:
        with attempt(victims, role, stage, source) as here:
            here.peer.send_plaintext(bytes((number,)) + b"\x90")
            assert_over(here, stage, RemoteProtocolError)


def prepare(stage: Stage, folder: Path, patch: pytest.MonkeyPatch) -> Path:
    """A file that the computer can send; and where it has to want fresh keys, keys that are old at once."""
    if stage in {Stage.RENEWED, Stage.SWITCH}:
        patch.setattr(writer, "_TICK", 0.01)
        patch.setattr(limits, "RENEW_AFTER_SECONDS", 0.0)
    return write(folder / "note", b"x")


@contextmanager
def attempt(victims: Victims, role: Role, stage: Stage, source: Path) -> Iterator[Stand]:
    """The computer at that stage, as if nothing had been before."""
    victims.start_over()
    victims.a.node.engine.dismiss_failure()
    with stand(victims.a, role, source) as here:
        here.lead(stage)
        yield here


def assert_goes_on(here: Stand, kind: Kind, answers: tuple[Kind, ...], to: Stage) -> None:
    if kind is Kind.CONFIRM and to is Stage.ABOUT:
        here.peer.first_epoch()
    if kind is Kind.SWITCH:
        here.peer.switched()
    for answer in answers:
        here.peer.expect(answer)
    here.wait(to)
    if to is Stage.VERIFIED:  # what comes next is heard, too
        here.peer.offer(99, ["next"], total=1)
        here.victim.node.wait_for(OfferReceived, lambda event: event.transfer.contents.names == ("next",))
    assert not here.link.over


def assert_over(here: Stand, stage: Stage, error: type[AppError] | None, answers: tuple[Kind, ...] = ()) -> None:
    """For this reason, with no word more than these, and counted where the peer may have known the code."""
    for answer in answers:
        here.peer.expect(answer)
    with pytest.raises(Hangup):
        here.peer.receive()
    assert here.victim.ended() is here.link
    assert type(here.link.error) is (type(None) if error is None else error)
    assert here.link.failed_comparison is (stage in COUNTED)
    assert len(here.victim.told) == (stage in COUNTED)
    assert bool(here.victim.node.heard(Verified)) is (stage.value >= Stage.ABOUT.value)
