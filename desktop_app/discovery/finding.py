"""What one look at this computer's network found, in a sentence for people and with its cure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """`code` is stable, for programs. `cure`: a next step or an exact command; "" where nothing is to be done."""

    code: str
    good: bool
    sentence: str
    cure: str = ""
