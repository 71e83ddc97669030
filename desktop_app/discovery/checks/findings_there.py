"""Every finding of what the other side of a session sees, with its words: codes came, the sentences are ours."""

from typing import ClassVar

from desktop_app.discovery.checks.finding import DOCTOR, DOCTOR_AS_ROOT, Finding
from desktop_app.discovery.checks.firewalls import FIREWALLD_LETS_IN, UFW_LETS_IN
from desktop_app.protocol.sight import Obstacle

# --- about the answer as a whole ---


class Clear(Finding):
    code, good = "there", True
    sentence = "“{peer}” sees nothing that keeps devices apart there."


class ClearAndHeard(Clear):
    sentence = "“{peer}” sees this computer, and nothing that keeps devices apart there."


class SaysNothing(Finding):
    code, good = "there-silent", True
    sentence = "“{peer}” does not say what it sees."
    advice = "Check the connection on that computer, too."


class Unheard(Finding):
    code = "there-unheard"
    sentence = "“{peer}” does not see this computer: what this one announces does not arrive there."
    advice = "Let UDP port 5353 out here and in there. A Wi-Fi or a VPN may hold it back; connecting by address works."


class RulesUnread(Finding):
    code, good = "there-firewall-unread", True
    sentence = "Whether a firewall on “{peer}” keeps others out only its administrator may read."
    advice = "On “{peer}”: if nothing else is found, look as administrator."
    typed = DOCTOR_AS_ROOT


# --- what is in the way there ---

_SHOWN_THERE = "On “{peer}”: check the connection; the exact cure is shown there."
_LET_IN = "On “{peer}”: let Tallystick in."


class InTheWay(Finding):
    """Never told itself. `meets`: of what; `typed`: what to type there, a template over the port."""

    meets: ClassVar[Obstacle]
    typed: ClassVar[str] = DOCTOR


class HiddenThere(InTheWay):
    code, meets, typed = "there-hidden", Obstacle.HIDDEN, ""
    sentence = "“{peer}” sees: its Tallystick lets nobody see or call it."
    advice = "On “{peer}”: choose “Everyone nearby” or “Only remembered devices”."


class NoNetworkThere(InTheWay):
    code, meets, typed = "there-network", Obstacle.NO_NETWORK, ""
    sentence = "“{peer}” sees: it is not connected to a local network."
    advice = "On “{peer}”: join the network of this computer."


class NoAddressThere(InTheWay):
    code, meets, typed = "there-address", Obstacle.NO_ADDRESS, ""
    sentence = "“{peer}” sees: its network gave it no address."
    advice = "On “{peer}”: look whether the router is on."


class OverlapThere(InTheWay):
    code, meets = "there-overlap", Obstacle.OVERLAP
    sentence = "“{peer}” sees: two of its adapters are in one network, so answers may leave by the wrong one."
    advice = "On “{peer}”: use one of them at a time, for example the cable."


class RouteThere(InTheWay):
    code, meets = "there-route", Obstacle.ROUTE
    sentence = "“{peer}” sees: what it sends to its own network leaves by another way, perhaps a VPN ({versions})."
    advice = "On “{peer}”: disconnect the VPN, or let it spare the local network."


class PortTakenThere(InTheWay):
    code, meets = "there-port-taken", Obstacle.PORT_TAKEN
    sentence = (
        "“{peer}” sees: another program has Tallystick's usual port there; it listens on {port}, "
        "which firewalls may not know."
    )
    advice = "On “{peer}”: close that program, or choose another port in the settings."


class PortClosedThere(InTheWay):
    code, meets = "there-port-closed", Obstacle.PORT_CLOSED
    sentence = "“{peer}” sees: its port {port} does not answer, not even there ({versions})."
    advice = _LET_IN


class WithoutMulticastThere(InTheWay):
    code, meets = "there-multicast-off", Obstacle.MULTICAST_OFF
    sentence = "“{peer}” sees: one of its adapters does without multicast."
    advice = "On “{peer}”: switch it on."


