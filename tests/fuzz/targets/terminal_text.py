"""Whatever others named, as a terminal shows it: on its line, with nothing in it that a terminal obeys."""

import unicodedata
from collections.abc import Iterator
from typing import Final

from desktop_app.cli import plain_text
from desktop_app.errors import Names, PathMissing, SettingsReset

SIZE_MAX: Final = 24
_OBEYED: Final = {"Cc", "Cf", "Cs", "Zl", "Zp", "Cn", "Co"}


def seeds() -> Iterator[bytes]:
    for text in (
        "Kitchen PC",
        "a\x1b[31mb\r\n\tc\x07",
        "\u202egpj.exe\u2069",
        "„“”\u2028",
        "\U000e0041\ue000",
        "{peer} %s {0!r}",
    ):
        yield text.encode()


def run(data: bytes) -> None:
    text = data.decode(errors="surrogateescape")
    quoted = plain_text.quoted(text)
    assert quoted[0] + quoted[-1] == "“”"
    assert not set(quoted[1:-1]) & set("“”")
    lines = [*plain_text.indented(text)]
    assert len(lines) == text.replace("\r\n", "\n").count("\n") + 1
    assert all(line.startswith("    ") for line in lines)
    shown = [
        quoted, *lines, plain_text.names([text]), plain_text.escaped(str(Names([text]))),
        plain_text.sentence(PathMissing(path=text)), plain_text.advice(SettingsReset(kept=text)),
    ]  # fmt: skip
    for each in shown:
        assert _OBEYED.isdisjoint(map(unicodedata.category, each))
        each.encode()
