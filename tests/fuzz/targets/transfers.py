"""All transfers of a verified session, with a peer that may say anything and a person who may do anything, onto a real
disk: nothing outside the folder, nothing of the person's changed, and under a final name only what was vouched for.
"""

import os
import shutil
import threading
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import msgspec
from blake3 import blake3

from desktop_app.errors import AppError, LocalProtocolError, PausedHere, RemoteProtocolError
from desktop_app.events import AlwaysAccept
from desktop_app.protocol import messages
from desktop_app.protocol.manifest import FileResult
from desktop_app.protocol.messages import Accept, Done, FileEnds, Message, Text
from desktop_app.storage.disk_errors import BLOCK
from desktop_app.storage.existing import Existing
from desktop_app.storage.programs import is_program
from desktop_app.storage.scan import scan
from desktop_app.storage.selection import Selection
from tests.fuzz import values
from tests.fuzz.choices import Choices
from tests.fuzz.places import folder
from tests.fuzz.sending_peer import Sent
from tests.protocol.examples import EXAMPLES
from tests.support.played_session import PlayedComputer

SIZE_MAX: Final = 300
_FIELDS: Final = [
    (each.TYPE, msgspec.msgpack.decode(messages.encode(each)[1:])) for each in EXAMPLES if 0x20 <= each.TYPE < 0x40
]
_KEEPS, _REMEMBERED, _ALWAYS = 1, 2, 4  # how a computer is
_MOST: Final = 6 * BLOCK  # bytes in a day that come unasked
_ROOT: Final = folder("transfers")
_INTO: Final = _ROOT / "into"
_OWN: Final = {"mine.txt": b"mine", "photos/own": b"own"}


def seeds() -> Iterator[bytes]:
    offer, entries, some, ends, end = 0, 1, 2, 3, 4
    accept, pump, send, cut = 16, 17, 18, 24
    tree = bytes((1, 3, 0x30, 1, 1, 3, 0x83, 2, 0x12, 1))
    receive = bytes((offer,)) + tree + bytes((pump, 9, accept, 0, pump, 9, entries, 9))
    rest = bytes((some, 255, some, 255, ends, 0, 0, 9, 0, end, pump, 9))
    for kept in range(4):
        yield bytes((kept,)) + receive + rest
        cut_amid_a_file = bytes((some, 3, ends, 0, 0, 0, 0, some, 1, cut, offer))
        yield (
            bytes((kept,))
            + receive
            + cut_amid_a_file
            + tree
            + bytes((pump, 9, accept, 0, pump, 9, 5, entries, 9))
            + rest
        )
        yield bytes((kept,)) + receive.replace(bytes((accept, 0)), bytes((accept, 1))) + bytes((6, pump, 9)) + rest
        yield bytes((kept,)) + receive + rest.replace(bytes((9, 0, end)), bytes((9, 255, end)))
        yield bytes((kept,)) + receive.replace(bytes((0x83,)), bytes((0x86,))) + rest
        for content in (0x43, 0x03):  # the same as what is there, or not
            yield (
                bytes((kept, offer, 1, 0, content, 1, pump, 9, accept, 1, pump, 9, entries, 9, pump, 9, 6, pump, 9))
                + rest
            )
        yield bytes((kept, send, 0, pump, 9, 8, 0, 0, 0, pump, 99, 9, pump, 9))
        yield bytes((kept, send, 1, pump, 9, 10, pump, 9, 7, 3)) + b"hey" + bytes((20, 0, pump, 3))
    for always in (_ALWAYS | _REMEMBERED, _ALWAYS | _REMEMBERED | _KEEPS):
        for how in (0x01, 0x07, 0x81):  # what may come, a program by its name, and one by its permissions
            unasked = bytes((offer, 5, 0, how, 4, pump, 9, pump, 9, entries, 9)) + rest
            yield bytes((always,)) + unasked
            yield bytes((always,)) + unasked * 4
        yield bytes((always,)) + receive.replace(bytes((accept, 0)), b"") + rest
        for more in range(2):  # three names, of which each comes by itself; one of them may promise more than it has
            in_parts = bytes((15, 5, 2, 0x01, 1, 0x00, 2, 0x03, 1, 0, more, pump, 9, pump, 9, entries, 9))
            yield bytes((always,)) + in_parts + rest
    yield bytes((1,)) + receive + bytes((19, 0, pump, 3, 21, 0, 22, 0, pump, 9, 12, 3, 1, 0, 9, 11, 1, 3)) + b"abc"


