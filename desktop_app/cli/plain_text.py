"""Text for a terminal: what others named is shown literally, amounts and times as people read them."""

import time
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from desktop_app.errors import AppError, Size
from desktop_app.events import AlwaysAccept, Contents, Kind, Progress

_HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_NAMES_SHOWN: Final = 5


def escaped(raw: str) -> str:
    """On one line, with every control, bidi, invisible or unassigned character written as its escape."""
    return "".join(
        character.encode("unicode_escape").decode() if unicodedata.category(character) in _HIDDEN else character
        for character in raw
    )


def indented(text: str) -> Iterator[str]:
    """A text of somebody's choice, line by line, each set in so that nobody takes it for ours; escaped but for tabs."""
    for line in text.replace("\r\n", "\n").split("\n"):
        yield "    " + "    ".join(map(escaped, line.split("\t")))


def quoted(name: str) -> str:
    """A name of somebody's choice, so that nobody takes its end for ours."""
    return "“" + escaped(name).replace("“", '"').replace("”", '"') + "”"


def duration(seconds: float) -> str:
    """17 s, 3 min, 2 h 5 min."""
    whole = max(1, round(seconds))
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{-(-whole // 60)} min"
    return f"{whole // 3600} h {whole % 3600 // 60} min"


def remaining(seconds: float) -> str:
    return f"{duration(seconds)} left"


def date(seconds: float) -> str:
    """12 Oct 2026, here."""
    then = time.localtime(seconds)
    return f"{then.tm_mday} {time.strftime('%b %Y', then)}"


def day(seconds: float) -> str:
    """12 Oct; with the year where it is not this one."""
    then = time.localtime(seconds)
    return f"{then.tm_mday} {time.strftime('%b', then)}" if then.tm_year == time.localtime().tm_year else date(seconds)


def moment(seconds: float) -> str:
    """12 Oct 2026 14:05:09."""
    return f"{date(seconds)} {time.strftime('%H:%M:%S', time.localtime(seconds))}"


def counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def contents(what: Contents) -> str:
    """214 files, 3.2 GB, or a text of 214 characters. Folders are worth a word only where there is nothing else."""
    if what.kind is Kind.TEXT:
        return f"a text of {counted(what.characters, 'character')}"
    number = counted(what.files, "file") if what.files or not what.folders else counted(what.folders, "folder")
    return f"{number}, {Size(what.total)}"


def were_there(files: int) -> str:
    """The receiver had them already."""
    verb = "was" if files == 1 else "were"
    return f"{counted(files, 'file')} {verb} there already, with the same content."


def left_out(number: int) -> str:
    """Of what was to be sent."""
    what = "file or folder was" if number == 1 else "files or folders were"
    return f"Not everything was sent: {number:,} {what} left out."


def unasked(always: AlwaysAccept) -> str:
    """accepted without asking, up to 10.0 GB within 24 hours, into /home/ada/Kitchen."""
    return f"accepted without asking, up to {Size(always.most)} within 24 hours, into {escaped(str(always.folder))}"


def names(all_names: Sequence[str]) -> str:
    """The first few, and how many more."""
    shown = ", ".join(f"“{escaped(name)}”" for name in all_names[:_NAMES_SHOWN])
    more = len(all_names) - _NAMES_SHOWN
    return f"{shown} and {more:,} more" if more > 0 else shown


def share(now: Progress) -> str:
    """48 %, of the bytes, or of the files where there are none."""
    done, total = now.bytes_done, now.bytes_total
    if total <= 0:
        done, total = now.files_done, max(1, now.files_total)
    return f"{min(100, done * 100 // total)} %"


def items(what: Contents) -> Iterator[str]:
    """The first few names with their sizes, a line for each, and how many more."""
    if not what.items:
        yield f"  {names(what.names)}"
        return
    for item in what.items[:_NAMES_SHOWN]:
        folder = f", a folder of {counted(item.files, 'file')}" if item.is_folder else ""
        yield f"  {Size(item.size)!s:>8}  {quoted(item.name)}{folder}"
    more = len(what.items) - _NAMES_SHOWN
    if more > 0:
        yield f"  {'':>8}  and {more:,} more"


def progress(now: Progress) -> str:
    """48 % · 94.0 MB/s · 17 s left · limited by their disk."""
    parts = [share(now)]
    if now.rate > 0:
        parts.append(f"{Size(now.rate)}/s")
    if now.seconds_left is not None:
        parts.append(remaining(now.seconds_left))
    if now.limited_by is not None:
        parts.append(f"limited by {now.limited_by.value}")
    return " · ".join(parts)


def sentence(error: AppError) -> str:
    return escaped(str(error))


def advice(error: AppError) -> str:
    return escaped(error.next_step)
