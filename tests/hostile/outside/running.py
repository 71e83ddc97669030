"""The program as its users start it, alone on a host of its own, attacked from another one over the cable."""

import json
import os
import queue
import re
import select
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

from desktop_app.protocol import limits
from tests.end2end.programs import Program
from tests.support import ledger
from tests.support.hostile_peer import Hangup, HostilePeer, Kind, file_end, file_entry, manifest_digest
from tests.support.namespaces import Lan
from tests.support.node import wait_until
from tests.support.oracle import CODE, MEMORY_BACK, halves, plant, resident, seen
from tests.support.written_down import written_down

BACK_WITHIN: Final = 30.0  # seconds for threads, descriptors and memory
DEVICES: Final = ("Honest", "Liar")
MISTAKE: Final = re.compile("Traceback|made a mistake|Error in ")

Event = dict[str, Any]


class Running:
    """`tallystick --json receive --accept all`, two devices that it remembers, and canaries around it."""

    def __init__(
        self, lan: Lan, root: Path, *arguments: object, environment: dict[str, str | None] | None = None
    ) -> None:
        self.host, self.other = lan.hosts[:2]
        self.root, self.folder = root, root / "received"
        self.folder.mkdir(parents=True)
        home = root / "home"
        self._canaries = {each: seen(plant(each)) for each in (home / "canary", root / "around")}
        (root / "link").symlink_to(root / "around")
        runtime = root / "run"
        runtime.mkdir(mode=0o700)
        places = {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
        found = {
            "PATH": os.environ["PATH"], "HOME": str(home), "XDG_RUNTIME_DIR": str(runtime), "LC_ALL": "C.UTF-8",
        } | places | (environment or {})  # fmt: skip
        self.environment = {name: value for name, value in found.items() if value is not None}
        self.program = Program(
            root / "profile", "receive", "--into", self.folder, "--accept", "all", *arguments,
            host=self.host, env=self.environment,
        )  # fmt: skip
        self._whole: set[bytes] = set()
        self._secrets: dict[str, bytes] = {}
        try:
            self._settle_in()
        except BaseException:
            self.program.kill()
            raise

    def _settle_in(self) -> None:
        self.port: int = self.program.until("listening")["port"]
        for name in DEVICES:
            self._be_remembered(name)
        self.take_a_file()
        wait_until(lambda: any("history" in each for each in self._open()), timeout=BACK_WITHIN)  # and stays so
        wait_until(self._is_still, timeout=BACK_WITHIN)
        self._before = self.held()

    # --- who comes ---------------------------------------------------------------------------------------

    def dial(self, *, source: str = "") -> HostilePeer:
        """A stranger on the cable."""
        return HostilePeer(self.other.connect(self.host.address, self.port, source=source), initiator=True)

    @contextmanager
    def liar(self, name: str = "Liar") -> Iterator[HostilePeer]:
        """A device that is remembered here, verified by its proof; up to no good."""
        with self.dial() as peer:
            yield peer.agree().prove(self._secrets[name], "initiator")

    def _be_remembered(self, name: str) -> None:
        with self.dial() as peer:
            peer.agree().greet().compare(name)
            assert self.program.until("code")["digits"] == peer.digits
            self.program.answer("match")
            peer.verify()
            peer.expect(Kind.REMEMBER)
            peer.say(Kind.REMEMBER)
            self.program.until("remembered")
            self._secrets[name] = peer.candidate
            leave(peer)

    # --- what is judged ------------------------------------------------------------------------------------

    def judge(self) -> None:
        """What `tests.support.oracle` asks of a node, asked of a process from outside."""
        self._whole |= ledger.whole
        ledger.whole.update(self._whole)
        assert self.program.process.poll() is None, "it is dead"
        wait_until(lambda: halves(self.folder) == [], lambda: f"not whole: {halves(self.folder)}")
        for root, before in self._canaries.items():
            assert seen(root) == before, f"something around the folder was touched: {root}"
        wait_until(self._is_back, lambda: f"{self.held()}, not {self._before}: {self._open()}", BACK_WITHIN)
        self.take_a_file()
        self._judge_words()

    def take_a_file(self) -> None:
        content = os.urandom(40)
        name = f"honest {os.urandom(8).hex()}"
        with let_in(self.dial) as peer:
            peer.prove(self._secrets["Honest"], "initiator")
            peer.offer(0, [name], total=len(content))
            peer.expect(Kind.ACCEPT)
            send_files(peer, 0, {name: content})
            peer.expect(Kind.DONE)
            assert (self.folder / name).read_bytes() == content
            leave(peer)

    def held(self) -> tuple[int, int, int]:
        """Threads, descriptors and bytes of memory."""
        process = Path("/proc", str(self.program.process.pid))
        tasks, descriptors = (len(list((process / each).iterdir())) for each in ("task", "fd"))
        return tasks, descriptors, resident(self.program.process.pid)

    def _open(self) -> list[str]:
        descriptors = Path("/proc", str(self.program.process.pid), "fd")
        found = []
        for each in descriptors.iterdir():
            with suppress(FileNotFoundError):  # it was closed meanwhile
                found.append(str(each.readlink()))
        return sorted(found)

    def _is_back(self) -> bool:
        (threads, descriptors, memory), before = self.held(), self._before
        return threads <= before[0] and descriptors <= before[1] and memory < before[2] + MEMORY_BACK

    def _is_still(self) -> bool:
        """No session ends just now, and no thread with it."""
        before = self.held()[:2]
        time.sleep(0.3)
        return self.held()[:2] == before

    def told_of_strangers(self) -> list[Event]:
        """All that it said of anybody but the two devices that it remembers."""
        return [event for event in self.events() if event.get("peer") not in DEVICES]

    def events(self) -> list[Event]:
        """All that it said so far."""
        while True:
            try:
                event = self.program._queue.get_nowait()
            except queue.Empty:
                return self.program.events
            assert event is not None, "it closed its output"
            self.program.events.append(event)

    def _judge_words(self) -> None:
        said, secrets = list(self.events()), set(ledger.secrets)
        self.program.events.clear()
        ledger.secrets.clear()
        for event in said:
            for told in (event, *event.get("failures", ()), *event.get("warnings", ())):
                if "code" in told:
                    assert CODE.fullmatch(told["code"]), told
        words = json.dumps(said)
        assert not (mistake := MISTAKE.search(words)), words[mistake.start() - 300 : mistake.end() + 200]
        forms = set().union(*map(written_down, secrets))
        assert [form for form in forms if form in words.encode()] == [], "it says a secret"
        errors = self.program.process.stderr
        assert errors is not None
        if select.select([errors], [], [], 0)[0]:
            raise AssertionError(os.read(errors.fileno(), 65536).decode(errors="replace"))


def let_in(dial: Callable[[], HostilePeer]) -> HostilePeer:
    """An honest caller with keys of epoch 0: it tries again, for strangers of its address may not be gone yet."""
    until = time.monotonic() + limits.UNTIL_PROOFS
    while True:
        peer = dial()
        try:
            return peer.agree()
        except Hangup:
            peer.close()
            assert time.monotonic() < until, "it is not let in"


def leave(peer: HostilePeer) -> None:
    """In order: CLOSE both ways."""
    peer.send(Kind.CLOSE, 0)
    while peer.receive()[0] != Kind.CLOSE:
        pass


def send_files(peer: HostilePeer, stream: int, files: dict[str, bytes]) -> bytes:
    """From their entries to END; the digest that DONE has to tell."""
    entries = [file_entry(name, len(content)) for name, content in files.items()]
    ends = [file_end(content) for content in files.values()]
    peer.send(Kind.ENTRIES, stream, entries)
    for content in files.values():
        if content:
            peer.send_data(stream, content)
    peer.send(Kind.FILE_ENDS, stream, 0, ends)
    digest = manifest_digest(entries, ends)
    peer.send(Kind.END, stream, digest)
    return digest
