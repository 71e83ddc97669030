"""A directory of our own in a folder of the person's: marked as ours, closed to others, removed at the end.

Until somebody has written down that it is there its marker is empty, and locked by the process that made it: whose
process is killed in between leaves one that nobody needs.
"""

import contextlib
import errno
import os
import secrets
import stat
from typing import Final

from desktop_app.errors import FolderUnusable, phrase
from desktop_app.storage import system_calls
from desktop_app.storage.directory import Directory
from desktop_app.storage.names import PARTIAL_PREFIX
from desktop_app.storage.shelves import Shelves

MARKER: Final = "tallystick"  # a directory without it is not ours to remove
_MARKER_TEXT: Final = b"Tallystick keeps files here while they arrive. It removes this folder at the end.\n"
_CANNOT: Final = frozenset({errno.EPERM, errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK})


class PrivateDirectory:
    """Holds nothing but the marker and files with numbers for names, on shelves."""

    def __init__(self, root: Directory, name: str = "") -> None:
        """`name`: of one that is there already, and is ours.

        Raises OSError where `root` cannot hold it, FolderUnusable where no file could be renamed safely.
        """
        self._root = root
        self._unsaid: int | None = None  # the marker, while it is empty
        self.name: Final = name or PARTIAL_PREFIX + secrets.token_hex(8)
        if name:
            self.directory = root.open_child(name)
            self.shelves = Shelves(self.directory)
            try:
                self._check_mark()
            except OSError:
                self.close()
                raise
            return
        self.directory = root.make_child(self.name, 0o700)
        self.shelves = Shelves(self.directory)
        try:
            self._mark()
        except (OSError, FolderUnusable):
            self.remove()
            raise

    def written_down(self) -> None:
        """Whoever looks for it finds it, from now on."""
        if (marker := self._unsaid) is not None:
            with contextlib.suppress(OSError):  # on a full disk it stays locked instead
                os.write(marker, _MARKER_TEXT)
                self._unsaid = None
                os.close(marker)

    def was_never_written_down(self) -> bool:
        """And the process that made it is gone."""
        marker = self.directory.open_file(MARKER)
        try:
            return not os.fstat(marker).st_size and system_calls.lock(marker)
        finally:
            os.close(marker)

    def remove(self) -> None:
        """Remove what this object put there; anything else, and the directory with it, stays."""
        self.close_files()
        with contextlib.suppress(OSError):
            self.shelves.remove()
            with contextlib.suppress(FileNotFoundError):
                self.directory.remove_file(MARKER)  # last: what a crash leaves behind is still known as ours
            if self._root.identity_of(self.name) == self.directory.identity:
                self._root.remove_child(self.name)
        self.close()

    def close_files(self) -> None:
        """Whatever is open in there."""

    def close(self) -> None:
        self.close_files()
        if (marker := self._unsaid) is not None:
            self._unsaid = None
            os.close(marker)
        self.shelves.close()
        self.directory.close()

    def _check_mark(self) -> None:
        """Raises OSError where the marker is not there, or another user made this."""
        if not stat.S_ISREG(self.directory.status_of(MARKER).st_mode):
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), MARKER)
        with contextlib.suppress(FileNotFoundError):
            self.directory.remove_file("0")
        descriptor = self.directory.create_file("0")
        try:
            if os.fstat(descriptor).st_uid != self.directory.status().st_uid:  # whatever the disk calls this one
                raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), self.name)
        finally:
            os.close(descriptor)
            self.directory.remove_file("0")

    def _mark(self) -> None:
        """Leave the marker, and learn from it whether this file system can rename without replacing."""
        self._unsaid = self.directory.create_file("0")
        if not system_calls.lock(self._unsaid):
            self.written_down()  # where nobody could see whether this process lives
        try:
            self.directory.rename_into("0", self.directory, MARKER)
        except OSError as error:
            if error.errno not in _CANNOT:
                raise
            reason = phrase("this disk cannot give a finished file its name without the risk of replacing another one")
            raise FolderUnusable(path=self._root.path, reason=reason) from error
