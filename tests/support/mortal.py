"""A whole engine in a process of its own that a test kills at a named place in the program: `python -m
tests.support.mortal ROOT NAME`. It is driven by JSON lines and tells by them what happens; offers are accepted.

MORTAL says where it dies, by SIGKILL: {"at": "module:Class.method", "when": "before", "after" or "half", "nth": 2,
"given": "Finished"}. "half" is amid the first `os.write` within; "given" is the type of an argument. The program knows
nothing of this.
"""

import importlib
import json
import os
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

from desktop_app.discovery import presence
from desktop_app.discovery.peers import Peer
from desktop_app.engine import continuing, returning
from desktop_app.errors import AppError
from desktop_app.events import DeviceId, Event, HistoryPage, Listening, OfferReceived, TransferChanged
from desktop_app.protocol import limits, pairing
from desktop_app.transfer import commits, sender
from tests.support.node import Node
from tests.support.remembering import INSTANCE

_TELLING: Final = threading.Lock()


def tell(**facts: object) -> None:
    with _TELLING:
        print(json.dumps(facts), flush=True)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)
    threading.Event().wait()


def arrange(place: dict[str, Any]) -> None:
    """Die there."""
    module, _, path = place["at"].partition(":")
    *classes, name = path.split(".")
    owner: Any = importlib.import_module(module)
    for each in classes:
        owner = getattr(owner, each)
    original: Callable[..., Any] = getattr(owner, name)
    left = [place.get("nth", 1)]

    def mortal(*arguments: Any, **named: Any) -> Any:
        given = place.get("given")
        if given is not None and given not in {type(each).__name__ for each in arguments}:
            return original(*arguments, **named)
        left[0] -= 1
        if left[0] != 0:
            return original(*arguments, **named)
        if place["when"] == "before":
            die()
        if place["when"] == "half":
            write = os.write

            def half(descriptor: int, data: Any) -> int:
                write(descriptor, bytes(data)[: len(data) // 2])
                die()
                return 0

            patch.object(os, "write", half).start()
        result = original(*arguments, **named)
        die()
        return result

    patch.object(owner, name, mortal).start()


class Mortal:
    def __init__(self, root: Path, name: str) -> None:
        self.engine = Node(root, name).engine
        self.engine._telling.listener = self._heard

    def _heard(self, event: Event) -> None:
        match event:
            case Listening(port=port):
                tell(event="listening", port=port)
            case OfferReceived(transfer=transfer, into=into, continues=continues):
                tell(event="offer", continues=continues)
                self.engine.accept(transfer.id, into)
            case TransferChanged(transfer=transfer):
                tell(
                    event="transfer",
                    id=transfer.id,
                    state=transfer.state.value,
                    paused="" if transfer.paused is None else transfer.paused.code,
                    error="" if transfer.error is None else transfer.error.code,
                )

    def obey(self, command: list[Any]) -> None:
        match command:
            case ["card", port]:
                (record,) = self.engine._store._records
                hints = tuple(pairing.hint(key, record.founded_as.other, INSTANCE) for key in record.hint_keys)
                peer = Peer(INSTANCE, "the other one", "linux", ("127.0.0.1",), port, hints=hints)
                self.engine._devices.peer_changed(peer)
            case ["send", path]:
                self.engine.send([Path(path)], DeviceId(INSTANCE))
            case ["history"]:
                self.engine._past.page(self._tell_history, "", None, 50)
            case ["receipt", number, path]:
                self.engine.save_receipt(
                    number, Path(path), lambda error: tell(event="receipt", error=str(error or "")), as_json=True
                )

    def _tell_history(self, page: HistoryPage) -> None:
        tell(
            event="history",
            past=[[each.id, each.transfer.state.value, each.has_receipt] for each in page.transfers],
        )


def _tell_receipt(error: AppError | None) -> None:
    tell(event="receipt", error=str(error or ""))


def main() -> None:
    for module, name, value in (
        (presence, "usable", lambda: ()),
        (continuing, "_PAUSES", (0.1, 0.3)),
        (returning, "_PAUSES", (0.1, 0.3)),
        (commits, "_COMMIT_FILES", 8),
        (commits, "_MARK_BYTES", 2 * limits.MIB),
        (sender, "_ENDS_AFTER", limits.MIB),
    ):
        patch.object(module, name, value).start()
    if "MORTAL" in os.environ:
        arrange(json.loads(os.environ["MORTAL"]))
    mortal = Mortal(Path(sys.argv[1]), sys.argv[2])
    mortal.engine.start()
    for line in sys.stdin:
        mortal.obey(json.loads(line))
    mortal.engine.shutdown()


if __name__ == "__main__":
    main()
