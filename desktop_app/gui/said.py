"""A picture and a sentence, in the middle: how a page of a comparison says how it stands."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop_app.gui import theme
from desktop_app.gui.icons import IconView
from desktop_app.gui.plain import Words


def said(icon: IconView, text: Words) -> QWidget:
    text.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    page = QWidget()
    page.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # a name never widens the dialog
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.S)
    row.addStretch(1)
    row.addWidget(icon)
    row.addWidget(text)
    row.addStretch(1)
    return page
