"""Draws the pictures of the README from two real windows that do the main job. Needs root, Xvfb and xdotool.

Run: python packaging/readme_picture.py
"""

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ["QT_QPA_PLATFORM"] = "offscreen"  # of this process, which only composes

from PySide6.QtCore import QPointF, QRectF, Qt  # noqa: E402
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPainterPath, QPen  # noqa: E402

from tests.end2end.screen import WIDTH, Files, Screen, Window  # noqa: E402
from tests.support.namespaces import Lan  # noqa: E402

PICTURES = ROOT / "resources" / "screenshots"
BACKGROUND, EDGE, SHADOW = QColor("#e2e8eb"), QColor("#c9d2d6"), QColor(0, 20, 30, 1)
MARGIN, GAP, CORNER, SPREAD = 40, 36, 10.0, 24


def grab(window: Window, folder: Path, name: str) -> QImage:
    path = folder / "grab.png"
    window.ask(do="grab", name=name, path=str(path))
    return QImage(str(path))


def scene(window: Window, folder: Path, dialog: str) -> QImage:
    """The window with its dialog on it, where it is."""
    window.turn_to(dialog)
    below, above = (window.wait(name) for name in ("main-window", dialog))
    x = below["x"] + (below["width"] - above["width"]) // 2
    y = below["y"] + (below["height"] - above["height"]) // 2
    window.screen.do("windowmove", above["window"], x, y)
    above = window.wait(dialog, x=x, y=y)
    picture, front = grab(window, folder, "main-window"), grab(window, folder, dialog)
    place = QPointF(above["x"] - below["x"], above["y"] - below["y"])
    painter = QPainter(picture)
    draw(painter, front, place)
    painter.end()
    return picture


def draw(painter: QPainter, picture: QImage, at: QPointF) -> None:
    """With round corners, a hairline and a soft shadow."""
    frame = QRectF(at.x(), at.y(), picture.width(), picture.height())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for step in range(SPREAD, 0, -1):
        painter.setBrush(SHADOW)
        painter.drawRoundedRect(frame.adjusted(-step, -step + 6, step, step + 6), CORNER + step, CORNER + step)
    outline = QPainterPath()
    outline.addRoundedRect(frame, CORNER, CORNER)
    painter.save()
    painter.setClipPath(outline)
    painter.drawImage(at, picture)
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(EDGE, 1))
    painter.drawPath(outline)


def compose(name: str, *pictures: QImage) -> None:
    width = sum(picture.width() for picture in pictures) + GAP * (len(pictures) - 1) + 2 * MARGIN
    canvas = QImage(width, pictures[0].height() + 2 * MARGIN, QImage.Format.Format_RGB32)
    canvas.fill(BACKGROUND)
    painter = QPainter(canvas)
    x = float(MARGIN)
    for picture in pictures:
        draw(painter, picture, QPointF(x, MARGIN))
        x += picture.width() + GAP
    painter.end()
    canvas.save(str(PICTURES / f"{name}.png"))
    print(name, canvas.width(), canvas.height())


def resize(window: Window, width: int, height: int) -> None:
    window.screen.do("windowsize", window.shown["window"], width, height)
    window.wait("main-window", width=width)


def holiday(folder: Path) -> Path:
    root = folder / "holiday 2026"
    root.mkdir()
    for number in range(214):
        with (root / f"{number:03}.jpg").open("wb") as file:
            file.truncate(1_480_000 + number * 1_013)
    return root


def windows(screen: Screen, folder: Path, lan: Lan) -> tuple[Window, Window]:
    """Started for the first time, or again."""
    ada = Window(screen, folder / "ada", "Ada's laptop", 0, lan.hosts[0])
    return ada, Window(screen, folder / "kitchen", "Kitchen PC", WIDTH // 2, lan.hosts[1])


def main() -> None:
    QGuiApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as name, Screen() as screen, Lan(hosts=2) as lan:
        folder = Path(name)
        ada, kitchen = windows(screen, folder, lan)
        for window in (ada, kitchen):
            resize(window, 642, 620)
        files = Files(screen, folder / "files.log", holiday(folder))
        files.drag_to(ada, "Kitchen PC")
        for window in (ada, kitchen):
            window.wait("code-match", enabled=True)
        compose("code-on-both-screens", *(scene(window, folder, "code-dialog") for window in (ada, kitchen)))
        for window in (ada, kitchen):
            window.click("code-match")
        kitchen.click("offer-accept")
        ada.wait("status-1", contains="Delivered")
        files.kill()

        recipes = folder / "recipes.pdf"
        recipes.write_bytes(bytes(2_400_000))
        files = Files(screen, folder / "files.log", recipes)
        files.drag_to(kitchen, "Ada's laptop")
        ada.click("offer-accept")
        ada.wait("status-2", contains="Received")
        ada.wait("offer-dialog", visible=False)
        resize(ada, 860, 470)
        screen.do("mousemove", WIDTH - 1, 890)
        compose("delivered", grab(ada, folder, "main-window"))
        files.kill()
        for window in (ada, kitchen):
            window.close()

        ada, kitchen = windows(screen, folder, lan)
        resize(ada, 860, 540)
        ada.wait("card-*", contains="Probably Kitchen PC")
        files = Files(screen, folder / "files.log", recipes)
        files.drag_to(ada, "Kitchen PC")
        kitchen.click("offer-accept")
        ada.wait("status-1", contains="Delivered")
        screen.do("mousemove", WIDTH - 1, 890)
        compose("remembered", grab(ada, folder, "main-window"))
        files.kill()
        for window in (ada, kitchen):
            window.close()


if __name__ == "__main__":
    main()
