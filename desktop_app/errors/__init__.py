"""Every error the program knows, as one tree.

An error carries facts in fields and is raised where the cause is known. Its words
stand in this package (the few that only the command line knows in `cli.errors`, those of the
history in `storage.history_errors`) and nowhere else: ``sentence`` says what happened, ``advice``
what to do next; both are templates over the fields. ``code`` is stable: programs and logs use it.
A peer is told a close reason from the protocol, never one of these texts.
"""

from desktop_app.errors.base import AppError, Names, Size
from desktop_app.errors.storage import (
    ContentMismatch,
    DevicesExposed,
    DevicesReset,
    DiskFull,
    FileNameUnusable,
    FilesTooBigHere,
    FolderUnusable,
    NameCollision,
    NamesNotHeldHere,
    NamesTooLongHere,
    NotEnoughSpace,
    NothingToSend,
    PathMissing,
    PathsTooLongHere,
    PathUnreadable,
    ProfileUnusable,
    SettingsReset,
    SourceChanged,
    StorageError,
    TooManyDevices,
    TooManyFiles,
    UnsafeName,
    WriteFailed,
)
from desktop_app.errors.text import NoText, NotText, TextTooLong, TextUnusable
from desktop_app.errors.transfer import (
    Cancelled,
    CannotContinue,
    Declined,
    DiskFullThere,
    FolderUnusableThere,
    Interrupted,
    NameRefusedThere,
    NoAnswer,
    NoAnswerHere,
    NoSpaceThere,
    NotKeptThere,
    PartlyDelivered,
    PausedHere,
    PausedThere,
    PeerCancelled,
    RefusedThere,
    SessionOver,
    TextDeclined,
    TextNotTaken,
    TooManyOffersThere,
    TooManyTextsThere,
    TooManyTransfers,
    TransferEnded,
    WaitedTooLong,
    WaitsForPeer,
    WaitsForPerson,
    WaitsForSender,
)

__all__ = [  # besides all that is below
    "AppError",
    "Cancelled",
    "CannotContinue",
    "ContentMismatch",
    "Declined",
    "DevicesExposed",
    "DevicesReset",
    "DiskFull",
    "DiskFullThere",
    "FileNameUnusable",
    "FilesTooBigHere",
    "FolderUnusable",
    "FolderUnusableThere",
    "Interrupted",
    "NameCollision",
    "NameRefusedThere",
    "Names",
    "NamesNotHeldHere",
    "NamesTooLongHere",
    "NoAnswer",
    "NoAnswerHere",
    "NoSpaceThere",
    "NoText",
    "NotEnoughSpace",
    "NotKeptThere",
    "NotText",
    "NothingToSend",
    "PartlyDelivered",
    "PathMissing",
    "PathUnreadable",
    "PathsTooLongHere",
    "PausedHere",
    "PausedThere",
    "PeerCancelled",
    "ProfileUnusable",
    "RefusedThere",
    "SessionOver",
    "SettingsReset",
    "Size",
    "SourceChanged",
    "StorageError",
    "TextDeclined",
    "TextNotTaken",
    "TextTooLong",
    "TextUnusable",
    "TooManyDevices",
    "TooManyFiles",
    "TooManyOffersThere",
    "TooManyTextsThere",
    "TooManyTransfers",
    "TransferEnded",
    "UnsafeName",
    "WaitedTooLong",
    "WaitsForPeer",
    "WaitsForPerson",
    "WaitsForSender",
    "WriteFailed",
]

# --- protocol -----------------------------------------------------------------------------


class ProtocolError(AppError):
    """The conversation with a peer broke a rule of the protocol."""

    code = "protocol"


class LocalProtocolError(ProtocolError):
    """This program tried something the protocol forbids: a bug here."""

    code = "local-protocol"
    sentence = "Tallystick made a mistake and ended the session ({detail})."
    advice = "Please report this."


class RemoteProtocolError(ProtocolError):
    """The peer did something the protocol forbids."""

    code = "remote-protocol"
    sentence = "{peer} sent something that Tallystick does not understand ({detail})."
    advice = "Nothing unchecked was kept. Check that both computers run a current Tallystick."


