"""Starting with the person's session: the entry that each system has for that, which is the only record of it."""

import os
import plistlib
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, Protocol

from desktop_app import APP_ID, APP_NAME, installation
from desktop_app.errors import WriteFailed
from desktop_app.storage import desktop_entry, disk_errors, document
from desktop_app.storage.profile import Profile

_RUN: Final = r"Software\Microsoft\Windows\CurrentVersion\Run"


class Autostart(Protocol):
    def is_on(self) -> bool: ...

    def turn(self, on: bool) -> None:
        """Raises FolderUnusable, WriteFailed or NotEnoughSpace."""


def of_this_system(profile: Profile) -> Autostart:
    if sys.platform == "win32":
        return WindowsRun(command(profile))
    if sys.platform == "darwin":
        return LaunchAgent(Path.home() / "Library" / "LaunchAgents", command(profile))
    told = Path(os.environ.get("XDG_CONFIG_HOME", ""))
    return DesktopEntry((told if told.is_absolute() else Path.home() / ".config") / "autostart", command(profile))


def command(profile: Profile) -> list[str]:
    """What starts this installation with this profile, out of sight."""
    root = profile.root.absolute()
    where = [] if root == Profile.default().root.absolute() else ["--profile", str(root)]
    return [*installation.start_command(), *where, "--hidden"]


class _File:
    """An entry that is a file of its own."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def turn(self, on: bool) -> None:
        try:
            if on:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                document.write(self._path, [self._content()], replace=True)
            else:
                self._path.unlink(missing_ok=True)
        except OSError as error:
            raise WriteFailed(path=str(self._path), reason=disk_errors.reason(error)) from error

    def _content(self) -> bytes:
        raise NotImplementedError


class DesktopEntry(_File):
    """XDG autostart."""

    def __init__(self, folder: Path, start: Sequence[str]) -> None:
        super().__init__(folder / f"{APP_ID}.desktop")
        self._start = start

    def is_on(self) -> bool:
        """The desktop's own settings switch an entry off by a line in it."""
        try:
            lines = {line.replace(" ", "") for line in self._path.read_text(encoding="utf-8").splitlines()}
        except (OSError, UnicodeDecodeError):
            return False
        return not {"Hidden=true", "X-GNOME-Autostart-enabled=false"} & lines

    def _content(self) -> bytes:
        lines = (
            "[Desktop Entry]",
            "Type=Application",
            f"Name={APP_NAME}",
            f"Icon={APP_ID}",
            f"Exec={desktop_entry.command_line(self._start)}",
            f"TryExec={desktop_entry.text(self._start[0])}",  # or it would be tried after the program was removed
            "Terminal=false",
            "X-GNOME-Autostart-enabled=true",
            "",
        )
        return "\n".join(lines).encode()


class LaunchAgent(_File):
    """macOS."""

    def __init__(self, folder: Path, start: Sequence[str]) -> None:
        super().__init__(folder / f"{APP_ID}.plist")
        self._start = start

    def is_on(self) -> bool:
        return self._path.is_file()

    def _content(self) -> bytes:
        agent = {
            "Label": APP_ID,
            "ProgramArguments": list(self._start),
            "RunAtLoad": True,
            "ProcessType": "Interactive",
        }
        return plistlib.dumps(agent)


class WindowsRun:
    """A value in the registry, of this person alone."""

    def __init__(self, start: Sequence[str]) -> None:
        self._line = subprocess.list2cmdline(start)

    def is_on(self) -> bool:
        if sys.platform == "win32":
            import winreg

            with suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
                winreg.QueryValueEx(key, APP_NAME)
                return True
        return False

    def turn(self, on: bool) -> None:
        if sys.platform == "win32":
            import winreg

            try:
                with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
                    if on:
                        winreg.SetValueEx(key, APP_NAME, 0, winreg.REG_SZ, self._line)
                    elif self.is_on():
                        winreg.DeleteValue(key, APP_NAME)
            except OSError as error:
                raise WriteFailed(path=_RUN, reason=disk_errors.reason(error)) from error
