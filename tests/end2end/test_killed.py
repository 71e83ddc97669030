"""Either program is killed, at any place; started again they finish by themselves, and agree: nothing half, nothing
twice, both with the same receipt."""

import contextlib
import json
import os
import queue
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from desktop_app.discovery import presence
from desktop_app.events import State
from desktop_app.transfer import resuming
from desktop_app.transfer.kept import Kept
from desktop_app.transfer.status import Status
from tests.support.node import PATIENCE, Node
from tests.support.remembering import remember
from tests.transfer.trees import tree, write

ROOT: Final = Path(__file__).parents[2]
FILM: Final = 12 << 20
PARTLY: Final = State.PARTLY.value
Place = dict[str, Any]


def place(at: str, when: str = "before", nth: int = 1, given: str | None = None) -> Place:
    return {"at": f"desktop_app.{at}", "when": when, "nth": nth, "given": given}


RECEIVER: Final = {
    "before the first entries": place("transfer.receiver:Receiver.on_entries"),
    "amid the bytes of a small file": place("storage.partial:PartialFile.write", "half", 3),
    "amid the bytes of a big file": place("storage.partial:PartialFile.write", "half", 26),
    "before a folder is made": place("storage.directory:Directory.make_child", nth=3),
    "after a folder was made": place("storage.directory:Directory.make_child", "after", 3),
    "before content is durable": place("storage.destination:Destination._make_durable", nth=2),
    "between content and journal": place("transfer.commits:Commits.durable", nth=2),
    "amid a journal record": place("storage.journal:Journal.append", "half", 3),
    "amid the last journal record": place("transfer.kept:Kept.say", "half", given="Finished"),
    "between journal and the first name": place("transfer.commits:Commits.durable", "after", 2),
    "after the third name of a group": place("storage.partial:PartialFile.move_into", "after", 11),
    "between names and their folder": place("storage.received_folders:ReceivedFolders.sync", nth=2),
    "after a group": place("transfer.commits:Commits.commit", "after", 3),
    "after a mark amid a big file": place("transfer.kept:Kept.say", "after", given="Reached"),
    "before the end is looked at": place("transfer.receiver:Receiver.on_end"),
    "before the folder is put in order": place("storage.destination:Destination.finish"),
    "after the folder was put in order": place("storage.destination:Destination.finish", "after"),
    "when all is noted and nothing was said": place("transfer.kept:Kept.say", "after", given="Finished"),
    "when DONE is on its way": place("transfer.receiver:Receiver.delivered"),
    "before it is in the history": place("engine.past:Past._keep"),
    "after it is in the history": place("transfer.keeping:Keeping.over"),
}
SENDER: Final = {
    "when it was accepted": place("transfer.keeping:Keeping.begin", "after"),
    "before the first entries": place("transfer.sender:Sender.records"),
    "before bytes": place("transport.record_channel:RecordChannel.send_data", nth=2),
    "after bytes": place("transport.record_channel:RecordChannel.send_data", "after", 9),
    "amid the note of ends": place("transfer.recorder:Recorder.flush", "half", 2),
    "before ends": place("transfer.sender:Sender._ends", nth=2),
    "after the note of ends": place("transfer.sender:Sender._ends", "after", 2),
    "before END": place("protocol.manifest:ManifestDigest.finish"),
    "after END": place("transport.record_channel:RecordChannel.send", "after", given="End"),
    "before DONE is taken": place("transfer.sender:Sender.check_done"),
    "after DONE is taken": place("transfer.sender:Sender.check_done", "after"),
    "before it is in the history": place("engine.past:Past._keep"),
    "after it is in the history": place("transfer.keeping:Keeping.over"),
}
# Killed amid the big file, and then once more:
RECEIVER_AGAIN: Final = {
    "before it looks through": place("transfer.resuming:look_through"),
    "while it looks through": place("storage.destination:Destination.settle_again"),
    "when it has looked through": place("transfer.receiver:Receiver.begin_again", "after"),
    "at RESUME": place("transfer.receiver:Receiver.on_resume"),
    "after RESUME": place("transfer.receiver:Receiver.on_resume", "after"),
    "amid the rest": place("storage.partial:PartialFile.write", "half", 2),
}
SENDER_AGAIN: Final = {
    "before it offers again": place("transfer.outgoing:Outgoing.send"),
    "when it has offered again": place("transfer.outgoing:Outgoing.send", "after"),
    "when it is accepted again": place("transfer.sender:Sender.on_accept", "after"),
    "before it looks through": place("transfer.resuming:check"),
    "amid the rest": place("transport.record_channel:RecordChannel.send_data", "after", 2),
    "before END": place("transfer.sender:Sender._ends", nth=2),
}
AMID: Final = {
    "receiver": place("storage.partial:PartialFile.write", "half", 26),
    "sender": place("transport.record_channel:RecordChannel.send_data", "after", 9),
}


