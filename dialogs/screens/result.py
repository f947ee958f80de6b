"""The outcome in its three labelled parts, what would change it, and the provisions it stands on."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from dialogs.keys import fact_key, note_key, outcome_key
from dialogs.screen import Choice, Kind, Part, Screen, Text, text
from dialogs.screens.parts import answer_words, button, card, part
from dialogs.session import Session
from eligibility.assess import Assessment, assess
from eligibility.counterfactuals import Counterfactual
from eligibility.facts import UNSURE, Answer, Fact, Facts
from eligibility.rules import SUPREME_COURT, Outcome
from knowledge.citation import Citation
from knowledge.law_text import AMENDED_UP_TO, EXPORTED_ON

PRESIDENT, PROSECUTOR_GENERAL, CONSTITUTION_19 = map(
    Citation.named, ("report/president-2024-10", "report/prosecutor-general-2026-02", "constitution/19")
)
ALSO_QUOTED: Mapping[Outcome, tuple[Citation, ...]] = MappingProxyType(
    {
        Outcome.NOT_COVERED_CONDUCT: (SUPREME_COURT, PROSECUTOR_GENERAL),
        Outcome.CASE_SHOULD_END: (PRESIDENT, PROSECUTOR_GENERAL, CONSTITUTION_19),
        Outcome.APPEAL_NOW: (SUPREME_COURT,),
    }
)
"""What the words of an outcome quote beyond the basis the policy gives it."""

BOUND_TO_A_STAGE = frozenset({Outcome.OTHER_COUNTRY, Outcome.WANTED_ABROAD, Outcome.RECORD_EXPIRED})
"""Outcomes whose own steps say all; the steps of a stage would mislead beside them."""


def outcome(session: Session) -> Screen:
    assessment = assess(session.facts)
    if not assessment.decided:
        return _undecided(session, assessment)
    reached = assessment.outcomes[0]
    parts = [part(Kind.TITLE, outcome_key(reached)), *_labelled(reached), *_notes(assessment)]
    parts += [part(Kind.LABEL, "label-steps"), part(Kind.PLAIN, outcome_key(reached, "steps"))]
    parts += _stage(session.facts, assessment)
    rests = (button("basis"),) if _sources(assessment) else ()
    rows = ((button("would-change"), *rests), (button("answers"), button("save")))
    return card(session, f"outcome-{reached.value}", (*parts, _rests_on()), rows)


def _labelled(reached: Outcome) -> Iterator[Part]:
    for label in ("law", "officials", "unsettled"):
        yield part(Kind.LABEL, f"label-{label}")
        yield part(Kind.PLAIN, outcome_key(reached, label))


def _notes(assessment: Assessment) -> Iterator[Part]:
    """A note that only some readings add is shown too: its words begin with the condition."""
    if assessment.notes:
        yield part(Kind.LABEL, "label-notes")
    for note in assessment.notes:
        yield part(Kind.PLAIN, f"{note_key(note)}.text")


def _stage(facts: Facts, assessment: Assessment) -> Iterator[Part]:
    """What the stage asks for today, whichever of the possible outcomes it will be."""
    stage = facts.get(Fact.STAGE, UNSURE)
    if stage != UNSURE and not BOUND_TO_A_STAGE & set(assessment.outcomes):
        yield part(Kind.PLAIN, f"stage-{stage}")


def _rests_on() -> Part:
    return part(Kind.PLAIN, "rests-on", amended=AMENDED_UP_TO, exported=EXPORTED_ON)


def _undecided(session: Session, assessment: Assessment) -> Screen:
    possible = [part(Kind.ITEM, "item", item=text(outcome_key(each))) for each in assessment.outcomes]
    settling = [
        part(Kind.PLAIN, "settles", question=text(fact_key(each, "name")), where=text(fact_key(each, "where")))
        for each in assessment.missing
    ]
    parts = [part(Kind.TITLE, "undecided-title"), part(Kind.PLAIN, "undecided"), *possible]
    parts += [part(Kind.LABEL, "undecided-settled-by"), *settling, *_notes(assessment), part(Kind.LABEL, "label-steps")]
    parts += [part(Kind.PLAIN, "undecided-steps"), *_stage(session.facts, assessment), _rests_on()]
    rows = (*_settle_now(assessment), (button("basis"), button("answers")), (button("save"),))
    return card(session, "outcome-undecided", parts, rows)


def _settle_now(assessment: Assessment) -> tuple[tuple[Choice, ...], ...]:
    return tuple(
        (Choice(f"change:{each.value}", text("answer-now", None, question=text(fact_key(each, "name")))),)
        for each in assessment.missing
    )


def would_change(session: Session) -> Screen:
    """Every single other answer that would have led elsewhere; the rest would change nothing."""
    lines = [_line(*each) for each in _grouped(assess(session.facts).counterfactuals)]
    lead = (part(Kind.TITLE, "would-change-title"), part(Kind.PLAIN, "would-change"))
    return card(session, "would-change", (*lead, *lines), ((button("change"),),))


def _line(fact: Fact, answer: tuple[Text, ...], then: tuple[Outcome, ...]) -> Part:
    """Where the other answer raises further questions, several outcomes would be open."""
    key = "would-lead" if len(then) == 1 else "would-open"
    outcomes = tuple(text(outcome_key(each)) for each in then)
    return part(Kind.ITEM, key, question=text(fact_key(fact, "name")), answer=answer, outcome=outcomes)


def _grouped(found: tuple[Counterfactual, ...]) -> Iterator[tuple[Fact, tuple[Text, ...], tuple[Outcome, ...]]]:
    """Answers to one question that lead to the same place share a line."""
    grouped: dict[tuple[Fact, tuple[Outcome, ...]], list[Answer]] = {}
    for each in found:
        grouped.setdefault((each.fact, each.outcomes), []).append(each.answer)
    for (fact, outcomes), answers in grouped.items():
        yield fact, tuple(_words(fact, answer) for answer in answers), outcomes


def _words(fact: Fact, answer: Answer) -> Text:
    return text("would-answer", None, answers=answer_words(fact, answer))


def basis(session: Session) -> Screen:
    rows = tuple((Choice(f"cite:{each}", text(f"label:{each}")),) for each in _sources(assess(session.facts)))
    return card(session, "basis", (part(Kind.TITLE, "basis-title"), part(Kind.PLAIN, "basis")), rows)


def _sources(assessment: Assessment) -> tuple[Citation, ...]:
    """The policy's basis, then what the words of the outcome quote besides."""
    quoted = (citation for outcome in assessment.outcomes for citation in ALSO_QUOTED.get(outcome, ()))
    return tuple(dict.fromkeys((*assessment.basis, *quoted)))


def provision(session: Session) -> Screen:
    """One provision or report in our own words, marked as such, with its source."""
    cited = session.spot.citation
    kind = part(Kind.PLAIN, f"kind:{cited}")
    parts = (
        part(Kind.TITLE, f"label:{cited}"),
        kind,
        part(Kind.PLAIN, f"digest:{cited}"),
        part(Kind.PLAIN, f"source:{cited}"),
    )
    return card(session, "provision", parts, ())
