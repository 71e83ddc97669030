"""Who is next: messages before streams, streams in turn, and nothing of what was dropped."""

import threading
import time
from collections.abc import Iterator

from desktop_app.protocol import limits
from desktop_app.protocol.messages import Accept, Message, Open
from desktop_app.transfer.outbox import Hold, Outbox


def pieces(number: int, closed: list[int]) -> Iterator[Message | int]:
    try:
        while True:
            yield number
    finally:
        closed.append(number)


def streams(outbox: Outbox, closed: list[int], *numbers: int) -> None:
    for number in numbers:
        stream = pieces(number, closed)
        next(stream)
        outbox.open_stream(number, stream)


def taken(outbox: Outbox) -> object:
    item = outbox.next(0)
    return item[0] if isinstance(item, tuple) else item


def test_messages_overtake_streams_and_streams_take_turns() -> None:
    outbox = Outbox()
    streams(outbox, [], 1, 2)
    assert [taken(outbox) for _ in range(3)] == [1, 2, 1]
    outbox.put(Accept.from_the_start(7, compare=False), Accept.from_the_start(8, compare=False))
    assert [taken(outbox) for _ in range(4)] == [
        Accept.from_the_start(7, compare=False),
        Accept.from_the_start(8, compare=False),
        2,
        1,
    ]
    outbox.close()


def test_a_dropped_stream_says_nothing_more_and_is_closed() -> None:
    closed: list[int] = []
    outbox = Outbox()
    streams(outbox, closed, 1, 2)
    outbox.drop_stream(1)
    outbox.drop_stream(9)
    assert [taken(outbox) for _ in range(3)] == [2, 2, 2]
    assert closed == [1]
    outbox.close()
    assert closed == [1, 2]


def test_a_held_stream_waits_and_the_others_do_not() -> None:
    outbox = Outbox()
    streams(outbox, [], 1, 2, 3)
    outbox.hold(2, Hold.FULL)
    assert [taken(outbox) for _ in range(5)] == [1, 3, 1, 3, 1]
    outbox.hold(1, Hold.FULL)
    outbox.hold(3, Hold.FULL)
    assert outbox.next(0.01) is None
    outbox.put(Accept.from_the_start(7, compare=False))
    assert taken(outbox) == Accept.from_the_start(7, compare=False)
    timer = threading.Timer(0.05, outbox.release, (2, Hold.FULL))
    timer.start()
    start = time.monotonic()
    item = outbox.next(5)
    assert isinstance(item, tuple)
    assert item[0] == 2
    assert time.monotonic() - start < 2
    timer.join()
    outbox.release(1, Hold.FULL)
    outbox.release(1, Hold.FULL)
    assert sorted(str(taken(outbox)) for _ in range(2)) == ["1", "2"]
    outbox.close()


def test_a_stream_may_be_held_before_it_is_opened_and_dropped_while_it_is_held() -> None:
    closed: list[int] = []
    outbox = Outbox()
    outbox.hold(1, Hold.FULL)
    streams(outbox, closed, 1, 2)
    assert [taken(outbox) for _ in range(2)] == [2, 2]
    outbox.drop_stream(1)
    assert taken(outbox) == 2
    assert closed == [1]
    streams(outbox, closed, 1)
    assert taken(outbox) in {1, 2}
    assert sorted(str(taken(outbox)) for _ in range(2)) == ["1", "2"], "what was dropped is not held any more"
    outbox.close()


def test_nothing_is_taken_after_close() -> None:
    closed: list[int] = []
    outbox = Outbox()
    outbox.put(Accept.from_the_start(1, compare=False))
    outbox.close()
    outbox.put(Accept.from_the_start(2, compare=False))
    outbox.open_stream(1, pieces(1, closed))
    assert outbox.next(0) is None
    assert outbox.waiting == 0


def test_waiting_ends_with_a_message_with_a_wake_up_and_with_time() -> None:
    outbox = Outbox()
    assert outbox.next(0.01) is None
    outbox.wake()
    start = time.monotonic()
    assert outbox.next(5) is None
    timer = threading.Timer(0.05, outbox.put, (Accept.from_the_start(1, compare=False),))
    timer.start()
    assert outbox.next(5) == Accept.from_the_start(1, compare=False)
    timer.join()
    timer = threading.Timer(0.05, outbox.wake)
    timer.start()
    assert outbox.next(5) is None
    assert time.monotonic() - start < 2
    timer.join()


def test_a_nonce_that_was_never_sent_is_overwritten() -> None:
    outbox, nonce = Outbox(), bytearray(b"n" * limits.SAS_NONCE)
    outbox.put(Open(nonce))
    outbox.close()
    assert not any(nonce)
