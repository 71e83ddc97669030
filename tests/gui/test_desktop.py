"""Handing what came to the desktop: only what is still there, and never waiting for a disk."""

import os
import sys
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.gui import desktop
from desktop_app.gui.desktop import Desktop

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="what other desktops start")


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    calls: list[tuple[str, ...]] = []
    monkeypatch.setattr(desktop, "_start", lambda *command: calls.append(command))
    return calls


def test_what_is_there_is_opened_or_shown(started: list[tuple[str, ...]], tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "thesis.pdf"
    path.write_bytes(b"x")
    Desktop().open(path, lambda: pytest.fail("it is there"))
    qtbot.waitUntil(lambda: started == [("xdg-open", str(path))])
    Desktop().show(path, lambda: pytest.fail("it is there"))
    qtbot.waitUntil(lambda: started[1:] == [("xdg-open", str(tmp_path))])


def test_what_is_gone_is_told_on_the_windows_thread(
    started: list[tuple[str, ...]], tmp_path: Path, qtbot: QtBot
) -> None:
    told: list[threading.Thread] = []
    Desktop().open(tmp_path / "gone", lambda: told.append(threading.current_thread()))
    qtbot.waitUntil(lambda: told == [threading.main_thread()])
    assert not started


def test_a_disk_that_does_not_answer_keeps_no_window_waiting(
    started: list[tuple[str, ...]], tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = threading.Event()
    monkeypatch.setattr(os.path, "lexists", lambda _: answers.wait(15))
    Desktop().open(tmp_path, lambda: None)  # comes back at once
    assert not started
    answers.set()
    qtbot.waitUntil(lambda: bool(started))


def test_what_is_started_has_the_persons_own_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """A packaged program has put it in order as it began, for all that it starts."""
    opener, told = tmp_path / "xdg-open", tmp_path / "told"
    opener.write_text(f'#!/bin/sh\necho "$1 $LD_LIBRARY_PATH" > "{told}.new" && mv "{told}.new" "{told}"\n')
    opener.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/lib")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    Desktop().browse("https://example.org")
    qtbot.waitUntil(told.exists)
    assert told.read_text() == "https://example.org /opt/lib\n"
