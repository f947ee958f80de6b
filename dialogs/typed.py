"""What typed text means where it was typed: a choice of the card, or the next session. Nothing typed is ever shown."""

import re
import unicodedata
from dataclasses import replace
from typing import TypeAlias

from dialogs.commands import commanded
from dialogs.dates import dated
from dialogs.events import Said
from dialogs.session import Place, Session, Spot
from dialogs.typed_articles import numbered, reading_meant
from dialogs.typed_choices import chosen
from dialogs.typed_code import coded
from dialogs.vocabulary import Vocabulary
from eligibility.facts import Fact
from retrieval.fold import fold

Heard: TypeAlias = tuple[Session, str | None]
"""The session in which it was heard, and the name of a choice where one was meant."""

LONGEST = 500
_UNREADABLE = re.compile("[\ud800-\udfff\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_PERSONAL = re.compile(r"@\w{3}|\w@\w|(?:\+|\b00)\d[\d ()-]{7,}|\b\d{9,}\b|\b[A-ZА-Я]{1,2} ?\d{7,}\b")


def hear(session: Session, said: Said, vocabulary: Vocabulary) -> Heard:
    """Total. What is not understood leaves the place as it was and says what can be done."""
    if _UNREADABLE.search(said.text):
        return replace(session, remark="remark-unreadable"), None
    text = _visible(said.text)
    if text.startswith("/"):
        return _heard(session, commanded(session, text))
    if "wipe" in vocabulary.choices(text):
        return session, "wipe"
    if vocabulary.in_despair(text):
        return (session.over(Place.CARE) if session.language else replace(session, remark="care")), None
    if len(text) > LONGEST:
        return replace(session, remark="remark-too-long"), None
    here = _at_the_question(session)
    return _heard(here, _heard_here(here, replace(said, text=text), vocabulary))


def _heard(session: Session, found: Session | str) -> Heard:
    return (session, found) if isinstance(found, str) else (found, None)


def _visible(text: str) -> str:
    """Without zero-width and direction marks, and with no more than two marks over a letter."""
    kept = "".join(char for char in text if unicodedata.category(char) != "Cf")
    return re.sub(r"([̀-ͯ]{2})[̀-ͯ]+", r"\1", kept).strip()


def _at_the_question(session: Session) -> Session:
    """Text typed over *why* or *where* is meant for the question."""
    if session.spot.place in (Place.WHY, Place.WHERE):
        return replace(session, spot=Spot(Place.QUESTION, session.spot.fact))
    return session


def _heard_here(session: Session, said: Said, vocabulary: Vocabulary) -> Session | str:
    if (restored := coded(session, said.text)) is not None:
        return restored
    if _PERSONAL.search(said.text):
        return replace(session, remark="remark-personal")
    return (
        chosen(session, said.text, vocabulary)
        or _answered(session, said, vocabulary)
        or replace(session, remark=_way_on(session, said.text))
    )


def _answered(session: Session, said: Said, vocabulary: Vocabulary) -> Session | str | None:
    if session.spot.place is Place.READINGS:
        return reading_meant(session, said.text)
    if session.spot.place is not Place.QUESTION:
        return None
    if session.spot.fact is Fact.ARTICLES:
        return numbered(session, said.text)
    return dated(session, said, vocabulary.calendar)


def _way_on(session: Session, text: str) -> str:
    if session.language is None:
        return "remark-choose-language"
    if session.spot.place is Place.ENTER_CODE:
        return "remark-code-form"
    if session.spot.place is Place.QUESTION and session.spot.fact is Fact.ARTICLES and re.search("[0-9]", text):
        return "remark-article-unknown"
    return "remark-use-buttons" if fold(text) else "remark-empty"
