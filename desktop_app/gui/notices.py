"""Things to know that need no answer: quiet lines at the top of the window.

What goes by itself stands at the foot of the page instead, so that nothing moves when it goes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop_app.errors import AppError
from desktop_app.events import SessionId
from desktop_app.gui import error_text, phrasing, theme
from desktop_app.gui.announcing import announce
from desktop_app.gui.error_details import ErrorDetails, told_at
from desktop_app.gui.icons import ButtonIcon, IconView, Tone
from desktop_app.gui.keyboard_place import hand_over
from desktop_app.gui.plain import Words
from desktop_app.gui.sheet import button, put_up

_MOST: Final = 3
MENTIONED_MS: Final = 10_000
_CHARACTERS: Final = 80
_LOW: Final = 30  # lines of text
_BESIDE: Final = 70  # letters: in a narrower notice its details stand below the words


@dataclass(frozen=True, slots=True)
class _Look:
    part: str
    icon: str
    tone: Tone
    passing: bool = False  # good to know, and gone by itself


Said = Callable[[], str]
About = SessionId | Literal["port"]
_Kind = Literal["info", "warning", "mention", "over"]
_LOOKS: Final[dict[_Kind, _Look]] = {
    "info": _Look("info-box", "info", "accent"),
    "warning": _Look("warning-box", "warning", "warning"),
    "mention": _Look("passing-box", "verified", "accent", passing=True),
    "over": _Look("passing-box", "info", "muted", passing=True),
}


class Notices(QWidget):
    """The newest few; the same words are not said twice. Of one session, or the port, only the newest line stays.

    What is said comes as a function: it is asked again when the language changes. What goes by itself lies over `page`,
    which makes room for it at its lower end where `crowded` says that something might be covered.
    """

    mentioned_ms = MENTIONED_MS

    def __init__(self, page: QWidget, crowded: Callable[[], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[_Notice] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, theme.M)
        self._rows.setSpacing(theme.S)
        self._page, self._passing = page, _Passing(page, crowded)
        self.hide()

    def warn(self, error: AppError, about: About | None = None) -> None:
        notice = _Notice("warning", lambda: error_text.sentence(error), lambda: error_text.next_step(error), about)
        at = told_at(error)
        notice.give_details(lambda: put_up(ErrorDetails(error, self.window(), at=at)))
        self._add(notice)

    def withdraw(self, error: AppError) -> None:
        """It is not so any more."""
        for old in [old for old in self._shown if old.text == error_text.sentence(error)]:
            self._drop(old)

    def say(self, text: Said, more: Said = str, about: About | None = None) -> None:
        self._add(_Notice("info", text, more, about))

    def mention(self, text: Said, about: About, *, over: bool = False) -> None:
        """Good to know, and seen elsewhere too: it goes by itself. The check mark only while that session lives."""
        notice = _Notice("over" if over else "mention", text, str, about)
        notice.expire_after(self.mentioned_ms)
        self._add(notice)

    def unsay(self, about: About) -> None:
        """Something else tells about that now, or it is past."""
        for old in [old for old in self._shown if old.about == about]:
            self._drop(old)

    def texts(self) -> list[str]:
        return [notice.text for notice in self._shown]

    def _add(self, notice: "_Notice") -> None:
        for old in [old for old in self._shown if old.text == notice.text]:
            self._drop(old)
        if notice.about is not None:
            self.unsay(notice.about)
        while len(self._shown) >= _MOST:
            passing = [old for old in self._shown if old.passing]
            self._drop(passing[0] if passing else self._shown[0])
        self._shown.append(notice)
        notice.dismissed.connect(lambda: self._drop(notice))
        if notice.passing:
            self._passing.add(notice)
            while self._passing.crowds:
                self._drop(next(old for old in self._shown if old.passing))
        else:
            self._rows.addWidget(notice)
            notice.show()
            self.show()
        announce(self, phrasing.sentences(notice.text, notice.more))

    def _drop(self, notice: "_Notice") -> None:
        self._shown.remove(notice)
        hand_over(notice, self._page)
        notice.hide()
        if notice.passing:
            self._passing.remove(notice)
        else:
            self._rows.removeWidget(notice)
        notice.deleteLater()
        self.setVisible(self._rows.count() > 0)


class _Passing(QWidget):
    """In the middle of the page's lower edge."""

    def __init__(self, page: QWidget, crowded: Callable[[], bool]) -> None:
        super().__init__(page)
        self._crowded = crowded
        self.setObjectName("passing-notices")
        self._page = page
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.S)
        page.installEventFilter(self)
        self.hide()

    @property
    def crowds(self) -> bool:
        """Whether there are several over a low page, most of which they would cover."""
        return self._rows.count() > 1 and self._low

    @property
    def _low(self) -> bool:
        return self._page.height() < self.fontMetrics().lineSpacing() * _LOW

    def add(self, notice: "_Notice") -> None:
        self._rows.addWidget(notice)
        notice.show()
        self.show()
        self._settle()

    def remove(self, notice: "_Notice") -> None:
        self._rows.removeWidget(notice)
        self.setVisible(self._rows.count() > 0)
        self._settle()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:  # other words may need more room
            self._settle()
        return handled

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._settle()
        return False

    def _settle(self) -> None:
        width = min(theme.letter(self.fontMetrics()) * _CHARACTERS, self._page.width() - 2 * theme.XL)
        height = self._rows.totalHeightForWidth(width)
        left, below = (self._page.width() - width) // 2, theme.S if self._low else theme.L
        self.setGeometry(left, self._page.height() - height - below, width, height)
        self.raise_()
        needed = height + below if self._rows.count() and (self._low or self._crowded()) else 0
        if (layout := self._page.layout()) is not None and layout.contentsMargins().bottom() != needed:
            layout.setContentsMargins(0, 0, 0, needed)


