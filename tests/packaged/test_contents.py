"""What goes into the bundle on each system: one spec, looked at as each of them would run it."""

import plistlib
import runpy
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import bundle_contents as contents
import pytest

import desktop_app
from desktop_app.protocol import limits

ROOT = Path(desktop_app.__file__).parents[1]
SPEC = ROOT / "packaging" / "pyinstaller" / "tallystick.spec"


@pytest.mark.parametrize(
    ("name", "system", "kept"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "linux", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", "linux", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", "linux", False),
        ("PySide6\\plugins\\platforms\\qwindows.dll", "win32", True),
        ("PySide6\\plugins\\tls\\qschannelbackend.dll", "win32", False),
        ("PySide6\\opengl32sw.dll", "win32", False),
        ("PySide6/Qt/plugins/platforms/libqcocoa.dylib", "darwin", True),
        ("PySide6/Qt/translations/qtbase_de.qm", "linux", True),
        ("PySide6/Qt/translations/qtbase_it.qm", "linux", False),
        ("PySide6/Qt/translations/qt_de.qm", "linux", False),
        ("PySide6/translations/qtbase_zh_CN.qm", "win32", True),
        ("resources/translations/tallystick_ar.qm", "linux", True),
        ("resources/translations/tallystick_ar.ts", "linux", False),
        ("mnemonic/wordlist/english.txt", "linux", True),
        ("mnemonic/wordlist/czech.txt", "linux", False),
        ("cryptography-50.0.2.dist-info/sboms/sbom.json", "linux", False),
        ("resources/icons/tallystick.svg", "linux", True),
        ("base_library.zip", "linux", True),
    ],
)
def test_what_is_not_used_stays_out(name: str, system: str, kept: bool) -> None:
    entries = [(name, "/source", "DATA")]
    assert contents.wanted(entries, system) == (entries if kept else [])


def test_a_library_that_nobody_asks_for_stays_out() -> None:
    needs = {
        "/qt/QtCore.so": ["libQt6Core.so.6"],
        "/qt/libQt6Core.so.6": ["libicu.so.73", "libc.so.6"],
        "/usr/libgtk.so.3": ["libpango.so.1"],
        "/usr/libpython3.11.so.1.0": ["libz.so.1"],
    }
    entries = [
        ("PySide6/QtCore.abi3.so", "/qt/QtCore.so", "EXTENSION"),
        ("PySide6/Qt/lib/libQt6Core.so.6", "/qt/libQt6Core.so.6", "BINARY"),
        ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK"),
        ("PySide6/Qt/lib/libicu.so.73", "/qt/libicu.so.73", "BINARY"),
        ("libpython3.11.so.1.0", "/usr/libpython3.11.so.1.0", "BINARY"),
        ("libz.so.1", "/usr/libz.so.1", "BINARY"),
    ]
    left_over = [
        ("libgtk.so.3", "/usr/libgtk.so.3", "BINARY"),
        ("libpango.so.1", "/usr/libpango.so.1", "BINARY"),
        ("libpango.so.1", "elsewhere/libpango.so.1", "SYMLINK"),
    ]
    assert contents.reachable([*left_over, *entries], lambda path: needs.get(path, [])) == entries


def test_a_link_goes_with_its_library() -> None:
    core = ("PySide6/Qt/lib/libQt6Core.so.6", "/qt/libQt6Core.so.6", "BINARY")
    kept = [
        ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK"),
        ("resources/icons/tick.svg", "/source/tick.svg", "DATA"),
    ]
    gone = ("libQt6Network.so.6", "PySide6/Qt/lib/libQt6Network.so.6", "SYMLINK")
    assert contents.without_dangling([*kept, gone], [core]) == kept


def test_a_console_is_a_program_of_its_own_on_windows_only() -> None:
    assert [(each.name, each.console) for each in contents.programs("win32")] == [
        ("tallystickw", False),
        ("tallystick", True),
    ]
    assert [each.name for each in contents.programs("linux")] == ["tallystick"]
    assert [each.console for each in contents.programs("darwin")] == [False]


def test_macos_is_told_why_the_local_network_is_needed() -> None:
    info = plistlib.loads(plistlib.dumps(contents.info_plist()))
    assert info["NSBonjourServices"] == [limits.SERVICE_TYPE.removesuffix(".local.")]
    assert "computers around you" in info["NSLocalNetworkUsageDescription"]
    assert info["CFBundleVersion"] == desktop_app.__version__
    assert {"ar", "de"} <= set(info["CFBundleLocalizations"])
    assert "system" not in info["CFBundleLocalizations"]


