"""A citation is the stable name of a provision, report or guide: `criminal-code/307-1/2` is Article 307(1), part 2."""

import re
from dataclasses import dataclass
from typing import Self

from knowledge.act_names import CRIMINAL_CODE, act_named
from knowledge.article_below import Below, Unreadable, below, names_a_part, names_several, other_articles
from knowledge.article_numbers import ArticleNumber, read_articles

_FORM = re.compile(r"[a-z][a-z0-9-]*(/(?![a-z](?:/|-[0-9]|$))[a-z0-9][a-z0-9-]*)*(/[а-яёғӣқӯҳҷ](-[0-9]+)?)?")
"""No segment is a single Latin letter: it could only be taken for a clause's Cyrillic one."""

_EZAFE = re.compile(
    r"(?<=[0-9])-(?:i|yi|и|йи)(?=\s+(?:kodeks|qonun|hamin|кодекс|қонун|конун|ҳамин|хамин))", re.IGNORECASE
)
"""«Моддаи 3-и Кодекс»: the letter joins the words and is no number in Roman figures."""


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

        Without an act's name the Criminal Code is meant. Raise MalformedCitation where no article is named, several
        are, or the act is none of ours.
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
            read = below(written)
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
    if act != CRIMINAL_CODE:
        mentions = other_articles(read.rest, act)
    else:
        mentions = tuple(each.readings for each in read_articles(read.rest))
    if len(mentions) != 1 or names_several(read.rest):
        raise MalformedCitation("no article is named" if not mentions else "several articles are named")
    if names_a_part(read.rest) and not any(each.part for each in mentions[0]):
        raise MalformedCitation("a part is named that cannot be read")
    return mentions[0]
