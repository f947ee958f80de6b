"""Property 6: what would have led elsewhere is listed exactly, and each listed answer can be given as it stands.

`test_proof_world` compares the whole list with the second reading in every decided state of the 2,016,000 (each fact,
each other answer; for articles and acts each class), `test_proof_fold` proves the listed sets for every set. Here: why
three classes of articles are enough, and every answer listed at the end of every interview given back to `assess`.
"""

from eligibility.assess import assess
from tests.eligibility.conftest import Tried
from tests.eligibility.interviews import reachable
from tests.eligibility.world import LABELS, SIZES, all_digits, stride, world


def test_article_189_never_leads_to_another_outcome(tried: Tried) -> None:
    """It adds a note: so an answer of each charge stands for every set of that charge."""
    place, outcomes = 3, world().outcomes
    for reading, digits in enumerate(all_digits()):
        if digits[place] < SIZES[place] - 1 and LABELS[place][digits[place]] == LABELS[place][digits[place] + 1]:
            assert outcomes[reading] == outcomes[reading + stride(place)]
    tried(len(outcomes))


def test_every_listed_answer_given_back_leads_exactly_where_it_says(tried: Tried) -> None:
    given_back = 0
    for state in reachable():
        facts = state.facts()
        now = assess(facts)
        for each in now.counterfactuals:
            assert each.outcomes != now.outcomes
            assert assess(facts.given(each.fact, each.answer)).outcomes == each.outcomes, (facts, each)
            given_back += 1
    tried(given_back)


def test_undecided_there_is_nothing_to_compare_with() -> None:
    assert not any(
        shown.counterfactuals for shown in map(assess, (s.facts() for s in reachable())) if not shown.decided
    )
