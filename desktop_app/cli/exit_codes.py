"""How an ending is told to the program that called: one table from error to exit code."""

from enum import IntEnum
from typing import Final

from desktop_app import errors
from desktop_app.cli import errors as own_errors
from desktop_app.cli.left_out import missed
from desktop_app.events import State, Transfer


class ExitCode(IntEnum):
    DONE = 0
    MISTAKE = 1  # of this program
    USAGE = 2
    DECLINED = 3
    UNVERIFIED = 4
    PEER = 5
    LOCAL = 6
    PARTLY = 7
    FOUND = 8  # by the doctor


SIGNALLED: Final = 128  # plus the number of the signal, as shells count

_CODES: Final[dict[type[errors.AppError], ExitCode]] = {
    errors.Mistake: ExitCode.MISTAKE,
    errors.ProtocolError: ExitCode.PEER,
    errors.LocalProtocolError: ExitCode.MISTAKE,
    errors.KeysUnavailable: ExitCode.LOCAL,
    errors.CommitmentMismatch: ExitCode.UNVERIFIED,
    errors.TransportError: ExitCode.PEER,
    errors.BadAddress: ExitCode.USAGE,
    errors.BadInvitation: ExitCode.USAGE,
    errors.InvitationUsed: ExitCode.UNVERIFIED,
    errors.NotOpen: ExitCode.LOCAL,
    errors.PortInUse: ExitCode.LOCAL,
    errors.StorageError: ExitCode.LOCAL,
    errors.ComparisonEnded: ExitCode.UNVERIFIED,
    own_errors.BadAnswer: ExitCode.USAGE,
    own_errors.OutputUnusable: ExitCode.LOCAL,
    own_errors.NotRemembered: ExitCode.UNVERIFIED,
    own_errors.OnlyVerified: ExitCode.UNVERIFIED,
    own_errors.StillRemembered: ExitCode.DECLINED,
    own_errors.HistoryKept: ExitCode.DECLINED,
    own_errors.NotAlwaysAccepted: ExitCode.USAGE,
    own_errors.NameUnusable: ExitCode.USAGE,
    own_errors.NoSuchSession: ExitCode.PEER,
    own_errors.SessionAmbiguous: ExitCode.USAGE,
    own_errors.NoSuchTransfer: ExitCode.PEER,
    own_errors.NothingWaitsNamed: ExitCode.DECLINED,
    own_errors.NoSuchPast: ExitCode.LOCAL,
    own_errors.TransferAmbiguous: ExitCode.USAGE,
    own_errors.TransferUnfit: ExitCode.DECLINED,
    own_errors.NobodyMayCall: ExitCode.LOCAL,
    own_errors.DeviceUnclear: ExitCode.PEER,
    own_errors.ProcessSilent: ExitCode.LOCAL,
    own_errors.MenuUnchanged: ExitCode.LOCAL,
    own_errors.NoMenuHere: ExitCode.LOCAL,
    own_errors.NoWindow: ExitCode.LOCAL,
    own_errors.NotForRoot: ExitCode.LOCAL,
    own_errors.NoSuchCommand: ExitCode.USAGE,
    errors.TextUnusable: ExitCode.USAGE,
    errors.TransferEnded: ExitCode.PEER,
    errors.Declined: ExitCode.DECLINED,
    errors.RefusedThere: ExitCode.DECLINED,
    errors.Cancelled: ExitCode.DECLINED,
    errors.PeerCancelled: ExitCode.DECLINED,
    errors.PartlyDelivered: ExitCode.PARTLY,
}


def exit_code(error: errors.AppError) -> ExitCode:
    """That of the nearest kind of error in the table."""
    return next((_CODES[kind] for kind in type(error).__mro__ if kind in _CODES), ExitCode.MISTAKE)


def of_transfer(transfer: Transfer) -> ExitCode:
    """For a transfer in a final state."""
    if transfer.state is State.DELIVERED:
        return ExitCode.PARTLY if missed(transfer) else ExitCode.DONE  # whoever reads DONE may delete the originals
    if transfer.state is State.PARTLY:
        return ExitCode.PARTLY
    if transfer.error is not None:
        return exit_code(transfer.error)
    return ExitCode.DECLINED if transfer.state in {State.DECLINED, State.CANCELLED} else ExitCode.PEER
