"""The manual and the shells' completion say what the parser takes, because they are written from it."""

import re
import shutil
import subprocess
from pathlib import Path

import command_words
import completions
import manual
import pytest

from desktop_app.cli import arguments
from desktop_app.cli.commands import Accept

EPOCH = 1_790_000_000


def everything() -> set[str]:
    """Every command and every option that the parser knows."""
    words = {
        flag for each in (command_words.everywhere(), *command_words.commands()) for w in each.words for flag in w.flags
    }
    return words | set(arguments.COMMANDS)


def test_the_words_are_those_of_the_parser() -> None:
    assert {"--into", "--accept", "--profile", "--version", "send", "doctor"} <= everything()
    assert "--self-check" not in everything()
    (receive,) = (each for each in command_words.commands() if each.name == "receive")
    (into,) = (word for word in receive.options if "--into" in word.flags)
    assert (into.value, into.is_folder, into.required) == ("DIR", True, True)


def test_the_manual_knows_everything() -> None:
    text = manual.page(EPOCH).replace("\\-", "-")
    assert [word for word in sorted(everything()) if not re.search(rf"\\fB{word}\\fR", text)] == []
    for code in ("0", "2", "3", "4", "5", "6", "7"):
        assert f".TP\n.B {code}\n" in text


@pytest.mark.skipif(shutil.which("groff") is None, reason="needs groff")
def test_the_manual_is_good_roff(tmp_path: Path) -> None:
    page = tmp_path / "tallystick.1"
    page.write_text(manual.page(EPOCH), encoding="utf-8")
    done = subprocess.run(["groff", "-man", "-ww", "-z", "-Tutf8", page], capture_output=True, text=True, check=True)
    assert done.stderr == ""


@pytest.mark.parametrize("shell", sorted(completions.SHELLS))
def test_completion_knows_everything(shell: str) -> None:
    text = completions.SHELLS[shell]()
    spelled = {word: f"-l {word[2:]}" if shell == "fish" and word.startswith("--") else word for word in everything()}
    assert [word for word, form in sorted(spelled.items()) if word != "-h" and form not in text] == []


@pytest.mark.parametrize("shell", sorted(completions.SHELLS))
def test_completion_is_read_by_its_shell(shell: str, tmp_path: Path) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"needs {shell}")
    script = tmp_path / "completion"
    script.write_text(completions.SHELLS[shell](), encoding="utf-8")
    subprocess.run([shell, "-n", script], check=True)


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        (["re"], {name for name in arguments.COMMANDS if name.startswith("re")}),
        (["--prof"], {"--profile"}),
        (["send", "--exp"], {"--expect"}),
        (["--profile", "send", "devi"], {"devices"}),
        (["receive", "--accept", "a"], {each.value for each in Accept if each.value.startswith("a")}),
        (["receive", "--into", ""], {"folder"}),
        (["send", "f"], {"file with space", "folder"}),
        (["rename", "f"], set()),
    ],
)
def test_bash_completes(typed: list[str], offered: set[str], tmp_path: Path) -> None:
    (tmp_path / "file with space").touch()
    (tmp_path / "folder").mkdir()
    words = ["tallystick", *typed]
    script = completions.bash() + f'COMP_CWORD={len(words) - 1}\n_tallystick\nprintf "%s\\n" "${{COMPREPLY[@]}}"\n'
    command = ["bash", "-c", f'COMP_WORDS=("$@")\n{script}', "bash", *words]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert set(done.stdout.splitlines()) - {""} == offered
