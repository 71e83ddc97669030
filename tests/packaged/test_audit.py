"""The audit: whatever is wrong, or was not looked at, is said and told by the exit code."""

import os
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import Any

import audit
import ingredients
import pytest
from audit import REVIEWED, Report
from ingredients import Ingredient


def part(licence: str = "MIT", version: str = "1.0") -> Ingredient:
    return Ingredient("thing", version, f"pkg:pypi/thing@{version}", licence)


def pages(**known: Any) -> audit.Fetch:
    """By version, "newest" for the page without one."""
    found = {f"https://pypi.org/pypi/thing/{version}/json": page for version, page in known.items()}
    newest = found.pop("https://pypi.org/pypi/thing/newest/json", None)
    return (found | {"https://pypi.org/pypi/thing/json": newest}).get


def page(version: str = "1.0", *known: dict[str, Any]) -> dict[str, Any]:
    return {"info": {"version": version}, "vulnerabilities": list(known)}


BAD = {"id": "PYSEC-1", "summary": "It opens the door.", "withdrawn": None}


@pytest.mark.parametrize("licence", ["MIT", "CC0-1.0 OR Apache-2.0", "GPL-3.0-only OR MIT", "MIT AND PSF-2.0"])
def test_allowed_licences(licence: str) -> None:
    report = Report()
    audit.check_licences([part(licence)], report)
    assert report.status == 0


@pytest.mark.parametrize(
    "licence", ["", "GPL-3.0-only", "MIT AND GPL-3.0-only", "(MIT OR X) AND PSF-2.0", "Proprietary"]
)
def test_other_licences(licence: str) -> None:
    report = Report()
    audit.check_licences([part("MIT"), part(licence)], report)
    assert report.status == 1
    assert len(report.found) == 1


def vulnerabilities(fetch: audit.Fetch) -> Report:
    report = Report()
    audit.check_vulnerabilities([part()], report, fetch)
    return report


def test_a_version_that_is_known_to_be_vulnerable() -> None:
    report = vulnerabilities(pages(**{"1.0": page("1.0", BAD)}))
    assert report.found == ["thing 1.0: PYSEC-1 It opens the door."]
    assert report.status == 1


def test_a_version_of_which_nothing_is_known() -> None:
    assert vulnerabilities(pages(**{"1.0": page()})).status == 0
    assert vulnerabilities(pages(**{"1.0": page("1.0", BAD | {"withdrawn": "2026-01-01"})})).status == 0


def test_a_mirror_that_has_only_the_newest_version_will_do_for_that_one() -> None:
    assert vulnerabilities(pages(newest=page("1.0", BAD))).found
    assert vulnerabilities(pages(newest=page("1.0"))).status == 0
    assert vulnerabilities(pages(newest=page("1.1"))).status == 2


@pytest.mark.parametrize(
    "answer", [{}, {"info": {"version": "1.0"}}, {"info": {"version": "1.0"}, "vulnerabilities": None}]
)
def test_what_was_not_told_is_not_good(answer: dict[str, Any]) -> None:
    report = vulnerabilities(pages(**{"1.0": answer}))
    assert report.status == 2
    assert not report.found


def test_no_answer_is_not_good(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise OSError("no network")

    monkeypatch.setattr(urllib.request, "urlopen", refuse)
    assert vulnerabilities(audit.fetch).status == 2


def finding(place: str, test: str) -> dict[str, Any]:
    return {"filename": place, "test_id": test, "line_number": 1, "issue_text": "something"}


def expected() -> list[dict[str, Any]]:
    return [finding("desktop_app/x.py" if place == "*" else place, test) for place, test in REVIEWED]


def test_what_was_reviewed_is_no_finding() -> None:
    report = Report()
    audit.check_code(expected(), report)
    assert report.found == []


def test_something_new_is_one() -> None:
    report = Report()
    audit.check_code([*expected(), finding("desktop_app/engine/link.py", "B602")], report)
    assert report.found == ["desktop_app/engine/link.py:1: B602 something"]


def test_an_exception_that_is_not_needed_is_one() -> None:
    report = Report()
    audit.check_code(expected()[1:], report)
    assert len(report.found) == 1
    assert "does not occur" in report.found[0]


@pytest.mark.parametrize("tool", ["bandit", "packaging"])
def test_a_tool_that_is_missing_is_a_sentence_and_never_good(tool: str, tmp_path: Path) -> None:
    (tmp_path / f"{tool}.py").write_text(f"raise ModuleNotFoundError(\"No module named '{tool}'\", name='{tool}')")
    run = subprocess.run(
        [sys.executable, "-P", audit.ROOT / "packaging" / "audit.py", "here"],
        env=os.environ | {"PYTHONPATH": str(tmp_path)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 2, run.stdout + run.stderr
    assert f"No module named '{tool}'" in run.stdout
    assert "NOT CHECKED" in run.stdout
    assert run.stderr == ""


def test_a_package_that_is_missing_is_not_good(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(ingredients, "dependencies", lambda: ["tallystick-of-nobody"])
    monkeypatch.setattr(audit, "findings_of_bandit", expected)
    assert audit.main(["here"]) == 2
    assert "tallystick-of-nobody" in capsys.readouterr().out


def test_a_package_without_a_licence_is_a_finding(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(_: object) -> list[Ingredient]:
        raise ingredients.NoLicence("thing 1.0 comes without the text of its licence")

    monkeypatch.setattr(ingredients, "distributions", refuse)
    monkeypatch.setattr(audit, "findings_of_bandit", expected)
    assert audit.main(["here"]) == 1
    assert "FOUND: thing 1.0 comes without the text" in capsys.readouterr().out
