"""Lines as they stand on paper, joined to paragraphs."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from knowledge.acts.behind import names_an_annex, stands_behind
from knowledge.acts.pages import bare
from knowledge.acts.words import opens_a_unit, unspaced
from knowledge.documents.document import Line

_BROKEN_HYPHEN = "\ufffe"
"""What pdfium writes for a hyphen at the end of a line: «Горно￾Бадахшанской»."""
_HYPHEN_IN_A_WORD = re.compile(r"[^\W\d_]-$")
_BEGINS = re.compile(
    r"\s*(?:\d{1,3}(?:[(^]\d{1,2}\)?)?[.)]{1,2}\s*(?=[^\W\d_«\"(])|[а-яёғӣқӯҳҷ](?:\(\d{1,2}\)|\^\d{1,2})?\)|[-–—]\s"
    r"|Эзоҳ|Примечани|\((?:Қон|Кон|Закон|в ред))",
)
_IS_HEADING = re.compile(r"(?:Модд?а[иҳ]|МОДДАИ|Статья|СТАТЬЯ)\s*\d")
_ONLY_A_NUMBER = re.compile(r"(?:Моддаи|МОДДАИ|Статья|СТАТЬЯ)\s*\d{1,4}(?:\s?\(\d{1,2}\)|\^\d{1,2})?\.?")
_CITED = re.compile(
    r"(?:Модда|Стат|Боби|Глав|Фасл|Раздел)\w*\s*[\dIVXХ]+(?:\s?\(\d+\)|\^\d+)?(?:-\w+|,)?\s+[а-яёғӣқӯҳҷ]"
)
"""«Моддаи 13 ҳамин Кодекс», «Боби 5-и ҳамин Кодекс» at the beginning of a line inside a sentence."""
_HISTORY = re.compile(r"\s*\(+\s*(?:Қон|Кон|Закон|в ред|дар таҳрири)")
_SANCTION = re.compile(r"\s*(?:бо (?:ҷарима|ҳабс|корҳои|мусодира|маҳ(?:рум|дуд) )|наказыва[ею]тся)")
"""It stands behind the last clause and belongs to all: «б) … содир шуда бошад,», «бо маҳрум сохтан аз озодӣ …»."""
_TITLE_GOES_ON = re.compile(r"\s*\(?[а-яёғӣқӯҳҷ]")
_ENDED = re.compile(r"[.;:!?»\"]\)?\s*$|[,;]\s*[-–—]\s*$")
_CLOSED = re.compile(r"[.;:!?»\")\d]\s*$")


_FEW, _NEARLY = 0.1, 0.7
"""In a document whose lines are paragraphs hardly one goes on in the next, and some are far longer than that one."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`large` is None where the document says nothing of the size of its letters.

    `is_guessed`: its lines break anywhere, so where it begins and ends is told by its words alone.
    """

    text: str
    page: int
    large: bool | None = None
    is_guessed: bool = False
    lines: int = 1


def paragraphs(lines: Iterable[Line]) -> list[Paragraph]:
    """Lines of a document that tells of no layout are paragraphs, unless many of them stop inside a sentence."""
    kept = bare(list(lines))
    joined = _join(kept)
    if not kept or kept[0].begins is not None:
        return joined
    if _breaks_anywhere(kept, joined):
        return [replace(each, is_guessed=True) for each in joined]
    return _join(kept, lines_are_paragraphs=True)


def _breaks_anywhere(lines: list[Line], joined: Iterable[Paragraph]) -> bool:
    """Many lines go on in the next one; or few, and all of those are about as long as a line can be."""
    broken, place = list[Line](), 0
    for each in joined:
        rows = lines[place : place + each.lines]
        broken += [row for row, after in pairwise(rows) if not _HISTORY.match(after.text)]
        place += each.lines
    full = _NEARLY * max(len(line.text) for line in lines)
    return len(broken) > len(lines) * _FEW or (broken != [] and all(len(line.text) > full for line in broken))


def _join(lines: Iterable[Line], *, lines_are_paragraphs: bool = False) -> list[Paragraph]:
    joined: list[Paragraph] = []
    for line in lines:
        if joined and _goes_on(joined[-1], line) and not (lines_are_paragraphs and _stands_alone(joined[-1], line)):
            before = joined[-1]
            joined[-1] = replace(before, text=_joined(before.text, line.text.strip()), lines=before.lines + 1)
        else:
            joined.append(Paragraph(line.text.strip(), line.page, line.large))
    return joined


def _stands_alone(before: Paragraph, line: Line) -> bool:
    """All but the rest of a title that was broken by hand, and the history of the words before."""
    return not (_IS_HEADING.match(unspaced(before.text)) or _HISTORY.match(line.text))


def _goes_on(before: Paragraph, line: Line) -> bool:
    """The document's own layout decides; but a signature is never a part of the sentence that ended before it."""
    if before.large != line.large or (_CLOSED.search(before.text) and stands_behind(line.text)):
        return False
    if line.large:
        return not _begins(before, line)
    if line.begins is not None:
        return not line.begins
    return _goes_on_by_its_words(before, line)


def _goes_on_by_its_words(before: Paragraph, line: Line) -> bool:
    """A sentence goes on until it has ended or something begins anew, and a title goes on in small letters."""
    text = unspaced(before.text)
    is_title = text.isupper() or (opens_a_unit(text) and not _CITED.match(text))
    if _HISTORY.match(line.text):
        return not is_title
    if _begins(before, line) or text.isupper() or names_an_annex(text) or _ONLY_A_NUMBER.fullmatch(text):
        return False
    if _SANCTION.match(line.text) and text.endswith(","):
        return False
    if _IS_HEADING.match(text):
        return bool(_TITLE_GOES_ON.match(line.text))
    return not _ENDED.search(text)


def _begins(before: Paragraph, line: Line) -> bool:
    text = unspaced(line.text.strip())
    is_cited = bool(_CITED.match(text)) and not _ENDED.search(before.text)
    return bool(_BEGINS.match(text)) or (opens_a_unit(text) and not is_cited)


def _joined(before: str, after: str) -> str:
    if before.endswith(_BROKEN_HYPHEN):
        return before.removesuffix(_BROKEN_HYPHEN) + "-" + after
    between = "" if _HYPHEN_IN_A_WORD.search(before) and after[:1].isalpha() else " "
    return f"{before}{between}{after}".replace(_BROKEN_HYPHEN, "-")
