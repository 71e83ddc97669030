"""Every state that is pictured: what is on it can be reached, heard, read and seen whole, and nothing of it moves by
itself."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Final

import pytest
from pictured_past import earlier_small
from pictured_stage import Stage
from pictured_trust import remembered_renaming
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTableView,
    QTextEdit,
    QToolButton,
    QTreeView,
    QWidget,
)
from screenshots import STATES, dropping_on_a_card, hundred, notices

from desktop_app.gui import language, room, theme
from desktop_app.gui.plain import Elided
from desktop_app.gui.tile import Tile
from desktop_app.storage.settings import Appearance, Language

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No such signal .*systemTray", extend=True)

State = Callable[[Stage], QWidget]
Role = QAccessible.Role
READABLE: Final = 4.5
LARGE: Final = 3  # times as many pixels as on the screen, so that a stroke has its whole colour somewhere
MOST: Final = 12  # colours: what is left are the edges of strokes
A_WHILE_MS: Final = 150
ROLES: Final[tuple[tuple[type[QWidget], set[Role]], ...]] = (
    (QCheckBox, {Role.CheckBox}),
    (QRadioButton, {Role.RadioButton}),
    (QToolButton, {Role.Button, Role.ButtonMenu}),
    (QPushButton, {Role.Button, Role.ButtonMenu, Role.CheckBox}),
    (Tile, {Role.Button}),
    (QLineEdit, {Role.EditableText}),
    (QTextEdit, {Role.EditableText}),
    (QPlainTextEdit, {Role.EditableText}),
    (QComboBox, {Role.ComboBox}),
    (QTreeView, {Role.Tree, Role.Table}),
    (QTableView, {Role.Table}),
    (QListView, {Role.List}),
    (QProgressBar, {Role.ProgressBar}),
    (QLabel, {Role.StaticText}),
    (QScrollArea, {Role.Client, Role.Pane, Role.ScrollBar}),
)
ITEMS: Final = {Role.ListItem, Role.TreeItem, Role.Cell}
LINES: Final = 24
TITLE_BAR: Final = 40
NARROW: Final = QSize(400, 560)
SMALL: Final = QSize(400, 360)
"""800 x 1200 and 800 x 800 at 200 %, without a title bar."""
SEEN_WHOLE: Final = (QLabel, QAbstractButton, QLineEdit, QComboBox, QProgressBar, QAbstractScrollArea)
GIVES_WAY: Final = (Elided, Tile)  # these shorten names and tell them whole to who points there
TOLD: Final = [state for state in STATES if state is not hundred]


def _called(state: State) -> str:
    return state.__name__


OTHER_SIZE: Final = (earlier_small, notices)
"""One is pictured in its own; three warnings in a row need more room than the smallest screen has."""
WITHOUT_TAB: Final = (remembered_renaming, dropping_on_a_card)
"""A name that is being typed into a list is left with Enter; while a mouse drags there are no keys."""
every_state = pytest.mark.parametrize("state", TOLD, ids=_called)


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> Iterator[None]:
    language.speak(qapp, Language.ENGLISH)
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    theme.apply(qapp, Appearance.LIGHT)
    flash = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)  # how a caret blinks is for the system to say
    yield
    qapp.setCursorFlashTime(flash)
    theme.apply(qapp, Appearance.LIGHT)
    for top in qapp.topLevelWidgets():
        top.hide()
        top.deleteLater()
    _settle()


def _settle() -> None:
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def shown(stage: Stage, state: State) -> QWidget:
    """The state, on the screen; what nobody else holds would be gone."""
    widget = state(stage)
    _settle()
    below = {top.parentWidget() for top in tops() if top.isModal()}
    assert widget.isVisible(), "what is pictured is on the screen"
    assert widget not in below, "and in front"
    return widget


def tops() -> list[QWidget]:
    return [top for top in QApplication.topLevelWidgets() if top.isVisible()]


def parts(top: QWidget) -> list[QWidget]:
    """What of it can be seen."""
    return [each for each in (top, *top.findChildren(QWidget)) if each.isVisible() and each.window() is top]


def controls(top: QWidget) -> list[QWidget]:
    """What somebody can do something with, or has to be told how far it is."""
    inner = (each for box in top.findChildren(QComboBox) for each in box.findChildren(QWidget))
    not_ours = {*inner, *(view.viewport() for view in top.findChildren(QAbstractItemView))}
    return [
        each
        for each in parts(top)
        if each not in not_ours
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(each, QAbstractButton | QProgressBar)
    ]


# --- heard ---------------------------------------------------------------------------------------------------


@every_state
def test_each_control_says_what_it_is_and_how_it_stands(state: State) -> None:
    _shown = shown(stage := Stage(), state)
    assert stage.window is not None
    wrong: list[str] = []
    for top in tops():
        said: Counter[tuple[Role, str]] = Counter()
        for control in controls(top):
            face = QAccessible.queryAccessibleInterface(control)
            name = _name(face)
            said[face.role(), name] += not isinstance(control, QLabel)
            wrong += [f"{type(control).__name__} {control.objectName()}: {what}" for what in _faults(control, face)]
        wrong += [f"{count} controls are called {name!r}" for (_, name), count in said.items() if count > 1]
        if isinstance(top, QMenu):
            wrong += [f"{top.objectName()}: a choice without a name" for each in top.actions() if _nameless(each)]
    assert wrong == []


def _nameless(action: object) -> bool:
    return not action.isSeparator() and not action.text().strip()  # type: ignore[attr-defined]


def _name(face: QAccessibleInterface) -> str:
    """Of a box of choices Qt says what is chosen: what it is about is then in the words that are related to it."""
    if face.role() == Role.ComboBox:
        captions = (other for other, relation in face.relations() if relation == QAccessible.RelationFlag.Label)
        return " ".join(caption.text(QAccessible.Text.Name) for caption in captions).strip()
    return face.text(QAccessible.Text.Name).strip()


def _faults(control: QWidget, face: QAccessibleInterface) -> Iterator[str]:
    roles = next((roles for kind, roles in ROLES if isinstance(control, kind)), None)
    state = face.state()
    if not _name(face):
        yield "no name"
    if roles is None:
        yield "no kind of control that is known"
    elif face.role() not in roles:
        yield f"its role is {face.role()}"
    if bool(state.disabled) == control.isEnabled():
        yield "whether it can be used is told wrong"
    if state.invisible:
        yield "it is told to be invisible"
    match control:
        case QAbstractButton() if control.isCheckable():
            if (bool(state.checkable), bool(state.checked)) != (True, control.isChecked()):
                yield "whether it is ticked is told wrong"
        case QLineEdit():
            if bool(state.readOnly) != control.isReadOnly():
                yield "whether one can type is told wrong"
        case QProgressBar():
            if face.valueInterface() is None or face.valueInterface().currentValue() != control.value():
                yield "how far it is is not told"
        case QAbstractItemView():
            cells = [face.child(place) for place in range(min(LINES, face.childCount()))]
            columns = control.header().count() if isinstance(control, QTreeView) else 1
            lines = [cell for cell in cells if cell.role() in ITEMS][::columns]
            if not all(line.text(QAccessible.Text.Name).strip() for line in lines):
                yield "a line without a name"


# --- reached -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("state", [state for state in TOLD if state not in WITHOUT_TAB], ids=_called)
def test_each_control_is_reached_with_tab_and_shows_that_it_has_the_keyboard(state: State) -> None:
    _shown = shown(stage := Stage(), state)
    assert stage.window is not None
    if QApplication.activePopupWidget() is not None:
        return  # a menu has arrows, and Qt's own look of the choice
    [top, *_] = [each for each in (QApplication.activeModalWidget(), *tops()) if each is not None]
    top.activateWindow()
    _settle()
    wanted = {
        control
        for control in controls(top)
        if control.isEnabled() and control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.focusProxy() is None
        if not isinstance(control, QRadioButton) or control.isChecked()  # the others with the arrows
    }
    looks: dict[QWidget, QImage] = {each: each.grab().toImage() for each in wanted if not each.hasFocus()}
    reached: set[QWidget] = set()
    for _ in range(2 * len(wanted) + 2):
        focused = QApplication.focusWidget()
        if focused in looks and focused not in reached:
            assert focused.grab().toImage() != looks[focused], f"{focused.objectName()} looks as before"
        if focused is not None:
            reached.add(focused)
        QTest.keyClick(focused or top, Qt.Key.Key_Tab)
    assert {each.objectName() for each in wanted - reached} == set()


# --- read ----------------------------------------------------------------------------------------------------


@every_state
@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK], ids=lambda each: each.value)
def test_each_word_can_be_read_on_what_it_stands_on(state: State, appearance: Appearance, qapp: QApplication) -> None:
    theme.apply(qapp, appearance)
    _shown = shown(stage := Stage(), state)
    assert stage.window is not None
    faint = []
    for top in tops():
        image = _drawn(top, LARGE)
        for part in parts(top):
            words = part.text() if isinstance(part, QLabel | QAbstractButton) else ""
            if any(map(str.isalnum, words)) and (place := _in_sight(part, top)).size() == part.size():
                ratio = _contrast(image.copy(QRect(place.topLeft() * LARGE, place.size() * LARGE)))
                if ratio < READABLE:
                    faint.append(f"{part.objectName()} {words!r}: {ratio:.2f}")
    assert faint == []


def _in_sight(part: QWidget, top: QWidget) -> QRect:
    """What of it is neither scrolled away nor covered."""
    return part.visibleRegion().boundingRect().translated(part.mapTo(top, QPoint(0, 0)))


def _contrast(image: QImage) -> float:
    """Between what most of it is and what is furthest from that."""
    pixels = Counter(memoryview(image.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I"))
    (ground, _), *others = pixels.most_common(MOST)
    return max((_ratio(each, ground) for each, _ in others), default=1)


@lru_cache(maxsize=4096)
def _ratio(one: int, other: int) -> float:
    return theme.contrast(f"#{one & 0xFFFFFF:06x}", f"#{other & 0xFFFFFF:06x}")


def _drawn(top: QWidget, scale: int = 1) -> QImage:
    image = QImage(top.size() * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    top.render(image)
    return image


# --- in sight -------------------------------------------------------------------------------------------------


@every_state
@pytest.mark.parametrize(("there", "spoken"), [(NARROW, tuple(language.NAMES)), (SMALL, (Language.GERMAN,))])
def test_on_a_narrow_screen_nothing_is_cut_off_or_scrolled_sideways(
    state: State, there: QSize, spoken: Sequence[Language], qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And no scroll bar stands beside another one of the same direction."""
    monkeypatch.setattr(room, "on_screen", lambda _window: there)
    wrong: list[str] = []
    for each in spoken:
        language.speak(qapp, each)
        _shown = shown(stage := Stage(there), state)
        for top in tops():
            if top is not stage.window or (top is _shown and state not in OTHER_SIZE):
                wrong += [f"{each.value}: {top.objectName()}: {what}" for what in _cut_off(top, there)]
            top.hide()
            top.deleteLater()
        _settle()
    assert wrong == []


