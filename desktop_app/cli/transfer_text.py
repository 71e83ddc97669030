"""A transfer of a running program in words, for a person at a terminal: what, with whom, and how it stands."""

from collections.abc import Iterator

from desktop_app.cli import plain_text
from desktop_app.cli.plain_text import escaped
from desktop_app.events import Direction, State, TransferFacts


def lines(process: int, facts: TransferFacts) -> Iterator[str]:
    """The first line alone says which one it is."""
    first, *more = waiting(facts)
    yield f"{process}.{facts.id}  {first}"
    yield from more


def waiting(facts: TransferFacts) -> Iterator[str]:
    """The same of one that no program has."""
    way = "to" if facts.direction is Direction.SENDING else "from"
    what = plain_text.contents(facts.contents)
    yield f"{way} {escaped(facts.peer)}: {what}, {_standing(facts)}"
    names = facts.contents.names
    if names:
        more = f" (of {facts.top_level:,})" if facts.top_level > len(names) else ""
        yield f"  {plain_text.names(names)}{more}"
    for said in filter(None, (facts.paused, facts.error)):
        yield f"  {escaped(' '.join(filter(None, (said.sentence, said.advice))))}"


def _standing(facts: TransferFacts) -> str:
    if facts.paused is not None:
        done = plain_text.share(facts.progress) if facts.progress is not None else ""
        return f"waiting{done and f', {done}'}"
    if facts.progress is not None:
        return plain_text.progress(facts.progress)
    if facts.state is State.DELIVERED and facts.direction is Direction.RECEIVING:
        return "received"
    return facts.state.value
