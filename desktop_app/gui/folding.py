"""Lists on a page that have a scroll bar of their own, as long as the page has none."""


class Folding:
    """Mixed into a scroll area."""

    @property
    def least(self) -> int:
        """How high it is at least where it is not unfolded."""
        raise NotImplementedError

    def unfold(self, *, on: bool) -> None:
        """Have all of it in sight, for a page that is scrolled itself."""
        raise NotImplementedError
