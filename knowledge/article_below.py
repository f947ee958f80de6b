"""What stands below an article's number, and the articles of acts other than the Criminal Code."""

import re
import unicodedata

from knowledge.article_numbers import ArticleNumber
from knowledge.typed_text import plain

_CLAUSE = re.compile(
    r"(?:\bбанд(?:и|ҳои)?|\bб\.|\bпункт[аеу]?|\bп\.|\bclause)\s*[«\"'“„(]*(?P<letter>[а-яёғӣқӯҳҷ])[»\"'”“)]*(?![\w])"
)
_NOTE = re.compile(r"(?:эзох\w*|примечани\w*|\bnote)(?=[^0-9]{0,24}(?:модда|\bм\.|стат|\bст\b|art|[0-9]))")
_ARTICLE = re.compile(
    r"(?:модда\w*|\bм\.?|стат\w+|\bст\.?|article|\bart\.?)\s*(?P<base>\d{1,3})"
    r"(?:\s?\((?P<bracket>\d{1,2})\)|\^(?P<raised>\d{1,2})|[-.](?P<dash>\d{1,2})(?!\d)|\s*прим\.?\s*(?P<prim>\d{1,2}))?"
)
_PART = re.compile(
    r"(?:кисм\w*|\bк\.|част\w+|\bч\.|\bpart|\bpara(?:graph)?\.?)\s*(?P<after>\d{1,3})|(?P<before>\d{1,3})\s?-\s?\w{1,3}\s(?:кисм|част)"
)
_WITHOUT_SUFFIXES = frozenset({"constitution"})
"""The Constitution has no Article 69(1): a bracket after 69 can only be its paragraph."""


def clause_of(written: str) -> str | None:
    """A letter of the Cyrillic alphabet; a Latin look-alike is never turned into one."""
    found = _CLAUSE.search(unicodedata.normalize("NFC", written).casefold())
    return found["letter"] if found else None


def note_of(written: str) -> bool:
    """«эзоҳи моддаи 179(3)»: the word stands before the article. Behind its number it may be «прим» written out."""
    return bool(_NOTE.search(plain(written) or ""))


def other_articles(written: str, act: str) -> tuple[tuple[ArticleNumber, ...], ...]:
    """One mention with its readings for each article named."""
    text = plain(written) or ""
    part = _PART.search(text)
    number = (part["after"] or part["before"]) if part else None
    return tuple(_readings(found, number, act) for found in _ARTICLE.finditer(text))


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
