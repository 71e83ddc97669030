"""How a window says everything anew, in another language: emptied, built again, and what the person did put back.

What was typed, ticked, chosen and marked is found again by the names of the widgets, and put back as if it became so
just then: what hangs on it follows. What a person alone does (`clicked`, `activated`, `editingFinished`) is not told.
"""

import contextlib
from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
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


@contextlib.contextmanager
def emptied(window: QWidget) -> Iterator[None]:
    """`window` without its layout and all that is in it; the body builds it again."""
    done = {each.objectName(): _done(each) for each in _named(window)}
    focused = QApplication.focusWidget()
    focus = focused.objectName() if focused is not None and window.isAncestorOf(focused) else ""
    _put_away(window)
    yield
    for each in _named(window):
        if (put_back := done.get(each.objectName())) is not None:
            put_back(each)
    if focus and (again := window.findChild(QWidget, focus)) is not None:
        again.setFocus()


def _named(window: QWidget) -> list[QWidget]:
    """What is in it; a window that is open above it hears for itself."""
    return [each for each in window.findChildren(QWidget) if each.objectName() and each.window() is window.window()]


def _done(widget: QWidget) -> _PutBack | None:
    """What the person did to it, to be done to what comes in its place."""
    match widget:
        case QLineEdit():
            return _typed(widget)
        case QAbstractButton() if widget.isCheckable():
            return _ticked(widget)
        case QComboBox():
            return _chosen(widget)
        case QAbstractItemView():
            return _current(widget)
        case QTextEdit() | QPlainTextEdit():
            return _marked(widget)
    return None


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


def _current(before: QAbstractItemView) -> _PutBack | None:
    """By what the row is about: rows may come in another order."""
    role = Qt.ItemDataRole.UserRole
    index = before.currentIndex()
    row, what = index.row(), index.siblingAtColumn(0).data(role)

    def put_back(now: QWidget) -> None:
        assert isinstance(now, QAbstractItemView)
        rows = [now.model().index(each, 0) for each in range(min(now.model().rowCount(), _ROWS_MAX))]
        same = (each for each in rows if what is not None and each.data(role) == what)
        now.setCurrentIndex(next(same, now.model().index(row, 0)))

    return put_back if index.isValid() else None


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
