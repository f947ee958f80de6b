"""An act as it was read: every article, part, clause and note under its citation, and what is doubtful about it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from knowledge.citation import Citation

REFERENDUM = "referendum"


@dataclass(frozen=True, slots=True)
class Amendment:
    """The law that gave these words their form: its day and number, or `referendum` for the Constitution."""

    day: date
    law: str


@dataclass(frozen=True, slots=True)
class Wording:
    """The official words of one article, part, clause or note, with its own number and all amendment marks left off.

    Paragraphs stand on lines of their own. An article's text holds its parts, a part's text its clauses, with their
    numbers. `title` is empty below the article, `deleted` where only the number is left.
    """

    citation: Citation
    text: str
    amendments: tuple[Amendment, ...]
    page: int
    title: str = ""
    deleted: bool = False


class Level(StrEnum):
    """ҚИСМ of a code, ФАСЛ, БОБ."""

    BOOK = "book"
    SECTION = "section"
    CHAPTER = "chapter"


@dataclass(frozen=True, slots=True)
class Division:
    """`number` is arabic whatever the text wrote, with its suffix: `23(1)`; empty for the parts of a code."""

    level: Level
    number: str
    title: str
    page: int


class Why(StrEnum):
    """What an editor has to look at."""

    FLATTENED_NUMBER = "flattened number"
    """«Моддаи 2321» between 232 and 233: a raised digit was written level with the others."""
    NUMBER_TAKEN = "number taken"
    """A second article of the same number: its words are not kept until its number is settled."""
    NUMBER_SPLIT = "number split over lines"
    NUMBER_MISSING = "number missing"
    """The article before it does not stand in the text."""
    NUMBER_OUT_OF_ORDER = "number out of order"
    PART_MISSING = "part missing"
    PARTS_NOT_TOLD = "parts not told apart"
    """Its parts are its paragraphs, and the document does not tell where a paragraph ends."""
    CLAUSE_MISSING = "clause missing or out of order"
    STRAY_LAW_NUMBER = "stray law number"
    UNREAD_MARK = "unread amendment mark"
    NO_TEXT = "no text"
    CUT_SHORT = "cut short"
    """Lines between it and the next article look like a signature or an annex: they are left out."""
    RANGE = "several articles under one heading"
    NOTE_TO_SEVERAL = "note to several articles"
    NOTE_BEHIND_SIGNS = "note behind other signs"
    """«- "Эзоҳ:»: a note by its words, behind a dash and a quotation mark."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """`proposal` is another number that the neighbours speak for. It is never put in the place of what is printed."""

    citation: Citation
    why: Why
    page: int
    proposal: Citation | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """`left_out` counts the lines before the first article and after the last: title, annexes, signatures."""

    name: str
    wordings: tuple[Wording, ...]
    divisions: tuple[Division, ...]
    doubts: tuple[Doubt, ...]
    left_out: int

    def articles(self) -> tuple[Wording, ...]:
        """The articles alone, without their parts, clauses and notes."""
        return tuple(each for each in self.wordings if str(each.citation).count("/") == 1)

    def by_citation(self) -> dict[Citation, Wording]:
        return {each.citation: each for each in self.wordings}
