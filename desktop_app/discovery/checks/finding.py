"""What one look at this computer's network found, in a sentence for people and with its cure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """`code` is stable, for programs. `cure`: a next step in words; `command`: exactly what to type for it, where
    there is such a thing. It is for the person to run, never run from here. Both are "" where nothing is to be done."""

    code: str
    good: bool
    sentence: str
    cure: str = ""
    command: str = ""
