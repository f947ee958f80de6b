"""The articles in a row of tokens: each with its number, the sign that joins a second number to it, and its parts."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from knowledge.article_patterns import (
    BASE,
    FOLLOWING,
    IF_IT_EXISTS,
    NEXT_ARTICLE,
    PARTS_AFTER,
    PARTS_BEFORE,
    PARTS_BEFORE_PRIM,
    PRIM_AFTER_PART,
    PRIM_BEFORE,
    SIGNS,
    UNREADABLE,
    WORD_AFTER,
    Sign,
)
from knowledge.article_tokens import Token, shape
from knowledge.criminal_code_articles import has

_DIGITS = len("307")


class Written(NamedTuple):
    """`before` is the 1 in «307(1), 3». `contested` is the 3 in «ст. 187 ч. 3 ст. 179», a part of either."""

    base: str
    sign: Sign = Sign.NOTHING
    number: str = ""
    parts: tuple[str, ...] = ()
    before: str = ""
    contested: tuple[str, ...] = ()


def spellings(row: list[Token]) -> tuple[Written, ...] | None:
    """None where something looks like an article and cannot be read: half a list would be a wrong list."""
    return None if UNREADABLE.search(shape(row)) else tuple(_Reader(row).articles())


class _Reader:
    """Goes once from left to right."""

    def __init__(self, row: list[Token]) -> None:
        self.row, self.shape, self.place = row, shape(row), 0
        self.contested: tuple[str, ...] = ()
        self.contested_prim = ""

    def articles(self) -> Iterator[Written]:
        while self.place < len(self.row):
            parts = self._numbers(PARTS_BEFORE_PRIM)
            prim, parts = self._numbers(PRIM_BEFORE), parts or self._numbers(PARTS_BEFORE)
            if base := self._taken(BASE):
                yield from self._article(base[-1].text, prim, parts)
            else:
                self.place += 1

    def _article(self, base: str, prim: tuple[str, ...], parts: tuple[str, ...]) -> Iterator[Written]:
        self._taken(WORD_AFTER)
        base, run_together = base[:_DIGITS], base[_DIGITS:]
        number = run_together or next(iter(prim), "")
        sign, number = (Sign.LOOSE, number) if number else self._sign(base)
        sign = Sign.AFTER_PART if prim and parts and not run_together else sign
        contested, contested_prim = self.contested, self.contested_prim
        parts = parts or self._parts_after()
        if sign is Sign.NOTHING:
            sign, number = self._prim_after(base, parts, contested_prim)
        yield Written(base, sign, number, parts, contested=() if parts else contested)
        if number:
            yield from self._following(base, number, Sign.FOLLOWING if parts else Sign.RAISED)

    def _sign(self, base: str) -> tuple[Sign, str]:
        for sign, pattern in SIGNS:
            if taken := self._taken(pattern):
                return sign, next((token.text for token in taken if token.kind in "dwR"), "")
        number = self._number_of_article(IF_IT_EXISTS, base)
        return (Sign.LOOSE, number) if number else (Sign.NOTHING, "")

    def _prim_after(self, base: str, parts: tuple[str, ...], contested: str) -> tuple[Sign, str]:
        """The «прим 1» in «307 ч. 2 прим 1», and in «ст. 187 ч. 2 прим 1 ст. 307», where it may be of either."""
        if parts and (taken := self._taken(PRIM_AFTER_PART)):
            number = next((token.text for token in taken if token.kind in "dw"), "")
            self.contested_prim = number if NEXT_ARTICLE.match(self.shape, self.place) else ""
            return Sign.AFTER_PART, number
        return (Sign.AFTER_PART, contested) if has(base, contested) else (Sign.NOTHING, "")

    def _following(self, base: str, before: str, raised: Sign) -> Iterator[Written]:
        """The 3 in «307(1), 3» and «307(1)(3)», and the second superscript in «307¹, ³»."""
        while True:
            if number := self._raised():
                yield Written(base, raised, number, self._parts_after(), before)
            elif number := self._number_of_article(FOLLOWING, base):
                yield Written(base, Sign.FOLLOWING, number, self._parts_after(), before)
            else:
                return

    def _raised(self) -> str:
        raised = (self._numbers(pattern) for sign, pattern in SIGNS if sign is Sign.RAISED)
        return next((numbers[0] for numbers in raised if numbers), "")

    def _parts_after(self) -> tuple[str, ...]:
        parts = self._numbers(PARTS_AFTER)
        self.contested_prim = ""
        self.contested = parts if NEXT_ARTICLE.match(self.shape, self.place) else ()
        return parts

    def _number_of_article(self, pattern: re.Pattern[str], base: str) -> str:
        match = pattern.match(self.shape, self.place)
        number = next((token.text for token in self._span(match) if token.kind == "d"), "")
        if not match or not has(base, number):
            return ""
        self.place = match.end()
        return number

    def _numbers(self, pattern: re.Pattern[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(token.text for token in self._taken(pattern) if token.kind in "dwR"))

    def _taken(self, pattern: re.Pattern[str]) -> list[Token]:
        match = pattern.match(self.shape, self.place)
        self.place = match.end() if match else self.place
        return self._span(match)

    def _span(self, match: re.Match[str] | None) -> list[Token]:
        return self.row[match.start() : match.end()] if match else []
