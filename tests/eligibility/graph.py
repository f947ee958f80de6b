"""What an interview must not do: ask in a circle or in vain, leave a question out, end where one would still help."""

from collections.abc import Callable
from typing import TypeAlias

from eligibility.assess import assess
from eligibility.facts import Fact
from tests.eligibility.interviews import START, State
from tests.eligibility.world import BITS, world

Ask: TypeAlias = Callable[[State], int | None]
"""The place of the next question in the order of `Fact`; None at an end."""
FACTS = tuple(Fact)


def by_assess(state: State) -> int | None:
    ask = assess(state.facts()).ask
    return None if ask is None else FACTS.index(ask)


def faults(ask: Ask) -> list[str]:
    """Every interview is walked, each question answered in each way; one example of each fault."""
    examples: dict[str, State] = {}
    asked = set[int]()
    seen, waiting = {START}, [START]
    while waiting:
        state = waiting.pop()
        place = ask(state)
        if fault := _fault(state, place):
            examples.setdefault(fault, state)
        if place is not None and BITS[place] & state.unanswered:
            asked.add(place)
            new = {*state.answered(place)} - seen
            seen |= new
            waiting += new
    told = [f"{fault}: {dict(state.facts()) or 'at the beginning'}" for fault, state in examples.items()]
    return told + [f"never asked: {fact}" for place, fact in enumerate(FACTS) if place not in asked]


def _fault(state: State, place: int | None) -> str:
    useful = world().matters[state.reading()]
    if place is None:
        left = [fact for fact, bit in zip(FACTS, BITS, strict=True) if useful & bit & state.unanswered]
        return f"ends before {left[0]}" if left else ""
    if not BITS[place] & state.unanswered:
        return f"asks in a circle: {FACTS[place]}"
    return "" if BITS[place] & useful else f"asks in vain: {FACTS[place]}"
