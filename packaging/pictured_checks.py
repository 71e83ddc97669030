"""What to do where devices cannot find each other: the connection check, and invitations."""

from pictured_stage import LONG, Stage
from PySide6.QtWidgets import QWidget

from desktop_app.discovery.checks.finding import Finding
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
        Finding("network", True, "Connected through wlan0 as 192.168.1.23 and fe80::5a2d:9ff:fe1c:77b0."),
        Finding("port", True, "A Tallystick on this computer listens on port 47471."),
        Finding("multicast", True, "Multicast works on wlan0 (IPv4), and 4 others heard."),
        Finding("devices", True, "2 devices with Tallystick seen in 3 seconds."),
    )


def check_wrong(stage: Stage) -> QWidget:
    return _checked(
        stage,
        Finding("network", True, "Connected through wlan0 as 192.168.1.23."),
        Finding("vpn", True, "A VPN is connected (tun0, 10.9.0.2); devices behind it are reached by address only."),
        Finding("port", True, "A Tallystick on this computer listens on port 47471."),
        Finding("multicast", True, "Multicast works on wlan0 (IPv4)."),
        Finding(
            "firewall-nftables",
            False,
            "A firewall (nftables, inet filter input) keeps other computers from port 47471 (wlan0).",
            "Let it through; the rule is gone after a restart unless it is also written to the firewall's own file.",
            "sudo nft insert rule inet filter input tcp dport 47471 accept",
        ),
        Finding(
            "silent",
            False,
            f"“{LONG}” (192.168.1.77:47471) is seen, but its port does not answer: a firewall there drops what comes "
            "in, or the Wi-Fi keeps its guests apart.",
            "On that computer, check the connection in its Tallystick too, or type the command there.",
            "tallystick doctor",
        ),
        Finding(
            "route",
            False,
            "What is meant for computers in 192.168.1.0/24 leaves through tun0 instead of wlan0.",
            "Disconnect the VPN, let it spare the local network, or remove its route.",
            "sudo ip -4 route del 192.168.1.0/25 dev tun0",
        ),
    )


def invite(stage: Stage) -> QWidget:
    seed = bytearray(range(7, 39))
    stage.engine.invitation = Invitation(seed, ("192.168.1.23", "10.9.0.2", "2001:db8:41::23"), 47471).text()
    stage.window._side.invite()  # noqa: SLF001
    return stage.dialog()


def invite_not(stage: Stage) -> QWidget:
    stage.window._side.invite()  # noqa: SLF001
    return stage.dialog()
