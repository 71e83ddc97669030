"""tallystick(1), written from the parser of the arguments and the table of exit codes. Run: manual.py > tallystick.1"""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parent)]

import command_words  # noqa: E402
from command_words import Command, Word  # noqa: E402

from desktop_app import APP_NAME, COMMAND_NAME, __version__  # noqa: E402
from desktop_app.__main__ import AS_ROOT  # noqa: E402
from desktop_app.cli import arguments  # noqa: E402
from desktop_app.protocol import limits  # noqa: E402


def page(epoch: int) -> str:
    """In roff. `epoch` is the time on the page, in seconds since 1970."""
    day = datetime.fromtimestamp(epoch, UTC).strftime("%Y-%m-%d")
    everywhere = command_words.everywhere()
    lines = [
        f'.TH {COMMAND_NAME.upper()} 1 "{day}" "{APP_NAME} {__version__}" "User Commands"',
        ".SH NAME",
        f"{COMMAND_NAME} \\- {_plain('send files to nearby computers, sure of which computer it is')}",
        ".SH SYNOPSIS",
        f".B {COMMAND_NAME}\n[\\fIoptions\\fR] [\\fIPATH\\fR ...]",
        ".br",
        f".B {COMMAND_NAME}\n[\\fIoptions\\fR] \\fICOMMAND\\fR ...",
        ".SH DESCRIPTION",
        _plain(everywhere.summary),
        "Without a command it opens the window; with paths the window asks whom to send them to.",
        "With a command it does the same work in the terminal.",
        ".SH OPTIONS",
        *_listed(everywhere.options),
        ".SH COMMANDS",
    ]
    for command in command_words.commands():
        lines += _command(command)
    lines += [".SH EXIT STATUS", *_exit_codes()]
    lines += [
        f".SH ENVIRONMENT\n.TP\n.B {AS_ROOT}",
        "Set to 1, it lets the packaged program run as root, which it refuses otherwise.",
        ".SH NETWORK",
        f"TCP port {limits.DEFAULT_PORT} for what is sent, unless another one is chosen, and UDP port 5353",
        "(multicast DNS) to be found. Nothing is sent beyond the local network unless an address there is called.",
    ]
    return "\n".join(lines) + "\n"


def _command(command: Command) -> Iterator[str]:
    yield ".SS " + " ".join([f"\\fB{command.name}\\fR", *(_synopsis(word) for word in command.words)])
    yield _plain(command.summary)
    yield from _listed(word for word in command.words if word.help)


def _synopsis(word: Word) -> str:
    if word.flags:
        shown = f"\\fB{_plain(word.flags[-1])}\\fR" + (f" {_value(word)}" if word.value else "")
    else:
        shown = _value(word) + (" ..." if word.many else "")
    return shown if word.required else f"[{shown}]"


def _listed(words: "Iterator[Word] | tuple[Word, ...]") -> Iterator[str]:
    for word in words:
        yield ".TP"
        names = ", ".join(f"\\fB{_plain(flag)}\\fR" for flag in word.flags)
        yield " ".join(part for part in (names, _value(word) if word.value else "") if part)
        yield _plain(word.help)


def _value(word: Word) -> str:
    return "|".join(word.choices) if word.choices else f"\\fI{_plain(word.value)}\\fR"


def _exit_codes() -> Iterator[str]:
    """“0 done, 2 usage, ...”, as --help shows them."""
    for each in " ".join(arguments.EXIT_CODES.split()).split(", "):
        number, _space, meaning = each.partition(" ")
        if number.isdigit():
            yield f".TP\n.B {number}"
            yield _plain(meaning)
        else:
            yield _plain(f", {each}")


def _plain(text: str) -> str:
    """Text that roff takes for text."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("“", "\\(lq").replace("”", "\\(rq")
    return f"\\&{text}" if text.startswith((".", "'")) else text


if __name__ == "__main__":
    sys.stdout.write(page(int(sys.argv[1]) if len(sys.argv) > 1 else 0))
