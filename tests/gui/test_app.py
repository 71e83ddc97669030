"""Starting and ending: the window, why it did not come, and an engine that is always shut down."""

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop_app.__main__ import _open_window
from desktop_app.cli.arguments import parse
from desktop_app.cli.commands import Window
from desktop_app.cli.exit_codes import ExitCode
from desktop_app.engine import summons
from desktop_app.errors import PortInUse
from desktop_app.events import Contents, Event, State, Trouble
from desktop_app.gui import app
from desktop_app.gui.main_window import MainWindow
from desktop_app.storage.profile import Profile
from tests.support.fake_engine import FakeEngine


class RefusingEngine(FakeEngine):
    def start(self) -> None:
        raise PortInUse(port=47471)


class TalkativeEngine(FakeEngine):
    def start(self) -> None:
        super().start()
        self.emit(Trouble(PortInUse(port=1)))


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    """A window that opens changes how its whole process goes on."""
    yield
    gc.unfreeze()


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Callable[[type[FakeEngine]], list[FakeEngine]]:
    def install(kind: type[FakeEngine]) -> list[FakeEngine]:
        made: list[FakeEngine] = []

        def make(profile: Profile, emit: Callable[[Event], None], *, port: int | None) -> FakeEngine:
            engine = kind(emit=emit)
            engine.calls.append(("made", profile.root, port))
            made.append(engine)
            return engine

        monkeypatch.setattr(app, "Engine", make)
        return made

    return install


def visible(name: str) -> QWidget | None:
    found = [widget for widget in QApplication.topLevelWidgets() if widget.objectName() == name and widget.isVisible()]
    return found[-1] if found else None


def _opened(*arguments: str) -> int:
    """The exit code of a window that was asked for like this."""
    options = parse(arguments)
    assert isinstance(options.command, Window)
    return _open_window(options, options.command)


def when(ready: Callable[[], bool], then: Callable[[], object]) -> QTimer:
    """Do something inside the event loop as soon as it can be done."""
    timer = QTimer(interval=10)

    def look() -> None:
        if ready():
            timer.stop()
            then()

    timer.timeout.connect(look)
    timer.start()
    return timer


def test_closing_the_window_ends_in_order(use: Callable[[type[FakeEngine]], list[FakeEngine]], tmp_path: Path) -> None:
    engines = use(FakeEngine)
    seen: list[bool] = []

    def close() -> None:
        seen.append(engines[0].started)
        window = visible("main-window")
        assert window is not None
        window.close()

    timer = when(lambda: visible("main-window") is not None, close)
    assert app.run(Profile(tmp_path), port=5000) == 0
    timer.stop()
    assert seen == [True]
    assert engines[0].calls == [("made", tmp_path, 5000)]
    assert not engines[0].started


def test_files_given_at_the_start_ask_for_a_device(
    use: Callable[[type[FakeEngine]], list[FakeEngine]], tmp_path: Path
) -> None:
    use(FakeEngine)
    timer = when(lambda: visible("device-picker") is not None, QApplication.exit)
    assert app.run(Profile(tmp_path), paths=[tmp_path]) == 0
    timer.stop()


def test_what_the_engine_says_while_starting_is_not_lost(
    use: Callable[[type[FakeEngine]], list[FakeEngine]], tmp_path: Path
) -> None:
    use(TalkativeEngine)

    def told() -> bool:
        window = visible("main-window")
        return window is not None and window.findChild(QWidget, "notice-warning") is not None

    timer = when(told, QApplication.exit)
    assert app.run(Profile(tmp_path)) == 0
    timer.stop()


