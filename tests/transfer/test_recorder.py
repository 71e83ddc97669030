"""What is recorded for a receipt: only of what was vouched for, and never in the way of a transfer."""

import os
import threading
from pathlib import Path

import pytest

from desktop_app.errors import ProfileUnusable
from desktop_app.protocol.manifest import FileResult
from desktop_app.storage import spool
from desktop_app.transfer.recorder import Recorder
from tests.transfer.receipts import record


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "receipts"


def test_a_delivered_transfer_is_on_the_disk_with_all_that_was_told(folder: Path) -> None:
    recorder = Recorder(folder)
    digest = record(recorder)
    recorder.lost(3, FileResult.NO_SPACE)
    recorder.lost(1, FileResult.WRITE_FAILED)
    recorded = recorder.finish()
    assert recorded is not None
    assert (recorded.offer, recorded.digest, recorded.lost) == (b"o" * 16, digest, 2)
    assert spool.manifest_digest(folder / recorded.spool, 2) == digest
    results = [result for _, result in spool.outcomes(folder / recorded.spool, 2)]
    assert (results[1], results[3]) == (FileResult.WRITE_FAILED, FileResult.NO_SPACE)


def test_what_nobody_vouched_for_is_not_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "BUFFER", 1)
    recorder = Recorder(folder)
    record(recorder, done=False)
    assert len(list(folder.iterdir())) == 1
    assert recorder.finish() is None
    assert list(folder.iterdir()) == []


def test_given_up_nothing_stays_and_nothing_more_is_taken(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "BUFFER", 1)
    recorder = Recorder(folder)
    record(recorder)
    recorder.discard()
    recorder.entry(b"late")
    recorder.lost(0, FileResult.NO_SPACE)
    assert recorder.finish() is None
    assert list(folder.iterdir()) == []


def test_finished_it_is_not_discarded(folder: Path) -> None:
    recorder = Recorder(folder)
    record(recorder)
    assert recorder.finish() is not None
    recorder.discard()
    assert len(list(folder.iterdir())) == 1


def test_without_a_folder_nothing_is_kept() -> None:
    recorder = Recorder()
    record(recorder)
    recorder.lost(0, FileResult.NO_SPACE)
    assert recorder.finish() is None


def test_a_disk_that_says_no_stops_no_transfer_and_is_told_at_the_end(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spool, "BUFFER", 1)
    folder.write_text("in the way")
    recorder = Recorder(folder)
    record(recorder)
    with pytest.raises(ProfileUnusable):
        recorder.finish()


def test_a_disk_that_says_no_at_the_end_keeps_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    recorder = Recorder(folder)
    record(recorder)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ProfileUnusable, match="the disk is full"):
        recorder.finish()
    assert list(folder.iterdir()) == []


def test_a_writer_that_goes_on_while_it_is_given_up_leaves_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spool, "BUFFER", 1)
    for _ in range(20):
        recorder, begun = Recorder(folder), threading.Event()

        def tell(recorder: Recorder = recorder, begun: threading.Event = begun) -> None:
            for number in range(200):
                recorder.entry(str(number).encode())
                begun.set()

        writer = threading.Thread(target=tell)
        writer.start()
        begun.wait()
        recorder.discard()
        writer.join()
        assert list(folder.iterdir()) == []
