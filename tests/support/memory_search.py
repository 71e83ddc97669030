"""Looks for secrets in the writable memory of another process, through /proc."""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

_CHUNK: Final = 2**20
_NOTHING: Final = bytes(_CHUNK)
_WORD: Final = 8
_HMAC_PADS: Final = {"": 0, " as HMAC's inner key": 0x36, " as HMAC's outer key": 0x5C}


class MemorySearch:
    """A search for many secrets at once, and for every part of one that is 15 bytes long.

    A copy may begin at any address, but 15 bytes always hold 8 that are aligned. So the memory is read
    as aligned words, and a word is found when it is any 8 bytes in a row of a secret.
    """

    def __init__(self, secrets: Mapping[str, bytes]) -> None:
        self._words: dict[int, str] = {}
        for name, secret in secrets.items():
            for form, pad in _HMAC_PADS.items():
                value = memoryview(bytes(byte ^ pad for byte in secret))
                for start in range(len(value) - _WORD + 1):
                    self._words[value[start : start + _WORD].cast("Q")[0]] = name + form

    def find(self, pid: int) -> Counter[tuple[str, str]]:
        """How many words were found, by the name of the secret and by the mapping that they were in."""
        found: Counter[tuple[str, str]] = Counter()
        for mapping, chunk in _writable(pid):
            words = memoryview(chunk).cast("Q")
            if not self._words.keys().isdisjoint(words):
                found.update((self._words[word], mapping) for word in words if word in self._words)
        return found


def may_search(pid: int) -> bool:
    """Whether the system lets us look into that process."""
    try:
        Path(f"/proc/{pid}/mem").open("rb").close()
    except OSError:
        return False
    return True


def _writable(pid: int) -> Iterator[tuple[str, bytes]]:
    """All that is written in the writable mappings, chunk by chunk, with the name of the mapping."""
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            span, permissions, *_ = line.split()
            if permissions[1] != "w":
                continue
            start, end = (int(number, 16) for number in span.split("-"))
            for at in range(start, end, _CHUNK):
                memory.seek(at)
                try:
                    chunk = memory.read(min(_CHUNK, end - at))
                except OSError:
                    break  # a mapping of a device, or one that is gone by now
                if chunk != _NOTHING[: len(chunk)]:
                    yield " ".join(line.split()), chunk
