"""A provision is law, a report is what was said about it; neither speaks for the other, each has its own digests."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar, TypeAlias

from knowledge.citation import Citation


class Kind(StrEnum):
    """The screens say LAW SAYS above the one and OFFICIALS SAID above the other."""

    LAW = "law"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Digest:
    """Our own statement in one language; `label` is how it is cited there, `source` what it was read against."""

    label: str
    source: str
    text: str


@dataclass(frozen=True, slots=True)
class Known:
    """What provisions and reports have in common. `reviewed_by` is `nobody` until a lawyer has signed it off."""

    citation: Citation
    digests: Mapping[str, Digest]
    address: str
    checked_on: date
    confidence: str
    reviewed_by: str

    def in_language(self, language: str) -> Digest:
        """`tg`, `ru` or `en`."""
        return self.digests[language]


@dataclass(frozen=True, slots=True)
class Provision(Known):
    """`in_force` is None where the day this wording took effect is not established; `not_before` bounds it."""

    kind: ClassVar[Kind] = Kind.LAW
    in_force: date | None
    not_before: date


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """All that is known of some days: 2024-10. It is no date, so that no first of the month is ever made up."""

    year: int
    month: int

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"


@dataclass(frozen=True, slots=True)
class Report(Known):
    """`said_on` is a Month where the day is not established or the sources disagree about it."""

    kind: ClassVar[Kind] = Kind.REPORT
    said_on: date | Month


Entry: TypeAlias = Provision | Report