@pytest.mark.parametrize("in_a_thread", [False, True])
def test_a_mistake_in_the_window_is_told_there_once_and_ends_nothing(
    use: Callable[[type[FakeEngine]], list[FakeEngine]],
    in_a_thread: bool,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    use(FakeEngine)
    before, path = (sys.excepthook, threading.excepthook), str(tmp_path)
    told: list[str] = []

    def mistaken() -> None:
        raise KeyError(path)

    def make_it_thrice() -> None:
        for _ in range(3):
            QTimer.singleShot(0, threading.Thread(target=mistaken).start if in_a_thread else mistaken)
        QTimer.singleShot(50, read)

    def read() -> None:
        window = visible("main-window")
        assert isinstance(window, MainWindow)
        told.extend(window._notices.texts())
        QApplication.exit()

    timer = when(lambda: visible("main-window") is not None, make_it_thrice)
    assert app.run(Profile(tmp_path)) == 0
    timer.stop()
    [said] = told
    assert said.startswith("Tallystick made a mistake (")
    assert "KeyError in test_app.py:" in said
    assert path not in said + caplog.text, "its own words may name a file"
    assert capsys.readouterr().err == "", "never a traceback"
    assert (sys.excepthook, threading.excepthook) == before


def test_what_ends_a_thread_and_is_no_mistake_is_told_as_before(
    use: Callable[[type[FakeEngine]], list[FakeEngine]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(FakeEngine)
    heard: list[object] = []
    monkeypatch.setattr(threading, "excepthook", lambda ended: heard.append(ended.exc_type))

    def interrupted() -> None:
        raise KeyboardInterrupt

    def end() -> None:
        thread = threading.Thread(target=interrupted)
        thread.start()
        thread.join()
        QApplication.exit()

    timer = when(lambda: visible("main-window") is not None, end)
    assert app.run(Profile(tmp_path)) == 0
    timer.stop()
    assert heard == [KeyboardInterrupt]


def test_a_start_that_fails_says_why(use: Callable[[type[FakeEngine]], list[FakeEngine]], tmp_path: Path) -> None:
    use(RefusingEngine)

    def close() -> None:
        failure = visible("start-failure")
        assert failure is not None
        assert visible("main-window") is None
        failure.close()

    timer = when(lambda: visible("start-failure") is not None, close)
    assert _opened("--profile", str(tmp_path)) == ExitCode.LOCAL, "no mistake of the program's"
    timer.stop()
    assert summons.claim(Profile(tmp_path), [], patience=0.0) is not None, "somebody else may try"


def test_a_later_start_brings_the_window_forward_and_asks_which_device(
    use: Callable[[type[FakeEngine]], list[FakeEngine]], tmp_path: Path
) -> None:
    use(FakeEngine)
    profile, paths = tmp_path / "profile", [tmp_path / "a", tmp_path / "b"]
    codes: list[int] = []

    def start_again(*paths: Path) -> None:
        codes.append(_opened("--profile", str(profile), *map(str, paths)))

    def minimize() -> None:
        window = visible("main-window")
        assert window is not None
        window.showMinimized()
        other.start()

    def asked() -> bool:
        window, picker = visible("main-window"), visible("device-picker")
        return window is not None and not window.isMinimized() and picker is not None and not other.is_alive()

    def start_with_more() -> None:
        more.start()

    def asked_for_more() -> bool:
        picker = visible("device-picker")
        said = [label.text() for label in picker.findChildren(QLabel)] if picker is not None else []
        return any("and 1 more" in text for text in said) and not more.is_alive()

    other = threading.Thread(target=start_again, args=paths[:1])
    more = threading.Thread(target=start_again, args=paths)
    timers = [
        when(lambda: visible("main-window") is not None, minimize),
        when(asked, start_with_more),
        when(asked_for_more, QApplication.exit),
    ]
    assert _opened("--profile", str(profile)) == 0
    for timer in timers:
        timer.stop()
    assert codes == [0, 0]


@pytest.mark.parametrize("place", ["a file", "nowhere"])
def test_a_profile_that_cannot_be_used_is_told_in_a_window(tmp_path: Path, place: str) -> None:
    root = Path("/proc/nowhere") if place == "nowhere" else tmp_path / "file"
    (tmp_path / "file").write_text("mine")
    said: list[str] = []

    def close() -> None:
        failure = visible("start-failure")
        assert failure is not None
        said.extend(label.text() for label in failure.findChildren(QLabel))
        failure.close()

    timer = when(lambda: visible("start-failure") is not None, close)
    assert _opened("--profile", str(root)) == ExitCode.LOCAL
    timer.stop()
    assert any("own data" in text and root.name in text for text in said), said


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_case_092_a_signal_ends_it_in_order_and_leaves_the_handlers_as_they_were(
    use: Callable[[type[FakeEngine]], list[FakeEngine]], tmp_path: Path, number: signal.Signals
) -> None:
    engines = use(FakeEngine)
    before = signal.getsignal(number)

    def move() -> None:
        transfer = engines[0].offer(Contents(("a",), 1, 0, 1))
        engines[0].change(transfer, state=State.MOVING)  # nobody is asked about it

    def moving() -> bool:
        window = visible("main-window")
        return window is not None and window.findChild(QWidget, "transfer-1") is not None

    started = when(lambda: visible("main-window") is not None, move)
    timer = when(moving, lambda: os.kill(os.getpid(), number))
    assert app.run(Profile(tmp_path)) == 0
    timer.stop()
    started.stop()
    assert not engines[0].started
    assert signal.getsignal(number) is before


def test_a_signal_that_comes_before_the_loop_runs_ends_it(qapp: QApplication) -> None:
    ending, late = app._CloseOnSignal(qapp), QTimer(singleShot=True)
    late.timeout.connect(lambda: qapp.exit(1))
    late.start(5000)
    signal.raise_signal(signal.SIGTERM)
    assert qapp.exec() == 0
    late.stop()  # an exit outside of the loop would keep every later one from running
    ending.stop()
