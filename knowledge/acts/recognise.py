"""From lines to an act: headings first, each article's body between two of them, and every doubt for an editor."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from knowledge.acts import marks
from knowledge.acts.act import Act, Division
from knowledge.acts.behind import stands_behind
from knowledge.acts.contents import Article, Outline, without_contents
from knowledge.acts.headings import article, division
from knowledge.acts.paragraphs import Paragraph, paragraphs
from knowledge.acts.writing import Writer
from knowledge.documents.document import Line

_SPLIT_NUMBER = re.compile(r"(?:Модда(?:и)?|Статья)\s*\d{1,4}\n\^?\d{1,2}\n\.")
_LONGEST_TITLE = 300


def recognise(lines: Iterable[Line], act: str, *, place_flattened: bool = False) -> Act:
    """`act` is the citation's first segment. With `place_flattened` an editor has agreed to what the neighbours say."""
    outline = without_contents(_outline(paragraphs(_number_on_its_own_line(list(lines)))))
    written = Writer(act, place_flattened=place_flattened).write(outline.articles)
    divisions = tuple(each for _, each in outline.divisions)
    return Act(act, written.wordings, divisions, written.doubts, outline.left_out)


def _number_on_its_own_line(lines: list[Line]) -> Iterator[Line]:
    """«Моддаи 307», «3», «. Ташкили …»: a raised digit that came to stand on a line of its own."""
    index = 0
    while index < len(lines):
        texts = [line.text.strip() for line in lines[index : index + 3]]
        if _SPLIT_NUMBER.match("\n".join(texts)):
            yield replace(lines[index], text=f"{texts[0]} {texts[1].removeprefix('^')}{texts[2]}")
            index += len(texts)
        else:
            yield lines[index]
            index += 1


def _outline(rows: Sequence[Paragraph]) -> Outline:
    read, is_in_article, is_behind = Outline(), False, False
    for row in rows:
        if found := division(row):
            read.divisions.append((len(read.articles), found))
            is_in_article = False
        elif heading := article(row):
            if is_behind:
                read.articles[-1].is_cut_short = True
            read.articles.append(Article(heading))
            is_in_article, is_behind = True, False
        elif is_in_article and not (row.large or stands_behind(row.text)):
            read.articles[-1].paragraphs.append(row)
        elif not _belongs_to_the_division(row, read):
            is_behind = bool(read.articles) and (is_in_article or is_behind)
            is_in_article = False
            read.left_out += row.lines
    return read


def _belongs_to_the_division(row: Paragraph, read: Outline) -> bool:
    """Its title, where that stands on a line of its own, and the history of the division as a whole."""
    if not read.divisions or read.divisions[-1][0] != len(read.articles) or row.large:
        return False
    place, last = read.divisions[-1]
    if marks.without_marks(row.text).is_only_history:
        return True
    if last.title or not last.number or len(row.text) > _LONGEST_TITLE or not row.text[:1].isupper():
        return False
    read.divisions[-1] = place, Division(last.level, last.number, row.text, last.page)
    return True
