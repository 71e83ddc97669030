"""What may be typed on the command line. A mistake in it ends the program with a usage line and exit code 2."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from desktop_app import APP_NAME, COMMAND_NAME, __version__
from desktop_app.cli import argument_types as types
from desktop_app.cli.commands import (
    Accept,
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
    SelfCheck,
    Send,
    Sessions,
    Transfers,
    Window,
)
from desktop_app.storage.existing import Existing

COMMANDS: Final = {
    "devices": "List the devices nearby, and the remembered ones.",
    "pair": "Get a device verified and remembered, and send nothing.",
    "send": "Send files and folders, or a text, to a device.",
    "receive": "Wait for files and texts.",
    "invite": "Show an invitation for somebody far away, and wait for their files.",
    "transfers": "Show the transfers of the Tallysticks that run.",
    "pause": "Let a transfer of a Tallystick that runs wait.",
    "resume": "Go on with transfers that were paused or interrupted, or give them up.",
    "retry": "Send again what failed of a transfer, or all of it, of a Tallystick that runs or of the history.",
    "forget": "Forget a remembered device; its sessions end.",
    "always-accept": "Accept what a remembered device sends without asking, or ask again.",
    "rename": "Give a remembered device another name here.",
    "sessions": "Show the sessions of the Tallysticks that run, or end one.",
    "history": "Show what was sent and received, or forget it.",
    "receipt": "Save the receipt of a transfer that was delivered.",
    "doctor": "Look for reasons why devices do not see each other.",
    "menu-entry": "Put Tallystick into the menu of this Linux desktop, and into those of its file managers.",
}
_EXISTING: Final = {"keep-both": Existing.KEEP_BOTH, "skip-identical": Existing.SKIP_IDENTICAL}
EXIT_CODES: Final = """\
  0 done, 2 usage, 3 declined, 4 code differed, unverified, not the device that
  was meant or not remembered, 5 device not found or lost, 6 trouble on this
  computer or its disk, 7 partly delivered (some of it failed or was left out;
  links and special files do not count), 8 the doctor found something,
  130 stopped with Ctrl+C
"""


def parser() -> argparse.ArgumentParser:
    """With every command; what the manual and the shells' completion are written from."""
    return _with_commands(_common_options())


def parse(arguments: Sequence[str]) -> Options:
    """Leaves the program with exit code 2 where the arguments make no sense, with 0 after --help and --version."""
    common = _common_options()
    if _first_word(arguments) in COMMANDS:
        parser = _with_commands(common)
        asked = parser.parse_args(arguments)
        if asked.command == "send" and bool(asked.paths) is (asked.text is not None):
            parser.error("send either files and folders, or a text")
        if asked.command == "always-accept" and asked.ask and (asked.into or asked.most):
            parser.error("either ask, or accept")
        if asked.command == "history" and asked.yes and not asked.clear:
            parser.error("nothing is asked unless the history is to be cleared")
        if asked.command == "resume":
            _check_resume(parser, asked)
        if asked.command in {"send", "pair"}:
            _check_whom(parser, asked)
        if asked.command == "retry" and asked.to is not None and asked.number.process is not None:
            parser.error("a program that runs knows by itself to whom; of the history, use its number")
    else:
        asked = _without_command(common).parse_args(arguments)
    return Options(
        command=SelfCheck() if asked.self_check else _command(asked),
        profile=getattr(asked, "profile", None),
        port=getattr(asked, "port", None),
        json=getattr(asked, "json", False),
    )


def _check_resume(parser: argparse.ArgumentParser, asked: argparse.Namespace) -> None:
    if asked.number is not None and (asked.only or asked.show):
        parser.error("the number says already which one")
    if asked.show and asked.cancel:
        parser.error("either show them, or give them up")


def _check_whom(parser: argparse.ArgumentParser, asked: argparse.Namespace) -> None:
    if (asked.to is None) is (asked.invitation is None):
        parser.error("say to whom: a name, an address or an invitation")
    if asked.command == "send" and asked.expect is not None and len(asked.to or ()) > 1:
        parser.error("who is expected can be said of one address only")
    if asked.invitation is not None and asked.expect is not None:
        parser.error("an invitation says by itself who is expected")
    if asked.invitation == Path("-") and getattr(asked, "text", None) == "-":
        parser.error("the input can hold the text or the invitation, not both")


