"""Whether what was cut can go on is not looked at before a test says so."""

import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from desktop_app.engine import continuing
from desktop_app.storage.scan import scan_as_before
from desktop_app.storage.selection import Selection
from tests.support.node import PATIENCE


class HeldLook:
    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.begun, self.go = threading.Event(), threading.Event()

        def slowly(sources: Mapping[str, Path], only: Sequence[str], stop: Callable[[], bool]) -> Selection:
            self.begun.set()
            assert self.go.wait(PATIENCE)
            return scan_as_before(sources, only, stop)

        monkeypatch.setattr(continuing, "scan_as_before", slowly)
