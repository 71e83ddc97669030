"""The order in which Tab goes through a page: as it is read. Qt's own is that in which its parts were made."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLayout, QScrollArea, QWidget


def settle(page: QWidget) -> None:
    """As its parts stand there now."""
    stops = [each for each in _parts(page) if each.focusPolicy() is not Qt.FocusPolicy.NoFocus]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def bring_into_sight(stop: QWidget) -> None:
    """With as much of what it belongs to, such as its row, as there is room for. Of a list that is scrolled with its
    page, the row that is chosen."""
    if isinstance(stop, QAbstractItemView) and not stop.verticalScrollBar().maximum():
        _bring_row_into_sight(stop)
        return
    part, above = stop, stop.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(part, 0, 0)
        elif isinstance(area := _area_of(above), QScrollArea) and above.height() <= area.viewport().height():
            part = above
        above = above.parentWidget()


def _bring_row_into_sight(view: QAbstractItemView) -> None:
    row, above = view.visualRect(view.currentIndex()), view.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea) and (page := above.widget()) is not None:
            place = view.viewport().mapTo(page, row.center())
            above.ensureVisible(place.x(), place.y(), 0, row.height())
        above = above.parentWidget()


def _area_of(part: QWidget) -> QWidget | None:
    """The scroll area on whose page it stands."""
    page = part.parentWidget()
    viewport = None if page is None else page.parentWidget()
    return None if viewport is None else viewport.parentWidget()


def _parts(of: QWidget) -> Iterator[QWidget]:
    yield of
    layout, page = of.layout(), of.widget() if isinstance(of, QScrollArea) else None
    if page is not None:
        yield from _parts(page)
    elif layout is not None:
        yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for item in map(layout.itemAt, range(layout.count())):
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            yield from _laid_out(inner)
        elif widget is not None:
            yield from _parts(widget)
