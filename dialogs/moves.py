"""What each choice does. A choice is `verb` or `verb:object`."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from dialogs.policy import policy_article
from dialogs.screen import Language
from dialogs.session import Place, Session, Spot
from eligibility.assess import assess
from eligibility.facts import ANSWERS, SEVERAL, UNSURE, Answer, Fact, Facts
from eligibility.interview import path


def choose(session: Session, choice: str) -> Session:
    verb, _, target = choice.partition(":")
    return MOVES[verb](session, target)


def ask(session: Session, fact: Fact) -> Session:
    """Put the question; a several-choice one opens with its answer, or with the ticks that were not confirmed yet."""
    answer = session.facts.get(fact, session.ticks & frozenset(ANSWERS[fact]))
    ticks = session.ticks if fact not in SEVERAL else frozenset() if isinstance(answer, str) else answer
    return replace(session.at(Place.QUESTION, fact), ticks=ticks, pending=())


def go_on(session: Session) -> Session:
    """The next question that can still matter; when there is none, all answers in view."""
    fact = assess(session.facts).ask
    return ask(session, fact) if fact else session.at(Place.REVIEW)


def answer(session: Session, given: Answer) -> Session:
    fact = session.spot.fact or Fact.JURISDICTION
    ticks = frozenset() if fact in SEVERAL else session.ticks
    return go_on(replace(session, facts=session.facts.given(fact, given), ticks=ticks))


def restore(session: Session, facts: Facts) -> Session:
    return go_on(replace(session, facts=facts, offered=None, ticks=frozenset()))


def tick(session: Session, target: str) -> Session:
    return replace(session, ticks=session.ticks ^ {target})


def read(session: Session, target: str) -> Session:
    """Take one reading of the waiting number; then ask about the next one, or go back to the ticks."""
    ticks = session.ticks if target == "none" else session.ticks | {policy_article(target.partition(":")[0])}
    read_so = replace(session, ticks=ticks, pending=session.pending[1:])
    return read_so if read_so.pending else read_so.at(Place.QUESTION, Fact.ARTICLES)


def speak(session: Session, target: str) -> Session:
    """The language changes; the place, the ticks and the answers stay."""
    spoken = replace(session, language=Language(target))
    return spoken.uncovered() if spoken.behind else spoken.at(Place.NOTICE)


def begin(session: Session, _: str) -> Session:
    """A code typed before the notice was read waits for it; given answers are never replaced without asking."""
    return go_on(session) if session.offered is None or session.facts else restore(session, session.offered)


def back(session: Session, _: str) -> Session:
    return session.uncovered() if session.behind else _before(session)


def _before(session: Session) -> Session:
    """Where *back* leads from a place of the interview itself."""
    place, fact = session.spot.place, session.spot.fact
    if place in (Place.QUESTION, Place.REVIEW):
        return _question_before(session, fact)
    if place in (Place.WHY, Place.WHERE):
        return replace(session, spot=Spot(Place.QUESTION, fact))
    if place is Place.READINGS:
        return replace(session.at(Place.QUESTION, Fact.ARTICLES), pending=())
    if place is Place.PROVISION:
        return session.at(Place.BASIS)
    return session.at(Place.OUTCOME if place in (Place.WOULD_CHANGE, Place.BASIS) else Place.REVIEW)


def _question_before(session: Session, fact: Fact | None) -> Session:
    """The question asked before this one, its answer kept until another is given."""
    asked = path(session.facts)
    earlier = asked[: asked.index(fact)] if fact in asked else asked
    return ask(session, earlier[-1]) if earlier else session.at(Place.NOTICE)


def start_over(session: Session, target: str) -> Session:
    if target == "no":
        return back(session, "")
    return go_on(Session(language=session.language))


def replace_answers(session: Session, target: str) -> Session:
    if target == "no" or session.offered is None:
        return back(session, "")
    return restore(session, session.offered)


def _over(place: Place) -> Callable[[Session, str], Session]:
    return lambda session, _: session.over(place)


def _at(place: Place) -> Callable[[Session, str], Session]:
    return lambda session, _: session.at(place)


def _beside(place: Place) -> Callable[[Session, str], Session]:
    return lambda session, _: replace(session, spot=Spot(place, session.spot.fact))


MOVES: Mapping[str, Callable[[Session, str], Session]] = MappingProxyType(
    {
        "speak": speak,
        "begin": begin,
        "answer": answer,
        "unsure": lambda session, _: answer(session, UNSURE),
        "tick": tick,
        "done": lambda session, _: answer(session, session.ticks),
        "read": read,
        "why": _beside(Place.WHY),
        "where": _beside(Place.WHERE),
        "back": back,
        "show": _at(Place.OUTCOME),
        "answers": _at(Place.REVIEW),
        "change": lambda session, target: ask(session, Fact(target)) if target else session.at(Place.CHANGE),
        "would-change": _at(Place.WOULD_CHANGE),
        "basis": _at(Place.BASIS),
        "cite": lambda session, target: session.at(Place.PROVISION, citation=target),
        "save": _over(Place.SAVE),
        "language": _over(Place.LANGUAGE),
        "help": _over(Place.HELP),
        "privacy": _over(Place.PRIVACY),
        "enter-code": _over(Place.ENTER_CODE),
        "start-over": _over(Place.START_OVER),
        "over": start_over,
        "replace": replace_answers,
    }
)
