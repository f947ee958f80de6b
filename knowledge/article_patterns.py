"""How articles and parts are written, in the letters of `article_words` and `article_tokens`: `P[dw]` is «часть 2».

Every repetition is bounded, so reading takes time in proportion to the length of the text.
"""

import re
from enum import Enum, auto


class Sign(Enum):
    """What joins a second number to the article's number where no word for "part" stands between them."""

    NOTHING = auto()
    RAISED = auto()
    """307¹, «307 прим 1»: nobody writes a part so."""
    PRINTED = auto()
    """307(1), 307-1, 307.1: as laws and law banks print it; some people write a part so too."""
    LOOSE = auto()
    """A space, slash, comma or new line, another word, or nothing at all (3071)."""
    FOLLOWING = auto()
    """The 3 in «307(1), 3»."""
    PRIM_ALONE = auto()
    AFTER_PART = auto()
    """The «прим 1» in «307 ч. 2 прим 1»: of the article, or of the part."""
    NOTE = auto()
    """«307 примечание 1»: «прим» written out wrongly, or the article's note."""


_NAMED = r"A[AO(#]{0,3}[NndFf]"
_BASE = rf"(?:{_NAMED}|[NF])"
_PART = r"P\(?[dw]\)?+"
_MORE_PARTS = r"(?:[&jt/]P?|P)\(?[dw]\)?+"
_NO_PART_WORD = r"(?!P(?!\(?[dw]))"
_PARTS = rf"(?:{_PART}(?:{_MORE_PARTS}(?![uP]|[Ox]{{0,2}}A)){{0,5}}|[dw]P(?!\(?[dw]))"
_PARTS_OF_THE_NEXT = rf"(?:{_PART}(?:[&jt/][dw]){{0,5}}|[dw]P)[Ox]{{0,3}}{_BASE}"
_PRIM = r"[MT]\(?[dw]\)?[POx]{0,2}"

BASE = re.compile(_BASE)
_PARTS_BEFORE = rf"(?:{_PART}(?:{_MORE_PARTS}){{0,5}}|[dw]P)"
PARTS_BEFORE = re.compile(rf"{_PARTS_BEFORE}(?:[Ox]{{0,3}}|&)(?={_BASE})")
PARTS_BEFORE_PRIM = re.compile(rf"{_PARTS_BEFORE}\(?(?={_PRIM}\)?{_BASE})")
PRIM_BEFORE = re.compile(rf"{_PRIM}(?={_BASE})")
PARTS_AFTER = re.compile(rf"{_PARTS}|[xalsO&(]{{1,4}}(?!{_PARTS_OF_THE_NEXT}){_PARTS}")
PRIM_AFTER_PART = re.compile(
    rf"(?!&?[Ox]{{0,2}}[MT]\(?[dw]\)?[POx]{{1,2}}{_BASE})(?!&[Ox]{{0,2}}{_PRIM}{_NAMED})"
    r"[&j/]?[xO]{0,3}\(?(?:[MT][j/]?\(?[dw]\){0,2}|M\)?(?![xOT]{0,2}d))"
)
WORD_AFTER = re.compile(r"A(?!#?\(?[NnFf])")
NEXT_ARTICLE = re.compile(rf"[Ox]{{0,3}}{_NAMED}")

SIGNS = (
    (Sign.RAISED, re.compile(r"&?\(?R\)?")),
    (Sign.RAISED, re.compile(rf"(?:[j/]|&(?!{_PRIM}{_NAMED}))?\(?M[j/]?\(?[dw]\){{0,2}}")),
    (Sign.PRIM_ALONE, re.compile(r"\(?M\)?(?![xOT]{0,2}d)")),
    (Sign.NOTE, re.compile(r"\(?T\(?[dw]\){0,2}")),
    (Sign.LOOSE, re.compile(r"\(d(?=(?:[&jt/]d){1,5}\))")),  # 307(1, 3): the rest follows
    (Sign.PRINTED, re.compile(rf"(?:\(d\)|[(j]d){_NO_PART_WORD}")),
    (Sign.LOOSE, re.compile(rf"\([dw]\)|[j/]d|[dw]{_NO_PART_WORD}")),
)
IF_IT_EXISTS = re.compile(rf"(?:&\(?|[xalsOTM]{{1,3}}\(?)d{_NO_PART_WORD}\)?")
"""A number further off counts only where the Code has such an article: «307 с цифрой 1»."""
FOLLOWING = re.compile(rf"(?:[&jt/]\(?|\()?d{_NO_PART_WORD}\)?")

UNREADABLE = re.compile(r"!|[(jPM/]l|A#?[Zz]|(?<!A)[Zf][&/]A{0,2}[NF]|[NFRd)][&/][Zf]|[NF][(j/][nzZf]")
"""«З07», «307(З)», «ст. 411», «307(1), 411», «307(84)»."""
