"""What single arguments mean. Each raises ArgumentTypeError for what makes no sense."""

import argparse
import re
from pathlib import Path
from typing import Final

from desktop_app.cli.running import RunningNumber
from desktop_app.protocol import limits

LIMIT_MAX: Final = 100_000  # transfers that are shown at once
_UNITS: Final = {"": 1, "k": 10**3, "m": 10**6, "g": 10**9, "t": 10**12, "p": 10**15}
_AMOUNT: Final = re.compile(r"([0-9]{1,16})(?:\.([0-9]{1,6}))? ?([kmgtp]?)b?", re.IGNORECASE | re.ASCII)


def path(text: str) -> Path:
    """Not "": that would be the current folder, and came from a variable that was not set."""
    if not text:
        raise argparse.ArgumentTypeError("a path is empty")
    return Path(text)


def number(text: str) -> str:
    if not text.isascii() or not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is not the number of a transfer")
    return text


def limit(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or not 0 < int(text) <= LIMIT_MAX:
        raise argparse.ArgumentTypeError(f"a number from 1 to {LIMIT_MAX:,} is needed")
    return int(text)


def port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 <= int(text) < 2**16:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port")
    return int(text)


def amount(text: str) -> int:
    """Bytes: 10GB, 500 MB, 1.5T, 4096."""
    found = _AMOUNT.fullmatch(text.strip())
    if found is not None:
        whole, fraction, unit = found.groups(default="")
        size: int = int(whole + fraction) * _UNITS[unit.lower()] // 10 ** len(fraction)
        if 0 < size <= limits.FILE_SIZE_MAX:
            return size
    raise argparse.ArgumentTypeError(f"{text!r} is no amount like 500MB or 10GB")


def running(text: str) -> RunningNumber:
    process, dot, session = text.rpartition(".")
    if not all(part.isascii() and part.isdigit() for part in ((process, session) if dot else (session,))):
        raise argparse.ArgumentTypeError(f"{text!r} is not such a number")
    return RunningNumber(int(session), int(process) if dot else None)
