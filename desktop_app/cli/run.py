"""One command from its options to its exit code."""

import contextlib
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from desktop_app.cli import plain_text
from desktop_app.cli.commands import (
    AlwaysAccept,
    Command,
    Devices,
    Doctor,
    Forget,
    History,
    MenuEntry,
    Options,
    Pair,
    Pause,
    Receipt,
    Receive,
    Rename,
    Resume,
    Retry,
    Send,
    Sessions,
    Transfers,
)
from desktop_app.cli.conversation import Conversation
from desktop_app.cli.errors import OutputUnusable
from desktop_app.cli.exit_codes import SIGNALLED, ExitCode, exit_code
from desktop_app.cli.face import Face
from desktop_app.cli.inbox import Inbox, InputReader, Stopped, stop_on_signals
from desktop_app.cli.json_face import JsonFace
from desktop_app.cli.looking import devices, doctor, doctor_with
from desktop_app.cli.menu_entry import menu_entry
from desktop_app.cli.output import Output
from desktop_app.cli.past import check_retry, history, receipt
from desktop_app.cli.receiving import receive, usable_folder
from desktop_app.cli.remembering import always_accept, forget, rename
from desktop_app.cli.resuming import resume
from desktop_app.cli.running import RunningNumber
from desktop_app.cli.sending import check_paths, check_target, pair, read_text, send
from desktop_app.cli.sessions import sessions
from desktop_app.cli.terminal_face import TerminalFace
from desktop_app.cli.transfers import change, transfers
from desktop_app.discovery.checks.scene import Own
from desktop_app.engine import Engine
from desktop_app.errors import AppError
from desktop_app.protocol.invitation import Invitation
from desktop_app.storage import settings
from desktop_app.storage.profile import Profile
from desktop_app.transport.address import Address

_BROKEN_PIPE: Final = SIGNALLED + 13  # as if SIGPIPE had ended it


def run(options: Options, command: Command, open_engine: Callable[..., Engine] = Engine) -> int:
    """Does what was asked, and says so; the exit code. Never a traceback."""
    receives = isinstance(command, Receive)  # for weeks perhaps, and what arrives is worth more than its log
    return _with_face(options, lambda face: _told(options, command, face, open_engine), may_lose=receives)


def refuse(options: Options, error: AppError) -> int:
    """Says why nothing is begun; the exit code."""

    def tell(face: Face) -> int:
        face.error(error)
        return exit_code(error)

    return _with_face(options, tell)


def _with_face(options: Options, act: Callable[[Face], int], *, may_lose: bool = False) -> int:
    """What comes of it, also where it cannot be said; `may_lose` as `Output` has it."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    out, errors = Output(sys.stdout, may_lose=may_lose), Output(sys.stderr, may_lose=may_lose)
    try:
        return act(JsonFace(out) if options.json else TerminalFace(out, errors))
    except BrokenPipeError:
        return _BROKEN_PIPE
    except OutputUnusable as error:
        with contextlib.suppress(OutputUnusable, BrokenPipeError):
            errors.write(f"{plain_text.sentence(error)}\n")
            errors.flush()
        return exit_code(error)
    finally:
        out.finish()
        errors.finish()


def _told(options: Options, command: Command, face: Face, open_engine: Callable[..., Engine]) -> int:
    inbox = Inbox()
    try:
        with stop_on_signals(inbox):
            return _run(options, command, face, inbox, open_engine)
    except OutputUnusable:
        raise
    except AppError as error:
        face.error(error)
        return exit_code(error)
    except Stopped as stop:
        face.stopped()
        return SIGNALLED + stop.signal


def _run(options: Options, command: Command, face: Face, inbox: Inbox, open_engine: Callable[..., Engine]) -> ExitCode:
    if isinstance(command, MenuEntry):
        return menu_entry(face, remove=command.remove)
    profile = Profile(options.profile) if options.profile is not None else Profile.default()
    if isinstance(command, Send):
        command = read_text(command, None if sys.stdin is None else sys.stdin.buffer)
    reader, invitation, address = _reader(options, inbox), None, None
    match command:
        case Doctor(at=at, peer=""):
            address = None if at is None else Address.parse(at)
            stored, trouble = settings.load(profile)
            if trouble is not None:
                face.error(trouble)
            own = Own(options.port or stored.port, hidden=stored.visibility is settings.Visibility.NOBODY)
            return doctor(face, inbox, profile, own, address)
        case Forget():
            return forget(profile, face, inbox, reader, command)
        case AlwaysAccept():
            return always_accept(profile, face, command)
        case Rename():
            return rename(profile, face, command)
        case Transfers():
            return transfers(profile, face)
        case Pause(transfer=number) | Retry(transfer=number) | Resume(transfer=RunningNumber() as number):
            return change(profile, face, command, number)
        case Sessions():
            return sessions(profile, face, inbox, command)
        case History():
            return history(profile, face, inbox, reader, command)
        case Receipt():
            return receipt(profile, face, inbox, command)
        case Send(paths=paths):
            check_paths(paths)
            invitation = check_target(command)
            if command.again:
                check_retry(profile, face, inbox, command.again)
        case Pair():
            invitation = check_target(command)
        case Doctor(at=at, peer=peer):
            check_target(Pair(peer))
            address = None if at is None else Address.parse(at)
        case Receive():
            command = replace(command, into=usable_folder(command.into, face))
    receiving, resuming = isinstance(command, Receive), isinstance(command, Resume)
    # Where something is to go on, remembered devices may call first.
    awaits = isinstance(command, Resume) and not (command.cancel or command.show)
    engine = open_engine(
        profile,
        inbox.put,
        port=options.port,
        can_show_codes=receiving and reader is not None,
        offers=receiving or awaits,
        continues=receiving or resuming,
        save_folder=command.into if isinstance(command, Receive) else None,
        existing=command.existing if isinstance(command, Receive) else None,
    )
    try:
        engine.start()
        if reader is not None and options.json:
            reader.start()
        talk = Conversation(engine, face, inbox, reader, profile)
        if isinstance(command, Doctor):
            return doctor_with(talk, command.peer, address)
        return _converse(talk, command, invitation)
    finally:
        engine.shutdown()


def _converse(
    talk: Conversation,
    command: Devices | Pair | Send | Receive | Resume,
    invitation: Invitation | None,
) -> ExitCode:
    match command:
        case Devices():
            return devices(talk)
        case Pair():
            return pair(talk, command, invitation)
        case Send():
            return send(talk, command, invitation)
        case Receive():
            return receive(talk, command)
        case Resume():
            return resume(talk, command)


def _reader(options: Options, inbox: Inbox) -> InputReader | None:
    """Where somebody can answer: a program that speaks JSON, or a person at a terminal."""
    if sys.stdin is None or not (options.json or (sys.stdin.isatty() and sys.stdout.isatty())):
        return None
    return InputReader(sys.stdin.fileno(), inbox.put)
