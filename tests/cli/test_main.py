"""The program from outside: no traceback, no Qt where none is needed, the self check."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import desktop_app
from desktop_app import __main__ as program
from desktop_app.cli import run as run_module
from desktop_app.cli.exit_codes import ExitCode
from desktop_app.gui import display

Done = subprocess.CompletedProcess[str]
ROOT = Path(desktop_app.__file__).parents[1]


def tallystick(*arguments: str, program: Sequence[str] = ("-m", "desktop_app"), **environment: str) -> Done:
    command = [sys.executable, *program, *arguments]
    env = os.environ | environment
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=50, check=False)


def test_the_self_check() -> None:
    done = tallystick("--self-check")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith(f"{desktop_app.APP_NAME} {desktop_app.__version__}: ")
    assert "keys agreed" in done.stdout


def test_the_command_line_works_without_qt() -> None:
    """A finder that knows no Qt stands in for a computer without it."""
    blocked = (
        "import sys\n"
        "class NoQt:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.partition('.')[0] == 'PySide6': raise ModuleNotFoundError(name, name=name)\n"
        "sys.meta_path.insert(0, NoQt())\n"
        "from desktop_app.__main__ import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    window = tallystick(program=("-c", blocked), QT_QPA_PLATFORM="offscreen")
    assert (window.returncode, window.stdout) == (6, "")
    assert "needs PySide6" in window.stderr
    missing = tallystick("send", "/nothing/here", "--to", "x", program=("-c", blocked))
    assert (missing.returncode, missing.stderr.splitlines()[0]) == (6, "“/nothing/here” does not exist.")


def test_where_there_is_no_screen_the_window_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(display, "display_available", lambda: False)
    assert program.main([]) == ExitCode.LOCAL
    assert capsys.readouterr().err.startswith("There is no screen here for the window.")


@pytest.mark.skipif(os.name != "posix", reason="there is no root")
def test_a_packaged_program_is_not_for_root(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    asked = ["history", "--profile", str(tmp_path / "profile")]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert program.main(asked) == ExitCode.LOCAL
    told = capsys.readouterr()
    assert (told.out, told.err.count("\n")) == ("", 2), "a sentence and what to do"
    assert told.err.startswith("Tallystick does not run as root")
    assert not (tmp_path / "profile").exists()
    assert program.main(["--self-check"]) == 0, "a package is checked by whoever installs it"

    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert program.main(asked) == 0
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setenv(program.AS_ROOT, "1")
    assert program.main(asked) == 0


def test_a_program_is_refused_in_its_own_language(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(display, "display_available", lambda: False)
    for words, code in (([], "no-screen"), (["sned"], "no-such-command")):
        program.main(["--json", *words])
        told = capsys.readouterr()
        assert (json.loads(told.out)["code"], told.err) == (code, "")


def test_a_command_that_there_is_not_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(display, "display_available", lambda: False)
    assert program.main(["sned", "photo.jpg"]) == ExitCode.USAGE
    assert capsys.readouterr().err.startswith("“sned” is neither a command nor a file.")
    (tmp_path / "sned").touch()
    assert program.main(["sned"]) == ExitCode.LOCAL, "it is a file that the window would be opened for"


@pytest.mark.skipif(os.name != "posix", reason="a signal ends a program there")
@pytest.mark.parametrize("module", ["desktop_app.cli.arguments", "desktop_app.cli.run"])
@pytest.mark.parametrize(
    "start",
    [
        "import runpy; runpy.run_module('desktop_app', run_name='__main__', alter_sys=True)",
        "from desktop_app.__main__ import main; sys.exit(main())",
    ],
)
def test_an_interruption_at_the_start_is_quiet(module: str, start: str) -> None:
    """A finder that interrupts stands in for a person, who would have to hit this moment."""
    interrupting = (
        "import signal, sys\n"
        "class Person:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        f"        if name == {module!r}: signal.raise_signal(signal.SIGINT)\n"
        "sys.meta_path.insert(0, Person())\n"
    )
    done = tallystick("devices", program=("-c", interrupting + start))
    assert done.returncode in {-signal.SIGINT, 128 + signal.SIGINT}
    assert (done.stdout, done.stderr) == ("", "")


def test_a_mistake_of_ours_is_a_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def mistake(*_: object) -> int:
        raise KeyError("secret detail")

    monkeypatch.setattr(run_module, "run", mistake)
    assert program.main(["devices"]) == ExitCode.MISTAKE
    said = capsys.readouterr().err
    assert said.startswith("Tallystick made a mistake and ended (KeyError in ")
    assert said.count("\n") == 1


def test_a_profile_that_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = tallystick("--profile", str(tmp_path / "file"), "--json", "devices")
    assert done.returncode == 6
    assert '"code": "profile-unusable"' in done.stdout
    assert done.stderr == ""


def test_a_reader_that_goes_away_is_no_mistake(tmp_path: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    missing = str(tmp_path / "missing")
    command = [sys.executable, "-m", "desktop_app", "--json", "send", missing, "--to", "x"]
    done = subprocess.run(command, cwd=ROOT, stdout=write, stderr=subprocess.PIPE, text=True, timeout=50, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (141, "")


FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="has no disk that is always full")
@pytest.mark.parametrize("asked", [("history",), ("--json", "send", "/nothing/here", "--to", "x"), ("--json", "sned")])
def test_an_output_that_cannot_be_written_is_no_mistake(tmp_path: Path, asked: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "desktop_app", "--profile", str(tmp_path / "profile"), *asked]
    with FULL.open("w") as full:
        done = subprocess.run(
            command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, timeout=50, check=False
        )
        assert (done.returncode, done.stderr) == (ExitCode.LOCAL, "The output cannot be written (the disk is full).\n")
        assert subprocess.run(command, cwd=ROOT, stdout=full, stderr=full, timeout=50, check=False).returncode == 6


@pytest.mark.skipif(not FULL.exists(), reason="has no disk that is always full")
def test_who_receives_goes_on_where_its_log_cannot_be_written(tmp_path: Path) -> None:
    """That it listens, and was told to stop, is nowhere to be read."""
    profile, into = str(tmp_path / "profile"), str(tmp_path / "in")
    (tmp_path / "in").mkdir()
    command = [sys.executable, "-m", "desktop_app", "--profile", profile, "--port", "0", "receive", "--into", into]
    with FULL.open("w") as full, subprocess.Popen(command, cwd=ROOT, stdout=full, stderr=full) as receiving:
        try:
            with pytest.raises(subprocess.TimeoutExpired):
                receiving.wait(4)
            receiving.send_signal(signal.SIGTERM)
            assert receiving.wait(30) == 128 + signal.SIGTERM
        finally:
            receiving.kill()


def test_names_survive_an_output_that_knows_only_ascii(tmp_path: Path) -> None:
    missing = str(tmp_path / "\u53a8\u623f")
    done = tallystick("send", missing, "--to", "x", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 6
    assert "\\u53a8\\u623f" in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="closes descriptors as a shell does")
def test_a_closed_output_is_no_mistake() -> None:
    shell = 'exec "$0" -m desktop_app --json --port 0 devices >&- 2>&-'
    done = subprocess.run(["sh", "-c", shell, sys.executable], cwd=ROOT, timeout=50, check=False)
    assert done.returncode == 0