class UnsupportedVersion(RemoteProtocolError):
    code = "unsupported-version"
    sentence = "{peer} speaks another version of the Tallystick protocol ({version})."
    advice = "Update Tallystick on both computers."


class UnexpectedMessage(RemoteProtocolError):
    code = "unexpected-message"
    sentence = "{peer} sent a message that does not belong here ({detail})."


class LimitExceeded(RemoteProtocolError):
    code = "limit-exceeded"
    sentence = "{peer} went over a limit ({detail})."


class HandshakeFailed(RemoteProtocolError):
    code = "handshake-failed"
    sentence = "Agreeing on keys with {peer} failed ({detail})."
    advice = "Nothing was sent or received. Try again; if it happens again, somebody may be interfering."


class ConnectedToSelf(RemoteProtocolError):
    code = "connected-to-self"
    sentence = "That address leads back to this computer."
    advice = "Use the other computer's address."


class CommitmentMismatch(RemoteProtocolError):
    code = "commitment-mismatch"
    sentence = "{peer} broke its promise about the code, so no code was shown."
    advice = "Nothing was sent or received. Somebody may be interfering with this connection."


class ReflectedProof(RemoteProtocolError):
    """A proof of this computer's own came back to it."""

    code = "reflected-proof"
    sentence = "{peer} sent this computer's own proof back to it."
    advice = "Nothing was sent or received. Somebody may be interfering with this connection."


class SeveralRecords(RemoteProtocolError):
    """One device proved to be two remembered ones, so that nobody can say which it is."""

    code = "several-records"
    sentence = "{peer} is remembered twice here, so it is not clear which entry it is."
    advice = "Forget one of the two entries on this computer, then try again."


class RecordCorrupt(RemoteProtocolError):
    code = "record-corrupt"
    sentence = "Data from {peer} was changed on the way, so the session was ended."
    advice = "Nothing changed was kept. Try again; if it repeats, somebody may be interfering."


class KeysUnavailable(ProtocolError):
    """The cryptography here cannot do ML-KEM-768; there is no weaker fallback."""

    code = "keys-unavailable"
    sentence = "This computer's cryptography library lacks ML-KEM-768, so no session can start."
    advice = "Install Tallystick again with a current 'cryptography' package."


# --- transport ----------------------------------------------------------------------------


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
    code = "peer-unreachable"
    sentence = "{peer} could not be reached."
    advice = "Check that Tallystick is open there and that both are on the same network."


class ConnectionLost(TransportError):
    code = "connection-lost"
    sentence = "The connection to {peer} was lost."
    advice = "What was delivered stays delivered. Send again to deliver the rest."


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


# --- how a comparison ended -----------------------------------------------------


class ComparisonEnded(AppError):
    code = "comparison"


class CodeMismatch(ComparisonEnded):
    code = "code-differed"
    sentence = "The codes differ. Someone may be between you and {peer}, or you compared with another device."
    advice = "Nothing was sent or received. Try again, and compare with the right screen."


class ComparisonUnfinished(ComparisonEnded):
    code = "comparison-unfinished"
    sentence = "The comparison with {peer} was not finished."
    advice = "Nothing was sent or received. Try again when both people are there."


class ComparisonBusy(ComparisonEnded):
    code = "comparison-busy"
    sentence = "Another code is on the screen already."
    advice = "Finish that comparison first."


class PeerBusy(ComparisonEnded):
    code = "peer-busy"
    sentence = "{peer} cannot compare a code right now."
    advice = "Somebody has to look at that screen and finish what is there, then try again."


class NotProven(ComparisonEnded):
    """Who was called as a remembered device could not prove to be it; or a caller expected that of this computer."""

    code = "not-proven"
    sentence = "This did not prove to be {peer}. It may have forgotten this computer, or somebody is in between."
    advice = "Nothing was sent. Comparing codes anew is possible, if both people look closely."


class InvitationRefused(ComparisonEnded):
    """Who was called by an invitation did not prove to have given it."""

    code = "invitation-refused"
    sentence = "{peer} did not prove to have given this invitation: it was used, it ran out, or somebody is in between."
    advice = "Nothing was sent. Ask for a new invitation."


class NotNow(ComparisonEnded):
    code = "not-now"
    sentence = "You put off the comparison with {peer}."
    advice = "Nothing was sent or received."
