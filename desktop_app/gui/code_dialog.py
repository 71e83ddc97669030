"""The comparison: one code, two screens, two people. The same dialog on both sides.

It shows one code from beginning to end and reports the person's answer; whether the
comparison succeeded is for the engine to say.
"""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.engine import Answer
from desktop_app.engine.typed_code import TRIES
from desktop_app.events import CodeReady, RememberedDevice, SessionId
from desktop_app.gui import anew, plain, room, theme
from desktop_app.gui.announcing import announce
from desktop_app.gui.code_view import LOW_SCALES, SCALES, CodeView
from desktop_app.gui.deliberate import Deliberate
from desktop_app.gui.icons import ButtonIcon, IconView
from desktop_app.gui.note_box import NoteBox
from desktop_app.gui.plain import Elided, Words
from desktop_app.gui.said import said
from desktop_app.gui.sheet import button
from desktop_app.gui.typed_code import TypedCode
from desktop_app.gui.verified_page import VerifiedPage

_LOW: Final = 90
"""Letters' width on a low screen, where the code does not say how wide the names may get."""


class CodeDialog(QDialog):
    """Signals: answered(SessionId, Answer), at most once each for a confirmation and for Not now;
    remember_wanted(SessionId, RememberedDevice or None), once at most, as it closes: instead of that one."""

    answered = Signal(object, object)
    remember_wanted = Signal(object, object)

    def __init__(
        self,
        code: CodeReady,
        own_name: str,
        remember_days: int,
        parent: QWidget | None = None,
        *,
        careful: bool = False,
        before: RememberedDevice | None = None,
    ) -> None:
        """`before`: the one that is doubted to be this. `careful`: who is called types the code of the other screen
        before they can say that it matches."""
        super().__init__(parent)
        self.setObjectName("code-dialog")
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, on=False)
        self._code, self._own_name, self._remember_days = code, own_name, remember_days
        self._before = before
        self._careful = careful and code.incoming
        self._typed: TypedCode | None = None
        self._answer: Answer | None = None
        self._over = self._succeeded = False
        QShortcut(QKeySequence(QKeySequence.StandardKey.ZoomIn), self, lambda: self._step_scale(1))
        QShortcut(QKeySequence(QKeySequence.StandardKey.ZoomOut), self, lambda: self._step_scale(-1))
        self.build()

    def build(self, scale: float = SCALES[0]) -> None:
        """Put everything on it, as far as the comparison has got; again when the language changes."""
        code = self._code
        self.setWindowTitle(self.tr("Compare the code"))
        tries = TRIES if self._typed is None else self._typed.left
        self._typed = TypedCode(code.digits, code.peer, tries) if self._careful else None
        self._view = CodeView(code.digits, code.words, covered=self._typed is not None)
        self._view.setObjectName("code-view")
        self._enlarge = QToolButton(autoRaise=True)
        self._enlarge.setObjectName("code-enlarge")
        self._enlarge.setAccessibleName(self.tr("Show the code larger"))
        self._enlarge.setToolTip(self.tr("Larger code"))
        self._enlarge.clicked.connect(self._next_scale)
        ButtonIcon(self._enlarge, "enlarge", "muted")
        self._not_now = button("code-not-now", self.tr("Not now"), "quiet")
        self._not_now.clicked.connect(self.reject)
        self._verified = VerifiedPage(code.peer, self._remember_days, doubted=bool(code.doubted), before=self._before)
        self._verified.left.connect(self._leave)
        self._done = button("code-done", self.tr("Done"))
        self._done.clicked.connect(self._verified.leave)
        self._foot, self._tail = QStackedWidget(), QStackedWidget()
        for page in (self._question_page(), self._waiting_page(), self._verified):
            self._foot.addWidget(page)
        for way_out in (self._not_now, self._done):
            self._tail.addWidget(way_out)
        self._lay_out(self._own_name)
        self._fit(scale)
        self._guard = Deliberate((self._different, self._match), self._rest, self)
        self._order_focus()
        if self._answer is not None:
            self._show_waiting(self._answer)

    @property
    def session(self) -> SessionId:
        return self._code.session

    @property
    def succeeded(self) -> bool:
        """There is no code on it any more."""
        return self._succeeded

    @property
    def put_off(self) -> bool:
        """The person here chose Not now, so there is nothing to tell them about it."""
        return self._answer is Answer.NOT_NOW

    def show_verified(self) -> None:
        """Both people confirmed: say so, then get out of the way."""
        self._over = self._succeeded = True
        self._show_verified()
        self._view.setFocus()
        self._verified.start()
        announce(self, self._verified.spoken)

    def _show_verified(self) -> None:
        self._tail.setCurrentWidget(self._done)
        self.setWindowTitle(self.tr("Verified"))
        self._title.setText(self.tr("Verified"))
        self._standing.setText(self.tr("Verified"))
        self._standing.set_part("accent")
        self._foot.setCurrentWidget(self._verified)
        self._guard.lock()

    def finish(self) -> None:
        """The comparison is over without success, or the session with it; somebody else says why."""
        self._over = True
        self._verified.stop()
        super().reject()

    def reject(self) -> None:
        """Escape and the window's close button: Not now; or, where it cannot have been meant as that, away with this
        page. Where it may have been, that stays to be read; nothing is remembered in either case."""
        if self._over:
            if self._guard.locked:
                self._verified.box.setChecked(False)
            else:
                self._verified.dismiss()
        elif self._answer is not Answer.NOT_NOW:
            self._give(Answer.NOT_NOW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._guard.swallow(event):
            event.accept()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._guard.lock()
        self._rest.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.reject()

    @property
    def _rest(self) -> QWidget:
        """Where the keyboard is while nothing can be answered."""
        return self._view if self._typed is None else self._typed.field

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._view.set_scale(self._view.scale)
        if event.type() == QEvent.Type.LanguageChange:
            left = self._verified.left_ms
            self._verified.stop()
            with anew.emptied(self):
                self.build(self._view.scale)
                if self._succeeded:
                    self._show_verified()
            if self._succeeded:
                self._verified.start_again(left)

    # --- what is on it, from top to bottom ---

    def _lay_out(self, own_name: str) -> None:
        self._title = Words(self.tr("Compare this code"), step=theme.Type.TITLE, bold=True)
        self._title.setObjectName("code-title")
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self._enlarge, 0, Qt.AlignmentFlag.AlignTop)
        self._page = page = QVBoxLayout(self)
        page.setContentsMargins(theme.XL, theme.XL, theme.XL, theme.L)
        page.setSpacing(theme.L)
        page.addWidget(self._head)
        self._names = self._sides(own_name)
        page.addLayout(self._names)
        if self._code.doubted:
            page.addWidget(self._doubt())
        page.addWidget(self._view)
        page.addWidget(self._foot)
        page.addWidget(self._tail, 0, Qt.AlignmentFlag.AlignHCenter)
        page.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)

    def _fit(self, scale: float) -> None:
        """Everything is in sight at once, on a low screen, too: there it stands closer, and the code is smaller."""
        self._scales = tuple(each for each in SCALES if self._fits(each))
        if not self._scales:
            self._head.hide()
            self._view.setHidden(self._typed is not None)
            there = room.on_screen(self).width() - 2 * theme.L
            self._foot.setMinimumWidth(min(theme.letter(self.fontMetrics()) * _LOW, there))
            plain.break_lines(self._verified.instead, there)
            self._page.removeWidget(self._tail)
            self._names.addWidget(self._tail, 0, Qt.AlignmentFlag.AlignTop)
            self._page.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
            self._page.setSpacing(theme.S)
            if not self._fits(LOW_SCALES[-1]):
                self._page.setContentsMargins(theme.L, theme.S, theme.L, theme.S)
                self._page.setSpacing(theme.XS)
            self._scales = (next((each for each in LOW_SCALES if self._fits(each)), LOW_SCALES[-1]),)
        self._view.set_scale(scale if scale in self._scales else self._scales[0])

    def _fits(self, scale: float) -> bool:
        self._view.set_scale(scale)
        self._page.invalidate()
        needed, there = self._page.totalSizeHint(), room.on_screen(self)
        return needed.width() <= there.width() and needed.height() <= there.height()

    def _sides(self, own_name: str) -> QHBoxLayout:
        """Who compares with whom. Only one of the two is a fact: the other is what a stranger says."""
        peer = plain.isolated(self._code.peer) if self._code.peer else self.tr("A computer without a name")
        self._standing = Words(self.tr("Not verified yet"), "warning", theme.Type.SMALL, wrap=False)
        own = Elided(plain.isolated(own_name), step=theme.Type.HEADING, bold=True)
        own.setObjectName("code-own-name")
        theirs = Elided(peer, step=theme.Type.HEADING, bold=True)
        theirs.setObjectName("code-peer-name")
        address = Elided(plain.isolated(self._code.address), "muted", theme.Type.SMALL)
        you = Words(self.tr("You"), "muted", theme.Type.SMALL, wrap=False)
        sides = QGridLayout()  # whatever fonts their signs are in, both names stand in one line
        sides.setHorizontalSpacing(theme.L)
        sides.setVerticalSpacing(2)
        for column, lines in ((0, (you, own)), (2, (self._standing, theirs, address))):
            sides.setColumnStretch(column, 1)
            for row, line in enumerate(lines):
                if row > 0:
                    line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # equally wide halves
                sides.addWidget(line, row, column, Qt.AlignmentFlag.AlignVCenter)
        sides.addWidget(IconView("between", "muted"), 0, 1, 3, 1, Qt.AlignmentFlag.AlignVCenter)
        beside = QHBoxLayout()  # where *Not now* may stand, too
        beside.setSpacing(theme.L)
        beside.addLayout(sides, 1)
        return beside

    def _question_page(self) -> QWidget:
        self._different = self._answer_button("code-different", self.tr("It's different"), "cross", Answer.DIFFERENT)
        self._match = self._answer_button("code-match", self.tr("They match"), "check", Answer.MATCH)
        most = (room.on_screen(self).width() - 2 * theme.L - theme.M) // 2
        for answer in (self._different, self._match):
            answer.ensurePolished()
            plain.break_lines(answer, most)
        width = max(self._different.sizeHint().width(), self._match.sizeHint().width())
        for answer in (self._different, self._match):
            answer.setMinimumWidth(width)
            answer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.L)
        question = Words(self._question())
        question.center()
        rows.addWidget(question)
        if self._typed is not None:
            rows.addWidget(self._typed)
            self._typed.right.connect(lambda: self._uncover(question))
            question.hide()
            self._match.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.M)
        buttons.addWidget(self._different, 1)
        buttons.addWidget(self._match, 1)
        rows.addLayout(buttons)
        return page

    def _question(self) -> str:
        """Who called does not know whether the other computer is careful, and would look for a code that is covered."""
        if self._code.incoming:
            return self.tr("Is exactly this code on the other screen? Read it aloud or look.")
        return self.tr(
            "Is exactly this code on the other screen? Read it aloud or look. "
            "If dots are there, this code is typed there first."
        )

    def _uncover(self, question: Words) -> None:
        """What was typed is the code: now it is compared as ever, after a moment as ever."""
        assert self._typed is not None
        self._typed.hide()
        self._typed, self._careful = None, False
        question.show()
        self._match.show()
        self._view.show()
        self._view.uncover()
        self._guard.rest = self._view
        self._view.setFocus()
        self._guard.lock()
        announce(self, self._view.accessibleName())

    def _answer_button(self, object_name: str, text: str, icon: str, answer: Answer) -> QPushButton:
        made = button(object_name, text, "answer")
        ButtonIcon(made, icon)
        made.clicked.connect(lambda: self._give(answer))
        return made

    def _waiting_page(self) -> QWidget:
        self._waiting = Elided("", step=theme.Type.HEADING)
        self._waiting.setObjectName("code-waiting")
        return said(IconView("waiting", "muted", theme.XL), self._waiting)

    def _doubt(self) -> NoteBox:
        """In sight until the end: people who match a code have not answered why the device did not prove itself."""
        text = self.tr(
            "This device did not prove to be {peer}, which you remember. "
            "It may have forgotten this computer, or somebody is in between."
        ).format(peer=plain.isolated(self._code.doubted))
        self._view.setAccessibleDescription(text)
        box = NoteBox("warning", text, "code-doubt", "warning")
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # a name never widens the dialog
        return box

    def _order_focus(self) -> None:
        """Not now comes before the answers: whoever hammers Tab and Space ends, but confirms nothing."""
        box, instead = self._verified.box, self._verified.instead
        typed = () if self._typed is None else (self._typed.field,)
        answers = (self._different, self._match)
        order = (self._view, *typed, box, instead, self._not_now, self._done, self._enlarge, *answers)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    # --- what happens ---

    def _give(self, answer: Answer) -> None:
        if self._over or (self._answer is not None and answer is not Answer.NOT_NOW):
            return
        self._answer = answer
        self._show_waiting(answer)
        announce(self, self._waiting.whole)
        self.answered.emit(self._code.session, answer)

    def _show_waiting(self, answer: Answer) -> None:
        if answer is Answer.MATCH:
            peer = plain.isolated(self._code.peer)
            self._waiting.show_text(self.tr("Waiting for {peer}…").format(peer=peer))
        else:
            self._waiting.show_text(self.tr("Ending the session…"))
            self._not_now.setEnabled(False)
        self._foot.setCurrentIndex(1)
        self._view.setFocus()

    def _leave(self, remember: bool, instead: bool) -> None:  # Qt's signature
        if remember:
            self.remember_wanted.emit(self._code.session, self._before if instead else None)
        self.accept()

    def _next_scale(self) -> None:
        self._view.set_scale(self._scales[(self._scales.index(self._view.scale) + 1) % len(self._scales)])

    def _step_scale(self, by: int) -> None:
        index = max(0, min(len(self._scales) - 1, self._scales.index(self._view.scale) + by))
        self._view.set_scale(self._scales[index])
