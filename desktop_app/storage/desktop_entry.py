"""How a desktop entry names a command, in a menu and where a session starts (Desktop Entry Specification)."""

import re
from collections.abc import Iterable


def command_line(words: Iterable[str]) -> str:
    """The value of “Exec” that starts a program with these."""
    return " ".join(map(_quoted, words))


def text(value: str) -> str:
    """The value of a key that is one string, such as “TryExec”."""
    return value.replace("\\", "\\\\").replace("\n", "\\n")


def _quoted(word: str) -> str:
    """“The Exec key”: quoted for the list, where % begins a field, then escaped as a string."""
    if re.fullmatch(r"[\w@+:,./-]+", word, re.ASCII):
        return word
    quoted = re.sub(r'(["`$\\])', r"\\\1", word.replace("%", "%%"))
    return text(f'"{quoted}"')
