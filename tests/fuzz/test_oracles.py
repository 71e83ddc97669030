"""What the targets notice: each meets its seeds and its corpus with one thing broken that it is there to watch."""

import builtins
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import msgspec
import pytest

from desktop_app.cli import plain_text
from desktop_app.discovery import advertisement
from desktop_app.engine import door, past_rows
from desktop_app.protocol import (
    code,
    device_name,
    handshake,
    invitation,
    manifest,
    messages,
    outcome,
    records,
    remembering,
    session,
    top_names,
)
from desktop_app.protocol.manifest import Entry, FileResult, ManifestDigest
from desktop_app.protocol.messages import Remember
from desktop_app.protocol.outcome import OUTCOMES, Expected, Outcome, Proven
from desktop_app.protocol.remembering import RECEIVED, SAID, Effect, Stage
from desktop_app.protocol.session import CONFIRMED_HERE, State
from desktop_app.storage import names, private_file
from desktop_app.transfer import kept, receipt, receiver
from desktop_app.transfer.pending import Pending
from desktop_app.transport import address
from tests.fuzz import corpus
from tests.fuzz.target import NAMES, load


def _always(value: object) -> Callable[..., object]:
    return lambda *_, **__: value


def _crash(*_: object) -> NoReturn:
    raise KeyError


def _throw_away(path: Path) -> Path:
    path.unlink()
    return path


_ADD = ManifestDigest.add


def _all_good(digest: ManifestDigest, entry: Entry, _result: FileResult, content: bytes) -> bytes:
    return _ADD(digest, entry, FileResult.OK, content)


def _unopened(_opener: object, frame: memoryview) -> memoryview:
    return frame[4:-16]


_VERIFIED_BY_NOTHING = {**OUTCOMES, (Expected.NOBODY, Proven.NOTHING): Outcome.VERIFIED}
_COMPARED_IN_SPITE = {**OUTCOMES, (Expected.SOMEBODY, Proven.NOTHING): Outcome.COMPARE}
_ONE_PERSON = {**CONFIRMED_HERE, State.COMPARING: State.VERIFIED}
_FOUNDED_BY_ONE: dict[Any, Any] = {**RECEIVED, (Stage.NOT_REMEMBERED, Remember): (Stage.FOUNDED, Effect.FOUND)}
_ROTATED_BY_ANYBODY: dict[Any, Any] = {**SAID, (Stage.NOT_REMEMBERED, Remember): (Stage.FOUNDED, Effect.REPLACE)}
BROKEN: tuple[tuple[str, Any, str, Any], ...] = (
    ("address", address, "_is_ipv6", _always(True)),
    ("announcement", advertisement, "on_link", _always(True)),
    ("conversation", remembering, "RECEIVED", _FOUNDED_BY_ONE),
    ("conversation", remembering, "SAID", _ROTATED_BY_ANYBODY),
    ("device_name", device_name, "_HIDDEN", re.compile("(?!)")),
    ("devices_file", private_file, "set_aside", _throw_away),
    ("first_frames", handshake.LiveKeys, "discard", _always(None)),
    ("history_row", past_rows, "Moment", float),
    ("invitation", invitation, "BadInvitation", KeyError),
    ("journal", kept, "OSError", msgspec.DecodeError),
    ("journal", kept, "ValueError", msgspec.DecodeError),
    ("local_requests", door, "ValueError", msgspec.DecodeError),
    ("manifest", manifest.ManifestDigest, "add", _all_good),
    ("manifest", top_names.EntrySums, "finish", _always(None)),
    ("mdns_packets", advertisement, "_hints", _always((b"hint",))),
    ("messages", messages, "decode", _crash),
    ("receipt", receipt.CommonDigest, "add", _always(None)),
    ("received_names", names, "_FORBIDDEN", re.compile("\0")),
    ("received_names", names, "collision_key", str),
    ("record_stream", records.Opener, "open_into", _unopened),
    ("session", outcome, "OUTCOMES", _VERIFIED_BY_NOTHING),
    ("session", outcome, "OUTCOMES", _COMPARED_IN_SPITE),
    ("session", session, "CONFIRMED_HERE", _ONE_PERSON),
    ("session", code, "opens", _always(True)),
    ("settings_file", private_file, "set_aside", _throw_away),
    ("terminal_text", plain_text, "_HIDDEN", frozenset()),
    ("transfers", names, "_why_unsafe_path", _always(None)),
    ("transfers", Pending, "has", _always(True)),
    ("transfers", receiver, "is_program", _always(False)),
)


def test_every_target_is_tried() -> None:
    assert {target for target, *_ in BROKEN} == set(NAMES)


@pytest.mark.parametrize(
    ("target", "where", "what", "instead"), BROKEN, ids=[f"{each[0]}-{each[2]}" for each in BROKEN]
)
def test_what_is_broken_is_noticed(
    target: str, where: Any, what: str, instead: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = load(target)
    inputs = [*tried.seeds(), *corpus.kept(target)]
    monkeypatch.setattr(where, what, instead, raising=not hasattr(builtins, what))
    assert any(_notices(tried.run, data) for data in inputs)


def _notices(run: Callable[[bytes], None], data: bytes) -> bool:
    try:
        run(data)
    except Exception:
        return True
    return False
