"""An engine that follows a script, and a `tallystick` that is run against it in this process."""

import fcntl
import io
import json
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest

from desktop_app.cli import arguments
from desktop_app.cli.commands import SelfCheck, Window
from desktop_app.cli.run import run
from desktop_app.discovery.checks.finding import Finding
from desktop_app.engine import Answer, Engine
from desktop_app.errors import AppError
from desktop_app.events import (
    CodeReady,
    Device,
    DeviceId,
    Direction,
    Event,
    HistoryId,
    Method,
    OfferReceived,
    Progress,
    RecordId,
    RememberedDevice,
    SessionFacts,
    SessionId,
    State,
    Transfer,
    TransferChanged,
    TransferId,
)
from desktop_app.storage.existing import Existing
from desktop_app.storage.settings import Settings
from desktop_app.transport.address import Address
from tests.support.top_names import a_folder, contents

PEER = "Kitchen PC"
CODE = CodeReady(SessionId(1), PEER, "192.0.2.7:47471", "4821 0973", ("velvet", "anchor", "plate"), incoming=False)
DAY = 24 * 3600.0
CONTENTS = contents(a_folder("holiday 2026", 214, 3_200_000_000), folders=3)


def device(name: str = PEER, number: int = 1) -> Device:
    return Device(DeviceId(f"id-{number}"), name, "linux", (f"192.0.2.{number}",), 47471)


def remembered(name: str = PEER, number: int = 1) -> RememberedDevice:
    """Compared on 12 Oct 2001, used a day later, for 90 days."""
    compared_at = time.mktime((2001, 10, 12, 14, 1, 0, 0, 0, -1))
    used_at = compared_at + DAY
    return RememberedDevice(RecordId(f"record-{number}"), name, compared_at, used_at, used_at + 90 * DAY)


def session_facts(**changes: Any) -> SessionFacts:
    facts: dict[str, Any] = {
        "id": SessionId(1),
        "peer": PEER,
        "address": "192.0.2.7:47471",
        "initiator": False,
        "method": Method.CODE,
        "connected_at": 0.0,
        "verified_at": 0.0,
        "compared_at": 0.0,
        "agreement": "X25519 + ML-KEM-768",
        "cipher": "AES-256-GCM",
        "epoch": 1,
        "renewals": 0,
        "renewed_at": None,
        "bytes_sealed": 0,
        "bytes_opened": 0,
        **changes,
    }
    return SessionFacts(**facts)


def transfer(state: State, direction: Direction = Direction.SENDING, **changes: Any) -> Transfer:
    facts = {"contents": CONTENTS, "session": SessionId(1), **changes}
    return Transfer(TransferId(1), direction, PEER, state, **facts)


def changed(state: State, direction: Direction = Direction.SENDING, **changes: Any) -> TransferChanged:
    return TransferChanged(transfer(state, direction, **changes))


def offer(**changes: Any) -> OfferReceived:
    facts = {"free": 120_000_000_000, "into": Path("/elsewhere"), "existing": (), "problem": None, **changes}
    return OfferReceived(transfer(State.ASKING, Direction.RECEIVING), **facts)


