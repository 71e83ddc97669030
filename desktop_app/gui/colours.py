"""The two palettes; every pair that is used together is held to its contrast by the tests."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Colours:
    """One palette. Names say the use; `soft` ones are backgrounds for text of the same name."""

    window: str
    surface: str
    line: str  # decoration: edges of cards
    outline: str  # what a control is recognised by: 3:1 against its surroundings
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_soft: str
    danger: str
    on_danger: str
    danger_soft: str
    warning: str
    warning_soft: str
    tick: str  # which drawing of a tick or an arrow in a control: style sheets cannot recolour one


LIGHT: Final = Colours(
    window="#f5f6f7",
    surface="#ffffff",
    line="#dcdfe3",
    outline="#838b94",
    text="#1a1d21",
    muted="#59626c",
    accent="#0b6e63",
    on_accent="#ffffff",
    accent_soft="#e4f1ef",
    danger="#b3261e",
    on_danger="#ffffff",
    danger_soft="#fdeceb",
    warning="#764800",
    warning_soft="#fff3d9",
    tick="light",
)

DARK: Final = Colours(
    window="#16181b",
    surface="#202327",
    line="#33383e",
    outline="#79828c",
    text="#eceff2",
    muted="#a5aeb8",
    accent="#5fc9ba",
    on_accent="#04211d",
    accent_soft="#17332f",
    danger="#ff8f86",
    on_danger="#2d0805",
    danger_soft="#3b1f1d",
    warning="#f1c36b",
    warning_soft="#352a13",
    tick="dark",
)
