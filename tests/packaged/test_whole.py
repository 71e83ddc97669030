"""A packaged program that lost or changed a file says so, in a sentence, instead of what would come of it."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import entry
import pytest
import whole

from desktop_app import __main__ as program
from desktop_app.gui import app

Refused = list[str]


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Of three files, one of them the program that runs here."""
    for name in ("tallystick", "_internal/library.so", "_internal/words/two words.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"what belongs into {name}")
    (tmp_path / "_internal" / "link.so").symlink_to("library.so")
    whole.write_list(tmp_path)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "tallystick"))
    monkeypatch.setattr(sys, "platform", "linux")
    return tmp_path


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> Refused:
    """The windows that were put up in place of the program's."""
    windows: Refused = []
    monkeypatch.setattr(app, "refuse", lambda error: windows.append(str(error)))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return windows


def started(monkeypatch: pytest.MonkeyPatch, run: Callable[[], int], *words: str) -> int:
    monkeypatch.setattr(program, "main", run)
    monkeypatch.setattr(entry, "_restore_environment", lambda: None)
    monkeypatch.setattr(sys, "argv", ["tallystick", *words])
    return entry.main()


def remove(bundle: Path) -> None:
    (bundle / "_internal" / "words" / "two words.txt").unlink()


def cut(bundle: Path) -> None:
    (bundle / "_internal" / "library.so").write_text("what")


def alter(bundle: Path) -> None:
    (bundle / "_internal" / "library.so").write_text("What belongs into _internal/library.so")


def never() -> int:
    raise AssertionError("a damaged program was started")


def broken() -> int:
    raise ImportError("no such thing")


def test_an_interruption_while_it_is_looked_through_is_quiet(
    bundle: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object, **__: object) -> Iterator[str]:
        raise KeyboardInterrupt

    monkeypatch.setattr(whole, "problems", interrupted)
    assert started(monkeypatch, never, "devices") == 130
    assert capfd.readouterr() == ("", "")


def test_a_whole_one_starts(bundle: Path, monkeypatch: pytest.MonkeyPatch, shown: Refused) -> None:
    assert list(whole.problems(bundle, thoroughly=True)) == []
    assert started(monkeypatch, lambda: 5, "devices") == 5
    assert shown == []


@pytest.mark.parametrize(("damage", "named"), [(remove, "two words.txt is missing"), (cut, "library.so is not what")])
def test_case_097_a_file_that_is_missing_or_cut(
    damage: Callable[[Path], None], named: str, bundle: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str], shown: Refused,
) -> None:  # fmt: skip
    damage(bundle)
    assert started(monkeypatch, never, "devices") == 6
    said = capsys.readouterr().err
    assert named in said
    assert said.endswith("Please install it again.\n")
    assert shown == [], "somebody reads what the command says"
    assert started(monkeypatch, never, "--", "/home/ada/film.mp4") == 6
    assert len(shown) == 1, "nobody reads what is said to a menu"
    assert named in shown[0]


def test_the_list_itself_is_missing(bundle: Path, monkeypatch: pytest.MonkeyPatch, shown: Refused) -> None:
    (bundle / whole.LIST).unlink()
    assert started(monkeypatch, never) == 6
    assert len(shown) == 1


@pytest.mark.parametrize("left", [b"", b"\0" * 300, b"\xff" * 300, b"half a line", b"00  none _internal/library.so\n"])
def test_the_list_itself_is_what_a_power_cut_has_left_of_it(
    left: bytes, bundle: Path, monkeypatch: pytest.MonkeyPatch, shown: Refused
) -> None:
    (bundle / whole.LIST).write_bytes(left)
    assert started(monkeypatch, never) == 6
    assert "files.txt is not what it was" in shown[0]


def test_the_end_of_the_list_is_missing(bundle: Path, monkeypatch: pytest.MonkeyPatch, shown: Refused) -> None:
    lines = (bundle / whole.LIST).read_text().splitlines(keepends=True)
    (bundle / whole.LIST).write_text("".join(lines[:-1]))
    assert started(monkeypatch, never) == 6
    assert "files.txt is not what it was" in shown[0]


@pytest.mark.parametrize(("run", "words"), [(broken, ["devices"]), (lambda: 1, ["devices"]), (never, ["--self-check"])])
def test_case_097_altered_content_is_found_where_the_program_fails_and_by_its_self_check(
    run: Callable[[], int], words: list[str], bundle: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    alter(bundle)
    assert started(monkeypatch, run, *words) == 6
    assert "library.so is not what it was" in capsys.readouterr().err


def test_a_mistake_of_a_whole_program_is_its_own(
    bundle: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert started(monkeypatch, lambda: 1, "devices") == 1
    assert capsys.readouterr().err == ""
    with pytest.raises(ImportError):
        started(monkeypatch, broken, "devices")


def test_on_macos_the_seal_of_the_bundle_is_the_systems_business(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    remove(bundle)
    monkeypatch.setattr(sys, "platform", "darwin")
    assert started(monkeypatch, lambda: 0, "devices") == 0
