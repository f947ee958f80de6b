"""Every provision and report that a rule, a note or a screen stands on: a release without one of them serves nobody."""

from dialogs.screens.result import ALSO_QUOTED
from eligibility.notes import NOTE_BASIS
from eligibility.rules import RULES
from knowledge.citation import Citation


def cited() -> frozenset[Citation]:
    bases = (*(rule.basis for rule in RULES), *NOTE_BASIS.values(), *ALSO_QUOTED.values())
    return frozenset(citation for basis in bases for citation in basis)
