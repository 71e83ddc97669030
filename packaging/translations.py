"""Everything the window says, collected for translators; what they wrote, checked and made into what Qt reads.

lupdate sees no plurals in `QCoreApplication.translate` of Python and no templates of ours, so it is handed
one list of what is looked up at run time, as a C++ file.
"""

import argparse
import ast
import functools
import importlib
import json
import pkgutil
import string
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

ROOT: Final = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import PySide6  # noqa: E402

import desktop_app  # noqa: E402
from desktop_app import resource_files  # noqa: E402
from desktop_app.discovery.checks.finding import Finding  # noqa: E402
from desktop_app.errors import AppError, Worded  # noqa: E402

PLURALS: Final = {"ar": 6, "de": 2, "en": 2, "es": 2, "fr": 2, "zh_CN": 1}
"""Forms of a plural; English has nothing but these to be translated."""
_QT: Final = Path(PySide6.__file__).parent


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """One text as it is looked up."""

    context: str
    source: str
    numbered: bool = False  # its plural depends on a number


class Unfit(Exception):
    """Something that could not be found when it is looked up."""


# --- what is said -----------------------------------------------------------------------------------------


@functools.cache
def texts() -> tuple[Text, ...]:
    """All, sorted. Raises Unfit."""
    for module in pkgutil.walk_packages(desktop_app.__path__, "desktop_app."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)  # so that every kind of error and finding is there
    return tuple(sorted({*_of_worded("errors", AppError), *_of_worded("findings", Finding), *_of_sources()}))


def _of_worded(context: str, kind: type[Worded]) -> Iterator[Text]:
    """The templates of a kind and of all that are derived from it; the command line's own are never in a window."""
    if not kind.__module__.startswith(("desktop_app.cli", "tests.")):
        yield from (Text(context, template) for template in (getattr(kind, "sentence", ""), kind.advice) if template)
    for derived in kind.__subclasses__():
        yield from _of_worded(context, derived)


def _of_sources() -> Iterator[Text]:
    for path in sorted((ROOT / "desktop_app").rglob("*.py")):
        yield from of_source(path.read_text(encoding="utf-8"), str(path.relative_to(ROOT)))


def of_source(text: str, name: str) -> Iterator[Text]:
    """What a module looks up, and the phrases it marks."""
    yield from _of_node(ast.parse(text), "", name)


def _of_node(node: ast.AST, owner: str, name: str) -> Iterator[Text]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield from _of_call(child, owner, f"{name}:{child.lineno}")
        yield from _of_node(child, child.name if isinstance(child, ast.ClassDef) else owner, name)


def _of_call(call: ast.Call, owner: str, where: str) -> Iterator[Text]:
    called = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    given = call.args
    if called == "phrase":
        yield Text("phrases", _literal(given[0], where))
    elif called == "tr":
        yield Text(owner, _literal(given[0], where), _is_numbered(given[1:], where))
    elif called == "translate" and len(given) > 1 and not _is_by_key(given[1], where):
        yield Text(_literal(given[0], where), _literal(given[1], where), _is_numbered(given[2:], where))


def _is_by_key(source: ast.expr, where: str) -> bool:
    """There the templates and phrases are looked up."""
    return where.startswith("desktop_app/gui/error_text.py") and isinstance(source, ast.Name)


def _literal(node: ast.expr, where: str) -> str:
    if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
        raise Unfit(f"{where}: what is put together before it is looked up is never found")
    return node.value


def _is_numbered(more: list[ast.expr], where: str) -> bool:
    """A comment would be part of the key; there is none but the empty one before a number."""
    if more and (len(more) != 2 or _literal(more[0], where)):
        raise Unfit(f"{where}: after a text there is nothing, or an empty comment and a number")
    return bool(more)


# --- what translators have --------------------------------------------------------------------------------


def file(language: str, kind: str = "ts") -> Path:
    return resource_files.TRANSLATIONS / f"tallystick_{language}.{kind}"


def collect(languages: Iterable[str]) -> None:
    """New texts are added as unfinished, those that are gone are dropped, what is translated stays."""
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder, "texts.cpp")
        listed.write_text("void texts() {\n" + "".join(map(_in_c, texts())) + "}\n", encoding="utf-8")
        for language in languages:
            only = ["-pluralonly"] if language == "en" else []
            options = [
                "-silent",
                "-no-obsolete",
                "-locations",
                "none",
                "-sort-messages",
                "-disable-heuristic",
                "similartext",
            ]
            named = ["-source-language", "en", "-target-language", language, "-ts", str(file(language))]
            _run("lupdate", str(listed), *options, *only, *named)


