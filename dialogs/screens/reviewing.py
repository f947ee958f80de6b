"""All answers in view before the outcome; one of them changed and the rest kept; the answers as a code."""

from dialogs.case_code import write_code
from dialogs.keys import fact_key
from dialogs.screen import Choice, Kind, Part, Screen, text
from dialogs.screens.parts import answer_words, button, card, part
from dialogs.session import Session
from eligibility.facts import Facts
from eligibility.interview import path


def review(session: Session) -> Screen:
    parts = (part(Kind.TITLE, "review-title"), part(Kind.PLAIN, "review"), *answers(session.facts))
    rows = ((button("show"),), (button("change"), button("save")), (button("start-over"),))
    return card(session, "review", parts, rows)


def answers(facts: Facts) -> tuple[Part, ...]:
    """The answers the outcome rests on, in the order of the questions."""
    return tuple(
        part(Kind.ITEM, "answered", question=text(fact_key(fact, "name")), answer=answer_words(fact, facts[fact]))
        for fact in path(facts)
    )


def change(session: Session) -> Screen:
    rows = tuple((Choice(f"change:{fact.value}", text(fact_key(fact, "name"))),) for fact in path(session.facts))
    return card(session, "change", (part(Kind.TITLE, "change-title"), part(Kind.PLAIN, "change")), rows)


def save(session: Session) -> Screen:
    code = part(Kind.CODE, "code", code=write_code(session.facts))
    parts = (part(Kind.TITLE, "save-title"), code, part(Kind.PLAIN, "save"))
    return card(session, "save", parts, ())
