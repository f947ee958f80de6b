"""What a page only carries, its number and its running head, stands at its top or bottom and is no part of the act."""

import re
from collections import Counter
from collections.abc import Sequence

from knowledge.acts.words import opens_a_unit
from knowledge.documents.document import Line

_NUMBER = re.compile(r"[-–—\s]*(\d{1,4})[-–—\s]*")
_IN_A_SENTENCE = re.compile(r"№|^\(|[.;:,)]$")
_HEAD_PAGES = 3
"""A line that stands at the end of at least so many pages, and of half of all, is a running head."""
_DEEPEST = 3
"""A head may stand under the page's number, and be of two lines."""


def bare(lines: Sequence[Line]) -> list[Line]:
    """A document of one page keeps every line: nothing tells its number from a number in the text."""
    left = [line for line in lines if line.text.strip()]
    for _ in range(_DEEPEST if len({line.page for line in left}) > 1 else 0):
        carried = _numbers(left) | _heads(left)
        left = [line for index, line in enumerate(left) if index not in carried]
    return left


def _numbers(lines: Sequence[Line]) -> set[int]:
    """Numbers that count with the pages; another one that stands alone is the rest of a sentence."""
    found = {index: _NUMBER.fullmatch(lines[index].text) for index in _ends(lines)}
    ahead = {index: int(number[1]) - lines[index].page for index, number in found.items() if number}
    often = Counter(ahead.values())
    return {index for index, each in ahead.items() if each == 0 or often[each] > 1}


def _heads(lines: Sequence[Line]) -> set[int]:
    """What says the same on many pages, its number apart. In a short act headings and pieces of marks may do so too."""
    said = {index: re.sub(r"\d+", "", lines[index].text.strip()) for index in _ends(lines)}
    often, pages = Counter(said.values()), len({line.page for line in lines})
    return {
        index
        for index, text in said.items()
        if text.strip("-–— ")
        and often[text] >= max(_HEAD_PAGES, pages / 2)
        and not (_IN_A_SENTENCE.search(text) or opens_a_unit(lines[index].text))
    }


def _ends(lines: Sequence[Line]) -> set[int]:
    """The places of every page's first and last line."""
    turns = [place for place in range(1, len(lines)) if lines[place - 1].page != lines[place].page]
    return {0, len(lines) - 1, *turns, *(place - 1 for place in turns)} if lines else set()
