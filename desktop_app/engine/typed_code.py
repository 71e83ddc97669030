"""Careful mode: whoever is called types the code from the other screen, instead of calling it the same.

It is compared here and nowhere else. The code of this computer is covered meanwhile, so that nobody copies it from the
wrong screen, and only a whole code is judged, two times at most: there is nothing to feel one's way by. Being right is
no answer; it only uncovers the code, which is then compared as ever.
"""

import hmac
import unicodedata
from typing import Final

TRIES: Final = 2


def digits_in(text: str) -> str:
    """Digits of any script, in ASCII, without anything between them."""
    return "".join(str(unicodedata.decimal(char)) for char in text if unicodedata.decimal(char, None) is not None)


def is_whole(text: str, shown: str) -> bool:
    """Whether it is nothing but so many digits as there are to be."""
    digits = digits_in(text)
    return len(digits) == len(digits_in(shown)) == len("".join(text.split()))


def same(typed: str, shown: str) -> bool:
    """Whether these are the digits that this computer covers."""
    return hmac.compare_digest(digits_in(typed).encode(), digits_in(shown).encode())
