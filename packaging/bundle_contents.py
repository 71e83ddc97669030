"""What goes into the packaged program, and what does not, on each system. Decisions only: the spec carries them out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, Final

from desktop_app import APP_ID, APP_NAME, COMMAND_NAME, __version__
from desktop_app.storage.settings import Language

Entry = tuple[str, str, str]  # PyInstaller's: name in the bundle, source, kind
Needs = Callable[[str], Iterable[str]]  # the names of the libraries that a binary asks its loader for

# Of the standard library: nothing here talks TLS or asks questions with a GPL line editor, and the one OpenSSL inside
# is that of `cryptography`, which is renewed with it.
UNUSED_MODULES: Final = (
    "PySide6.QtDBus", "PySide6.QtNetwork", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtPrintSupport",
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtSql", "PySide6.QtTest", "PySide6.QtXml",
    "_hashlib", "_ssl", "curses", "doctest", "lib2to3", "pdb", "pip", "pydoc", "readline", "setuptools", "ssl",
    "tkinter", "unittest", "xmlrpc",
)  # fmt: skip

_EVERYWHERE: Final = frozenset({"iconengines/qsvgicon", "imageformats/qsvg", "platforms/qoffscreen"})
PLUGINS: Final = {
    "linux": _EVERYWHERE
    | {
        "platforminputcontexts/composeplatforminputcontextplugin",
        "platforminputcontexts/ibusplatforminputcontextplugin",
        "platforms/qwayland",
        "platforms/qxcb",
        "platformthemes/qxdgdesktopportal",
        "wayland-decoration-client/adwaita",
        "wayland-decoration-client/bradient",
        "wayland-shell-integration/xdg-shell",
        "xcbglintegrations/qxcb-egl-integration",
        "xcbglintegrations/qxcb-glx-integration",
    },
    "win32": _EVERYWHERE | {"platforms/qwindows", "styles/qmodernwindowsstyle"},
    "darwin": _EVERYWHERE | {"platforms/qcocoa", "styles/qmacstyle"},
}

_LANGUAGES: Final = frozenset(language.value for language in Language if language is not Language.SYSTEM)


@dataclass(frozen=True, slots=True)
class Program:
    """One executable of the bundle. Windows alone tells programs with a console from those without."""

    name: str
    console: bool


def programs(system: str) -> tuple[Program, ...]:
    """The first is the window's. Elsewhere than on Windows one program is both."""
    if system == "win32":
        return Program(f"{COMMAND_NAME}w", console=False), Program(COMMAND_NAME, console=True)
    return (Program(COMMAND_NAME, console=system != "darwin"),)


def wanted(entries: Iterable[Entry], system: str) -> list[Entry]:
    """Without the plugins and the data that nothing here uses."""
    return [entry for entry in entries if _is_wanted(PurePath(entry[0].replace("\\", "/")), system)]


def _is_wanted(name: PurePath, system: str) -> bool:
    parts = name.parts
    if "plugins" in parts:
        kind, file = parts[-2:]
        return f"{kind}/{file.removeprefix('lib').partition('.')[0]}" in PLUGINS[system]
    if "translations" in parts:  # Qt's own are for its buttons and menus; a .ts is for translators
        return name.suffix == ".qm" and name.stem.partition("_")[2] in _LANGUAGES and not name.stem.startswith("qt_")
    if parts[0] == "PySide6" and ("qml" in parts or name.name == "opengl32sw.dll"):  # a window of widgets draws without
        return False
    if "wordlist" in parts:
        return name.stem == "english"
    return not parts[0].endswith(".dist-info")  # nothing reads it; the licences are collected elsewhere


def reachable(entries: Iterable[Entry], needs: Needs) -> list[Entry]:
    """Without the libraries that came along with something unwanted: what is left over is asked for by somebody."""
    entries = list(entries)
    libraries = {PurePath(name).name: (name, source, kind) for name, source, kind in entries if _is_library(name, kind)}
    waiting = [
        source for name, source, kind in entries if kind in {"BINARY", "EXTENSION"} and not _is_library(name, kind)
    ]
    waiting += [source for name, source, kind in libraries.values() if PurePath(name).name.startswith("libpython")]
    kept = {file for file in libraries if file.startswith("libpython")}
    while waiting:
        for file in needs(waiting.pop()):
            if file in libraries and file not in kept:
                kept.add(file)
                waiting.append(libraries[file][1])
    return [entry for entry in entries if not _is_left_over(entry, kept, libraries)]


def without_dangling(entries: Iterable[Entry], binaries: Iterable[Entry]) -> list[Entry]:
    """Without the links to libraries that are not among `binaries`; PyInstaller files its links with the data."""
    there = {PurePath(name).name for name, _source, _kind in binaries}
    return [entry for entry in entries if entry[2] != "SYMLINK" or PurePath(entry[1]).name in there]


def _is_library(name: str, kind: str) -> bool:
    """What others link to; an extension module or a plugin is loaded by its path."""
    path = PurePath(name)
    return kind == "BINARY" and ".so." in path.name and "plugins" not in path.parts


def _is_left_over(entry: Entry, kept: set[str], libraries: dict[str, Entry]) -> bool:
    name, _source, kind = entry
    file = PurePath(name).name
    return (kind == "SYMLINK" or entry == libraries.get(file)) and ".so." in file and file not in kept


def info_plist() -> dict[str, Any]:
    """Of the bundle on macOS. Without the two keys on the local network the system refuses it silently."""
    return {
        "CFBundleDisplayName": APP_NAME,
        "CFBundleIdentifier": APP_ID,
        "CFBundleLocalizations": sorted(_LANGUAGES),  # for what the system itself says, in menus and dialogs of files
        "CFBundleName": APP_NAME,
        "CFBundleShortVersionString": __version__,
        "CFBundleVersion": __version__,
        "LSApplicationCategoryType": "public.app-category.utilities",
        "LSMinimumSystemVersion": "13.0",
        "NSBonjourServices": ["_tallystick._tcp"],
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": "Apache-2.0",
        "NSLocalNetworkUsageDescription": (
            f"{APP_NAME} looks for the computers around you and sends files to them, never further."
        ),
        "NSRequiresAquaSystemAppearance": False,
    }


def version_numbers() -> tuple[int, int, int, int]:
    """Windows wants four."""
    major, minor, patch = (int(part) for part in __version__.split(".")[:3])
    return major, minor, patch, 0


def version_resource() -> str:
    """What the properties of the executables show on Windows, in PyInstaller's form."""
    numbers = version_numbers()
    texts = {
        "FileDescription": APP_NAME,
        "FileVersion": __version__,
        "InternalName": COMMAND_NAME,
        "LegalCopyright": "Apache-2.0",
        "ProductName": APP_NAME,
        "ProductVersion": __version__,
    }
    strings = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in texts.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0, OS=0x40004,"
        f" fileType=1, subtype=0, date=(0, 0)), kids=[StringFileInfo([StringTable('040904B0', [{strings}])]),"
        " VarFileInfo([VarStruct('Translation', [1033, 1200])])])\n"
    )
