"""A receiver that has been sent everything, and takes its time to say so."""

import threading

import pytest

from desktop_app.protocol.messages import End
from desktop_app.transfer.receiver import Receiver
from tests.support.node import PATIENCE


class HeldEnd:
    """Nothing is done about END until `go`; `reached` once it has come."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.reached, self.go = threading.Event(), threading.Event()
        on_end = Receiver.on_end

        def held(receiver: Receiver, message: End) -> object:
            self.reached.set()
            assert self.go.wait(PATIENCE)
            return on_end(receiver, message)

        monkeypatch.setattr(Receiver, "on_end", held)
