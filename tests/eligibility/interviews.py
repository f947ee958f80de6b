"""Every interview a family can have: from nothing known, each question answered in each way, `unsure` too."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, Self

from eligibility.facts import UNSURE, Fact, Facts
from tests.eligibility.world import BITS, OPTIONS, SIZES, number, world


class State(NamedTuple):
    """A reading, and which of its open facts are not answered: a mask of bits."""

    digits: tuple[int, ...]
    unanswered: int

    def ask(self) -> int | None:
        """The place of the next question, by the tables."""
        useful = world().matters[self.reading()] & self.unanswered
        return (useful & -useful).bit_length() - 1 if useful else None

    def reading(self) -> int:
        return number(self.digits)

    def answered(self, place: int) -> Iterator[Self]:
        """The states after this one, its fact at that place answered in every way."""
        for digit in range(SIZES[place] + 1):
            digits = (*self.digits[:place], digit, *self.digits[place + 1 :])
            yield self._replace(digits=digits, unanswered=self.unanswered & ~BITS[place])

    def facts(self) -> Facts:
        said = zip(Fact, BITS, OPTIONS, self.digits, strict=True)
        return Facts({fact: (*o, UNSURE)[digit] for fact, bit, o, digit in said if not bit & self.unanswered})


START = State(SIZES, sum(BITS))


@cache
def reachable() -> tuple[State, ...]:
    seen, todo = {START}, [START]
    while todo:
        state = todo.pop()
        place = state.ask()
        new = set() if place is None else {*state.answered(place)} - seen
        seen |= new
        todo += new
    return tuple(sorted(seen))


@cache
def longest(state: State) -> int:
    """By brute force: the greatest number of questions that any way on from here asks."""
    place = state.ask()
    return 0 if place is None else 1 + max(longest(after) for after in state.answered(place))


def replay(state: State) -> State:
    """What an interview that gives this state's answers, one question after the other, would have asked for."""
    known = START
    for place, bit in enumerate(BITS):
        if not bit & state.unanswered and world().matters[known.reading()] & bit:
            known = next(each for each in known.answered(place) if each.digits[place] == state.digits[place])
    return known
