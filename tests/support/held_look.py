"""Whether what was cut can go on is not looked at before a test says so."""

import threading
from collections.abc import Callable

import pytest

from desktop_app.engine import continuing
from desktop_app.storage.scan import scan_again
from desktop_app.storage.selection import Selected, Selection
from tests.support.node import PATIENCE


class HeldLook:
    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.begun, self.go = threading.Event(), threading.Event()

        def slowly(selected: Selected, stop: Callable[[], bool], *, whole: bool) -> Selection:
            self.begun.set()
            assert self.go.wait(PATIENCE)
            return scan_again(selected, stop, whole=whole)

        monkeypatch.setattr(continuing, "scan_again", slowly)
