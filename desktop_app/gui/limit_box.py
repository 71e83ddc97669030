"""How much may come within a day without a question: a few amounts to choose from."""

from typing import Final

from desktop_app.gui import sizes
from desktop_app.gui.choice_box import ChoiceBox

_AMOUNTS: Final = tuple(10**power for power in range(8, 13))  # 100 MB to 1 TB
USUAL: Final = 10**10


class LimitBox(ChoiceBox):
    def __init__(self, name: str, most: int = USUAL) -> None:
        """`most`: what is chosen; one that was set elsewhere is among the others."""
        super().__init__(name)
        self.setAccessibleName(self.tr("At most within 24 hours"))
        self.view().setAccessibleName(self.accessibleName())
        self._amounts: list[int] = sorted({*_AMOUNTS, most})
        self.addItems([sizes.amount(amount) for amount in self._amounts])
        self.setCurrentIndex(self._amounts.index(most))

    @property
    def chosen(self) -> int:
        return self._amounts[self.currentIndex()]
