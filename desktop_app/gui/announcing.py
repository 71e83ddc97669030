"""What changed without the keyboard moving, for a screen reader."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent


def announce(source: QObject, text: str) -> None:
    """Said once, after whatever is being said."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, text))
