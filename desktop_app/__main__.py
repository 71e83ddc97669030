"""From the arguments to the window or the command line."""
# ruff: noqa: E402  importing takes a moment, in which a person may want to stop it

import signal

_interrupted = signal.getsignal(signal.SIGINT)
if _interrupted is signal.default_int_handler:  # nothing has begun, so there is nothing to be told
    signal.signal(signal.SIGINT, signal.SIG_DFL)

import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from desktop_app import APP_NAME, installation
from desktop_app.cli import arguments
from desktop_app.cli.commands import MenuEntry, Options, SelfCheck, Window
from desktop_app.cli.errors import NoScreen, NoSuchCommand, NotForRoot, NoToolkit
from desktop_app.cli.exit_codes import SIGNALLED, ExitCode, exit_code
from desktop_app.errors import AppError, crashes

if _interrupted is signal.default_int_handler:
    signal.signal(signal.SIGINT, _interrupted)

AS_ROOT: Final = "TALLYSTICK_AS_ROOT"


def main(argv: Sequence[str] | None = None) -> int:
    """The exit code."""
    try:
        _open_closed_streams()
        logging.getLogger(__package__).addHandler(logging.NullHandler())  # what a worker logs is not for the screen
        return _run(arguments.parse(sys.argv[1:] if argv is None else argv))
    except KeyboardInterrupt:
        return SIGNALLED + signal.SIGINT
    except Exception as error:  # this thread's top frame: a person gets a sentence, whatever happened
        sys.stderr.write(f"{APP_NAME} made a mistake and ended ({crashes.told(error)}). Please report this.\n")
        return ExitCode.MISTAKE


def _run(options: Options) -> int:
    if _is_packaged_for_others_than_root() and not isinstance(options.command, SelfCheck | MenuEntry):
        return _refuse(options, NotForRoot(variable=AS_ROOT))
    match options.command:
        case Window():
            return _open_window(options, options.command)
        case SelfCheck():
            from desktop_app.cli.self_check import self_check

            return self_check()
        case command:
            from desktop_app.cli.run import run

            return run(options, command)


def _is_packaged_for_others_than_root() -> bool:
    """In a checkout, and with pip, people know whom they start Python as."""
    is_root = os.name == "posix" and os.geteuid() == 0
    return is_root and installation.is_packaged() and not os.environ.get(AS_ROOT)


def _open_closed_streams() -> None:
    """A program may be started with its output closed; then what it says goes nowhere."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123  for as long as the process lives
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123


def _open_window(options: Options, window: Window) -> int:
    """Qt is loaded here and nowhere before: the command line works without it."""
    if window.paths and _is_misspelt(window.paths[0]):
        return _refuse(options, NoSuchCommand(word=str(window.paths[0])))
    from desktop_app.gui.display import display_available

    if not display_available():
        return _refuse(options, NoScreen())
    from desktop_app.gui import bindings

    try:
        bindings.load()
        from desktop_app.gui.app import refuse, run
    except ImportError as error:
        if not (error.name or "").startswith("PySide6"):
            raise
        return _refuse(options, NoToolkit())
    from desktop_app.engine import summons
    from desktop_app.storage.profile import Profile

    try:
        profile = Profile(options.profile) if options.profile is not None else Profile.default()
        claim = summons.claim(profile, window.paths, quietly=window.hidden)
        if claim is None:
            if not window.hidden:
                sys.stdout.write(f"{APP_NAME} is open already; its window comes to the front.\n")
            return ExitCode.DONE
        try:
            return run(profile, port=options.port, paths=window.paths, hidden=window.hidden)
        finally:
            claim.give_up()
    except AppError as error:
        refuse(error)
        return exit_code(error)


def _is_misspelt(first: Path) -> bool:
    """Whether it was typed as a word, and means nothing. What another program has us open is a whole path."""
    return len(first.parts) == 1 and not first.is_absolute() and not os.path.lexists(first)


def _refuse(options: Options, error: AppError) -> int:
    """To a person or a program, whoever reads."""
    from desktop_app.cli import run  # which takes its time, and the window needs nothing of it

    return run.refuse(options, error)


if __name__ == "__main__":
    sys.exit(main())
