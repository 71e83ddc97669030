"""What a long run saves itself, in the fuzzing process alone: work that costs most of an execution and that no target
looks at. The short run in the test suite does without any of this.
"""

from collections.abc import Callable
from functools import lru_cache
from itertools import cycle
from pathlib import Path
from typing import Any, Final

import filelock
import platformdirs

_KEYS: Final = 8  # more than are alive at a time
_DERIVED: Final = 4096


def begin() -> None:
    """Before anything that is fuzzed is imported, for it takes these by their names."""
    from desktop_app.protocol import hkdf, wiping

    for name in ("scour", "wipe_freed"):  # of the stack and of freed memory; that buffers are wiped is looked at
        _put(wiping, name, lambda *_: None)
    for name in ("extract", "expand"):
        _put(hkdf, name, _once(getattr(hkdf, name)))
    downloads = platformdirs.user_downloads_path()
    _put(platformdirs, "user_downloads_path", lambda: downloads)
    _put(filelock, "FileLock", _Unlocked)  # no other process has these files
    from desktop_app.protocol import noise_primitives, pairing
    from desktop_app.storage import landlock

    proof = lru_cache(_DERIVED)(lambda key, *bound: prove(bytearray(key), *bound))
    prove = pairing._proof
    _put(pairing, "_proof", lambda key, *bound: proof(bytes(key), *bound))
    _put(landlock, "works", lambda: False)  # no thread for it; and it would hide what the rules for names let through
    for name in ("dh_key", "kem_key"):
        _put(noise_primitives, name, _recurring(getattr(noise_primitives, name)))


class _Unlocked:
    def __init__(self, path: str | Path, **_: Any) -> None:
        self.lock_file = str(path)

    def acquire(self) -> None: ...

    def release(self) -> None: ...


def _once(derive: Callable[..., bytearray]) -> Callable[..., bytearray]:
    """The same keys of the same secrets, derived once; each time in a buffer of its own, for it will be wiped."""

    @lru_cache(_DERIVED)
    def derived(algorithm: type, *values: bytes | int) -> bytes:
        return bytes(derive(algorithm(), *(bytearray(each) if isinstance(each, bytes) else each for each in values)))

    def copied(algorithm: Any, *values: Any) -> bytearray:
        kind: Any = type(algorithm)
        return bytearray(derived(kind, *(each if isinstance(each, int) else bytes(each) for each in values)))

    return copied


def _recurring(make: Callable[[bytes | None], Any]) -> Callable[[bytes | None], Any]:
    """Key pairs that come around again, in place of fresh ones."""
    keys = cycle([make(None) for _ in range(_KEYS)])
    return lambda private: next(keys) if private is None else make(private)


def _put(module: Any, name: str, value: Any) -> None:
    setattr(module, name, value)
