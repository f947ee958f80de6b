"""Tables of rules and interviews with one thing wrong, looked at by the proofs' own checkers."""

from dataclasses import replace
from pathlib import Path

from eligibility.facts import Fact
from eligibility.rules import RULES, Outcome, Rule
from tests.eligibility import graph, table
from tests.eligibility.interviews import State
from tests.eligibility.world import BITS

FACTS = tuple(Fact)


def rules(_: Path, without: str = "", twice: str = "", says: str = "", place: str = "0") -> list[str]:
    """The policy without a rule, or with one a second time at a place, where it leads to another outcome."""
    made = [rule for rule in RULES if rule.outcome != without]
    if twice:
        made.insert(int(place), replace(_rule(twice), outcome=Outcome(says)))
    return table.faults(made)


def rules_turned(_: Path, one: str, other: str) -> list[str]:
    """Two rules in each other's place."""
    turned = {one: _rule(other), other: _rule(one)}
    return table.faults([turned.get(rule.outcome, rule) for rule in RULES])


def _rule(outcome: str) -> Rule:
    return next(rule for rule in RULES if rule.outcome == outcome)


def interview(_: Path) -> list[str]:
    return graph.faults(graph.by_assess)


def interview_without(_: Path, fact: str) -> list[str]:
    """It goes on to the next question as if this one were answered."""
    bit = BITS[_place(fact)]
    return graph.faults(lambda state: state._replace(unanswered=state.unanswered & ~bit).ask())


def interview_ends(_: Path, before: str) -> list[str]:
    """There instead of asking this question, or any after it."""

    def ask(state: State) -> int | None:
        place = state.ask()
        return None if place is None or place >= _place(before) else place

    return graph.faults(ask)


def interview_returns(_: Path, to: str, instead_of: str) -> list[str]:
    """To a question that is answered already."""

    def ask(state: State) -> int | None:
        place = state.ask()
        return _place(to) if place == _place(instead_of) else place

    return graph.faults(ask)


def interview_goes_on(_: Path, to: str) -> list[str]:
    """To a question of which nothing hangs any more."""

    def ask(state: State) -> int | None:
        place = state.ask()
        return _place(to) if place is None and BITS[_place(to)] & state.unanswered else place

    return graph.faults(ask)


def _place(fact: str) -> int:
    return FACTS.index(Fact(fact))
