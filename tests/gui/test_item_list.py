"""What is offered, line by line: a picture of its kind by the ending of its name, its name, its size."""

import pytest
from PySide6.QtCore import QLocale, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from desktop_app.events import Contents, Direction, HistoryId, PastTransfer, State, Transfer, TransferId
from desktop_app.gui import icons, item_kinds, language
from desktop_app.gui.item_list import ItemList
from desktop_app.gui.past_details import PastDetails
from desktop_app.protocol.top_names import TopName
from desktop_app.storage.settings import Language
from tests.gui.conftest import Stage, keyboard
from tests.gui.test_earlier import plain_text
from tests.support.top_names import a_file, a_folder, contents

HOLIDAY = a_folder("holiday 2026", 214, 3_200_000_000)


def shown(qtbot: QtBot, *items: TopName) -> ItemList:
    view = ItemList("offer-names", "What would be sent", contents(*items))
    qtbot.addWidget(view)
    view.resize(500, view.height())
    view.show()
    return view


def line(view: ItemList, row: int) -> QImage:
    return view.viewport().grab(view.visualRect(view.model().index(row, 0))).toImage()


def mirrored(place: QRect, width: int) -> QRect:
    return place.translated(width - 2 * place.x() - place.width(), 0)


def said(view: QListView, row: int) -> str:
    """What a screen reader says of it, without the marks that isolate names."""
    cell = QAccessible.queryAccessibleInterface(view).child(row)
    return plain_text(cell.text(QAccessible.Text.Name))


@pytest.mark.parametrize(
    ("item", "icon"),
    [
        (a_folder("holiday.jpg"), "folder"),
        (a_folder("setup.exe", 1), "folder"),
        (a_file("summer.JPG"), "picture"),
        (a_file("summer.heic"), "picture"),
        (a_file("film.mkv"), "film"),
        (a_file("song.flac"), "sound"),
        (a_file("thesis.v2.pdf"), "document"),
        (a_file("old.tar.xz"), "archive"),
        (a_file(".zip"), "archive"),
        (a_file("setup.exe"), "program"),
        (a_file("holiday.jpg.exe"), "program"),
        (a_file("holiday.jpg .Desktop"), "program"),
        (a_file("README"), "file"),
        (a_file("jpg"), "file"),
        (a_file("holiday.jpg.unknown"), "file"),
        (a_file("holiday.jpg/"), "file"),
        (a_file("holiday.jp\u0261"), "file"),  # a letter that only looks like g
    ],
    ids=lambda value: value.name if isinstance(value, TopName) else value,
)
def test_the_kind_is_that_of_the_last_ending(item: TopName, icon: str) -> None:
    assert item_kinds.icon_of(item) == icon


def test_there_is_a_picture_and_a_word_of_every_kind(qapp: QApplication) -> None:
    endings = ["", ".jpg", ".mkv", ".mp3", ".txt", ".zip", ".exe"]
    items = [a_folder("a"), *(a_file(f"a{ending}") for ending in endings)]
    for each in items:
        assert (icons.FOLDER / f"{item_kinds.icon_of(each)}.svg").exists()
    for spoken in Language:
        language.speak(qapp, spoken)
        assert len({item_kinds.whole(each) for each in items}) == len(items), spoken


def test_a_line_is_said_with_name_kind_and_size(qtbot: QtBot) -> None:
    view = shown(qtbot, HOLIDAY, a_file("film.mkv", 4_200_000_000), a_file("none"), a_folder("nothing"))
    assert [said(view, row) for row in range(4)] == [
        "holiday 2026, folder, 214 files, 3.2 GB",
        "film.mkv, film, 4.2 GB",
        "none, file, 0 bytes",
        "nothing, folder, empty",
    ]


def test_and_in_the_numbers_and_words_of_the_language(qtbot: QtBot, qapp: QApplication) -> None:
    language.speak(qapp, Language.GERMAN)
    assert said(shown(qtbot, HOLIDAY), 0) == "holiday 2026, Ordner, 214 Dateien, 3,2 GB"
    language.speak(qapp, Language.ARABIC)
    amount = QLocale().toString(4.2, "f", 1)
    assert not amount.isascii()
    assert amount in said(shown(qtbot, a_file("film.mkv", 4_200_000_000)), 0)


def test_what_is_not_known_is_not_shown(qtbot: QtBot) -> None:
    view = ItemList("past-names", "What it was made of", Contents(("holiday.exe", "b"), 2, 0, 10))
    qtbot.addWidget(view)
    view.show()
    assert said(view, 0) == "holiday.exe"
    line(view, 0)