def _command(asked: argparse.Namespace) -> Command | Window:
    match asked.command:
        case "devices":
            return Devices()
        case "pair":
            return Pair(asked.to or "", asked.expect, asked.remember, asked.invitation)
        case "send":
            paths = tuple(asked.paths)
            to, *also = asked.to or [""]
            return Send(paths, to, asked.expect, asked.remember, asked.text, asked.invitation, tuple(also))
        case "receive" | "invite" as kind:
            existing, invite = _EXISTING[asked.existing] if asked.existing else None, kind == "invite"
            return Receive(asked.into, invite or asked.once, Accept(asked.accept), asked.remember, existing, invite)
        case "resume":
            return Resume(asked.cancel, asked.number, tuple(asked.only), asked.show)
        case "transfers":
            return Transfers()
        case "pause":
            return Pause(asked.number)
        case "retry" if asked.to is not None:
            return Send((), asked.to, remember=asked.remember, again=str(asked.number))
        case "retry":
            return Retry(asked.number)
        case "forget":
            return Forget(asked.name, asked.yes)
        case "always-accept":
            return AlwaysAccept(asked.name, asked.into, asked.most, asked.ask)
        case "rename":
            return Rename(asked.name, asked.new)
        case "sessions":
            return Sessions(asked.end)
        case "history":
            return History(" ".join(asked.words), asked.limit, asked.clear, asked.yes)
        case "receipt":
            return Receipt(asked.number, asked.file)
        case "doctor":
            return Doctor(asked.address, asked.peer or "")
        case "menu-entry":
            return MenuEntry(asked.remove)
        case _:
            return Window(tuple(asked.paths), asked.hidden)


def _first_word(arguments: Sequence[str]) -> str | None:
    """The first argument that is neither an option nor the value of one."""
    words = iter(arguments)
    for word in words:
        if word == "--":
            return None
        if word in {"--profile", "--port"}:
            next(words, None)
        elif not word.startswith("-"):
            return word
    return None


def _common_options() -> argparse.ArgumentParser:
    """Options that may stand before a command or after it; without a default, so that the later one does not undo."""
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument(
        "--profile",
        type=types.path,
        metavar="DIR",
        help="keep settings, remembered devices and history in DIR",
    )
    common.add_argument("--port", type=types.port, metavar="N", help="listen on TCP port N; 0: any free one")
    common.add_argument("--json", action="store_true", help="one JSON object a line; answers are read from the input")
    return common


def _root(common: argparse.ArgumentParser, usage: str) -> argparse.ArgumentParser:
    listed = "".join(f"  {name:<14} {summary}\n" for name, summary in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog=COMMAND_NAME,
        parents=[common],
        usage=usage,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Send files to nearby computers, sure of which computer it is.",
        epilog=f"commands (more with {COMMAND_NAME} COMMAND --help):\n{listed}\nexit codes:\n{EXIT_CODES}",
    )
    parser.add_argument("--version", action="version", version=f"{APP_NAME} {__version__}")
    parser.add_argument("--self-check", action="store_true", help=argparse.SUPPRESS)
    return parser