class ScriptedEngine:
    """`script` maps a call, or a call and its last argument, to the events that follow it."""

    def __init__(
        self,
        script: dict[object, list[Event]],
        devices: tuple[Device, ...] = (device(),),
        remembered: tuple[RememberedDevice, ...] = (),
    ) -> None:
        self.script, self._devices, self._remembered = script, devices, remembered
        self.calls: list[tuple[str, object]] = []
        self.options: dict[str, object] = {}
        self.settings = Settings(name="Ada's laptop")
        self.start_error: AppError | None = None
        self.method = Method.CODE
        self.proved: RememberedDevice | None = None  # whoever is at the other end of its session
        self.progress_asked = 0
        self.waiting: tuple[Transfer, ...] = ()  # what an earlier run has left
        self.restoring = False
        self.findings: tuple[Finding, ...] = ()
        self.existing: list[Existing | None] = []  # as each accept said
        self.unasked: list[bool] = []  # likewise
        self._emit: Callable[[Event], None] = lambda _event: None

    def open(self, _profile: object, emit: Callable[[Event], None], **options: object) -> Engine:
        self._emit, self.options = emit, options
        self._sends = 0
        return cast(Engine, self)

    def called(self, name: str) -> list[object]:
        return [argument for call, argument in self.calls if call == name]

    def start(self) -> None:
        self._call("start", None)
        if self.start_error is not None:
            raise self.start_error

    def shutdown(self) -> None:
        self._call("shutdown", None)

    def devices(self) -> tuple[Device, ...]:
        return self._devices

    def progress(self, _transfer: TransferId) -> Progress:
        self.progress_asked += 1
        return Progress(self.progress_asked, 100, 0, 1, 0, None)

    def remembered(self) -> tuple[RememberedDevice, ...]:
        return self._remembered

    def session(self, session: SessionId) -> SessionFacts:
        record = None if self.proved is None else self.proved.id
        if record is None and self.method is Method.RECORD:
            record = remembered().id  # no other session is of that method
        return session_facts(id=session, method=self.method, remembered=record)

    def send(self, paths: object, to: object, *, expected: RecordId | None = None) -> TransferId:
        self.sent, self.expected = paths, expected
        self._call("send", to)
        self._sends += 1
        return TransferId(self._sends)

    def send_text(self, text: str, to: object, *, expected: RecordId | None = None) -> TransferId:
        self.sent, self.expected = text, expected
        self._call("send_text", to)
        return TransferId(1)

    def retry(self, of: HistoryId, to: object, *, expected: RecordId | None = None) -> TransferId:
        self.sent, self.expected = of, expected
        self._call("retry", to)
        return TransferId(1)

    def take_text(self, transfer: TransferId) -> None:
        self._call("take_text", transfer)

    def pair(self, to: object, *, expected: RecordId | None = None) -> None:
        self.expected = expected
        self._call("pair", to)

    def check(self, then: Callable[[tuple[Finding, ...]], None], address: Address | None = None) -> None:
        self._call("check", address)
        then(self.findings)

    def answer_code(self, _session: SessionId, answer: Answer) -> None:
        self._call("answer_code", answer)

    def remember(self, session: SessionId) -> None:
        self._call("remember", session)

    def go_on(self, session: SessionId) -> None:
        self._call("go_on", session)

    def compare_anew(self, session: SessionId) -> None:
        self._call("compare_anew", session)

    def give_up(self, session: SessionId) -> None:
        self._call("give_up", session)

    def end_session(self, session: SessionId) -> None:
        self._call("end_session", session)

    def dismiss_failure(self) -> None:
        self._call("dismiss_failure", None)

    def accept(
        self,
        _transfer: TransferId,
        into: Path | None = None,
        existing: Existing | None = None,
        *,
        unasked: bool = False,
    ) -> None:
        self.existing.append(existing)
        self.unasked.append(unasked)
        self._call("accept", into)

    def decline(self, transfer: TransferId, because: AppError | None = None) -> None:
        self.declined_because = because
        self._call("decline", transfer)

    def transfers(self) -> tuple[Transfer, ...]:
        return self.waiting

    def resume(self, transfer: TransferId) -> None:
        self._call("resume", transfer)

    def cancel(self, transfer: TransferId) -> None:
        self._call("cancel", transfer)

    def _call(self, name: str, argument: object) -> None:
        self.calls.append((name, argument))
        for event in self.script.get((name, argument), self.script.get(name, [])):
            self._emit(event)


class _Screen(io.StringIO):
    """What the program writes; a line of an event sets off the answer to it."""

    def __init__(self, answers: dict[str, str], descriptor: int) -> None:
        super().__init__()
        self._answers, self._descriptor = dict(answers), descriptor

    def reconfigure(self, **_options: object) -> None:
        """As a text file has it."""

    def write(self, text: str) -> int:
        for event in [event for event in self._answers if f'"event": "{event}"' in text]:
            os.write(self._descriptor, self._answers.pop(event).encode())
        return super().write(text)


class CommandLine:
    """Runs commands; `answers` maps an event to the lines that the calling program answers it with."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, profile: Path) -> None:
        self._capsys, self._monkeypatch, self._profile = capsys, monkeypatch, profile
        self.out = self.err = ""

    def run(
        self,
        engine: ScriptedEngine,
        *typed: object,
        answers: dict[str, str] | None = None,
        closed: bool = False,
        typed_before: bytes = b"",
    ) -> int:
        """`closed`: the input ends at once, or after what was `typed_before`."""
        read, write = os.pipe()
        with os.fdopen(os.dup(write), "wb", buffering=0) as early:
            fcntl.fcntl(early, fcntl.F_SETPIPE_SZ, 1 << 20)
            early.write(typed_before)
        screen = _Screen(answers or {}, write)
        if closed:
            os.close(write)
        with os.fdopen(read) as stdin, self._monkeypatch.context() as patch:
            patch.setattr("sys.stdin", stdin)
            patch.setattr("sys.stdout", screen)
            options = arguments.parse(["--profile", str(self._profile), *map(str, typed)])
            assert not isinstance(options.command, Window | SelfCheck)
            try:
                code = run(options, options.command, engine.open)
            finally:
                if not closed:
                    os.close(write)
                for thread in threading.enumerate():
                    if thread.name == "input":
                        thread.join(10)
        self.out, self.err = screen.getvalue(), self._capsys.readouterr().err
        assert engine.calls[-1:] in ([], [("shutdown", None)]), "an engine that was opened is shut down"
        return code

    def events(self, kind: str | None = None) -> list[dict[str, Any]]:
        told = [json.loads(line) for line in self.out.splitlines()]
        return [event for event in told if kind is None or event["event"] == kind]
