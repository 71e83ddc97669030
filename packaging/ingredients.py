"""What the packaged program is made of: names, versions and licences, read from what is installed here.

An ingredient whose licence cannot be found ends the build.
"""

import platform
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Final
from urllib.parse import quote

from packaging.requirements import Requirement

from desktop_app import COMMAND_NAME

TEXTS: Final = Path(__file__).parent / "licences"
QT_TEXTS: Final = tuple(TEXTS / name for name in ("Qt.txt", "LGPL-3.0.txt", "GPL-3.0.txt"))
_LICENCE: Final = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)


class NoLicence(Exception):
    """Of something that is in the bundle."""


@dataclass(frozen=True, slots=True)
class Ingredient:
    name: str
    version: str
    url: str  # a package URL, purl
    licence: str  # an SPDX expression, or "" where only the text says
    texts: tuple[Path, ...] = field(default=())


def dependencies() -> list[str]:
    """What the program needs, as its project file asks for it."""
    project = Path(__file__).resolve().parents[1] / "pyproject.toml"
    found: list[str] = tomllib.loads(project.read_text(encoding="utf-8"))["project"]["dependencies"]
    return found


def distributions(dependencies: Iterable[str], *alone: str) -> list[Ingredient]:
    """The packages from PyPI that these requirements lead to, and Python. `alone`: others, without what they need."""
    found: dict[str, metadata.Distribution] = {}
    waiting = list(dependencies)
    while waiting:
        wanted = Requirement(waiting.pop())
        name = _canonical(wanted.name)
        if name in found or (wanted.marker is not None and not wanted.marker.evaluate({"extra": ""})):
            continue
        found[name] = metadata.distribution(wanted.name)
        waiting += found[name].requires or []
    found |= {name: metadata.distribution(name) for name in alone}
    return [_of_distribution(name, each) for name, each in sorted(found.items())] + [_python()]


def _of_distribution(name: str, distribution: metadata.Distribution) -> Ingredient:
    files = distribution.files or []
    texts = tuple(
        Path(str(distribution.locate_file(file)))
        for file in sorted(files)
        if ".dist-info" in file.parts[0] and _LICENCE.search(file.name)
    )
    licence = str(
        distribution.metadata.json.get("license_expression") or distribution.metadata.json.get("license") or ""
    )
    if name in {"pyside6-essentials", "shiboken6"}:
        texts, licence = QT_TEXTS, "LGPL-3.0-only"
    if not texts:
        raise NoLicence(f"{name} {distribution.version} comes without the text of its licence")
    return Ingredient(name, distribution.version, f"pkg:pypi/{name}@{distribution.version}", _one_line(licence), texts)


def _python() -> Ingredient:
    version = platform.python_version()
    places = (Path(sys.base_prefix), Path(sys.base_prefix, "lib", f"python{version.rpartition('.')[0]}"))
    texts = [place / "LICENSE.txt" for place in places if (place / "LICENSE.txt").is_file()]
    debian = Path(f"/usr/share/doc/python{version.rpartition('.')[0]}/copyright")
    texts += [debian] if not texts and debian.is_file() else []
    if not texts:
        raise NoLicence(f"Python {version} is installed here without the text of its licence")
    return Ingredient("python", version, f"pkg:generic/python@{version}", "PSF-2.0", tuple(texts[:1]))


def system_libraries(sources: Iterable[Path]) -> list[Ingredient]:
    """The Debian packages that these files of the machine come from."""
    found: dict[str, Ingredient] = {}
    for source in sorted(set(sources)):
        owner = _debian_owner(source)
        if owner is None:
            raise NoLicence(f"{source} belongs to no package")
        package, version, architecture = owner
        text = Path("/usr/share/doc", package, "copyright")
        if not text.is_file():
            raise NoLicence(f"{package} comes without the text of its licence")
        url = f"pkg:deb/debian/{package}@{quote(version, safe='')}?arch={architecture}"
        found[package] = Ingredient(package, version, url, "", (text,))
    return [found[name] for name in sorted(found)]


def _debian_owner(file: Path) -> tuple[str, str, str] | None:
    """dpkg knows a file by the name that it was unpacked under; /lib and /usr/lib may be one."""
    for name in dict.fromkeys((file, file.resolve(), *_without_usr(file), *_without_usr(file.resolve()))):
        asked = subprocess.run(["dpkg", "-S", str(name)], capture_output=True, text=True, check=False)
        if asked.returncode == 0:
            package = asked.stdout.partition(": ")[0].partition(",")[0]
            form = "${Package}\t${Version}\t${Architecture}"
            shown = subprocess.run(
                ["dpkg-query", "-W", "-f", form, package], capture_output=True, text=True, check=True
            )
            name_, version, architecture = shown.stdout.split("\t")
            return name_, version, architecture
    return None


def _without_usr(file: Path) -> tuple[Path, ...]:
    return (Path("/", *file.parts[2:]),) if file.parts[:2] == ("/", "usr") else (Path("/usr", *file.parts[1:]),)


def write_texts(ingredients: Iterable[Ingredient], folder: Path) -> None:
    """One folder each, with its licence texts."""
    for each in ingredients:
        into = folder / each.name
        into.mkdir(parents=True, exist_ok=True)
        for text in each.texts:
            shutil.copyfile(text, into / text.name)


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _one_line(licence: str) -> str:
    return licence.strip().partition("\n")[0] if len(licence) < 100 else ""


def bill_of_materials(ingredients: Iterable[Ingredient], version: str, made: str, serial: str) -> dict[str, object]:
    """CycloneDX 1.5. `made` is an ISO 8601 time, `serial` a UUID; both are the commit's, not the clock's."""
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": {
            "timestamp": made,
            "component": {
                "type": "application",
                "bom-ref": COMMAND_NAME,
                "name": COMMAND_NAME,
                "version": version,
                "licenses": [{"license": {"id": "Apache-2.0"}}],
            },
        },
        "components": [_component(each) for each in ingredients],
        "dependencies": [{"ref": COMMAND_NAME, "dependsOn": [each.url for each in ingredients]}],
    }


def _component(ingredient: Ingredient) -> dict[str, object]:
    component: dict[str, object] = {
        "type": "library",
        "bom-ref": ingredient.url,
        "name": ingredient.name,
        "version": ingredient.version,
        "purl": ingredient.url,
    }
    if ingredient.licence:
        component["licenses"] = [{"license": {"name": ingredient.licence}}]
    return component
