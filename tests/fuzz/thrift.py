"""What a long run saves itself, in the fuzzing process alone: work that costs most of an execution and that no target
looks at. The short run in the test suite does without any of this.
"""

import os
import time
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import cycle
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final

import filelock
import platformdirs
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

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
    from desktop_app.storage import journal

    _put(journal, "_unlock", lambda _: None)  # nor is there a file of the lock
    for holder, name in ((Path, "resolve"), (os.path, "realpath")):  # no folder of a profile becomes a link meanwhile
        _put(holder, name, lru_cache(64)(getattr(holder, name)))
    from desktop_app.transport import waiting

    _put(waiting, "time", SimpleNamespace(monotonic=time.monotonic, thread_time=float))  # nobody asks for what waited
    from desktop_app.protocol import noise_primitives, pairing
    from desktop_app.storage import landlock, survey

    proof = lru_cache(_DERIVED)(lambda key, *bound: prove(bytearray(key), *bound))
    prove = pairing._proof
    _put(pairing, "_proof", lambda key, *bound: proof(bytes(key), *bound))
    _put(landlock, "works", lambda: False)  # no thread for it; and it would hide what the rules for names let through
    _put(survey, "_warnings", _seen_once(survey._warnings))
    for name in ("dh_key", "kem_key"):
        _put(noise_primitives, name, _recurring(getattr(noise_primitives, name)))
    _put(noise_primitives, "kem_public", lru_cache(_DERIVED)(noise_primitives.kem_public))
    _put(noise_primitives, "kem_encapsulate", _encapsulated_once(noise_primitives.kem_encapsulate))


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


def _seen_once(look: Callable[[Any, str, Any], Iterator[Any]]) -> Callable[[Any, str, Any], Iterator[Any]]:
    """What one disk can hold, which stays as it is: that is tried with files of our own in a folder of our own."""
    seen: dict[tuple[object, ...], list[Any]] = {}

    def again(there: Any, path: str, wanted: Any) -> Iterator[Any]:
        asked = (path, tuple(wanted.names), wanted.files, wanted.total, wanted.longest_path)
        if asked not in seen:
            if len(seen) == _DERIVED:
                seen.clear()
            seen[asked] = list(look(there, path, wanted))
        return iter(seen[asked])

    return again


class _Key:
    """A private key whose public one is worked out once, and so is what it has in common with whom."""

    def __init__(self, key: Any) -> None:
        self._public = key.public_key()
        if hasattr(key, "exchange"):
            exchanged = lru_cache(_DERIVED)(lambda public: key.exchange(X25519PublicKey.from_public_bytes(public)))
            self.exchange = lambda public: _copy(exchanged(public.public_bytes_raw()))
        else:
            decapsulated = lru_cache(_DERIVED)(key.decapsulate)
            self.decapsulate = lambda ciphertext: _copy(decapsulated(ciphertext))

    def public_key(self) -> Any:
        return self._public


def _recurring(make: Callable[[bytes | None], Any]) -> Callable[[bytes | None], Any]:
    """Key pairs that come around again, in place of fresh ones."""
    keys = cycle([_Key(make(None)) for _ in range(_KEYS)])
    return lambda private: next(keys) if private is None else make(private)


def _encapsulated_once(encapsulate: Callable[[Any], tuple[bytes, bytearray]]) -> Callable[[Any], Any]:
    """The same for the same public key."""
    encapsulated = lru_cache(_DERIVED)(lambda public: encapsulate(MLKEM768PublicKey.from_public_bytes(public)))

    def copied(public: Any) -> tuple[bytes, bytearray]:
        ciphertext, secret = encapsulated(public.public_bytes_raw())
        return ciphertext, bytearray(secret)

    return copied


def _copy(secret: bytes) -> bytes:
    """Of its own, for it will be wiped."""
    return bytes(bytearray(secret))


def _put(holder: Any, name: str, value: Any) -> None:
    setattr(holder, name, value)
