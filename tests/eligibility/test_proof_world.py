"""`assess` beside the second reading of the policy, in every state there is: 2,016,000, none left out.

Enumerated: every fact with each of its answers, `unsure`, or not answered; articles and acts as one set of each class.
Compared: outcomes, notes, the next question, what is missing, decided or not, the basis, and every counterfactual.
"""

from functools import cache

import pytest

from eligibility.assess import Assessment, assess
from eligibility.facts import UNSURE, Answer, Fact, Facts
from knowledge.citation import Citation
from tests.eligibility.conftest import Tried
from tests.eligibility.world import (
    BITS,
    OPTIONS,
    SIZES,
    STATES,
    all_digits,
    changes,
    cited,
    label,
    names,
    noted,
    open_facts,
    parts,
    world,
)

FACTS_OF = tuple(tuple(fact for fact, bit in zip(Fact, BITS, strict=True) if mask & bit) for mask in range(512))


class Answered(Facts):
    """Facts from answers already in the constructor's own form; `test_proof_order` proves the constructor."""

    __slots__ = ()

    def __init__(self, answers: dict[Fact, Answer]) -> None:
        self._answers = answers


@pytest.mark.slow
@pytest.mark.parametrize("stage", range(SIZES[1] + 1), ids=[*map(str, OPTIONS[1]), "open"])
def test_assess_and_the_second_reading_agree_in_every_state(stage: int, tried: Tried) -> None:
    states = 0
    for reading, digits in enumerate(all_digits()):
        if digits[1] != stage:
            continue
        said = [(*answers, UNSURE)[digit] for answers, digit in zip(OPTIONS, digits, strict=True)]
        answered = list(zip(Fact, BITS, said, strict=True))
        still_open = open_facts(digits)
        expected = Expected(reading, digits)
        for unanswered in parts(still_open):
            facts = Answered({fact: answer for fact, bit, answer in answered if not bit & unanswered})
            assert told(assess(facts)) == expected.where(unanswered), facts
            states += 1
    tried(states)
    assert states == STATES * (1 if stage < SIZES[1] else 2) // (SIZES[1] + 2)


def told(assessment: Assessment) -> tuple[object, ...]:
    return (
        assessment.outcomes,
        assessment.notes,
        assessment.ask,
        assessment.missing,
        assessment.decided,
        assessment.basis,
        [(each.fact, label(each.fact, each.answer), each.outcomes) for each in assessment.counterfactuals],
    )


class Expected:
    """What the second reading says of one reading, whichever of its open facts are unanswered."""

    def __init__(self, reading: int, digits: tuple[int, ...]) -> None:
        table = world()
        self.outcomes, self.notes = names(table.outcomes[reading]), noted(table.results[reading])
        self.matters = table.matters[reading]
        self.decisive = table.decisive[reading] & open_facts(digits)
        self.single = len(self.outcomes) == 1
        self.basis = citations(cited(self.outcomes, self.notes))
        self.changes = list(changes(reading, digits)) if self.single else []

    def where(self, unanswered: int) -> tuple[object, ...]:
        useful = self.matters & unanswered
        ask = useful & -useful
        if ask:
            missing = FACTS_OF[self.decisive | ask]
            return self.outcomes, self.notes, FACTS_OF[ask][0], missing, False, (), []
        if not self.single:
            return self.outcomes, self.notes, None, FACTS_OF[self.decisive], False, self.basis, []
        listed = [(FACTS_OF[bit][0], *change) for bit, *change in self.changes if not bit & unanswered]
        return self.outcomes, self.notes, None, (), True, self.basis, listed


@cache
def citations(cited_names: tuple[str, ...]) -> tuple[Citation, ...]:
    return tuple(map(Citation.named, cited_names))
