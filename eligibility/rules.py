"""The policy: thirteen rules, the first that holds decides. Read it beside the law; the order is part of it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from eligibility.case import Acts, Case, Charge
from knowledge.citation import Citation


class Outcome(StrEnum):
    """What the family may do next."""

    OTHER_COUNTRY = "other_country"
    WANTED_ABROAD = "wanted_abroad"
    RECORD_EXPIRED = "record_expired"
    NOT_COVERED_ARTICLES = "not_covered_articles"
    MIXED_ARTICLES = "mixed_articles"
    NOT_COVERED_CONDUCT = "not_covered_conduct"
    ARGUABLE_REPOST = "arguable_repost"
    ARGUABLE_LIMB = "arguable_limb"
    CASE_SHOULD_END = "case_should_end"
    APPEAL_NOW = "appeal_now"
    RECORD_CLEARED = "record_cleared"
    VERDICT_AGAINST_EXCEPTION = "verdict_against_exception"
    STRONG_BASIS = "strong_basis"


CC_11_1_1, CC_12, CC_13_1 = map(Citation.named, ("criminal-code/11-1/1", "criminal-code/12", "criminal-code/13/1"))
CC_67, CC_84_2_V = map(Citation.named, ("criminal-code/67", "criminal-code/84/2/в"))
CC_84_3, CC_84_7 = map(Citation.named, ("criminal-code/84/3", "criminal-code/84/7"))
NOTES = tuple(map(Citation.named, ("criminal-code/179-3/note", "criminal-code/307-1/note")))
CONSTITUTION_20, LAW_2169 = map(Citation.named, ("constitution/20", "law-2169"))
SUPREME_COURT = Citation.named("report/supreme-court-2025-08-07")


def judged_abroad(case: Case) -> bool:
    """Tajik law reaches verdicts of Tajik courts only."""
    return case.jurisdiction == "other_country"


def wanted_while_abroad(case: Case) -> bool:
    """Art. 13(1) CC applies before any verdict too, but what to do comes from a lawyer first."""
    return case.stage == "wanted_abroad"


def record_already_expired(case: Case) -> bool:
    """Art. 13(1) CC reaches those who served the sentence only while they have a record (Art. 84(3), 84(7) CC)."""
    return case.stage == "released" and case.record == "expired"


def only_other_articles(case: Case) -> bool:
    """Law No. 2169 added its exception to the notes of Art. 179(3) and 307(1) CC and to nothing else."""
    return case.articles.charge is Charge.ONLY_OTHER


def covered_and_other_articles(case: Case) -> bool:
    """The Supreme Court's chairman on 07.08.2025; Art. 67 CC fixes a punishment for each crime separately."""
    return case.articles.charge is Charge.MIXED


def more_than_likes_and_reposts(case: Case) -> bool:
    """The notes of Art. 179(3) and 307(1) CC except approval: a like or another sign."""
    return case.acts is Acts.BEYOND


def likes_with_a_repost(case: Case) -> bool:
    """The chairman named reposts too; the notes of Art. 179(3) and 307(1) CC do not."""
    return case.acts is Acts.WITH_REPOST


def charged_as_a_call(case: Case) -> bool:
    """The exception stands in the definition of *justification*; doubt favours the convict (Art. 11(1) CC, part 1)."""
    return case.limb in {"call", "both"}


def no_verdict_yet(case: Case) -> bool:
    """From the day the law takes effect the earlier act is not a crime (Art. 13(1) CC)."""
    return case.stage in {"investigation", "trial"}


def verdict_not_final(case: Case) -> bool:
    """As before a verdict (Art. 13(1) CC), but by appeal."""
    return case.stage == "verdict_not_in_force"


def served_with_a_record(case: Case) -> bool:
    """The record ends on the day the decriminalising law takes effect (Art. 84(2)(в) CC)."""
    return case.stage == "released"


def judged_after_the_amendment(case: Case) -> bool:
    """The exception already stood in the note when the court decided (Art. 12 and 13(1) CC)."""
    return case.verdict_time == "after"


def serving_an_earlier_verdict(case: Case) -> bool:
    """Art. 13(1) CC names persons serving a sentence; Art. 20 of the Constitution says the new law applies."""
    return case.stage in {"serving", "non_custodial"} and case.verdict_time == "before"


@dataclass(frozen=True, slots=True)
class Rule:
    holds: Callable[[Case], bool]
    outcome: Outcome
    basis: tuple[Citation, ...]


RULES = (
    Rule(judged_abroad, Outcome.OTHER_COUNTRY, ()),
    Rule(wanted_while_abroad, Outcome.WANTED_ABROAD, (CC_13_1,)),
    Rule(record_already_expired, Outcome.RECORD_EXPIRED, (CC_13_1, CC_84_3, CC_84_7)),
    Rule(only_other_articles, Outcome.NOT_COVERED_ARTICLES, (LAW_2169,)),
    Rule(covered_and_other_articles, Outcome.MIXED_ARTICLES, (SUPREME_COURT, CC_13_1, CC_67)),
    Rule(more_than_likes_and_reposts, Outcome.NOT_COVERED_CONDUCT, NOTES),
    Rule(likes_with_a_repost, Outcome.ARGUABLE_REPOST, (SUPREME_COURT, *NOTES)),
    Rule(charged_as_a_call, Outcome.ARGUABLE_LIMB, (*NOTES, CC_11_1_1)),
    Rule(no_verdict_yet, Outcome.CASE_SHOULD_END, (CC_13_1, *NOTES)),
    Rule(verdict_not_final, Outcome.APPEAL_NOW, (*NOTES, CC_13_1)),
    Rule(served_with_a_record, Outcome.RECORD_CLEARED, (CC_84_2_V, CC_13_1)),
    Rule(judged_after_the_amendment, Outcome.VERDICT_AGAINST_EXCEPTION, (*NOTES, CC_12, CC_13_1)),
    Rule(serving_an_earlier_verdict, Outcome.STRONG_BASIS, (CC_13_1, CONSTITUTION_20, LAW_2169, SUPREME_COURT)),
)
