"""On paper a title is set larger and a paragraph indented: only a document that does so throughout tells us by it."""

from collections import Counter
from collections.abc import Sequence

from knowledge.documents.document import Line
from knowledge.documents.pdf_text import Row

LARGER = 1.1
LEAST_LARGE, LEAST_LARGE_SHARE = 5, 0.03
"""Fewer large lines than that are the act's own title: they do not say that an article's would be large."""
MARGIN_SHARE, INDENTED_SHARE = 0.1, 0.05
INDENT = 0.5
"""Of the letters' size: less is a margin that is not quite straight."""


def laid_out(pages: Sequence[Sequence[Row]]) -> list[Line]:
    rows = [row for page in pages for row in page if row.text.strip()]
    body = _common(rows)
    is_told = _sizes_tell(rows, body)
    margin = _margin([row for row in rows if row.size == body])
    return [
        Line(
            row.text,
            number,
            large=row.size >= LARGER * body if is_told else None,
            begins=None if margin is None else row.x > margin + INDENT * row.size,
        )
        for number, page in enumerate(pages, 1)
        for row in page
        if row.text.strip()
    ]


def _common(rows: Sequence[Row]) -> float:
    """The size in which most letters are set."""
    letters: Counter[float] = Counter()
    for row in rows:
        letters[row.size] += len(row.text)
    return max(letters, key=letters.__getitem__, default=0.0)


def _sizes_tell(rows: Sequence[Row], body: float) -> bool:
    large = sum(row.size >= LARGER * body for row in rows)
    return large >= max(LEAST_LARGE, LEAST_LARGE_SHARE * len(rows))


def _margin(rows: Sequence[Row]) -> float | None:
    """Where lines begin that are not indented; None if none or hardly any is, or nearly all are."""
    begin = Counter(round(row.x) for row in rows)
    margin = min((x for x, count in begin.items() if count >= MARGIN_SHARE * len(rows)), default=None)
    if margin is None:
        return None
    indented = sum(row.x > margin + INDENT * row.size for row in rows)
    return margin if indented >= max(LEAST_LARGE, INDENTED_SHARE * len(rows)) else None