def test_windows_is_told_the_version() -> None:
    assert ".".join(map(str, contents.version_numbers()[:3])) == desktop_app.__version__
    names = (
        "VSVersionInfo",
        "FixedFileInfo",
        "StringFileInfo",
        "StringTable",
        "StringStruct",
        "VarFileInfo",
        "VarStruct",
    )
    fakes: dict[str, Any] = {name: lambda *a, **k: (a, k) for name in names}
    assert desktop_app.__version__ in repr(eval(contents.version_resource(), fakes))


class FakePyInstaller:
    """What a spec calls, recorded."""

    def __init__(self) -> None:
        self.called: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = []

    def record(self, name: str) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> SimpleNamespace:
            self.called.append((name, arguments, options))
            scripts = [(name, f"/{name}.py", "PYSOURCE") for name in ("pyi_rth_pkgutil", "pyi_rth_pyside6", "entry")]
            return SimpleNamespace(binaries=[], datas=[], pure=[], scripts=scripts)

        return call

    def of(self, name: str) -> list[dict[str, Any]]:
        return [options for called, _arguments, options in self.called if called == name]


@pytest.fixture
def spec(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], FakePyInstaller]:
    """Runs the spec as on that system."""
    for name in ("PyInstaller", "PyInstaller.depend", "PyInstaller.utils", "PyInstaller.utils.hooks"):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    sys.modules["PyInstaller.depend"].bindepend = SimpleNamespace(get_imports=lambda _path: [])  # type: ignore[attr-defined]
    sys.modules["PyInstaller.utils.hooks"].collect_submodules = lambda name: [name]  # type: ignore[attr-defined]
    monkeypatch.setenv("TALLYSTICK_MADE", str(tmp_path))
    monkeypatch.setattr(sys, "path", list(sys.path))

    def run(system: str) -> FakePyInstaller:
        fake = FakePyInstaller()
        monkeypatch.setattr(sys, "platform", system)
        names = ("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE")
        given = {name: fake.record(name) for name in names}
        runpy.run_path(str(SPEC), {**given, "SPECPATH": str(SPEC.parent)})
        return fake

    return run


def test_the_spec_on_linux(spec: Callable[[str], FakePyInstaller]) -> None:
    made = spec("linux")
    (program,) = made.of("EXE")
    assert program["name"] == "tallystick"
    assert program["strip"]
    assert program["console"]
    assert not made.of("BUNDLE")


@pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
def test_no_command_loads_qt_before_it_asks_for_it(system: str, spec: Callable[[str], FakePyInstaller]) -> None:
    for name, arguments, _options in spec(system).called:
        if name == "EXE":
            assert [script for script, _source, _kind in arguments[1]] == ["pyi_rth_pkgutil", "entry"]


def test_the_spec_on_windows(spec: Callable[[str], FakePyInstaller]) -> None:
    made = spec("win32")
    window, console = made.of("EXE")
    assert (window["console"], console["console"]) == (False, True)
    for program in (window, console):
        assert not program["strip"]
        assert program["icon"].endswith("tallystick.ico")
        assert Path(program["manifest"]).is_file()
        assert program["version"].endswith("version.txt")


def test_the_spec_on_macos(spec: Callable[[str], FakePyInstaller]) -> None:
    made = spec("darwin")
    (program,), (app,) = made.of("EXE"), made.of("BUNDLE")
    assert Path(program["entitlements_file"]).is_file()
    assert not program["strip"]
    assert app["name"] == "Tallystick.app"
    assert app["bundle_identifier"] == desktop_app.APP_ID
    assert app["info_plist"]["NSBonjourServices"]


def test_the_spec_takes_every_file_that_is_not_code(spec: Callable[[str], FakePyInstaller]) -> None:
    (analysis,) = spec("linux").of("Analysis")
    taken = {
        Path(source).relative_to(ROOT) for source, _place in analysis["datas"] if Path(source).is_relative_to(ROOT)
    }
    assert {Path("resources", name) for name in ("icons", "linux", "translations")} <= taken
    assert all((ROOT / path).is_dir() for path in taken)
