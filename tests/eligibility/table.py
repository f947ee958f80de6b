"""What a table of rules must not have: a case that another row decides, one that none decides, a rule that never does.

The first rule that holds decides, so two rules that both hold and differ show as a case whose first rule is not the row
of the policy. Every fault is told with an example of facts.
"""

from collections.abc import Sequence
from itertools import product

from eligibility.case import Case, fold_articles, fold_conduct
from eligibility.rules import Rule
from tests.eligibility.reference import Raw, outcome
from tests.eligibility.world import OPTIONS


def folded(raw: Raw) -> Case:
    return Case(*raw[:3], fold_articles(raw.articles), fold_conduct(raw.conduct), *raw[5:])


def faults(rules: Sequence[Rule]) -> list[str]:
    """Tried on all 15,120 complete sets of answers; one example of each fault."""
    examples: dict[str, Raw] = {}
    idle = dict.fromkeys(range(len(rules)))
    for raw in map(Raw._make, product(*OPTIONS)):
        case, expected = folded(raw), outcome(raw)
        first = next((place for place, rule in enumerate(rules) if rule.holds(case)), None)
        if first is None:
            examples.setdefault(f"no rule decides, {expected} should", raw)
            continue
        idle.pop(first, None)
        if rules[first].outcome != expected:
            examples.setdefault(f"{rules[first].outcome} decides, {expected} should", raw)
    told = [f"{fault}: {_told(raw)}" for fault, raw in examples.items()]
    return told + [f"never decides: rule {place + 1}, {rules[place].outcome}" for place in idle]


def _told(raw: Raw) -> str:
    answers = ("+".join(sorted(each)) if isinstance(each, frozenset) else each for each in raw)
    return ", ".join(f"{fact}={answer}" for fact, answer in zip(Raw._fields, answers, strict=True))
