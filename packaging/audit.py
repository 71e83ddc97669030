"""What the program is made of, looked at by others' knowledge. Started by packaging/audit.

What could not be looked at is said, and never counts as good. What these look-ups do not know of at all is in
desktop_app/protocol/SECURITY.md.
"""

import json
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

NOT_CHECKED: Final = 2
HINT: Final = "packaging/audit sets up what it needs"

try:
    import ingredients
    from ingredients import Ingredient
except ModuleNotFoundError as error:
    print(f"NOT CHECKED: anything. {error}; {HINT}")
    sys.exit(NOT_CHECKED)

# Every licence under which something in the bundle may be. Whoever gets it gets the texts as well.
ALLOWED: Final = {
    "Apache-2.0": "ours",
    "BSD-3-Clause": "permissive",
    "CC0-1.0": "permissive",
    "LGPL-2.1-or-later": "zeroconf; its files lie apart in the bundle and can be replaced",
    "LGPL-3.0-only": "Qt and PySide; their libraries lie apart in the bundle and can be replaced",
    "MIT": "permissive",
    "MIT-0": "permissive",
    "PSF-2.0": "permissive",
}

# What bandit says of the program and somebody has looked at: how often it may say it there, and why that is right.
REVIEWED: Final = {
    ("*", "B101"): "an assert states what we hold true about ourselves; input is never checked by one",
    ("desktop_app/discovery/checks/programs.py", "B404"): "the one place that asks programs of the system",
    ("desktop_app/discovery/checks/programs.py", "B603"): "fixed arguments, no shell, read-only questions",
    ("desktop_app/discovery/liveness.py", "B311"): "when a probe is due, no secret",
    ("desktop_app/discovery/mdns.py", "B311"): "when a question is asked, no secret",
    ("desktop_app/transport/agreement.py", "B311"): "when a call is repeated, no secret",
    ("desktop_app/gui/desktop.py", "B404"): "hands what a person opens to the opener of the desktop",
    ("desktop_app/gui/desktop.py", "B603"): "xdg-open with one path or page, no shell",
    ("desktop_app/gui/autostart.py", "B404"): "only for its function that quotes a command for Windows",
    ("desktop_app/gui/notifier.py", "B105"): "the desktop's token of activation, which is no password",
    ("desktop_app/gui/single_instance.py", "B107"): "the same",
    ("desktop_app/storage/history.py", "B608"): "numbers and question marks of our own making, no text of anybody's",
    ("desktop_app/transport/listener.py", "B104"): "other computers are to connect; who they are is proved later",
}

_PYPI: Final = "https://pypi.org/pypi/{}/json"
_SECONDS: Final = 20.0

Fetch = Callable[[str], dict[str, Any] | None]


class NotChecked(Exception):
    """What, and why."""


@dataclass
class Report:
    """Sentences."""

    found: list[str] = field(default_factory=list)
    unchecked: list[str] = field(default_factory=list)

    @property
    def status(self) -> int:
        return 1 if self.found else NOT_CHECKED if self.unchecked else 0


def check_licences(parts: Iterable[Ingredient], report: Report) -> None:
    for part in parts:
        alternatives = [each.split(" AND ") for each in part.licence.split(" OR ")]
        if not any(all(licence in ALLOWED for licence in all_of) for all_of in alternatives):
            report.found.append(f"{part.name} {part.version} is under “{part.licence}”, which is not allowed")


def check_vulnerabilities(parts: Iterable[Ingredient], report: Report, fetch: Fetch) -> None:
    """PyPI tells them of each release; some mirrors have only the page of the newest one, which will do for that."""
    for part in parts:
        page = fetch(_PYPI.format(f"{part.name}/{part.version}")) or fetch(_PYPI.format(part.name)) or {}
        known = page.get("vulnerabilities")
        if known is None or page.get("info", {}).get("version") != part.version:
            report.unchecked.append(f"{part.name} {part.version}: PyPI told nothing of this version")
            continue
        report.found += [
            f"{part.name} {part.version}: {each['id']} {each.get('summary') or ''}".rstrip()
            for each in known
            if not each.get("withdrawn")
        ]


def fetch(url: str) -> dict[str, Any] | None:
    """None where that does not answer as it should."""
    try:
        with urllib.request.urlopen(url, timeout=_SECONDS) as page:
            answer = json.load(page)
    except (OSError, ValueError):
        return None
    return answer if isinstance(answer, dict) else None


def check_code(findings: Iterable[dict[str, Any]], report: Report) -> None:
    """`findings` of bandit. An exception that is not needed any more is one too many."""
    used = set()
    for each in findings:
        place = each["filename"], each["test_id"]
        reviewed = next((key for key in (place, ("*", each["test_id"])) if key in REVIEWED), None)
        if reviewed is None:
            report.found.append(f"{place[0]}:{each['line_number']}: {place[1]} {each['issue_text']}")
        else:
            used.add(reviewed)
    report.found += [f"{place}: {test} is excepted and does not occur" for place, test in REVIEWED.keys() - used]


def findings_of_bandit() -> list[dict[str, Any]]:
    """Raises NotChecked where it does not run, or could not read something."""
    command = [sys.executable, "-m", "bandit", "--quiet", "--recursive", "--format", "json", "desktop_app"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    try:
        told = json.loads(run.stdout)
    except ValueError as error:
        last = (run.stderr.strip() or "it said nothing").rpartition("\n")[2]
        raise NotChecked(f"the code: bandit does not run. {last}; {HINT}") from error
    if told["errors"]:
        raise NotChecked(f"the code: bandit could not read {told['errors']}")
    return list(told["results"])


def main(arguments: Sequence[str]) -> int:
    parts, report = list[Ingredient](), Report()
    try:
        parts = ingredients.distributions(ingredients.dependencies())
    except ingredients.NoLicence as error:
        report.found.append(str(error))
    except metadata.PackageNotFoundError as error:
        report.unchecked.append(f"the ingredients: {error.name} is not installed; {HINT}")
    try:
        check_code(findings_of_bandit(), report)
    except NotChecked as error:
        report.unchecked.append(str(error))
    check_licences(parts, report)
    if "here" not in arguments:
        packages = [part for part in parts if part.url.startswith("pkg:pypi/")]
        check_vulnerabilities(packages, report, fetch)
    for sentence in report.found:
        print(f"FOUND: {sentence}")
    for sentence in report.unchecked:
        print(f"NOT CHECKED: {sentence}")
    looked = "bandit, licences" if "here" in arguments else "bandit, licences, known vulnerabilities"
    counts = f"{len(report.found)} findings, {len(report.unchecked)} not checked"
    print(f"{looked}: {len(parts)} ingredients, {counts}.")
    return report.status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
