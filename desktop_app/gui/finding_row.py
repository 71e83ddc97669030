"""One finding of a connection check: its sentence, and where something is wrong the cure with its command to copy."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.discovery.checks.finding import Finding
from desktop_app.gui import error_text, plain, theme
from desktop_app.gui.copy_button import copy_button
from desktop_app.gui.icons import IconView
from desktop_app.gui.plain import Words


class FindingRow(QWidget):
    def __init__(self, finding: Finding, number: int) -> None:
        """`number`: its place in the list, by which its parts are named."""
        super().__init__()
        self.setObjectName(f"finding-{number}")
        self._finding, self._command = error_text.sentence(finding), finding.command
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.M)
        icon = IconView("check", "accent") if finding.good else IconView("warning", "warning")
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(theme.XS)
        column.addWidget(Words(self._finding, bold=not finding.good))
        if cure := error_text.next_step(finding):
            column.addWidget(Words(cure, "muted"))
        if finding.command:
            column.addLayout(self._command_line(number))
        row.addLayout(column, 1)
        row.addSpacing(theme.M)  # before the scroll bar, on whichever side it is

    def _command_line(self, number: int) -> QHBoxLayout:
        field = QLineEdit(plain.visible(self._command))
        field.setObjectName(f"finding-command-{number}")
        field.setAccessibleName(self.tr("Command: {finding}").format(finding=self._finding))
        field.setReadOnly(True)
        field.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        field.setCursorPosition(0)
        copy = copy_button(f"finding-copy-{number}", self.tr("Copy"), lambda: self._command)
        copy.setAccessibleName(self.tr("Copy the command: {finding}").format(finding=self._finding))
        line = QHBoxLayout()
        line.setSpacing(theme.S)
        line.addWidget(field, 1)
        line.addWidget(copy)
        return line
