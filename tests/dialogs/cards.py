"""Every card there is: all that any session can show, drawn in a language."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import product

from dialogs.screen import Language
from dialogs.session import Place, Session, Spot
from eligibility.assess import assess
from eligibility.facts import ANSWERS, SEVERAL, UNSURE, Fact, Facts
from eligibility.interview import path
from eligibility.rules import RULES

SETS = {
    Fact.ARTICLES: (["179(3)", "307(1)"], ["307(1)", "189"], ["189"], list(ANSWERS[Fact.ARTICLES])),
    Fact.CONDUCT: (["like"], ["like", "repost"], list(ANSWERS[Fact.CONDUCT])),
}


@cache
def endings() -> tuple[Facts, ...]:
    """Every end an interview can come to: the questions asked and nothing else; several-choice ones by class."""
    ended, waiting = [], [Facts()]
    while waiting:
        facts = waiting.pop()
        ask = assess(facts).ask
        if ask is None:
            ended.append(facts)
        else:
            waiting += [facts.given(ask, answer) for answer in (*SETS.get(ask, ANSWERS[ask]), UNSURE)]
    return tuple(ended)


def sessions(language: Language) -> Iterator[Session]:
    """One session for every card that differs in its words; remarks are tried with each place."""
    blank = Session(language=language)
    for place in (Place.LANGUAGE, Place.NOTICE, Place.PRIVACY, Place.HELP, Place.CARE, Place.ENTER_CODE):
        yield blank.at(place)
    for place in (Place.REPLACE, Place.START_OVER, Place.CHANGE, Place.REVIEW, Place.SAVE):
        yield blank.at(place)
    yield from _questions(blank)
    yield from _citations(blank)
    yield from _endings(blank)


def _endings(blank: Session) -> Iterator[Session]:
    """Cards of an end differ by what is assessed; lists of answers by the questions asked, with all ticks too."""
    drawn = set()
    for facts in endings():
        full, assessment, asked = replace(blank, facts=facts), assess(facts), path(facts)
        told = (Place.OUTCOME, Place.BASIS, *((Place.WOULD_CHANGE,) if assessment.decided else ()))
        ticks = len(str(facts.get(Fact.ARTICLES))) + len(str(facts.get(Fact.CONDUCT)))
        cards: list[tuple[Place, object]] = [(place, assessment) for place in told]
        cards += [(place, (asked, ticks)) for place in (Place.REVIEW, Place.CHANGE, Place.SAVE)]
        for place, key in cards:
            if (place, key) not in drawn:
                drawn.add((place, key))
                yield full.at(place)


def _questions(blank: Session) -> Iterator[Session]:
    for fact, place in product(Fact, (Place.QUESTION, Place.WHY, Place.WHERE)):
        yield blank.at(place, fact)
    for fact in SEVERAL:
        yield replace(blank.at(Place.QUESTION, fact), ticks=frozenset(ANSWERS[fact]))
    yield replace(blank.at(Place.READINGS), pending=(("307:2", "307(2):"), ("179(3):", "244:3", "17:")))


def _citations(blank: Session) -> Iterator[Session]:
    for citation in {citation for rule in RULES for citation in rule.basis}:
        yield replace(blank, spot=Spot(Place.PROVISION, None, str(citation)))
