"""How long people wait for the history and for a receipt: `python -m tests.benchmarks.history --help`."""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from desktop_app.protocol.manifest import Entry, EntryKind, FileResult, ManifestDigest
from desktop_app.storage import document
from desktop_app.storage.history import History, Row
from desktop_app.storage.profile import Profile
from desktop_app.transfer.receipt import Common, Facts, Local, Receipt
from desktop_app.transfer.receipt_json import as_json
from desktop_app.transfer.receipt_text import as_text
from desktop_app.transfer.recorder import Recorded, Recorder
from tests.benchmarks.measurement import machine

PAGE = 50
_DETAILS = (
    '{"names":["holiday 2026","notes.txt"],"top_level":2,"programs":0,"saved":["/home/ada/Downloads/holiday 2026"],'
    '"failures":[],"failed":0,"left_out":[],"all_left_out":0,"problem":null}'
)


def main(arguments: list[str]) -> int:
    options = _options(arguments)
    with tempfile.TemporaryDirectory(prefix="history ", dir=options.dir) as folder:
        root = Path(folder)
        print(machine(root))
        _measure_history(root, options.rows)
        _measure_receipt(root, options.entries)
    return 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.history", description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000, help="transfers in the history (default 100,000)")
    parser.add_argument("--entries", type=int, default=1_000_000, help="entries of the receipt (default 1,000,000)")
    parser.add_argument("--dir", type=Path, help="where the data goes (default: the temporary folder)")
    return parser.parse_args(arguments)


def row(number: int) -> Row:
    peer = f"Peer {number % 40}"
    return Row(
        0, "sending", peer, "", "code compared", "delivered", 214, 3, 3_200_000_000, "", "", "/home/ada/Downloads",
        1.76e9 + number, 1.76e9 + number + 30, _DETAILS, "{" + " " * 700 + "}", f"{number:032x}",
    )  # fmt: skip


def _measure_history(root: Path, rows: int) -> None:
    history = History(Profile(root / "profile"), lambda error: print(error, file=sys.stderr))

    def fill() -> None:
        for number in range(rows):
            _add(history, number)

    filled = _seconds(fill)
    print(f"\n{rows:,} transfers, each durable when it is in: {filled:.1f} s, {filled / rows * 1000:.2f} ms each")
    history.close()
    _tell("open, check, first page", [_seconds(history.page)])
    _tell("first page", [_seconds(history.page) for _ in range(20)])
    _tell("search: the newest match", [_seconds(lambda: history.page("holiday")) for _ in range(20)])
    _tell("search: one old match", [_seconds(lambda: history.page("number-3.")) for _ in range(20)])
    _tell("search: no match", [_seconds(lambda: history.page("no such thing")) for _ in range(20)])
    before, seconds = None, [0.0]
    for _ in range(min(500, rows // PAGE)):
        start = time.perf_counter()
        page = history.page(before=before, limit=PAGE)
        seconds.append(time.perf_counter() - start)
        before = page[-1].number
    _tell(f"page {len(seconds) - 1}", seconds[-1:])
    _tell("one more", [_seconds(lambda: _add(history, rows)) for _ in range(20)])
    _tell("clear one", [_seconds(lambda: history.remove([rows // 2]))])
    _tell("clear all", [_seconds(history.clear)])
    history.close()


def _add(history: History, number: int) -> None:
    added = row(number)
    history.add(added, f"{added.peer}\nholiday 2026\nnumber-{number}.txt")


def _measure_receipt(root: Path, entries: int) -> None:
    spools, digest = root / "receipts", ManifestDigest()
    recorder, alone = Recorder(spools), ManifestDigest()
    recorder.offered(b"o" * 16)
    all_entries = [
        Entry(
            f"holiday 2026/day {number // 1000:04}/{number:07}.jpg", EntryKind.FILE, 4096, 17 * 10**17, executable=False
        )
        for number in range(entries)
    ]
    manifest = _seconds(lambda: [alone.add(each, FileResult.OK, b"d" * 32) for each in all_entries])

    def record() -> None:
        for each in all_entries:
            recorder.entry(digest.add(each, FileResult.OK, b"d" * 32))

    both = _seconds(record)
    recorder.done(digest.finish())
    recorded: list[Recorded | None] = []
    print(f"\na receipt of {entries:,} entries")
    print(f"  recording, beside the manifest's digest   {(both - manifest) / entries * 1e6:8.2f} us an entry")
    _tell("make what was recorded durable", [_seconds(lambda: recorded.append(recorder.finish()))])
    assert recorded[0] is not None
    spool = spools / recorded[0].spool
    print(f"  on the disk                               {spool.stat().st_size / entries:8.1f} bytes an entry")
    common = Common(
        recorded[0].offer.hex(), "Ada's laptop", "Kitchen PC", "code compared", "X25519 + ML-KEM-768", "AES-256-GCM",
        entries, 0, 4096 * entries, recorded[0].digest.hex(),
    )  # fmt: skip
    local = Local("sender", "Kitchen PC", "192.0.2.7:47471", 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, renewals=0)
    facts = Facts(common, local, lost=0)
    receipts: list[Receipt] = []
    _tell("check it", [_seconds(lambda: receipts.append(Receipt.read(facts, spool)))])
    for form in (as_json, as_text):
        path = root / form.__name__
        _tell(
            f"write it {form.__name__.replace('_', ' ')}",
            [_seconds(lambda form=form, path=path: document.write(path, form(receipts[0]), replace=False))],  # type: ignore[misc]
        )


def _seconds(do: Callable[[], object]) -> float:
    start = time.perf_counter()
    do()
    return time.perf_counter() - start


def _tell(what: str, seconds: list[float]) -> None:
    print(f"  {what:40}{median(seconds) * 1000:10.2f} ms", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
