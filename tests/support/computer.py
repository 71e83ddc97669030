"""A whole engine in a process of its own, with a person who agrees to everything. Driven by JSON lines, one command and
one answer each: `python -m tests.support.computer ROOT NAME [forgetful]`; `tests.support.computers` does so."""

import json
import sys
import threading
import time
from pathlib import Path
from typing import Any

from desktop_app.engine import Answer, Engine, facts, past, transfers
from desktop_app.errors import AppError
from desktop_app.events import (
    CodeReady,
    DeviceId,
    Event,
    HistoryPage,
    Method,
    OfferReceived,
    Recognised,
    RecordId,
    Remembered,
    SessionFacts,
    Transfer,
    TransferId,
    Verified,
)
from desktop_app.storage import database
from desktop_app.storage import settings as settings_file
from desktop_app.storage.profile import Profile
from desktop_app.storage.settings import Settings
from desktop_app.transport.address import Address

_PATIENCE = 20.0
_AGAIN = 0.5  # seconds until an offer that cannot be accepted now is accepted once more


class Computer:
    def __init__(self, root: Path, name: str) -> None:
        profile = Profile(root / "profile")
        settings_file.save(profile, Settings(name=name, save_folder=str(root / "received")))
        self._codes = 0
        self._remembered = threading.Event()
        self._timers: set[threading.Timer] = set()
        self.engine = Engine(profile, self._heard)

    def _heard(self, event: Event) -> None:
        match event:
            case CodeReady(session=session):
                self._codes += 1
                self.engine.answer_code(session, Answer.MATCH)
            case Verified(session=session, method=Method.CODE):
                self.engine.remember(session)
            case Remembered():
                self._remembered.set()
            case Recognised(session=session):
                self.engine.go_on(session)
            case OfferReceived(transfer=transfer, into=into, problem=problem):
                if problem is None:
                    self.engine.accept(transfer.id, into)
                else:
                    self._later(lambda: self.engine.consider(transfer.id, into))

    def _later(self, do: Any) -> None:
        timer = threading.Timer(_AGAIN, do)
        self._timers = {each for each in self._timers if each.is_alive()} | {timer}
        timer.start()

    def do(self, command: list[Any]) -> object:
        match command:
            case ["pair", host, port]:
                self._remembered.clear()
                self.engine.pair(Address(host, port))
                return self._remembered.wait(_PATIENCE)
            case ["send", path, name, host, port]:
                device = next(each for each in self.engine.remembered() if each.name == name)
                return self.engine.send([Path(path)], self._card(device.id) or Address(host, port), expected=device.id)
            case ["remembered"]:
                return [each.name for each in self.engine.remembered()]
            case ["end", name]:
                for each in self._living(name):
                    self.engine.end_session(each.id)
                until = time.monotonic() + _PATIENCE
                while self._living(name) and time.monotonic() < until:
                    time.sleep(0.02)
            case ["opened"]:
                return sum(each.bytes_opened for each in self.engine.sessions())
            case ["pause" | "unpause" | "cancel" | "resume" as what, number]:
                getattr(self.engine, what)(TransferId(number))
            case ["rows"]:
                return [self._row(each) for each in self.engine.transfers()]
            case ["history"]:
                return self._history()
            case ["codes"]:
                return self._codes
            case ["port"]:
                return self.engine.port
        return None

    def _living(self, name: str) -> list[SessionFacts]:
        return [each for each in self.engine.sessions() if each.peer == name and not each.over]

    def _card(self, record: RecordId) -> DeviceId | None:
        for each in self.engine.devices():
            if each.remembered is not None and each.remembered.id == record:
                return each.id
        return None

    def _history(self) -> object:
        found: list[HistoryPage] = []
        there = threading.Event()

        def take(page: HistoryPage) -> None:
            found.append(page)
            there.set()

        self.engine._past.page(take, "", None, 200)
        if not there.wait(_PATIENCE):
            return None
        return [self._row(each.transfer) for each in found[0].transfers]

    def _row(self, each: Transfer) -> dict[str, object]:
        def code(error: AppError | None) -> str:
            return "" if error is None else error.code

        return {
            "id": each.id,
            "direction": each.direction.value,
            "state": each.state.value,
            "final": each.state.final,
            "waits": each.waits,
            "name": each.contents.names[0] if each.contents.names else "",
            "paused": code(each.paused),
            "error": code(each.error),
            "failures": [[one.path, one.error.code] for one in each.failures],
            "saved": [str(path) for path in each.saved],
        }

    def close(self) -> None:
        for timer in self._timers:
            timer.cancel()
        self.engine.shutdown()


def keep_little() -> None:
    """Rows, sessions that are over, pages of the history: in hours they would come to some megabytes, and stay so."""
    facts._KEPT = transfers._OVER_KEPT = past._NUMBERS_KEPT = 50  # type: ignore[misc]
    database._PRAGMAS = (*database._PRAGMAS, "cache_size = -64")  # type: ignore[misc,assignment]


def main() -> None:
    if "forgetful" in sys.argv[3:]:
        keep_little()
    computer = Computer(Path(sys.argv[1]), sys.argv[2])
    computer.engine.start()
    print(json.dumps(computer.engine.port), flush=True)
    for line in sys.stdin:
        print(json.dumps(computer.do(json.loads(line))), flush=True)
    computer.close()


if __name__ == "__main__":
    main()
