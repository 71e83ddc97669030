"""What the person chose, kept as one small JSON file that a person can read.

A file that cannot be used is moved aside and told about, never an obstacle to starting, and no reason to be seen by
more than its person wanted, as far as that can be read. What another version keeps in it, this one leaves.
"""

import re
import socket
import sys
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, Final, TypedDict

import msgspec
import platformdirs
from msgspec import Meta

from desktop_app.errors import AppError, ProfileUnusable, SettingsReset, phrase
from desktop_app.protocol import device_name, limits
from desktop_app.storage import disk_errors, private_file
from desktop_app.storage.existing import Existing
from desktop_app.storage.profile import Profile

VERSION: Final = 1
_SIZE_MAX: Final = 64 * limits.KIB
_PLATFORM_NAMES: Final = {"win32": "Windows computer", "darwin": "Mac"}


class Visibility(Enum):
    """Who can see this computer."""

    EVERYONE = "everyone"
    REMEMBERED = "remembered"
    NOBODY = "nobody"


class Appearance(Enum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Language(Enum):
    """What the window speaks; else than SYSTEM, as its translation is called."""

    SYSTEM = "system"
    ARABIC = "ar"
    GERMAN = "de"
    ENGLISH = "en"
    SPANISH = "es"
    FRENCH = "fr"
    CHINESE = "zh_CN"


class Changes(TypedDict, total=False):
    """What a person may change; what is missing or None stays as it is."""

    name: str | None
    save_folder: Path | None
    visibility: Visibility | None
    existing: Existing | None
    remember_days: int | None  # 1 to limits.REMEMBERED_DAYS_MAX
    port: int | None  # limits.PORT_MIN to limits.PORT_MAX
    appearance: Appearance | None
    language: Language | None
    notifications: bool | None
    careful: bool | None


def default_name() -> str:
    """The computer's own name, made friendly: "adas-laptop.local" becomes "adas laptop"."""
    host = socket.gethostname().partition(".")[0]
    name = "" if host.lower() == "localhost" else device_name.clean(host.replace("-", " ").replace("_", " "))
    return name or _PLATFORM_NAMES.get(sys.platform, "Linux computer")


def default_save_folder() -> str:
    return str(platformdirs.user_downloads_path().absolute())


class Settings(msgspec.Struct, frozen=True):
    """All settings; each has a default."""

    version: int = VERSION
    name: str = msgspec.field(default_factory=default_name)
    port: Annotated[int, Meta(ge=limits.PORT_MIN, le=limits.PORT_MAX)] = limits.DEFAULT_PORT
    save_folder: str = msgspec.field(default_factory=default_save_folder)
    visibility: Visibility = Visibility.EVERYONE
    existing: Existing = Existing.ASK
    remember_days: Annotated[int, Meta(ge=1, le=limits.REMEMBERED_DAYS_MAX)] = limits.REMEMBERED_DAYS
    appearance: Appearance = Appearance.SYSTEM
    language: Language = Language.SYSTEM
    notifications: bool = True
    careful: bool = False  # who is called types the code of the other screen

    def __post_init__(self) -> None:
        if self.version != VERSION:
            raise ValueError(phrase("it is from another version of Tallystick"))
        if not device_name.is_clean(self.name):
            raise ValueError(phrase("the name in it cannot be shown"))
        if not Path(self.save_folder).is_absolute():
            raise ValueError(phrase("the folder in it is not a full path"))

    def changed(self, changes: Changes) -> "Settings":
        """With what the person chose; the name stays where a new one cannot be shown."""
        chosen: dict[str, Any] = {field: value for field, value in changes.items() if value is not None}
        if "name" in chosen:
            chosen["name"] = device_name.clean(chosen["name"]) or self.name
        if "save_folder" in chosen:
            chosen["save_folder"] = str(chosen["save_folder"])
        return msgspec.structs.replace(self, **chosen)


_STRICTER: Final = {"visibility": {"remembered", "nobody"}, "careful": {"true"}}
_CHOICE: Final = re.compile(r'"(visibility|careful)"\s*:\s*"?(\w+)', re.ASCII)
_DECODER: Final = msgspec.json.Decoder(Settings)
_FIELDS: Final = msgspec.json.Decoder(dict[str, msgspec.Raw])


def load(profile: Profile) -> tuple[Settings, AppError | None]:
    """The stored settings; or the defaults, with what protected the person, and what the person should be told."""
    path = profile.settings
    stored = b""
    try:
        stored, _ = private_file.read(path, _SIZE_MAX)
        return _DECODER.decode(stored), None
    except FileNotFoundError:
        return Settings(), None
    except OSError as error:
        reason = disk_errors.reason(error)
    except ValueError as error:
        reason = str(error)
    except RecursionError:
        reason = phrase("its content makes no sense")
    protected, kept = _protected(stored), private_file.set_aside(path)
    if kept != path and protected != Settings():
        try:
            save(profile, protected)  # or it would last for this run alone
        except ProfileUnusable:
            kept = kept.rename(path)  # to be found again
    return protected, SettingsReset(reason=reason, kept=kept)


def _protected(stored: bytes) -> Settings:
    """The defaults, but for the choices by which the person wanted less to be possible, as far as they can be read."""
    choices = _CHOICE.findall(stored.decode(errors="replace"))
    said = {name: value for name, value in choices if value in _STRICTER[name]}
    visibility = Visibility(said.get("visibility", Visibility.EVERYONE))
    return Settings(visibility=visibility, careful="careful" in said)


def save(profile: Profile, settings: Settings) -> None:
    """Replace the stored settings, but for what another version keeps there. Raises ProfileUnusable."""
    path = profile.settings
    whole = {**_of_others(path), **msgspec.to_builtins(settings)}
    if not _is_text(settings.save_folder):
        del whole["save_folder"]
    private_file.replace(profile, path, msgspec.json.format(msgspec.json.encode(whole)))


def _is_text(folder: str) -> bool:
    """The usual folder is none where the name of the person's home is not; no dialog gives such a one."""
    return folder.encode(errors="ignore").decode() == folder


def _of_others(path: Path) -> dict[str, msgspec.Raw]:
    """The fields that this version does not know, as they are."""
    try:
        stored = _FIELDS.decode(private_file.read(path, _SIZE_MAX)[0])
    except (OSError, ValueError, RecursionError):
        return {}
    return {name: value for name, value in stored.items() if name not in Settings.__struct_fields__}
