"""The inputs that are kept: one file for each target, one input in base64 a line, the shortest first."""

import base64
import sys
from collections.abc import Iterable
from pathlib import Path
from types import FrameType
from typing import Any, Final

from tests.fuzz.target import Target

FOLDER: Final = Path(__file__).with_name("corpus")
_LOOKED_AT: Final = ("/desktop_app/", "/tests/fuzz/targets/")

Branch = tuple[str, int, int]


def kept(name: str) -> list[bytes]:
    path = FOLDER / f"{name}.txt"
    return [base64.b64decode(line) for line in path.read_text("ascii").splitlines()] if path.exists() else []


def keep(name: str, inputs: Iterable[bytes]) -> None:
    lines = [base64.b64encode(data).decode() for data in sorted(set(inputs), key=lambda data: (len(data), data))]
    (FOLDER / f"{name}.txt").write_text("".join(f"{line}\n" for line in lines), "ascii")


def smallest(target: Target, inputs: Iterable[bytes], beside: Iterable[bytes] = ()) -> list[bytes]:
    """Short ones that go everywhere where all of them go, and those `beside` do not."""
    seen = {branch for data in beside for branch in branches(target, data)}
    chosen = []
    for data in sorted(set(inputs), key=lambda data: (len(data), data)):
        if not (new := branches(target, data)) <= seen:
            seen |= new
            chosen.append(data)
    return chosen


def branches(target: Target, data: bytes) -> set[Branch]:
    """Where one input leads: each step from a line of ours to the next."""
    found: set[Branch] = set()
    before: dict[FrameType, int] = {}

    def line(frame: FrameType, event: str, _argument: Any) -> Any:
        if event == "line":
            found.add((frame.f_code.co_filename, before.get(frame, 0), frame.f_lineno))
            before[frame] = frame.f_lineno
        elif event == "return":
            before.pop(frame, None)
        return line

    def call(frame: FrameType, _event: str, _argument: Any) -> Any:
        return line if any(part in frame.f_code.co_filename for part in _LOOKED_AT) else None

    sys.settrace(call)
    try:
        target.run(data)
    finally:
        sys.settrace(None)
    return found
