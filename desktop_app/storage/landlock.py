"""Landlock of Linux (5.19 and later): one thread gives up, for good, everything that it may do to files but below one
folder. Other threads of the process are not concerned, so what cannot be foreseen is left to them.

Times, modes and what was opened before are beyond it (landlock(7)).
"""

import ctypes
import errno
import functools
import os
import platform
import sys
import threading
from typing import Final

# linux/landlock.h, by the version of the interface that brought them; the first thirteen came together.
_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR, _REMOVE_DIR, _REMOVE_FILE = (1 << bit for bit in range(6))
_MAKE_DIR, _MAKE_REG = 1 << 7, 1 << 8
_REFER: Final = 1 << 13
_TRUNCATE: Final = 1 << 14
_RIGHTS: Final = {2: (1 << 14) - 1, 3: (1 << 15) - 1, 5: (1 << 16) - 1}  # all there are
_BELOW: Final = (
    _WRITE_FILE | _READ_FILE | _READ_DIR | _REMOVE_DIR | _REMOVE_FILE | _MAKE_DIR | _MAKE_REG | _REFER | _TRUNCATE
)

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446  # on every processor but Alpha
_CREATE_RULESET_VERSION: Final = 1
_RULE_PATH_BENEATH: Final = 1
_PR_SET_NO_NEW_PRIVS: Final = 38  # without it only root may restrict itself


class _Ruleset(ctypes.Structure):
    _fields_ = (("handled_access_fs", ctypes.c_uint64),)


class _PathBeneath(ctypes.Structure):
    _pack_ = 1
    _layout_ = "ms"
    _fields_ = (("allowed_access", ctypes.c_uint64), ("parent_fd", ctypes.c_int32))


@functools.cache
def works() -> bool:
    """Whether this system can do it, found out by a thread that is gone afterwards."""
    if _version() < min(_RIGHTS):
        return False
    found: list[bool] = []

    def try_it() -> None:
        try:
            root = os.open("/", os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
            try:
                keep_below(root)
            finally:
                os.close(root)
        except OSError:
            return
        found.append(True)

    probe = threading.Thread(target=try_it, name="landlock")
    probe.start()
    probe.join()
    return bool(found)


def keep_below(directory: int) -> None:
    """The calling thread, and whatever it starts, reaches nothing any more but what is below this open directory,
    wherever that is moved to. Raises OSError."""
    rights = next(_RIGHTS[version] for version in sorted(_RIGHTS, reverse=True) if version <= _version())
    wanted = _Ruleset(rights)
    ruleset = _call(_CREATE_RULESET, ctypes.byref(wanted), ctypes.c_size_t(ctypes.sizeof(wanted)), 0)
    try:
        below = _PathBeneath(_BELOW & rights, directory)
        _call(_ADD_RULE, ruleset, _RULE_PATH_BENEATH, ctypes.byref(below), 0)
        ctypes.CDLL(None).prctl(_PR_SET_NO_NEW_PRIVS, *(ctypes.c_ulong(each) for each in (1, 0, 0, 0)))
        _call(_RESTRICT_SELF, ruleset, 0)
    finally:
        os.close(ruleset)


@functools.cache
def _version() -> int:
    """Of the interface; 0 where there is none, or it is switched off."""
    if sys.platform != "linux" or platform.machine() == "alpha":
        return 0
    try:
        return _call(_CREATE_RULESET, None, ctypes.c_size_t(0), _CREATE_RULESET_VERSION)
    except OSError:
        return 0


def _call(number: int, *arguments: object) -> int:
    """The C library has no functions for these. Raises OSError."""
    syscall = ctypes.CDLL(None, use_errno=True).syscall
    syscall.restype = ctypes.c_long
    words = (ctypes.c_long(each) if isinstance(each, int) else each for each in arguments)
    result: int = syscall(ctypes.c_long(number), *words)
    if result < 0:
        code = ctypes.get_errno() or errno.ENOSYS
        raise OSError(code, os.strerror(code))
    return result
