"""A text that says "not" is not read: «307, не 187» names two articles, and the verdict holds one of them.

Which words a negation reaches cannot be told from their order, in three languages less than in one. So it counts
wherever it stands, and for the whole text.
"""

import re
from itertools import pairwise

from knowledge.article_tokens import Token
from knowledge.typed_text import plain

_WORDS = """не ни нет нету кроме исключая исключением
    нест нестанд ғайр ғайри ҷуз ҷузи баҷуз балки
    not cannot except excluding without neither nor never none
    ne net krome nest balki"""
"""«на … балки» is known by its «балки», «ба ҷуз» and «ғайр аз» by the noun; «ва ғайра» is "and so on"."""

_VERBS = "надор надошт нашуд набуд набош накард надод намешав намебош намедон намедиҳ"
"""Tajik joins its "not" to the verb: «187 надорад». These are the verbs a verdict is spoken of with."""

_BEFORE_AN_ARTICLE = frozenset({"на", "na", "без", "бе"})
"""Russian «на 9 лет» and «без адвоката» deny no article."""


def _as_typed(words: str) -> list[str]:
    return [plain(word) or "" for word in words.split()]


_WORD = re.compile(r"[^\W\d_]+")
_NEGATIONS = frozenset(_as_typed(_WORDS))
_NEGATED_VERB = re.compile("|".join(_as_typed(_VERBS)))
_CONTRACTED = re.compile(r"n['’`]t\b|\b(?:is|was|are|were|do|does|did|has|have|had|ca)nt\b")
_NO = re.compile(r"\bno\b(?!\.[ \t]{0,3}[0-9])|\?\s{0,3}no\b")
_NUMBER_SIGN = re.compile(
    r"\b(?:art|article|articles|section|law|ст|статья|модда|моддаи|закон|конуни) no(?=\s{0,3}[0-9])"
)
"""«No. 386» is the sign of a number, «No 386» only after a word for what is numbered; "307, no 187" denies."""
_ARTICLE = frozenset("NFfZAPC")


def negates(text: str, row: list[Token]) -> bool:
    """Is anything denied in this plain text, whose tokens are `row`?"""
    words = _WORD.findall(text)
    return (
        any(word in _NEGATIONS or _NEGATED_VERB.match(word) for word in words)
        or bool(_CONTRACTED.search(text))
        or bool(_NO.search(_NUMBER_SIGN.sub("#", text)))
        or _denies_an_article(row)
    )


def _denies_an_article(row: list[Token]) -> bool:
    """«187, на 307»; the terms of imprisonment are set aside by now, so the number is an article's."""
    return any(word.text in _BEFORE_AN_ARTICLE and after.kind in _ARTICLE for word, after in pairwise(row))
