"""The program's icon in the sizes and containers that the three systems want, drawn from its one SVG."""

import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

PNG_SIZES: Final = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES: Final = (16, 20, 24, 32, 40, 48, 64, 128, 256)
ICNS_KINDS: Final = (
    (b"icp4", 16), (b"icp5", 32), (b"ic07", 128), (b"ic08", 256), (b"ic09", 512), (b"ic10", 1024),
    (b"ic11", 32), (b"ic12", 64), (b"ic13", 256), (b"ic14", 512),
)  # fmt: skip


def png(svg: Path, size: int) -> bytes:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(svg)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise RuntimeError(f"no PNG of {svg} could be made")
    return bytes(data.data())


def ico(svg: Path, sizes: Sequence[int] = ICO_SIZES) -> bytes:
    """Of PNGs, which Windows reads since Vista."""
    pictures = [png(svg, size) for size in sizes]
    where = 6 + 16 * len(pictures)
    header = struct.pack("<HHH", 0, 1, len(pictures))
    for size, picture in zip(sizes, pictures, strict=True):
        header += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), where)
        where += len(picture)
    return header + b"".join(pictures)


def icns(svg: Path) -> bytes:
    parts = b""
    for kind, size in ICNS_KINDS:
        picture = png(svg, size)
        parts += kind + struct.pack(">I", 8 + len(picture)) + picture
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts


def write(svg: Path, folder: Path, name: str) -> None:
    """All of them, as `name.ico`, `name.icns` and `SIZE/name.png`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.ico").write_bytes(ico(svg))
    (folder / f"{name}.icns").write_bytes(icns(svg))
    for size in PNG_SIZES:
        (folder / str(size)).mkdir(exist_ok=True)
        (folder / str(size) / f"{name}.png").write_bytes(png(svg, size))
