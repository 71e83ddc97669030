"""Tries the bundle of packaging/build where somebody has planted things beside it and in the current folder, and one
that lost or changed a file.

Run: python packaging/try_bundle.py [BUNDLE]
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
NAMES: Final = ("json.py", "desktop_app/__init__.py", "PySide6/__init__.py", "site.py", "sitecustomize.py", "qt.conf")
LIBRARIES: Final = (
    "libz.so.1", "libQt6Core.so.6", "libxkbcommon.so.0", "libpython3.11.so.1.0", "platforms/libqoffscreen.so",
    "imageformats/libqsvg.so", "iconengines/libqsvgicon.so", "styles/libstyle.so",
)  # fmt: skip
DAMAGED: Final = ("cryptography/hazmat/bindings/_rust.abi3.so", "resources/icons/menu.svg", "PySide6/QtCore.abi3.so")


def main() -> None:
    bundle = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist" / "tallystick"
    with tempfile.TemporaryDirectory(prefix="try-bundle-") as folder:
        copy, current = Path(folder, "tallystick"), Path(folder, "current")
        shutil.copytree(bundle, copy, symlinks=True)
        current.mkdir()
        for place in (copy, current, copy / "?", current / "?", copy / "tallystick?1"):
            plant(place)
        environment = {"PATH": os.environ["PATH"], "HOME": folder, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}
        environment["TALLYSTICK_AS_ROOT"] = "1"  # where it is root that tries
        environment |= {
            "PYTHONPATH": str(current),
            "PYTHONHOME": str(current),
            "PYTHONSTARTUP": str(current / "site.py"),
        }
        program = str(copy / "tallystick")
        done = subprocess.run(
            [program, "--self-check"], cwd=current, env=environment, capture_output=True, text=True, check=False
        )
        if done.returncode or done.stderr:
            raise SystemExit(f"something planted was taken: {done.stdout}{done.stderr}")
        look_at_window(program, copy, current, environment)
        shutil.rmtree(current)
        for name in DAMAGED:
            look_at_damage(copy / "_internal" / name, program, environment)
    print("What was planted beside the bundle and in the current folder was left alone; damage is told.")


def plant(folder: Path) -> None:
    for name in NAMES:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("raise SystemExit('planted')\n" if path.suffix == ".py" else "[Paths]\nPrefix = /planted\n")
    for name in LIBRARIES:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"not a library")  # a loader that takes it says so


def look_at_window(program: str, copy: Path, current: Path, environment: dict[str, str]) -> None:
    """A window that runs has mapped libraries of its own folder and of the system, and none of the planted ones."""
    tracing = environment | {"QT_DEBUG_PLUGINS": "1", "LD_DEBUG": "files", "LD_DEBUG_OUTPUT": str(current / "loader")}
    process = subprocess.Popen([program], cwd=current, env=tracing, stderr=subprocess.PIPE, text=True)
    try:
        _said, told = process.communicate(timeout=5)
    except subprocess.TimeoutExpired:
        process.terminate()
        _said, told = process.communicate()
    told += "".join(path.read_text(errors="replace") for path in current.glob("loader.*"))
    inside = str(copy / "_internal")
    taken = [
        line
        for line in told.splitlines()
        if any(f"{place}/{name}" in line for place in (copy, current) for name in LIBRARIES)
    ]
    ended_by_itself = process.returncode not in {0, -signal.SIGTERM}
    if ended_by_itself or taken or inside not in told:
        raise SystemExit(
            "\n".join([f"a planted library was looked at ({process.returncode}):", *taken[:20], told[-2000:]])
        )


def look_at_damage(file: Path, program: str, environment: dict[str, str]) -> None:
    """One file is missing, then cut, then altered; the last is for the self-check to find, and left so for nobody."""
    whole = file.read_bytes()
    altered = whole[:-1] + bytes([whole[-1] ^ 1])
    for content, word in ((None, "devices"), (whole[: len(whole) // 2], "devices"), (altered, "--self-check")):
        file.unlink(missing_ok=True)
        if content is not None:
            file.write_bytes(content)
        done = subprocess.run([program, word], env=environment, capture_output=True, text=True, check=False)
        if done.returncode != 6 or file.name not in done.stderr or "Traceback" in done.stderr:
            raise SystemExit(f"{file.name} was damaged, and this was said: {done.stdout}{done.stderr}")
    file.write_bytes(whole)


if __name__ == "__main__":
    main()
