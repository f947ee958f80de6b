"""Property 3: the order in which facts are given never changes the result.

`Facts` holds nothing but its items, and they stand in the order of `Fact`: then whatever the order of giving, the
object is the same, and so is all that is computed from it. Proved by induction over the number of facts given: from
every set of facts present (512) one more fact, with each of its answers, ends in that one form. An answer once taken is
taken again unchanged (each word, each of the 8,191 and 63 sets), so an earlier giving leaves no trace. And the
constructor is handed one complete set of answers in all 362,880 orders.
"""

from itertools import permutations

import pytest

from eligibility.facts import ANSWERS, SEVERAL, UNSURE, Answer, Fact, Facts, parse_answer
from tests.eligibility.conftest import Tried
from tests.eligibility.test_proof_fold import every_set
from tests.eligibility.world import OPTIONS

ANY = {fact: options[-1] for fact, options in zip(Fact, OPTIONS, strict=True)}


def every_answer(fact: Fact) -> tuple[Answer, ...]:
    return (*(every_set(fact) if fact in SEVERAL else ANSWERS[fact]), UNSURE)


def in_order(answers: dict[Fact, Answer]) -> list[tuple[Fact, Answer]]:
    return [(fact, answers[fact]) for fact in Fact if fact in answers]


def test_facts_are_nothing_but_their_items() -> None:
    """So that two with the same items in the same order cannot be told apart by anything that is given them."""
    assert [name for kind in Facts.__mro__ for name in getattr(kind, "__slots__", ())] == ["_answers"]
    assert not hasattr(Facts(), "__dict__")


def test_one_more_fact_ends_in_the_order_of_the_facts_whatever_was_given_before(tried: Tried) -> None:
    steps = 0
    for present in range(2 ** len(Fact)):
        before = {fact: ANY[fact] for place, fact in enumerate(Fact) if present >> place & 1}
        given = Facts({fact.value: answer for fact, answer in before.items()})
        for fact, answers in zip(Fact, OPTIONS, strict=True):
            for answer in (*answers, UNSURE):
                after = given.given(fact, answer)
                assert list(after.items()) == in_order({**before, fact: answer})
                steps += 1
    tried(steps)


@pytest.mark.parametrize("fact", Fact)
def test_an_answer_once_taken_is_taken_again_unchanged(fact: Fact) -> None:
    for answer in every_answer(fact):
        assert parse_answer(fact, answer) == answer
        assert Facts({fact.value: answer}) == {fact: answer}


@pytest.mark.slow
def test_all_orders_of_one_complete_set_of_answers_make_the_same_facts(tried: Tried) -> None:
    whole = in_order(ANY)
    orders = 0
    for order in permutations((fact.value, answer) for fact, answer in whole):
        assert list(Facts(dict(order)).items()) == whole
        orders += 1
    tried(orders)
    assert orders == 362_880
