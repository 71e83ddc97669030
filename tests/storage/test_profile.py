"""Tallystick's own directory."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.errors import ProfileUnusable
from desktop_app.storage.profile import Profile


def test_made_for_one_person(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "not" / "there")
    assert profile.root.is_dir()
    assert os.name != "posix" or profile.root.stat().st_mode & 0o777 == 0o700
    assert profile.settings.parent == profile.root
    assert Profile(profile.root) == profile


def test_unusable(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ProfileUnusable) as caught:
        Profile(tmp_path / "file")
    assert str(tmp_path / "file") in str(caught.value)
    with pytest.raises(ProfileUnusable):
        Profile(tmp_path / "file" / "below")


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_nobody_else_may_write_there(tmp_path: Path) -> None:
    (tmp_path / "open").mkdir()
    (tmp_path / "open").chmod(0o777)
    with pytest.raises(ProfileUnusable):
        Profile(tmp_path / "open")


@pytest.mark.skipif(sys.platform != "linux", reason="XDG")
@pytest.mark.parametrize("without_home", [True, False])
def test_default_place(tmp_path: Path, without_home: bool) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "HOME"))}
    if not without_home:
        environment["HOME"] = str(tmp_path)
    # Only the place is asked for: nothing is to be made in the home of whoever runs the tests.
    code = (
        "from pathlib import Path; from desktop_app.storage import profile, settings;"
        "Path.mkdir = lambda *a, **k: None; profile.os.scandir = lambda path: open('/dev/null');"
        "Path.stat = lambda path: __import__('os').stat('/usr');"
        "print(profile.Profile.default().root); print(settings.Settings().save_folder)"
    )
    printed = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    root, save_folder = map(Path, printed.stdout.splitlines())
    assert root.is_absolute()
    assert root.name == "tallystick"
    assert save_folder.is_absolute()
    if not without_home:
        assert root == tmp_path / ".local" / "share" / "tallystick"
        assert save_folder == tmp_path / "Downloads"
