"""Which policy the answers were given under. When a question's meaning changes, only that question is asked again."""

from collections.abc import Mapping
from types import MappingProxyType

from eligibility.facts import ANSWERS, Fact, Facts

POLICY_VERSION = 1

CHANGED_IN: Mapping[int, frozenset[Fact]] = MappingProxyType({1: frozenset()})
"""For each version, the facts whose question or answers it changed."""


def still_valid(facts: Facts, since: int, changed_in: Mapping[int, frozenset[Fact]] = CHANGED_IN) -> Facts:
    """The answers given under an older version, without those whose question has changed since."""
    stale = {fact for version, changed in changed_in.items() if version > since for fact in changed}
    return facts.without(*stale)


def policy_article(number: str) -> str:
    """An article the policy does not name is `other`."""
    return number if number in ANSWERS[Fact.ARTICLES] else "other"
