"""Property 1: every complete set of answers reaches exactly one outcome, and every rule is reached by some set.

Enumerated: all 15,120 complete sets, articles and acts as one set of each class (`test_proof_fold` has every other).
"""

from collections import Counter
from itertools import product

from eligibility.facts import ANSWERS, Fact
from eligibility.notes import Note
from eligibility.rules import RULES, Outcome
from eligibility.world import Result, decide
from tests.eligibility import reference
from tests.eligibility.conftest import Tried
from tests.eligibility.reference import Raw
from tests.eligibility.table import faults, folded
from tests.eligibility.world import OPTIONS


def test_the_first_rule_that_holds_is_the_row_of_the_policy_and_no_rule_is_idle(tried: Tried) -> None:
    reached = Counter[Outcome]()
    for raw in map(Raw._make, product(*OPTIONS)):
        case = folded(raw)
        first = next(rule.outcome for rule in RULES if rule.holds(case))
        assert first == reference.outcome(raw), raw
        assert decide(case) == Result(first, frozenset(map(Note, reference.notes(raw)))), raw
        reached[first] += 1
    tried(reached.total())
    assert reached.total() == 15_120
    assert set(reached) == set(Outcome)


def test_the_table_of_rules_has_no_fault() -> None:
    assert faults(RULES) == []


def test_facts_answers_outcomes_and_notes_are_called_and_ordered_as_in_the_policy() -> None:
    assert {fact.value: " ".join(answers) for fact, answers in ANSWERS.items()} == reference.ANSWERS
    assert list(Fact) == list(reference.ANSWERS) == list(Raw._fields)
    assert list(Outcome) == list(reference.BASIS)
    assert list(Note) == list(reference.NOTE_BASIS)


def test_the_rules_stand_in_the_order_of_the_policy_each_with_its_basis() -> None:
    table = [(rule.outcome.value, tuple(map(str, rule.basis))) for rule in RULES]
    assert table == list(reference.BASIS.items())
