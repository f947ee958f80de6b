"""Facts and assessments as JSON: the contract with other programs."""

import json
from collections.abc import Sequence
from typing import TypeAlias

from eligibility.assess import Assessment
from eligibility.counterfactuals import Counterfactual
from eligibility.facts import Answer, Facts

Json: TypeAlias = "str | bool | Sequence[Json] | dict[str, Json] | None"


class UnreadableFacts(ValueError):
    """The text is no JSON object of facts; nothing is decided."""


def facts_from_json(text: str) -> Facts:
    """Raise UnreadableFacts, UnknownFact or UnknownAnswer, each with a sentence that names what is wrong."""
    try:
        given = json.loads(text, object_pairs_hook=_without_repetition)
    except json.JSONDecodeError as error:
        raise UnreadableFacts(f"not JSON (line {error.lineno}, column {error.colno})") from None
    except UnreadableFacts:
        raise
    except (ValueError, RecursionError):
        raise UnreadableFacts("not JSON: a number too long or brackets too deep") from None
    if not isinstance(given, dict):
        raise UnreadableFacts('facts must be a JSON object, such as {"jurisdiction": "tajikistan"}')
    return Facts(given)


def _without_repetition(pairs: list[tuple[str, object]]) -> dict[str, object]:
    names = [name for name, _ in pairs]
    for name in names:
        if names.count(name) > 1:
            raise UnreadableFacts(f"fact given twice: {name!r}")
    return dict(pairs)


def assessment_to_json(assessment: Assessment) -> dict[str, Json]:
    return {
        "decided": assessment.decided,
        "outcomes": [outcome.value for outcome in assessment.outcomes],
        "ask": assessment.ask.value if assessment.ask else None,
        "missing": [fact.value for fact in assessment.missing],
        "notes": [note.value for note in assessment.notes],
        "basis": [str(citation) for citation in assessment.basis],
        "counterfactuals": [_counterfactual(each) for each in assessment.counterfactuals],
    }


def _counterfactual(each: Counterfactual) -> dict[str, Json]:
    return {
        "fact": each.fact.value,
        "answer": answer_to_json(each.answer),
        "outcomes": [outcome.value for outcome in each.outcomes],
    }


def answer_to_json(answer: Answer) -> str | list[str]:
    return answer if isinstance(answer, str) else sorted(answer)
