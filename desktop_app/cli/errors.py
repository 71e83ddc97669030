"""Errors that only the command line knows: leaves of the tree in `desktop_app.errors`."""

from desktop_app.errors import AppError, ComparisonEnded, TransferEnded


class BadAnswer(AppError):
    code = "bad-answer"
    sentence = "“{answer}” is not an answer to what was asked."
    advice = "Possible answers: {choices}."


class OutputUnusable(AppError):
    """What a command says cannot be written."""

    code = "output-unusable"
    sentence = "The output cannot be written ({reason})."
    advice = "Make room, or let it go elsewhere."


class NotMeant(ComparisonEnded):
    """An address was called, and the remembered device that proved itself there is not the one the person meant."""

    code = "not-meant"
    sentence = "{peer} proved itself at {called}, and nobody said that it is the one that was meant."
    advice = "Nothing was sent. Call the right one by its name or its own address."


class KeptForLater(TransferEnded):
    """A transfer was interrupted, and its peer has not come back."""

    code = "kept-for-later"
    sentence = "The transfer with {peer} was interrupted, and is kept for a week."
    advice = "“tallystick resume” goes on with it where it stopped, and with --cancel gives it up."


class NotRemembered(AppError):
    code = "not-remembered"
    sentence = "No remembered device is called “{peer}”."
    advice = "“tallystick devices” lists the remembered ones."


class OnlyVerified(AppError):
    """A device was to be remembered as well, and one of the two sides did not do that."""

    code = "only-verified"
    sentence = "“{peer}” is verified, but not remembered."
    advice = "Pair again, and have it remember this computer, too; with --no-remember that is not waited for."


class NotAlwaysAccepted(AppError):
    code = "not-always-accepted"
    sentence = "You are asked about what “{peer}” sends."
    advice = "To accept it always, say with --into where to save it."


class StillRemembered(AppError):
    """A device was to be forgotten, and then nobody said yes."""

    code = "still-remembered"
    sentence = "“{peer}” stays remembered."
    advice = "With --yes it is forgotten without a question."


class HistoryKept(AppError):
    """It was to be forgotten, and then nobody said yes."""

    code = "history-kept"
    sentence = "The history stays."
    advice = "With --yes it is forgotten without a question."


class NameUnusable(AppError):
    code = "name-unusable"
    sentence = "“{name}” cannot be the name of a device."
    advice = "Choose a short one, on one line."


class NoSuchSession(AppError):
    code = "no-such-session"
    sentence = "There is no open session {session}."
    advice = "“tallystick sessions” lists them."


class SessionAmbiguous(AppError):
    code = "session-ambiguous"
    sentence = "There is more than one open session {session}: {sessions}."
    advice = "Use one of these numbers."


class NoSuchTransfer(AppError):
    code = "no-such-transfer"
    sentence = "No Tallystick that runs has a transfer {transfer}."
    advice = "“tallystick transfers” lists them."


class NothingWaitsNamed(AppError):
    """The face lists those that wait."""

    code = "nothing-waits-named"
    sentence = "No interrupted transfer has {words} in a name."
    advice = "Nothing was changed. Those that wait are:"


class NoSuchPast(AppError):
    code = "no-such-past"
    sentence = "The history holds no transfer {transfer}."
    advice = "“tallystick history” lists them."


class TransferAmbiguous(AppError):
    code = "transfer-ambiguous"
    sentence = "There is more than one transfer {transfer}: {transfers}."
    advice = "Use one of these numbers."


class TransferUnfit(AppError):
    """The root of what cannot be done with a transfer as it stands."""

    advice = "“tallystick transfers” shows how it stands."


class NotMoving(TransferUnfit):
    code = "not-moving"
    sentence = "Transfer {transfer} cannot be paused: nothing of it moves now."


class NotWaiting(TransferUnfit):
    code = "not-waiting"
    sentence = "Transfer {transfer} cannot be resumed: it was neither paused here nor interrupted."


class NotUnfinished(TransferUnfit):
    code = "not-unfinished"
    sentence = "Transfer {transfer} cannot be given up: it is over."


class NothingFailed(TransferUnfit):
    code = "nothing-failed"
    sentence = "There is nothing to retry of transfer {transfer}: nothing of it failed that can be sent again."


class NothingToRetry(NothingFailed):
    """Of an earlier one."""

    code = "nothing-to-retry"
    advice = "“tallystick history” lists what was sent and how it ended."


class DeviceUnclear(TransferUnfit):
    code = "device-unclear"
    sentence = "It is not clear which device transfer {transfer} went to, or it is not near."
    advice = "Choose it in the window, or send the files again."


class ProcessSilent(AppError):
    code = "process-silent"
    sentence = "The running Tallystick with the process number {process} does not answer."
    advice = "What it has is not listed. End it if it hangs."


class NobodyMayCall(AppError):
    code = "nobody-may-call"
    sentence = "The settings let nobody call this computer, so nothing can be received."
    advice = 'Choose who can see it in the window, or write "everyone" behind “visibility” in {settings}.'


class NoWindow(AppError):
    """The root of what keeps it shut."""

    advice = "“tallystick --help” lists what works without it."


class NoScreen(NoWindow):
    code = "no-screen"
    sentence = "There is no screen here for the window."


class NoToolkit(NoWindow):
    code = "no-toolkit"
    sentence = "The window needs PySide6, which is not installed."


class NotForRoot(AppError):
    code = "not-for-root"
    sentence = "Tallystick does not run as root, who could be made to overwrite anything on this computer."
    advice = "Start it as yourself; {variable}=1 in the environment runs it as root all the same."


class NoSuchCommand(AppError):
    code = "no-such-command"
    sentence = "“{word}” is neither a command nor a file."
    advice = "“tallystick --help” lists the commands."


class MenuUnchanged(AppError):
    code = "menu-unchanged"
    sentence = "“{path}” could not be changed ({reason})."
    advice = "Check its permissions."


class NoMenuHere(AppError):
    code = "no-menu-here"
    sentence = "On this system the installer makes the menu entry, and this command cannot."
    advice = "Start Tallystick by its name, or install it with the installer."
