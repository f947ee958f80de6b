"""The pieces of which all cards are made. Every card opens with a neutral header and ends with language and wipe."""

from collections.abc import Iterable

from dialogs.keys import answer_key
from dialogs.screen import Argument, Choice, Kind, Part, Screen, Text, text
from dialogs.session import Place, Session
from eligibility.facts import ANSWERS, UNSURE, Answer, Fact

FIRST_PLACES = frozenset({Place.LANGUAGE, Place.NOTICE})


def part(kind: Kind, key: str, **args: Argument) -> Part:
    return Part(kind, text(key, None, **args))


def choice(name: str, key: str, **args: Argument) -> Choice:
    return Choice(name, text(key, None, **args))


def button(name: str) -> Choice:
    """A choice whose label is called after it: `over:yes` is labelled `button-over-yes`."""
    return choice(name, f"button-{name.replace(':', '-')}")


def card(
    session: Session, key: str, parts: Iterable[Part], rows: Iterable[tuple[Choice, ...]], header: Part | None = None
) -> Screen:
    """The remark, if there is one, stands right under the header: it answers what was done last."""
    remark = (part(Kind.REMARK, session.remark),) if session.remark else ()
    return Screen(
        key, session.language, (header or part(Kind.HEADER, "header"), *remark, *parts), (*rows, _last_row(session))
    )


def _last_row(session: Session) -> tuple[Choice, ...]:
    place, over_another = session.spot.place, bool(session.behind)
    back = (button("back"),) if over_another or place not in FIRST_PLACES else ()
    language = () if place is Place.LANGUAGE else (button("language"),)
    return (*back, *language, button("wipe"))


def answer_words(fact: Fact, answer: Answer) -> Text | tuple[Text, ...]:
    """The words of an answer; several in the order of the question."""
    if answer == UNSURE:
        return text("answer-unsure")
    chosen = {answer} if isinstance(answer, str) else answer
    return tuple(text(answer_key(fact, each)) for each in ANSWERS[fact] if each in chosen)
