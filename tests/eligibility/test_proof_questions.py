"""Property 2: no question is asked in vain and none is missing, in every one of the 2,016,000 states.

`test_proof_world` proves that `assess` asks what the tables of the second reading ask. Here those tables are searched
for the harder half, facts that matter only together: for every state *every joint* completion of the unanswered facts
is looked at, the facts that are `unsure` staying open. The interviews are walked with `assess` itself.
"""

from itertools import product

from eligibility.assess import assess
from eligibility.facts import Fact
from tests.eligibility.conftest import Tried
from tests.eligibility.graph import by_assess, faults
from tests.eligibility.interviews import reachable
from tests.eligibility.world import BITS, SIZES, STATES, differing, expand_all, names, noted, stride, world

CLASH = -1
"""Not one set of results: two completions of the unanswered facts lead to different ones."""


def common(entries: tuple[int, ...]) -> int:
    return entries[0] if len({*entries}) == 1 else CLASH


def numbered(places: range) -> list[tuple[int, int]]:
    """What these places add to the number of a state's reading, and to its unanswered facts; in the order of states."""
    states = []
    for digits in product(*(range(SIZES[place] + 2) for place in places)):
        said = list(zip(places, digits, strict=True))
        reading = sum(min(digit, SIZES[place]) * stride(place) for place, digit in said)
        states.append((reading, sum(BITS[place] for place, digit in said if digit > SIZES[place])))
    return states


def test_questions_end_exactly_when_every_joint_completion_leads_to_the_same_results(tried: Tried) -> None:
    table = world()
    joint = expand_all(table.results, [size + 1 for size in SIZES], common)
    states = product(numbered(range(5)), numbered(range(5, 9)))
    for completed, ((more, some), (less, others)) in zip(joint, states, strict=True):
        useful = table.matters[more + less] & (some | others)
        assert completed == (CLASH if useful else table.results[more + less]), (more + less, some | others)
    assert len(joint) == STATES
    tried(STATES)


def test_an_answer_that_changes_the_results_changes_what_is_shown(tried: Tried) -> None:
    """Outcomes and notes are shown, not which note belongs to which outcome: no question is about that alone."""
    table = world()
    shown = [(names(outcomes), noted(r)) for outcomes, r in zip(table.outcomes, table.results, strict=True)]
    kinds = {each: place for place, each in enumerate(dict.fromkeys(shown))}
    assert differing([kinds[each] for each in shown]) == table.matters
    tried(len(table.results))


def test_in_every_interview_the_next_question_changes_what_is_shown(tried: Tried) -> None:
    for state in reachable():
        place = state.ask()
        assert assess(state.facts()).ask == (None if place is None else tuple(Fact)[place])
        if place is not None:
            *definite, _unsure = (assess(each.facts()) for each in state.answered(place))
            assert len({(each.outcomes, each.notes) for each in definite}) > 1, state
    tried(len(reachable()))


def test_no_interview_goes_in_a_circle_leaves_a_question_out_or_ends_too_early() -> None:
    assert faults(by_assess) == []


def test_some_questions_are_asked_only_where_the_policy_says_so() -> None:
    reviewable = {"arguable_repost", "arguable_limb", "verdict_against_exception", "strong_basis"}
    for state in reachable():
        facts = state.facts()
        match assess(facts):
            case shown if shown.ask is Fact.RECORD:
                assert facts[Fact.STAGE] in {"released", "unsure"}
            case shown if shown.ask is Fact.REQUEST:
                assert reviewable.intersection(shown.outcomes), facts
            case shown if shown.ask is Fact.ACT_BEFORE_2020_12_17:
                assert facts[Fact.ARTICLES] == "unsure" or "189" in facts[Fact.ARTICLES]
