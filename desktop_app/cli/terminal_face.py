"""A person at a terminal: few calm lines, one line of progress that is written over, questions with short answers."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from desktop_app.cli import past_text, plain_text, question_text, session_text, transfer_text
from desktop_app.cli.left_out import missed
from desktop_app.cli.output import Writable
from desktop_app.cli.plain_text import escaped, quoted
from desktop_app.cli.questions import Question, Reply, Typed
from desktop_app.cli.running import RunningNumber
from desktop_app.discovery.checks.finding import Finding
from desktop_app.errors import AppError
from desktop_app.events import (
    CodeReady,
    ComparisonOver,
    Device,
    Direction,
    FileFailure,
    Invited,
    Kind,
    Listening,
    Method,
    PastTransfer,
    Progress,
    RememberedDevice,
    SessionFacts,
    SessionId,
    State,
    Transfer,
    TransferFacts,
    Verified,
)
from desktop_app.storage.device_record import DAY

_ERASE: Final = "\r\x1b[K"
_FAILURES_SHOWN: Final = 20

_STEPS: Final = {
    State.PREPARING: "Reading what is to be sent…",
    State.CONNECTING: "Connecting to {peer}…",
    State.ASKING: "Waiting for {peer} to accept…",
}


class TerminalFace:
    answer_lock = 1.5  # nobody compares eight digits faster; a stray key is not an answer

    def __init__(self, out: Writable, errors: Writable) -> None:
        self._out, self._errors = out, errors
        self._rewrites = out.isatty()
        self._progress_shown = False
        self._last_step: tuple[object, State] | None = None
        self._asked: Question | None = None  # and not answered yet

    def listening(self, event: Listening, name: str) -> None:
        other = "" if event.port == event.wanted else f" ({event.wanted} was taken)"
        self._say(f"Ready. This computer is called “{escaped(name)}” and listens on port {event.port}{other}.")
        self._say("Press Ctrl+C to stop.")

    def folder_made(self, path: Path) -> None:
        self._say(f"Made the folder {escaped(str(path))}")

    def invited(self, invited: Invited) -> None:
        self._say(f"This invitation is good for one session within {invited.seconds / 60:.0f} minutes:")
        self._say("")
        self._say(invited.text)
        self._say("")
        self._say("Give it to the other person by a way that you both trust: whoever gets hold of it first can use it,")
        self._say("and no code is compared. There: tallystick send FILE --invitation -")

    def looking(self, name: str) -> None:
        self._say(f"Looking for “{escaped(name)}”…")

    def device(self, device: Device) -> None:
        addresses = ", ".join(escaped(address) for address in device.addresses)
        known, said = device.remembered, list[str]()
        if device.session is not None:
            said.append("verified")
        elif known is not None:
            said.append(f"probably the one verified {plain_text.day(known.compared_at)}")
        if device.name != device.known_as:
            said.append(f"calls itself {quoted(device.name)}")
        if known is not None and known.always is not None:
            said.append(plain_text.unasked(known.always))
        name, state = escaped(device.known_as), ", ".join(said)
        self._say("  ".join(filter(None, (name, addresses, f"port {device.port}", state))))

    def away(self, devices: Sequence[RememberedDevice]) -> None:
        self._say("Remembered, not seen now:")
        for device in devices:
            verified, until = plain_text.day(device.compared_at), plain_text.date(device.expires_at)
            was_at = f", was at {escaped(device.met_at[0])}" if device.met_at else ""
            unasked = "" if device.always is None else f", {plain_text.unasked(device.always)}"
            self._say(f"  {escaped(device.name)}  verified {verified}, remembered until {until}{was_at}{unasked}")

    def no_devices(self) -> None:
        self._say("No devices were seen. “tallystick doctor” looks for the cause.")

    def ask(self, question: Question) -> None:
        self._asked = question
        for line in question_text.lines(question):
            self._say(line)

    def understand(self, text: str, question: Question | None) -> Reply | Typed | None:
        return None if question is None else question_text.understood(text, question)

    def not_understood(self, _text: str, question: Question | None) -> None:
        if question is not None:
            self._say(question_text.keys(question))

    def too_early(self, question: Question) -> None:
        self._say(f"That came before anybody could have read this, and is no answer.  {question_text.keys(question)}")

    def answered(self, question: Question, reply: Reply) -> None:
        self._asked = None
        match question.subject, reply:
            case CodeReady(peer=peer), Reply.MATCH:
                self._say(f"Waiting for {escaped(peer)}…")

    def withdrawn(self, question: Question) -> None:
        """What follows says why."""
        if self._asked is question:
            self._asked = None

    def verified(self, event: Verified) -> None:
        peer = escaped(event.peer)
        match event.method:
            case Method.CODE:
                self._say(f"Verified: both screens showed the same code. This is {peer}.")
            case Method.RECORD:
                self._say(f"Verified: this is {peer}, remembered since {plain_text.date(event.compared_at)}.")
            case Method.CONTINUATION:
                self._say(f"Verified: this is {peer} again, after the connection was cut.")
            case Method.INVITATION:
                self._say(f"Verified by invitation: this is {peer}.")

    def awaits_remembering(self, _session: SessionId, peer: str, seconds: float) -> None:
        most = plain_text.duration(seconds)
        self._say(f"Waiting until {escaped(peer)} remembers this computer, too, for {most} at most…")

    def remembered(self, device: RememberedDevice, doubted: RememberedDevice | None = None) -> None:
        days = plain_text.counted(round((device.expires_at - device.used_at) / DAY), "day")
        self._say(f"Remembered as {quoted(device.name)} for {days}.")
        if doubted is not None:
            old = f"{quoted(doubted.name)}, verified {plain_text.day(doubted.compared_at)},"
            self._say(
                f"{old} is still remembered beside it. "
                "If this is the same device, “tallystick forget” takes the old one away, and “tallystick rename” gives "
                "this one its name."
            )
        if self._asked is not None:  # the keys are to stand last
            self._say(question_text.keys(self._asked))

    def forgotten(self, device: RememberedDevice) -> None:
        self._say(f"Forgotten: {quoted(device.name)}.")

    def always_accepted(self, device: RememberedDevice) -> None:
        if device.always is None:
            self._say(f"You are asked about what {quoted(device.name)} sends.")
        else:
            self._say(f"What {quoted(device.name)} sends is {plain_text.unasked(device.always)}.")
            self._say("You are asked all the same about programs, and where something speaks against it.")

    def accepted_unasked(self, transfer: Transfer) -> None:
        what = plain_text.contents(transfer.contents)
        self._say(f"{escaped(transfer.peer)} sends {what}, accepted without asking: into {escaped(str(transfer.into))}")

    def renamed(self, before: RememberedDevice, now: RememberedDevice) -> None:
        self._say(f"{quoted(before.name)} is called {quoted(now.name)} here now.")

    def comparison_failed(self, event: ComparisonOver) -> None:
        self.error(event.error)

    def step(self, transfer: Transfer) -> None:
        """Tells a state once, however often the transfer changes in it."""
        if transfer.direction is Direction.RECEIVING or (step := (transfer.id, transfer.state)) == self._last_step:
            return
        self._last_step = step
        if words := _STEPS.get(transfer.state):
            self._say(words.format(peer=escaped(transfer.peer)))
        if transfer.state is State.CONNECTING:
            self._list("Left out", transfer.left_out)

    def progress(self, transfer: Transfer, progress: Progress) -> None:
        if self._rewrites:
            arrow = "to" if transfer.direction is Direction.SENDING else "from"
            line = f"{plain_text.progress(progress)} · {arrow} {escaped(transfer.peer)}"
            width = shutil.get_terminal_size().columns - 1
            self._out.write(_ERASE + line[:width])
            self._out.flush()
            self._progress_shown = True

    def paused(self, transfer: Transfer) -> None:
        if transfer.paused is not None:
            self._complain(f"Paused: {plain_text.sentence(transfer.paused)}", plain_text.advice(transfer.paused))
        else:
            self._say("It goes on.")

    def text(self, transfer: Transfer, text: str) -> None:
        self._say("")
        self._say(f"{escaped(transfer.peer)} sent {plain_text.contents(transfer.contents)}:")
        for line in plain_text.indented(text):
            self._say(line)

    def nothing_waits(self, there: Sequence[RunningNumber]) -> None:
        if not there:
            self._say("No transfer waits to go on.")
            return
        self._say("No interrupted transfer waits. What a Tallystick that runs has paused goes on with its number:")
        for number in there:
            self._say(f"  tallystick resume {number}")

    def waiting(self, facts: TransferFacts) -> None:
        for line in transfer_text.waiting(facts):
            self._say(line)

    def ended(self, transfer: Transfer) -> None:
        peer, what = escaped(transfer.peer), plain_text.contents(transfer.contents)
        if transfer.state is State.DELIVERED and transfer.contents.kind is Kind.TEXT:
            if transfer.direction is Direction.SENDING:  # the other one was shown
                self._say(f"Delivered: {what}, to {peer}.")
        elif transfer.state is State.DELIVERED and transfer.direction is Direction.SENDING:
            self._say(f"Delivered: {what}, checked and saved on {peer}.")
        elif transfer.state is State.DELIVERED:
            self._say(f"Received from {peer}: {what}, checked and saved.")
        elif transfer.error is not None:
            self.error(transfer.error)
        else:
            self._complain(f"{peer}: {transfer.state.value}.", "")
        if transfer.were_there:
            self._say(plain_text.were_there(transfer.were_there))
        for path in transfer.saved:
            self._say(f"  {escaped(str(path))}")
        self._list("Not delivered", transfer.failures)
        if transfer.direction is Direction.RECEIVING:
            self._list("Left out", transfer.left_out)
        if transfer.state in {State.DELIVERED, State.PARTLY} and (number := missed(transfer)):
            self._complain(plain_text.left_out(number), "")

    def finding(self, finding: Finding) -> None:
        self._say(f"[{'ok' if finding.good else '!!'}] {escaped(str(finding))}")
        for line in filter(None, (finding.next_step, finding.command)):
            self._say(f"     {escaped(line)}")

    def session(self, process: int, facts: SessionFacts, now: float) -> None:
        for line in session_text.lines(process, facts, now):
            self._say(line)

    def session_ended(self, process: int, facts: SessionFacts) -> None:
        self._say(f"Session {process}.{facts.id} with {escaped(facts.peer)} is over. Its keys no longer exist.")

    def no_sessions(self) -> None:
        self._say("There are no sessions.")

    def transfer(self, process: int, facts: TransferFacts) -> None:
        for line in transfer_text.lines(process, facts):
            self._say(line)

    def no_transfers(self) -> None:
        self._say("No Tallystick that runs has a transfer. “tallystick history” shows what is over,")
        self._say("and “tallystick resume” goes on with what was interrupted.")

    def past(self, entry: PastTransfer) -> None:
        for line in past_text.lines(entry):
            self._say(line)

    def no_history(self, searched: str) -> None:
        self._say(f"Nothing in the history holds {quoted(searched)}." if searched else "The history is empty.")

    def history_cleared(self) -> None:
        self._say("The history is empty now, and there are no receipts any more. Files stay where they are.")

    def receipt_saved(self, path: Path) -> None:
        self._say(f"Saved: {escaped(str(path))}")

    def menu_entry(self, files: Sequence[Path], *, removed: bool) -> None:
        self._say(("Removed:" if removed else "Installed:") if files else "There was no menu entry.")
        for file in files:
            self._say(f"  {escaped(str(file))}")

    def error(self, error: AppError) -> None:
        self._complain(plain_text.sentence(error), plain_text.advice(error))
        seen = error.fields.get("seen")
        if isinstance(seen, tuple) and seen:
            self._complain(f"Seen here: {plain_text.names(seen)}.", "")

    def stopped(self) -> None:
        self._complain("Stopped.", "")

    def _list(self, heading: str, failures: Sequence[FileFailure]) -> None:
        for failure in failures[:_FAILURES_SHOWN]:
            path, why = escaped(failure.path), plain_text.sentence(failure.error)
            self._complain(f"{heading}: {why}" if path in why else f"{heading}: {path}: {why}", "")
        if len(failures) > _FAILURES_SHOWN:
            self._complain(f"{heading}: {len(failures) - _FAILURES_SHOWN:,} more", "")

    def _say(self, line: str) -> None:
        self._end_progress()
        self._out.write(line + "\n")
        self._out.flush()

    def _complain(self, line: str, advice: str) -> None:
        self._end_progress()
        self._errors.write(f"{line}\n  {advice}\n" if advice else f"{line}\n")
        self._errors.flush()

    def _end_progress(self) -> None:
        if self._progress_shown:
            self._progress_shown = False
            self._out.write(_ERASE)
            self._out.flush()
