"""What the window says is translated: every text, every plural, nothing that could not be found or filled in."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
import translations
from translations import Text

from desktop_app.storage.settings import Language

ROOT = translations.ROOT
SHOWING = {
    "Elided", "TwoLines", "LineList", "NoteBox", "QAction", "QCheckBox", "QGroupBox", "QLabel", "QMenu", "QPushButton",
    "QRadioButton", "Words", "addAction", "addItem", "addItems", "addMenu", "addRow", "add_title", "add_words",
    "announce", "button", "mention", "say", "setAccessibleDescription", "setAccessibleName", "setHeaderLabels",
    "setInformativeText", "setPlaceholderText", "setStatusTip", "setText", "setTitle", "setToolTip", "setWhatsThis",
    "setWindowTitle", "show_text",
}  # fmt: skip
"""What takes words for people."""
NAMED = {"button": 1, "LineList": 1, "NoteBox": 1}
"""How many of their first arguments are for the program."""


@pytest.mark.parametrize("language", translations.PLURALS)
def test_a_language_lacks_nothing_and_has_nothing_left_over(language: str) -> None:
    assert list(translations.problems(language)) == []  # packaging/translations adds and drops what has changed


def test_every_language_that_can_be_chosen_has_a_translation() -> None:
    assert {each.value for each in Language} - {"system"} == set(translations.PLURALS)
    assert all(
        translations.file(language, kind).is_file() for language in translations.PLURALS for kind in ("ts", "qm")
    )


@pytest.mark.parametrize("language", translations.PLURALS)
def test_qt_reads_what_the_translators_wrote(language: str, tmp_path: Path) -> None:
    """The .qm are kept beside the .ts, since a wheel is made without Qt's tools."""
    made = tmp_path / "made.qm"
    translations.release(language, made)
    assert made.read_bytes() == translations.file(language, "qm").read_bytes()  # packaging/translations --release


def test_texts_come_from_code_templates_and_phrases() -> None:
    found = set(translations.texts())
    assert Text("SettingsDialog", "Close") in found
    assert Text("sizes", "{count} files", numbered=True) in found
    assert Text("errors", "{peer} declined.") in found
    assert Text("findings", "Connected through {adapter} as {addresses}.") in found
    assert Text("phrases", "permission denied") in found


@pytest.mark.parametrize(
    "code",
    [
        'self.tr(f"Hello {name}")',
        'self.tr("Hello %s" % name)',
        'self.tr("Hello {}".format(name))',
        'self.tr("Hello " + name)',
        "self.tr(text)",
        'QCoreApplication.translate("a", f"b {c}")',
        "QCoreApplication.translate(context, 'b')",
        'QCoreApplication.translate("a", "b", None, 3)',
        'self.tr("a", "a comment")',
        "phrase(text)",
    ],
)
def test_what_is_put_together_before_it_is_looked_up_is_refused(code: str) -> None:
    with pytest.raises(translations.Unfit, match="here:1"):
        list(translations.of_source(code, "here"))


def test_texts_are_looked_up_in_the_context_of_their_class() -> None:
    code = 'class A:\n  def f(self):\n    self.tr("x")\n    class B:\n      y = [self.tr("a" "b", "", 3)]\n'
    assert list(translations.of_source(code, "here")) == [Text("A", "x"), Text("B", "ab", numbered=True)]


@pytest.mark.parametrize(
    ("numbered", "forms", "problem"),
    [
        (False, ["Von {peer} & mir…"], None),
        (False, ["Von {per} & mir…"], "other placeholders"),
        (False, ["Von mir & dir…"], "other placeholders"),
        (False, ["{peer} & {1…"], "other placeholders"),
        (False, ["Von {peer} und mir…"], "another mnemonic"),
        (False, ["Von {peer} & mir"], "the dots at the end"),
        (False, [" Von {peer} & mir…"], "other space around it"),
        (False, [""], "unfinished"),
        (False, ["Von {peer} & mir…", "Von {peer} & mir…"], None),
        (True, ["eins & {peer}…", "{count} & {peer}…"], None),
        (True, ["eins & {peer}…"], "has 1 forms"),
        (True, ["eins & {peer}…", ""], "unfinished"),
    ],
)
def test_a_translation_that_cannot_work_is_found(
    numbered: bool, forms: list[str], problem: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = "{count} of {peer} & me…" if numbered else "From {peer} & me…"
    inside = "".join(f"<numerusform>{form}</numerusform>" for form in forms) if numbered else forms[0]
    message = f"<source>{source}</source><translation>{inside}</translation>".replace("&", "&amp;")
    attribute = ' numerus="yes"' if numbered else ""
    target = tmp_path / "tallystick_de.ts"
    target.write_text(f"<TS><context><name>A</name><message{attribute}>{message}</message></context></TS>")
    monkeypatch.setattr(translations, "file", lambda *_: target)
    monkeypatch.setattr(translations, "texts", lambda: [Text("A", source, numbered)])
    found = list(translations.problems("de"))
    assert len(found) == (problem is not None)
    assert all(each.startswith(f"{problem}: ") for each in found)


def test_a_text_that_is_new_or_gone_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "tallystick_de.ts"
    monkeypatch.setattr(translations, "file", lambda *_: target)
    monkeypatch.setattr(translations, "texts", lambda: [Text("A", "old"), Text("A", "both")])
    translations.collect(["de"])
    monkeypatch.setattr(translations, "texts", lambda: [Text("A", "both"), Text("A", "new")])
    assert [each.partition(":")[0] for each in translations.problems("de")] == [
        "missing",
        "unfinished",
        "no longer said",
    ]
    translations.collect(["de"])
    assert list(translations.problems("de")) == ["unfinished: 'both' (A)", "unfinished: 'new' (A)"]


def test_a_letter_that_leads_to_two_fields_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "tallystick_de.ts"
    pairs = {"&Name": "&Name", "&Port": "A&nschluss", "&Days": "&Tage"}
    messages = "".join(
        f"<message><source>{a}</source><translation>{b}</translation></message>" for a, b in pairs.items()
    )
    target.write_text(f"<TS><context><name>A</name>{messages}</context></TS>".replace("&", "&amp;"))
    monkeypatch.setattr(translations, "file", lambda *_: target)
    monkeypatch.setattr(translations, "texts", lambda: [Text("A", source) for source in pairs])
    assert list(translations.problems("de")) == ["a mnemonic twice: n in A"]


# --- words that nobody looks up ---------------------------------------------------------------------------


def _shown(tree: ast.AST) -> Iterator[ast.expr]:
    """The arguments that people read."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called in SHOWING:
                yield from node.args[NAMED.get(called, 0) :][:1]


def _words(shown: ast.expr) -> str:
    parts = shown.values if isinstance(shown, ast.JoinedStr) else [shown]
    return "".join(str(part.value) for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str))


def test_nothing_is_shown_that_nobody_translates() -> None:
    wrong = [
        f"{path.name}:{shown.lineno}: {_words(shown)}"
        for path in sorted((ROOT / "desktop_app" / "gui").glob("*.py"))
        for shown in _shown(ast.parse(path.read_text(encoding="utf-8")))
        if any(character.isalpha() for character in _words(shown))
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("code", "words"),
    [('label.setText("Hello")', "Hello"), ('Words(f"{x} left")', " left"), ('button("name", "Press")', "Press")],
)
def test_words_that_nobody_translates_are_found(code: str, words: str) -> None:
    assert [_words(shown) for shown in _shown(ast.parse(code))] == [words]
