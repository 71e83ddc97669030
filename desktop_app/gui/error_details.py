"""An error for whoever is to find its cause: what it is called here, and every fact that it holds, to be copied."""

import platform
import time
from collections.abc import Sequence
from typing import Final
from weakref import WeakKeyDictionary

from PySide6.QtCore import QCoreApplication, qVersion
from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app import APP_NAME, __version__
from desktop_app.errors import AppError
from desktop_app.gui import error_text, plain, transfer_report
from desktop_app.gui.copy_button import copy_button
from desktop_app.gui.sheet import Sheet, button, put_up
from desktop_app.gui.verbatim import Verbatim

_LINES: Final = 9
_told_at: Final[WeakKeyDictionary[AppError, float]] = WeakKeyDictionary()  # seconds since 1970


class ErrorDetails(Sheet):
    def __init__(
        self, error: AppError, parent: QWidget | None = None, about: Sequence[str] = (), at: float | None = None
    ) -> None:
        """`about`: lines for the report on what it happened to. `at`: when, if not as it is told."""
        super().__init__("error-details", parent, characters=84)
        self._error, self._report = error, report(error, about, at)
        self.build()

    def build(self) -> None:
        self.setWindowTitle(self.tr("Details"))
        self.add_title(self.tr("Details"))
        self.add_words(error_text.whole(self._error))
        self.page.addWidget(Verbatim("error-report", self.tr("Report"), self._report, _LINES))
        self.add_words(
            self.tr("It holds what is written here and nothing else. Tallystick sends it to nobody."), "muted"
        )
        copy = copy_button("error-copy", self.tr("Copy report"), lambda: self._report)
        close = button("error-close", self.tr("Close"), default=True)
        close.clicked.connect(self.accept)
        self.add_buttons(copy, close)
        close.setFocus()


def details_button(
    name: str, error: AppError, about: Sequence[str] = (), part: str = "", at: float | None = None
) -> QPushButton:
    """For beside the sentence of that error, or among the buttons of what is about it."""
    at = told_at(error) if at is None else at
    opens = button(name, QCoreApplication.translate("ErrorDetails", "Details…"), part)
    said = QCoreApplication.translate("ErrorDetails", "Details: {text}").format(text=error_text.sentence(error))
    opens.setAccessibleName(said)
    opens.clicked.connect(lambda: put_up(ErrorDetails(error, opens.window(), about, at)))
    return opens


def told_at(error: AppError) -> float:
    """When the window heard of it first, which is as good as when it happened."""
    return _told_at.setdefault(error, time.time())


def report(error: AppError, about: Sequence[str] = (), at: float | None = None) -> str:
    """In English, for it is for who mends the program; what others called their things is on one line each."""
    facts = [f"  {name}: {plain.visible(str(value))}" for name, value in error.fields.items()]
    return "\n".join(
        (
            f"{APP_NAME} {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
            f"happened {transfer_report.moment(told_at(error) if at is None else at)}",
            f"{error.code} ({type(error).__name__})",
            plain.visible(f"{error} {error.next_step}".strip()),
            *facts,
            *about,
        )
    )
