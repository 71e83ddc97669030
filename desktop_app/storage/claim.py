"""Whose the window of a profile is: one process at a time, until that process ends, however it ends."""

import logging
from typing import Final

import filelock

from desktop_app.storage.profile import Profile

_log: Final = logging.getLogger(__name__)


class Claim:
    """Held by the process, not by a file that could be left behind."""

    def __init__(self, profile: Profile) -> None:
        self._lock = filelock.FileLock(profile.root / "window.lock", mode=0o600)

    def take(self) -> bool:
        """Whether it is ours. On a disk that knows no locks everybody's: two windows are better than none."""
        try:
            self._lock.acquire(blocking=False)
        except filelock.Timeout:
            return False
        except (OSError, NotImplementedError) as error:
            _log.info("the window cannot be claimed: %s", error)
        return True

    def give_up(self) -> None:
        """May be called twice."""
        self._lock.release()
