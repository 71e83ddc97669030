"""`send` and `pair`: this side begins."""

import contextlib
import os
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Final

from desktop_app.cli.awaiting import await_remembered
from desktop_app.cli.commands import Pair, Send
from desktop_app.cli.conversation import Answered, Conversation
from desktop_app.cli.errors import KeptForLater, NotMeant, NotRemembered
from desktop_app.cli.exit_codes import ExitCode, exit_code, of_transfer
from desktop_app.cli.inbox import Stopped
from desktop_app.cli.inviting import read_invitation
from desktop_app.cli.patience import Patience
from desktop_app.cli.questions import Reply
from desktop_app.cli.target import find, find_remembered, read_target
from desktop_app.errors import (
    AnotherAnswered,
    AppError,
    BadAddress,
    ConnectionLost,
    DiscoveryBlocked,
    Interrupted,
    NoNetwork,
    NotText,
    PathMissing,
    PathUnreadable,
    SessionOver,
    StorageError,
    TextTooLong,
    WaitsForPerson,
)
from desktop_app.events import (
    CodeReady,
    ComparisonOver,
    DeviceId,
    HistoryId,
    Recognised,
    RecordId,
    SessionEnded,
    SessionId,
    State,
    Transfer,
    TransferChanged,
    TransferId,
    Trouble,
    Unproven,
    Verified,
)
from desktop_app.protocol import limits
from desktop_app.protocol.invitation import Invitation
from desktop_app.transfer.texts import contents_of
from desktop_app.transport.address import Address

_CANCEL_SECONDS: Final = 2.0  # for the other side to be told
REMEMBER_SECONDS: Final = limits.COMPARISON  # for the person there to want it, too


def check_paths(paths: Sequence[Path]) -> None:
    """Before anything connects. Raises PathMissing or PathUnreadable."""
    for path in paths:
        if not os.path.lexists(path):
            raise PathMissing(path=str(path))
        if path.is_symlink():
            continue  # left out and listed, wherever it leads
        if not os.access(path, os.R_OK | os.X_OK if path.is_dir() else os.R_OK):
            raise PathUnreadable(path=str(path), reason="not allowed")


def read_text(command: Send, source: BinaryIO | None) -> Send:
    """With the text itself, before anything connects. Raises TextUnusable."""
    text = command.text
    if text == "-":
        raw = b"" if source is None else source.read(limits.TEXT_MAX + 1)
        try:
            text = raw.decode()
        except UnicodeDecodeError as error:
            raise (TextTooLong() if len(raw) > limits.TEXT_MAX else NotText()) from error
    if text is not None:
        contents_of(text)
    return replace(command, text=text)


def check_target(command: Send | Pair) -> Invitation | None:
    """Before anything connects: the invitation, if that is what leads there. Raises BadInvitation, PathMissing,
    PathUnreadable, BadAddress, also where a device is expected at a name instead of an address."""
    if command.invitation is not None:
        return read_invitation(command.invitation)
    target = read_target(command.to)
    if command.expect is not None and not isinstance(target, Address):
        raise BadAddress(address=command.to)
    for to in command.also if isinstance(command, Send) else ():
        read_target(to)
    return None


def send(talk: Conversation, command: Send, invitation: Invitation | None = None) -> ExitCode:
    sending = _Sending(talk, command, invitation)
    try:
        return sending.follow()
    except Stopped:
        sending.cancel()
        raise


class _Sent:
    """One transfer, as far as it is followed here."""

    def __init__(self, number: TransferId) -> None:
        self.number = number
        self.session: SessionId | None = None
        self.patience, self.waits_for_person = Patience(), False
        self.code: ExitCode | None = None  # once it is over

    def wait_for_peer(self, transfer: Transfer) -> None:
        """Where it was interrupted."""
        self.session = transfer.session or self.session
        self.waits_for_person = isinstance(transfer.paused, WaitsForPerson)
        self.patience.wait(isinstance(transfer.paused, Interrupted))


