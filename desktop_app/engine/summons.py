"""One window for each profile: whoever starts another hands over to the one that is there, and ends.

The claim says who is the window, the door how to reach it. Between the two lies a moment (it starts, it ends), so a
second start tries both until one of them works.
"""

import logging
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from desktop_app.engine.door import places
from desktop_app.errors import OpenAlready
from desktop_app.storage.claim import Claim
from desktop_app.storage.profile import Profile
from desktop_app.transport import local_door
from desktop_app.transport.local_door import LocalDoor

PATIENCE: Final = 10.0  # seconds: a window that ends tells its peers before it lets go
_PAUSE: Final = 0.05
_REQUEST_MAX: Final = 2**20  # bytes
_PATHS_MAX: Final = _REQUEST_MAX // 2  # base64 takes a third more, the rest is for the commas
_TOKENS: Final = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")
_COMES: Final = b"comes"
_log: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Summons:
    """Come to the front, and ask which device these are for."""

    paths: tuple[Path, ...] = ()  # absolute
    token: str = ""  # of the desktop, that a person wanted this window now


class _Request(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    paths: list[bytes]  # a path need not be text
    token: str


_DECODER: Final = msgspec.json.Decoder(_Request)


class SummonsDoor:
    """For every start after this one `summoned` is called on the door's thread, and says whether the window comes."""

    def __init__(self, profile: Profile, summoned: Callable[[Summons], bool]) -> None:
        self._summoned = summoned
        self._door: LocalDoor | None = None
        try:
            self._door = LocalDoor(_places(profile), self._answer, request_max=_REQUEST_MAX)
        except OSError as error:
            _log.info("no door for later starts: %s", error)

    @property
    def is_open(self) -> bool:
        """Whether starting again brings this window back."""
        return self._door is not None

    def close(self) -> None:
        """May be called twice."""
        door, self._door = self._door, None
        if door is not None:
            door.close()

    def _answer(self, request: bytes) -> bytes | None:
        try:
            asked = _DECODER.decode(request)
            paths = tuple(Path(os.fsdecode(path)) for path in asked.paths)
        except (ValueError, RecursionError):
            return None
        return _COMES if self._summoned(Summons(paths, asked.token)) else None


def claim(
    profile: Profile, paths: Sequence[Path], *, quietly: bool = False, patience: float = PATIENCE
) -> Claim | None:
    """The right to be the window of this profile; None where another one is and has taken over what was asked for.

    `quietly`: that one need not come. Raises OpenAlready where it does not answer.
    """
    mine = Claim(profile)
    until = time.monotonic() + patience
    while not mine.take():
        if quietly or summon(profile, paths):
            return None
        if time.monotonic() > until:
            raise OpenAlready
        time.sleep(_PAUSE)
    return mine


def summon(profile: Profile, paths: Sequence[Path] = ()) -> bool:
    """Call the window that is there; whether it comes."""
    token = next(filter(None, map(os.environ.get, _TOKENS)), "")
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)  # a program in the background may not come to the front
    wanted = [os.fsencode(path.absolute()) for path in paths]
    return all(_ask(profile, _Request(batch, token)) for batch in _batches(wanted))


def _ask(profile: Profile, request: _Request) -> bool:
    answers = local_door.ask_all(_places(profile), msgspec.json.encode(request))
    return any(answer.content == _COMES for answer in answers)


def _batches(paths: list[bytes]) -> Iterator[list[bytes]]:
    """As many requests as it takes; one at least."""
    batch: list[bytes] = []
    size = 0
    for path in paths:
        if batch and size + len(path) > _PATHS_MAX:
            yield batch
            batch, size = [], 0
        batch.append(path)
        size += len(path) + 8
    yield batch


def _places(profile: Profile) -> list[Path]:
    return places(profile, "-window")
