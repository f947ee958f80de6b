"""A release with one problem is not made; whoever mends it wants to see all of them."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Wrong(StrEnum):
    UNREADABLE = "unreadable"
    """Front matter, headings or a language cannot be taken at their word."""
    STALE_LANGUAGE = "stale language"
    """One language was changed since the last release, another was not."""
    DEAD_CITATION = "dead citation"
    NO_PASSAGE = "no passage"
    """A rule or a screen stands on a citation that nothing in the corpus carries."""
    NOT_IN_FORCE = "not in force"
    """Dates that overlap, or a rule that stands on a wording from before or after its time."""
    NUMBERS_DIFFER = "numbers differ"
    PERSONAL_NAME = "personal name"
    OTHER_LETTERS = "another language"
    """Words in letters that the file's language does not have, or none in those that it has."""
    TELEPHONE = "telephone number"
    """Nobody has verified yet who answers it."""
    DAY_AHEAD = "day in the future"
    """What nobody can have checked or said yet."""
    UNKNOWN_QUESTION = "unknown question"
    """A text rests on an open question that open_questions.yaml does not have."""
    TOO_LONG = "too long"
    """A quote that no card could show whole."""
    TITLE_DIFFERS = "number missing in the label"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    file: Path
    what: Wrong
    told: str

    def __str__(self) -> str:
        return f"{self.file}: {self.what}: {self.told}"
