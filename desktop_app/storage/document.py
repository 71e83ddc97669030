"""A document that the person asked for, under a name of the person's choice: whole there, or not at all."""

import contextlib
import errno
import os
import secrets
from collections.abc import Iterable
from pathlib import Path

from desktop_app.errors import FileNameUnusable, phrase
from desktop_app.storage import disk_errors
from desktop_app.storage.directory import Directory


def write(path: Path, pieces: Iterable[bytes], *, replace: bool) -> None:
    """Write it beside its place, then move it there; onto something else only with `replace`.

    Raises FileNameUnusable, FolderUnusable, WriteFailed or NotEnoughSpace. Whatever `pieces` raises ends it, too,
    and leaves nothing.
    """
    if path.name in {"", "..", "."} or "\0" in str(path):
        raise FileNameUnusable(path=str(path), reason=phrase("that is not the name of a file"))
    folder = os.path.realpath(path.parent)
    try:
        directory = Directory(folder)
    except OSError as error:
        raise disk_errors.folder_error(folder, error) from error
    with directory:
        try:
            if directory.exists(path.name) and not replace:
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
            _write(directory, path.name, pieces, replace=replace)
        except FileExistsError as error:
            raise FileNameUnusable(path=str(path), reason=disk_errors.reason(error)) from error
        except OSError as error:
            raise disk_errors.write_error(str(path), error, directory) from error


def _write(directory: Directory, name: str, pieces: Iterable[bytes], *, replace: bool) -> None:
    fresh = f".{secrets.token_hex(8)}.part"
    try:
        with os.fdopen(directory.create_file(fresh, 0o666), "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        if replace:
            below = directory.descriptor
            os.replace(directory.at(fresh), directory.at(name), src_dir_fd=below, dst_dir_fd=below)
        else:
            directory.rename_into(fresh, directory, name)
        directory.sync()
    except BaseException:
        with contextlib.suppress(OSError):
            directory.remove_file(fresh)
        raise
