"""Qt's bindings, loaded without the import that they put in the place of Python's.

Theirs is for spellings of Qt's names that nobody uses here, and reads the source of every module that comes later:
10 MB, and a tenth of the time until the window is there.
"""

import builtins


def load() -> None:
    """Before anything else that needs them. Raises ImportError where there are none."""
    plain = builtins.__import__
    try:
        import PySide6.QtCore  # noqa: F401
    finally:
        builtins.__import__ = plain
