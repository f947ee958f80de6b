"""What a set of facts can still lead to: the results of every reading of what is open, merged."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NewType

from eligibility.case import READINGS, Reading, read
from eligibility.facts import Fact, Facts
from eligibility.notes import Note
from eligibility.rules import Outcome
from eligibility.world import FACTS, Result, world

Known = NewType("Known", int)
"""How each fact is read, as one number: a digit for each fact, the last digit of each where it is open."""

DIGITS: Mapping[Fact, Mapping[Reading | None, int]] = MappingProxyType(
    {fact: {reading: digit for digit, reading in enumerate((*READINGS[fact], None))} for fact in FACTS}
)


def _steps() -> Mapping[Fact, int]:
    steps, step = {}, 1
    for fact in reversed(FACTS):
        steps[fact] = step
        step *= len(DIGITS[fact])
    return MappingProxyType(steps)


STEPS = _steps()


def readings(facts: Facts) -> Known:
    return Known(sum(DIGITS[fact][read(fact, facts.get(fact))] * STEPS[fact] for fact in FACTS))


def supposing(known: Known, fact: Fact, reading: Reading | None) -> Known:
    """The same case, were this fact read so."""
    step, digits = STEPS[fact], DIGITS[fact]
    return Known(known + (digits[reading] - known // step % len(digits)) * step)


def results(known: Known) -> frozenset[Result]:
    return _results(world().sets[known])


def outcomes(known: Known) -> tuple[Outcome, ...]:
    """Those still possible, in the order of the rules."""
    return _outcomes(world().sets[known])


def notes(known: Known) -> tuple[Note, ...]:
    """Those that some reading adds."""
    return _notes(world().sets[known])


def matters(known: Known, fact: Fact) -> bool:
    """Could a definite answer to this one fact still change the set of outcomes or notes?"""
    sets = world().sets
    return len({sets[supposing(known, fact, each)] for each in READINGS[fact]}) > 1


def decisive(known: Known, fact: Fact) -> bool:
    """Could a definite answer to this one fact still change the set of outcomes?"""
    return len({outcomes(supposing(known, fact, each)) for each in READINGS[fact]}) > 1


@cache
def _results(bits: int) -> frozenset[Result]:
    return frozenset(result for place, result in enumerate(world().results) if bits >> place & 1)


@cache
def _outcomes(bits: int) -> tuple[Outcome, ...]:
    possible = {result.outcome for result in _results(bits)}
    return tuple(outcome for outcome in Outcome if outcome in possible)


@cache
def _notes(bits: int) -> tuple[Note, ...]:
    held = {note for result in _results(bits) for note in result.notes}
    return tuple(note for note in Note if note in held)
