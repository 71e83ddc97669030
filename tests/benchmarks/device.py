"""One running Tallystick that takes whatever remembered devices send: `PROFILE INTO`, told what to do line by line.

It prints JSON lines. Times are seconds by the clock that all processes of a machine share.
"""

import json
import queue
import sys
import threading
import time
from pathlib import Path
from typing import Any
from unittest.mock import patch

from desktop_app.discovery import presence
from desktop_app.engine import Answer, Engine
from desktop_app.events import (
    CodeReady,
    Direction,
    Event,
    OfferReceived,
    Remembered,
    SessionEnded,
    State,
    Transfer,
    TransferChanged,
    Verified,
)
from desktop_app.storage.profile import Profile
from desktop_app.transport.address import Address

_LOOK = 0.002  # seconds between looks whether anything arrived already

Item = tuple[float, Event] | dict[str, Any] | None


def main(profile: Path, into: Path) -> None:
    items: queue.SimpleQueue[Item] = queue.SimpleQueue()
    engine = Engine(Profile(profile), lambda event: items.put((time.monotonic(), event)), port=0, save_folder=into)
    engine.start()
    threading.Thread(target=_read, args=(items,)).start()
    try:
        _tell("listening", time.monotonic(), port=engine.port)
        while (item := items.get()) is not None:
            if isinstance(item, dict):
                _do(engine, **item)
            else:
                _follow(engine, *item)
    finally:
        engine.shutdown()


def _read(items: "queue.SimpleQueue[Item]") -> None:
    for line in sys.stdin:
        items.put(json.loads(line))
    items.put(None)


def _do(engine: Engine, *, do: str, port: int = 0, path: str = "") -> None:
    address = Address("127.0.0.1", port)
    match do:
        case "pair":
            engine.pair(address)
        case "send":
            (other,) = engine.remembered()
            _tell("called", time.monotonic())
            engine.send([Path(path)], address, expected=other.id)
        case "end":
            for facts in engine.sessions():
                engine.end_session(facts.id)


def _follow(engine: Engine, at: float, event: Event) -> None:
    match event:
        case CodeReady():
            engine.answer_code(event.session, Answer.MATCH)
        case Verified():
            engine.remember(event.session)
        case Remembered():
            _tell("remembered", at)
        case OfferReceived(transfer=transfer):
            _tell("accepted", time.monotonic())
            engine.accept(transfer.id)
        case SessionEnded():
            _tell("over", at)
        case TransferChanged(transfer=Transfer(state=State.MOVING, direction=Direction.RECEIVING) as transfer):
            _await_first(engine, transfer)
        case TransferChanged(transfer=transfer) if transfer.state.final:
            _tell(transfer.state.name.lower(), at, error=str(transfer.error or ""))


def _await_first(engine: Engine, transfer: Transfer) -> None:
    """Until a first byte or file of it is here."""
    while (progress := engine.progress(transfer.id)) and not progress.files_done and not progress.bytes_done:
        time.sleep(_LOOK)
    _tell("first", time.monotonic())


def _tell(event: str, at: float, **facts: object) -> None:
    print(json.dumps({"event": event, "at": at, **facts}), flush=True)


if __name__ == "__main__":
    with patch.object(presence, "usable", lambda: ()):  # nobody else is to hear of this
        main(Path(sys.argv[1]), Path(sys.argv[2]))
