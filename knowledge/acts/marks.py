"""«(Қонуни ҶТ аз 14.05.2025 № 2169)» tells the history of the words before it and is no part of them."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from knowledge.acts.act import REFERENDUM, Amendment
from knowledge.acts.remains import GONE, without_remains

_DAY = r"\d{1,2}\.\d{1,2}\.\d{4}"
_LAW = rf"(?:(?:аз|от)?\s*(?:{_DAY}),?\s*(?:сол(?:и)?|с\.|г(?:ода)?\.?)?\s*№\s*\d+|№\s*\d+)"
_STATE = r"\s+(?:ҶТ|ЧТ|РТ|Ҷумҳурии Тоҷикистон|Республики Таджикистан)"
_OPENING = (
    rf"\(\s*(?:дар\s+таҳрири\s+|в\s+ред(?:акции|\.)\s+)?(?i:қонун(?:и|ҳои)|конун(?:и|хои)|закон(?:а|ы|ов)?){_STATE}"
)
_NEXT = r"(?:[,;\s)]+(?:(?:ва|и)\s+)?"
_INSIDE = rf"(?:{_OPENING}\s*|\(в\s+ред(?:акции|\.)\s*){_LAW}"
_MARK = re.compile(rf"\s*\(\s*{_INSIDE}\)[,;\s]+{_LAW}{_NEXT}{_LAW})*\s*\)|\s*{_INSIDE}{_NEXT}{_LAW})*\s*\)")
"""Nested, «((Қонуни … № 5), аз … № 6)», or not; and of a broken one, «(Қонуни … № 5), аз … № 6)», all goes."""
_REFERENDUM = re.compile(r"\s*\(\s*(?:в\s+редакции\s+референдума|дар\s+таҳрири\s+раъйпурс)[^()]{1,120}\)")
_EACH = re.compile(r"(?P<day>\d{1,2}[.\s]+\d{1,2}\.\d{4})|№\s*(?P<law>\d+)")
_MONTHS = [
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
]
_SPELT_DAY = re.compile(rf"(\d{{1,2}})[.\s]+(\d{{1,2}}|{'|'.join(_MONTHS)})[.\s]*(\d{{4}})")
_SLIP_LAW = r"аз\s+\d{1,2}[.\s]+\d{1,2}\.\d{4}\s*№+\s*\d+|№+\s*\d+"
_SLIP = re.compile(
    rf"\s*\(\s*Қон?уни\s+(?:ҶТ\s+)?(?:{_SLIP_LAW})(?:[,;\s)]+(?:{_SLIP_LAW}))*\s*\)?"
    rf"|\s*(?<!\()Қонуни\s+ҶТ\s+(?:{_SLIP_LAW})(?:[,;\s]+(?:{_SLIP_LAW}))*\s*\)"
)
"""A mark with a slip of the pen: a bracket that was not closed or opened, «Қоуни», «№№», «18 06.2008»."""
_STRAY = re.compile(r"(?<=\w)№\s*\d{2,5}(?=\s{1,3}\w)|(?<=\w)\s№\s?\d{2,5}(?=\s{2,3}\w)")
"""A law's number that was left inside a sentence, without its bracket: «вайрон намоя№ 2169  бехатарии»."""
_UNREAD = re.compile(
    r"\(\s*(?:дар\s+таҳрири\s+)?(?:[Ққ]он?ун|[Кк]онун)(?:и|ҳои|хои)\s+(?:ҶТ\s+|ЧТ\s+)?аз\s"
    r"|Қонуни ҶТ аз \d|\(в\s+ред(?:акции|\.)|\(\s*[Зз]акон\w*\s+РТ\s+от\s"
)
_NUMBER_SIGN = re.compile("№+")


@dataclass(frozen=True, slots=True)
class Told:
    """What is left of a text without its history; the counts are of marks that an editor should look at."""

    text: str
    amendments: tuple[Amendment, ...]
    slips: int
    strays: int
    unread: int

    @property
    def is_only_history(self) -> bool:
        return bool(self.amendments) and not self.text.strip(" .")


def without_marks(text: str) -> Told:
    """The history stands in the order of the text. A mark that names a law of no day of the calendar is unread."""
    found: list[tuple[int, Amendment]] = []
    counted: Counter[re.Pattern[str]] = Counter()
    unread = 0
    for pattern in (_MARK, _REFERENDUM, _SLIP, _STRAY):
        for mark in pattern.finditer(text):
            read = list(_amendments(mark.group(), pattern))
            counted[pattern] += 1
            unread += pattern is not _STRAY and len(read) < max(len(_NUMBER_SIGN.findall(mark.group())), 1)
            found += [(mark.start(), each) for each in read]
        text = pattern.sub(_blank, text)
    kept = _tidied(text)
    in_order = tuple(each for _, each in sorted(found, key=lambda each: each[0]))
    return Told(kept, in_order, counted[_SLIP], counted[_STRAY], unread + len(_UNREAD.findall(kept)))


def _blank(mark: re.Match[str]) -> str:
    return GONE * len(mark.group())


def _tidied(text: str) -> str:
    return re.sub(r"[ \t]+(?=\n|$)|(?<=\n)[ \t]+", "", without_remains(text)).strip()


def _amendments(mark: str, pattern: re.Pattern[str]) -> Iterable[Amendment]:
    if pattern is _REFERENDUM:
        return _referendums(mark)
    return () if pattern is _STRAY else _laws(mark)


def _laws(mark: str) -> Iterable[Amendment]:
    """One day may have brought several laws: «аз 2.01.2020 № 1661, № 1662»."""
    day: date | None = None
    for each in _EACH.finditer(mark):
        if each["day"]:
            day = _date(*re.split(r"[.\s]+", each["day"]))
        elif day:
            yield Amendment(day, each["law"])


def _referendums(mark: str) -> Iterable[Amendment]:
    for number, month, year in _SPELT_DAY.findall(mark):
        day = _date(number, str(_MONTHS.index(month) + 1) if month in _MONTHS else month, year)
        if day:
            yield Amendment(day, REFERENDUM)


def _date(day: str, month: str, year: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
