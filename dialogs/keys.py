"""How the words of facts, answers, outcomes and notes are called in the Fluent files."""

from eligibility.facts import Fact
from eligibility.notes import Note
from eligibility.rules import Outcome


def fact_key(fact: Fact, attribute: str | None = None) -> str:
    """`fact-limb` is the question; `.name`, `.why` and `.where` belong to it."""
    return f"fact-{fact.value}" + (f".{attribute}" if attribute else "")


def answer_key(fact: Fact, answer: str) -> str:
    """`answer-articles-179-3`: Fluent names have no brackets."""
    return f"answer-{fact.value}-{answer.replace('(', '-').rstrip(')')}"


def outcome_key(outcome: Outcome, attribute: str | None = None) -> str:
    """`outcome-strong_basis` is its name; `.law`, `.officials`, `.unsettled` and `.steps` belong to it."""
    return f"outcome-{outcome.value}" + (f".{attribute}" if attribute else "")


def note_key(note: Note) -> str:
    return f"note-{note.value}"
