"""What Fusion cannot be told by a palette: shapes and states of the few controls we use.

A control's part is its dynamic property `part`; nothing here knows a widget's name.
Paddings are the same left and right, so that every rule holds for right-to-left layouts.
"""

from desktop_app import resource_files
from desktop_app.gui.colours import Colours


def rules(colours: Colours) -> str:
    """The application's style sheet for one palette."""
    c = colours
    down = (resource_files.ICONS / f"down-{c.tick}.svg").as_posix()
    tick = (resource_files.ICONS / f"tick-{c.tick}.svg").as_posix()
    return f"""
QWidget {{ outline: none; }}
QScrollArea::corner {{ background: transparent; border: none; }}
QScrollArea, QScrollArea > QWidget > QWidget[part="page"] {{ background: transparent; border: none; }}
QScrollArea[part="list"] {{ border: 2px solid transparent; border-radius: 8px; }}
QScrollArea[part="list"]:focus {{ border-color: {c.accent}; }}
QToolTip {{ color: {c.text}; background: {c.surface}; border: 1px solid {c.outline}; padding: 4px 6px; }}

QLabel[part="muted"] {{ color: {c.muted}; }}
QLabel[part="accent"] {{ color: {c.accent}; }}
QLabel[part="danger"] {{ color: {c.danger}; }}
QLabel[part="warning"] {{ color: {c.warning}; }}

QPushButton {{
    color: {c.text}; background: {c.surface}; border: 1px solid {c.outline}; border-radius: 6px;
    padding: 6px 14px; min-height: 20px;
}}
QPushButton:hover {{ border-color: {c.text}; }}
QPushButton:pressed {{ background: {c.line}; }}
QPushButton:focus {{ border: 2px solid {c.accent}; padding: 5px 13px; }}
QPushButton:disabled {{ color: {c.muted}; background: {c.window}; border-color: {c.line}; }}

QPushButton[part="primary"] {{ color: {c.on_accent}; background: {c.accent}; border-color: {c.accent}; }}
QPushButton[part="primary"]:focus {{ border: 2px solid {c.text}; }}
QPushButton[part="primary"]:disabled {{ color: {c.muted}; background: {c.window}; border-color: {c.line}; }}
QPushButton[part="danger"] {{ color: {c.danger}; border-color: {c.danger}; }}
QPushButton[part="danger"]:focus {{ border-color: {c.text}; }}
QPushButton[part="answer"] {{ min-height: 36px; font-weight: 600; padding: 6px 20px; }}
QPushButton[part="answer"]:focus {{ padding: 5px 19px; }}
QPushButton[part="quiet"] {{ background: transparent; border-color: transparent; color: {c.text}; padding: 5px 9px; }}
QPushButton[part="quiet"]:hover {{ background: {c.line}; }}
QPushButton[part="quiet"]:focus {{ border: 2px solid {c.accent}; padding: 4px 8px; }}
QPushButton::menu-indicator {{ width: 0px; }}

QToolButton {{ background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 5px; }}
QToolButton:hover {{ background: {c.line}; }}
QToolButton:focus {{ border: 2px solid {c.accent}; padding: 4px; }}
QToolButton::menu-indicator {{ image: none; }}

QLineEdit, QComboBox, QPlainTextEdit {{
    color: {c.text}; background: {c.surface}; border: 1px solid {c.outline}; border-radius: 6px;
    padding: 6px 8px; min-height: 20px;
    selection-background-color: {c.accent}; selection-color: {c.on_accent}; placeholder-text-color: {c.muted};
}}
QComboBox:hover {{ border-color: {c.text}; }}
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus {{ border: 2px solid {c.accent}; padding: 5px 7px; }}
QComboBox::drop-down {{ border: none; width: 28px; }}
QComboBox::down-arrow {{ image: url("{down}"); width: 16px; height: 16px; }}
QComboBox {{ combobox-popup: 0; }}

QListView, QTreeView, QTableView, QTextEdit {{
    background: {c.surface}; border: 1px solid {c.line}; border-radius: 8px; padding: 4px;
}}
QTextEdit {{ selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
QListView:focus, QTreeView:focus, QTableView:focus, QTextEdit:focus {{
    border: 2px solid {c.accent}; padding: 3px;
}}
QComboBox QListView, QComboBox QListView:focus {{ border: 1px solid {c.outline}; border-radius: 0; padding: 4px; }}
QListView::item {{ padding: 5px 6px; border-radius: 4px; color: {c.text}; }}
QListView::item:selected, QTreeView::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}

QTreeView::item {{ padding: 5px 6px; color: {c.text}; }}
QTreeView QLineEdit {{ padding: 0 4px; min-height: 0; border-radius: 4px; }}
QTreeView QLineEdit:focus {{ padding: 0 3px; }}
QHeaderView, QHeaderView::section {{ background: transparent; border: none; color: {c.muted}; }}
QHeaderView::section {{ padding: 4px 9px 6px 9px; border-bottom: 1px solid {c.line}; }}

QCheckBox, QRadioButton {{
    color: {c.text}; spacing: 8px; padding: 4px 8px; border: 2px solid transparent; border-radius: 6px;
}}
QRadioButton {{ padding: 2px 4px; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {c.accent}; }}
QCheckBox::indicator, QListView::indicator {{
    width: 14px; height: 14px; border: 1px solid {c.outline}; border-radius: 4px; background: {c.surface};
}}
QCheckBox::indicator:hover {{ border-color: {c.text}; }}
QCheckBox::indicator:checked, QListView::indicator:checked {{
    border-color: {c.accent}; background: {c.accent}; image: url("{tick}");
}}

QRadioButton::indicator {{
    width: 14px; height: 14px; border: 1px solid {c.outline}; border-radius: 8px; background: {c.surface};
}}
QRadioButton::indicator:hover {{ border-color: {c.text}; }}
QRadioButton::indicator:checked {{
    width: 6px; height: 6px; border: 5px solid {c.accent}; background: {c.on_accent};
}}

QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; border: none; }}
QScrollBar::handle:vertical {{ background: {c.outline}; border-radius: 3px; min-height: 32px; margin: 2px 3px; }}
QScrollBar::handle:vertical:hover {{ background: {c.muted}; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; border: none; }}
QScrollBar::handle:horizontal {{ background: {c.outline}; border-radius: 3px; min-width: 32px; margin: 3px 2px; }}
QScrollBar::handle:horizontal:hover {{ background: {c.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
    background: none; border: none; width: 0; height: 0;
}}

QProgressBar {{ background: {c.line}; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: 3px; }}

QMenu {{ background: {c.surface}; border: 1px solid {c.outline}; padding: 4px; }}
QMenu::item {{ color: {c.text}; padding: 6px 24px; border-radius: 4px; }}
QMenu::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}
QMenu::item:disabled {{ color: {c.muted}; }}
QMenu::separator {{ height: 1px; background: {c.line}; margin: 4px 8px; }}

QWidget[part="drop"] {{ background: {c.accent_soft}; }}
QFrame[part="bar-box"] {{ background: {c.surface}; border: none; border-bottom: 1px solid {c.line}; }}
QFrame[part="passing-box"] {{ background: {c.surface}; border: 1px solid {c.outline}; border-radius: 8px; }}
QFrame[part="panel-box"] {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: 8px; }}
QFrame[part="panel-box"]:focus {{ border-color: {c.accent}; }}
QFrame[part="info-box"] {{ background: {c.accent_soft}; border: 1px solid {c.accent}; border-radius: 8px; }}
QFrame[part="warning-box"] {{ background: {c.warning_soft}; border: 1px solid {c.warning}; border-radius: 8px; }}
QFrame[part="danger-box"] {{ background: {c.danger_soft}; border: 1px solid {c.danger}; border-radius: 8px; }}
"""