class Program:
    """One process, and what it tells."""

    def __init__(self, root: Path, name: str, dies: Place | None = None) -> None:
        environment = dict(os.environ) | ({"MORTAL": json.dumps(dies)} if dies is not None else {})
        self.name = name
        with (root / "errors").open("ab") as errors:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tests.support.mortal", root, name],
                cwd=ROOT,
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )
        self.told: list[dict[str, Any]] = []
        self._heard: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read, name=f"{name} tells")
        self._reader.start()
        self.port: int = self.until(lambda told: told["event"] == "listening")["port"]

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._heard.put(json.loads(line))
        self._heard.put(None)

    def do(self, *command: object) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps([str(each) if isinstance(each, Path) else each for each in command]) + "\n")
        self.process.stdin.flush()

    def until(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        deadline = time.monotonic() + 2 * PATIENCE
        while True:
            try:
                told = self._heard.get(timeout=max(0.0, deadline - time.monotonic()))
            except queue.Empty:
                told = None
            assert told is not None, f"{self.name}: {self.told[-6:]}, exit code {self.process.poll()}"
            self.told.append(told)
            if wanted(told):
                return told

    def ask(self, event: str, *command: object) -> dict[str, Any]:
        self.do(*command)
        return self.until(lambda told: told["event"] == event)

    def wait_dead(self) -> None:
        assert self.process.wait(2 * PATIENCE) == -9, f"{self.name} did not come to that place"
        self.close()

    def close(self) -> None:
        for stream in (self.process.stdin, self.process.stdout):
            assert stream is not None
            if stream is self.process.stdin:
                with contextlib.suppress(BrokenPipeError):
                    stream.close()
                self.process.wait(PATIENCE)
                self._reader.join(PATIENCE)
            stream.close()


@pytest.fixture(scope="module")
def remembered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The profiles of two computers that remember each other, each to be copied."""
    root = tmp_path_factory.mktemp("remembered")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(presence, "usable", lambda: ())
        a, b = Node(root / "sender", "Ada's laptop"), Node(root / "receiver", "Kitchen PC")
        for node in (a, b):
            node.engine.start()
        try:
            remember(a, b)
        finally:
            for node in (a, b):
                node.engine.shutdown()
    return root


class Pair:
    """Both programs, and what is sent."""

    def __init__(self, root: Path, remembered: Path) -> None:
        self.root = root
        for name in ("sender", "receiver"):
            shutil.copytree(remembered / name / "profile", root / name / "profile")
        self.album = root / "album"
        for number in range(20):
            write(self.album / f"a{number:02}", os.urandom(2000 + number))
        write(self.album / "film", os.urandom(FILM))
        for number in range(12):
            write(self.album / "later" / f"b{number:02}", os.urandom(3000 + number))
        (self.album / "later" / "empty").mkdir()
        self.programs: dict[str, Program] = {}

    def start(self, name: str, dies: Place | None = None) -> None:
        title = {"sender": "Ada's laptop", "receiver": "Kitchen PC"}[name]
        self.programs[name] = Program(self.root / name, title, dies)
        if len(self.programs) == 2:
            self.programs["sender"].do("card", self.programs["receiver"].port)

    def die(self, name: str) -> None:
        self.programs.pop(name).wait_dead()

    def assert_agreed(self) -> None:
        """In the end, whoever was killed when."""
        past: dict[str, Any] = {}
        for name, program in self.programs.items():
            deadline = time.monotonic() + 2 * PATIENCE
            while not (past := past | {name: program.ask("history", "history")["past"]})[name]:
                assert time.monotonic() < deadline, (name, program.told[-6:])
                time.sleep(0.05)
        arrived = self.root / "receiver" / "received"
        assert [path.name for path in arrived.iterdir()] == ["album"]
        assert tree(arrived / "album") == tree(self.album)
        said = []
        for name, program in self.programs.items():
            ((number, state, has_receipt),) = past[name]
            assert (state, has_receipt) == ("delivered", True)
            paper = self.root / f"{name}.json"
            assert program.ask("receipt", "receipt", number, paper)["error"] == ""
            said.append(json.loads(paper.read_text())["common_blake3"])
        assert said[0] == said[1]

    def close(self) -> None:
        for program in self.programs.values():
            program.close()


@pytest.fixture
def pair(tmp_path: Path, remembered: Path) -> Iterator[Pair]:
    pair = Pair(tmp_path, remembered)
    yield pair
    pair.close()


CASES: Final = [("receiver", name) for name in RECEIVER] + [("sender", name) for name in SENDER]


@pytest.mark.parametrize(("who", "where"), CASES, ids=[f"{who} {where}" for who, where in CASES])
def test_case_072_088_whoever_is_killed_goes_on(pair: Pair, who: str, where: str) -> None:
    for name, places in (("receiver", RECEIVER), ("sender", SENDER)):
        pair.start(name, places[where] if name == who else None)
    pair.programs["sender"].do("send", pair.album)
    pair.die(who)
    pair.start(who)
    pair.assert_agreed()


AGAIN: Final = [("receiver", name) for name in RECEIVER_AGAIN] + [("sender", name) for name in SENDER_AGAIN]


@pytest.mark.parametrize(("who", "where"), AGAIN, ids=[f"{who} {where}" for who, where in AGAIN])
def test_case_072_whoever_is_killed_while_it_goes_on_goes_on(pair: Pair, who: str, where: str) -> None:
    pair.start("receiver", AMID["receiver"] if who == "receiver" else None)
    pair.start("sender", AMID["sender"] if who == "sender" else None)
    pair.programs["sender"].do("send", pair.album)
    pair.die(who)
    pair.start(who, (RECEIVER_AGAIN if who == "receiver" else SENDER_AGAIN)[where])
    pair.die(who)
    pair.start(who)
    pair.assert_agreed()


def test_both_are_killed_at_once(pair: Pair) -> None:
    pair.start("receiver", AMID["receiver"])
    pair.start("sender")
    pair.programs["sender"].do("send", pair.album)
    pair.die("receiver")
    pair.programs["sender"].process.kill()
    pair.die("sender")
    for name in ("receiver", "sender"):
        pair.start(name)
    pair.assert_agreed()


@pytest.mark.parametrize("what", ["the private folder", "a file in it"])
def test_what_was_to_get_its_name_next_and_is_gone_is_not_delivered(pair: Pair, what: str) -> None:
    """Killed just before the names are given, and then somebody tidies up."""
    note = write(pair.root / "notes" / "note", b"some words").parent
    write(note / "other", b"others")
    pair.start("receiver", place("transfer.commits:Commits.durable", "after"))
    pair.start("sender")
    pair.programs["sender"].do("send", note)
    pair.die("receiver")
    arrived = pair.root / "receiver" / "received"
    (private,) = arrived.glob(".tallystick-partial-*")
    if what == "the private folder":
        shutil.rmtree(private)
    else:
        next(path for path in private.iterdir() if path.name.isdecimal() and path.read_bytes() == b"others").unlink()
    pair.start("receiver")
    if what == "the private folder":
        pair.programs["sender"].until(lambda told: told.get("paused") == "folder-unusable-there")
        assert not [path for path in arrived.rglob("*") if path.is_file()]
        return
    assert pair.programs["sender"].until(lambda told: told.get("state") in {"delivered", PARTLY})["state"] == PARTLY
    assert pair.programs["receiver"].ask("history", "history")["past"][0][1] == PARTLY
    assert tree(arrived / "notes").keys() == {"note"}


def test_a_start_does_not_wait_for_what_only_has_to_be_noted(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    """A million entries would be read again; the window is to come up before that."""
    pair.start("receiver", RECEIVER["when all is noted and nothing was said"])
    pair.start("sender")
    pair.programs["sender"].do("send", pair.album)
    pair.die("receiver")
    monkeypatch.setattr(presence, "usable", lambda: ())
    go, tell = threading.Event(), resuming.tell_failures

    def held(status: Status, kept: Kept) -> None:
        assert go.wait(PATIENCE)
        tell(status, kept)

    monkeypatch.setattr(resuming, "tell_failures", held)
    node = Node(pair.root / "receiver", "Kitchen PC")
    try:
        node.engine.start()
        (row,) = node.engine.transfers()
        pair.programs["sender"].do("card", node.engine.port)
        pair.programs["sender"].until(lambda told: told.get("state") == State.DELIVERED.value)
        assert not node.transfer(row.id).state.final
        go.set()
        assert node.finished(row.id).state is State.DELIVERED
    finally:
        go.set()
        node.engine.shutdown()
