"""The cards of one question: the question itself, why it is asked, where the answer is written, and two readings."""

from dialogs.keys import answer_key, fact_key, note_key, outcome_key
from dialogs.policy import policy_article
from dialogs.screen import Choice, Kind, Part, Screen, Text, text
from dialogs.screens.parts import button, card, part
from dialogs.session import Session
from eligibility.facts import ANSWERS, SEVERAL, UNSURE, Fact, Facts
from eligibility.interview import most_questions_left, path
from eligibility.why import why

SENSITIVE = Fact.ARTICLES
"""The first question about the accusation itself; what Telegram can see is said again above it."""


def question(session: Session, fact: Fact) -> Screen:
    parts = [part(Kind.TITLE, fact_key(fact)), part(Kind.PLAIN, fact_key(fact, "hint"))]
    if fact is SENSITIVE:
        parts.append(part(Kind.PLAIN, "reminder"))
    rows = (*_answers(session, fact), (_unsure(session, fact),), (button("why"), button("where")))
    if session.facts:
        rows = (*rows, (button("help"),) if session.unconfirmed else (button("save"), button("help")))
    return card(session, f"ask-{fact.value}", parts, rows, progress(session.facts, fact))


def progress(facts: Facts, fact: Fact) -> Part:
    """The number of this question and the most there can be, both read off the rules."""
    asked = path(facts)
    before = asked[: asked.index(fact)] if fact in asked else asked
    known = Facts({each.value: facts[each] for each in before})
    most = len(before) + most_questions_left(known)
    return part(Kind.HEADER, "header-question", number=len(before) + 1, most=most)


def _answers(session: Session, fact: Fact) -> tuple[tuple[Choice, ...], ...]:
    if fact not in SEVERAL:
        return tuple((_answer(session, fact, each),) for each in ANSWERS[fact])
    rows = tuple((_tick(session, fact, each),) for each in ANSWERS[fact])
    return (*rows, (button("done"),)) if session.ticks else rows


def _answer(session: Session, fact: Fact, answer: str) -> Choice:
    label = text(answer_key(fact, answer))
    return Choice(f"answer:{answer}", text("ticked", None, label=label) if session.facts.get(fact) == answer else label)


def _tick(session: Session, fact: Fact, answer: str) -> Choice:
    label = text(answer_key(fact, answer))
    return Choice(f"tick:{answer}", text("ticked" if answer in session.ticks else "unticked", None, label=label))


def _unsure(session: Session, fact: Fact) -> Choice:
    label = text("answer-unsure")
    return Choice("unsure", text("ticked", None, label=label) if session.facts.get(fact) == UNSURE else label)


def why_asked(session: Session, fact: Fact) -> Screen:
    """The outcomes that still hang on this answer, read off the rules."""
    hanging = why(session.facts, fact)
    lines = [part(Kind.ITEM, "item", item=text(outcome_key(each))) for each in hanging.outcomes]
    lines += [part(Kind.ITEM, "item", item=text(note_key(each))) for each in hanging.notes]
    parts = (
        part(Kind.TITLE, "why-title"),
        part(Kind.PLAIN, fact_key(fact, "why")),
        part(Kind.LABEL, "why-hangs"),
        *lines,
    )
    return card(session, "why", parts, ())


def where_written(session: Session, fact: Fact) -> Screen:
    parts = (part(Kind.TITLE, "where-title"), part(Kind.PLAIN, fact_key(fact, "where")))
    return card(session, "where", parts, ())


def readings(session: Session) -> Screen:
    """Every reading of a number that can be read in several ways, in words; nobody guesses."""
    waiting = session.pending[0]
    items = tuple(part(Kind.ITEM, "reading-item", reading=_in_short(each), meaning=_in_words(each)) for each in waiting)
    rows = tuple((Choice(f"read:{each}", _in_short(each)),) for each in waiting)
    parts = (part(Kind.TITLE, "readings-title"), part(Kind.PLAIN, "readings"), *items)
    return card(session, "readings", parts, (*rows, (button("read:none"),)))


def _in_short(reading: str) -> Text:
    article, _, part_number = reading.partition(":")
    if part_number:
        return text("reading-part", None, article=article, part=part_number)
    return text("reading-article", None, article=article)


def _in_words(reading: str) -> Text:
    return text(answer_key(Fact.ARTICLES, policy_article(reading.partition(":")[0])))
