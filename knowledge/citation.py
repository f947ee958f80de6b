"""A citation is the stable name of a provision, report or guide: `criminal-code/307-1/2` is Article 307(1), part 2."""

import re
from dataclasses import dataclass
from typing import Self

from knowledge.act_names import CRIMINAL_CODE, act_named
from knowledge.article_below import (
    Below,
    Unreadable,
    as_article,
    below,
    names_a_part,
    names_several,
    other_articles,
    with_its_part,
)
from knowledge.article_numbers import ArticleNumber, read_articles

_FORM = re.compile(r"[a-z][a-z0-9-]*(/(?![a-z](?:/|-[0-9]|$))[a-z0-9][a-z0-9-]*)*(/[а-яёғӣқӯҳҷ](-[0-9]+)?)?")
"""No segment is a single Latin letter: it could only be taken for a clause's Cyrillic one."""

_EZAFE = re.compile(
    r"(?<=[0-9])-(?:i|yi|и|йи)(?=\s+(?:kodeks|qonun|hamin|кодекс|қонун|конун|ҳамин|хамин))", re.IGNORECASE
)
"""«Моддаи 3-и Кодекс»: the letter joins the words and is no number in Roman figures."""

_NOTE_TO_TWO = re.compile(
    r"((?:эзо[ҳх]и?(?:\s+ба)?\s+модда[ҳх]ои|примечани[ея]\s+к\s+статьям|note\s+to\s+articles)\s+)82\s+(?:ва|и|and)\s+(?=83\b)",
    re.IGNORECASE,
)
"""The Code's only note to two articles stands under the second and is kept there."""


class MalformedCitation(ValueError):
    """Nothing, or more than one thing, is cited; whoever wrote it is asked again."""


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """What can be read in several ways. Nobody guesses between them."""

    readings: tuple["Citation", ...]


@dataclass(frozen=True, slots=True, order=True)
class Citation:
    name: str

    @classmethod
    def named(cls, name: str) -> Self:
        """Accept `criminal-code/84/2/в`, `constitution/20`, `law-2169`, `report/supreme-court-2025-08-07`.

        Raise MalformedCitation for anything but lower-case segments between single slashes, with at most one
        Cyrillic clause letter at the end.
        """
        if not _FORM.fullmatch(name):
            raise MalformedCitation(f"not a citation: {name!r}")
        return cls(name)

    @classmethod
    def parse(cls, written: str) -> "Citation | Ambiguous":
        """Read it as people and law banks write it: «м.179(3) қ.2», «статья 307 часть 2», "Article 307(1) part 2".

        Without an act's name the Criminal Code is meant. «11(1)», «84 ч. 2 «в»» and «462-1 КоАП» name an article where
        nothing else is written; a lone «12» may be anything and is refused, as are several articles and acts that
        are none of ours. A letter behind a part, «307 ч. 2 г», is its clause; where it may be a word, nothing is read.

        «статья 179 часть 3» is asked on purpose: with the two articles that Law No. 2169 touched, 179(3) and 307(1),
        people say "part" for the number in brackets. Otherwise a part that is named rules out readings without it.
        """
        if _FORM.fullmatch(written) and "/" in written:
            return cls(written)
        written = _EZAFE.sub("", written)
        act = act_named(written)
        if act is None:
            raise MalformedCitation("an act that is not in the knowledge base")
        try:
            if act.is_whole:
                return cls._whole(act.name, written)
            read = below(_NOTE_TO_TWO.sub(r"\1", written) if act.name == CRIMINAL_CODE else written)
            readings = [cls.of(each, act.name) for each in _numbers(read, act.name)]
        except Unreadable as error:
            raise MalformedCitation(str(error)) from None
        named = [cls(f"{each}{read.address}") for each in dict.fromkeys(readings)]
        return named[0] if len(named) == 1 else Ambiguous(tuple(named))

    @classmethod
    def _whole(cls, act: str, written: str) -> Self:
        """«статья 307(1) в редакции Закона № 2169» names two things."""
        if other_articles(written, act):
            raise MalformedCitation("an article and a whole act are named")
        return cls(act)

    @classmethod
    def of(cls, number: ArticleNumber, act: str = CRIMINAL_CODE) -> Self:
        """`criminal-code/307-1/2` for part 2 of 307(1)."""
        article = number.base if number.suffix is None else f"{number.base}-{number.suffix}"
        return cls("/".join(filter(None, (act, article, number.part))))

    def __str__(self) -> str:
        return self.name


def _numbers(read: Below, act: str) -> tuple[ArticleNumber, ...]:
    """Every reading of the one article that is named."""
    mentions = _mentions(read.rest, act)
    if len(mentions) != 1 or names_several(read.rest):
        raise MalformedCitation("no article is named" if not mentions else "several articles are named")
    readings = with_its_part(mentions[0], as_article(read.rest))
    if not readings or (names_a_part(read.rest) and not any(each.part for each in readings)):
        raise MalformedCitation("a part is named that cannot be read")
    return readings


def _mentions(written: str, act: str) -> tuple[tuple[ArticleNumber, ...], ...]:
    """For each article that is named its readings."""
    if act != CRIMINAL_CODE:
        return other_articles(as_article(written), act)
    found = read_articles(written) or read_articles(as_article(written))
    return tuple(each.readings for each in found)