def run(data: bytes) -> None:
    _prepare()
    threads, descriptors = threading.active_count(), len(os.listdir("/proc/self/fd"))
    choices = Choices(data)
    computer = _Computer(choices.byte())
    try:
        while choices.left and not computer.over:
            computer.step(choices)
    finally:
        computer.close()
        try:
            assert all(each.over or each.waits for each in computer.statuses if each.transfer.session or each.kept)
            _check_disk(computer)
        except BaseException:
            _clear()
            raise
    assert threading.active_count() == threads
    assert len(os.listdir("/proc/self/fd")) == descriptors


def _prepare() -> None:
    if not _INTO.exists():
        _INTO.mkdir()
        (_INTO / "photos").mkdir()
        (_INTO / "link").symlink_to(_ROOT / "canary")
        for name, content in _OWN.items():
            (_INTO / name).write_bytes(content)
        if not (_ROOT / "source").exists():
            (_ROOT / "source").write_bytes(b"s" * 9000)
        (_ROOT / "canary").mkdir(exist_ok=True)
        (_ROOT / "profile").mkdir(exist_ok=True)
        (_ROOT / "spools").mkdir(exist_ok=True)
        (_ROOT / "canary" / "bird").write_bytes(b"alive")


@cache
def _selection() -> Selection:
    return scan([_ROOT / "source"], lambda: False)


def _clear() -> None:
    shutil.rmtree(_INTO, ignore_errors=True)
    for place in ("profile", "spools"):
        for left in (_ROOT / place).iterdir():
            left.unlink()


def _check_disk(computer: "_Computer") -> None:
    assert sorted(os.listdir(_ROOT)) == ["canary", "into", "profile", "source", "spools"], "something beside the folder"
    assert os.listdir(_ROOT / "canary") == ["bird"]
    assert (_ROOT / "canary" / "bird").read_bytes() == b"alive"
    assert (_ROOT / "source").stat().st_size == 9000
    for name, content in _OWN.items():
        assert (_INTO / name).read_bytes() == content, "something of the person's was changed"
    assert (_INTO / "link").readlink() == _ROOT / "canary"
    found = {*os.listdir(_INTO)} - {"mine.txt", "photos", "link"}
    if not found and os.listdir(_INTO / "photos") == ["own"]:
        return
    unasked = 0
    waiting = {status.kept.begun.private for status in computer.statuses if status.kept is not None}
    for where, folders, files in os.walk(_INTO):
        folders[:] = [each for each in folders if not each.startswith(".tallystick-partial-")]
        for name in files:
            path = Path(where, name)
            if path.is_symlink():
                continue
            content = path.read_bytes()
            own = _OWN.get(str(path.relative_to(_INTO)))
            assert content == own or blake3(content).digest() in computer.vouched, "kept, and nobody vouched for it"
            executable = bool(path.stat().st_mode & 0o111)
            assert not executable or computer.remembered
            if content != own and not computer.asked:
                assert computer.accepts is not None, "nobody said yes"
                assert not is_program(name, executable=executable), "a program that nobody was asked about"
                unasked += len(content)
    assert unasked <= _MOST, "more than anybody wanted"
    assert {name for name in found if name.startswith(".tallystick-partial-")} <= waiting, "partial data of nobody"
    _clear()


