"""Every finding that a check can come to, with its words."""

from desktop_app.discovery.checks.finding import Finding
from desktop_app.protocol.sight import Obstacle

# --- networks ---


class Connected(Finding):
    code, good = "network", True
    sentence = "Connected through {adapter} as {addresses}."


class NotConnected(Finding):
    code = "network"
    obstacle = Obstacle.NO_NETWORK
    sentence = "This computer is not connected to any network."
    advice = "Connect to the same Wi-Fi or cable network as the other computer."


class Unplugged(NotConnected):
    sentence = "This computer is not connected to any network ({adapters} is not connected)."
    advice = "Plug in the cable or join the Wi-Fi."


class SwitchedOff(NotConnected):
    sentence = "This computer is not connected to any network ({adapters} is switched off)."
    advice = "Switch it on."


class WithoutAddress(NotConnected):
    sentence = "This computer is not connected to any network ({adapters} is without an address)."


class SelfAssigned(Finding):
    code = "address"
    obstacle = Obstacle.NO_ADDRESS
    sentence = "{adapter} was given no address by the network ({addresses} is made up)."
    advice = "Look whether the router is on; else give this computer an address by hand."


class VpnConnected(Finding):
    code, good = "vpn", True
    sentence = "A VPN is connected ({adapter}, {addresses}); devices behind it are reached by address only."


class Containers(Finding):
    code, good = "containers", True
    sentence = "{adapter} ({addresses}) leads to containers or virtual machines only."


class SameAddress(Finding):
    code = "overlap"
    obstacle = Obstacle.OVERLAP
    sentence = "{one} and {other} both have the address {address}, so answers may leave by the wrong one."
    advice = "Take it from one of them."


class SameNetwork(Finding):
    code = "overlap"
    obstacle = Obstacle.OVERLAP
    sentence = "{one} and {other} both have addresses in {network}, so answers may leave by the wrong one."
    advice = "Use one of them at a time, for example the cable."


class NoRoute(Finding):
    code = "route"
    obstacle = Obstacle.ROUTE
    sentence = "There is no way to {network}, though {interface} is in it."
    advice = "Remove the route that forbids it."


class WrongRoute(Finding):
    code = "route"
    obstacle = Obstacle.ROUTE
    sentence = "What is meant for computers in {network} leaves through {through} instead of {interface}."
    advice = "Disconnect the VPN, let it spare the local network, or remove its route."


# --- this computer's port ---


class Hidden(Finding):
    code = "hidden"
    obstacle = Obstacle.HIDDEN
    sentence = "This computer lets nobody see or call it."
    advice = "Choose “Everyone nearby” or “Only remembered devices” in the window."


class PortFree(Finding):
    code, good = "port", True
    sentence = "Port {port} is free for Tallystick."


class PortOpen(Finding):
    code, good = "port", True
    sentence = "A Tallystick on this computer listens on port {port}."


class PortTaken(Finding):
    code = "port"
    obstacle = Obstacle.PORT_TAKEN
    sentence = "Port {port} is already used by another program on this computer."
    advice = "Close that program or choose another port in the settings, or with --port."


class PortMoved(PortTaken):
    sentence = (
        "Port {port} is already used by another program on this computer. "
        "Tallystick listens on {other} instead, which firewalls may not know."
    )


class PortClosed(Finding):
    code = "port"
    obstacle = Obstacle.PORT_CLOSED
    sentence = "Tallystick listens on port {port}, but does not answer at {address} ({interface})."
    advice = "A firewall on this computer is the likely cause: let the port in."


# --- multicast ---


class MulticastWorks(Finding):
    code, good = "multicast", True
    sentence = "Multicast works on {where}."


class OthersHeard(MulticastWorks):
    sentence = "Multicast works on {where}, others heard: {count}."


class WithoutMulticast(Finding):
    code = "multicast"
    obstacle = Obstacle.MULTICAST_OFF
    sentence = "{adapter} is set to do without multicast, so no devices can be seen on it."
    advice = "Switch it on, or connect by address."


