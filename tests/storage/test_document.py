"""A document of the person's: whole under its name, or not there; nothing of theirs replaced unless they said so."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.errors import FileNameUnusable, FolderUnusable, NotEnoughSpace, WriteFailed
from desktop_app.storage import document
from desktop_app.storage.directory import Directory


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_pieces_are_the_document(tmp_path: Path) -> None:
    document.write(tmp_path / "receipt.txt", iter([b"one", b"", b"two"]), replace=False)
    assert (tmp_path / "receipt.txt").read_bytes() == b"onetwo"
    assert names(tmp_path) == ["receipt.txt"]


def test_its_mode_is_what_the_persons_umask_says(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        document.write(tmp_path / "receipt.txt", [b"x"], replace=False)
    finally:
        os.umask(before)
    assert (tmp_path / "receipt.txt").stat().st_mode & 0o777 == 0o640


def test_a_taken_name_is_told_before_anything_is_made(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")

    pieces = iter([b"not asked for"])
    with pytest.raises(FileNameUnusable, match="the name is taken"):
        document.write(tmp_path / "mine", pieces, replace=False)
    assert next(pieces) == b"not asked for"
    assert (tmp_path / "mine").read_text() == "mine"


def test_a_name_that_is_taken_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    def slow() -> Iterator[bytes]:
        yield b"theirs"
        (tmp_path / "receipt").write_text("mine")

    with pytest.raises(FileNameUnusable, match="the name is taken"):
        document.write(tmp_path / "receipt", slow(), replace=False)
    assert (tmp_path / "receipt").read_text() == "mine"
    assert names(tmp_path) == ["receipt"]


def test_who_wants_it_replaced_has_it_replaced_in_one_step(tmp_path: Path) -> None:
    (tmp_path / "receipt").write_text("old")

    def looking() -> Iterator[bytes]:
        yield b"ne"
        assert (tmp_path / "receipt").read_text() == "old"
        yield b"w"

    document.write(tmp_path / "receipt", looking(), replace=True)
    assert (tmp_path / "receipt").read_text() == "new"
    assert names(tmp_path) == ["receipt"]


@pytest.mark.parametrize("replace", [False, True])
def test_what_ends_in_the_middle_leaves_nothing(tmp_path: Path, replace: bool) -> None:
    def broken() -> Iterator[bytes]:
        yield b"half"
        raise KeyError

    with pytest.raises(KeyError):
        document.write(tmp_path / "receipt", broken(), replace=replace)
    assert names(tmp_path) == []


def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", full)
        broken.setattr(Directory, "free", lambda _: 0)
        with pytest.raises(NotEnoughSpace):
            document.write(tmp_path / "receipt", [b"x"], replace=False)
    assert names(tmp_path) == []


@pytest.mark.parametrize(("path", "error"), [("no/where", FolderUnusable), ("..", WriteFailed), ("a\0b", WriteFailed)])
def test_where_it_cannot_be_is_told(tmp_path: Path, path: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        document.write(tmp_path / path, [b"x"], replace=False)
    assert names(tmp_path) == []


def test_a_folder_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(WriteFailed):
        document.write(tmp_path / "folder", [b"x"], replace=True)
    assert names(tmp_path) == ["folder"]
