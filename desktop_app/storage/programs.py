"""Which files are programs: to be told with an offer, and not to come unasked. Pure."""

from typing import Final

# What some computer would run on a double click, whatever its permissions say.
PROGRAMS: Final = frozenset(
    """
    app apk appimage appx bat cmd com command cpl deb desktop dmg exe hta jar js jse jnlp lnk msi msix msp
    pif pkg ps1 py pyw reg rpm run scr sh url vb vbe vbs workflow wsf wsh
    """.split()  # noqa: SIM905 - forty quoted strings are no better to read
)


def is_program(path: str, *, executable: bool) -> bool:
    """Whether some computer could run it. `path`: as it is sent."""
    return executable or path.rpartition(".")[2].lower() in PROGRAMS
