"""Whose turn a number is: the article's next part, or the next item of a list that began again at 1 inside one."""

import re
from collections.abc import Sequence

_MOST_SKIPPED = 3
_SENTENCE_GOES_ON = re.compile(r"[;,:]\s*$|[;,]\s*(?:ва|ё|и|или)\s*$")
_LETTERS = (
    "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшщъыьэюя",
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "абвгдежзиклмнопрстуфхцчшщэюя",
)
"""The order of clauses in Tajik texts, in Russian ones, and in those that leave out ё and й."""


class Turns:
    """The parts of an article, or the items of a note, and `listed`, the last number of a list open inside one."""

    def __init__(self) -> None:
        self.last, self.suffix, self.listed = 0, 0, 0
        self.has_skipped = False
        """The last part or item does not follow the one before it; it is doubtful."""

    def begins(self, number: int, suffix: int, *, before: str, in_clause: bool) -> bool:
        """`before` is the paragraph above: an item of a list ends with a semicolon, a part with a full stop."""
        if suffix:
            return number == self.last and suffix > self.suffix and self._take(number, suffix)
        if self._is_listed(number, before, in_clause=in_clause):
            self.listed = number
            return False
        is_next = number == self.last + 1
        return (is_next or (self._skips(number) and not in_clause)) and self._take(number, suffix)

    def close_list(self) -> None:
        self.listed = 0

    def _take(self, number: int, suffix: int) -> bool:
        self.has_skipped = number > self.last + 1
        self.last, self.suffix, self.listed = number, suffix, 0
        return True

    def _is_listed(self, number: int, before: str, *, in_clause: bool) -> bool:
        goes_on = bool(_SENTENCE_GOES_ON.search(before))
        if self.listed and number == self.listed + 1:
            return goes_on or number != self.last + 1
        return number == 1 and (self.last > 0 or (in_clause and goes_on))

    def _skips(self, number: int) -> bool:
        """Part 1 may be missing as well: an amendment added «2.» and left the words before it without a number."""
        return not self.listed and self.last < number <= self.last + _MOST_SKIPPED


def clause_begins(letter: str, suffix: str | None, before: Sequence[str]) -> bool:
    """A letter that was there already begins a list of its own; «а(1)» stands behind some clause."""
    return (f"{letter}-{suffix}" if suffix else letter) not in before and not (suffix and not before)


def clause_is_in_turn(letter: str, suffix: str | None, before: Sequence[str]) -> bool:
    if not before:
        return letter == "а"
    last = before[-1].split("-")[0]
    return letter == last if suffix else any(last + letter in order for order in _LETTERS)
