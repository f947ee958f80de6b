"""Lines as they stand on paper, joined to paragraphs. Page numbers and running heads go."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from knowledge.documents.document import Line

_PAGE_NUMBER = re.compile(r"[-–—\s]*\d{1,4}[-–—\s]*")
_BROKEN_HYPHEN = "\ufffe"
"""What pdfium writes for a hyphen at the end of a line: «Горно￾Бадахшанской»."""
_HEAD_PAGES = 3
"""A line that stands at the top or bottom of at least so many pages, and of half of all, is a running head."""
_BEGINS = re.compile(
    r"\s*(?:\d{1,3}(?:[(^]\d{1,2}\)?)?[.)]{1,2}\s*(?=[^\W\d_«\"(])|[а-яёғӣқӯҳҷ](?:\(\d{1,2}\))?\)|[-–—]\s|Эзоҳ|Примечани|"
    r"(?:М\s?О\s?Д\s?Д|Модда|МОДДА|Стать[яи]|СТАТЬ|Ф\s?А\s?С\s?Л|Фасл|РАЗДЕЛ|Раздел|Б\s?О\s?Б|Боб|ГЛАВА|Глава|"
    r"Қ\s?И\s?С\s?М\s?И\s+[УМ]|К\s?И\s?С\s?М\s?И\s+[УМ])|\((?:Қон|Кон|Закон|в ред))",
)
_IS_HEADING = re.compile(r"(?:Модда[иҳ]|МОДДАИ|Статья|СТАТЬЯ)\s*\d")
_ONLY_A_NUMBER = re.compile(r"(?:Моддаи|МОДДАИ|Статья|СТАТЬЯ)\s*\d{1,4}(?:\s?\(\d{1,2}\))?\.?")
_ENDED = re.compile(r"[.;:!?»\"]\)?\s*$|[-–—]\s*$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`large` is None where the document says nothing of the size of its letters."""

    text: str
    page: int
    large: bool | None = None


def paragraphs(lines: Iterable[Line]) -> list[Paragraph]:
    joined: list[Paragraph] = []
    for line in _without_running_heads(list(lines)):
        if not line.text.strip():
            continue
        if joined and _goes_on(joined[-1], line):
            joined[-1] = replace(joined[-1], text=_joined(joined[-1].text, line.text.strip()))
        else:
            joined.append(Paragraph(line.text.strip(), line.page, line.large))
    return joined


def _goes_on(before: Paragraph, line: Line) -> bool:
    """The document's own layout decides. Without one, a sentence goes on until it has ended or something begins anew,
    and a title goes on in small letters.
    """
    if before.large != line.large:
        return False
    if line.large:
        return not _BEGINS.match(line.text)
    if line.begins is not None:
        return not line.begins
    if _BEGINS.match(line.text) or before.text.isupper() or _ONLY_A_NUMBER.fullmatch(before.text):
        return False
    return line.text.strip()[:1].islower() if _IS_HEADING.match(before.text) else not _ENDED.search(before.text)


def _joined(before: str, after: str) -> str:
    if before.endswith(_BROKEN_HYPHEN):
        return before.removesuffix(_BROKEN_HYPHEN) + "-" + after
    return f"{before} {after}".replace(_BROKEN_HYPHEN, "-")


def _without_running_heads(lines: list[Line]) -> Iterator[Line]:
    """A page's number stands at its top or bottom; a head says the same on many pages, its number apart."""
    pages = _ends_of_pages(lines)
    heads = Counter(re.sub(r"\d+", "", lines[index].text.strip()) for index in pages)
    count = len({line.page for line in lines})
    repeated = {text for text, times in heads.items() if text and times >= max(_HEAD_PAGES, count / 2)}
    for index, line in enumerate(lines):
        text = line.text.strip()
        is_end = index in pages and count > 1
        if not (is_end and (_PAGE_NUMBER.fullmatch(text) or re.sub(r"\d+", "", text) in repeated)):
            yield line


def _ends_of_pages(lines: list[Line]) -> set[int]:
    """The places of the first and last lines of every page that hold anything."""
    filled = [index for index, line in enumerate(lines) if line.text.strip()]
    ends = set[int]()
    for place, index in enumerate(filled):
        before, after = filled[max(place - 1, 0)], filled[min(place + 1, len(filled) - 1)]
        if lines[before].page != lines[index].page or lines[after].page != lines[index].page or before == after:
            ends.add(index)
    return ends | ({filled[0], filled[-1]} if filled else set())
