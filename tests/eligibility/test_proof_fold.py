"""The two folds: every set of articles (8,191) and of acts (63) is read as its class, and as nothing else.

The rules see a set only through `readings`, the counterfactuals only through `other_answers`: both are proved here
for every set. Beyond that `assess` itself is run on every set in four states, and the second reading likewise.
"""

from functools import cache
from itertools import combinations, product

import pytest

from eligibility.assess import assess
from eligibility.case import Charge, fold_articles, fold_conduct
from eligibility.counterfactuals import other_answers
from eligibility.facts import ANSWERS, UNSURE, Answer, Fact, Facts
from eligibility.possible import readings
from tests.eligibility import reference
from tests.eligibility.conftest import Tried
from tests.eligibility.reference import Raw
from tests.eligibility.world import LABELS, OPTIONS, label

SEVERAL = pytest.mark.parametrize("fact", [Fact.ARTICLES, Fact.CONDUCT])
STANDING = {Fact.ARTICLES: OPTIONS[3], Fact.CONDUCT: OPTIONS[4]}
CLASSES = {Fact.ARTICLES: tuple(dict.fromkeys(LABELS[3])), Fact.CONDUCT: LABELS[4]}
SERVING = {"jurisdiction": "tajikistan", "stage": "serving", "limb": "justification", "verdict_time": "before"}
CONTEXTS = (
    Facts(),
    Facts(
        {**SERVING, "request": "refused", "act_before_2020_12_17": "yes", "articles": ["179(3)"], "conduct": ["like"]}
    ),
    Facts({**SERVING, "stage": "unsure", "articles": ["189", "307(1)"], "conduct": ["like"]}),
    Facts({**SERVING, "act_before_2020_12_17": "unsure", "articles": ["307(1)"], "conduct": "unsure"}),
)


@cache
def every_set(fact: Fact) -> tuple[frozenset[str], ...]:
    answers = ANSWERS[fact]
    return tuple(frozenset(some) for size in range(1, len(answers) + 1) for some in combinations(answers, size))


def standing_for(fact: Fact, chosen: frozenset[str]) -> frozenset[str]:
    """The set that stands in the tables for this one: of its class, and like it with Article 189 or without."""
    sets = (each for each in STANDING[fact] if isinstance(each, frozenset))
    return next(s for s in sets if label(fact, s) == label(fact, chosen) and ("189" in s) == ("189" in chosen))


def test_there_are_8191_sets_of_articles_and_63_of_acts() -> None:
    assert [len(every_set(fact)) for fact in STANDING] == [8191, 63]


def test_every_set_of_articles_is_folded_as_the_policy_derives_the_charge() -> None:
    for chosen in every_set(Fact.ARTICLES):
        assert fold_articles(chosen) == (Charge(reference.charge(chosen)), "189" in chosen), chosen


def test_every_set_of_acts_is_folded_as_the_policy_derives_the_acts() -> None:
    for chosen in every_set(Fact.CONDUCT):
        assert fold_conduct(chosen) == reference.acts(chosen), chosen


@pytest.mark.slow
@SEVERAL
def test_every_set_leads_where_the_set_that_stands_for_it_leads(fact: Fact, tried: Tried) -> None:
    for chosen in every_set(fact):
        for facts in CONTEXTS:
            here, there = facts.given(fact, chosen), facts.given(fact, standing_for(fact, chosen))
            assert readings(here) == readings(there)
            assert told(here) == told(there), chosen
    tried(len(every_set(fact)) * len(CONTEXTS))


@SEVERAL
def test_the_second_reading_folds_every_set_so_too(fact: Fact, tried: Tried) -> None:
    """In one complete set of answers of each kind: kinds differ in what the sets that stand for the classes lead to."""
    raws = list(map(Raw._make, product(*OPTIONS)))
    kinds = {tuple(row(raw, fact, each) for each in STANDING[fact]): raw for raw in raws}.values()
    for chosen in every_set(fact):
        stands = standing_for(fact, chosen)
        assert all(row(raw, fact, chosen) == row(raw, fact, stands) for raw in kinds), chosen
    tried(len(every_set(fact)) * len(kinds))


def row(raw: Raw, fact: Fact, answer: Answer) -> tuple[str, tuple[str, ...]]:
    place = Raw._fields.index(fact)
    raw = Raw._make((*raw[:place], answer, *raw[place + 1 :]))
    return reference.outcome(raw), reference.notes(raw)


@SEVERAL
def test_every_set_has_one_counterfactual_answer_of_each_other_class_and_no_set_of_it_is_nearer(fact: Fact) -> None:
    distances = {name: distances_to(fact, name) for name in CLASSES[fact]}
    for chosen in every_set(fact):
        others = other_answers(fact, chosen)
        assert [label(fact, each) for each in others] == [name for name in CLASSES[fact] if name != label(fact, chosen)]
        for each in others:
            assert isinstance(each, frozenset)
            assert len(each ^ chosen) == distances[label(fact, each)][chosen], (chosen, each)


@SEVERAL
def test_unsure_has_one_counterfactual_answer_of_each_class(fact: Fact) -> None:
    assert tuple(label(fact, each) for each in other_answers(fact, UNSURE)) == CLASSES[fact]


def distances_to(fact: Fact, name: str) -> dict[frozenset[str], int]:
    """How many boxes must be ticked or unticked from each set to the nearest of the class: waves over all sets."""
    reached = {each: 0 for each in every_set(fact) if label(fact, each) == name}
    wave = list(reached)
    while wave:
        near = {each ^ {box}: reached[each] + 1 for each in wave for box in ANSWERS[fact]}
        wave = [each for each in near if each not in reached]
        reached.update((each, near[each]) for each in wave)
    return reached


def told(facts: Facts) -> tuple[object, ...]:
    it = assess(facts)
    labelled = [(each.fact, label(each.fact, each.answer), each.outcomes) for each in it.counterfactuals]
    return it.outcomes, it.notes, it.ask, it.missing, it.decided, it.basis, labelled
