"""What a set of facts can still lead to: the rules are decided for every reading of what is open, and merged."""

from functools import cache
from typing import NamedTuple, TypeAlias

from eligibility.case import READINGS, Case, Reading, read
from eligibility.facts import Fact, Facts
from eligibility.notes import Note, notes_of
from eligibility.rules import RULES, Outcome

FACTS = tuple(Fact)
PLACE = {fact: place for place, fact in enumerate(Fact)}
Readings: TypeAlias = tuple[Reading | None, ...]
"""One reading a fact in the order of `Fact`; None where every reading stays possible."""


class Result(NamedTuple):
    outcome: Outcome
    notes: frozenset[Note]


def decide(case: Case) -> Result:
    """The first rule that holds, with its notes. Every case meets one: the proof tries them all."""
    outcome = next(rule.outcome for rule in RULES if rule.holds(case))
    return Result(outcome, notes_of(case, outcome))


def readings(facts: Facts) -> Readings:
    return tuple(read(fact, facts.get(fact)) for fact in FACTS)


def supposing(known: Readings, fact: Fact, reading: Reading) -> Readings:
    """The same case, were this fact read so."""
    place = PLACE[fact]
    return (*known[:place], reading, *known[place + 1 :])


@cache
def results(known: Readings) -> frozenset[Result]:
    """All results over every reading of the open facts. The world is finite: at most 248,832 such tuples exist."""
    for fact, reading in zip(FACTS, known, strict=True):
        if reading is None:
            return frozenset().union(*(results(supposing(known, fact, each)) for each in READINGS[fact]))
    return frozenset({decide(Case(*known))})  # type: ignore[arg-type]  # each fact's readings are the field's type


@cache
def outcomes(known: Readings) -> tuple[Outcome, ...]:
    """Those still possible, in the order of the rules."""
    possible = {result.outcome for result in results(known)}
    return tuple(outcome for outcome in Outcome if outcome in possible)


@cache
def notes(known: Readings) -> tuple[Note, ...]:
    """Those that some reading adds."""
    held = {note for result in results(known) for note in result.notes}
    return tuple(note for note in Note if note in held)


def matters(known: Readings, fact: Fact) -> bool:
    """Could a definite answer to this one fact still change the set of outcomes or notes?"""
    return len({results(supposing(known, fact, each)) for each in READINGS[fact]}) > 1


def decisive(known: Readings, fact: Fact) -> bool:
    """Could a definite answer to this one fact still change the set of outcomes?"""
    return len({outcomes(supposing(known, fact, each)) for each in READINGS[fact]}) > 1
