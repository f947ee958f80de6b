"""One reading of the facts, nothing left open; sets of articles and acts are folded into the classes the law knows."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from eligibility.facts import ANSWERS, UNSURE, Answer, Fact

COVERED = frozenset({"179(3)", "307(1)"})
INCITEMENT = "189"
LIKE, REPOST = "like", "repost"


class Charge(StrEnum):
    """How the articles stand to the two whose notes Law No. 2169 of 14.05.2025 changed."""

    ONLY_COVERED = "only_covered"
    MIXED = "mixed"
    ONLY_OTHER = "only_other"


class Acts(StrEnum):
    """How what was proved stands to the words «лайк ё дигар аломат» (a like or another sign) in the two notes."""

    ONLY_LIKE = "only_like"
    WITH_REPOST = "with_repost"
    BEYOND = "beyond"


class Articles(NamedTuple):
    charge: Charge
    incitement: bool
    """Article 189 is among them."""


Reading: TypeAlias = str | Articles


class Case(NamedTuple):
    """One definite answer a fact, in the order of `Fact`."""

    jurisdiction: str
    stage: str
    record: str
    articles: Articles
    acts: Acts
    limb: str
    verdict_time: str
    request: str
    act_before_2020_12_17: str


def fold_articles(articles: frozenset[str]) -> Articles:
    if articles <= COVERED:
        return Articles(Charge.ONLY_COVERED, incitement=False)
    charge = Charge.MIXED if articles & COVERED else Charge.ONLY_OTHER
    return Articles(charge, incitement=INCITEMENT in articles)


def fold_conduct(conduct: frozenset[str]) -> Acts:
    if conduct == {LIKE}:
        return Acts.ONLY_LIKE
    return Acts.WITH_REPOST if conduct <= {LIKE, REPOST} else Acts.BEYOND


READINGS: Mapping[Fact, tuple[Reading, ...]] = MappingProxyType(
    {
        **ANSWERS,
        Fact.ARTICLES: (
            Articles(Charge.ONLY_COVERED, incitement=False),
            Articles(Charge.MIXED, incitement=False),
            Articles(Charge.MIXED, incitement=True),
            Articles(Charge.ONLY_OTHER, incitement=False),
            Articles(Charge.ONLY_OTHER, incitement=True),
        ),
        Fact.CONDUCT: tuple(Acts),
    }
)


def read(fact: Fact, answer: Answer | None) -> Reading | None:
    """The one reading of a definite answer; None where every reading stays possible (no answer yet, or `unsure`)."""
    if answer is None or answer == UNSURE:
        return None
    if isinstance(answer, str):
        return answer
    return fold_articles(answer) if fact is Fact.ARTICLES else fold_conduct(answer)
