"""Archives that are the same for the same content: names in order, one time, nobody's user, plain modes."""

import gzip
import os
import tarfile
from pathlib import Path


def set_times(folder: Path, epoch: int) -> None:
    """And modes: 755 for folders and what may be run, 644 for everything else, libraries among it."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_symlink():
            continue
        runs = path.stat().st_mode & 0o100 and ".so" not in path.suffixes
        path.chmod(0o755 if path.is_dir() or runs else 0o644)
        _set_time(path, epoch)
    folder.chmod(0o755)
    _set_time(folder, epoch)


def _set_time(path: Path, epoch: int) -> None:
    os.utime(path, (epoch, epoch))


def tar_xz(folder: Path, archive: Path, epoch: int) -> None:
    """With `folder` as its only top."""

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = epoch
        return entry

    with tarfile.open(archive, "w:xz", format=tarfile.GNU_FORMAT, preset=3) as tar:
        for path in (folder, *sorted(folder.rglob("*"))):
            tar.add(path, str(Path(folder.name, path.relative_to(folder))), recursive=False, filter=plain)


def gz(text: str, path: Path) -> None:
    """Without a name and a time inside."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
