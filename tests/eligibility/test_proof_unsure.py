"""Property 4: `unsure` hides no result that a definite answer would have shown, and shows no impossible one.

Enumerated: all 248,832 readings (each fact answered or open), and in each of them each open fact. That `assess` shows
exactly these results in all 2,016,000 states, an open fact being `unsure` or unanswered, is proved in
`test_proof_world`; here the source of it is taken by itself, without the second reading.
"""

from functools import cache

import pytest

from eligibility.case import READINGS, Case, Reading
from eligibility.facts import Facts
from eligibility.possible import Known, notes, outcomes, readings, results, supposing
from eligibility.world import FACTS, Result, decide
from tests.eligibility.conftest import Tried
from tests.eligibility.world import SIZES, all_digits, stride, union

KINDS: list[Result] = []


@cache
def mask(possible: frozenset[Result]) -> int:
    KINDS.extend(possible.difference(KINDS))
    return sum(1 << KINDS.index(result) for result in possible)


def number(read: tuple[Reading | None, ...]) -> Known:
    known = readings(Facts())
    for fact, reading in zip(FACTS, read, strict=True):
        known = supposing(known, fact, reading)
    return known


@pytest.mark.slow
def test_an_open_fact_leaves_possible_exactly_what_its_definite_answers_make_possible(tried: Tried) -> None:
    table = []
    for digits in all_digits():
        read = tuple((*READINGS[fact], None)[digit] for fact, digit in zip(FACTS, digits, strict=True))
        known = number(read)
        possible = results(known)
        if None not in read:
            assert possible == {decide(Case(*read))}  # type: ignore[arg-type]  # each is a reading of its own field
        assert set(outcomes(known)) == {result.outcome for result in possible}
        assert set(notes(known)) == {note for result in possible for note in result.notes}
        table.append(mask(possible))
    for place, size in enumerate(SIZES):
        width = stride(place)
        for start in range(0, len(table), width * (size + 1)):
            *definite, still_open = (table[start + width * d : start + width * (d + 1)] for d in range(size + 1))
            assert still_open == list(map(union, zip(*definite, strict=True)))
    tried(len(table))
