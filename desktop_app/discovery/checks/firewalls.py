"""Firewalls of this computer that may keep others out: seen, never changed. The cure is a command for the person."""

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from desktop_app.discovery.checks import findings
from desktop_app.discovery.checks.finding import DOCTOR_AS_ROOT, Finding
from desktop_app.discovery.checks.iptables import iptables
from desktop_app.discovery.checks.macos_firewall import macos_firewall
from desktop_app.discovery.checks.nftables import nftables
from desktop_app.discovery.checks.packets import needed
from desktop_app.discovery.checks.programs import output
from desktop_app.discovery.checks.windows_firewall import windows_firewall
from desktop_app.discovery.interfaces import Interface

_UFW: Final = Path("/etc/ufw")
# What lets Tallystick in, a template over the port.
UFW_LETS_IN: Final = "sudo ufw allow {port}/tcp && sudo ufw allow mdns"
FIREWALLD_LETS_IN: Final = (
    "sudo firewall-cmd --permanent --add-service=mdns --add-port={port}/tcp && sudo firewall-cmd --reload"
)


def look(port: int, interfaces: Sequence[Interface], platform: str = sys.platform) -> Iterator[Finding]:
    """What the firewalls of this system say about TCP `port` and mDNS."""
    if platform == "win32":
        yield from windows_firewall(port)
    elif platform == "darwin":
        yield from macos_firewall()
    else:
        yield from _linux(port, interfaces)


def _linux(port: int, interfaces: Sequence[Interface]) -> Iterator[Finding]:
    """ufw and firewalld write the rules of iptables and nftables themselves: a cure there would not last."""
    managed = [*_ufw(port), *_firewalld(port)]
    if managed:
        yield from managed
        return
    packets = tuple(needed(port, interfaces))
    yield from nftables(port, packets)
    yield from iptables(port, packets)
    if os.geteuid() != 0 and (tool := next(filter(shutil.which, ("nft", "iptables")), None)):
        yield findings.FirewallUnread(DOCTOR_AS_ROOT, tool=tool)


def _ufw(port: int) -> Iterator[Finding]:
    if shutil.which("ufw") is None or "ENABLED=yes" not in _read(_UFW / "ufw.conf"):
        return
    if f"--dport {port} -j ACCEPT" in _read(_UFW / "user.rules"):
        yield findings.UfwOpen(port=port)
    else:  # its rules are often for root's eyes only
        yield findings.UfwOn(UFW_LETS_IN.format(port=port), port=port)


def _firewalld(port: int) -> Iterator[Finding]:
    if output("firewall-cmd", "--state") is None:
        return
    open_port = output("firewall-cmd", f"--query-port={port}/tcp") is not None
    open_mdns = output("firewall-cmd", "--query-service=mdns") is not None
    if open_port and open_mdns:
        yield findings.FirewalldOpen(port=port)
    else:
        yield findings.FirewalldOn(FIREWALLD_LETS_IN.format(port=port), port=port)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