def release(language: str, target: Path | None = None) -> None:
    _run("lrelease", "-silent", "-nounfinished", str(file(language)), "-qm", str(target or file(language, "qm")))


def _in_c(text: Text) -> str:
    number = ', "", 1' if text.numbered else ""
    context, source = (json.dumps(each, ensure_ascii=False) for each in (text.context, text.source))
    return f"QCoreApplication::translate({context}, {source}{number});\n"


def _run(tool: str, *arguments: str) -> None:
    """The programs themselves: the wrappers that pip makes of them start Python once more."""
    program = _QT / f"{tool}.exe" if sys.platform == "win32" else _QT / tool
    subprocess.run([str(program), *arguments], check=True)


# --- what is wrong with it --------------------------------------------------------------------------------


def problems(language: str) -> Iterator[str]:
    """Of one language: what is missing, left over, unfinished or translated so that it cannot work."""
    found = dict(_translations(language))
    wanted = [text for text in texts() if text.numbered or language != "en"]
    for text in wanted:
        if text not in found:
            yield f"missing: {text.source!r} ({text.context})"
    for text, (state, forms) in found.items():
        where = f"{text.source!r} ({text.context})"
        if text not in wanted or state in {"obsolete", "vanished"}:
            yield f"no longer said: {where}"
        elif state == "unfinished" or not all(forms):
            yield f"unfinished: {where}"
        elif len(forms) != (PLURALS[language] if text.numbered else 1):
            yield f"has {len(forms)} forms: {where}"
        else:
            yield from (f"{what}: {where}" for form in forms for what in _unlike(text, form))
    letters = [
        (text.context, letter) for text, (_, forms) in found.items() for letter in {*map(_mnemonic, forms)} - {""}
    ]
    yield from (
        f"a mnemonic twice: {letter} in {context}"
        for context, letter in set(letters)
        if letters.count((context, letter)) > 1
    )


def _translations(language: str) -> Iterator[tuple[Text, tuple[str, list[str]]]]:
    for context in ET.parse(file(language)).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None:
                continue
            numbered = message.get("numerus") == "yes"
            forms = (
                [each.text or "" for each in translation.iter("numerusform")] if numbered else [translation.text or ""]
            )
            yield Text(name, message.findtext("source") or "", numbered), (translation.get("type", ""), forms)


def _unlike(text: Text, form: str) -> Iterator[str]:
    """A form of a plural may leave out the number: "one device", or Arabic's two."""
    here, there = _fields(text.source), _fields(form)
    left_out = {"count"} if text.numbered else set()
    if there is None or not (here or set()) - left_out <= there <= (here or set()):
        yield "other placeholders"
    for sign, what in (("&", "another mnemonic"), ("\n", "other lines")):
        if text.source.count(sign) != form.count(sign):
            yield what
    if (text.source[:1].isspace(), text.source[-1:].isspace()) != (
        form[:1].isspace(),
        form[-1:].isspace(),
    ) and text.source != ", ":
        yield "other space around it"
    if text.source.endswith("…") != form.endswith("…"):
        yield "the dots at the end"


def _mnemonic(text: str) -> str:
    _, _, after = text.partition("&")
    return after[:1].casefold().strip()


def _fields(text: str) -> set[str] | None:
    try:
        return {
            f"{name}!{how}" if how else name for _, name, _, how in string.Formatter().parse(text) if name is not None
        }
    except ValueError:
        return None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing, say what is missing")
    parser.add_argument("--release", action="store_true", help="only make the .qm of what was translated")
    parser.add_argument("language", nargs="*", default=[], choices=[[], *PLURALS])
    wanted = parser.parse_args()
    languages = wanted.language or list(PLURALS)
    if wanted.check:
        wrong = [f"{language}: {problem}" for language in languages for problem in problems(language)]
        sys.stdout.write("".join(f"{each}\n" for each in wrong))
        return 1 if wrong else 0
    if not wanted.release:
        collect(languages)
    for language in languages:
        release(language)
    return 0


if __name__ == "__main__":
    sys.exit(main())
