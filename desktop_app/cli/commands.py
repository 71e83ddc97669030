"""What can be asked for on the command line, however it was typed."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from desktop_app.cli.running import RunningNumber
from desktop_app.storage.existing import Existing


class Accept(Enum):
    """Whose offers `receive` takes without asking, once the session is verified. REMEMBERED: who proved to be that."""

    ASK = "ask"
    REMEMBERED = "remembered"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Window:
    """No command: open the window, with these paths to be sent."""

    paths: tuple[Path, ...]
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Devices:
    pass


@dataclass(frozen=True, slots=True)
class Pair:
    to: str  # "" with an invitation
    expect: str | None = None  # the remembered device that has to prove itself at that address
    remember: bool = True
    invitation: Path | None = None  # the file that holds it; "-": the next line of the input


@dataclass(frozen=True, slots=True)
class Send:
    paths: tuple[Path, ...]
    to: str
    expect: str | None = None
    remember: bool = True
    text: str | None = None  # in place of files; "-": what comes from the input
    invitation: Path | None = None  # as in Pair
    also: tuple[str, ...] = ()  # further ones to send the same to
    again: str = ""  # in place of files: what failed of the transfer that the history numbers so


@dataclass(frozen=True, slots=True)
class Receive:
    into: Path
    once: bool
    accept: Accept
    remember: bool = True
    existing: Existing | None = None  # what becomes of names that are there already; None: as the settings say
    invite: bool = False  # give an invitation first


@dataclass(frozen=True, slots=True)
class Resume:
    cancel: bool = False  # give them up instead
    transfer: RunningNumber | None = None  # that one of a Tallystick that runs; None: those that none has
    only: tuple[str, ...] = ()  # of these, those in which each is part of a name
    show: bool = False  # and nothing else


@dataclass(frozen=True, slots=True)
class Forget:
    name: str
    unasked: bool = False


@dataclass(frozen=True, slots=True)
class AlwaysAccept:
    """Without anything but a name: as it is."""

    name: str
    into: Path | None = None
    most: int | None = None  # bytes within 24 hours
    ask: bool = False


@dataclass(frozen=True, slots=True)
class Rename:
    name: str
    new: str


@dataclass(frozen=True, slots=True)
class Transfers:
    pass


@dataclass(frozen=True, slots=True)
class Pause:
    transfer: RunningNumber


@dataclass(frozen=True, slots=True)
class Retry:
    transfer: RunningNumber


@dataclass(frozen=True, slots=True)
class Sessions:
    end: RunningNumber | None = None


@dataclass(frozen=True, slots=True)
class History:
    """The newest `limit` transfers in which every word of `query` is part of a name; or forget them all."""

    query: str = ""
    limit: int = 20
    clear: bool = False
    unasked: bool = False


@dataclass(frozen=True, slots=True)
class Receipt:
    of: str  # as the history numbers it
    path: Path


@dataclass(frozen=True, slots=True)
class Doctor:
    at: str | None = None  # the address at which a device is expected
    peer: str = ""  # the device that is to be asked what it sees, too; as `Pair.to`


@dataclass(frozen=True, slots=True)
class MenuEntry:
    remove: bool = False


@dataclass(frozen=True, slots=True)
class SelfCheck:
    pass


Command = (
    Devices
    | Pair
    | Send
    | Receive
    | Transfers
    | Pause
    | Resume
    | Retry
    | Forget
    | AlwaysAccept
    | Rename
    | Sessions
    | History
    | Receipt
    | Doctor
    | MenuEntry
)


@dataclass(frozen=True, slots=True)
class Options:
    command: Command | Window | SelfCheck
    profile: Path | None
    port: int | None
    json: bool
