"""The main job as people do it: two windows on two computers, a mouse and a keyboard."""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.end2end.screen import WIDTH, Files, Screen, Window
from tests.support.namespaces import Lan

pytestmark = [pytest.mark.network, pytest.mark.screen]

SEEN_SECONDS, SLACK = 2.0, 1.0  # the slack is for a machine that does other things too
WHOLE = 1000  # of a progress bar
TYPED_ANEW = 5
MANY_BYTES = 256 * 2**20  # so many that the bar is seen to move


@pytest.fixture
def screen() -> Iterator[Screen]:
    with Screen() as screen:
        yield screen


@pytest.fixture
def windows(screen: Screen, tmp_path: Path) -> Iterator[tuple[Window, Window]]:
    """Ada's and the kitchen's, side by side on the screen and on one network."""
    with Lan(hosts=2) as lan, ExitStack() as kept:
        ada = Window(screen, tmp_path / "ada", "Ada's laptop", 0, lan.hosts[0])
        kept.callback(ada.kill)
        kitchen = Window(screen, tmp_path / "kitchen", "Kitchen PC", WIDTH // 2, lan.hosts[1])
        kept.callback(kitchen.kill)
        for window, peer in ((ada, kitchen), (kitchen, ada)):
            window.card(peer.name)
            print(f"{window.name} lists {peer.name} {time.monotonic() - kitchen.shown_at:.2f} s after it was shown")
        assert time.monotonic() - kitchen.shown_at < SEEN_SECONDS + SLACK
        yield ada, kitchen
        ada.close()
        kitchen.close()
        shutil.rmtree(kitchen.received)  # pytest would keep the many bytes


@pytest.fixture
def files(screen: Screen, paths: list[Path], tmp_path: Path) -> Iterator[Files]:
    files = Files(screen, tmp_path / "files.log", *paths)
    yield files
    files.kill()


@pytest.fixture
def paths(tmp_path: Path) -> Iterator[list[Path]]:
    """A file and a folder."""
    film, holiday = tmp_path / "film.mp4", tmp_path / "holiday 2026"
    with film.open("wb") as file:
        file.write(os.urandom(2**20))
        file.truncate(MANY_BYTES)
    (holiday / "Küche" / "deep").mkdir(parents=True)
    (holiday / "empty").mkdir()
    (holiday / "Küche" / "deep" / "text.txt").write_text("hello")
    for number in range(20):
        (holiday / f"{number}.jpg").write_bytes(os.urandom(number * 1000))
    yield [film, holiday]
    film.unlink()


def test_dropped_on_a_card_with_the_mouse(windows: tuple[Window, Window], files: Files, paths: list[Path]) -> None:
    ada, kitchen = windows
    files.drag_to(ada, "Kitchen PC")
    assert code(ada) == code(kitchen)
    ada.click("code-match")
    assert ada.text("code-waiting") == "Waiting for Kitchen PC…"
    kitchen.click("code-match")
    assert kitchen.text("offer-title") == "Ada's laptop wants to send you files"
    assert tree(kitchen.received) == {}, "nothing is written before it was accepted"
    bars = [window.expect(do="wait", name="progress-*", above=0) for window in windows]
    kitchen.click("offer-accept")
    assert all(0 < bar()["value"] < WHOLE for bar in bars)
    delivered(ada, kitchen)
    assert tree(kitchen.received) == sent(paths)
    ada.card("Kitchen PC, Verified")
    kitchen.card("Ada's laptop, Verified")
    assert set(files.take_from(kitchen, "transfer-*")) == {str(kitchen.received / path.name) for path in paths}


def test_sent_with_the_keyboard_alone(windows: tuple[Window, Window], files: Files, paths: list[Path]) -> None:
    ada, kitchen = windows
    film, holiday = paths
    film.write_text("a short one")
    ada.tab_to(ada.card("Kitchen PC")["name"])
    ada.screen.keys("space")
    ada.wait("card-menu")
    ada.screen.keys("Down", "Return")  # from "Send files…" to "Send a folder…"
    ada.turn_to("fileNameEdit")  # Qt's own name in Qt's own dialog
    ada.wait("fileNameEdit", focused=True)
    for _ in range(TYPED_ANEW):  # Qt completes while one types, and on a busy machine keys get lost in that
        ada.screen.keys("ctrl+a")
        ada.screen.type(str(holiday))
        if ada.happens("fileNameEdit", contains=str(holiday)):
            break
    ada.wait("fileNameEdit", contains=str(holiday))
    ada.enter_until_gone("fileNameEdit")
    assert code(ada) == code(kitchen)
    kitchen.press("code-match")
    ada.press("code-match")
    kitchen.press("offer-accept")
    delivered(ada, kitchen)
    assert tree(kitchen.received) == sent([holiday])

    files.copy()
    ada.turn_to()
    ada.screen.keys("ctrl+v")
    ada.turn_to("device-picker")
    ada.screen.keys("Return")  # the one device there is has its tick already
    kitchen.press("offer-accept")
    delivered(ada, kitchen, 2)
    assert not kitchen.shows("code-dialog"), "a session needs one comparison"
    again = {name.replace("2026", "2026 (2)", 1): data for name, data in sent([holiday]).items()}
    assert tree(kitchen.received) == sent(paths) | again


@pytest.mark.parametrize("who", ["sender", "receiver"])
def test_codes_that_differ(windows: tuple[Window, Window], files: Files, who: str) -> None:
    ada, kitchen = windows
    files.drag_to(ada, "Kitchen PC")
    assert code(ada) == code(kitchen)
    (ada if who == "sender" else kitchen).click("code-different")
    for window, peer in ((ada, "Kitchen PC"), (kitchen, "Ada's laptop")):
        assert window.text("failure-text") == (
            f"The codes differ. Someone may be between you and {peer}, or you compared with another device."
        )
        assert not window.shows("code-dialog")
    ada.wait("status-*", contains="Nothing was sent or received.")
    ada.click("failure-seen")
    ada.wait("failure-dialog", visible=False)

    files.drag_to(ada, "Kitchen PC")
    ada.wait("status-*", contains="Kitchen PC cannot compare a code right now.")
    assert not kitchen.shows("code-dialog"), "not before somebody has seen that the codes differed"
    assert kitchen.shows("failure-dialog")
    assert not kitchen.shows("transfers")
    kitchen.click("failure-seen")
    kitchen.wait("failure-dialog", visible=False)
    assert tree(kitchen.received) == {}

    files.drag_to(ada, "Kitchen PC")
    assert code(ada) == code(kitchen)


@pytest.mark.timeout(180)  # six windows, one after the other, on whatever machine
def test_remembered_after_a_restart_and_not_by_whoever_forgot(screen: Screen, tmp_path: Path, files: Files) -> None:
    """Compared and remembered once; both windows are started again, and a drop goes over without a code."""
    with Lan(hosts=2) as lan, ExitStack() as kept:

        def start() -> tuple[Window, Window]:
            ada = Window(screen, tmp_path / "ada", "Ada's laptop", 0, lan.hosts[0])
            kept.callback(ada.kill)
            kitchen = Window(screen, tmp_path / "kitchen", "Kitchen PC", WIDTH // 2, lan.hosts[1])
            kept.callback(kitchen.kill)
            return ada, kitchen

        ada, kitchen = start()
        ada.card("Kitchen PC")
        files.drag_to(ada, "Kitchen PC")
        assert code(ada) == code(kitchen)
        for window in (ada, kitchen):
            window.click("code-match")
        ada.wait("code-remember")
        kitchen.click("offer-accept")  # which comes when the success has left by itself
        delivered(ada, kitchen)
        for window in (ada, kitchen):
            window.close()

        ada, kitchen = start()
        ada.wait("card-*", contains="Probably Kitchen PC")
        files.drag_to(ada, "Kitchen PC")
        assert kitchen.text("offer-known").startswith("Remembered")
        kitchen.click("offer-accept")
        delivered(ada, kitchen)
        assert not ada.shows("code-dialog")
        for window in (ada, kitchen):
            window.close()

        (tmp_path / "kitchen" / "profile" / "devices.json").unlink()
        ada, kitchen = start()
        ada.card("Kitchen PC")
        files.drag_to(ada, "Kitchen PC")
        ada.wait("code-dialog")  # nobody recognises it, so it is a stranger that goes by a remembered name
        ada.wait("code-doubt")
        for window in (ada, kitchen):
            window.close()


def code(window: Window) -> str:
    """What is read aloud of it."""
    return window.text("code-view")


def delivered(sender: Window, receiver: Window, number: int = 1) -> None:
    sender.wait(f"status-{number}", contains=f"checked and saved on {receiver.name}")
    receiver.wait(f"status-{number}", contains=f"from {sender.name} — checked and saved in Downloads")


def tree(root: Path) -> dict[str, bytes | None]:
    return {str(path.relative_to(root)): path.read_bytes() if path.is_file() else None for path in root.rglob("*")}


def sent(paths: list[Path]) -> dict[str, bytes | None]:
    """What `tree` has to say of the folder that they were received in."""
    found: dict[str, bytes | None] = {}
    for path in paths:
        found[path.name] = path.read_bytes() if path.is_file() else None
        found |= {f"{path.name}/{name}": data for name, data in tree(path).items()}
    return found
