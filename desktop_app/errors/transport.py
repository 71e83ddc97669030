"""What keeps a peer from being found, called or heard."""

from desktop_app.errors.base import AppError


class TransportError(AppError):
    code = "transport"


class BadAddress(TransportError):
    code = "bad-address"
    sentence = "“{address}” is not an address."
    advice = "Write it as HOST, HOST:PORT or [IPv6]:PORT."


class BadInvitation(TransportError):
    code = "bad-invitation"
    sentence = "This is not a whole invitation."
    advice = "Copy it again, from “tallystick-invitation:” to its end."


class NotOpen(TransportError):
    code = "not-open"
    sentence = "This computer lets nobody call it, so it cannot invite anybody."
    advice = "Choose “Only remembered devices” or “Everyone nearby” first."


class InvitationUsed(TransportError):
    code = "invitation-used"
    sentence = "This invitation was used already."
    advice = "Ask for a new one: each is good for one session."


class PeerNotFound(TransportError):
    code = "peer-not-found"
    sentence = "No device called “{peer}” was found on this network."
    advice = "Check that Tallystick is open there, or use its address: HOST:PORT."


class PeerAmbiguous(TransportError):
    code = "peer-ambiguous"
    sentence = "More than one device is called “{peer}”: {addresses}."
    advice = "Use the address of the one you mean."


class PeerUnreachable(TransportError):
    """The root of all that keeps a call from coming through; itself where it is not known what does."""

    code = "peer-unreachable"
    sentence = "{peer} could not be reached."
    advice = "Check that Tallystick is open there and that both are on the same network."


class PeerRefused(PeerUnreachable):
    code = "peer-refused"
    sentence = "{peer} could not be reached: the connection is refused."
    advice = (
        "Check that Tallystick is open there and visible to others, and that no firewall refuses it. "
        "If you typed an address, compare the port."
    )


class PeerSilent(PeerUnreachable):
    code = "peer-silent"
    sentence = "{peer} could not be reached: nothing answers there."
    advice = (
        "Check that the other computer is switched on, and Tallystick open there and visible to others. "
        "A firewall there can be the cause, too, or a Wi-Fi that keeps its guests apart."
    )


class PeerNotThere(PeerUnreachable):
    code = "peer-not-there"
    sentence = "{peer} could not be reached: it is off, on another network, or kept apart."
    advice = (
        "Check that the other computer is switched on, and put both on the same network, not a guest one. "
        "A firewall can be the cause, too."
    )


class PeerNotThereForMac(PeerNotThere):
    """So macOS says, too, where a person has not let the program use the local network (TN3179)."""

    code = "peer-not-there-for-mac"
    advice = (
        "Check that the other computer is switched on, and put both on the same network, not a guest one. "
        "On this Mac, Tallystick has to be allowed under System Settings, Privacy and Security, Local Network."
    )


class NoWayThere(PeerUnreachable):
    code = "no-way-there"
    sentence = "{peer} could not be reached: no way leads there from this computer."
    advice = "Check the network of this computer, and put both on the same one."


class ScopeMissing(PeerUnreachable):
    code = "scope-missing"
    sentence = "{peer} could not be reached: such an address is in every network, and nobody knows which is meant."
    advice = "Write behind a % by which interface of this computer it is reached."


class NotLetOut(PeerUnreachable):
    code = "not-let-out"
    sentence = "{peer} could not be reached: a firewall on this computer does not let Tallystick out."
    advice = "Let Tallystick out in the settings of that firewall."


class UnknownHost(PeerUnreachable):
    code = "unknown-host"
    sentence = "{peer} could not be reached: no computer of that name is known here."
    advice = "Check the spelling, or use the number address that the other computer shows."


class AnotherAnswered(TransportError):
    """A remembered device was looked for at several places; it proved itself, but not at the first that answered."""

    code = "another-answered"
    sentence = "Another computer, which did not prove to be {peer}, answered at {address}."
    advice = "It was sent nothing: {peer} was found at another of its last addresses, and proved itself there."


class ConnectionLost(TransportError):
    code = "connection-lost"
    sentence = "The connection to {peer} was lost."
    advice = "What was delivered stays delivered. What had been accepted waits to go on; send again what had not."


class PeerTimeout(TransportError):
    code = "peer-timeout"
    sentence = "{peer} stopped answering."
    advice = "What was delivered stays delivered. Check the other computer and try again."


class PortInUse(TransportError):
    code = "port-in-use"
    sentence = "Port {port} is already used by another program on this computer."
    advice = "Close that program or choose another port with --port."


class OpenAlready(TransportError):
    """The window of this profile is open in another process, which does not answer."""

    code = "open-already"
    sentence = "Tallystick is open already, but does not answer."
    advice = "Close it, then try again. If it cannot be closed, end it in the system's list of processes."


class NoNetwork(TransportError):
    code = "no-network"
    sentence = "This computer is not connected to any network."
    advice = "Connect to the same Wi-Fi or cable network as the other computer."


class DiscoveryBlocked(TransportError):
    code = "discovery-blocked"
    sentence = "Devices nearby cannot be looked for ({reason})."
    advice = "Connect by address instead, or let “tallystick doctor” look for the cause."
