"""What can be typed after `tallystick`, read from its own parser, for the manual and the shells' completion."""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from desktop_app.cli import arguments

_PATHS: Final = {"DIR", "FILE", "PATH"}


@dataclass(frozen=True, slots=True)
class Word:
    """An option, or without flags something that stands by itself."""

    flags: tuple[str, ...]
    value: str  # what stands for its value, or ""
    help: str
    choices: tuple[str, ...]
    many: bool = False
    required: bool = False

    @property
    def is_path(self) -> bool:
        return self.value in _PATHS

    @property
    def is_folder(self) -> bool:
        return self.value == "DIR"


@dataclass(frozen=True, slots=True)
class Command:
    """Without a name: what may stand before any command."""

    name: str
    summary: str
    words: tuple[Word, ...]

    @property
    def options(self) -> tuple[Word, ...]:
        return tuple(word for word in self.words if word.flags)

    @property
    def operands(self) -> tuple[Word, ...]:
        return tuple(word for word in self.words if not word.flags)


def everywhere() -> Command:
    """The options that every command takes, and those that stand alone."""
    return Command("", arguments.parser().description or "", tuple(_words(arguments.parser())))


def commands() -> tuple[Command, ...]:
    """Each with what only it takes."""
    common = {word.flags for word in everywhere().words}
    return tuple(
        Command(name, arguments.COMMANDS[name], tuple(word for word in _words(parser) if word.flags not in common))
        for name, parser in _subparsers().choices.items()
    )


def _subparsers() -> "argparse._SubParsersAction[argparse.ArgumentParser]":
    return next(each for each in _actions(arguments.parser()) if isinstance(each, argparse._SubParsersAction))  # noqa: SLF001


def _words(parser: argparse.ArgumentParser) -> Iterator[Word]:
    for action in _actions(parser):
        if action.help == argparse.SUPPRESS or isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            continue
        choices = tuple(map(str, action.choices or ()))
        metavar = action.metavar if isinstance(action.metavar, str) else (action.dest or "").upper()
        yield Word(
            flags=tuple(action.option_strings),
            value="" if action.nargs == 0 else metavar,
            help=(action.help or "") % {"default": action.default},
            choices=choices,
            many=action.nargs in {"*", "+"},
            required=action.required,
        )


def _actions(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    return parser._actions  # noqa: SLF001  argparse tells nobody what it was told