class MulticastLost(Finding):
    code = "multicast"
    obstacle = Obstacle.MULTICAST_NOT_HEARD
    sentence = "Multicast sent on {where} does not arrive, not even here."
    advice = "Let UDP port 5353 in through the firewall, or connect by address."


class MulticastForbidden(Finding):
    code = "multicast"
    obstacle = Obstacle.MULTICAST_NOT_SENT
    sentence = "Multicast may not be sent on {where}: a firewall on this computer stops it."
    advice = "Let UDP port 5353 out, or connect by address."


class MulticastUnrouted(Finding):
    code = "multicast"
    obstacle = Obstacle.MULTICAST_NO_ROUTE
    sentence = "Multicast cannot be sent on {where}: there is no route for it."
    advice = "Add it, or connect by address."


class MulticastUnusable(Finding):
    code = "multicast"
    obstacle = Obstacle.MULTICAST_UNUSABLE
    sentence = "Multicast cannot be used on {where} ({reason})."
    advice = "Close other programs that use UDP port 5353, or connect by address."


# --- firewalls ---


class FirewallUnread(Finding):
    code, good = "firewall-unread", True
    obstacle = Obstacle.FIREWALL_UNREAD
    sentence = "Whether a firewall keeps others out only the administrator may read ({tool})."
    advice = "If nothing else is found, look as administrator."


class UfwOpen(Finding):
    code, good = "firewall-ufw", True
    sentence = "The firewall ufw lets others reach port {port}."


class UfwOn(Finding):
    code = "firewall-ufw"
    obstacle = Obstacle.FIREWALL_UFW
    sentence = "The firewall ufw is on and may keep other computers from port {port}."
    advice = "Let Tallystick in."


class FirewalldOpen(Finding):
    code, good = "firewall-firewalld", True
    sentence = "The firewall firewalld lets mDNS and port {port} through."


class FirewalldOn(Finding):
    code = "firewall-firewalld"
    obstacle = Obstacle.FIREWALL_FIREWALLD
    sentence = "The firewall firewalld is on and keeps other computers from port {port} or from being seen."
    advice = "Let Tallystick in."


class RulesOpen(Finding):
    code, good = "firewall-rules", True
    sentence = "The firewall ({where}) lets mDNS and port {port} through."


class RulesStop(Finding):
    """Never told itself: its kinds say what is stopped."""

    code = "firewall-rules"
    advice = "Let it through; the rule is gone after a restart unless it is also written to the firewall's own file."


class CallsStopped(RulesStop):
    obstacle = Obstacle.FIREWALL_CALLED
    sentence = "A firewall ({where}) keeps other computers from port {port} ({interfaces})."


class HearingStopped(RulesStop):
    obstacle = Obstacle.FIREWALL_HEARING
    sentence = "A firewall ({where}) keeps out the multicast by which devices are seen ({interfaces})."


class CallingStopped(RulesStop):
    obstacle = Obstacle.FIREWALL_CALLING
    sentence = "A firewall ({where}) does not let this computer connect to others ({interfaces})."


class SpeakingStopped(RulesStop):
    obstacle = Obstacle.FIREWALL_SPEAKING
    sentence = "A firewall ({where}) does not let out the multicast by which devices are seen ({interfaces})."


class MacosOpen(Finding):
    code, good = "firewall-macos", True
    sentence = "The firewall of macOS lets others reach Tallystick."


class MacosOn(Finding):
    code = "firewall-macos"
    obstacle = Obstacle.FIREWALL_MACOS
    sentence = "The firewall of macOS is on and does not let others reach Tallystick."
    advice = "Let it in."


class MacosBlocksAll(Finding):
    code = "firewall-macos"
    obstacle = Obstacle.FIREWALL_MACOS_ALL
    sentence = "The firewall of macOS blocks all incoming connections."
    advice = "Let single programs in instead."


