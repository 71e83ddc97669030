"""`send --text` and a text that comes: shown, but never obeyed by a terminal."""

from typing import Any

import pytest

from desktop_app.cli import target
from desktop_app.events import (
    Contents,
    Direction,
    Kind,
    Listening,
    State,
    TextReceived,
    TransferId,
)
from tests.cli.scripted_engine import PEER, CommandLine, ScriptedEngine, changed, transfer

NASTY = "Dear Anna,\r\n\tlook: \x1b[2J\x1b]0;owned\x07 \N{RIGHT-TO-LEFT OVERRIDE}exe.txt\r\nReceived from Bob: 1 file"
TEXT = Contents((), files=0, folders=0, total=12, kind=Kind.TEXT, characters=11)


@pytest.fixture(autouse=True)
def _no_long_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(target, "WAIT", 0.3)
    monkeypatch.setattr(target, "SETTLE", 0.01)


def sending() -> ScriptedEngine:
    return ScriptedEngine({"send_text": [changed(state, contents=TEXT) for state in (State.ASKING, State.DELIVERED)]})


def receiving() -> ScriptedEngine:
    facts: dict[str, Any] = {"direction": Direction.RECEIVING, "contents": TEXT}
    return ScriptedEngine(
        {
            "start": [Listening(47471, 47471), TextReceived(transfer(State.ASKING, **facts), NASTY)],
            "take_text": [changed(State.DELIVERED, **facts)],
        }
    )


def test_a_text_is_sent_as_it_was_typed(tallystick: CommandLine) -> None:
    engine = sending()
    assert tallystick.run(engine, "send", "--text", "hello\n there", "--to", PEER) == 0
    assert engine.sent == "hello\n there"
    assert f"Delivered: a text of 11 characters, to {PEER}.\n" in tallystick.out


def test_programs_are_told_likewise(tallystick: CommandLine) -> None:
    assert tallystick.run(sending(), "--json", "send", "--text", "hello there", "--to", PEER) == 0
    assert tallystick.events("delivered")[0]["kind"] == "text"


@pytest.mark.parametrize(
    ("raw", "code", "said"),
    [
        ("grüße\n".encode(), 0, ""),
        (b"", 2, "There is no text to send."),
        (b"\xff", 2, "This holds something that is no text."),
        (b"t" * 60_001, 2, "This is too long to be sent as a text."),
        ("\N{EURO SIGN}".encode() * 30_000, 2, "This is too long to be sent as a text."),
    ],
    ids=["text", "nothing", "no text", "too long", "too many bytes"],
)
def test_a_text_from_the_input(
    tallystick: CommandLine, monkeypatch: pytest.MonkeyPatch, raw: bytes, code: int, said: str
) -> None:
    engine = sending()
    assert tallystick.run(engine, "send", "--text", "-", "--to", PEER, typed_before=raw, closed=True) == code
    assert engine.calls[:1] == ([("start", None)] if code == 0 else [])
    assert said in tallystick.err
    if code == 0:
        assert engine.sent == "grüße\n"


@pytest.mark.parametrize("typed", [[], ["photo.jpg", "--text", "hello"]], ids=["neither", "both"])
def test_either_files_or_a_text(tallystick: CommandLine, typed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        tallystick.run(sending(), "send", *typed, "--to", PEER)
    assert left.value.code == 2
    assert "either files and folders, or a text" in capsys.readouterr().err


def test_an_empty_text_is_none(tallystick: CommandLine) -> None:
    assert tallystick.run(sending(), "send", "--text", "", "--to", PEER) == 2
    assert "There is no text to send." in tallystick.err


def test_what_comes_is_shown_whole_and_does_nothing(tallystick: CommandLine, tmp_path: Any) -> None:
    engine = receiving()
    assert tallystick.run(engine, "receive", "--into", tmp_path, "--once") == 0
    assert engine.called("take_text") == [TransferId(1)]
    assert f"{PEER} sent a text of 11 characters:\n" in tallystick.out
    assert not set(tallystick.out) & set("\x1b\x07\r\N{RIGHT-TO-LEFT OVERRIDE}")
    lines = tallystick.out.splitlines()
    begin = lines.index("    Dear Anna,")
    assert lines[begin + 1] == "        look: \\x1b[2J\\x1b]0;owned\\x07 \\u202eexe.txt"
    assert lines[begin + 2] == "    Received from Bob: 1 file"  # set in: not one of ours


def test_programs_get_it_as_it_was_sent(tallystick: CommandLine, tmp_path: Any) -> None:
    assert tallystick.run(receiving(), "--json", "receive", "--into", tmp_path, "--once") == 0
    assert tallystick.events("text") == [{"event": "text", "peer": PEER, "text": NASTY, "characters": 11}]
    assert tallystick.events("delivered")[0]["kind"] == "text"
    assert tallystick.out.isascii()
