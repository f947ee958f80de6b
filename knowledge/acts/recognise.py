"""From lines to an act: headings first, each article's body between two of them, and every doubt for an editor."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from knowledge.acts.act import Act, Division
from knowledge.acts.headings import article, division, has_leaders
from knowledge.acts.paragraphs import Paragraph, paragraphs
from knowledge.acts.words import plain
from knowledge.acts.writing import Article, Writer
from knowledge.documents.document import Line

_AFTER_THE_ACT = re.compile(
    r"(?:замимаи?\b|приложени[ея]\b|переходные положения|мукаррароти гузариш|конуни чумхурии точикистон$"
    r"|карори мачлиси|(?:президенти?|раиси)(?:\s+(?:чумхурии точикистон|республики таджикистан|мачлиси олии))?"
    r"(?:\s+[^\s.]+(?:\.\s?[^\s.]+)*){0,3}?(?:\s+ш\.\s?\w+.*)?$)"
)
_SPLIT_NUMBER = re.compile(r"(?:Модда(?:и)?|Статья)\s*\d{1,4}\n\^?\d{1,2}\n\.")
_ONLY_HISTORY = re.compile(r"\(\s*(?:Қон|Кон|Закон|в ред).*\)\.?", re.DOTALL)


@dataclass(slots=True)
class _Read:
    articles: list[Article] = field(default_factory=list)
    divisions: list[Division] = field(default_factory=list)
    left_out: int = 0


def recognise(lines: Iterable[Line], act: str, *, place_flattened: bool = False) -> Act:
    """`act` is the citation's first segment. With `place_flattened` an editor has agreed to what the neighbours say."""
    read = _read(paragraphs(_number_on_its_own_line(list(lines))))
    articles = _without_contents(read.articles)
    written = Writer(act, place_flattened=place_flattened).write(articles)
    return Act(act, written.wordings, tuple(read.divisions), written.doubts, read.left_out)


def _number_on_its_own_line(lines: list[Line]) -> Iterator[Line]:
    """«Моддаи 307», «3», «. Ташкили …»: a raised digit that came to stand on a line of its own."""
    index = 0
    while index < len(lines):
        texts = [line.text.strip() for line in lines[index : index + 3]]
        if _SPLIT_NUMBER.match("\n".join(texts)):
            yield Line(f"{texts[0]} {texts[1]}{texts[2]}", lines[index].page, lines[index].large, begins=True)
            index += len(texts)
        else:
            yield lines[index]
            index += 1


def _read(rows: Sequence[Paragraph]) -> _Read:
    read, ended = _Read(), False
    for row in rows:
        if found := division(row):
            read.divisions.append(found)
            ended = True
        elif heading := article(row):
            read.articles.append(Article(heading))
            ended = False
        elif read.articles and not ended and not _comes_after(row):
            read.articles[-1].paragraphs.append(row)
        elif read.divisions and ended and _ONLY_HISTORY.fullmatch(row.text):
            continue  # the history of a chapter as a whole
        else:
            ended = True
            read.left_out += 1
    return read


def _comes_after(row: Paragraph) -> bool:
    """Annexes, laws on the act and signatures stand behind the last article, and belong to none."""
    return bool(row.large) or bool(_AFTER_THE_ACT.match(plain(row.text)))


def _without_contents(articles: list[Article]) -> list[Article]:
    """A table of contents names each article before the act does, with dots and the number of a page."""
    later = {(each.heading.base, each.heading.suffix): place for place, each in enumerate(articles)}
    return [
        each
        for place, each in enumerate(articles)
        if each.paragraphs
        or not has_leaders(each.heading.rest)
        or later[each.heading.base, each.heading.suffix] == place
    ]