def _without_command(common: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser = _root(common, f"{COMMAND_NAME} [options] [PATH ...]\n       {COMMAND_NAME} [options] COMMAND ...")
    parser.add_argument("paths", nargs="*", type=types.path, metavar="PATH", help="open the window to send these")
    parser.add_argument(
        "--hidden", action="store_true", help="stay at the icon in the panel; where there is no panel, minimized"
    )
    parser.set_defaults(command=None)
    return parser


def _with_commands(common: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser = _root(common, f"{COMMAND_NAME} [options] COMMAND ...")
    commands = parser.add_subparsers(dest="command", required=True, prog=COMMAND_NAME)
    kinds = {name: commands.add_parser(name, parents=[common], description=COMMANDS[name]) for name in COMMANDS}
    whom = "a device nearby or remembered, by its name; or an address"
    kinds["pair"].add_argument("to", nargs="?", metavar="NAME|HOST:PORT", help=whom)
    send = kinds["send"]
    send.add_argument("paths", nargs="*", default=[], type=types.path, metavar="PATH", help="a file or folder")
    send.add_argument("--text", metavar="TEXT", help="send a text, to be shown there; -: as it comes from the input")
    send.add_argument("--to", action="append", metavar="NAME|HOST:PORT", help=f"{whom}; again for each further one")
    for name in ("pair", "send"):
        kinds[name].add_argument(
            "--invitation",
            type=types.path,
            metavar="FILE",
            help="instead of a name: to whoever gave the invitation in FILE; -: paste it when asked",
        )
        kinds[name].add_argument(
            "--expect",
            metavar="NAME",
            help="with an address: the remembered device NAME has to prove itself there; nobody is asked",
        )
    for name in ("pair", "send", "retry", "receive", "invite"):
        kinds[name].add_argument(
            "--no-remember",
            dest="remember",
            action="store_false",
            help="do not remember a device that a code was compared with",
        )
    one = "of the transfer, as “transfers” shows it"
    for name in ("pause", "retry"):
        kinds[name].add_argument("number", type=types.running, metavar="NUMBER", help=one)
    kinds["retry"].add_argument(
        "--to", metavar="NAME|HOST:PORT", help="the number is the history's: send it from here to this one"
    )
    kinds["resume"].add_argument(
        "number", nargs="?", type=types.running, metavar="NUMBER", help=f"{one}; default: all that were interrupted"
    )
    kinds["resume"].add_argument(
        "--only",
        nargs="+",
        default=[],
        metavar="WORD",
        help="of what was interrupted, only where each of these is part of a name: the device's, or of what was sent",
    )
    kinds["resume"].add_argument("--list", dest="show", action="store_true", help="only show what was interrupted")
    kinds["resume"].add_argument("--cancel", action="store_true", help="give up instead; what was delivered stays")
    kinds["doctor"].add_argument(
        "address", nargs="?", metavar="HOST[:PORT]", help="look, too, whether a device can be reached there"
    )
    kinds["doctor"].add_argument(
        "--with", dest="peer", metavar="NAME|HOST:PORT", help=f"ask this one, too, what it sees: {whom}"
    )
    known = "the remembered device, as “devices” lists it"
    kinds["forget"].add_argument("name", metavar="NAME", help=known)
    kinds["forget"].add_argument("--yes", action="store_true", help="do not ask")
    always = kinds["always-accept"]
    always.add_argument("name", metavar="NAME", help=known)
    always.add_argument("--into", type=types.path, metavar="DIR", help="the folder to save in")
    always.add_argument(
        "--up-to", dest="most", type=types.amount, metavar="SIZE", help="within 24 hours; default: 10GB"
    )
    always.add_argument("--ask", action="store_true", help="ask again about everything that it sends")
    kinds["rename"].add_argument("name", metavar="NAME", help=known)
    kinds["rename"].add_argument("new", metavar="NEW", help="what to call it here; it need not know")
    kinds["sessions"].add_argument(
        "--end", type=types.running, metavar="N", help="end session N, as it is listed, and destroy its keys"
    )
    shown = kinds["history"].add_mutually_exclusive_group()
    shown.add_argument(
        "words", nargs="*", default=[], metavar="WORD", help="only where each of these is part of a name"
    )
    shown.add_argument("--clear", action="store_true", help="forget all transfers and their receipts; files stay")
    kinds["history"].add_argument("--yes", action="store_true", help="do not ask before it is cleared")
    kinds["history"].add_argument(
        "--limit", type=types.limit, default=20, metavar="N", help="show the newest N; default: 20"
    )
    kinds["receipt"].add_argument(
        "number", type=types.number, metavar="NUMBER", help="of the transfer, as the history shows it"
    )
    kinds["receipt"].add_argument(
        "file", type=types.path, metavar="FILE", help="a new one; JSON where it ends with .json"
    )
    kinds["menu-entry"].add_argument("--remove", action="store_true", help="take it out again")
    kinds["receive"].add_argument("--once", action="store_true", help="end after one transfer")
    unasked = "whose offers to take without asking"
    for name, codes in (("receive", "strangers compare a code all the same"), ("invite", "no code is compared")):
        kinds[name].add_argument("--into", required=True, type=types.path, metavar="DIR", help="the folder to save in")
        kinds[name].add_argument(
            "--accept",
            choices=[choice.value for choice in Accept],
            default=Accept.ASK.value,
            help=f"{unasked}; {codes}",
        )
        kinds[name].add_argument(
            "--existing",
            choices=_EXISTING,
            help="names that are there already: keep both, or skip identical files; default: as set, or ask",
        )
    return parser
