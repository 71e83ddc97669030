"""Every error the program knows, as one tree.

An error carries facts in fields and is raised where the cause is known. Its words
stand here (the few that only the command line knows in `cli.errors`) and nowhere else:
``sentence`` says what happened, ``advice`` what to do next; both are templates over the
fields. ``code`` is stable: programs and logs use it.
A peer is told a close reason from the protocol, never one of these texts.
"""

from typing import ClassVar, Final, Self

_UNITS: Final = ("kB", "MB", "GB", "TB", "PB")


class Size(int):
    """An amount of bytes in a field: 3.2 GB in these words, a number for whoever writes it by locale."""

    def __str__(self) -> str:
        if self < 1000:
            return f"{int(self)} B"
        power = 1
        while self >= 999.95 * 1000**power and power < len(_UNITS):
            power += 1
        return f"{int(self) / 1000**power:.1f} {_UNITS[power - 1]}"

    def __format__(self, _specification: str) -> str:
        return str(self)


class AppError(Exception):
    """The root; never raised itself."""

    code: ClassVar[str] = "error"
    sentence: ClassVar[str] = "Something went wrong."
    advice: ClassVar[str] = ""

    def __init__(self, **fields: object) -> None:
        super().__init__(fields)
        self.fields = fields

    def __str__(self) -> str:
        return self.sentence.format_map(_Fields(self.fields))

    @property
    def next_step(self) -> str:
        """What the person can do about it; may be empty."""
        return self.advice.format_map(_Fields(self.fields))

    def without_trace(self) -> Self:
        """As a fact to be kept: a traceback holds every frame it went through, and with them a whole session."""
        self.__traceback__ = self.__cause__ = self.__context__ = None
        return self


class _Fields(dict[str, object]):
    """Leaves a hole readable: a message about an error must not raise another one."""

    def __missing__(self, key: str) -> str:
        return {"peer": "the other computer"}.get(key, "?")


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
    advice = "Nothing was sent. Try again; if it happens again, somebody may be interfering."


class ConnectedToSelf(RemoteProtocolError):
    code = "connected-to-self"
    sentence = "That address leads back to this computer."
    advice = "Use the other computer's address."


class CommitmentMismatch(RemoteProtocolError):
    code = "commitment-mismatch"
    sentence = "{peer} broke its promise about the code, so no code was shown."
    advice = "Nothing was sent. Somebody may be interfering with this connection."


class ReflectedProof(RemoteProtocolError):
    """A proof of this computer's own came back to it."""

    code = "reflected-proof"
    sentence = "{peer} sent this computer's own proof back to it."
    advice = "Nothing was sent. Somebody may be interfering with this connection."


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


class NoNetwork(TransportError):
    code = "no-network"
    sentence = "This computer is not connected to any network."
    advice = "Connect to the same Wi-Fi or cable network as the other computer."


class DiscoveryBlocked(TransportError):
    code = "discovery-blocked"
    sentence = "Devices nearby cannot be looked for ({reason})."
    advice = "Connect by address instead, or let “tallystick doctor” look for the cause."


# --- storage ------------------------------------------------------------------------------


class StorageError(AppError):
    code = "storage"


class PathMissing(StorageError):
    code = "path-missing"
    sentence = "“{path}” does not exist."
    advice = "Check the spelling and try again."


class PathUnreadable(StorageError):
    code = "path-unreadable"
    sentence = "“{path}” cannot be read ({reason})."
    advice = "Check its permissions."


class NothingToSend(StorageError):
    code = "nothing-to-send"
    sentence = "There is nothing here that can be sent."
    advice = "Links, devices and other special files are left out."


class TooManyFiles(StorageError):
    code = "too-many-files"
    sentence = "More than {most} files and folders were selected."
    advice = "Send them in several parts."


class SourceChanged(StorageError):
    code = "source-changed"
    sentence = "“{path}” changed while it was being sent."
    advice = "Send it again."


class UnsafeName(StorageError):
    code = "unsafe-name"
    sentence = "The name {name!r} is not safe on every computer ({reason})."
    advice = "Nothing was written. Rename it on the sending computer."


class NameCollision(StorageError):
    code = "name-collision"
    sentence = "{name!r} means the same as another name in this transfer."
    advice = "Nothing was written. Rename one of them on the sending computer."


class NotEnoughSpace(StorageError):
    code = "not-enough-space"
    sentence = "There is not enough space: {needed} needed, {free} free."
    advice = "Make room or choose another folder."


