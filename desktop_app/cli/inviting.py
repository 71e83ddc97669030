"""Invitations at a terminal: shown where one is given, read from a file or the input where one is used.

Never an argument: every program on this computer can see those.
"""

import os
import sys
from pathlib import Path
from typing import Final

from desktop_app.errors import BadInvitation
from desktop_app.protocol import limits
from desktop_app.protocol.invitation import Invitation
from desktop_app.storage import disk_errors

INPUT: Final = Path("-")
_READ_MAX: Final = 4 * limits.INVITATION_TEXT_MAX  # white space included


def read_invitation(path: Path) -> Invitation:
    """The one in that file, or that is typed. Raises BadInvitation, PathMissing, PathUnreadable."""
    if path == INPUT:
        return Invitation.parse(_from_input())
    try:
        with path.open("rb") as file:
            text = file.read(_READ_MAX)
    except OSError as error:
        raise disk_errors.read_error(str(path), error) from error
    return Invitation.parse(text.decode(errors="replace"))


def _from_input() -> str:
    """One line, and not a byte more: what follows are answers."""
    if sys.stdin is None:
        raise BadInvitation
    descriptor = sys.stdin.fileno()
    if os.isatty(descriptor):
        print("Paste the invitation, then press Enter:", file=sys.stderr, flush=True)
    line = b""
    while len(line) < _READ_MAX and (byte := os.read(descriptor, 1)) not in {b"", b"\n"}:
        line += byte
    return line.decode(errors="replace")
