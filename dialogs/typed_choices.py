"""Typed words, labels and option numbers as choices of the present card."""

import re
from dataclasses import replace

from dialogs.screen import Choice
from dialogs.session import Place, Session
from dialogs.show import show
from dialogs.vocabulary import Vocabulary
from eligibility.facts import SEVERAL, Fact
from retrieval.fold import fold

_BETWEEN = re.compile(r"[,;/&\n]|\s(?:ва|и|and)\s", re.IGNORECASE)


def chosen(session: Session, text: str, vocabulary: Vocabulary) -> Session | str | None:
    """A choice's name; for a several-choice question the session with every named answer ticked."""
    offered = show(session).choices
    if (
        session.spot.place is Place.QUESTION
        and session.spot.fact in SEVERAL
        and (ticks := _ticks(text, offered, vocabulary))
    ):
        return replace(session, ticks=session.ticks | ticks)
    named = _named(text, offered, vocabulary) or _numbered(session, text, offered)
    return named.name if named else None


def _named(text: str, offered: tuple[Choice, ...], vocabulary: Vocabulary) -> Choice | None:
    """One choice only: words that fit two of them name neither."""
    meant = vocabulary.choices(text)
    fitting = [each for each in offered if each.name in meant or vocabulary.labels(each.label, text)]
    return fitting[0] if len(fitting) == 1 else None


def _numbered(session: Session, text: str, offered: tuple[Choice, ...]) -> Choice | None:
    """On a question with single answers `2` is the second answer; among articles it would be an article."""
    if session.spot.place is not Place.QUESTION or session.spot.fact is Fact.ARTICLES:
        return None
    answers = [each for each in offered if each.name.partition(":")[0] in ("answer", "tick")]
    place = "123456789".find(text)
    return answers[place] if len(text) == 1 and 0 <= place < len(answers) else None


def _ticks(text: str, offered: tuple[Choice, ...], vocabulary: Vocabulary) -> frozenset[str]:
    """Every piece must name an answer; otherwise nothing is ticked."""
    pieces = [piece for piece in _BETWEEN.split(text) if fold(piece)]
    named = [_named(piece, offered, vocabulary) for piece in pieces]
    found = [each.name.removeprefix("tick:") for each in named if each and each.name.startswith("tick:")]
    return frozenset(found) if len(found) == len(pieces) else frozenset()
