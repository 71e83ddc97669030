"""The table of remembered devices: a name that can be changed in place, three dates, and
what is accepted of it without asking.

Rows keep their places while the table is open, so that none moves under the pointer or an
edited name; only its owner changes what is remembered, here it is shown.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from desktop_app.events import RememberedDevice
from desktop_app.gui import dates, plain, sizes, theme
from desktop_app.protocol import device_name, limits

_DEVICE: Final = Qt.ItemDataRole.UserRole
_NAME, _VERIFIED, _USED, _EXPIRES, _UNASKED = range(5)
_NAME_LEAST: Final = 28
"""Letters of a name that have room; where that is not so, days are left to who hears the row or points at it."""
_ROWS: Final = (4, 10)  # fewest and most on the screen without scrolling
_ROW_PADDING: Final = 12


class RememberedList(QTreeWidget):
    """Signals: renamed(RecordId, str), forget_wanted()."""

    renamed = Signal(object, str)
    forget_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("remembered-list")
        self._some_unasked = False
        self.setAccessibleName(self.tr("Remembered devices"))
        dated = self.tr("Verified"), self.tr("Last used"), self.tr("Expires")
        self.setHeaderLabels([self.tr("Name"), *dated, self.tr("Without asking")])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        names = _NameDelegate(self)
        names.renamed.connect(self._rename)
        self.setItemDelegate(names)
        self.itemDoubleClicked.connect(lambda: self.edit_name())
        for keys, act in ((Qt.Key.Key_F2, self.edit_name), (Qt.Key.Key_Delete, self.forget_wanted.emit)):
            QShortcut(QKeySequence(keys), self, act, context=Qt.ShortcutContext.WidgetShortcut)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)

    @property
    def chosen(self) -> RememberedDevice | None:
        item = self.currentItem()
        return None if item is None else item.data(_NAME, _DEVICE)

    def show_devices(self, devices: Sequence[RememberedDevice]) -> None:
        wanted = {device.id: device for device in devices}
        rows = {item.data(_NAME, _DEVICE).id: item for item in self._items()}
        for id_ in rows.keys() - wanted.keys():
            self.takeTopLevelItem(self.indexOfTopLevelItem(rows.pop(id_)))
        new = [device for device in devices if device.id not in rows]
        for place, device in enumerate(new):
            rows[device.id] = item = QTreeWidgetItem()
            self.insertTopLevelItem(place, item)
        for id_, item in rows.items():
            _fill(item, wanted[id_])
        self._some_unasked = any(device.always is not None for device in devices)
        self._make_room()
        first = self.topLevelItem(0)
        if self.currentItem() is None and first is not None:
            self.setCurrentItem(first)
        self.updateGeometry()

    def edit_name(self) -> None:
        item = self.currentItem()
        if item is not None:
            self.editItem(item, _NAME)

    def sizeHint(self) -> QSize:
        fewest, most = _ROWS
        rows = max(fewest, min(most, self.topLevelItemCount()))
        row = max(self.sizeHintForRow(0), self.fontMetrics().height() + _ROW_PADDING)
        return QSize(super().sizeHint().width(), self.header().sizeHint().height() + rows * row + _ROW_PADDING)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._make_room()  # only now its head is as wide as its style makes it

    def _make_room(self) -> None:
        """For the names: in a narrow window what is least asked for gives way."""
        here = self.viewport().width() - theme.letter(self.fontMetrics()) * _NAME_LEAST
        for column in range(_VERIFIED, _UNASKED + 1):
            self.setColumnHidden(column, column == _UNASKED and not self._some_unasked)
        for column in (_USED, _VERIFIED, _EXPIRES)[: 2 + self._some_unasked]:
            shown = (each for each in range(_VERIFIED, _UNASKED + 1) if not self.isColumnHidden(each))
            if sum(max(self.sizeHintForColumn(each), self.header().sectionSizeHint(each)) for each in shown) > here:
                self.setColumnHidden(column, True)

    def _items(self) -> list[QTreeWidgetItem]:
        found = (self.topLevelItem(row) for row in range(self.topLevelItemCount()))
        return [item for item in found if item is not None]

    def _rename(self, device: RememberedDevice, raw: str) -> None:
        name = device_name.clean(raw)
        if name and name != device.name:
            self.renamed.emit(device.id, name)


class _NameDelegate(QStyledItemDelegate):
    """Edits names only, and leaves the table as it is: the new name comes back with what is remembered.

    Signals: renamed(RememberedDevice, str).
    """

    renamed = Signal(object, str)

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        editor = QLineEdit(parent)
        editor.setObjectName("remembered-name-editor")
        editor.setMaxLength(limits.DEVICE_NAME)
        name = plain.visible(index.data(_DEVICE).name)
        editor.setAccessibleName(self.tr("Your name for {name}").format(name=name))
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> None:
        editor.setGeometry(option.rect)  # all of the row: its padding would leave no room for letters

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(index.data(_DEVICE).name)
            editor.selectAll()

    def setModelData(
        self, editor: QWidget, _model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if isinstance(editor, QLineEdit):
            self.renamed.emit(index.data(_DEVICE), editor.text())


def _fill(item: QTreeWidgetItem, device: RememberedDevice) -> None:
    name = plain.isolated(device.name)
    verified, used = dates.day(device.compared_at), dates.lately(device.used_at)
    expires = QCoreApplication.translate("RememberedList", "{day}, {ahead}").format(
        day=dates.day(device.expires_at), ahead=dates.ahead(device.expires_at)
    )
    whole = QCoreApplication.translate(
        "RememberedList", "{name}, verified {verified}, last used {used}, expires {expires}"
    ).format(name=name, verified=verified, used=used, expires=expires)
    unasked = ""
    if device.always is not None:
        most = sizes.amount(device.always.most)
        unasked = QCoreApplication.translate("RememberedList", "{size} a day").format(size=most)
        folder = plain.isolated(str(device.always.folder))
        said = QCoreApplication.translate("RememberedList", "accepted without asking: {size} a day, into {folder}")
        said = said.format(size=most, folder=folder)
        item.setToolTip(_UNASKED, plain.for_tooltip(folder))
        whole = f"{whole}, {said}"
    else:
        item.setToolTip(_UNASKED, "")
    for column, text in enumerate((name, verified, used, expires, unasked)):
        item.setText(column, text)
    item.setData(_NAME, _DEVICE, device)
    item.setData(_NAME, Qt.ItemDataRole.AccessibleTextRole, whole)
    item.setToolTip(_NAME, plain.for_tooltip(whole))
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable)
