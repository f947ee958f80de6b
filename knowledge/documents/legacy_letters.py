"""Before Unicode, fonts drew Tajik letters in the places of Macedonian, Serbian and Ukrainian ones, in two ways.

The second is known only from the old law bank's pages. How it writes ӣ and ӯ we have not seen: they are left and named.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from knowledge.documents.document import Line

_FIRST = dict(zip("ќѓњљїўЌЃЊЉЇЎ", "қғҳҷӣӯҚҒҲҶӢӮ", strict=True))
_SECOND = dict(zip("ѕїіљЅЇІЉ", "қҷҳғҚҶҲҒ", strict=True))
_ONLY_FIRST, _ONLY_SECOND = frozenset("ќѓњўЌЃЊЎ"), frozenset("ѕіЅІ")
FOREIGN = frozenset("ќѓњљїўѕіђјћџєґЌЃЊЉЇЎЅІЂЈЋЏЄҐ")
"""Letters that are in no Tajik or Russian word."""
_ROMAN = frozenset("ІіХхVvIiXx")
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC_WORD = re.compile(r"[\u0400-\u04ff]+")
ONE_IN = 500
"""Official texts too have a stray ў among tens of thousands of words: rarer than this, it is no encoding but a slip."""
SHOWN = 12


@dataclass(frozen=True, slots=True)
class Legacy:
    """`changed`: each word that conversion changes, and how often it stands in the text."""

    table: Mapping[str, str]
    changed: Mapping[str, int]

    def converted(self, text: str) -> str:
        return _WORD.sub(lambda found: self._word(found[0]), text)

    def lines(self, lines: tuple[Line, ...]) -> tuple[Line, ...]:
        return tuple(replace(line, text=self.converted(line.text)) for line in lines)

    def preview(self) -> str:
        """«312: Корњои→Корҳои, …»"""
        first = [f"{word}→{self._word(word)}" for word in list(self.changed)[:SHOWN]]
        return f"{sum(self.changed.values())}: {', '.join(first)}"

    def _word(self, word: str) -> str:
        """A letter stands for another only among Cyrillic ones, and «ХІІ» is a Roman number."""
        return "".join(self.table.get(sign, sign) for sign in word) if _legacy(word) else word


def legacy_letters(text: str) -> Legacy | None:
    """The scheme in which the text is written, if it is one of the two."""
    words = Counter(found[0] for found in _WORD.finditer(text))
    hits = Counter({word: count for word, count in words.items() if _legacy(word)})
    if not hits or hits.total() * ONE_IN < words.total():
        return None
    letters = Counter("".join(hits.elements()))
    first, second = (sum(letters[sign] for sign in only) for only in (_ONLY_FIRST, _ONLY_SECOND))
    table = _SECOND if second > first else _FIRST
    changed = {word: count for word, count in hits.items() if set(word) & table.keys()}
    return Legacy(table, changed) if changed else None


def foreign_words(text: str) -> list[str]:
    return sorted({found[0] for found in _WORD.finditer(text) if _legacy(found[0])})[:SHOWN]


def _legacy(word: str) -> bool:
    return not _ROMAN.issuperset(word) and not FOREIGN.isdisjoint(word) and _CYRILLIC_WORD.fullmatch(word) is not None
