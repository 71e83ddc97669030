"""Looks at a bundle that was just made: is everything inside that it asks for, and nothing that it does not need?"""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

MEGABYTES_MAX: Final = 150
# What every desktop has and no program should bring: it belongs to the kernel, the driver or the compositor.
FROM_THE_SYSTEM: Final = {
    "libc.so.6": "libc6", "libdl.so.2": "libc6", "libm.so.6": "libc6",
    "libpthread.so.0": "libc6", "librt.so.1": "libc6",
    "ld-linux-x86-64.so.2": "libc6", "ld-linux-aarch64.so.1": "libc6",
    "libEGL.so.1": "libegl1", "libGL.so.1": "libgl1", "libxcb.so.1": "libxcb1",
    "libwayland-client.so.0": "libwayland-client0", "libwayland-cursor.so.0": "libwayland-cursor0",
}  # fmt: skip
_UNWANTED: Final = re.compile(
    r"Qml|Quick|QtNetwork|WebEngine|qgtk3|libssl|libreadline|libpython.*\.a$|_test|pytest|mypy"
)


def problems(bundle: Path) -> list[str]:
    """Sentences. Libraries are looked into on Linux only; elsewhere PyInstaller ends on what is missing."""
    found = [f"{path} should not be there" for path in _files(bundle) if _UNWANTED.search(path.name)]
    found += [f"{path} links to nothing" for path in bundle.rglob("*") if path.is_symlink() and not path.exists()]
    size = sum(path.stat().st_size for path in _files(bundle)) / 1_000_000
    if size > MEGABYTES_MAX:
        found.append(f"the bundle takes {size:.0f} MB; {MEGABYTES_MAX} are allowed")
    if sys.platform == "linux":
        inside = {path.name for path in bundle.rglob("*")}
        for library, users in sorted(_asked_for(bundle).items()):
            if library not in inside and library not in FROM_THE_SYSTEM:
                found.append(f"{library} is not in the bundle, and {users[0]} needs it")
        found += [f"{path} looks for libraries outside of the bundle" for path in with_a_foreign_path(bundle)]
    return found


def with_a_foreign_path(bundle: Path) -> list[Path]:
    """Programs and libraries that look for others in a folder of the machine that built them."""
    return [
        path for path in _programs(bundle) if re.search(r"^\s+R(UN)?PATH\s+(?!\$ORIGIN)", _objdump("-p", path), re.M)
    ]


def debian_dependencies(bundle: Path) -> list[str]:
    """Also the data that libraries inside look for on the system: fonts, keyboards, input methods."""
    packages = {FROM_THE_SYSTEM[library] for library in _asked_for(bundle) if library in FROM_THE_SYSTEM}
    return [
        f"libc6 (>= {glibc(bundle)})",
        *sorted(packages - {"libc6"} | {"fontconfig-config", "libx11-data", "xkb-data"}),
    ]


def glibc(bundle: Path) -> str:
    """The oldest one that the bundle runs with, as "2.36"."""
    versions = {(2, 17)}
    for path in _programs(bundle):
        for found in re.finditer(r"GLIBC_(\d+)\.(\d+)", _objdump("-T", path)):
            versions.add((int(found[1]), int(found[2])))
    return ".".join(map(str, max(versions)))


def _asked_for(bundle: Path) -> dict[str, list[Path]]:
    asked: dict[str, list[Path]] = {}
    for path in _programs(bundle):
        for found in re.finditer(r"^\s+NEEDED\s+(\S+)", _objdump("-p", path), re.MULTILINE):
            asked.setdefault(found[1], []).append(path)
    return asked


def _programs(bundle: Path) -> Iterator[Path]:
    for path in _files(bundle):
        with path.open("rb") as file:
            if file.read(4) == b"\x7fELF":
                yield path


def _files(bundle: Path) -> Iterator[Path]:
    return (path for path in sorted(bundle.rglob("*")) if path.is_file() and not path.is_symlink())


def _objdump(option: str, path: Path) -> str:
    return subprocess.run(["objdump", option, str(path)], capture_output=True, text=True, check=True).stdout