class FolderUnusable(StorageError):
    code = "folder-unusable"
    sentence = "Files cannot be saved in “{path}” ({reason})."
    advice = "Choose another folder."


class WriteFailed(StorageError):
    code = "write-failed"
    sentence = "“{path}” could not be written ({reason})."
    advice = "Check the disk and send it again."


class ContentMismatch(StorageError):
    code = "content-mismatch"
    sentence = "“{path}” arrived different from what was sent and was thrown away."
    advice = "Send it again."


class ProfileUnusable(StorageError):
    code = "profile-unusable"
    sentence = "Tallystick's own data in “{path}” cannot be used ({reason})."
    advice = "Choose another folder with --profile."


class DevicesReset(StorageError):
    """The store of remembered devices was unusable and is set aside; no secret in it is trusted any more."""

    code = "devices-reset"
    sentence = "The remembered devices could not be used ({reason}); none of them is trusted any more."
    advice = "Compare codes with each of them again. The old file was kept as “{kept}”."


class DevicesExposed(StorageError):
    """Others on this computer were able to read the secrets of remembered devices."""

    code = "devices-exposed"
    sentence = "Other users of this computer could read the secrets of your remembered devices in “{path}”."
    advice = "They no longer can. If you do not trust them, forget the devices and compare codes again."


class TooManyDevices(StorageError):
    code = "too-many-devices"
    sentence = "{peer} is not remembered: there are {most} remembered devices already."
    advice = "Forget one that you no longer use."


class SettingsReset(StorageError):
    code = "settings-reset"
    sentence = "The settings could not be used ({reason}); Tallystick started with its defaults."
    advice = "The old file was kept as “{kept}”."


# --- how a comparison or transfer ended -----------------------------------------------------


class ComparisonEnded(AppError):
    code = "comparison"


class CodeMismatch(ComparisonEnded):
    code = "code-differed"
    sentence = "The codes differ. Someone may be between you and {peer}, or you compared with another device."
    advice = "Nothing was sent. Try again, and compare with the right screen."


class ComparisonUnfinished(ComparisonEnded):
    code = "comparison-unfinished"
    sentence = "The comparison with {peer} was not finished."
    advice = "Nothing was sent. Try again when both people are there."


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


class NotNow(ComparisonEnded):
    code = "not-now"
    sentence = "You put off the comparison with {peer}."
    advice = "Nothing was sent."


class TransferEnded(AppError):
    code = "transfer"


class Declined(TransferEnded):
    code = "declined"
    sentence = "{peer} declined."
    advice = "Nothing was sent."


class NoAnswer(Declined):
    code = "no-answer"
    sentence = "{peer} did not answer the offer."
    advice = "Nothing was sent. Try again when somebody is there."


class RefusedThere(TransferEnded):
    """The receiving computer could not take the offer, whatever its person wanted; never raised itself."""

    code = "refused-there"
    advice = "Nothing was sent."


class NoSpaceThere(RefusedThere):
    code = "no-space-there"
    sentence = "There is not enough space on {peer}."
    advice = "Make room there or send less."


class NameRefusedThere(RefusedThere):
    code = "name-refused-there"
    sentence = "{peer} refused a name that is not safe on every computer."
    advice = "Rename it and send again."


class TooManyOffersThere(RefusedThere):
    code = "too-many-offers-there"
    sentence = "Too many offers wait for an answer on {peer}."
    advice = "Send again when they have been answered."


class FolderUnusableThere(RefusedThere):
    code = "folder-unusable-there"
    sentence = "The folder chosen on {peer} cannot be written to."
    advice = "Choose another folder there and send again."


class TooManyTransfers(TransferEnded):
    code = "too-many-transfers"
    sentence = "Too many transfers from {peer} are under way."
    advice = "Accept more when some of them are finished."


class NotKeptThere(TransferEnded):
    """One file that the receiving computer could not write."""

    code = "not-kept-there"
    sentence = "“{path}” could not be written on the other computer."
    advice = "Check the disk there and send it again."


class Cancelled(TransferEnded):
    code = "cancelled"
    sentence = "The transfer was cancelled."
    advice = "Files that were delivered before stay."


class PeerCancelled(TransferEnded):
    code = "peer-cancelled"
    sentence = "{peer} cancelled the transfer."
    advice = "Files that were delivered before stay."


class PartlyDelivered(TransferEnded):
    code = "partly-delivered"
    sentence = "{failed} of {files} files were not delivered."
    advice = "Look at the list and send those again."


class SessionOver(TransferEnded):
    code = "session-over"
    sentence = "The session with {peer} is over."
    advice = "Start a new one; a new code will be compared."