class WindowsPublic(Finding):
    code = "firewall-public-network"
    obstacle = Obstacle.FIREWALL_WINDOWS_PUBLIC
    sentence = "Windows treats the network “{network}” as public and keeps its devices from seeing this computer."
    advice = "If it is your own network, make it a private one, in PowerShell as administrator."


class WindowsBlocks(Finding):
    code = "firewall-windows"
    obstacle = Obstacle.FIREWALL_WINDOWS
    sentence = "Windows' firewall has a rule that blocks Tallystick."
    advice = "Remove it, in PowerShell as administrator, and start again: Windows asks then."


class WindowsHasNoRule(Finding):
    code = "firewall-windows"
    obstacle = Obstacle.FIREWALL_WINDOWS
    sentence = "Windows' firewall has no rule that lets others reach Tallystick."
    advice = "Add one, in PowerShell as administrator."


class WindowsOpen(Finding):
    code, good = "firewall-windows", True
    sentence = "Windows' firewall lets others reach Tallystick (port {port})."


# --- other devices ---

_ASK_THERE = "On that computer, check the connection in its Tallystick too, or type the command there."


class NobodySeen(Finding):
    code = "devices"
    sentence = "No device with Tallystick was seen in {seconds} seconds."
    advice = "Open Tallystick there, on the same network and visible to everyone, or connect by address."


class DevicesSeen(Finding):
    code, good = "devices", True
    sentence = "Devices with Tallystick seen in {seconds} seconds: {count}."


class DeviceAnswers(Finding):
    code, good = "device", True
    sentence = "{device} is seen and answers."


class AddressAnswers(Finding):
    code, good = "address", True
    sentence = "A Tallystick answers at {address}."


class FarAddressAnswers(AddressAnswers):
    sentence = (
        "A Tallystick answers at {address}. It lies in another subnet, where devices are not seen: "
        "connect by this address."
    )


class FarAddress(Finding):
    code = "other-subnet"
    sentence = "Nothing answers at {address}, which lies in another subnet than this computer."
    advice = "Put both on one network, or have the router between them let TCP through to that port."


class NoScope(Finding):
    code = "no-scope"
    sentence = "{address} is an address that every network has, so nobody knows on which one it is meant."
    advice = "Write behind a % by which interface of this computer it is reached."


class OtherSubnet(Finding):
    code = "other-subnet"
    sentence = "{device} is seen, but its addresses ({addresses}) lie in another subnet than this computer."
    advice = "Give both addresses of one network and the same mask, or connect by address if a router joins them."


class OneWay(Finding):
    code = "one-way"
    sentence = "{device} is seen here, but what this computer asks by multicast does not arrive there."
    advice = "Let UDP port 5353 in there and out here; a Wi-Fi may hold it back, too. Connecting by address works."


class LargeLost(Finding):
    code = "mtu"
    sentence = "{device}: small packets arrive there and large ones are lost on the way (MTU black hole)."
    advice = "Make this computer's packets smaller, or mend the VPN, switch or router between the two."


class Refused(Finding):
    code = "refused"
    sentence = "{device} refuses connections: Tallystick was closed, or a firewall there rejects them."
    advice = _ASK_THERE


class Silent(Finding):
    code = "silent"
    sentence = "{device} does not answer: a firewall there drops what comes in, or the Wi-Fi keeps its guests apart."
    advice = _ASK_THERE


class NotLetOut(Finding):
    code = "forbidden"
    sentence = "This computer's own firewall does not let connections out to {device}."
    advice = "Let TCP out to port {port}."


class Stranger(Finding):
    code = "stranger"
    sentence = "At {device} something answers that is not Tallystick, or has no time just now."
    advice = "Compare the address and port with what that computer shows."


class UnknownName(Finding):
    code = "unknown-name"
    sentence = "{device}: no computer of that name is known here."
    advice = "Use the number address that the other computer shows."


class NoWay(Finding):
    code = "no-way"
    sentence = "No packet gets to {device}: it is off, elsewhere, or the Wi-Fi keeps its guests apart."
    advice = "Put both on the same network, not a guest one."
