"""Tallystick's own directory: one per person by default, another one for tests and second instances."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import platformdirs

from desktop_app import COMMAND_NAME
from desktop_app.errors import ProfileUnusable, phrase
from desktop_app.storage import disk_errors


@dataclass(frozen=True, slots=True)
class Profile:
    """A directory that is there and that nobody else can write to. Raises ProfileUnusable."""

    root: Path

    def __post_init__(self) -> None:
        try:
            self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
            mode = self.root.stat().st_mode
            os.scandir(self.root).close()
        except OSError as error:
            raise ProfileUnusable(path=str(self.root), reason=disk_errors.reason(error)) from error
        if os.name == "posix" and mode & stat.S_IWOTH:
            raise ProfileUnusable(path=str(self.root), reason=phrase("everybody on this computer can write there"))

    @classmethod
    def default(cls) -> Self:
        """Where this system keeps a person's application data."""
        root = platformdirs.user_data_path(COMMAND_NAME, appauthor=False)
        if not root.is_absolute():  # no HOME, and nobody knows this user
            raise ProfileUnusable(path=str(root), reason=phrase("this user has no home folder"))
        return cls(root)

    @property
    def settings(self) -> Path:
        return self.root / "settings.json"

    @property
    def window(self) -> Path:
        return self.root / "window.geometry"

    @property
    def devices(self) -> Path:
        return self.root / "devices.json"

    @property
    def history(self) -> Path:
        return self.root / "history.sqlite3"

    @property
    def receipts(self) -> Path:
        return self.root / "receipts"

    @property
    def transfers(self) -> Path:
        """Those that are not over."""
        return self.root / "transfers"