class _Sending:
    """The same to one or several, and whoever it may go to; their codes come one after the other."""

    def __init__(self, talk: Conversation, command: Send, invitation: Invitation | None) -> None:
        self._talk, self._remember = talk, command.remember
        self._insists = command.expect is not None  # then there is no question of anything else
        self._refused: dict[SessionId, AppError] = {}  # why this side gave up; the engine knows only that it did
        everybody = [_whom(talk, replace(command, to=to), invitation) for to in (command.to, *command.also)]
        self._all = [_Sent(self._begin(command, target, expected)) for target, expected in everybody]

    def _begin(self, command: Send, to: DeviceId | Address | Invitation, expected: RecordId | None) -> TransferId:
        engine = self._talk.engine
        if command.again:
            return engine.retry(HistoryId(command.again), to, expected=expected)
        if command.text is not None:
            return engine.send_text(command.text, to, expected=expected)
        return engine.send(command.paths, to, expected=expected)

    def follow(self) -> ExitCode:
        """DONE, or that of the first one that was not."""
        talk = self._talk
        while left := self._left:
            match talk.next_event(min(each.patience.until for each in left)):
                case None:
                    self._keep([each for each in left if each.patience.is_over])
                case SessionEnded(session=session, error=None | SessionOver()):
                    self._keep([each for each in left if each.waits_for_person and self._in(each, session)])
                case Unproven(session=session) if self._insists:
                    talk.engine.give_up(session)
                case Answered(subject=Recognised(session=session, peer=peer, called=called), reply=Reply.NO):
                    self._refused[session] = NotMeant(peer=peer, called=called)
                case TransferChanged(transfer=transfer):
                    self._changed(transfer)
                case event:
                    talk.attend(event, remember=self._remember)
        codes = [each.code for each in self._all if each.code is not None]
        return next((code for code in codes if code is not ExitCode.DONE), ExitCode.DONE)

    def cancel(self) -> None:
        given_up = {each.number for each in self._left}
        for number in given_up:
            self._talk.engine.cancel(number)
        until = time.monotonic() + _CANCEL_SECONDS
        over: set[TransferId] = set()
        while over != given_up:
            event = self._talk.next_event(until)
            if event is None:
                return
            if isinstance(event, TransferChanged) and event.transfer.state.final and event.transfer.id in given_up:
                over.add(event.transfer.id)
                self._talk.face.ended(event.transfer)

    @property
    def _left(self) -> list[_Sent]:
        return [each for each in self._all if each.code is None]

    def _in(self, sent: _Sent, session: SessionId) -> bool:
        return len(self._all) == 1 or sent.session == session

    def _changed(self, transfer: Transfer) -> None:
        sent = next((each for each in self._left if each.number == transfer.id), None)
        if sent is None:
            return
        sent.wait_for_peer(transfer)
        if not transfer.state.final:
            self._talk.face.step(transfer)
            return
        refused = next((why for session, why in self._refused.items() if self._in(sent, session)), None)
        if refused is not None and transfer.state in {State.CANCELLED, State.FAILED}:
            transfer = replace(transfer, error=refused)
        self._talk.face.ended(transfer)
        sent.code = of_transfer(transfer)

    def _keep(self, these: Sequence[_Sent]) -> None:
        for sent in these:
            peer = next(each.peer for each in self._talk.engine.transfers() if each.id == sent.number)
            error = KeptForLater(peer=peer)
            self._talk.face.error(error)
            sent.code = exit_code(error)


def pair(talk: Conversation, command: Pair, invitation: Invitation | None = None) -> ExitCode:
    match meet(talk, command, invitation):
        case Verified() as event:
            return _paired(talk, event, remember=command.remember)
        case ComparisonOver(error=error):
            return exit_code(error)


def meet(talk: Conversation, command: Pair, invitation: Invitation | None = None) -> Verified | ComparisonOver:
    """A session with that device, or the comparison that failed and was told. Raises what else kept them apart."""
    target, expected = _whom(talk, command, invitation)
    talk.engine.pair(target, expected=expected)
    while True:
        match talk.next_event():
            case CodeReady() as code:
                talk.ask(code)
            case Unproven(error=error) if command.expect is not None:
                raise error
            case Unproven() as event:
                talk.ask(event)
            case Answered(subject=Unproven(error=error), reply=Reply.STOP):
                raise error
            case Verified() as event:
                return event
            case ComparisonOver(session=session) as event:
                talk.withdraw(session)
                talk.face.comparison_failed(event)
                return event
            case SessionEnded(peer=peer, error=error):
                raise error or ConnectionLost(peer=peer)
            case Trouble(error=NoNetwork() | DiscoveryBlocked() | StorageError() | AnotherAnswered() as error):
                talk.face.error(error)  # the device may be reached all the same
            case Trouble(error=error):
                raise error


def _paired(talk: Conversation, event: Verified, *, remember: bool) -> ExitCode:
    """Raises OnlyVerified, TooManyDevices."""
    if talk.verified(event, remember=remember):
        why_not = await_remembered(talk, event.session, event.peer, REMEMBER_SECONDS)
        if why_not is not None:
            raise why_not
    return ExitCode.DONE


def _whom(
    talk: Conversation, command: Send | Pair, invitation: Invitation | None
) -> tuple[DeviceId | Address | Invitation, RecordId | None]:
    """Where, and who has to prove itself there: the device that is said to be at that address, or is remembered by
    that name. Raises NotRemembered, PeerNotFound, PeerAmbiguous."""
    if invitation is not None:
        return invitation, None
    target, remembered = read_target(command.to), talk.engine.remembered()
    expected: RecordId | None = None
    if command.expect is not None:
        expected = find_remembered(command.expect, remembered).id
    elif not isinstance(target, Address):
        with contextlib.suppress(NotRemembered):
            expected = find_remembered(target, remembered).id
    return find(talk, target), expected
