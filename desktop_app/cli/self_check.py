"""`--self-check`, for packages: is everything there that an installation needs?"""

import importlib
import importlib.util
import pkgutil

import desktop_app
from desktop_app.errors import AppError, LocalProtocolError
from desktop_app.protocol.handshake import InitiatorHandshake, LiveKeys, respond


def self_check() -> int:
    """Imports every module and agrees on keys with itself. Exit code 0 where all is well."""
    with_window = importlib.util.find_spec("PySide6") is not None
    try:
        count = _import_everything(with_window=with_window)
        _handshake()
    except (AppError, ImportError) as error:
        print(f"{desktop_app.APP_NAME} {desktop_app.__version__}: {error}")
        return 1
    window = "" if with_window else ", no window (PySide6 is not installed)"
    print(f"{desktop_app.APP_NAME} {desktop_app.__version__}: {count} modules, keys agreed{window}")
    return 0


def _import_everything(*, with_window: bool) -> int:
    count = 0
    for module in pkgutil.walk_packages(desktop_app.__path__, "desktop_app."):
        if with_window or not module.name.startswith("desktop_app.gui."):
            importlib.import_module(module.name)
            count += 1
    return count


def _handshake() -> None:
    """Two sets of live keys, because one would notice that it talks to itself."""
    initiator = InitiatorHandshake(LiveKeys())
    answer, theirs = respond(initiator.first_frame, LiveKeys())
    ours = initiator.finish(answer)
    agreed = (ours.h, ours.root) == (theirs.h, theirs.root)
    ours.wipe()
    theirs.wipe()
    if not agreed:
        raise LocalProtocolError(detail="the two sides of a handshake differ")