def _cut_off(top: QWidget, there: QSize) -> Iterator[str]:
    higher = TITLE_BAR if isinstance(top, QMenu) else 0  # which has none
    if top.width() > there.width() or top.height() > there.height() + higher:
        yield f"{top.size()} is more than there is"
    owners = (*top.findChildren(QAbstractItemView), *top.findChildren(QLineEdit))
    inner = {each for owner in owners for each in owner.findChildren(QWidget)}
    for part in parts(top):
        if isinstance(part, QAbstractScrollArea):
            if part.horizontalScrollBar().maximum():
                yield f"{part.objectName()} is scrolled sideways"
            if part.verticalScrollBar().isVisible() and any(
                each.verticalScrollBar().isVisible() for each in _around(part)
            ):
                yield f"{part.objectName()} has a scroll bar beside another one"
        if isinstance(part, SEEN_WHOLE) and part not in inner:
            if _crosses_an_edge(part, top):
                yield f"{part.objectName()} {_words(part)!r} crosses an edge"
            if not isinstance(part, GIVES_WAY) and not _has_room(part):
                yield f"{part.objectName()} {_words(part)!r} has no room for its words"


def _words(part: QWidget) -> str:
    return part.text() if isinstance(part, QLabel | QAbstractButton) else ""


def _around(part: QWidget) -> Iterator[QAbstractScrollArea]:
    above = part.parentWidget()
    while above is not None and not part.isWindow():
        if isinstance(above, QAbstractScrollArea):
            yield above
        part, above = above, above.parentWidget()


