"""`assess(facts)`: decided, or cannot decide yet and what would settle it, or ask this next."""

from dataclasses import dataclass
from functools import cache

from eligibility.counterfactuals import Counterfactual, counterfactuals
from eligibility.facts import UNSURE, Fact, Facts
from eligibility.notes import NOTE_BASIS, Note
from eligibility.possible import Known, decisive, matters, notes, outcomes, readings
from eligibility.rules import RULES, Outcome
from eligibility.world import FACTS
from knowledge.citation import Citation


@dataclass(frozen=True, slots=True)
class Assessment:
    """`outcomes` and `notes` are all that are still possible; `basis` stands once nothing is left to ask."""

    outcomes: tuple[Outcome, ...]
    notes: tuple[Note, ...]
    ask: Fact | None
    missing: tuple[Fact, ...]
    basis: tuple[Citation, ...]
    counterfactuals: tuple[Counterfactual, ...]

    @property
    def decided(self) -> bool:
        return self.ask is None and len(self.outcomes) == 1


def assess(facts: Facts) -> Assessment:
    """Pure and total. `missing` holds the facts the outcome still hangs on, and the next question."""
    known = readings(facts)
    possible, noted = outcomes(known), notes(known)
    ask = next((fact for fact in FACTS if fact not in facts and matters(known, fact)), None)
    settled = ask is None and len(possible) == 1
    missing = () if settled else _missing(facts, known, ask)
    basis = _basis(possible, noted) if ask is None else ()
    return Assessment(possible, noted, ask, missing, basis, counterfactuals(facts) if settled else ())


def _missing(facts: Facts, known: Known, ask: Fact | None) -> tuple[Fact, ...]:
    unsettled = (fact for fact in FACTS if facts.get(fact, UNSURE) == UNSURE)
    return tuple(fact for fact in unsettled if fact is ask or decisive(known, fact))


@cache
def _basis(possible: tuple[Outcome, ...], noted: tuple[Note, ...]) -> tuple[Citation, ...]:
    cited = [citation for rule in RULES if rule.outcome in possible for citation in rule.basis]
    cited += [citation for note in noted for citation in NOTE_BASIS[note]]
    return tuple(dict.fromkeys(cited))
