"""What a device may call itself. Names come from strangers; they are for eyes, never for decisions."""

import unicodedata
from typing import Final

from desktop_app.protocol import limits

_SPACES: Final = frozenset({"Zs", "Zl", "Zp", "Cc"})
_HIDDEN: Final = frozenset({"Cf", "Cs", "Co", "Cn"})  # bidi controls, joiners, surrogates, private use
_BLANK: Final = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")  # letters and marks that draw nothing
_MARKS: Final = frozenset({"Mn", "Me"})
_RAW_MAX: Final = 512  # characters looked at; more than any name that could still fit
_MARKS_MAX: Final = 2  # stacked higher they would draw over neighbouring lines


def clean(raw: str) -> str:
    """The name on one line: NFC, no control or invisible characters, at most `limits.DEVICE_NAME` bytes; may be ""."""
    visible = "".join(filter(_is_visible, raw[:_RAW_MAX]))
    kept: list[str] = []
    marks = 0
    for character in unicodedata.normalize("NFC", visible):  # only now: what is hidden keeps letters and marks apart
        category = unicodedata.category(character)
        marks = marks + 1 if category in _MARKS else 0
        if category in _SPACES:
            kept.append(" ")
        elif marks <= _MARKS_MAX:
            kept.append(character)
    name = " ".join("".join(kept).split())
    return name.encode()[: limits.DEVICE_NAME].decode(errors="ignore").strip()


def _is_visible(character: str) -> bool:
    variation_selector = "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
    return not (variation_selector or character in _BLANK or unicodedata.category(character) in _HIDDEN)
