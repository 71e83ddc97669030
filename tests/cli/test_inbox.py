"""Lines, signals and closed inputs reach the one queue."""

import os
import signal
import threading
from collections.abc import Iterator

import pytest

from desktop_app.cli.inbox import LINE_MAX, Inbox, InputClosed, InputReader, Line, Stopped, stop_on_signals


class Pipe:
    def __init__(self) -> None:
        self.read, self.write = os.pipe()
        self.inbox = Inbox()
        self.reader = InputReader(self.read, self.inbox.put)

    def close_input(self) -> None:
        if self.write >= 0:
            os.close(self.write)
            self.write = -1

    def next(self) -> object:
        item = self.inbox.get(10)
        assert item is not None
        return item.text if isinstance(item, Line) else item


@pytest.fixture
def pipe() -> Iterator[Pipe]:
    pipe = Pipe()
    yield pipe
    pipe.close_input()
    for thread in threading.enumerate():
        if thread.name == "input":
            thread.join(10)
    os.close(pipe.read)


def test_lines_come_whole(pipe: Pipe) -> None:
    pipe.reader.start()
    pipe.reader.start()
    os.write(pipe.write, b"one\ntw")
    assert pipe.next() == "one"
    os.write(pipe.write, "o \r\n\nd\u00fcrfte\n\xff".encode())
    assert [pipe.next() for _ in range(3)] == ["two", "", "d\u00fcrfte"]
    pipe.close_input()
    assert pipe.next() == "\u00ff"
    assert pipe.next() == InputClosed()


def test_bytes_that_are_no_text_are_a_line_all_the_same(pipe: Pipe) -> None:
    pipe.reader.start()
    os.write(pipe.write, b"\xff\xfe\n")
    assert pipe.next() == "\ufffd\ufffd"


def test_a_line_without_an_end_takes_no_memory(pipe: Pipe) -> None:
    pipe.reader.start()
    for _ in range(64):
        os.write(pipe.write, b"x" * LINE_MAX)
    os.write(pipe.write, b"\nnext\n")
    assert pipe.next() == "x" * LINE_MAX
    assert pipe.next() == "next"


def test_discarding_is_harmless_where_there_is_no_terminal(pipe: Pipe) -> None:
    os.write(pipe.write, b"kept\n")
    pipe.reader.discard_typed()
    pipe.reader.start()
    assert pipe.next() == "kept"


def test_what_was_typed_at_a_terminal_can_be_discarded() -> None:
    master, slave = os.openpty()
    inbox = Inbox()
    reader = InputReader(slave, inbox.put)
    os.write(master, b"match\n")
    reader.discard_typed()
    os.write(master, b"after\n")
    reader.start()
    item = inbox.get(10)
    assert isinstance(item, Line)
    assert item.text == "after"
    os.close(master)
    assert inbox.get(10) == InputClosed()
    os.close(slave)


def test_an_empty_inbox_does_not_wait_for_ever() -> None:
    assert Inbox().get(0.01) is None
    assert Inbox().get(-1) is None


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_the_first_signal_asks_and_the_second_kills(number: signal.Signals) -> None:
    before = signal.getsignal(number)
    inbox = Inbox()
    with stop_on_signals(inbox):
        signal.raise_signal(number)
        with pytest.raises(Stopped) as stopped:
            inbox.get(10)
        assert stopped.value.signal == number
        assert signal.getsignal(number) is signal.SIG_DFL
    assert signal.getsignal(number) == before


def test_a_signal_that_is_ignored_stays_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with stop_on_signals(Inbox()):
            assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)
