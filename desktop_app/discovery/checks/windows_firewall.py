"""Windows' own firewall, as PowerShell tells it. Names of rules and profiles are the same in every language there."""

import json
import sys
from collections.abc import Iterator
from typing import Any, Final

from desktop_app import APP_NAME
from desktop_app.discovery.checks import findings
from desktop_app.discovery.checks.finding import Finding
from desktop_app.discovery.checks.programs import output

_SECONDS: Final = 15.0  # PowerShell alone takes some seconds to start
_PUBLIC: Final = 0  # NetworkCategory
_ASK: Final = (
    "$n = @(Get-NetConnectionProfile | Select-Object InterfaceAlias, "
    "@{n='Category'; e={[int]$_.NetworkCategory}}); "
    "$f = @(Get-NetFirewallProfile -PolicyStore ActiveStore | Select-Object Name, "
    "@{n='On'; e={[int]$_.Enabled -eq 1}}); "
    "$r = @(Get-NetFirewallApplicationFilter -Program '{program}' -ErrorAction SilentlyContinue | "
    "Get-NetFirewallRule | Where-Object { $_.Direction -eq 'Inbound' -and $_.Enabled -eq 'True' } | "
    "Select-Object @{n='Allows'; e={$_.Action -eq 'Allow'}}); "
    "ConvertTo-Json -Compress -Depth 3 @{ networks = $n; profiles = $f; rules = $r }"
)


def windows_firewall(port: int) -> Iterator[Finding]:
    """Public networks, on which Windows keeps devices from seeing each other, and rules for this program."""
    told = _told()
    if told is None:
        return
    for network in _list(told, "networks"):
        if network.get("Category") == _PUBLIC:
            alias = str(network.get("InterfaceAlias", ""))
            command = f"Set-NetConnectionProfile -InterfaceAlias '{alias.replace(chr(39), chr(39) * 2)}'"
            yield findings.WindowsPublic(f"{command} -NetworkCategory Private", network=alias)
    rules = _list(told, "rules")
    if not any(profile.get("On") for profile in _list(told, "profiles")):
        return
    if any(not rule.get("Allows") for rule in rules):
        yield findings.WindowsBlocks(
            f"Get-NetFirewallApplicationFilter -Program '{_program()}' | Get-NetFirewallRule | "
            "Where-Object Action -eq Block | Remove-NetFirewallRule",
        )
    elif not rules:
        yield findings.WindowsHasNoRule(
            f"New-NetFirewallRule -DisplayName '{APP_NAME}' -Direction Inbound -Action Allow "
            f"-Program '{_program()}' -Profile Private,Domain",
        )
    else:
        yield findings.WindowsOpen(port=port)


def _told() -> dict[str, Any] | None:
    try:
        told = json.loads(output("powershell", "-NoProfile", "-Command", _question(), seconds=_SECONDS) or "")
    except ValueError:
        return None
    return told if isinstance(told, dict) else None


def _question() -> str:
    return _ASK.replace("{program}", _program())


def _list(told: dict[str, Any], key: str) -> list[dict[str, Any]]:
    found = told.get(key)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _program() -> str:
    return sys.executable.replace("'", "''")
