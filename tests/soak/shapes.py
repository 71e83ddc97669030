"""What a soak sends: trees of every shape, by chance and yet the same for the same seed."""

import random
from collections.abc import Callable
from pathlib import Path

Shape = Callable[[random.Random, Path], None]

NAMES = (
    "Grüße",
    "данные",
    "資料",
    "ملف",
    "emoji 🧾",
    "e\u0301te\u0301",
    "with space",
    ".hidden",
    "ß",
    "-dash",
    "a" * 120,
)


def make(chance: random.Random, path: Path) -> str:
    """Something to send at `path`; the name of its shape."""
    shape = chance.choice(SHAPES)
    shape(chance, path)
    return shape.__name__.strip("_")


def _zero(_: random.Random, path: Path) -> None:
    path.write_bytes(b"")


def _small(chance: random.Random, path: Path) -> None:
    path.write_bytes(chance.randbytes(chance.randrange(1, 5000)))


def _big(chance: random.Random, path: Path) -> None:
    with path.open("wb") as file:
        for _ in range(chance.randrange(4, 40)):
            file.write(chance.randbytes(1 << 20))
        file.write(chance.randbytes(chance.randrange(1 << 20)))


def _many(chance: random.Random, path: Path) -> None:
    for folder in range(chance.randrange(1, 30)):
        (path / f"{folder}").mkdir(parents=True)
        for number in range(chance.randrange(60)):
            (path / f"{folder}" / f"{number}").write_bytes(chance.randbytes(chance.choice((0, 10, 800, 4096, 20_000))))


def _deep(chance: random.Random, path: Path) -> None:
    for _ in range(chance.randrange(3, 25)):
        path.mkdir()
        if chance.random() < 0.5:
            (path / "leaf").write_bytes(chance.randbytes(chance.randrange(3000)))
        path = path / chance.choice(("d", "folder", "x y"))


def _unicode(chance: random.Random, path: Path) -> None:
    path.mkdir()
    for name in chance.sample(NAMES, chance.randrange(1, len(NAMES))):
        (path / name).mkdir()
        for inner in chance.sample(NAMES, chance.randrange(3)):
            (path / name / inner).write_bytes(chance.randbytes(chance.randrange(9000)))


def _mixed(chance: random.Random, path: Path) -> None:
    path.mkdir()
    _many(chance, path / "many")
    _big(chance, path / "film")
    _deep(chance, path / "deep")
    (path / "empty").mkdir()
    _zero(chance, path / "zero")


SHAPES: tuple[Shape, ...] = (_zero, _small, _big, _big, _many, _deep, _unicode, _mixed)
