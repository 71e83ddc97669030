"""The states in which somebody is asked about what would be sent: here by an offer, or for whom it is."""

from pathlib import Path

from pictured_stage import HOLIDAY, LONG, Stage
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.engine.summons import Summons
from desktop_app.errors import FilesTooBigHere, Names, NamesNotHeldHere, NotEnoughSpace, Size
from tests.support.top_names import a_file, a_folder, contents


def offer(stage: Stage) -> QWidget:
    stage.engine.offer(HOLIDAY)
    return stage.dialog()


def offer_continues(stage: Stage) -> QWidget:
    stage.engine.offer(HOLIDAY, continues=1_536_000_000)
    return stage.dialog()


def offer_warnings(stage: Stage) -> QWidget:
    pictures = (a_file(f"picture {number}.jpg", 3_400_000 + 37_000 * number) for number in range(40))
    files = a_file("setup.exe", 48_000_000), a_file("<b>notes</b> & more.txt"), *pictures
    what = contents(a_folder("holiday 2026", 212, 3_000_000_000), *files, folders=12, programs=3)
    stage.engine.offer(what, peer=LONG, existing=("holiday 2026",))
    return stage.dialog()


def offer_kinds(stage: Stage) -> QWidget:
    """A name that is far too long among all that there is a picture of."""
    long = f"{'photos of ' * 12}grandmother.jpg.exe"
    names = "film.mkv", "song.flac", long, "thesis.pdf", "old things.tar.xz", "picture.heic", "notes"
    files = (a_file(name, 7 ** (11 - number)) for number, name in enumerate(names))
    stage.engine.offer(contents(a_folder("summer", 1_204, 52_000_000_000), *files, a_folder("empty"), folders=12))
    return stage.dialog()


def offer_stick(stage: Stage) -> QWidget:
    stick = "/media/grace/USB-STICK"
    stage.engine.offer(
        contents(a_folder("holiday 2026", 213, 3_199_996_000), a_file("Ω — “café”?.txt", 4_000), folders=12),
        into=Path(stick),
        warnings=(
            NamesNotHeldHere(path=stick, names=Names(("Ω — “café”?.txt",))),
            FilesTooBigHere(path=stick, most=Size(4_294_967_295)),
        ),
    )
    return stage.dialog()


def offer_no_space(stage: Stage) -> QWidget:
    problem = NotEnoughSpace(needed=Size(3_200_000_000), free=Size(1_100_000_000))
    stage.engine.offer(HOLIDAY, free=1_100_000_000, problem=problem)
    return stage.dialog()


def picker(stage: Stage) -> QWidget:
    stage.verified()
    stage.window.offer_to_send([Path("/home/ada/holiday 2026"), Path("/home/ada/thesis.pdf")])
    return stage.dialog()


def picker_more(stage: Stage) -> QWidget:
    """A second start with other files, while it was asked for the first."""
    stage.verified()
    stage.window.offer_to_send([Path("/home/ada/holiday 2026")])
    stage.window.come_forward(Summons((Path("/home/ada/thesis.pdf"), Path("/home/ada/notes.txt"))))
    return stage.dialog()


def picker_text(stage: Stage) -> QWidget:
    stage.verified()
    QApplication.clipboard().setText(
        "Key for the cellar is with Grace.\nCode of the alarm: see the note on the fridge."
    )
    stage.window._sending.paste()  # noqa: SLF001
    return stage.dialog()


def text(stage: Stage) -> QWidget:
    stage.verified()
    stage.engine.receive_text(
        "https://example.org/recipes/apple-cake\n\nThe one from Sunday. Half the sugar is enough."
    )
    return stage.dialog()


def text_long(stage: Stage) -> QWidget:
    stage.verified()
    lines = (
        "A line that goes on for a while, so that it does not fit into the width of the dialog and has to be wrapped.\n"
    )
    stage.engine.receive_text(60 * lines + "\u202e", peer=LONG)
    stage.engine.receive_text("two")
    stage.engine.receive_text("three")
    return stage.dialog()


def text_hebrew(stage: Stage) -> QWidget:
    stage.verified()
    stage.engine.receive_text("המפתח למרתף אצל גרייס.\nCode: 4821\nتجده في الدرج")  # noqa: RUF001
    stage.engine.receive_text("another")
    return stage.dialog()
