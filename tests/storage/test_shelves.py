"""Where files with numbers for names stand."""

from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.storage.directory import Directory
from desktop_app.storage.shelves import Shelves

FAR = 64 * 256  # as many as stand anywhere before the first place has its turn again


@pytest.fixture
def directory(tmp_path: Path) -> Directory:
    return Directory(str(tmp_path))


def put(shelves: Shelves, number: int) -> None:
    Path(shelves.holder(number, make=True).path, str(number)).touch()


def places(tmp_path: Path) -> dict[int, str]:
    return {int(path.name): str(path.parent.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()}


def test_few_stand_in_one_directory_and_directories_are_used_again(directory: Directory, tmp_path: Path) -> None:
    with directory, closing(Shelves(directory)) as shelves:
        for number in (1, 63, 64, 127, 128, FAR - 1, FAR, FAR + 64, 2 * FAR + 129):
            put(shelves, number)
        found = places(tmp_path)
        assert found[1] == found[63] == found[FAR] == "."
        assert found[64] == found[127] == found[FAR + 64] != found[128] == found[2 * FAR + 129]
        assert len(set(found.values())) == 4
        assert {number for number, _ in shelves.files()} == set(found)
        assert all(Path(holder.path, str(number)).is_file() for number, holder in shelves.files())


def test_what_is_not_there_is_not_found_and_makes_nothing(directory: Directory, tmp_path: Path) -> None:
    with directory, closing(Shelves(directory)) as shelves:
        assert shelves.find(1) is None
        assert shelves.find(64) is None
        with pytest.raises(FileNotFoundError):
            shelves.holder(64)
        assert not list(tmp_path.iterdir())
        put(shelves, 64)
        assert shelves.find(65) is None
        assert (found := shelves.find(64)) is not None
        assert Path(found.path, "64").is_file()


def test_everything_is_removed_but_what_is_not_ours(directory: Directory, tmp_path: Path) -> None:
    with directory, closing(Shelves(directory)) as shelves:
        for number in (1, 64, 65, 128):
            put(shelves, number)
        others = Path(shelves.holder(128).path, "of somebody")
        others.touch()
        (tmp_path / "shelf-9").touch()
        shelves.remove()
        assert {path for path in tmp_path.rglob("*") if path.is_file()} == {others, tmp_path / "shelf-9"}
        assert {path.name for path in tmp_path.iterdir()} == {others.parent.name, "shelf-9"}


def test_a_link_in_the_place_of_a_shelf_is_not_followed(directory: Directory, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "64").touch()
    (tmp_path / "shelf-1").symlink_to(elsewhere)
    with directory, closing(Shelves(directory)) as shelves:
        with pytest.raises(OSError):
            shelves.holder(64, make=True)
        assert not list(shelves.files())
        shelves.remove()
    assert (elsewhere / "64").is_file()
