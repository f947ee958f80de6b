"""The interview read off the rules: which questions a case was asked, and how many may still come."""

from functools import cache

from eligibility.case import READINGS
from eligibility.facts import Fact, Facts
from eligibility.possible import Known, matters, readings, supposing
from eligibility.world import FACTS


def path(facts: Facts) -> tuple[Fact, ...]:
    """The answered questions that had to be asked, in order; an answer kept from another path is not among them."""
    asked: list[Fact] = []
    known = Facts()
    for fact, answer in facts.items():
        if matters(readings(known), fact):
            asked.append(fact)
            known = known.given(fact, answer)
    return tuple(asked)


def most_questions_left(facts: Facts) -> int:
    """The longest way from here to the end, answers of `unsure` included."""
    return _longest(readings(facts), frozenset(facts))


@cache
def _longest(known: Known, answered: frozenset[Fact]) -> int:
    ask = next((fact for fact in FACTS if fact not in answered and matters(known, fact)), None)
    if ask is None:
        return 0
    ways = (known, *(supposing(known, ask, reading) for reading in READINGS[ask]))
    return 1 + max(_longest(way, answered | {ask}) for way in ways)
