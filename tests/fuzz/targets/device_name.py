"""What a device calls itself, in its announcement or in a session: one line of visible text, or nothing."""

import unicodedata
from collections.abc import Iterator
from typing import Final

from desktop_app.protocol import device_name, limits
from desktop_app.storage import device_record
from tests.fuzz.choices import Choices

SIZE_MAX: Final = 80
_TIMES: Final = (*(1,) * 15, 10)
_HIDDEN: Final = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def seeds() -> Iterator[bytes]:
    for name in (
        "Kitchen PC",
        " Küche \u202e\u2066",
        "e\u0301\u0301\u0301\u0301",
        "e\u0301\u0301\u0301\u0488\U0001d16d",
        "\u3164\ufe0f",
        "名" * 40,
        "ﬁ" * 70,
        "İ",
    ):
        for times in (0, len(_TIMES) - 1):
            yield bytes((times,)) + name.encode()


def run(data: bytes) -> None:
    """The first byte says how often the text comes, one after the other: longer ones would say nothing else."""
    choices = Choices(data)
    times = choices.one_of(_TIMES)
    raw = choices.rest().decode(errors="surrogateescape") * times
    name = device_name.clean(raw)
    assert device_name.clean(name) == name
    assert len(name.encode()) <= limits.DEVICE_NAME
    assert name == " ".join(name.split())
    assert _HIDDEN.isdisjoint(map(unicodedata.category, name))
    unique = device_record.unique_name(raw, [name or "Computer", "Computer"])
    assert unique
    assert device_name.clean(unique) == unique
    assert device_record.folded(unique) not in {device_record.folded(name), device_record.folded("Computer")}
