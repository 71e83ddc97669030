"""How a window says everything anew, in another language: emptied, built again, and what the person did put back.

What was typed, ticked, chosen, marked and scrolled to is found again by the names of the widgets, and put back as if it
became so just then: what hangs on it follows. What a person alone does (`clicked`, `activated`, `editingFinished`) is
not told.
"""

import contextlib
from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

_PutBack = Callable[[QWidget], None]
_ROWS_MAX: Final = 1000
"""Of a list, in which what was chosen is looked for."""
_SETTLING_MS: Final = 200
"""In which what is new finds its size, in several steps."""
_PLACE: Final = "place"
"""Of what is settling: where it will be, from 0 to 1."""


@contextlib.contextmanager
def emptied(window: QWidget) -> Iterator[None]:
    """`window` without its layout and all that is in it; the body builds it again."""
    done = {each.objectName(): tuple(_done(each)) for each in _named(window)}
    focused = QApplication.focusWidget()
    focus = focused.objectName() if focused is not None and window.isAncestorOf(focused) else ""
    _put_away(window)
    yield
    for each in _named(window):
        for put_back in done.get(each.objectName(), ()):
            put_back(each)
    if focus and (again := window.findChild(QWidget, focus)) is not None:
        again.setFocus()


def _named(window: QWidget) -> list[QWidget]:
    """What is in it; a window that is open above it hears for itself."""
    return [each for each in window.findChildren(QWidget) if each.objectName() and each.window() is window.window()]


def _done(widget: QWidget) -> Iterator[_PutBack]:
    """What the person did to it, to be done to what comes in its place."""
    match widget:
        case QLineEdit():
            yield _typed(widget)
        case QAbstractButton() if widget.isCheckable():
            yield _ticked(widget)
        case QComboBox():
            yield _chosen(widget)
        case QAbstractItemView() if widget.currentIndex().isValid():
            yield _current(widget)
            if (editor := widget.viewport().findChild(QLineEdit)) is not None:
                yield _half_typed(editor)
        case QTextEdit() | QPlainTextEdit():
            yield _marked(widget)
    if isinstance(widget, QAbstractScrollArea) and _is_scrolled(widget):
        yield _scrolled(widget)


def _is_scrolled(area: QAbstractScrollArea) -> bool:
    return area.verticalScrollBar().value() > 0 or isinstance(area.property(_PLACE), float)


def _typed(before: QLineEdit) -> _PutBack:
    text = before.text() if before.isModified() else None
    cursor, marked = before.cursorPosition(), (before.selectionStart(), before.selectionLength())

    def put_back(now: QWidget) -> None:
        assert isinstance(now, QLineEdit)
        if text is not None:
            now.setText(text)
            now.setModified(True)
        now.setCursorPosition(cursor)
        if marked[1]:
            now.setSelection(*marked)

    return put_back


def _ticked(before: QAbstractButton) -> _PutBack:
    on = before.isChecked()

    def put_back(now: QWidget) -> None:
        assert isinstance(now, QAbstractButton)
        now.setChecked(on)

    return put_back


def _chosen(before: QComboBox) -> _PutBack:
    index = before.currentIndex()

    def put_back(now: QWidget) -> None:
        assert isinstance(now, QComboBox)
        now.setCurrentIndex(index)

    return put_back


def _current(before: QAbstractItemView) -> _PutBack:
    """By what the row is about: rows may come in another order."""
    role = Qt.ItemDataRole.UserRole
    index = before.currentIndex()
    row, what = index.row(), index.siblingAtColumn(0).data(role)

    def put_back(now: QWidget) -> None:
        assert isinstance(now, QAbstractItemView)
        rows = [now.model().index(each, 0) for each in range(min(now.model().rowCount(), _ROWS_MAX))]
        same = (each for each in rows if what is not None and each.data(role) == what)
        now.setCurrentIndex(next(same, now.model().index(row, 0)))

    return put_back


def _half_typed(before: QLineEdit) -> _PutBack:
    """In the row that is the current one by now."""
    type_on = _typed(before)

    def put_back(now: QWidget) -> None:
        assert isinstance(now, QAbstractItemView)
        now.edit(now.currentIndex())
        if (editor := now.viewport().findChild(QLineEdit)) is not None:
            type_on(editor)

    return put_back


def _scrolled(before: QAbstractScrollArea) -> _PutBack:
    """As far from its ends: in another language it is higher or lower. What comes up itself, as the row that is the
    current one, is not to move it."""
    bar, settling = before.verticalScrollBar(), before.property(_PLACE)
    share = settling if isinstance(settling, float) else bar.value() / bar.maximum()

    def put_back(now: QWidget) -> None:
        assert isinstance(now, QAbstractScrollArea)
        now.setProperty(_PLACE, share)
        bar = now.verticalScrollBar()

        def reach() -> None:
            bar.setValue(round(share * bar.maximum()))

        def settle() -> None:
            for signal in (bar.rangeChanged, bar.valueChanged):
                signal.disconnect(reach)
            now.setProperty(_PLACE, None)

        for signal in (bar.rangeChanged, bar.valueChanged):
            signal.connect(reach)
        reach()
        QTimer.singleShot(_SETTLING_MS, bar, settle)

    return put_back


def _marked(before: QTextEdit | QPlainTextEdit) -> _PutBack:
    anchor, position = before.textCursor().anchor(), before.textCursor().position()

    def put_back(now: QWidget) -> None:
        assert isinstance(now, QTextEdit | QPlainTextEdit)
        cursor = now.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        now.setTextCursor(cursor)

    return put_back


def _put_away(window: QWidget) -> None:
    """Nameless and silent, and gone when Qt's loop runs again: something in it may be telling something just now."""
    for each in window.findChildren(QWidget):
        if each.window() is window.window():
            each.blockSignals(True)  # already as the keyboard leaves it, which ends no line
    former = QWidget(window)
    former.hide()
    layout = window.layout()
    if layout is not None:
        former.setLayout(layout)
    for each in former.findChildren(QWidget):
        each.setObjectName("")
    former.deleteLater()