class _Computer(PlayedComputer):
    """With a peer that is not."""

    def __init__(self, how: int) -> None:
        self.vouched: set[bytes] = set()
        self.over = False
        self.sent: list[Sent] = []
        self.asked = False  # the person, who said yes
        super().__init__(_ROOT, keeps=bool(how & _KEEPS), remembered=bool(how & _REMEMBERED))
        if how & _ALWAYS and self.remembered:
            self.accepts = AlwaysAccept(_INTO, _MOST)

    def meet(self) -> None:
        super().meet()
        self.stream = 0
        self.heard: list[Message] = []

    # --- what happens --------------------------------------------------------------------------------------

    def step(self, choices: Choices) -> None:
        try:
            kind = choices.byte() % 32
            if kind < 16:
                self.hear_something(kind, choices)
            else:
                self.act(kind, choices)
            self.settle()
        except (RemoteProtocolError, LocalProtocolError) as error:
            assert isinstance(error, RemoteProtocolError), error
            assert str(error)
            self.over = True

    def hear_something(self, kind: int, choices: Choices) -> None:
        """Something of the peer's: the right next thing of a transfer, or anything."""
        if kind == 0:
            self.sent.append(Sent.of(self.stream, choices))
            self.stream += 1
            self.receive(self.sent[-1].offer())
        elif kind == 15:
            self.sent.append(Sent.of(self.stream, choices))
            self.stream += 1
            for part in self.sent[-1].offer_in_parts(1 + choices.byte() % 3, more=choices.byte() % 3):
                self.receive(part)
        elif kind < 7 and self.sent:
            sent = self.sent[-1]
            match kind:
                case 1:
                    self.receive(sent.next_entries(choices.byte()))
                case 2:
                    data = sent.next_bytes(choices.byte() * 17)
                    if data:
                        self.exchange.receive_data(sent.stream, memoryview(data))
                case 3:
                    result = FileResult(choices.byte() % 4) if choices.often() else FileResult.CHANGED
                    self.receive(sent.next_ends(choices.byte(), result, wrong=choices.byte() == 255))
                case 4:
                    self.receive(sent.end())
                case 5:
                    accept = next((each for each in reversed(self.heard) if isinstance(each, Accept)), None)
                    if accept is not None and accept.continues:
                        sent.go_on_from(accept.entries, accept.offset)
                        self.receive(messages.Resume(sent.stream, accept.offset))
                case _:
                    files = [blake3(content).digest() for content in sent.contents]
                    compare = next((each for each in reversed(self.heard) if isinstance(each, messages.Compare)), None)
                    if compare is not None and compare.files:
                        digests = [files[number] if number < len(files) else b"" for number in compare.files]
                        self.receive(messages.Digests(sent.stream, digests))
        else:
            self.say(kind, choices)

    def say(self, kind: int, choices: Choices) -> None:
        match kind:
            case 7:
                text = choices.piece().decode(errors="replace")
                self.stream += 1
                self.receive(Text(self.stream - 1, text) if text else None)
            case 8:
                stream, entries, offset = choices.byte() % 4, choices.byte() % 3, choices.byte() % 2
                self.receive(Accept(stream, choices.byte() % 2 == 1, entries, b"d" * 32 * bool(entries), offset,
                                    b"d" * 32 * bool(offset)))  # fmt: skip
            case 9 | 10:  # the right DONE to what was sent, or to a text
                end = next((each for each in reversed(self.heard) if isinstance(each, messages.End | Text)), None)
                if isinstance(end, messages.End):
                    self.receive(Done(end.stream, end.digest))
                elif end is not None:
                    self.receive(Done(end.stream, blake3(end.text.encode()).digest()))
            case 11:
                data = choices.piece()
                if data:
                    self.exchange.receive_data(choices.byte() % 4, memoryview(data))
            case _:
                number, fields = choices.one_of(_FIELDS)
                changed = values.altered(fields, choices)
                if isinstance(changed, list) and changed and isinstance(changed[0], int):
                    changed = [choices.byte() % 4, *changed[1:]]
                try:
                    message = messages.decode(bytes((number,)) + msgspec.msgpack.encode(changed))
                except RemoteProtocolError:
                    return  # it would not have come through
                self.receive(message)

    def receive(self, message: Message | None) -> None:
        if message is None:
            return
        try:
            message = messages.decode(messages.encode(message))
        except AppError:
            return  # it would not have come through
        if isinstance(message, FileEnds):
            self.vouched |= {end.digest for end in message.ends if end.result is FileResult.OK}
        self.exchange.receive(message)

    def act(self, kind: int, choices: Choices) -> None:
        """Something of the person's, or of the threads of the session."""
        offer = choices.one_of(self.offers) if self.offers and kind in {16, 23, 25} else None
        status = choices.one_of(self.statuses) if self.statuses and kind in {19, 21, 22} else None
        match kind:
            case 16 if offer is not None:
                existing = (Existing.KEEP_BOTH, Existing.SKIP_IDENTICAL)[choices.byte() % 2]
                self.asked = True
                self.exchange.accept(offer.transfer.id, _INTO, existing)
            case 17:
                self.pump(1 + choices.byte())
            case 18:
                self.send("hello" if choices.byte() % 2 else _selection())
            case 19 if status is not None:
                self.exchange.cancel(status)
            case 20 if self.texts:
                self.exchange.take_text(choices.one_of(self.texts).transfer.id)
            case 21 if status is not None:
                status.pause(PausedHere())
                self.exchange.tell_pause(status)
            case 22 if status is not None:
                status.go_on(PausedHere)
                self.exchange.tell_pause(status)
            case 23 if offer is not None:
                self.exchange.decline(offer.transfer.id)
            case 24:
                self.cut()
                self.meet()
            case 25 if offer is not None:
                self.exchange.consider(offer.transfer.id, _INTO)
            case 26:
                self.exchange.tick(choices.byte() * 1e6)
            case _:
                self.pump(1)

    def pump(self, turns: int) -> None:
        self.heard += [record for record in self.write(turns) if isinstance(record, Message)]
        assert self.outbox.waiting < 1 << 17
