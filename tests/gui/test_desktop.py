"""Handing what came to the desktop: only what is still there, and never waiting for a disk."""

import os
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.gui import desktop
from desktop_app.gui.desktop import Desktop
from tests.gui.conftest import Stage
from tests.gui.test_earlier import past

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="what other desktops start")


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    calls: list[tuple[str, ...]] = []

    monkeypatch.setattr(desktop, "_watched", lambda _helpless, *command: calls.append(command))
    return calls


def opener(folder: Path, does: str) -> None:
    program = folder / "xdg-open"
    program.write_text(f"#!/bin/sh\n{does}\n")
    program.chmod(0o755)


def no_trouble() -> None:
    pytest.fail("it is there")


def test_what_is_there_is_opened_or_shown(started: list[tuple[str, ...]], tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "thesis.pdf"
    path.write_bytes(b"x")
    Desktop().open(path, no_trouble, no_trouble)
    qtbot.waitUntil(lambda: started == [("xdg-open", str(path))])
    Desktop().show(path, no_trouble, no_trouble)
    qtbot.waitUntil(lambda: started[1:] == [("xdg-open", str(tmp_path))])


def test_what_is_gone_is_told_on_the_windows_thread(
    started: list[tuple[str, ...]], tmp_path: Path, qtbot: QtBot
) -> None:
    told: list[threading.Thread] = []
    Desktop().open(tmp_path / "gone", lambda: told.append(threading.current_thread()), no_trouble)
    qtbot.waitUntil(lambda: told == [threading.main_thread()])
    assert not started


def test_a_disk_that_does_not_answer_keeps_no_window_waiting(
    started: list[tuple[str, ...]], tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = threading.Event()
    monkeypatch.setattr(os.path, "lexists", lambda _: answers.wait(15))
    Desktop().open(tmp_path, no_trouble, no_trouble)  # comes back at once
    assert not started
    answers.set()
    qtbot.waitUntil(lambda: bool(started))


def test_what_is_started_has_the_persons_own_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """A packaged program has put it in order as it began, for all that it starts."""
    told = tmp_path / "told"
    opener(tmp_path, f'echo "$1 $LD_LIBRARY_PATH" > "{told}.new" && mv "{told}.new" "{told}"')
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/lib")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    Desktop().browse("https://example.org", no_trouble)
    qtbot.waitUntil(told.exists)
    assert told.read_text() == "https://example.org /opt/lib\n"


@pytest.mark.parametrize("what", ["open", "show", "browse"])
@pytest.mark.parametrize("code", [None, 3, 4], ids=["no opener", "no tool", "nothing opens it"])
def test_where_there_is_no_program_for_it_that_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, what: str, code: int | None
) -> None:
    """Also where an opener is started that finds none, which it says by how it ends."""
    monkeypatch.setenv("PATH", str(tmp_path))
    if code is not None:
        opener(tmp_path, f"exit {code}")
    told: list[str] = []
    match what:
        case "open":
            Desktop().open(tmp_path, no_trouble, lambda: told.append(what))
        case "show":
            Desktop().show(tmp_path, no_trouble, lambda: told.append(what))
        case _:
            Desktop().browse("https://example.org", lambda: told.append(what))
    qtbot.waitUntil(lambda: told == [what])


def test_an_opener_that_stays_with_what_it_opened_is_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """A program that a person closed later may end as it likes, and does not end with this one's terminal."""
    held, over = tmp_path / "held", tmp_path / "over"
    os.mkfifo(held)
    opener(tmp_path, f'read _ < "{held}"; ps -o sid= -p $$ > "{over}.new"; mv "{over}.new" "{over}"; exit 3')
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(desktop, "OPENER_SECONDS", 0.0)
    Desktop().browse("https://example.org", no_trouble)
    held.write_text("closed\n")
    qtbot.waitUntil(lambda: over.exists() and not desktop._Watch._watching)
    assert int(over.read_text()) != os.getsid(0)


def test_the_window_says_so_with_what_it_was(stage: Stage) -> None:
    stage.desktop.helpless = True
    came = past(number=1)
    stage.engine.change(came)
    for name, said in ((f"open-{came.id}", "thesis.pdf"), (f"folder-{came.id}", "Downloads")):
        stage.find(QPushButton, name).click()
        notice = stage.find(QFrame, "notice-info")
        texts = [label.text() for label in notice.findChildren(QLabel)]
        assert "There is no program here that opens it." in texts
        assert any(said in text for text in texts)
        stage.find(QToolButton, "notice-dismiss").click()
