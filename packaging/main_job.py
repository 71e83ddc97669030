"""The main job, shown in a terminal: two Tallysticks here find each other, compare codes and move a folder.
Started once more they remember each other and need no code.

Both are started as anybody would start them, each with a profile of its own, and talk to this
script in --json lines. Everything is made in a temporary folder, which is removed at the end.
Arguments are the command that starts a Tallystick; without any it is that of this checkout.
"""

import json
import os
import queue
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from desktop_app.storage import settings
from desktop_app.storage.profile import Profile

PROGRAM = sys.argv[1:] or [sys.executable, "-P", "-m", "desktop_app"]
SECONDS = 30.0  # for each thing to happen; all of them together take six


class Failure(Exception):
    """A sentence on what did not happen."""


class Tallystick:
    """One running Tallystick, with its lines."""

    def __init__(self, name: str, folder: Path, *arguments: str | Path) -> None:
        self.name = name
        profile = folder / f"profile of {name}"
        settings.save(Profile(profile), settings.Settings(name=name, port=free_port()))
        self._process = subprocess.Popen(
            [*PROGRAM, *arguments, "--profile", profile, "--json"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read, name=f"lines of {name}")
        self._reader.start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.put(line)
        self._lines.put("")

    def expect(self, event: str) -> dict[str, Any]:
        """The next event of that kind. Raises Failure where something else settles the matter."""
        trouble = ""
        until = time.monotonic() + SECONDS
        while True:
            try:
                line = self._lines.get(timeout=max(0.0, until - time.monotonic()))
            except queue.Empty:
                raise Failure(f"“{self.name}” said nothing of “{event}” for {SECONDS:.0f} s. {trouble}") from None
            if not line:
                raise Failure(f"“{self.name}” ended with exit code {self._process.wait()}. {trouble}")
            told: dict[str, Any] = json.loads(line)
            if told["event"] == event:
                return told
            if told["event"] == "failed":
                raise Failure(f"“{self.name}”: {told['message']}")
            if told["event"] == "error":
                trouble = told["message"]

    def answer(self, word: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"answer": word}) + "\n")
        self._process.stdin.flush()

    def end(self) -> None:
        """Wait for its own end. Raises Failure where that is not a good one."""
        try:
            code = self._process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            raise Failure(f"“{self.name}” did not end.") from None
        if code:
            raise Failure(f"“{self.name}” ended with exit code {code}.")

    def kill(self) -> None:
        """Leave nothing behind, however far it came."""
        self._process.kill()
        self._process.wait()
        self._reader.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()


def free_port() -> int:
    """One that no running Tallystick uses; should it be taken after all, the next best is."""
    with socket.create_server(("", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


@contextmanager
def running(name: str, folder: Path, *arguments: str | Path) -> Iterator[Tallystick]:
    tallystick = Tallystick(name, folder, *arguments)
    try:
        yield tallystick
    finally:
        tallystick.kill()


def make_folder(folder: Path) -> None:
    """A little of everything that people have."""
    (folder / "photos" / "empty folder").mkdir(parents=True)
    (folder / "empty file").touch()
    (folder / "notes.txt").write_text("Bring the tent.\n", encoding="utf-8")
    (folder / "Grüße aus 東京.txt").write_text("こんにちは\n", encoding="utf-8")
    (folder / "photos" / "lake.raw").write_bytes(os.urandom(5 * 2**20 + 1))
    for number in range(20):
        (folder / "photos" / f"{number:02}.jpg").write_bytes(os.urandom(1000 * number))


def contents(folder: Path) -> dict[Path, bytes | None]:
    """Every name in the folder; bytes for a file, None for a folder."""
    return {path.relative_to(folder): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")}


def main_job(folder: Path) -> None:
    source, into = folder / "holiday 2026", folder / "received"
    make_folder(source)
    into.mkdir()
    suffix = secrets.token_hex(2)  # somebody else on this network may do the same
    kitchen, ada = f"Kitchen PC {suffix}", f"Ada's laptop {suffix}"

    with running(kitchen, folder, "receive", "--into", into, "--once") as receiver:
        print(f"1. “{kitchen}” is ready to receive on TCP port {receiver.expect('listening')['port']}.")
        begun = time.monotonic()
        with running(ada, folder, "send", source, "--to", kitchen) as sender:
            here, there = sender.expect("code"), receiver.expect("code")
            print(f"2. “{ada}” found it on the network and agreed on keys ({time.monotonic() - begun:.1f} s).")
            print("3. Both show a code for people to compare:")
            for name, code in ((ada, here), (kitchen, there)):
                print(f"      {name:20} {code['digits']}   {' · '.join(code['words'])}")
            if (here["digits"], here["words"]) != (there["digits"], there["words"]):
                sender.answer("different")
                receiver.answer("different")
                raise Failure("The codes differ: somebody may be in between, or Tallystick is broken.")
            sender.answer("match")
            receiver.answer("match")
            sender.expect("verified")
            receiver.expect("verified")
            print("   They are equal, and both people said so: the session is verified.")
            remembered_as = sender.expect("remembered")["name"]

            offer = receiver.expect("offer")
            print(f"4. The offer: {offer['names'][0]}, {offer['files']} files, {offer['total']:,} bytes. Accepted.")
            begun = time.monotonic()
            receiver.answer("accept")
            sender.expect("delivered")
            print(f"5. Delivered in {time.monotonic() - begun:.2f} s, and safe on the disk.")
            saved = Path(receiver.expect("delivered")["saved"][0])
            sender.end()
        receiver.end()

    sent, received = contents(source), contents(saved)
    if sent != received:
        wrong = sorted(
            str(path) for path in sent.keys() | received.keys() if sent.get(path) != received.get(path, b"-")
        )
        raise Failure(f"What arrived is not what was sent: {', '.join(wrong[:5])}.")
    print(f"6. Compared byte by byte: {len(sent)} files and folders, all the same.")

    again = ("receive", "--into", into, "--once", "--accept", "remembered")
    with running(kitchen, folder, *again) as receiver:
        receiver.expect("listening")
        with running(ada, folder, "send", source / "notes.txt", "--to", remembered_as) as sender:
            method = sender.expect("verified")["method"]
            if method != "record":
                raise Failure(f"The devices did not remember each other ({method}).")
            sender.expect("delivered")
            sender.end()
        receiver.end()
    print("7. Both were started again: they proved to be the same ones, and a file went over without a code.")


def main() -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # so that everything is removed
    try:
        with tempfile.TemporaryDirectory(prefix="tallystick ") as folder:
            main_job(Path(folder))
    except Failure as failure:
        print(f"The main job failed. {failure}".rstrip(), file=sys.stderr)
        return 1
    print("The main job works here. Everything that it made is removed again.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