@pytest.mark.parametrize("spoken", [Language.ENGLISH, Language.ARABIC])
def test_a_long_name_gives_way_to_its_picture_and_its_size(qtbot: QtBot, qapp: QApplication, spoken: Language) -> None:
    """In the direction of the window: the picture where a line begins, the size where it ends."""
    language.speak(qapp, spoken)
    sizes = 4_200_000_000, 4_200_000_000, 1
    names = "film.mkv", f"{'a long name ' * 20}.mkv", "film.mkv"
    view = shown(qtbot, *(a_file(name, size) for name, size in zip(names, sizes, strict=True)))
    short, long, small = (line(view, row) for row in range(3))
    width, height = short.width(), short.height()
    begin, end = QRect(0, 0, 36, height), QRect(width - 60, 0, 60, height)
    if spoken is Language.ARABIC:
        begin, end = mirrored(begin, width), mirrored(end, width)
    assert short != long
    assert short.copy(begin) == long.copy(begin) == small.copy(begin)
    assert short.copy(end) == long.copy(end) != small.copy(end)
    blank = QImage(short.copy(begin))
    blank.fill(short.pixelColor(QPoint(1, 1)))
    assert short.copy(begin) != blank


@pytest.mark.parametrize("spoken", [Language.ENGLISH, Language.ARABIC])
def test_a_name_of_another_direction_leaves_picture_and_size_where_they_are(
    qtbot: QtBot, qapp: QApplication, spoken: Language
) -> None:
    language.speak(qapp, spoken)
    view = shown(qtbot, a_file("\u05d7\u05d5\u05e4\u05e9.mkv", 77), a_file("film.mkv", 77))
    hebrew, latin = (line(view, row) for row in range(2))
    width, height = hebrew.width(), hebrew.height()
    places = QRect(0, 0, 36, height), QRect(width - 60, 0, 60, height), QRect(36, 0, 40, height)
    begin, end, beside = (mirrored(place, width) if spoken is Language.ARABIC else place for place in places)
    for place in (begin, end):
        assert hebrew.copy(place) == latin.copy(place)
    assert hebrew.copy(beside) != latin.copy(beside)
    for each in (hebrew, latin):
        blank = QImage(each.copy(beside))
        blank.fill(each.pixelColor(QPoint(1, 1)))
        assert each.copy(beside) != blank, "it begins beside its picture, too"


def test_a_program_stands_out(qtbot: QtBot) -> None:
    view = shown(qtbot, a_file("a.exe"), a_file("a.sh"), a_file("a.mkv"))
    place = QRect(0, 0, 36, line(view, 0).height())
    exe, script, film = (line(view, row).copy(place) for row in range(3))
    assert exe == script != film


@pytest.mark.usefixtures("quick")
def test_the_keyboard_goes_from_line_to_line_and_answers_nothing(stage: Stage, qtbot: QtBot) -> None:
    stage.engine.offer(contents(*(a_file(f"{number}.jpg", number) for number in range(50))))
    view = stage.find(QListView, "offer-names")
    qtbot.waitUntil(view.window().isActiveWindow)
    before = view.viewport().grab().toImage()
    for _ in range(9):
        QTest.keyClick(keyboard(), Qt.Key.Key_Tab)
        if keyboard() is view:
            break
    assert keyboard() is view
    while view.currentIndex().row() < 3:
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.viewport().grab().toImage() != before, "nothing shows which line that is"
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.currentIndex().row() == 49
    assert view.visualRect(view.currentIndex()).bottom() <= view.viewport().height(), "it is scrolled to"
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        QTest.keyClick(view, key)
    assert stage.engine.calls == []
    assert stage.shows("offer-dialog")


def test_an_earlier_transfer_says_what_it_was_made_of(stage: Stage, qtbot: QtBot) -> None:
    made_of = contents(HOLIDAY, a_file("notes.txt", 4_800))
    transfer = Transfer(TransferId(1), Direction.SENDING, "Kitchen PC", State.DELIVERED, made_of)
    details = PastDetails(PastTransfer(HistoryId("1"), transfer, None, None, 0.0, 2, 0, 0, False), stage.window)
    qtbot.addWidget(details)
    details.show()
    view = details.findChild(QListView, "past-names")
    assert isinstance(view, QListView)
    assert [said(view, row) for row in range(2)] == [
        "holiday 2026, folder, 214 files, 3.2 GB",
        "notes.txt, document, 4.8 kB",
    ]
