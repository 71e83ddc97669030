"""A cancel when all was sent, and then the line is cut before the last word has come: it is given up on both sides."""

from collections.abc import Callable, Sequence

import pytest

from desktop_app.errors import Cancelled, PeerCancelled
from desktop_app.events import State
from desktop_app.protocol.messages import End
from tests.transfer.test_taking_back import Two, two

__all__ = ["two"]


class Clock:
    """Stands in for `threading.Timer`: the test decides when the time is up."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.waiting: list[Callable[[], object]] = []
        monkeypatch.setattr("desktop_app.transfer.exchange.threading.Timer", self._timer)

    def _timer(self, seconds: float, do: Callable[..., object], arguments: Sequence[object] = ()) -> "Clock":
        self.waiting.append(lambda: do(*arguments))
        return self

    def start(self) -> None:
        pass

    def time_is_up(self) -> None:
        for do in self.waiting:
            do()


def test_a_cancel_in_the_last_moment_holds_over_a_cut(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.support.played_session.threading.enumerate", list)  # no timer is waited for
    clock = Clock(monkeypatch)
    while not any(isinstance(record, End) for record in two.ada.write()):
        pass  # lost on its way, as most of the film is
    assert two.sent.transfer.state is State.FINISHING
    two.ada.exchange.cancel(two.sent)
    assert not two.sent.over
    two.cut()
    if two.sent.waits:  # the same device is met in another session at once
        two.ada.exchange.send(two.selection, two.sent)
        two.pass_on(turns=4)
    clock.time_is_up()
    assert isinstance(two.sent.transfer.error, Cancelled)
    two.ada.take_back_what_was_given_up()  # as `Continuing` does every second
    two.settle()
    assert isinstance(two.received.transfer.error, PeerCancelled)
    assert not two.ada.keeping.any_taken_back
