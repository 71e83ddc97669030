"""Questions in words, for a person at a terminal, and the keys that answer them."""

import re
from collections.abc import Iterator
from typing import Final

from desktop_app.cli import plain_text
from desktop_app.cli.plain_text import escaped, quoted
from desktop_app.cli.questions import Clearing, Covered, Forgetting, Question, Reply, Typed, Unremembered, typed_in
from desktop_app.engine.typed_code import TRIES
from desktop_app.errors import Size
from desktop_app.events import CodeReady, ComparisonOver, OfferReceived, Recognised, Unproven
from desktop_app.storage.existing import Existing

_COVER: Final = "·"

_CODE_KEYS: Final = {"m": Reply.MATCH, "d": Reply.DIFFERENT, "": Reply.NOT_NOW}
_OFFER_KEYS: Final = {"a": Reply.ACCEPT, "s": Reply.SKIP_IDENTICAL, "d": Reply.DECLINE}
_NOTICE_KEYS: Final = {"": Reply.DISMISS}
_WAITING_KEYS: Final = {"": Reply.GO_ON}
_DOUBT_KEYS: Final = {"s": Reply.STOP, "": Reply.STOP, "c": Reply.COMPARE}
_YES_OR_NO: Final = {"y": Reply.YES, "n": Reply.NO, "": Reply.NO}

_WHAT_COMES: Final = {
    Existing.ASK: "",
    Existing.KEEP_BOTH: "What comes gets a number.",
    Existing.SKIP_IDENTICAL: "Identical files are skipped; what differs gets a number.",
}


def lines(question: Question) -> Iterator[str]:
    """With the keys at the end."""
    match question.subject:
        case CodeReady() as code:
            yield from _code(code, keys(question))
        case Covered() as covered:
            yield from _covered(covered, keys(question))
        case OfferReceived() as offer:
            yield from _offer(offer, question.existing)
            yield keys(question)
        case ComparisonOver():
            yield f"Nobody can compare a code with this computer until you have seen this.  {keys(question)}"
        case Unproven() as event:
            yield from _unproven(event)
            yield keys(question)
        case Recognised() as event:
            known = f"{escaped(event.peer)} (verified {plain_text.day(event.compared_at)})"
            yield f"You called {escaped(event.called)}: this is {known}. Send to it?  {keys(question)}"
        case Unremembered():
            yield keys(question)
        case Forgetting(device=device):
            known = f"{quoted(device.name)}, verified {plain_text.day(device.compared_at)}"
            yield f"Forget {known}? Its sessions end, and the next one compares a code.  {keys(question)}"
        case Clearing():
            yield f"Forget all earlier transfers and their receipts? Files stay where they are.  {keys(question)}"


def keys(question: Question) -> str:
    """Which there are, and what each says."""
    match question.subject:
        case CodeReady():
            return "[m] they match  [d] different  [Enter] not now"
        case Covered(left=left):
            return f"{'the eight digits  ' if left else ''}[d] different  [Enter] not now"
        case OfferReceived(problem=None) if question.chooses_existing:
            return (
                "[a] accept, what comes gets a number  "
                "[s] accept, skip identical files, what differs gets a number  [d] decline"
            )
        case OfferReceived(problem=None):
            return "[a] accept  [d] decline"
        case OfferReceived():
            return "[d] decline"
        case ComparisonOver():
            return "[Enter] seen"
        case Unproven():
            return "[s] or [Enter] stop  [c] compare codes anew"
        case Unremembered():
            return "[Enter] go on without that"
        case Recognised() | Forgetting() | Clearing():
            return "[y] yes  [n] no"


def understood(text: str, question: Question) -> Reply | Typed | None:
    if (typed := typed_in(text, question)) is not None:
        return typed
    key = text.strip().lower()
    match question.subject:
        case CodeReady() | Covered():
            return _CODE_KEYS.get(key)
        case OfferReceived():
            return _OFFER_KEYS.get(key)
        case ComparisonOver():
            return _NOTICE_KEYS.get(key)
        case Unproven():
            return _DOUBT_KEYS.get(key)
        case Unremembered():
            return _WAITING_KEYS.get(key)
        case Recognised() | Forgetting() | Clearing():
            return _YES_OR_NO.get(key)


def _code(code: CodeReady, answers: str) -> Iterator[str]:
    yield from _introduced(code)
    yield f"\n    {code.digits}\n    {' · '.join(code.words)}\n"
    there = "" if code.incoming else " If dots are there, this code is typed there first."
    yield f"Is exactly this code on the other screen?{there}  {answers}"


def _covered(covered: Covered, answers: str) -> Iterator[str]:
    """The code of this computer is not shown: nobody is to copy it from the wrong screen."""
    code = covered.code
    if covered.left == TRIES:
        yield from _introduced(code)
        yield f"\n    {_COVER.join(re.split('[0-9]', code.digits))}\n"
        asked = f"Type the code that the screen of {quoted(code.peer)} shows."
    elif covered.left:
        asked = "That is not the code of this computer. Look again, and type it once more."
    else:
        asked = "That is not the code of this computer either. If you typed what is there, it is different."
    yield f"{asked}  {answers}"


def _introduced(code: CodeReady) -> Iterator[str]:
    who = f"Not verified yet: the computer at {escaped(code.address)}, which calls itself {quoted(code.peer)}"
    yield ""
    yield f"{who}, wants to compare a code." if code.incoming else f"{who}. Compare this code with it."
    if code.doubted:
        yield (
            f"Careful: it did not prove to be {quoted(code.doubted)}, which is remembered here. "
            "It may have forgotten this computer, or somebody is in between."
        )


def _unproven(event: Unproven) -> Iterator[str]:
    yield ""
    yield plain_text.sentence(event.error)
    yield f"The computer at {escaped(event.address)} answered. {plain_text.advice(event.error)}"


def _offer(offer: OfferReceived, existing: Existing) -> Iterator[str]:
    what = offer.transfer.contents
    yield ""
    yield f"{escaped(offer.transfer.peer)} wants to send you {plain_text.contents(what)}:"
    yield from plain_text.items(what)
    yield f"Free here: {Size(offer.free)}. To be saved in {escaped(str(offer.into))}"
    if what.programs:
        yield f"Among them: {plain_text.counted(what.programs, 'program')}. Open only what you expected."
    if offer.asked_because is not None and offer.problem is None:
        yield plain_text.sentence(offer.asked_because)
    if offer.continues is not None:
        yield f"It was interrupted: {Size(offer.continues)} are here already, only the rest comes."
    for warning in offer.warnings:
        yield f"{plain_text.sentence(warning)} {plain_text.advice(warning)}"
    if offer.problem is not None:
        yield f"{plain_text.sentence(offer.problem)} {plain_text.advice(offer.problem)}"
    elif offer.existing:
        kept = f"There already, and kept: {plain_text.names(offer.existing)}."
        yield f"{kept} {_WHAT_COMES[existing]}".rstrip()
