"""Tallystick in the menu of a Linux desktop, and “Send with Tallystick” in those of its file managers.

All of it are files below a folder for data: the person's, for one installation, or the system's, for a package.
"""

import os
import re
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from desktop_app import APP_ID, COMMAND_NAME, installation, resource_files
from desktop_app.cli.errors import MenuUnchanged, NoMenuHere
from desktop_app.cli.exit_codes import ExitCode
from desktop_app.cli.face import Face
from desktop_app.storage import desktop_entry, disk_errors

# template -> where it belongs below the folder for data
_ENTRIES: Final = {
    "application.desktop": f"applications/{APP_ID}.desktop",
    "dolphin.desktop": f"kio/servicemenus/{COMMAND_NAME}.desktop",
    "nemo.nemo_action": f"nemo/actions/{COMMAND_NAME}.nemo_action",
    "thunar.desktop": f"Thunar/sendto/{COMMAND_NAME}.desktop",
}
_OF_A_PERSON: Final = {"nautilus-script": "nautilus/scripts/Send with Tallystick"}
_OF_THE_SYSTEM: Final = {"nautilus_extension.py": f"nautilus-python/extensions/{COMMAND_NAME}.py"}
_ICON: Final = f"icons/hicolor/scalable/apps/{APP_ID}.svg"
_RUN_BY_ITSELF: Final = frozenset(
    {"nautilus-script", "dolphin.desktop"}
)  # KDE trusts a menu of a person only if it may be run


def folder() -> Path:
    """Where this person's desktop looks."""
    given = os.environ.get("XDG_DATA_HOME", "")
    return Path(given) if Path(given).is_absolute() else Path.home() / ".local" / "share"


def menu_entry(face: Face, *, remove: bool) -> ExitCode:
    """Raises MenuUnchanged, NoMenuHere."""
    if not sys.platform.startswith("linux"):
        raise NoMenuHere
    face.menu_entry(_remove(folder()) if remove else install(installation.start_command(), folder()), removed=remove)
    return ExitCode.DONE


def install(command: Sequence[str], data: Path) -> list[Path]:
    """For this person, to start `command`: the files that are there now. Raises MenuUnchanged."""
    return _write(command, data, _ENTRIES | _OF_A_PERSON, programs=_RUN_BY_ITSELF)


def write_for_everybody(data: Path) -> list[Path]:
    """For a package of the system, whose program is on the PATH."""
    return _write([COMMAND_NAME], data, _ENTRIES | _OF_THE_SYSTEM, programs=frozenset())


def _remove(data: Path) -> list[Path]:
    """What `install` wrote is gone, and so are folders left empty; the files that were there. Raises MenuUnchanged."""
    gone = []
    for path in (data / place for place in (*_ENTRIES.values(), *_OF_A_PERSON.values(), _ICON)):
        if not path.is_file():
            continue
        try:
            path.unlink()
        except OSError as error:
            raise MenuUnchanged(path=str(path), reason=disk_errors.reason(error)) from error
        gone.append(path)
        _remove_empty(path.parent, data)
    return gone


def _remove_empty(folder: Path, data: Path) -> None:
    while folder != data:
        try:
            folder.rmdir()
        except OSError:  # somebody else's files are there, too
            return
        folder = folder.parent


def _write(command: Sequence[str], data: Path, entries: dict[str, str], programs: frozenset[str]) -> list[Path]:
    written = []
    for template, place in (*entries.items(), ("", _ICON)):
        path = data / place
        source = resource_files.LINUX / template if template else resource_files.ICONS / "tallystick.svg"
        text = source.read_text(encoding="utf-8")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_with_command(text, command) if template else text, encoding="utf-8")
            path.chmod(0o755 if template in programs else 0o644)
        except OSError as error:
            raise MenuUnchanged(path=str(path), reason=disk_errors.reason(error)) from error
        written.append(path)
    return written


def _with_command(text: str, command: Sequence[str]) -> str:
    """The template's `tallystick` is where the command goes, quoted as each kind of file wants it."""
    entry = desktop_entry.command_line(command)
    script = shlex.join(command)
    first = desktop_entry.text(command[0])
    text = re.sub(r"^Exec=tallystick\b", lambda _: f"Exec={entry}", text, flags=re.MULTILINE)
    text = re.sub(r"^TryExec=tallystick$", lambda _: f"TryExec={first}", text, flags=re.MULTILINE)
    return re.sub(r"^exec tallystick\b", lambda _: f"exec {script}", text, flags=re.MULTILINE)
