"""This computer: what it calls itself, who can see it, and the menu."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from desktop_app.gui import plain, sizes, theme
from desktop_app.gui.icons import ButtonIcon, IconView
from desktop_app.gui.menu_button import give_menu, open_by_keys
from desktop_app.gui.plain import Words
from desktop_app.gui.visibility_menu import VisibilityMenu
from desktop_app.protocol import device_name, limits
from desktop_app.storage.settings import Settings, Visibility


class TopBar(QFrame):
    """Signals: renamed(str), visibility_chosen(Visibility), open_wanted()."""

    renamed = Signal(str)
    visibility_chosen = Signal(object)
    open_wanted = Signal()

    def __init__(self, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "bar-box")
        self._name = ""
        self._name_button = self._make_name_button()
        self._editor = _NameEditor()
        self._editor.editingFinished.connect(self._save_name)
        self._editor.left.connect(self._leave_name)
        self._stack = QStackedWidget()
        self._stack.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._stack.addWidget(self._name_button)
        self._stack.addWidget(self._editor)
        self._seen_by = self._make_visibility_button()
        self._settings: Settings | None = None
        self._open_until: float | None = None
        self._caption = Words("", "muted", wrap=False)
        self._more = more = QToolButton()
        more.setObjectName("menu-button")
        give_menu(more, menu)
        ButtonIcon(more, "menu")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        row.setSpacing(theme.S)
        row.addSpacing(theme.XL - theme.L)  # unlike a margin it changes sides with the rest
        row.addWidget(IconView("device", "muted", theme.XL))
        row.addWidget(self._caption)
        row.addWidget(self._stack, 1)
        row.addStretch(1)
        row.addWidget(self._seen_by)
        row.addWidget(more)
        self._say()

    def show_settings(self, settings: Settings, open_until: float | None = None) -> None:
        """`open_until`: until when everyone may see it, seconds since 1970."""
        self._settings, self._open_until = settings, open_until
        self._name = settings.name
        self._show_name()
        self._show_visibility(settings.visibility)
        if open_until is not None:
            text = self.tr("Visible to everyone until {time}")
            self._seen_by.setText(text.format(time=sizes.time_of_day(open_until)))
            self._eye.show_icon("eye")

    def open_menu(self) -> None:
        """By a key."""
        open_by_keys(self._more)

    def edit_name(self) -> None:
        self._editor.setText(self._name)
        self._stack.setCurrentWidget(self._editor)
        self._editor.selectAll()
        self._editor.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            if self._settings is not None:
                self.show_settings(self._settings, self._open_until)

    def _say(self) -> None:
        self._caption.setText(self.tr("This computer"))
        self._more.setAccessibleName(self.tr("Menu"))
        self._more.setToolTip(self.tr("Menu"))
        self._name_button.setToolTip(self.tr("Rename this computer"))
        self._editor.setAccessibleName(self.tr("Name of this computer"))

    def _make_name_button(self) -> QPushButton:
        button = _NameButton()
        button.setObjectName("own-name")
        button.setProperty("part", "quiet")
        button.setAutoDefault(False)
        ButtonIcon(button, "pencil", "muted", 16)
        button.clicked.connect(self.edit_name)
        return button

    def _make_visibility_button(self) -> QPushButton:
        button = QPushButton()
        button.setObjectName("visibility")
        button.setProperty("part", "quiet")
        button.setAutoDefault(False)
        self._eye = ButtonIcon(button, "eye")
        self._choices = VisibilityMenu(button)
        self._choices.chosen.connect(self._choose_visibility)
        self._choices.chosen_for_a_while.connect(self.open_wanted)
        give_menu(button, self._choices)
        return button

    def _choose_visibility(self, chosen: Visibility) -> None:
        self._show_visibility(chosen)
        self.visibility_chosen.emit(chosen)

    def _show_visibility(self, visibility: Visibility) -> None:
        text = {
            Visibility.EVERYONE: self.tr("Visible to everyone nearby"),
            Visibility.REMEMBERED: self.tr("Visible to remembered devices"),
            Visibility.NOBODY: self.tr("Visible to nobody"),
        }[visibility]
        self._seen_by.setText(text)
        self._eye.show_icon("eye-off" if visibility is Visibility.NOBODY else "eye")
        self._choices.show_chosen(visibility)

    def _save_name(self) -> None:
        name = device_name.clean(self._editor.text())
        if self._stack.currentWidget() is self._editor and name and name != self._name:
            self._name = name
            self.renamed.emit(name)
        self._show_name()
        self._stack.setCurrentWidget(self._name_button)

    def _leave_name(self) -> None:
        self._editor.setText(self._name)  # losing the focus counts as finished
        self._stack.setCurrentWidget(self._name_button)

    def _show_name(self) -> None:
        shown = plain.visible(self._name)
        self._name_button.setText(plain.for_menu(shown))
        self._name_button.setAccessibleName(self.tr("Rename this computer, now {name}").format(name=shown))


class _NameButton(QPushButton):
    """As wide as the name, but never pushing its neighbours out of the window."""

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.letter(self.fontMetrics()) * 10, super().minimumSizeHint().height())


class _NameEditor(QLineEdit):
    """Signals: left(), by Escape."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("own-name-editor")
        self.setMaxLength(limits.DEVICE_NAME)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
