"""The policy read a second time, from the lawyers' table alone: nothing of `eligibility` is imported here.

Thirteen rows, first match wins, on raw answers; `tests.eligibility.world` expands what is open by brute force.
"""

from typing import NamedTuple

ANSWERS = {
    "jurisdiction": "tajikistan other_country",
    "stage": "investigation trial verdict_not_in_force serving non_custodial released wanted_abroad",
    "record": "active expired",
    "articles": "179(3) 307(1) 179 179(1) 179(2) 187 189 307 307(2) 307(3) 307(4) 401(1) other",
    "conduct": "like repost comment own_post message other",
    "limb": "justification call both",
    "verdict_time": "before after",
    "request": "none pending refused",
    "act_before_2020_12_17": "yes no",
}
"""The first table: ids are a contract with cases, statistics, texts and other programs."""

COVERED = {"179(3)", "307(1)"}


class Raw(NamedTuple):
    """One complete set of answers, in the order of the policy's table of facts."""

    jurisdiction: str
    stage: str
    record: str
    articles: frozenset[str]
    conduct: frozenset[str]
    limb: str
    verdict_time: str
    request: str
    act_before_2020_12_17: str


def charge(articles: frozenset[str]) -> str:
    if articles <= COVERED:
        return "only_covered"
    return "mixed" if articles & COVERED else "only_other"


def acts(conduct: frozenset[str]) -> str:
    if conduct - {"like", "repost"}:
        return "beyond"
    return "with_repost" if "repost" in conduct else "only_like"


class NoRow(AssertionError):
    """The policy's table has no row for these answers."""


def outcome(raw: Raw) -> str:  # noqa: C901, PLR0912  # one branch a row of the table, in its order, is what makes it readable
    if raw.jurisdiction == "other_country":
        found = "other_country"
    elif raw.stage == "wanted_abroad":
        found = "wanted_abroad"
    elif raw.stage == "released" and raw.record == "expired":
        found = "record_expired"
    elif not raw.articles & COVERED:
        found = "not_covered_articles"
    elif raw.articles - COVERED:
        found = "mixed_articles"
    elif raw.conduct & {"comment", "own_post", "message", "other"}:
        found = "not_covered_conduct"
    elif "repost" in raw.conduct:
        found = "arguable_repost"
    elif raw.limb in ("call", "both"):
        found = "arguable_limb"
    elif raw.stage in ("investigation", "trial"):
        found = "case_should_end"
    elif raw.stage == "verdict_not_in_force":
        found = "appeal_now"
    elif raw.stage == "released" and raw.record == "active":
        found = "record_cleared"
    elif raw.verdict_time == "after":
        found = "verdict_against_exception"
    elif raw.stage in ("serving", "non_custodial") and raw.verdict_time == "before":
        found = "strong_basis"
    else:
        raise NoRow(raw)
    return found


def notes(raw: Raw) -> tuple[str, ...]:
    """`request` counts for rows 7, 8, 12 and 13; Article 189 where the articles decided (rows 4 and 5)."""
    found = []
    row = outcome(raw)
    if row in ("arguable_repost", "arguable_limb", "verdict_against_exception", "strong_basis"):
        found += {"none": [], "pending": ["pending_already"], "refused": ["refused_before"]}[raw.request]
    if row in ("not_covered_articles", "mixed_articles") and "189" in raw.articles:
        found += {"yes": ["art_189_before_2020"], "no": []}[raw.act_before_2020_12_17]
    return tuple(found)


CC = "criminal-code/"
BOTH_NOTES = (CC + "179-3/note", CC + "307-1/note")
REPORT = "report/supreme-court-2025-08-07"

BASIS = {
    "other_country": (),
    "wanted_abroad": (CC + "13/1",),
    "record_expired": (CC + "13/1", CC + "84/3", CC + "84/7"),
    "not_covered_articles": ("law-2169",),
    "mixed_articles": (REPORT, CC + "13/1", CC + "67"),
    "not_covered_conduct": BOTH_NOTES,
    "arguable_repost": (REPORT, *BOTH_NOTES),
    "arguable_limb": (*BOTH_NOTES, CC + "11-1/1"),
    "case_should_end": (CC + "13/1", *BOTH_NOTES),
    "appeal_now": (*BOTH_NOTES, CC + "13/1"),
    "record_cleared": (CC + "84/2/в", CC + "13/1"),
    "verdict_against_exception": (*BOTH_NOTES, CC + "12", CC + "13/1"),
    "strong_basis": (CC + "13/1", "constitution/20", "law-2169", REPORT),
}
"""The fourth column; its keys are the outcomes in the order of the rows."""

NOTE_BASIS = {
    "refused_before": (),
    "pending_already": (),
    "art_189_before_2020": (CC + "189/1", CC + "13/1"),
}
"""The policy's table gives notes no basis; that of Article 189 is the legal brief's, sections 1 and 0.4."""
