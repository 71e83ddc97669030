"""Where the packaged program begins."""

import os
import sys


def _restore_environment() -> None:
    """The program's own libraries are found by now; whatever it starts must find the system's, and no trace of us."""
    for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
        before = os.environ.pop(f"{name}_ORIG", None)
        if before:
            os.environ[name] = before
        else:
            os.environ.pop(name, None)
    for name in [name for name in os.environ if name.startswith(("_PYI_", "QT_PLUGIN_PATH", "QML2_IMPORT_PATH"))]:
        del os.environ[name]


_restore_environment()

from desktop_app.__main__ import main  # noqa: E402  what it starts must not inherit what was there before

sys.exit(main())
