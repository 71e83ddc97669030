"""The doctor on a host of a Lan: what it finds there, as its program says it."""

import json
import sys
from typing import Any

from desktop_app.cli.exit_codes import ExitCode
from tests.discovery.nodes import ROOT
from tests.support.namespaces import Host

PORT = 47471
Found = dict[str, list[dict[str, Any]]]


def findings(host: Host, *words: str, port: int = PORT) -> Found:
    """By code; each with a sentence, and with a cure where something is wrong."""
    command = [sys.executable, "-m", "desktop_app", "--json", "--port", str(port), "doctor", *words]
    done = host.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    found: Found = {}
    for line in done.stdout.splitlines():
        finding = json.loads(line)
        found.setdefault(finding["code"], []).append(finding)
        assert finding["sentence"].endswith(".")
        assert finding["good"] or finding["cure"], finding
    assert done.returncode == (ExitCode.FOUND if wrong(found) else ExitCode.DONE), done.stderr
    return found


def wrong(found: Found) -> set[str]:
    return {code for code, findings in found.items() if not all(each["good"] for each in findings)}


def say(found: Found, code: str) -> str:
    """What is wrong with it, in one text."""
    return " ".join(each["sentence"] for each in found.get(code, ()) if not each["good"])
