"""The first words of a paragraph tell whether a section, a chapter or an article begins; sentences cite them too."""

import re
from dataclasses import dataclass

from knowledge.acts.act import Division, Level
from knowledge.acts.paragraphs import Paragraph
from knowledge.acts.words import ORDINALS, arabic, plain, unspaced

_LEVELS = {"фасли": Level.SECTION, "раздел": Level.SECTION, "боби": Level.CHAPTER, "глава": Level.CHAPTER}
_NUMBER = rf"(?P<number>\d{{1,3}}|[ivxlcхіІ]{{1,7}}|{'|'.join(sorted(ORDINALS, key=len, reverse=True))})"
_DIVISION = re.compile(
    rf"(?P<word>{'|'.join(_LEVELS)})\s*{_NUMBER}(?![\w])\s*(?:\((?P<suffix>\d{{1,2}})\))?(?P<end>[.:]?\s*)",
    re.IGNORECASE,
)
_BOOK = re.compile(r"(?:кисми (?:умуми|махсус)|(?:общая|особенная) часть)\b")
_ARTICLE = re.compile(  # «Модаи 565.» stands so in an official text
    r"(?:модд?аи|статья|модда)\s*(?P<base>\d{1,4})"
    r"(?:\s*\((?P<bracket>\d{1,2})\)|\s?\^\(?(?P<raised>\d{1,2})\)?|[-–](?P<dash>\d{1,2})(?=\.)"
    r"|\s*прим\.?\s?(?P<prim>\d{1,2})|\s+(?P<below>\d{1,2})\s*(?=\.))?\s*(?P<dot>\.|:)?\s*"
)
_NUMBERED = r"(\d{1,4})(?:\(|\^)?(?:(?<=[(^])(\d{1,2})\)?)?"
_RANGE = re.compile(rf"(?:моддахои|статьи)\s*{_NUMBERED}\s*[-–—]\s*{_NUMBERED}\s*(?:\.\s*)?")
_LEADERS = re.compile(r"[\s.…_]*(?:\.{2,}|…|\. )[\s.…]*\d{1,4}\s*$")
"""Dots and a page's number, as a table of contents has them."""
_GLUED = re.compile(
    r"(?<=[^\s\d(№])\s*(?<!\bқисми)(?<!\bмоддаи)\s(?=1[).]\s+[^\W\d_])|(?<=[а-яёғӣқӯҳҷ])(?=1[).]\s+[А-ЯЁҒӢҚӮҲҶ])"
)
_IS_CITED = re.compile(
    r"(?:Кодекс|Қонун|Конун|Конститут|Сарқонун|Конституц|Закон|Уголовн|Гражданск|Семейн)|.*[.;:,]\)?\s*$", re.DOTALL
)
"""«Моддаи 13 Кодекси …»: where no full stop stands behind the number, a sentence may begin so and a title does not."""
_DELETED = re.compile(
    r"\W*(?:хорич карда (?:шуд|мешавад)|исключен[аоы]?\b|утратил[аои]?\s+силу|бекор карда шуд|аз эътибор сокит)"
)
_LONGEST_DELETED = 150
LONGEST_RANGE = 300


@dataclass(frozen=True, slots=True)
class ArticleHeading:
    """`rest` is all that stands after the number; where the title ends is decided with what follows."""

    base: str
    suffix: str | None
    rest: str
    page: int
    is_split: bool = False
    until: tuple[str, str | None] | None = None
    """The last article of a range: «Моддаҳои 692 - 695. Хориҷ карда шуд»."""


def division(paragraph: Paragraph) -> Division | None:
    """A chapter that is only cited goes on as a sentence: «Боби 5-и ҳамин Кодекс», «Глава 5 не применяется»."""
    text = unspaced(paragraph.text)
    if _BOOK.match(plain(text)) and len(text) < _LONGEST_BOOK_TITLE:
        return Division(Level.BOOK, "", without_leaders(text), paragraph.page)
    found = _DIVISION.match(plain(text))
    if found is None or not _may_be_a_heading(paragraph):
        return None
    number, title = arabic(found["number"]), text[found.end() :].strip()
    if number is None or not (found["end"].strip() or _is_title(title)):
        return None
    suffix = f"({found['suffix']})" if found["suffix"] else ""
    return Division(_LEVELS[found["word"]], number + suffix, without_leaders(title), paragraph.page)


_LONGEST_BOOK_TITLE = 40


def _is_title(text: str) -> bool:
    return not text or text[0].isupper()


def _may_be_a_heading(paragraph: Paragraph) -> bool:
    """«… мутобиқи», «моддаи 14. Дигар …»: a citation at the end of its sentence begins with a small letter."""
    return paragraph.large is not False and (paragraph.large or paragraph.text[:1].isupper())


def article(paragraph: Paragraph) -> ArticleHeading | None:
    if not _may_be_a_heading(paragraph):
        return None
    text = unspaced(paragraph.text)
    found = _ARTICLE.match(plain(text))
    if found is None:
        return _range(text, paragraph)
    rest = text[found.end() :]
    suffix = next((found[name] for name in ("bracket", "raised", "dash", "prim", "below") if found[name]), None)
    if not (found["dot"] or not rest or (_is_title(rest) and (paragraph.large or not _IS_CITED.match(rest)))):
        return None
    if rest[:1].islower() and not paragraph.large and not is_deleted(rest):
        return None
    return ArticleHeading(found["base"], suffix, rest.strip(), paragraph.page, is_split=bool(found["below"]))


def _range(text: str, paragraph: Paragraph) -> ArticleHeading | None:
    found = _RANGE.match(plain(text))
    if found is None or not is_deleted(text[found.end() :]):
        return None
    base, suffix, last, last_suffix = found.groups()
    return ArticleHeading(base, suffix, text[found.end() :].strip(), paragraph.page, until=(last, last_suffix))


def is_deleted(text: str) -> bool:
    """«Хориҷ карда шуд» and no more; «Хориҷ кардани …» and «Исключительное право …» are words in force."""
    return len(text) < _LONGEST_DELETED and bool(_DELETED.match(plain(text)))


def without_leaders(title: str) -> str:
    return _LEADERS.sub("", title).strip()


def has_leaders(title: str) -> bool:
    return bool(_LEADERS.search(title))


def glued_part(rest: str) -> int | None:
    """Where part 1 begins behind the title on the same line: «Корҳои ҳатмӣ1. Корҳои ҳатмӣ …»."""
    found = _GLUED.search(rest)
    return found.end() if found else None