class MulticastUnroutedThere(InTheWay):
    code, meets = "there-multicast-route", Obstacle.MULTICAST_NO_ROUTE
    sentence = "“{peer}” sees: it has no route for multicast ({versions})."
    advice = "On “{peer}”: add it."


class MulticastForbiddenThere(InTheWay):
    code, meets = "there-multicast-forbidden", Obstacle.MULTICAST_NOT_SENT
    sentence = "“{peer}” sees: it may not send multicast ({versions})."
    advice = "On “{peer}”: let UDP port 5353 out."


class MulticastLostThere(InTheWay):
    code, meets = "there-multicast-lost", Obstacle.MULTICAST_NOT_HEARD
    sentence = "“{peer}” sees: multicast does not come in there ({versions})."
    advice = "On “{peer}”: let UDP port 5353 in."


class MulticastUnusableThere(InTheWay):
    code, meets = "there-multicast-unusable", Obstacle.MULTICAST_UNUSABLE
    sentence = "“{peer}” sees: multicast cannot be used there ({versions})."
    advice = _SHOWN_THERE


class CallsStoppedThere(InTheWay):
    code, meets, typed = "there-firewall-calls", Obstacle.FIREWALL_CALLED, DOCTOR_AS_ROOT
    sentence = "“{peer}” sees: its firewall keeps other computers from port {port} ({versions})."
    advice = _SHOWN_THERE


class HearingStoppedThere(InTheWay):
    code, meets, typed = "there-firewall-hearing", Obstacle.FIREWALL_HEARING, DOCTOR_AS_ROOT
    sentence = "“{peer}” sees: its firewall keeps out the multicast by which devices are seen ({versions})."
    advice = _SHOWN_THERE


class CallingStoppedThere(InTheWay):
    code, meets, typed = "there-firewall-calling", Obstacle.FIREWALL_CALLING, DOCTOR_AS_ROOT
    sentence = "“{peer}” sees: its firewall does not let it connect to others ({versions})."
    advice = _SHOWN_THERE


class SpeakingStoppedThere(InTheWay):
    code, meets, typed = "there-firewall-speaking", Obstacle.FIREWALL_SPEAKING, DOCTOR_AS_ROOT
    sentence = "“{peer}” sees: its firewall does not let out the multicast by which devices are seen ({versions})."
    advice = _SHOWN_THERE


class UfwThere(InTheWay):
    code, meets = "there-firewall-ufw", Obstacle.FIREWALL_UFW
    typed = UFW_LETS_IN
    sentence = "“{peer}” sees: its firewall ufw is on and may keep other computers from port {port}."
    advice = _LET_IN


class FirewalldThere(InTheWay):
    code, meets = "there-firewall-firewalld", Obstacle.FIREWALL_FIREWALLD
    typed = FIREWALLD_LETS_IN
    sentence = "“{peer}” sees: its firewall firewalld keeps other computers from port {port} or from being seen."
    advice = _LET_IN


class WindowsThere(InTheWay):
    code, meets = "there-firewall-windows", Obstacle.FIREWALL_WINDOWS
    sentence = "“{peer}” sees: Windows' firewall does not let others reach Tallystick there."
    advice = _SHOWN_THERE


class WindowsPublicThere(InTheWay):
    code, meets = "there-firewall-public-network", Obstacle.FIREWALL_WINDOWS_PUBLIC
    sentence = "“{peer}” sees: Windows treats its network as public and keeps devices from seeing it."
    advice = "On “{peer}”: make the network a private one, if it is your own."


class MacosThere(InTheWay):
    code, meets = "there-firewall-macos", Obstacle.FIREWALL_MACOS
    sentence = "“{peer}” sees: the firewall of macOS does not let others reach Tallystick there."
    advice = _SHOWN_THERE


class MacosBlocksAllThere(InTheWay):
    code, meets = "there-firewall-macos-all", Obstacle.FIREWALL_MACOS_ALL
    sentence = "“{peer}” sees: the firewall of macOS blocks all incoming connections there."
    advice = "On “{peer}”: let single programs in instead."
