"""The walls of the house: what import-linter cannot see of them. Who may import whom stands in pyproject.toml."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import desktop_app

ROOT = Path(desktop_app.__file__).parents[1]
LINES_MAX = 450
JUNK_ROOMS = {"utils", "util", "common", "helpers", "misc"}


def _name(path: Path) -> str:
    """`desktop_app/protocol/__init__.py` is the module `desktop_app.protocol`."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _sources(*rooms: str) -> list[Path]:
    return sorted(path for room in rooms for path in (ROOT / room).rglob("*.py"))


MODULES = {_name(path): path for path in _sources("desktop_app")}
CORE = [name for name in MODULES if not name.startswith("desktop_app.gui") and name != "desktop_app.__main__"]


def test_there_is_a_house_to_look_at() -> None:
    assert {"desktop_app.errors", "desktop_app.protocol.messages"} <= set(CORE)


@pytest.mark.parametrize("path", _sources("desktop_app", "tests", "packaging"), ids=lambda p: str(p.relative_to(ROOT)))
def test_a_module_is_one_idea_and_says_which(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LINES_MAX
    assert not JUNK_ROOMS & set(path.relative_to(ROOT).with_suffix("").parts)
    if path.name != "__init__.py":
        assert ast.get_docstring(ast.parse(text)), "no module docstring"


def _imports(name: str, path: Path) -> Iterator[str]:
    """The modules of ours that this one names, wherever in it the import stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in MODULES)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name} imports relatively"
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                if whole in MODULES:
                    yield whole
                elif node.module in MODULES:
                    yield node.module


def test_no_module_needs_itself() -> None:
    graph = {name: set(_imports(name, path)) for name, path in MODULES.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" <- ".join(error.args[1]))


IMPORT_EACH = """
import contextlib, importlib, os, sys

# What is not ours is there already, and so is loaded once, not once for each of ours: that a part of it was never
# asked for is not seen here.
reading, writing = os.pipe()
if os.fork() == 0:
    for name in sys.argv[1:]:
        try:
            importlib.import_module(name)
        except BaseException:
            pass  # it is told below
    os.write(writing, " ".join(m for m in sys.modules if m.isidentifier() and m != "__main__").encode())
    os._exit(0)
os.close(writing)
for name in open(reading).read().split():
    if name not in {"desktop_app", "PySide6", "shiboken6"}:
        with contextlib.suppress(Exception):  # some are part of another one, and called after nothing
            importlib.import_module(name)
os.wait()

failed = []
for name in sys.argv[1:]:
    child = os.fork()
    if child == 0:
        try:
            importlib.import_module(name)
        except BaseException as error:
            print(f"{name}: {error!r}", flush=True)
            os._exit(1)
        qt = sorted(m for m in sys.modules if m.partition(".")[0] in {"PySide6", "shiboken6"})
        if qt:
            print(f"{name} loads {qt[0]}", flush=True)
        os._exit(bool(qt))
    if os.waitpid(child, 0)[1]:
        failed.append(name)
sys.exit(bool(failed))
"""


def test_types_are_worked_out_while_modules_are_loaded() -> None:
    """msgspec 0.22 does so at the first use of a class, and two threads that do it at once crash the program: in every
    third run with `decode(..., type=...)` on four threads. A decoder that a module makes has done it."""
    late = []
    for path in _sources("desktop_app"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "decode":
                late += [f"{_name(path)}:{call.lineno}" for each in call.keywords if each.arg == "type"]
    assert late == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks for a fresh interpreter a module")
@pytest.mark.timeout(300)  # a fork for each of them, on whatever machine
def test_each_module_of_the_core_imports_alone_and_without_qt(tmp_path: Path) -> None:
    """Each in its own copy of an interpreter that has imported nothing of ours."""
    once = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    once["PYTHONPYCACHEPREFIX"] = str(tmp_path)  # compiled once, not once for each copy
    command = [sys.executable, "-c", IMPORT_EACH, *CORE]
    run = subprocess.run(command, cwd=ROOT, env=once, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_version_has_one_home() -> None:
    version = re.compile(rf"(?<![\d.]){re.escape(desktop_app.__version__)}(?![\d.])")
    homes = [_name(path) for path in _sources("desktop_app", "packaging") if version.search(path.read_text("utf-8"))]
    assert homes == ["desktop_app"]
    assert not re.search(r"^version\s*=\s*\"", (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)


def test_a_wheel_has_every_package() -> None:
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]["packages"]
    packages = {_name(path) for path in _sources("desktop_app") if path.name == "__init__.py"}
    assert set(listed) == packages | {"desktop_app.resources"}
