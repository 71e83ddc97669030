"""What a Linux desktop, its file managers and its firewalls are given."""

import os
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import archives
import icon_files
import linux_packages
import pytest

import desktop_app
from desktop_app import APP_ID, resource_files
from desktop_app.cli import menu_entry
from desktop_app.protocol import limits

ROOT = Path(desktop_app.__file__).parents[1]
EPOCH = 1_790_000_000


@pytest.fixture
def share(tmp_path: Path) -> Path:
    """As a package has it below /usr."""
    menu_entry.write_for_everybody(tmp_path)
    return tmp_path


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="needs desktop-file-validate")
def test_entries_are_valid(share: Path) -> None:
    entries = [share / "applications" / f"{APP_ID}.desktop", share / "Thunar" / "sendto" / "tallystick.desktop"]
    done = subprocess.run(["desktop-file-validate", *map(str, entries)], capture_output=True, text=True, check=False)
    assert done.stdout + done.stderr == ""


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="needs appstreamcli")
def test_the_description_is_valid(tmp_path: Path) -> None:
    description = tmp_path / f"{APP_ID}.metainfo.xml"
    description.write_text(linux_packages.metainfo(EPOCH), encoding="utf-8")
    command = ["appstreamcli", "validate", "--no-net", str(description)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_description_is_that_of_this_version_and_of_this_entry() -> None:
    component = ET.fromstring(linux_packages.metainfo(EPOCH))
    release = component.find("releases/release")
    assert release is not None
    assert release.attrib == {"version": desktop_app.__version__, "date": "2026-09-21"}
    assert component.findtext("id") == APP_ID
    assert component.findtext("launchable") == f"{APP_ID}.desktop"


def test_the_file_managers_send_with_the_program_on_the_path(share: Path) -> None:
    for place in ("kio/servicemenus/tallystick.desktop", "nemo/actions/tallystick.nemo_action"):
        assert "\nExec=tallystick %F\n" in (share / place).read_text(encoding="utf-8")
    extension = (share / "nautilus-python" / "extensions" / "tallystick.py").read_text(encoding="utf-8")
    compile(extension, "tallystick.py", "exec")
    assert 'PROGRAM = "tallystick"' in extension


def test_the_firewalls_open_the_port_that_is_used() -> None:
    ufw = (resource_files.LINUX / "ufw").read_text(encoding="utf-8")
    assert f"\nports={limits.DEFAULT_PORT}/tcp|5353/udp\n" in ufw
    port = ET.fromstring((resource_files.LINUX / "firewalld.xml").read_text(encoding="utf-8")).find("port")
    assert port is not None
    assert port.attrib == {"protocol": "tcp", "port": str(limits.DEFAULT_PORT)}


@pytest.mark.parametrize("script", ["linux/install", "linux/uninstall", "linux/try_deb", "build", "macos/make_image"])
def test_scripts_are_good_sh(script: str) -> None:
    subprocess.run(["sh", "-n", ROOT / "packaging" / script], check=True)
    assert (ROOT / "packaging" / script).stat().st_mode & 0o111


def test_a_damaged_installation_can_be_removed_and_so_replaced(tmp_path: Path) -> None:
    library, shared = tmp_path / ".local/lib/tallystick", tmp_path / ".local/share/applications/tallystick.desktop"
    for path in (library / "tallystick", library / "files", shared):
        path.parent.mkdir(parents=True, exist_ok=True)
    shared.write_text("[Desktop Entry]")
    (library / "files").write_text(f"{shared}\n")
    (library / "tallystick").write_text("#!/bin/sh\necho It is damaged. >&2\nexit 6\n")
    (library / "tallystick").chmod(0o755)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    removed = subprocess.run(
        [ROOT / "packaging/linux/uninstall"],
        env=environment | {"HOME": str(tmp_path)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert removed.stdout.startswith("Tallystick is removed.")
    assert "may still be there" in removed.stderr
    assert not library.exists()
    assert not shared.exists()


def test_icons_have_the_size_that_they_are_filed_under(qapp: object, tmp_path: Path) -> None:
    icon_files.write(resource_files.ICONS / "tallystick.svg", tmp_path, "tallystick")
    for size in icon_files.PNG_SIZES:
        header = (tmp_path / str(size) / "tallystick.png").read_bytes()[:24]
        assert header[:8] == b"\x89PNG\r\n\x1a\n"
        assert int.from_bytes(header[16:20], "big") == int.from_bytes(header[20:24], "big") == size
    ico, icns = (tmp_path / "tallystick.ico").read_bytes(), (tmp_path / "tallystick.icns").read_bytes()
    assert int.from_bytes(ico[4:6], "little") == len(icon_files.ICO_SIZES)
    assert int.from_bytes(icns[4:8], "big") == len(icns)


def test_an_archive_depends_on_the_content_alone(tmp_path: Path) -> None:
    made = []
    for number, names in enumerate((["a", "b.so"], ["b.so", "a"])):
        folder = tmp_path / str(number) / "tallystick"
        folder.mkdir(parents=True)
        for name in names:
            (folder / name).write_text(name)
            (folder / name).chmod(0o700 if number else 0o755)
        archives.set_times(folder, EPOCH)
        assert (folder / "b.so").stat().st_mode & 0o777 == 0o644
        archives.tar_xz(folder, tmp_path / f"{number}.tar.xz", EPOCH)
        made.append((tmp_path / f"{number}.tar.xz").read_bytes())
    assert made[0] == made[1]
