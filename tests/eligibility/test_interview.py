"""What the interview tells of itself is exact: the questions so far, the questions left, why a question is asked.

Enumerated: every state that an interview can reach (6,082); for the path every complete set of answers too (15,120):
there most answers were kept from another path; for the questions left every state one changed answer away as well.
"""

from itertools import product

import pytest

from eligibility.facts import Fact
from eligibility.interview import most_questions_left, path
from eligibility.why import why
from tests.eligibility.conftest import Tried
from tests.eligibility.interviews import START, State, longest, reachable, replay
from tests.eligibility.world import BITS, SIZES, names, noted, stride, world


def test_the_path_of_an_interview_is_every_question_it_asked_in_the_order_asked(tried: Tried) -> None:
    for state in reachable():
        assert path(state.facts()) == tuple(state.facts()), state
    tried(len(reachable()))


def test_an_answer_kept_from_another_path_is_not_on_the_path_and_changes_nothing(tried: Tried) -> None:
    complete = [State(digits, 0) for digits in product(*map(range, SIZES))]
    for state in complete:
        asked = replay(state)
        assert path(state.facts()) == tuple(asked.facts()), state
        assert world().results[asked.reading()] == world().results[state.reading()]
    tried(len(complete))


@pytest.mark.slow
def test_the_most_questions_left_are_those_of_the_longest_interview_from_there(tried: Tried) -> None:
    one_change_away = {
        state._replace(digits=changed.digits)
        for state in reachable()
        for place, bit in enumerate(BITS)
        if not bit & state.unanswered
        for changed in state.answered(place)
    }
    states = one_change_away | {START}
    assert states > set(reachable())
    for state in states:
        assert most_questions_left(state.facts()) == longest(state), state
    tried(len(states))


@pytest.mark.slow
def test_why_names_exactly_what_some_answers_still_allow_and_others_rule_out(tried: Tried) -> None:
    """For every fact in every state; an answer that the fact already has is taken as still open."""
    told: dict[tuple[State, Fact], State] = {}
    for state in reachable():
        for place, (fact, bit) in enumerate(zip(Fact, BITS, strict=True)):
            *_, still_open = state.answered(place)
            told.setdefault((still_open._replace(unanswered=state.unanswered | bit), fact), state)
    for (_, fact), state in told.items():
        shown = why(state.facts(), fact)
        assert (shown.outcomes, shown.notes) == hanging(state, tuple(Fact).index(fact)), (state, fact)
    tried(len(told))


def hanging(state: State, place: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    table = world()
    first = state.reading() - state.digits[place] * stride(place)
    ways = [first + digit * stride(place) for digit in range(SIZES[place])]
    outcomes = [set(names(table.outcomes[way])) for way in ways]
    notes = [set(noted(table.results[way])) for way in ways]
    some, sure = set.union(*outcomes), set.intersection(*outcomes)
    added, always = set.union(*notes), set.intersection(*notes)
    whole = table.outcomes[-1], table.results[-1]
    return (
        tuple(name for name in names(whole[0]) if name in some - sure),
        tuple(name for name in noted(whole[1]) if name in added - always),
    )
