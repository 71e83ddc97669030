"""A bundle as a Debian package, and as an archive that a person without root unpacks and installs."""

import os
import platform
import shutil
import subprocess
import textwrap
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from typing import Final

import archives
import completions
import icon_files
import manual

from desktop_app import APP_ID, APP_NAME, COMMAND_NAME, __version__, resource_files
from desktop_app.cli import menu_entry

ROOT: Final = Path(__file__).resolve().parents[1]
LINUX: Final = ROOT / "packaging" / "linux"
MAINTAINER: Final = "The Tallystick authors <tallystick@users.noreply.github.com>"
_ARCHITECTURES: Final = {"x86_64": "amd64", "aarch64": "arm64"}


def deb(bundle: Path, made: Path, into: Path, epoch: int, dependencies: list[str]) -> Path:
    """The path of the package. lintian finds no error in it."""
    root = made / "deb"
    shutil.rmtree(root, ignore_errors=True)
    share = root / "usr" / "share"
    shutil.copytree(bundle, root / "usr" / "lib" / COMMAND_NAME, symlinks=True)
    (root / "usr" / "bin").mkdir(parents=True)
    (root / "usr" / "bin" / COMMAND_NAME).symlink_to(f"../lib/{COMMAND_NAME}/{COMMAND_NAME}")
    menu_entry.write_for_everybody(share)
    _write_share(share, made, epoch, zsh="zsh/vendor-completions")
    _copy(resource_files.LINUX / "ufw", root / "etc" / "ufw" / "applications.d" / COMMAND_NAME)
    _copy(
        resource_files.LINUX / "firewalld.xml", root / "usr" / "lib" / "firewalld" / "services" / f"{COMMAND_NAME}.xml"
    )
    _write_documents(share / "doc" / COMMAND_NAME, bundle, epoch)
    _copy(LINUX / "lintian-overrides", share / "lintian" / "overrides" / COMMAND_NAME)
    _write_control(root, dependencies)
    archives.set_times(root, epoch)
    package = into / f"{COMMAND_NAME}_{__version__}_{_architecture()}.deb"
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(epoch)}
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z3", "--build", str(root), str(package)]
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(root)
    return package


def tarball(bundle: Path, made: Path, into: Path, epoch: int) -> Path:
    """The path of the archive: the bundle, what belongs below ~/.local/share, and `install`."""
    name = f"{COMMAND_NAME}-{__version__}-linux-{platform.machine()}"
    root = made / name
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(bundle, root / "lib", symlinks=True)
    _write_share(root / "share", made, epoch, zsh="zsh/site-functions")
    for script in ("install", "uninstall"):
        _copy(LINUX / script, root / script, mode=0o755)
    _copy(ROOT / "LICENSE", root / "LICENSE")
    for firewall in ("ufw", "firewalld.xml"):
        _copy(resource_files.LINUX / firewall, root / "firewall" / firewall)
    archives.set_times(root, epoch)
    archive = into / f"{name}.tar.xz"
    archives.tar_xz(root, archive, epoch)
    shutil.rmtree(root)
    return archive


def metainfo(epoch: int) -> str:
    """AppStream's description of the program, of this version."""
    text = (resource_files.LINUX / "metainfo.xml").read_text(encoding="utf-8")
    return text.replace("@VERSION@", __version__).replace("@DATE@", _day(epoch).strftime("%Y-%m-%d"))


def _write_share(share: Path, made: Path, epoch: int, zsh: str) -> None:
    """What both have: the description, icons, the manual, completion."""
    _write(share / "metainfo" / f"{APP_ID}.metainfo.xml", metainfo(epoch))
    for size in icon_files.PNG_SIZES:
        icon = share / "icons" / "hicolor" / f"{size}x{size}" / "apps" / f"{APP_ID}.png"
        _copy(made / "icons" / str(size) / f"{COMMAND_NAME}.png", icon)
    archives.gz(manual.page(epoch), share / "man" / "man1" / f"{COMMAND_NAME}.1.gz")
    _write(share / "bash-completion" / "completions" / COMMAND_NAME, completions.bash())
    _write(share / zsh / f"_{COMMAND_NAME}", completions.zsh())
    _write(share / "fish" / "vendor_completions.d" / f"{COMMAND_NAME}.fish", completions.fish())


def _write_documents(folder: Path, bundle: Path, epoch: int) -> None:
    inside = sorted(path.name for path in (bundle / "_internal" / "licences").iterdir() if path.is_dir())
    where = f"/usr/lib/{COMMAND_NAME}/_internal/licences"
    listed = textwrap.fill(", ".join(inside), 76, initial_indent=" ", subsequent_indent=" ", break_on_hyphens=False)
    _write(
        folder / "copyright",
        f"{APP_NAME} {__version__}\n\nCopyright 2026 the Tallystick authors\n\n"
        " Licensed under the Apache License, Version 2.0; on Debian systems the text is in\n"
        " /usr/share/common-licenses/Apache-2.0.\n\n"
        "The package contains these, each with its own copyright and licence, whose texts\n"
        f"are in {where}:\n\n{listed}\n",
    )
    change = (
        f"{COMMAND_NAME} ({__version__}) stable; urgency=medium\n\n"
        "  * What changed is told in CHANGELOG.md of the source.\n\n"
        f" -- {MAINTAINER}  {format_datetime(_day(epoch))}\n"
    )
    archives.gz(change, folder / "changelog.gz")


def _write_control(root: Path, dependencies: list[str]) -> None:
    kilobytes = sum(-(-path.lstat().st_size // 1024) for path in root.rglob("*") if not path.is_dir())
    description = (
        "Two people open Tallystick, one drops a folder on the other's card, both see the same code, both say so, and"
        " the folder moves: encrypted with keys that exist only for this session, checked, and safe on the other disk"
        " before anything says “delivered”. No account, no server, no internet."
    )
    long = textwrap.fill(description, 78, initial_indent=" ", subsequent_indent=" ")
    fields = {
        "Package": COMMAND_NAME,
        "Version": __version__,
        "Architecture": _architecture(),
        "Maintainer": MAINTAINER,
        "Installed-Size": str(kilobytes),
        "Depends": ", ".join(dependencies),
        # Nautilus takes entries from Python only; where another file manager is there, that one has its own.
        "Recommends": "xdg-utils, python3-nautilus | dolphin | nemo | thunar",
        "Section": "net",
        "Priority": "optional",
        "Homepage": "https://github.com/tallystick/tallystick",
        "Description": f"send files to nearby computers, sure of which computer it is\n{long}",
    }
    _write(root / "DEBIAN" / "control", "".join(f"{name}: {value}\n" for name, value in fields.items()))
    kept = [path for path in (root / "etc").rglob("*") if path.is_file()]
    _write(root / "DEBIAN" / "conffiles", "".join(f"/{path.relative_to(root)}\n" for path in sorted(kept)))
    sums = subprocess.run(
        "find usr etc -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum",
        shell=True, cwd=root, capture_output=True, text=True, check=True,
    )  # fmt: skip
    _write(root / "DEBIAN" / "md5sums", sums.stdout)


def _architecture() -> str:
    return _ARCHITECTURES[platform.machine()]


def _day(epoch: int) -> datetime:
    return datetime.fromtimestamp(epoch, UTC)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _copy(source: Path, path: Path, mode: int = 0o644) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, path)
    path.chmod(mode)
