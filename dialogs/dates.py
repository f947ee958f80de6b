"""A typed date answers the two questions about time. A date that could be two days answers only where both agree."""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from dialogs.events import Said
from dialogs.session import Session
from eligibility.facts import Fact
from retrieval.fold import fold

SIGNED = date(2025, 5, 14)
"""Law No. 2169. When it took effect is not established, so a later date answers nothing by itself."""
ART_189_AMENDED = date(2020, 12, 17)

_NUMBERS = re.compile(r"([0-9]{1,2})([./, -])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_PIECES = re.compile(r"[0-9]+|[^\W\d_]+")
DECEMBER = 12
SHORT_YEAR, LONG_YEAR = 2, 4
HIJRI = range(1300, 1500)
"""Years of the lunar and the solar Islamic calendars that could be meant."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Folded names of months with their numbers, and folded words that stand beside a date and say nothing of it."""

    months: Mapping[str, int]
    beside: frozenset[str]


@dataclass(frozen=True, slots=True)
class Span:
    """From the first to the last day that is meant."""

    first: date
    last: date


def dated(session: Session, said: Said, calendar: Calendar) -> Session | str | None:
    """The choice the date answers; a session with a remark where it answers none; None where no date was typed."""
    if session.spot.fact not in (Fact.VERDICT_TIME, Fact.ACT_BEFORE_2020_12_17):
        return None
    text = _without_year_words(unicodedata.normalize("NFKC", said.text), calendar)
    try:
        spans = list(_spans(text, calendar))
    except ValueError:
        return replace(session, remark="remark-no-such-date")
    return _answer(session, spans, said.today) if spans else None


def _without_year_words(text: str, calendar: Calendar) -> str:
    """«12.03.2019 г.» is 12.03.2019."""
    found = re.fullmatch(r"\s*(.*?[0-9])\s*([^\W\d_]+)?[\s.]*", text, re.DOTALL)
    return found[1] if found and (not found[2] or fold(found[2]) in calendar.beside) else text.strip()


def _spans(text: str, calendar: Calendar) -> Iterator[Span]:
    """Every reading. Raise ValueError for a day that does not exist."""
    if found := _ISO.fullmatch(text):
        yield _span(found[1], int(found[2]), found[3])
    elif found := _NUMBERS.fullmatch(text):
        yield from _numbers(found)
    else:
        yield from _words(text, calendar)


def _numbers(found: re.Match[str]) -> Iterator[Span]:
    """With dots the day comes first; with strokes either may, as far as there is such a month."""
    first, dot, second, year = found.groups()
    pairs = [(first, second)] if dot not in "/-" else sorted({(first, second), (second, first)})
    possible = [pair for pair in pairs if int(pair[1]) <= DECEMBER] or pairs
    for day, month in possible:
        yield _span(year, int(month), day)


def _words(text: str, calendar: Calendar) -> Iterator[Span]:
    """«5 январи соли 2023», «5 января 2023 г.», «May 5, 2023», «майи 2019», «2019»; any other word makes it no date."""
    pieces = [piece for piece in _PIECES.findall(text) if fold(piece) not in calendar.beside]
    numbers = [piece for piece in pieces if piece[0] in "0123456789"]
    months = [calendar.months.get(fold(piece)) for piece in pieces if piece not in numbers]
    match numbers, months:
        case [day, year], [int(month)] if len(day) <= SHORT_YEAR and len(year) in (SHORT_YEAR, LONG_YEAR):
            yield _span(year, month, day)
        case [year], [int(month)] if len(year) == LONG_YEAR:
            yield _span(year, month)
        case [year], [] if len(year) == LONG_YEAR:
            yield Span(date(int(year), 1, 1), date(int(year), DECEMBER, 31))


def _span(year: str, month: int, day: str | None = None) -> Span:
    whole = int(year) + (2000 if len(year) == SHORT_YEAR else 0)
    if day is None:
        return Span(date(whole, month, 1), date(whole, month, monthrange(whole, month)[1]))
    return Span(date(whole, month, int(day)), date(whole, month, int(day)))


def _answer(session: Session, spans: list[Span], today: date) -> Session | str:
    first, last = min(span.first for span in spans), max(span.last for span in spans)
    if first.year in HIJRI:
        return replace(session, remark="remark-date-calendar")
    if first > today:
        return replace(session, remark="remark-date-future")
    if session.spot.fact is Fact.VERDICT_TIME:
        return _verdict(session, first, last)
    if last < ART_189_AMENDED:
        return "answer:yes"
    return "answer:no" if first >= ART_189_AMENDED else replace(session, remark="remark-date-unclear")


def _verdict(session: Session, first: date, last: date) -> Session | str:
    if last < SIGNED:
        return "answer:before"
    return replace(session, remark="remark-date-unsettled" if first >= SIGNED else "remark-date-unclear")
