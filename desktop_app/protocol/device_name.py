"""What a device may call itself. Names come from strangers; they are for eyes, never for decisions."""

import re
import unicodedata
from typing import Final

from desktop_app.protocol import limits

_BLANK: Final = re.compile(  # letters and marks that draw nothing, and variation selectors
    "[\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
_CONTROL: Final = re.compile("[\0-\x1f\x7f-\x9f]")
_RAW_MAX: Final = 512  # characters looked at; more than any name that could still fit
# By the categories of characters, one after the other.
_HIDDEN: Final = re.compile("(?:C[fson])+")  # bidi controls, joiners, surrogates, private use
_STACKED: Final = re.compile("(?<=M[ne]M[ne])(?:M[ne])+")  # marks that would draw over neighbouring lines


def clean(raw: str) -> str:
    """The name on one line: NFC, no control or invisible characters, at most `limits.DEVICE_NAME` bytes; may be ""."""
    visible = _BLANK.sub("", raw[:_RAW_MAX])
    if not visible.isprintable():
        visible = _without(_HIDDEN, visible)
    name = unicodedata.normalize("NFC", visible)  # only now: what is hidden keeps letters and marks apart
    while not name.isascii() and (fewer := unicodedata.normalize("NFC", _without(_STACKED, name))) != name:
        name = fewer  # without one the others may have another order
    name = " ".join(_CONTROL.sub(" ", name).split())
    return name.encode()[: limits.DEVICE_NAME].decode(errors="ignore").strip()


def is_clean(name: str) -> bool:
    """Whether `clean` can have left it, here or with a later Unicode, in which more characters are assigned."""
    known = "".join("?" if unicodedata.category(each) == "Cn" else each for each in name)
    return clean(known) == known and 0 < len(name.encode()) <= limits.DEVICE_NAME


def _without(what: re.Pattern[str], text: str) -> str:
    categories, kept, at = "".join(map(unicodedata.category, text)), "", 0  # two letters of each character
    for found in what.finditer(categories):
        kept += text[at : found.start() // 2]
        at = found.end() // 2
    return kept + text[at:]
