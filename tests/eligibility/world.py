"""The whole world of a case: every fact answered, open as `unsure`, or open because it was not answered.

A *reading* of the facts is a number in mixed radix: one digit a fact, in the order of the policy, and the digit after
the last answer means "open". 248,832 readings exist. Each open fact is `unsure` or unanswered, which makes 2,016,000
states. Articles and acts stand as one set of each class that the law tells apart; `test_proof_fold` proves every
other set equal to its class's.
"""

from collections.abc import Callable, Iterator
from functools import cache, reduce
from itertools import chain, product
from math import prod
from operator import or_
from typing import NamedTuple

from tests.eligibility.reference import BASIS, NOTE_BASIS, Raw, acts, charge, notes, outcome

OPTIONS: tuple[tuple[str | frozenset[str], ...], ...] = (
    ("tajikistan", "other_country"),
    ("investigation", "trial", "verdict_not_in_force", "serving", "non_custodial", "released", "wanted_abroad"),
    ("active", "expired"),
    tuple(map(frozenset, (["307(1)"], ["179(3)", "307"], ["179(3)", "189"], ["307"], ["189"]))),
    tuple(map(frozenset, (["like"], ["like", "repost"], ["comment"]))),
    ("justification", "call", "both"),
    ("before", "after"),
    ("none", "pending", "refused"),
    ("yes", "no"),
)
SIZES = tuple(map(len, OPTIONS))
BITS = tuple(1 << place for place in range(len(SIZES)))
READINGS = prod(size + 1 for size in SIZES)
STATES = prod(size + 2 for size in SIZES)


@cache
def label(fact: str, answer: str | frozenset[str]) -> str:
    if isinstance(answer, str):
        return answer
    return charge(answer) if fact == "articles" else acts(answer)


LABELS = tuple(
    tuple(label(fact, answer) for answer in answers) for fact, answers in zip(Raw._fields, OPTIONS, strict=True)
)
"""What tells answers apart for an outcome: with Article 189 or without makes a note, not another outcome."""


class World(NamedTuple):
    """One entry a reading. A set of results, outcomes or facts is a mask of bits."""

    kinds: tuple[tuple[str, tuple[str, ...]], ...]
    """The results that exist, an outcome with its notes; the place is the bit."""
    results: list[int]
    outcomes: list[int]
    """Bits in the order of the policy's rows."""
    matters: list[int]
    """The facts of which some definite answer leads to other results than another."""
    decisive: list[int]
    """The facts of which some definite answer leads to other outcomes than another."""


def all_digits() -> Iterator[tuple[int, ...]]:
    """Every reading, in the order of its number."""
    return product(*(range(size + 1) for size in SIZES))


def number(reading: tuple[int, ...]) -> int:
    return reduce(lambda whole, part: whole * (part[1] + 1) + part[0], zip(reading, SIZES, strict=True), 0)


@cache
def stride(place: int) -> int:
    """How far apart two readings are that differ by one in this digit."""
    return prod(size + 1 for size in SIZES[place + 1 :])


def open_facts(reading: tuple[int, ...]) -> int:
    return sum(bit for bit, digit, size in zip(BITS, reading, SIZES, strict=True) if digit == size)


def parts(mask: int) -> Iterator[int]:
    """Every subset: which of the open facts are unanswered, the others being `unsure`."""
    part = mask
    while part:
        yield part
        part = (part - 1) & mask
    yield 0


def expand(table: list[int], sizes: list[int], place: int, merge: Callable[[tuple[int, ...]], int]) -> list[int]:
    """Give one fact one more digit: what `merge` makes of the entries of its definite answers."""
    width = prod(sizes[place + 1 :])
    wider: list[int] = []
    for start in range(0, len(table), width * sizes[place]):
        rows = [table[start + width * digit : start + width * (digit + 1)] for digit in range(sizes[place])]
        wider.extend(chain(*rows, map(merge, zip(*rows[: SIZES[place]], strict=True))))
    sizes[place] += 1
    return wider


def expand_all(table: list[int], sizes: list[int], merge: Callable[[tuple[int, ...]], int]) -> list[int]:
    for place in reversed(range(len(SIZES))):
        table = expand(table, sizes, place, merge)
    return table


def union(masks: tuple[int, ...]) -> int:
    return reduce(or_, masks)


def differing(table: list[int]) -> list[int]:
    """For every reading the facts whose definite answers do not all lead to the same entry."""
    marks = [0] * len(table)
    for place, (size, bit) in enumerate(zip(SIZES, BITS, strict=True)):
        width = stride(place)
        for start in range(0, len(table), width * (size + 1)):
            rows = [table[start + width * digit : start + width * (digit + 1)] for digit in range(size)]
            for offset, entries in enumerate(zip(*rows, strict=True), start):
                if len({*entries}) > 1:
                    for digit in range(size + 1):
                        marks[offset + width * digit] |= bit
    return marks


@cache
def world() -> World:
    complete = [(outcome(raw), notes(raw)) for raw in map(Raw._make, product(*OPTIONS))]
    kinds = tuple(dict.fromkeys(complete))
    order = list(BASIS)
    results = expand_all([1 << kinds.index(each) for each in complete], list(SIZES), union)
    outcomes = expand_all([1 << order.index(row) for row, _ in complete], list(SIZES), union)
    return World(kinds, results, outcomes, differing(results), differing(outcomes))


@cache
def names(mask: int) -> tuple[str, ...]:
    """The outcomes of a mask, in the order of the policy's rows."""
    return tuple(name for place, name in enumerate(BASIS) if mask >> place & 1)


@cache
def noted(mask: int) -> tuple[str, ...]:
    """The notes that some result of the mask carries, in the order of the policy."""
    held = {note for place, (_, carried) in enumerate(world().kinds) if mask >> place & 1 for note in carried}
    return tuple(note for note in NOTE_BASIS if note in held)


@cache
def cited(outcomes: tuple[str, ...], notes: tuple[str, ...]) -> tuple[str, ...]:
    """What the outcomes and the notes stand on, each citation once."""
    every = [*(BASIS[name] for name in outcomes), *(NOTE_BASIS[name] for name in notes)]
    return tuple(dict.fromkeys(chain(*every)))


@cache
def others(place: int, digit: int) -> tuple[tuple[str, int], ...]:
    """The other answers to a fact, each with the distance from this reading to the one where it was given."""
    now = LABELS[place][digit] if digit < SIZES[place] else None
    there = {label: (other - digit) * stride(place) for other, label in enumerate(LABELS[place])}
    return tuple((label, distance) for label, distance in there.items() if label != now)


def changes(reading: int, digits: tuple[int, ...]) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """The bit of a fact, another answer to it, and what would then be possible, where that is something else."""
    outcomes = world().outcomes
    now = outcomes[reading]
    for place, digit in enumerate(digits):
        for label, distance in others(place, digit):
            if outcomes[reading + distance] != now:
                yield BITS[place], label, names(outcomes[reading + distance])
