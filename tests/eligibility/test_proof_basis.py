"""Property 5: whatever an outcome or a note stands on is there to be read, in the knowledge base."""

import pytest

from eligibility.notes import NOTE_BASIS, Note
from eligibility.rules import RULES, Outcome
from knowledge import corpus
from knowledge.citation import Citation

CORPUS = corpus.load()
CITED = sorted({citation for basis in (*(rule.basis for rule in RULES), *NOTE_BASIS.values()) for citation in basis})


@pytest.mark.parametrize("citation", CITED, ids=str)
def test_the_citation_resolves_in_the_knowledge_base(citation: Citation) -> None:
    assert citation in CORPUS


def test_every_outcome_and_every_note_has_its_basis_written_down() -> None:
    assert [rule.outcome for rule in RULES] == list(Outcome)
    assert set(NOTE_BASIS) == set(Note)
