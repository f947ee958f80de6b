"""Why a question is asked: which outcomes still hang on its answer."""

from dataclasses import dataclass
from typing import TypeVar

from eligibility.case import READINGS
from eligibility.facts import Fact, Facts
from eligibility.notes import Note
from eligibility.possible import notes, outcomes, readings, supposing
from eligibility.rules import Outcome

Held = TypeVar("Held")


@dataclass(frozen=True, slots=True)
class Hanging:
    """What some answers to the question still allow and others rule out."""

    outcomes: tuple[Outcome, ...]
    notes: tuple[Note, ...]


def why(facts: Facts, fact: Fact) -> Hanging:
    """Take the answer given to this very question, if any, as still open."""
    known = readings(facts.without(fact))
    supposed = [supposing(known, fact, reading) for reading in READINGS[fact]]
    hanging = _some_but_not_all([frozenset(outcomes(each)) for each in supposed])
    noted = _some_but_not_all([frozenset(notes(each)) for each in supposed])
    return Hanging(tuple(each for each in Outcome if each in hanging), tuple(each for each in Note if each in noted))


def _some_but_not_all(sets: list[frozenset[Held]]) -> frozenset[Held]:
    return frozenset().union(*sets) - frozenset.intersection(*sets)
