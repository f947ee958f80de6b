"""One whole interview for each outcome, and one that cannot be decided yet: what is answered, in order."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

Answers: TypeAlias = Mapping[str, str | list[str]]

LIKE_UNDER_307_1: Answers = {"articles": ["307(1)"], "conduct": ["like"], "limb": "justification"}
HERE: Answers = {"jurisdiction": "tajikistan"}

JOURNEYS: Mapping[str, Answers] = MappingProxyType(
    {
        "other_country": {"jurisdiction": "other_country"},
        "wanted_abroad": {**HERE, "stage": "wanted_abroad"},
        "record_expired": {**HERE, "stage": "released", "record": "expired"},
        "not_covered_articles": {**HERE, "stage": "serving", "articles": ["189"], "act_before_2020_12_17": "yes"},
        "mixed_articles": {**HERE, "stage": "serving", "articles": ["307(1)", "307(3)"]},
        "not_covered_conduct": {
            **HERE,
            "stage": "non_custodial",
            "articles": ["179(3)"],
            "conduct": ["like", "comment"],
        },
        "arguable_repost": {
            **HERE,
            "stage": "serving",
            "articles": ["179(3)", "307(1)"],
            "conduct": ["like", "repost"],
            "request": "refused",
        },
        "arguable_limb": {**HERE, "stage": "serving", **LIKE_UNDER_307_1, "limb": "both", "request": "pending"},
        "case_should_end": {**HERE, "stage": "investigation", **LIKE_UNDER_307_1},
        "appeal_now": {**HERE, "stage": "verdict_not_in_force", **LIKE_UNDER_307_1},
        "record_cleared": {**HERE, "stage": "released", "record": "active", **LIKE_UNDER_307_1},
        "verdict_against_exception": {
            **HERE,
            "stage": "serving",
            **LIKE_UNDER_307_1,
            "verdict_time": "after",
            "request": "none",
        },
        "strong_basis": {**HERE, "stage": "serving", **LIKE_UNDER_307_1, "verdict_time": "before", "request": "none"},
        "undecided": {
            **HERE,
            "stage": "serving",
            "articles": ["179(3)"],
            "conduct": ["like"],
            "limb": "unsure",
            "verdict_time": "before",
            "request": "none",
        },
    }
)


def choices(answers: Answers) -> list[tuple[str, list[str]]]:
    """The question's card and the choices that answer it, in the order of the interview."""
    return [(f"ask-{fact}", _choices(answer)) for fact, answer in answers.items()]


def _choices(answer: str | list[str]) -> list[str]:
    if isinstance(answer, list):
        return [*(f"tick:{each}" for each in answer), "done"]
    return ["unsure"] if answer == "unsure" else [f"answer:{answer}"]
