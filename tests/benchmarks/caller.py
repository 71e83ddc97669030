"""An engine that compares codes: given `PROFILE` it is called, given `PROFILE PORT` it calls, once for each line.

It prints its port, then by the clock that all processes share when it began to call and when its code was there.
"""

import queue
import sys
import time
from pathlib import Path
from unittest.mock import patch

from desktop_app.discovery import presence
from desktop_app.engine import Answer, Engine
from desktop_app.events import CodeReady, Event, SessionEnded, Verified
from desktop_app.storage.profile import Profile
from desktop_app.transport.address import Address


def main(profile: Path, port: int | None) -> None:
    heard: queue.SimpleQueue[tuple[float, Event]] = queue.SimpleQueue()
    engine = Engine(Profile(profile), lambda event: heard.put((time.monotonic(), event)), port=0)
    engine.start()
    try:
        print(engine.port, flush=True)
        while sys.stdin.readline():
            if port is not None:
                print(time.monotonic(), flush=True)
                engine.pair(Address("127.0.0.1", port))
            _compare(engine, heard, end=port is not None)
    finally:
        engine.shutdown()


def _compare(engine: Engine, heard: "queue.SimpleQueue[tuple[float, Event]]", *, end: bool) -> None:
    """One session from its code to its end; the caller ends it."""
    while True:
        at, event = heard.get()
        match event:
            case CodeReady():
                print(at, flush=True)
                engine.answer_code(event.session, Answer.MATCH)
            case Verified() if end:
                engine.end_session(event.session)
            case SessionEnded():
                print("over", flush=True)
                return


if __name__ == "__main__":
    with patch.object(presence, "usable", lambda: ()):  # nobody else is to hear of this
        main(Path(sys.argv[1]), int(sys.argv[2]) if sys.argv[2:] else None)
