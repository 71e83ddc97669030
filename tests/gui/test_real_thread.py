"""The window's thread waits for nothing: no disk, no network, no key is touched on it while two engines do that."""

import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any, Final

import pytest
from pytestqt.qtbot import QtBot

from desktop_app import resource_files
from desktop_app.engine import ciphers
from desktop_app.errors import AppError
from desktop_app.gui.deliberate import Deliberate
from desktop_app.protocol.key_schedule import Cipher
from desktop_app.storage import settings as settings_file
from desktop_app.storage.profile import Profile
from desktop_app.transport.address import Address
from desktop_app.transport.dialer import dial
from tests.gui.desk import Desk
from tests.support.node import Node, _no_descriptors_left, pair_of_nodes, start_node, verify
from tests.transfer.trees import write

__all__ = ["_no_descriptors_left", "pair_of_nodes", "start_node"]

DISK: Final = {
    "access", "chmod", "fstat", "fsync", "link", "listdir", "lstat", "mkdir", "open", "pread", "pwrite", "read",
    "readlink", "remove", "rename", "replace", "rmdir", "scandir", "stat", "statvfs", "symlink", "truncate", "unlink",
    "utime", "write",
}  # fmt: skip
FOREIGN: Final = {"_blake2", "_hashlib", "_io", "_socket", "_sqlite3", "blake3", "cryptography", "socket", "sqlite3"}
OURS: Final = str(Path(resource_files.__file__).parent)


class Touches:
    """What Python called on this thread that is not for it, with who of ours wanted it."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def look(self, frame: FrameType, event: str, called: Any) -> None:
        if event != "c_call" or not _is_touch(called):
            return
        wanted_by = _ours(frame)
        if wanted_by and not wanted_by.startswith(("icons.py", "resource_files.py")):  # what is drawn is read once
            self.found.append(f"{wanted_by}: {called.__qualname__}")


def _is_touch(called: Any) -> bool:
    owner = getattr(called, "__self__", None)
    is_function = owner is None or isinstance(owner, ModuleType)
    home = (called if is_function else type(owner)).__module__ or ""
    if home in {"posix", "nt"}:
        return called.__name__ in DISK
    return home.split(".")[0] in FOREIGN


def _ours(frame: FrameType | None) -> str:
    """The nearest place in the program; empty where only a test wanted it."""
    while frame is not None:
        if frame.f_code.co_filename.startswith(OURS):
            return f"{Path(frame.f_code.co_filename).name}:{frame.f_lineno}"
        frame = frame.f_back
    return ""


@contextmanager
def watched() -> Iterator[Touches]:
    touches = Touches()
    before = sys.getprofile()
    sys.setprofile(touches.look)  # of this thread alone
    try:
        yield touches
    finally:
        sys.setprofile(before)


def _read(root: Path) -> None:
    settings_file.load(Profile(root))


def _dial(_root: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        closed = Address("127.0.0.1", server.getsockname()[1])
    with pytest.raises(AppError):
        dial([closed], lambda: False)


def _seal(_root: Path) -> None:
    ciphers._seconds(Cipher.AES_256_GCM)


@pytest.mark.parametrize("touch", [_read, _dial, _seal])
def test_the_watch_sees_a_touch(tmp_path: Path, touch: Callable[[Path], None]) -> None:
    with watched() as touches:
        touch(tmp_path)
    assert touches.found


def test_the_window_s_thread_touches_no_disk_network_or_key(
    pair_of_nodes: tuple[Node, Node], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Deliberate, "wait_ms", 1)
    a, b = pair_of_nodes
    verify(a, b)
    ada, kitchen = (Desk(node, qtbot, tmp_path) for node in (a, b))
    thesis = write(tmp_path / "thesis.pdf", b"abc")
    with watched() as touches:
        ada.send(ada.card("Kitchen PC, Verified"), thesis)
        kitchen.click("offer-accept")
        [sent] = a.engine.transfers()
        ada.says(f"status-{sent.id}", "checked and saved on Kitchen PC")
        [received] = b.engine.transfers()
        kitchen.says(f"status-{received.id}", "checked and saved")
        row = kitchen.window._transfers._by_id[received.id]
        kitchen.trigger(row._more.menu(), "Save receipt…")
        kitchen.wait(lambda: bool(kitchen.window._notices.texts()))
        ada.window._side.show_settings()
        ada.click("settings-close")
        a.engine.change_settings(careful=True)
        ada.wait(lambda: a.engine.settings.careful)
        ada.window._side.show_check()
        ada.says("check-summary", " devices apart")
        ada.click("check-close")
        ada.choose(ada.card("Kitchen PC, Verified"), "Remember this device…")
        ada.choose(ada.card("Kitchen PC, Verified"), "About this session…")
        ada.click("session-end")
        kitchen.gone("session-panel")
        ada.says("session-state", "Session over.")
    assert touches.found == []
