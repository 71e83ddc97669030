"""One JSON object a line for programs, and their answers: {"answer": "match"} or just "match".

Strings are ASCII with escapes, so no name can touch a terminal or end a line.
"""

import dataclasses
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from desktop_app.cli.errors import BadAnswer
from desktop_app.cli.output import Writable
from desktop_app.cli.questions import Clearing, Covered, Forgetting, Question, Reply, Typed, Unremembered, typed_in
from desktop_app.cli.running import RunningNumber
from desktop_app.discovery.checks.finding import Finding
from desktop_app.errors import AppError
from desktop_app.events import (
    CodeReady,
    ComparisonOver,
    Contents,
    Device,
    FileFailure,
    Invited,
    Listening,
    Method,
    OfferReceived,
    PastTransfer,
    Progress,
    Recognised,
    RememberedDevice,
    Said,
    SessionFacts,
    SessionId,
    State,
    Transfer,
    TransferFacts,
    Unproven,
    Verified,
)

_REPLIES: Final = {reply.value: reply for reply in Reply}


class JsonFace:
    answer_lock = 0.0

    def __init__(self, out: Writable) -> None:
        self._out = out
        self._offer_changed = self._needs_number = False

    def listening(self, event: Listening, name: str) -> None:
        self._tell("listening", port=event.port, wanted=event.wanted, name=name)

    def folder_made(self, path: Path) -> None:
        """The program named it, and reads in each offer where things go."""

    def invited(self, invited: Invited) -> None:
        self._tell("invited", invitation=invited.text, seconds=invited.seconds)

    def looking(self, name: str) -> None:
        """Programs see the devices themselves."""

    def device(self, device: Device) -> None:
        self._tell(
            "device",
            peer=device.known_as,
            name=device.name,
            addresses=device.addresses,
            port=device.port,
            id=device.id,
            platform=device.platform,
            verified=device.session is not None,
            remembered=None if device.remembered is None else _remembered(device.remembered),
        )

    def away(self, devices: Sequence[RememberedDevice]) -> None:
        for device in devices:
            self._tell("remembered", **_remembered(device))

    def no_devices(self) -> None:
        """No device line says it."""

    def ask(self, question: Question) -> None:
        match question.subject:
            case CodeReady() as code:
                self._ask_code(code, question, digits=code.digits, words=code.words, tries=None)
            case Covered(code=code, left=left):
                self._ask_code(code, question, digits=None, words=None, tries=left)
            case OfferReceived(transfer=transfer) as offer:
                self._tell(
                    "offer",
                    peer=transfer.peer,
                    **_contents(transfer),
                    free=offer.free,
                    into=str(offer.into),
                    existing=offer.existing,
                    problem=None if offer.problem is None else _error(offer.problem),
                    continues=offer.continues,
                    because=None if offer.asked_because is None else _error(offer.asked_because),
                    warnings=[_error(warning) for warning in offer.warnings],
                    choices=[reply.value for reply in question.choices],
                    question=question.number,
                )
            case ComparisonOver():
                """The `failed` before it said that it has to be dismissed."""
            case Unproven(peer=peer, address=address, error=error):
                self._tell("unproven", peer=peer, address=address, **_error(error), question=question.number)
            case Recognised(peer=peer, called=called, compared_at=compared_at):
                self._tell("recognised", peer=peer, called=called, compared_at=compared_at, question=question.number)
            case Unremembered():
                """The `awaits_remembering` before it said how long that is waited for."""
            case Forgetting(device=device):
                self._tell("forget", **_remembered(device), question=question.number)
            case Clearing():
                self._tell("clear", question=question.number)

    def understand(self, text: str, question: Question | None) -> Reply | Typed | None:
        """An answer may name its `question`. One that does not is no consent to an offer which took another's place."""
        try:
            answer: Any = json.loads(text)
        except (ValueError, RecursionError):
            return None
        meant: object = None
        if isinstance(answer, dict) and answer.keys() <= {"answer", "question"}:
            meant, answer = answer.get("question"), answer.get("answer")
        reply = _understood(answer, question) if isinstance(answer, str) else None
        if meant is not None:
            return reply if question is not None and meant == question.number else None
        changed, self._offer_changed = self._offer_changed, False
        self._needs_number = changed and reply in {Reply.ACCEPT, Reply.SKIP_IDENTICAL}
        return None if self._needs_number else reply

    def not_understood(self, text: str, question: Question | None) -> None:
        choices = [reply.value for reply in question.choices] if question else ["none now"]
        if question and isinstance(question.subject, Covered) and question.subject.left:
            choices.insert(0, "the code on the other screen")
        possible, needs_number, self._needs_number = ", ".join(choices), self._needs_number, False
        if needs_number and question:
            possible += f'; with "question": {question.number}, for the offer before it was withdrawn'
        self.error(BadAnswer(answer=text, choices=possible))

    def too_early(self, question: Question) -> None:
        """Programs read before they write."""

    def answered(self, question: Question, reply: Reply) -> None:
        """The program knows what it answered."""

    def withdrawn(self, question: Question) -> None:
        """The `failed` that follows says why."""
        self._offer_changed = isinstance(question.subject, OfferReceived)

    def verified(self, event: Verified) -> None:
        method = event.method.name.lower()
        compared_at = None if event.method is Method.INVITATION else event.compared_at  # nobody compared anything
        self._tell("verified", peer=event.peer, session=event.session, method=method, compared_at=compared_at)

    def awaits_remembering(self, session: SessionId, peer: str, seconds: float) -> None:
        """`remembered` or `error` follows."""
        choices = [Reply.GO_ON.value]
        self._tell("awaits_remembering", peer=peer, seconds=seconds, choices=choices, question=session)

    def remembered(self, device: RememberedDevice, doubted: RememberedDevice | None = None) -> None:
        self._tell("remembered", **_remembered(device), doubted=None if doubted is None else _remembered(doubted))

    def forgotten(self, device: RememberedDevice) -> None:
        self._tell("forgotten", **_remembered(device))

    def always_accepted(self, device: RememberedDevice) -> None:
        self._tell("always", **_remembered(device))

    def accepted_unasked(self, transfer: Transfer) -> None:
        self._tell("accepted", peer=transfer.peer, **_contents(transfer), into=str(transfer.into))

    def renamed(self, before: RememberedDevice, now: RememberedDevice) -> None:
        self._tell("renamed", **_remembered(now), before=before.name)

    def comparison_failed(self, event: ComparisonOver) -> None:
        self._tell("failed", peer=event.peer, **_error(event.error), failures=[], dismiss=event.counted)

    def step(self, transfer: Transfer) -> None:
        """Programs follow `progress`, and know when they are asked."""

    def progress(self, transfer: Transfer, progress: Progress) -> None:
        self._tell("progress", peer=transfer.peer, **_progress(progress))

    def paused(self, transfer: Transfer) -> None:
        if transfer.paused is not None:
            self._tell("paused", peer=transfer.peer, **_error(transfer.paused))
        else:
            self._tell("resumed", peer=transfer.peer)

    def nothing_waits(self, there: Sequence[RunningNumber]) -> None:
        self._tell("nothing_waits", there=[str(number) for number in there])

    def ended(self, transfer: Transfer) -> None:
        facts: dict[str, object] = {
            "peer": transfer.peer,
            "direction": transfer.direction.value,
            "kind": transfer.contents.kind.value,
            "left_out": _failures(transfer.left_out),
            "saved": [str(path) for path in transfer.saved],
            "were_there": transfer.were_there,
            "unasked": transfer.unasked,
        }
        if transfer.state is State.DELIVERED:
            what = transfer.contents
            self._tell("delivered", **facts, files=what.files, folders=what.folders, bytes=what.total)
        else:
            told: dict[str, object] = {"code": transfer.state.name.lower(), "message": "", "advice": ""}
            if transfer.error is not None:
                told = _error(transfer.error)
            self._tell("failed", **facts, **told, failures=_failures(transfer.failures), dismiss=False)

    def text(self, transfer: Transfer, text: str) -> None:
        self._tell("text", peer=transfer.peer, text=text, characters=transfer.contents.characters)

    def finding(self, finding: Finding) -> None:
        self._tell("finding", **finding.facts())

    def session(self, process: int, facts: SessionFacts, now: float) -> None:
        self._tell(
            "session",
            **dataclasses.asdict(facts) | {"id": f"{process}.{facts.id}", "method": facts.method.name.lower()},
            process=process,
            session=facts.id,
            age=(facts.keys_destroyed_at or now) - facts.connected_at,
            state="over" if facts.over else "open",
        )

    def session_ended(self, process: int, facts: SessionFacts) -> None:
        self.session(process, facts, facts.keys_destroyed_at or 0.0)

    def no_sessions(self) -> None:
        """No session line says it."""

    def transfer(self, process: int, facts: TransferFacts) -> None:
        self._tell(
            "transfer",
            id=f"{process}.{facts.id}",
            process=process,
            **_transfer(facts),
            error=None if facts.error is None else _said(facts.error),
            can_pause=facts.can_pause,
            can_resume=facts.can_resume,
            can_retry=facts.can_retry,
        )

    def waiting(self, facts: TransferFacts) -> None:
        self._tell("waiting", **_transfer(facts))

    def no_transfers(self) -> None:
        """No transfer line says it."""

    def past(self, entry: PastTransfer) -> None:
        transfer = entry.transfer
        what = transfer.contents
        self._tell(
            "transfer",
            id=entry.id,
            direction=transfer.direction.value,
            kind=what.kind.value,
            characters=what.characters,
            peer=transfer.peer,
            state=transfer.state.name.lower(),
            method=None if entry.method is None else entry.method.name.lower(),
            names=list(what.names),
            all_names=entry.top_level,
            items=_items(what),
            files=what.files,
            folders=what.folders,
            bytes=what.total,
            saved=[str(path) for path in transfer.saved],
            were_there=transfer.were_there,
            unasked=transfer.unasked,
            started_at=entry.started_at,
            ended_at=transfer.changed_at,
            failed=entry.failed,
            failures=_failures(transfer.failures),
            left_out=entry.left_out,
            can_retry=entry.can_retry,
            receipt=entry.has_receipt,
            error=None if transfer.error is None else _error(transfer.error),
        )

    def no_history(self, searched: str) -> None:
        """No transfer line says it."""

    def history_cleared(self) -> None:
        self._tell("cleared")

    def receipt_saved(self, path: Path) -> None:
        self._tell("saved", path=str(path))

    def menu_entry(self, files: Sequence[Path], *, removed: bool) -> None:
        self._tell("removed" if removed else "installed", files=[str(file) for file in files])

    def error(self, error: AppError) -> None:
        peer = error.fields.get("peer")
        told: dict[str, object] = {} if peer is None else {"peer": peer}
        self._tell("error", **told, **_error(error))

    def stopped(self) -> None:
        """The exit code says it."""

    def _ask_code(self, code: CodeReady, question: Question, **shown: object) -> None:
        """`tries`: how often the code of the other screen may be typed before the one here is told; None: as it is."""
        about = {"peer": code.peer, "address": code.address, "incoming": code.incoming, "doubted": code.doubted or None}
        self._tell("code", **about, **shown, question=question.number)

    def _tell(self, event: str, **fields: object) -> None:
        self._out.write(json.dumps({"event": event, **fields}, default=str) + "\n")
        self._out.flush()


