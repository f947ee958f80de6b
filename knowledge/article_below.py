"""What stands below an article's number, and the articles of acts other than the Criminal Code."""

import re
import unicodedata
from dataclasses import dataclass

from knowledge.article_numbers import ArticleNumber
from knowledge.article_words import IN_WORDS
from knowledge.typed_text import RAISED, plain

_RAISED = {ord(sign): f"{RAISED}{digit}" for digit, sign in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
_OPEN, _CLOSE = r"[«\"'“„(]*", r"[»\"'”“)]*"
_SUFFIX = r"(?:\s?\((?P<bracket>\d{1,2})\)|\^(?P<raised>\d{1,2})|-(?P<dash>\d{1,2}))?"
_CLAUSE_WORD = r"(?:(?:\bбанд(?:и|ҳои)?|\bпункт(?:а|е|у|ы|ов)?|\bподпункт\w*|\bclauses?)(?!\w)|\bб\.|\bп{1,2}\.)"
_CLAUSE = re.compile(rf"{_CLAUSE_WORD}\s*{_OPEN}(?P<letter>[а-яёғӣқӯҳҷ]){_SUFFIX}{_CLOSE}(?!\w)")
_BARE_CLAUSE = re.compile(r"(?<=\))\s?\([«\"]?(?P<letter>[а-жи-яёғӣқӯҳҷ])[»\"]?\)")
"""«84(2)(в)»; a «з» may be a 3 there."""
_MORE_CLAUSES = re.compile(rf"(?!-и\b)\s*(?:,|[-–—]|\b(?:ва|и|ё|или|and|or)\b)\s*{_OPEN}[а-яёғӣқӯҳҷ]{_CLOSE}(?![\w.])")
_UNREAD_CLAUSE = re.compile(rf"{_CLAUSE_WORD}(?!\s*{_OPEN}\d)")
_NOTE = re.compile(r"эзох\w*|примечани\w*|\bnotes?\b")
_NOTE_NUMBER = re.compile(rf"(?:{_NOTE.pattern})\s*\(?\d|\d\s*(?:{_NOTE.pattern})")
_LETTER_AT_A_NUMBER = re.compile(r"\d-?[абвгдabcdef](?!\w)")
_ARTICLE = re.compile(
    r"(?:модда\w*|\bм\.?|стат[ье]\w*|\bст\.?|articles?|\bart\.?)\s*(?P<base>[1-9]\d{0,2})(?!\w|\s?\(\s*[^\W\d_]{1,2}\s*\))"
    r"(?:\s?\((?P<bracket>\d{1,2})\)|\^(?P<raised>\d{1,2})|[-.](?P<dash>\d{1,2})(?!\d)|\s*прим\.?\s*(?P<prim>\d{1,2}))?"
    r"(?P<more>\s*(?:,|&|\bва\b|\bи\b|\band\b|[-–])\s*\d)?"
)
_ORDINALS = "|".join(sorted(IN_WORDS, key=len, reverse=True))
_PART = re.compile(
    r"(?:кисм\w*|\bк\.|част\w+|\bч\.|\bparts?|\bpara(?:graph)?s?\.?|\bбанди|\bпункт\w*|\bп\.|\bclause)\s*"
    rf"(?P<after>\d{{1,3}}|(?:{_ORDINALS})(?!\w))(?P<more>\s*(?:,|&|\bва\b|\bи\b|\band\b|[-–])\s*\d)?"
    rf"|(?P<before>\d{{1,3}}|\b(?:{_ORDINALS}))(?:\s?-\s?\w{{1,3}})?\s(?:кисм|част|part)"
)
_PART_WORD = re.compile(r"кисм|\bчаст|\bpart|\bpara|\b[чк]\.(?=\s*\d)")
_WITHOUT_SUFFIXES = frozenset({"constitution"})
"""The Constitution has no Article 69(1): a bracket after 69 can only be its paragraph."""


class Unreadable(ValueError):
    """Something below the article is named that cannot be read; the article alone would be another thing."""


@dataclass(frozen=True, slots=True)
class Below:
    """`rest` is what was written without the clause, `address` what stands behind the article and its part."""

    rest: str
    address: str


def below(written: str) -> Below:
    """Raise Unreadable. A Latin look-alike is never turned into a clause's Cyrillic letter, nor left off."""
    text = unicodedata.normalize("NFC", written.translate(_RAISED)).casefold()
    note = "/note" if note_of(written) else ""
    found = _CLAUSE.search(text) or _BARE_CLAUSE.search(text)
    if found is None:
        if _UNREAD_CLAUSE.search(text) or _LETTER_AT_A_NUMBER.search(text):
            raise Unreadable("a clause is named that cannot be read")
        return Below(written, note)
    rest = text[: found.start()] + " " + text[found.end() :]
    if _MORE_CLAUSES.match(text, found.end()) or _CLAUSE.search(rest) or _UNREAD_CLAUSE.search(rest):
        raise Unreadable("several clauses are named")
    suffix = next((found[name] for name in ("bracket", "raised", "dash") if found.groupdict().get(name)), None)
    return Below(rest, f"{note}/{found['letter']}" + (f"-{suffix}" if suffix else ""))


def note_of(written: str) -> bool:
    """«эзоҳи моддаи 179(3)», "Article 307(1), note". A number at the word may be «прим» written out: that is asked."""
    text = plain(written) or ""
    return bool(_NOTE.search(text)) and not re.search(rf"(?:{_NOTE.pattern})\s*\(?\d{{1,2}}\b(?!\d)", text)


def names_a_part(written: str) -> bool:
    return bool(_PART_WORD.search(plain(written) or ""))


def names_several(written: str) -> bool:
    """«статьи 13 и 20»: the second number has no word of its own, and below 104 it is no article by itself."""
    return any(found["more"] for found in _ARTICLE.finditer(plain(written) or ""))


def other_articles(written: str, act: str) -> tuple[tuple[ArticleNumber, ...], ...]:
    """One mention with its readings for each article named. Raise Unreadable for parts that are not one number."""
    text = plain(written) or ""
    number = _part(text)
    return tuple(each for found in _ARTICLE.finditer(text) for each in _mentions(found, number, act))


def _part(text: str) -> str | None:
    found = list(_PART.finditer(text))
    numbers = {IN_WORDS.get(number, number) for each in found if (number := each["after"] or each["before"])}
    if len(numbers) > 1 or any(each["more"] for each in found):
        raise Unreadable("several parts are named")
    if not numbers and _PART_WORD.search(text):
        raise Unreadable("a part is named that cannot be read")
    return next(iter(numbers), None)


def _mentions(found: re.Match[str], part: str | None, act: str) -> tuple[tuple[ArticleNumber, ...], ...]:
    """«статьи 19 и 20», «статьи 19-20»: two of them, whichever is meant."""
    is_range = found["dash"] and int(found["dash"]) > int(found["base"])
    return (_readings(found, part, act),) * (2 if found["more"] or is_range else 1)


def _readings(found: re.Match[str], part: str | None, act: str) -> tuple[ArticleNumber, ...]:
    base = found["base"]
    raised, printed = found["raised"] or found["prim"], found["bracket"] or found["dash"]
    if raised:
        return (ArticleNumber(base, raised, part),)
    if printed is None:
        return (ArticleNumber(base, None, part),)
    if act in _WITHOUT_SUFFIXES:
        return (ArticleNumber(base, None, printed),)
    if part:
        return (ArticleNumber(base, printed, part),)
    return ArticleNumber(base, None, printed), ArticleNumber(base, printed)
