"""What Windows and macOS are given, as far as it can be looked at elsewhere."""

import os
import plistlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import bundle_contents as contents
import pytest

import desktop_app
from desktop_app.gui import autostart

ROOT = Path(desktop_app.__file__).parents[1]
WINDOWS = ROOT / "packaging" / "windows"
INSTALLER = (WINDOWS / "tallystick.iss").read_text(encoding="ascii")
ENTRY = ROOT / "packaging" / "pyinstaller"


def section(name: str) -> list[str]:
    """The lines of one section of the installer's script."""
    found = re.search(rf"^\[{name}\]\n(.*?)(?=^\[|\Z)", INSTALLER, re.MULTILINE | re.DOTALL)
    assert found, name
    return [line for line in found[1].splitlines() if line.strip() and not line.startswith(";")]


def test_the_installer_has_the_programs_of_the_bundle() -> None:
    window, console = (f"{each.name}.exe" for each in contents.programs("win32"))
    assert f'#define Window "{window}"' in INSTALLER
    assert f'#define Console "{console}"' in INSTALLER
    assert all("{#Window}" in line for line in section("Icons"))
    assert any("{usersendto}" in line for line in section("Icons"))


def test_the_firewall_is_opened_on_private_networks_only_and_closed_again() -> None:
    rules = [line for line in section("Run") if "add rule" in line]
    assert len(rules) == len(contents.programs("win32"))
    for rule in rules:
        assert "profile=private,domain" in rule
        assert "program=" in rule
        assert "Tasks: firewall" in rule
    assert len([line for line in section("UninstallRun") if "delete rule" in line]) == len(rules)


def test_the_start_with_the_session_goes_with_the_program() -> None:
    (value,) = (line for line in section("Registry") if "uninsdeletevalue" in line)
    assert f'"{autostart._RUN}"' in value
    assert 'ValueName: "{#Name}"' in value
    assert f'#define Name "{desktop_app.APP_NAME}"' in INSTALLER
    script = (ROOT / "packaging" / "linux" / "uninstall").read_text(encoding="utf-8")
    assert f"/autostart/{desktop_app.APP_ID}.desktop" in script


def test_the_installer_needs_no_administrator() -> None:
    setup = section("Setup")
    assert "PrivilegesRequired=lowest" in setup
    assert "PrivilegesRequiredOverridesAllowed=dialog commandline" in setup


def test_the_installer_names_no_version_of_its_own() -> None:
    assert desktop_app.__version__ not in INSTALLER
    assert '"/DVersion={__version__}"' in (ROOT / "packaging" / "build.py").read_text(encoding="utf-8")


def test_windows_lets_paths_be_long() -> None:
    manifest = ET.parse(WINDOWS / "tallystick.manifest").getroot()
    texts = {element.tag.rpartition("}")[2]: element.text for element in manifest.iter()}
    assert texts["longPathAware"] == "true"
    levels = [element.get("level") for element in manifest.iter() if element.tag.endswith("requestedExecutionLevel")]
    assert levels == ["asInvoker"]


def test_macos_is_asked_for_one_exception_only() -> None:
    with (ROOT / "packaging" / "macos" / "entitlements.plist").open("rb") as file:
        assert plistlib.load(file) == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


@pytest.mark.parametrize("before", [None, "/opt/lib"])
def test_what_the_packaged_program_starts_finds_the_libraries_of_the_system(before: str | None) -> None:
    """PyInstaller points the loader at the bundle, and keeps what was there under another name."""
    environment = {
        **os.environ,
        "LD_LIBRARY_PATH": "/bundle/_internal",
        "QT_PLUGIN_PATH": "/bundle",
        "_PYI_ARCHIVE_FILE": "x",
    }
    if before is not None:
        environment["LD_LIBRARY_PATH_ORIG"] = before
    script = (
        f"import subprocess, sys\nsys.path.append({str(ENTRY)!r})\nimport entry\nentry._restore_environment()\n"
        "subprocess.run([sys.executable, '-c', 'import os; print(dict(os.environ))'])"
    )
    shown = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    inherited = eval(shown.stdout)
    assert inherited.get("LD_LIBRARY_PATH") == before
    assert not {"LD_LIBRARY_PATH_ORIG", "QT_PLUGIN_PATH", "_PYI_ARCHIVE_FILE"} & set(inherited)


def test_the_forge_runs_scripts_that_are_there() -> None:
    workflow = (ROOT / ".github" / "workflows" / "build.yml").read_text(encoding="utf-8")
    named = set(re.findall(r"packaging/[\w./]+", workflow))
    assert {"packaging/test", "packaging/build", "packaging/build.py", "packaging/linux/try_deb"} <= named
    assert all((ROOT / path).is_file() for path in named)
