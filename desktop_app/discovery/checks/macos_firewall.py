"""macOS' application firewall, as its own tool tells it."""

import shlex
import sys
from collections.abc import Iterator
from typing import Final

from desktop_app.discovery.checks import findings
from desktop_app.discovery.checks.finding import Finding
from desktop_app.discovery.checks.programs import output

_TOOL: Final = "/usr/libexec/ApplicationFirewall/socketfilterfw"


def macos_firewall(tool: str = _TOOL) -> Iterator[Finding]:
    state = output(tool, "--getglobalstate") or ""
    if "State = 1" not in state and "State = 2" not in state:
        return
    if "State = 2" in state or "enabled" in (output(tool, "--getblockall") or "").lower().replace("disabled", ""):
        yield findings.MacosBlocksAll(f"sudo {tool} --setblockall off")
        return
    program = sys.executable
    answer = output(tool, "--getappblocked", program) or ""
    if "permitted" in answer or "allowed" in answer:
        yield findings.MacosOpen()
    else:
        quoted = shlex.quote(program)
        yield findings.MacosOn(f"sudo {tool} --add {quoted} && sudo {tool} --unblockapp {quoted}")
