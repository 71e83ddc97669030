"""How a conversation with a peer broke the protocol."""

from desktop_app.errors.base import AppError


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
