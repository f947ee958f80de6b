"""Which other answer to which one fact would have led elsewhere. Each can be given to `assess` as it stands."""

from dataclasses import dataclass
from functools import cache

from eligibility.case import COVERED, LIKE, REPOST, Reading, read
from eligibility.facts import ANSWERS, UNSURE, Answer, Fact, Facts
from eligibility.possible import outcomes, readings, supposing
from eligibility.rules import Outcome


@dataclass(frozen=True, slots=True)
class Counterfactual:
    """`outcomes` are all that would then be possible: several where the other answer raises further questions."""

    fact: Fact
    answer: Answer
    outcomes: tuple[Outcome, ...]


def counterfactuals(facts: Facts) -> tuple[Counterfactual, ...]:
    """For every fact that was answered, every other definite answer that changes the possible outcomes."""
    known = readings(facts)
    now = outcomes(known)
    return tuple(
        Counterfactual(fact, answer, then)
        for fact, given in facts.items()
        for answer, reading in _others(fact, given)
        if (then := outcomes(supposing(known, fact, reading))) != now
    )


@cache
def _others(fact: Fact, given: Answer) -> tuple[tuple[Answer, Reading], ...]:
    read_so = ((answer, read(fact, answer)) for answer in other_answers(fact, given))
    return tuple((answer, reading) for answer, reading in read_so if reading is not None)


def other_answers(fact: Fact, given: Answer) -> tuple[Answer, ...]:
    """The other definite answers; for a several-choice fact the nearest set of each class the rules tell apart."""
    if fact not in (Fact.ARTICLES, Fact.CONDUCT):
        return tuple(answer for answer in ANSWERS[fact] if answer != given)
    chosen = frozenset[str]() if given == UNSURE else frozenset(given)
    nearest = _nearest_articles(chosen) if fact is Fact.ARTICLES else _nearest_conduct(chosen)
    return tuple(each for each in nearest if each != given)


def _nearest_articles(chosen: frozenset[str]) -> tuple[frozenset[str], ...]:
    covered = chosen & COVERED or frozenset({"307(1)"})
    other = chosen - COVERED or frozenset({"other"})
    return covered, covered | other, other


def _nearest_conduct(chosen: frozenset[str]) -> tuple[frozenset[str], ...]:
    beyond = chosen if chosen - {LIKE, REPOST} else chosen | {"comment"}
    return frozenset({LIKE}), chosen & {LIKE} | {REPOST}, beyond
