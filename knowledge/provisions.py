"""A provision is law, a report is what was said about it, a guide is ours: none speaks for another."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar, TypeAlias

from knowledge.citation import Citation


class Kind(StrEnum):
    """The screens say LAW SAYS above the first and OFFICIALS SAID above the second."""

    LAW = "law"
    REPORT = "report"
    GUIDE = "guide"


@dataclass(frozen=True, slots=True)
class Digest:
    """Our own statement in one language.

    `label` is how it is cited there, `title` what its article, report or guide is about, `source` what it was read
    against.
    """

    label: str
    title: str
    source: str
    text: str


@dataclass(frozen=True, slots=True)
class Known:
    """What provisions, reports and guides have in common. `reviewed_by` is `nobody` until a lawyer has signed it off.

    An article, report or guide is an entry of its own, with its parts, notes, statements or steps beside it.
    `open_questions` are ids of knowledge/open_questions.yaml on which the text rests.
    """

    citation: Citation
    digests: Mapping[str, Digest]
    address: str
    checked_on: date
    confidence: str
    reviewed_by: str
    open_questions: tuple[str, ...]

    def in_language(self, language: str) -> Digest:
        """`tg`, `ru` or `en`."""
        return self.digests[language]


@dataclass(frozen=True, slots=True)
class Provision(Known):
    """`in_force` is None where the day this wording took effect is not established; `not_before` bounds it.

    `until` is None while it is in force.
    """

    kind: ClassVar[Kind] = Kind.LAW
    in_force: date | None
    not_before: date
    until: date | None


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """All that is known of some days: 2024-10, or 2025 where `month` is 0. It is no date: no first is made up."""

    year: int
    month: int = 0

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}" if self.month else f"{self.year:04}"


@dataclass(frozen=True, slots=True)
class Report(Known):
    """`said_on` is a Month where the day is not established or the sources disagree about it."""

    kind: ClassVar[Kind] = Kind.REPORT
    said_on: date | Month


@dataclass(frozen=True, slots=True)
class Guide(Known):
    """`rests_on` are the provisions and reports behind its steps."""

    kind: ClassVar[Kind] = Kind.GUIDE
    rests_on: tuple[Citation, ...]


Entry: TypeAlias = Provision | Report | Guide
