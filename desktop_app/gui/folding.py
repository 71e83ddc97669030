"""Lists on a page that have a scroll bar of their own, as long as the page has none."""

from PySide6.QtWidgets import QWidget


class Folding:
    """Mixed into what is scrolled, or holds that."""

    @property
    def least(self) -> int:
        """How high it is at least where it is not unfolded."""
        raise NotImplementedError

    def unfold(self, *, on: bool) -> None:
        """Have all of it in sight, for a page that is scrolled itself."""
        raise NotImplementedError


class FoldingPage(QWidget):
    """Gives way before it is scrolled: the lists on it do."""

    def heightForWidth(self, width: int) -> int:
        """The least."""
        layout = self.layout()
        return super().heightForWidth(width) if layout is None else layout.totalMinimumHeightForWidth(width)
