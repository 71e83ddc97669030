"""What has to hold after every hostile test, whatever was done: the common oracle of `tests/hostile`.

The computer lives and answers; nothing around its folder was touched; final names stand on whole content only;
memory is back; errors have codes and the log tells no secret; and an honest peer gets a file through right afterwards.
Threads, descriptors and warnings are watched for every test (`tests/conftest.py`, `tests/support/node.py`).
"""

import io
import logging
import os
import re
import threading
import time
from pathlib import Path
from typing import Any, Final

import pytest
from blake3 import blake3

from desktop_app.engine import Answer
from desktop_app.errors import AppError
from desktop_app.events import CodeReady, OfferReceived, State, TransferChanged
from desktop_app.protocol import limits
from desktop_app.storage.names import PARTIAL_PREFIX
from tests.support import ledger
from tests.support.hostile_peer import HostilePeer, Kind, file_end, file_entry, manifest_digest
from tests.support.node import Node, StartNode, wait_until
from tests.support.verified_peer import verified
from tests.support.written_down import code_written_down, written_down

NEVER_LONGER: Final = 10.0  # seconds for an answer that a window waits for: no machine is as slow as that
MEMORY_BACK: Final = 64 * limits.MIB
MEMORY_BACK_WITHIN: Final = 30.0
HONEST: Final = "127.0.0.99"
CODE: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

Seen = dict[str, tuple[int, int, int, bytes]]


class WatchedNodes(StartNode):
    """Starts nodes as ever; in the end `judge` judges them all."""

    def __init__(self, root: Path, home: Path) -> None:
        super().__init__(root)
        ledger.clear()
        self._canaries = {each: seen(plant(each)) for each in (home / "canary", root / "canary")}
        self._memory = resident()
        self._log = Log()
        self._pulse = Pulse()

    def __call__(self, name: str = "Ada's laptop", **options: Any) -> Node:
        node = super().__call__(name, **options)
        around = plant(node.root / "around")
        self._canaries[around] = seen(around)
        self._pulse.nodes.append(node)
        return node

    def judge(self, patch: pytest.MonkeyPatch) -> None:
        """`patch`: the test's own. What it changed is over when the honest peer comes."""
        self._pulse.stop()
        heard = self._log.text()
        for root, before in self._canaries.items():
            assert seen(root) == before, f"something around the folder was touched: {root}"
        patch.undo()
        for node in self.nodes:
            assert halves(node.folder) == []
            for error in errors(node):
                assert CODE.fullmatch(error.code), error
                assert str(error), error
        assert not told_secrets(heard, self.nodes), "the log tells a secret"
        wait_until(
            lambda: resident() < self._memory + MEMORY_BACK,
            lambda: f"{resident() - self._memory} bytes more than before",
            MEMORY_BACK_WITHIN,
        )
        for node in self.nodes:
            take_a_file(node)


class Pulse:
    """Asks every node what a window asks, all the time, and keeps the longest that it waited."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self._worst = 0.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._feel, name="pulse")
        self._thread.start()

    def _feel(self) -> None:
        while not self._over.wait(0.2):
            for node in list(self.nodes):
                start = time.monotonic()
                for transfer in node.engine.transfers():
                    node.engine.progress(transfer.id)
                node.engine.devices()
                self._worst = max(self._worst, time.monotonic() - start)

    def stop(self) -> None:
        self._over.set()
        self._thread.join(NEVER_LONGER)
        assert not self._thread.is_alive(), "an engine does not answer"
        assert self._worst < NEVER_LONGER, f"an engine did not answer for {self._worst} s"


class Log:
    """Everything that the program logs, with its tracebacks."""

    def __init__(self) -> None:
        self._written = io.StringIO()
        self._handler = logging.StreamHandler(self._written)
        self._logger = logging.getLogger("desktop_app")
        self._level = self._logger.level
        self._logger.addHandler(self._handler)
        self._logger.setLevel(logging.DEBUG)

    def text(self) -> bytes:
        """All of it; nothing is heard from then on."""
        self._logger.removeHandler(self._handler)
        self._logger.setLevel(self._level)
        return self._written.getvalue().encode(errors="surrogatepass")


def plant(folder: Path) -> Path:
    """Things of somebody's that nobody may touch: files, a read-only one, a folder, a link to it, hidden places."""
    for name in (
        "letter",
        "read-only",
        "home/.bashrc",
        "home/.ssh/authorized_keys",
        "home/.config/autostart/x.desktop",
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"mine")
    (folder / "read-only").chmod(0o400)
    (folder / "link").symlink_to(folder / "home")
    return folder


