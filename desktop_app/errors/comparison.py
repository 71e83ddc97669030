"""How a comparison of codes, or a proof in its place, ended."""

from desktop_app.errors.base import AppError


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


class NobodyCompared(NotNow):
    """Where the program has neither a window nor an input, so that nobody can say whether the codes match."""

    code = "nobody-compared"
    sentence = "Nobody here could compare a code with {peer}."
    advice = "Nothing was sent or received. Compare it in the window, at a terminal, or with a program that answers."
