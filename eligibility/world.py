"""Every reading of the facts, decided once: 15,120 definite cases, 248,832 with open facts, each a set of results."""

from array import array
from functools import cache
from typing import NamedTuple

from eligibility.case import READINGS, Case, Reading
from eligibility.facts import Fact
from eligibility.notes import Note, notes_of
from eligibility.rules import RULES, Outcome

FACTS = tuple(Fact)


class Result(NamedTuple):
    outcome: Outcome
    notes: frozenset[Note]


def decide(case: Case) -> Result:
    """The first rule that holds, with its notes. Every case meets one: the proof tries them all."""
    outcome = next(rule.outcome for rule in RULES if rule.holds(case))
    return Result(outcome, notes_of(case, outcome))


class World(NamedTuple):
    """`sets` has a number for each way to read the facts, in the order of their digits; bit n is `results[n]`."""

    sets: "array[int]"
    results: tuple[Result, ...]


@cache
def world() -> World:
    """Built when it is first needed, in about a fifth of a second; two megabytes."""
    bits: dict[Result, int] = {}
    return World(array("Q", _sets((), bits)), tuple(bits))


def _sets(read: tuple[Reading, ...], bits: dict[Result, int]) -> list[int]:
    """For each way to read the remaining facts: its readings one after another, and last the fact left open."""
    if len(read) == len(FACTS):
        return [bits.setdefault(decide(Case(*read)), 1 << len(bits))]  # type: ignore[arg-type]  # each fact's own readings
    ways = [_sets((*read, reading), bits) for reading in READINGS[FACTS[len(read)]]]
    return [each for way in ways for each in way] + [_either(together) for together in zip(*ways, strict=True)]


def _either(sets: tuple[int, ...]) -> int:
    merged = 0
    for each in sets:
        merged |= each
    return merged
