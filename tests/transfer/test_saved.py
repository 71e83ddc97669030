"""Killed when all was received, and the history had not come to it: the next run knows where it is."""

import shutil
from pathlib import Path

import pytest

from desktop_app.engine.past import Past
from desktop_app.events import State
from tests.support.node import Node, verify, wait_until
from tests.transfer.test_resume import again
from tests.transfer.trees import write


def test_where_a_file_was_saved_is_known_after_a_kill(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    profile, killed = b.root / "profile", tmp_path / "as it was when it was killed"
    keep = Past._keep_and_let_go

    def kill(past: Past, *rest: object) -> None:
        if past is b.engine._past and not killed.exists():
            shutil.copytree(profile, killed)
        keep(past, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Past, "_keep_and_let_go", kill)
    sent = a.engine.send([write(tmp_path / "note", b"hello")], a.device_of(session))
    received = b.accept()
    assert a.finished(sent).state is State.DELIVERED
    assert b.finished(received).saved == (b.folder / "note",)
    wait_until(killed.exists)
    b.engine.shutdown()
    shutil.rmtree(profile)
    shutil.copytree(killed, profile)
    new = again(b)
    try:
        wait_until(lambda: bool(new.engine.transfers()) and new.engine.transfers()[0].state is State.DELIVERED)
        assert new.engine.transfers()[0].saved == (b.folder / "note",)
    finally:
        new.engine.shutdown()
