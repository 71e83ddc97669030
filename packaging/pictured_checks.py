"""What to do where devices cannot find each other: the connection check, and invitations."""

from pictured_stage import LONG, Stage
from PySide6.QtWidgets import QWidget

from desktop_app.discovery.checks import findings, findings_there
from desktop_app.discovery.checks.finding import Finding
from desktop_app.errors import Called
from desktop_app.gui.check_dialog import CheckDialog
from desktop_app.protocol.invitation import Invitation


def check_busy(stage: Stage) -> QWidget:
    stage.window._side.show_check()  # noqa: SLF001
    return stage.dialog()


def _checked(stage: Stage, *findings: Finding) -> QWidget:
    dialog = check_busy(stage)
    assert isinstance(dialog, CheckDialog)
    dialog.show_findings(findings)
    return dialog


def check_good(stage: Stage) -> QWidget:
    return _checked(
        stage,
        findings.Connected(adapter="wlan0", addresses="192.168.1.23, fe80::5a2d:9ff:fe1c:77b0"),
        findings.PortOpen(port=47471),
        findings.OthersHeard(where="wlan0 (IPv4)", count=4),
        findings.DevicesSeen(seconds=3, count=2),
    )


def check_wrong(stage: Stage) -> QWidget:
    return _checked(
        stage,
        findings.Connected(adapter="wlan0", addresses="192.168.1.23"),
        findings.VpnConnected(adapter="tun0", addresses="10.9.0.2"),
        findings.PortOpen(port=47471),
        findings.MulticastWorks(where="wlan0 (IPv4)"),
        findings.CallsStopped(
            "sudo nft insert rule inet filter input tcp dport 47471 accept",
            where="nftables, inet filter input",
            port=47471,
            interfaces="wlan0",
        ),
        findings.Silent("tallystick doctor", device=Called(LONG, "192.168.1.77:47471")),
        findings.WrongRoute(
            "sudo ip -4 route del 192.168.1.0/25 dev tun0",
            network="192.168.1.0/24",
            through="tun0",
            interface="wlan0",
        ),
    )


def check_there(stage: Stage) -> QWidget:
    return _checked(
        stage,
        findings.Connected(adapter="wlan0", addresses="192.168.1.23"),
        findings.PortOpen(port=47471),
        findings.MulticastWorks(where="wlan0 (IPv4)"),
        findings_there.Unheard(peer="Kitchen PC"),
        findings_there.UfwThere("sudo ufw allow 47471/tcp && sudo ufw allow mdns", peer="Kitchen PC", port=47471),
        findings_there.ClearAndHeard(peer=LONG),
        findings.FarAddress(address="10.0.0.5:47471"),
    )


def invite(stage: Stage) -> QWidget:
    seed = bytearray(range(7, 39))
    stage.engine.invitation = Invitation(seed, ("192.168.1.23", "10.9.0.2", "2001:db8:41::23"), 47471).text()
    stage.window._side.invite()  # noqa: SLF001
    return stage.dialog()


def invite_not(stage: Stage) -> QWidget:
    stage.window._side.invite()  # noqa: SLF001
    return stage.dialog()
