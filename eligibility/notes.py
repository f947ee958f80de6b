"""What is added to an outcome: an earlier request for review, and the second question that Article 189 raises."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from eligibility.case import Case
from eligibility.rules import Outcome
from knowledge.citation import Citation


class Note(StrEnum):
    REFUSED_BEFORE = "refused_before"
    PENDING_ALREADY = "pending_already"
    ART_189_BEFORE_2020 = "art_189_before_2020"


REVIEWABLE = frozenset(
    {
        Outcome.ARGUABLE_REPOST,
        Outcome.ARGUABLE_LIMB,
        Outcome.VERDICT_AGAINST_EXCEPTION,
        Outcome.STRONG_BASIS,
    }
)
WITH_OTHER_ARTICLES = frozenset({Outcome.NOT_COVERED_ARTICLES, Outcome.MIXED_ARTICLES})

NOTE_BASIS: Mapping[Note, tuple[Citation, ...]] = MappingProxyType(
    {
        Note.REFUSED_BEFORE: (),
        Note.PENDING_ALREADY: (),
        Note.ART_189_BEFORE_2020: (Citation.named("criminal-code/189/1"), Citation.named("criminal-code/13/1")),
    }
)


def notes_of(case: Case, outcome: Outcome) -> frozenset[Note]:
    held = set()
    if outcome in REVIEWABLE and case.request == "refused":
        held.add(Note.REFUSED_BEFORE)
    if outcome in REVIEWABLE and case.request == "pending":
        held.add(Note.PENDING_ALREADY)
    if outcome in WITH_OTHER_ARTICLES and case.articles.incitement and case.act_before_2020_12_17 == "yes":
        held.add(Note.ART_189_BEFORE_2020)
    return frozenset(held)