def _crosses_an_edge(part: QWidget, top: QWidget) -> bool:
    """Of anything that it is in; upwards and downwards it may be scrolled to."""
    above, scrolled = part.parentWidget(), False
    while above is not None and part is not top:
        place, edges = QRect(part.mapTo(above, QPoint()), part.size()), above.rect()
        scrolled = scrolled or isinstance(above.parentWidget(), QAbstractScrollArea)
        if scrolled:
            edges.setTop(min(edges.top(), place.top()))
            edges.setBottom(max(edges.bottom(), place.bottom()))
        if not edges.contains(place):
            return True
        above = None if above is top else above.parentWidget()
    return False


def _has_room(part: QWidget) -> bool:
    if isinstance(part, QLabel) and part.wordWrap():
        return part.height() >= part.heightForWidth(part.width())
    needed = part.sizeHint()
    return not _words(part) or (part.width() >= needed.width() and part.height() >= needed.height())


# --- calm ----------------------------------------------------------------------------------------------------


@every_state
def test_nothing_moves_by_itself(state: State) -> None:
    """So nobody who asked the system for less motion has to be asked about it."""
    _shown = shown(stage := Stage(), state)
    assert stage.window is not None
    QTest.qWait(A_WHILE_MS)
    before = {top: _drawn(top) for top in tops()}
    QTest.qWait(A_WHILE_MS)
    assert [top.objectName() for top, looked in before.items() if top.isVisible() and _drawn(top) != looked] == []
