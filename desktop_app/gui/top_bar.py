"""This computer: what it calls itself, who can see it, and the menu."""

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
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
from desktop_app.gui.visibility_menu import VisibilityMenu, choices
from desktop_app.protocol import device_name, limits
from desktop_app.storage.settings import Settings, Visibility

_LEAST: Final = 48
"""Letters: no window is narrower."""
_NAME: Final = 24
"""Letters of the name that other words make room for."""


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
        self._sentences: tuple[str, ...] = ("",)
        self._seen_by = self._make_visibility_button()
        self._settings: Settings | None = None
        self._open_until: float | None = None
        self._caption = Words("", "muted", wrap=False)
        self._more = more = QToolButton()
        more.setObjectName("menu-button")
        give_menu(more, menu)
        ButtonIcon(more, "menu")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        row.setSpacing(theme.S)
        row.addSpacing(theme.XL - theme.L)  # unlike a margin it changes sides with the rest
        row.addWidget(IconView("device", "muted", theme.XL))
        row.addWidget(self._caption)
        row.addWidget(self._stack, 100)
        row.addStretch(1)  # takes what the name does not need
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
            text = self.tr("Visible to everyone until {time}").format(time=sizes.time_of_day(open_until))
            self._say_seen_by(text, dict(choices())[Visibility.EVERYONE])
            self._eye.show_icon("eye")

    def minimumSizeHint(self) -> QSize:
        """In a narrow window there are the picture, the name and the two menus."""
        least = super().minimumSizeHint()
        words = 0 if self._caption.isHidden() else self._caption.sizeHint().width() + theme.S
        words += self._seen_by.fontMetrics().horizontalAdvance(self._seen_by.text())
        return QSize(max(least.width() - words, theme.letter(self.fontMetrics()) * _LEAST), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

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

    def _make_name_button(self) -> "_NameButton":
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

    def _say_seen_by(self, *sentences: str) -> None:
        """The same, from the longest to the shortest."""
        self._sentences = (*sentences, "")
        self._seen_by.setAccessibleName(sentences[0])
        self._fit()

    def _fit(self) -> None:
        """In a narrow window words give way, and are told to who points there."""
        whole, *shorter = self._sentences
        for caption, words in ((True, whole), (False, whole), *((False, each) for each in shorter)):
            self._caption.setVisible(caption)
            self._seen_by.setText(words)
            self._row.invalidate()
            name = min(self._name_button.sizeHint().width(), theme.letter(self.fontMetrics()) * _NAME)
            wished = self._row.minimumSize().width() - self._name_button.minimumSizeHint().width() + name
            if wished <= self.width():
                break
        self._seen_by.setToolTip("" if self._seen_by.text() == whole else whole)

    def _choose_visibility(self, chosen: Visibility) -> None:
        self._show_visibility(chosen)
        self.visibility_chosen.emit(chosen)

    def _show_visibility(self, visibility: Visibility) -> None:
        text = {
            Visibility.EVERYONE: self.tr("Visible to everyone nearby"),
            Visibility.REMEMBERED: self.tr("Visible to remembered devices"),
            Visibility.NOBODY: self.tr("Visible to nobody"),
        }[visibility]
        self._say_seen_by(text, dict(choices())[visibility])
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
        self._name_button.show_name(shown)
        self._name_button.setAccessibleName(self.tr("Rename this computer, now {name}").format(name=shown))
        self._fit()


class _NameButton(QPushButton):
    """As wide as the name, which gives way before its neighbours are pushed out of the window."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_name(self, name: str) -> None:
        self._whole = name
        self.setText(plain.for_menu(name))
        self.updateGeometry()
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        metrics = self.fontMetrics()
        here = self.width() - super().sizeHint().width() + self._advance()
        shown = metrics.elidedText(self._whole, Qt.TextElideMode.ElideMiddle, here)
        self.setText(plain.for_menu(shown))

    def _advance(self) -> int:
        return self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic.value, self.text()).width()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        more = self.fontMetrics().horizontalAdvance(self._whole) - self._advance()
        return QSize(hint.width() + more, hint.height())

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
            event.accept()  # Enter, too: it is meant for no button that has the keyboard by now
