"""A session in words, for a person at a terminal: who, how that is known, what protects it, what went through it."""

from collections.abc import Iterator

from desktop_app.cli.plain_text import counted, duration, escaped, moment, quoted
from desktop_app.errors import Size
from desktop_app.events import Method, SessionFacts


def lines(process: int, facts: SessionFacts, now: float) -> Iterator[str]:
    """The first line alone says which one it is; `now` is seconds since 1970."""
    who = f"{process}.{facts.id}  {escaped(facts.peer)} at {escaped(facts.address)}"
    if facts.keys_destroyed_at is None:
        yield f"{who}, open for {duration(now - facts.connected_at)}"
    else:
        yield f"{who}, over: keys destroyed {moment(facts.keys_destroyed_at)}"
    yield f"  {authenticated(facts)}"
    if facts.calls_itself and facts.calls_itself != facts.peer:
        yield f"  It calls itself {quoted(facts.calls_itself)} now."
    yield f"  {facts.agreement}, {facts.cipher}, {_renewed(facts, now)}"
    yield f"  {Size(facts.bytes_sealed)} sealed, {Size(facts.bytes_opened)} opened"
    if not facts.over:
        yield f"  Received files are kept in their folder by {confinement(facts)}"


def confinement(facts: SessionFacts) -> str:
    return f"Tallystick, and by {facts.confined_by} as well" if facts.confined_by else "Tallystick alone"


def authenticated(facts: SessionFacts) -> str:
    """By what, when, and which comparison of people that goes back to."""
    match facts.method:
        case Method.CODE:
            return f"Code compared {moment(facts.compared_at)}"
        case Method.RECORD:
            return f"Remembered device, proved {moment(facts.verified_at)}, code compared {moment(facts.compared_at)}"
        case Method.CONTINUATION:
            return f"Continued after a cut {moment(facts.verified_at)}, code compared {moment(facts.compared_at)}"
        case Method.INVITATION:
            return f"By invitation, proved {moment(facts.verified_at)}"


def _renewed(facts: SessionFacts, now: float) -> str:
    if facts.renewed_at is None:
        return f"epoch {facts.epoch}: keys not renewed yet"
    last = "" if facts.over else f", last {duration(now - facts.renewed_at)} ago"
    return f"epoch {facts.epoch}: keys renewed {counted(facts.renewals, 'time')}{last}"
