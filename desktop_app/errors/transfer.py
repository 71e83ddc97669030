"""How a transfer ended, or why it waits."""

from desktop_app.errors.base import AppError


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


class NoAnswerHere(NoAnswer):
    """The same, on the receiving computer."""

    code = "no-answer-here"
    sentence = "Nobody answered the offer here in time."
    advice = "Nothing was received. {peer} can send it again."


class NobodyAsked(NoAnswerHere):
    """Where the receiving program has neither a window nor an input, so that nobody can say yes."""

    code = "nobody-asked"
    sentence = "Nobody could be asked here about what {peer} offers."
    advice = "Nothing was received. Receive where somebody can answer, or say beforehand what is accepted."


class TextDeclined(Declined):
    code = "text-declined"
    sentence = "{peer} declined the text."
    advice = "It was not kept there."


class TextNotTaken(Declined):
    code = "text-not-taken"
    sentence = "Nobody on {peer} took the text."
    advice = "Send it again when somebody is there."


class RefusedThere(TransferEnded):
    """The receiving computer could not take the offer, whatever its person wanted; never raised itself."""

    code = "refused-there"
    advice = "Nothing was sent."


class NoSpaceThere(RefusedThere):
    code = "no-space-there"
    sentence = "There is not enough space on {peer}."
    advice = "Make room there or send less."


class DiskFullThere(TransferEnded):
    """A transfer waits for room on the receiving computer."""

    code = "disk-full-there"
    sentence = "The disk of {peer} is full."
    advice = "Somebody has to make room there. The transfer then goes on by itself."


class PausedHere(TransferEnded):
    """The person here lets a transfer wait."""

    code = "paused-here"
    sentence = "You paused this transfer."
    advice = "It goes on when you resume it."


class PausedThere(TransferEnded):
    code = "paused-there"
    sentence = "{peer} paused this transfer."
    advice = "It goes on when somebody resumes it there."


class NameRefusedThere(RefusedThere):
    code = "name-refused-there"
    sentence = "{peer} refused a name that is not safe on every computer."
    advice = "Rename it and send again."


class TooManyOffersThere(RefusedThere):
    code = "too-many-offers-there"
    sentence = "Too many offers wait for an answer on {peer}."
    advice = "Send again when they have been answered."


class TooManyTextsThere(RefusedThere):
    code = "too-many-texts-there"
    sentence = "Too many texts wait to be read on {peer}."
    advice = "Send it again when somebody has read them."


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


class UnannouncedProgram(TransferEnded):
    """One file of a transfer that nobody was asked about, as no program was offered."""

    code = "unannounced-program"
    sentence = "“{path}” is a program, of which the offer said nothing."
    advice = "Programs are only saved when you were asked."


class AskedAfterAll(TransferEnded):
    """Why the person is asked though the device is always accepted; never raised itself."""

    code = "asked-after-all"


class AskedForSize(AskedAfterAll):
    code = "asked-for-size"
    sentence = "You are asked because this would be more than {most} within 24 hours."


class AskedForRoom(AskedAfterAll):
    code = "asked-for-room"
    sentence = "You are asked because less than {free} would stay free."


class AskedForFolder(AskedAfterAll):
    code = "asked-for-folder"
    sentence = "You are asked because the folder “{path}” cannot be used."


class AskedForPrograms(AskedAfterAll):
    code = "asked-for-programs"
    sentence = "You are asked because programs are never accepted without asking."


class AskedForNames(AskedAfterAll):
    code = "asked-for-names"
    sentence = "You are asked because not all of it can be saved in that folder."


class AskedForWhatIsThere(AskedAfterAll):
    code = "asked-for-what-is-there"
    sentence = "You are asked because there is something of that name already."


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


class PartlyReceived(PartlyDelivered):
    """The same, on the receiving computer."""

    code = "partly-received"
    advice = "Look at the list and have those sent again."


class Interrupted(TransferEnded):
    """An accepted transfer was interrupted, and is kept to be gone on with; never raised itself."""

    code = "interrupted"


class WaitsForPeer(Interrupted):
    code = "waits-for-peer"
    sentence = "The connection to {peer} was interrupted."
    advice = "The transfer goes on by itself when both computers are connected again."


class WaitsForPerson(Interrupted):
    """The peer is not remembered, so only a session that comes back within minutes, or a person, goes on."""

    code = "waits-for-person"
    sentence = "The connection to {peer} was interrupted."
    advice = "If it does not come back by itself, continue the transfer; a code is compared again."


class WaitsForSender(Interrupted):
    """As WaitsForPerson, on the receiving computer."""

    code = "waits-for-sender"
    sentence = "The connection to {peer} was interrupted."
    advice = "If it does not come back by itself, somebody has to continue the transfer on {peer}."


class WaitedTooLong(Interrupted):
    code = "waited-too-long"
    sentence = "{peer} has not come back for a week."
    advice = "Cancel the transfer to delete what had arrived; what was delivered stays."


class CannotContinue(TransferEnded):
    code = "cannot-continue"
    sentence = "The transfer to {peer} can no longer be continued: the files here have changed."
    advice = "Send them again. What was delivered stays delivered."


class SessionOver(TransferEnded):
    code = "session-over"
    sentence = "The session with {peer} is over."
    advice = "Start a new one. A code is compared again, unless the device is remembered."