def _understood(answer: str, question: Question | None) -> Reply | Typed | None:
    if question is not None and (typed := typed_in(answer, question)) is not None:
        return typed
    return _REPLIES.get(answer)


def _error(error: AppError) -> dict[str, object]:
    told: dict[str, object] = {"code": error.code, "message": str(error), "advice": error.next_step}
    if "seen" in error.fields:
        told["seen"] = error.fields["seen"]
    return told


def _transfer(facts: TransferFacts) -> dict[str, object]:
    what, now = facts.contents, facts.progress
    return {
        "direction": facts.direction.value,
        "kind": what.kind.value,
        "characters": what.characters,
        "peer": facts.peer,
        "state": facts.state.name.lower(),
        "names": what.names,
        "all_names": facts.top_level,
        "files": what.files,
        "folders": what.folders,
        "bytes": what.total,
        "progress": None if now is None else _progress(now),
        "failed": facts.failed,
        "paused": None if facts.paused is None else _said(facts.paused),
    }


def _said(said: Said) -> dict[str, object]:
    return {"code": said.code, "message": said.sentence, "advice": said.advice}


def _progress(progress: Progress) -> dict[str, object]:
    return {
        "bytes": progress.bytes_done,
        "total": progress.bytes_total,
        "files": progress.files_done,
        "files_total": progress.files_total,
        "rate": round(progress.rate),
        "seconds_left": progress.seconds_left,
        "limited_by": None if progress.limited_by is None else progress.limited_by.name.lower(),
    }


def _remembered(device: RememberedDevice) -> dict[str, object]:
    always = device.always
    return {
        "peer": device.name,
        "id": device.id,
        "name": device.name,
        "compared_at": device.compared_at,
        "used_at": device.used_at,
        "expires": device.expires_at,
        "met_at": device.met_at,
        "always": None if always is None else {"into": str(always.folder), "up_to": always.most},
    }


def _failures(failures: Sequence[FileFailure]) -> list[dict[str, str]]:
    return [{"path": each.path, "code": each.error.code, "message": str(each.error)} for each in failures]


def _items(what: Contents) -> list[dict[str, object]]:
    """What is behind the names, in their order; none where that is not known."""
    return [
        {"kind": "folder" if each.is_folder else "file", "files": each.files, "size": each.size} for each in what.items
    ]


def _contents(transfer: Transfer) -> dict[str, object]:
    what = transfer.contents
    return {
        "names": list(what.names),
        "items": _items(what),
        "files": what.files,
        "folders": what.folders,
        "total": what.total,
        "programs": what.programs,
    }