class _Notice(QFrame):
    """Signals: dismissed()."""

    dismissed = Signal()

    def __init__(self, kind: _Kind, text: Said, more: Said, about: About | None) -> None:
        super().__init__()
        self._said, self.about = (text, more), about
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.dismissed)
        look = _LOOKS[kind]
        self.passing = look.passing
        self.setObjectName(f"notice-{kind}")
        self.setProperty("part", look.part)
        self._close = close = QToolButton()
        close.setObjectName("notice-dismiss")
        close.clicked.connect(self.dismissed)
        ButtonIcon(close, "cross", "muted", 16)
        words = QVBoxLayout()
        words.setSpacing(2)
        self._text, self._more = Words("", bold=not look.passing), Words()
        words.addWidget(self._text)
        words.addWidget(self._more)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.S, theme.S, theme.S, theme.S)
        row.setSpacing(theme.M)
        row.addSpacing(theme.M - theme.S)
        top = Qt.AlignmentFlag.AlignTop if more() else Qt.AlignmentFlag.AlignVCenter
        row.addWidget(IconView(look.icon, look.tone), 0, top)
        self._details = button("notice-details", "", "quiet")
        self._details.hide()
        self._said_with_details = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._said_with_details.setSpacing(theme.XS)
        self._said_with_details.addLayout(words, 1)
        self._said_with_details.addWidget(self._details, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(self._said_with_details, 1)
        row.addWidget(close, 0, top)
        self._say()

    def give_details(self, show: Callable[[], None]) -> None:
        self._details.clicked.connect(show)
        self._details.show()

    @property
    def text(self) -> str:
        return self._text.text()

    @property
    def more(self) -> str:
        return self._more.text()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        text, more = (each() for each in self._said)
        self._text.setText(text)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self._close.setAccessibleName(self.tr("Dismiss: {text}").format(text=text))
        self._details.setText(self.tr("Details…"))
        self._details.setAccessibleName(self.tr("Details: {text}").format(text=text))

    def expire_after(self, milliseconds: int) -> None:
        self._timer.setInterval(milliseconds)
        self._timer.start()

    def minimumSizeHint(self) -> QSize:
        """A window without room for everything shortens its lists, not a sentence."""
        least = super().minimumSizeHint()
        return least.expandedTo(QSize(0, self.heightForWidth(self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            beside = event.size().width() >= theme.letter(self.fontMetrics()) * _BESIDE
            direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
            self._said_with_details.setDirection(direction)
            self.updateGeometry()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Nothing vanishes under the eyes of somebody who points at it."""
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self.passing:
            self._timer.start()