def seen(folder: Path) -> Seen:
    """Number, mode, time and content of all of it, links not followed."""
    found: Seen = {}
    for path in (folder, *sorted(folder.rglob("*"))):
        status = path.lstat()
        content = os.fsencode(path.readlink()) if path.is_symlink() else path.read_bytes() if path.is_file() else b""
        found[str(path)] = (status.st_ino, status.st_mode, status.st_mtime_ns, content)
    return found


def halves(folder: Path) -> list[Path]:
    """Files under a final name that are not what a test wrote or a peer vouched for."""
    finals = [path for path in folder.iterdir() if not path.name.startswith(PARTIAL_PREFIX) and not path.is_symlink()]
    return [
        path
        for final in finals
        for path in (final, *final.rglob("*"))
        if path.is_file() and not path.is_symlink() and blake3(path.read_bytes()).digest() not in ledger.whole
    ]


def errors(node: Node) -> list[AppError]:
    """All that its person was told."""
    told: list[AppError | None] = [getattr(event, "error", None) for event in list(node.events)]
    for event in node.heard(TransferChanged):
        told += [event.transfer.error, event.transfer.paused, *(each.error for each in event.transfer.failures)]
    for offer in node.heard(OfferReceived):
        told += [offer.problem, *offer.warnings]
    return [each for each in told if each is not None]


def told_secrets(log: bytes, nodes: list[Node]) -> set[bytes]:
    forms: set[bytes] = set()
    for secret in ledger.secrets:
        forms |= written_down(secret)
    for node in nodes:
        for code in node.heard(CodeReady):
            forms |= code_written_down(code.digits, code.words)
    return {form for form in forms if form in log}


def resident(process: int | str = "self") -> int:
    """Bytes of memory that are not on any disk; 0 where the system does not tell."""
    status = Path("/proc", str(process), "statm")
    if not status.exists():
        return 0
    _, all_of_it, shared, *_ = map(int, status.read_text().split())
    return (all_of_it - shared) * os.sysconf("SC_PAGE_SIZE")


def take_a_file(node: Node) -> None:
    """From an honest stranger, with whom its person compares a code. One that was shut down is started again."""
    try:
        again = None
        peer = HostilePeer.dial(node.engine.port, source=HONEST)
    except ConnectionRefusedError:
        node = again = Node.again(node)
        again.engine.start()
        peer = HostilePeer.dial(node.engine.port, source=HONEST)
    with pytest.MonkeyPatch.context() as patch, peer:
        patch.setattr(limits, "INCOMING_COMPARISONS", 10_000)  # ten minutes later
        put_away_what_is_asked(node)
        verified(node, peer, "Honest")
        content = os.urandom(40)
        name = f"honest {os.urandom(8).hex()}"
        peer.offer(0, [name], total=len(content))
        offer = node.wait_for(OfferReceived, lambda event: event.transfer.contents.names == (name,))
        node.engine.accept(offer.transfer.id, offer.into)
        peer.expect(Kind.ACCEPT)
        entries, ends = [file_entry(name, len(content))], [file_end(content)]
        peer.send(Kind.ENTRIES, 0, entries)
        peer.send_data(0, content)
        peer.send(Kind.FILE_ENDS, 0, 0, ends)
        peer.send(Kind.END, 0, manifest_digest(entries, ends))
        peer.expect(Kind.DONE)
        assert node.finished(offer.transfer.id).state is State.DELIVERED
        assert (offer.into / name).read_bytes() == content
    if again is not None:
        again.engine.shutdown()


def put_away_what_is_asked(node: Node) -> None:
    """Every peer of the test has hung up; what is still asked is put off, and what failed was seen."""
    for code in node.heard(CodeReady):
        node.engine.answer_code(code.session, Answer.NOT_NOW)
    comparisons = node.engine._links.comparisons
    wait_until(lambda: comparisons._current is None, lambda: f"{node.name}: a code stays on the screen")
    node.engine.dismiss_failure()
    node.forget()
