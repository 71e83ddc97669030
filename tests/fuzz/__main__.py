"""Fuzz one target for as long as you like, guided by coverage: `pip install -e ".[fuzz]"`, then

    python -m tests.fuzz                                      # what there is
    python -m tests.fuzz messages --executions 10_000_000
    python -m tests.fuzz messages --seconds 600 --keep        # and keep what led somewhere new

It begins with the seeds and with what is kept, prints libFuzzer's own lines, and ends at the first finding, which it
writes down; `--again FILE` runs one input by itself.
"""

import argparse
import gc
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from tests.fuzz import corpus, thrift
from tests.fuzz.places import PLACE, folder
from tests.fuzz.target import NAMES, load

_MEMORY_MIB: Final = 2048
_UNSWEPT: Final = 100_000  # objects, until those in circles are looked for
_INTERRUPTED: Final = 72  # how libFuzzer ends where it was told to
_INSTRUMENTED: Final = ["desktop_app", "tests"]
_PLUMBING: Final = [  # says little of where an input leads, or has targets of its own
    "tests.fuzz.choices",
    "tests.fuzz.line",
    "tests.fuzz.made",
    "tests.support",
    "tests.protocol",
]
_WATCHED_ELSEWHERE: Final = {"transfers": ["desktop_app.errors", "desktop_app.events", "desktop_app.protocol"]}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=(__doc__ or "").partition(":")[0])
    parser.add_argument("target", choices=NAMES, nargs="?")
    parser.add_argument("--executions", type=int, default=100_000)
    parser.add_argument("--seconds", type=int, default=0, help="at most")
    parser.add_argument("--input-seconds", type=int, default=30, help="one input that takes longer is a finding")
    parser.add_argument("--size", type=int, default=1 << 20, help="no input is longer, nor than the target's limit")
    parser.add_argument("--keep", action="store_true", help="keep the inputs that led somewhere new")
    parser.add_argument("--again", type=Path, metavar="FILE", help="run only this input")
    parser.add_argument("--inputs", type=Path, metavar="FOLDER", help=argparse.SUPPRESS)  # the fuzzing process itself
    asked = parser.parse_args()
    if asked.target is None:
        print("\n".join(NAMES))
        return 0
    if asked.again is not None:
        load(asked.target).run(asked.again.read_bytes())
        return 0
    if importlib.util.find_spec("atheris") is None:
        parser.error('atheris is not installed: pip install -e ".[fuzz]"')
    if asked.inputs is not None:
        fuzz(asked)
    return _fuzz_apart(asked)


def fuzz(asked: argparse.Namespace) -> None:
    """In this process, which ends with it."""
    import atheris  # only here: everything else works without it

    unwatched = [*_PLUMBING, *_WATCHED_ELSEWHERE.get(asked.target, ())]
    with atheris.instrument_imports(include=_INSTRUMENTED, exclude=unwatched):
        thrift.begin()
        target = load(asked.target)
    gc.freeze()  # what is loaded stays; nobody need look through it again and again
    gc.set_threshold(_UNSWEPT)
    options = {
        "runs": asked.executions, "max_total_time": asked.seconds, "timeout": asked.input_seconds,
        "max_len": min(asked.size, target.SIZE_MAX), "rss_limit_mb": _MEMORY_MIB,
        "artifact_prefix": f"{asked.inputs}/../", "print_final_stats": 1,
    }  # fmt: skip
    arguments = [sys.argv[0], *(f"-{name}={value}" for name, value in options.items()), str(asked.inputs)]
    atheris.Setup(arguments, target.run)
    atheris.Fuzz()


def _fuzz_apart(asked: argparse.Namespace) -> int:
    """libFuzzer ends its process itself, and what it found has to be looked at afterwards."""
    target = load(asked.target)
    root = Path(tempfile.mkdtemp(prefix=f"fuzz-{asked.target}-"))
    inputs = root / "inputs"
    inputs.mkdir()
    before = {*target.seeds(), *corpus.kept(asked.target)}
    for number, data in enumerate(sorted(before)):
        (inputs / f"{number:05}").write_bytes(data)
    command = [
        sys.executable, "-m", "tests.fuzz", asked.target, "--inputs", inputs,
        "--executions", str(asked.executions), "--seconds", str(asked.seconds),
        "--input-seconds", str(asked.input_seconds), "--size", str(asked.size),
    ]  # fmt: skip
    place = folder("place")  # which libFuzzer would leave behind
    result = subprocess.run(command, env=os.environ | {"PYTHONHASHSEED": "0", PLACE: str(place)}).returncode
    if asked.keep:
        kept, after = corpus.kept(asked.target), [path.read_bytes() for path in inputs.iterdir()]
        corpus.keep(asked.target, [*kept, *corpus.smallest(target, after, kept)])  # what was found once stays
    ended = {0: "clean", _INTERRUPTED: "interrupted"}.get(result)
    print(f"{asked.target}: {ended or f'a finding, in {root}'}")
    if ended:
        shutil.rmtree(root)
    return result


if __name__ == "__main__":
    sys.exit(main())
