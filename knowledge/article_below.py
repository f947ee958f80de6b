"""What stands below an article's number, and the articles of acts other than the Criminal Code."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.act_names import without_name
from knowledge.article_numbers import ArticleNumber
from knowledge.article_words import IN_WORDS
from knowledge.typed_text import RAISED, plain

_RAISED = {ord(sign): f"{RAISED}{digit}" for digit, sign in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
_OPEN, _CLOSE = r"[«\"'“„(]*", r"[»\"'”“)]*"
_SUFFIX = r"(?:\s?\((?P<bracket>\d{1,2})\)|\^(?P<raised>\d{1,2})|-(?P<dash>\d{1,2}))?"
_CLAUSE_WORD = (
    r"(?:(?:\bбанд(?:и|ҳои)?|\bпункт(?:а|е|у|ы|ов)?|\bподпункт\w*|\bclauses?)(?!\w)"
    r"|\bб\.|\bп{1,2}(?:\.|(?=\s+[^\W\d_](?!\w))))"
)
_CLAUSE = re.compile(rf"{_CLAUSE_WORD}\s*{_OPEN}(?P<letter>[а-яёғӣқӯҳҷ]){_SUFFIX}{_CLOSE}(?!\w)")
_BARE_CLAUSE = re.compile(r"(?<=\))\s?\([«\"]?(?P<letter>[а-жи-яёғӣқӯҳҷ])[»\"]?\)")
"""«84(2)(в)»; a «з» may be a 3 there."""
_MORE_CLAUSES = re.compile(rf"(?!-и\b)\s*(?:,|[-–—]|\b(?:ва|и|ё|или|and|or)\b)\s*{_OPEN}[а-яёғӣқӯҳҷ]{_CLOSE}(?![\w.])")
_UNREAD_CLAUSE = re.compile(rf"{_CLAUSE_WORD}(?!\s*{_OPEN}\d)")
_NOTE = re.compile(r"эзох\w*|примечани\w*|\bnotes?\b")
_NOTE_NUMBER = re.compile(rf"(?:{_NOTE.pattern})\s*\(?\d|\d\s*(?:{_NOTE.pattern})")
_UNREAD_LETTER = re.compile(
    r"\d-?[абвгғдёжзлabcdef](?!\w)|(?:(?<![\d.])\d{1,3}\s+|\)\s*)[«\"'“„(]{0,3}[^\W\d_][»\"'”“)]*[\s.]*$"
    r"|(?<![\w.])[«\"'“„(]{0,3}[^\W\d_][»\"'”“)]+[\s,]*(?:[чқк]\.|част|[қк]исм|part)"
)
"""«307а», «84 в», «84(2) в», «г) ч. 2 ст. 307»."""
_ARTICLE = re.compile(
    r"(?:модда\w*|\bм\.?|стат[ье]\w*|\bст\.?|articles?|\bart\.?)\s*(?P<base>[1-9]\d{0,2})(?!\w|\s?\(\s*[^\W\d_]{1,2}\s*\))"
    r"(?:\s?\((?P<bracket>\d{1,2})\)|\^(?P<raised>\d{1,2})|[-.](?P<dash>\d{1,2})(?!\d)|\s*прим\.?\s*(?P<prim>\d{1,2}))?"
    r"(?P<more>\s*(?:,|&|\bва\b|\bи\b|\band\b|[-–])\s*\d)?"
)
_ORDINALS = "|".join(sorted(IN_WORDS, key=len, reverse=True))
_PART_SIGN = (
    r"(?:кисм\w*|\bк\.|част\w+|\bч\.|(?<![^\W\d_])[чкп]\.?(?=\s*\d)|\bparts?|\bpt\.?|\bpara(?:graph)?s?\.?"
    r"|\bбанди|\bпункт\w*|\bп\.|\bclause|\bitem|\bpoint|\b[qk]ism\w*|\bchast\w*|\bch\.?|\b[qk]\.?(?=\s*\d))\s*"
)
_PART = re.compile(
    rf"{_PART_SIGN}(?P<after>\d{{1,2}}(?!\d)|(?:{_ORDINALS})(?!\w))"
    r"(?P<more>\s*(?:,|&|\bва\b|\bи\b|\band\b|[-–])\s*\d)?"
    rf"|(?P<before>(?<![\d.])\d{{1,2}}|\b(?:{_ORDINALS}))(?:\s?-\s?\w{{1,3}})?\s(?:кисм|част|part)"
)
_PART_WORD = re.compile(r"кисм|\bчаст|\bpart|\bpara|(?<![^\W\d_])(?:[чк]\.(?=\s*\d)|ч(?=\s*\d)|к(?=\s*\d{1,2}(?!\d)))")
_BARE = re.compile(
    r"[1-9]\d{0,2}(?P<suffix>\s?\([1-9]\d?\)|\^[1-9]\d?|[-.][1-9]\d?|\s*прим\.?\s*[1-9]\d?)?"
    rf"(?P<part>\s*,?\s*{_PART_SIGN}(?:\d{{1,2}}|(?:{_ORDINALS})))?"
)

_PART_NUMBER = r"(?:\d{1,2}(?!\d)(?:-[^\W\d_]{1,3})?+)"
_PART_IN_FULL = r"(?:[қк]исм\w{0,9}|част\w{1,9}|\bparts?|\b[qk]ism\w{0,9}|\bchast\w{0,9})"
_WORD = r"(?<!\w)[^\W\d_]{2,15}+"
_BEHIND_A_PART = re.compile(
    rf"(?:(?:{_PART_IN_FULL}|(?<![^\W\d_])[чқкqk]\.?|\bch\.?)\s*{_PART_NUMBER}|{_PART_IN_FULL}\s+{_WORD}"
    rf"|(?:(?<!\d){_PART_NUMBER}|{_WORD})\s{_PART_IN_FULL})(?:[\s,;:]+|\s+[-–—]\s+|(?=[«\"'“„(]))"
    rf"(?P<sign>{_OPEN}(?P<letter>[^\W\d_])(?![^\W\d_]){_SUFFIX}(?P<close>{_CLOSE}))(?![^\W\d_])"
)
_ARTICLE_FOLLOWS = re.compile(r"\.?\s*[#№(]?\s*\d")
"""The «м» in «қ. 2 м. 307» is no clause."""
_NO_CLAUSE = re.compile(r"в\s+ред|с\s+изм")
_COMMA_FOLLOWS = re.compile(r"\s*[,;]")
_NAME_FOLLOWS = re.compile(
    rf"{_COMMA_FOLLOWS.pattern}|\.?\s+(?:ст|модда|м\.|ук|код|угол|закон|[қк]онун|констит|сар[қк]онун|коап|к[ҳх]м)"
)
_ENDS = re.compile(r"[\s.]*$")
_CYRILLIC, _QUOTED = re.compile("[а-яёғӣқӯҳҷ]"), re.compile("[«»\"'“”„]")
_SHORT_WORDS = frozenset("мчқкпбmqkp")
_WORDS_THEMSELVES = frozenset("авикосуэяё")
"""«ч. 2 в ст. 307» may be clause «в», or part 2 in Art. 307."""
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
    found = _CLAUSE.search(text) or _BARE_CLAUSE.search(text) or _behind_a_part(text)
    if found is None:
        if _UNREAD_CLAUSE.search(text) or _UNREAD_LETTER.search(text):
            raise Unreadable("a clause is named that cannot be read")
        return Below(written, note)
    before, after = text[: found.start(_clause_group(found))], text[found.end() :]
    rest = f"{before} {after}"
    if _MORE_CLAUSES.match(text, found.end()) or _CLAUSE.search(rest) or _UNREAD_CLAUSE.search(rest):
        raise Unreadable("several clauses are named")
    if _behind_a_part(before) or _behind_a_part(after):
        raise Unreadable("several clauses are named")
    suffix = next((found[name] for name in ("bracket", "raised", "dash") if found.groupdict().get(name)), None)
    return Below(rest, f"{note}/{found['letter']}" + (f"-{suffix}" if suffix else ""))


def _clause_group(found: re.Match[str]) -> str | int:
    return "sign" if found.re is _BEHIND_A_PART else 0


def _behind_a_part(text: str) -> re.Match[str] | None:
    """The letter alone in «ч. 2 г». Raise Unreadable where it may as well be a word of its own."""
    for found in _BEHIND_A_PART.finditer(text):
        is_a_word = found["letter"] in _SHORT_WORDS and _ARTICLE_FOLLOWS.match(text, found.end())
        if is_a_word or _NO_CLAUSE.match(text, found.start("letter")):
            continue
        if not _is_clause(found):
            raise Unreadable("a letter behind a part may be its clause")
        return found
    return None


def _is_clause(found: re.Match[str]) -> bool:
    """A «з» without quotation marks may be a 3. What follows «ч. 2 г» must be nothing, or the article and its act."""
    text, letter = found.string, found["letter"]
    if not _CYRILLIC.match(letter) or (letter == "з" and not _QUOTED.search(found["sign"])):
        return False
    if text[found.end() :][:1].isdigit():
        return False
    if found["close"] or _ENDS.match(text, found.end()):
        return True
    follows = _COMMA_FOLLOWS if letter in _WORDS_THEMSELVES else _NAME_FOLLOWS
    return bool(follows.match(text, found.end()))


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


def with_its_part(readings: Iterable[ArticleNumber], written: str) -> tuple[ArticleNumber, ...]:
    """«3071 ч 2»: the 2 is the part, so the 1 is none. With «ч. 3 ст. 179» people may mean 179(3), and it stays."""
    named = {number for number, _ in _parts(plain(written) or "")}
    return tuple(each for each in readings if not named or (each.part or each.suffix) in named)


def as_article(written: str) -> str:
    """«11(1)», «84 ч. 2», «462-1 КоАП»: without a word for "article", where nothing else is written."""
    text = plain(written) or ""
    number = without_name(text).strip(" ,.;")
    found = None if _ARTICLE.search(text) else _BARE.fullmatch(number)
    is_named = found and (found["suffix"] or found["part"] or number != text.strip(" ,.;"))
    return f"ст. {number}" if is_named else written


def _parts(text: str) -> list[tuple[str, bool]]:
    """Each part's number, and whether there are more; in «art 20 part 3» the 20 is the article's."""
    found = _PART.finditer(_ARTICLE.sub("|", text))
    numbers = ((each["after"] or each["before"], bool(each["more"])) for each in found)
    return [(IN_WORDS.get(number, number), has_more) for number, has_more in numbers]


def _part(text: str) -> str | None:
    found = _parts(text)
    if len(dict(found)) > 1 or any(has_more for _, has_more in found):
        raise Unreadable("several parts are named")
    if not found and _PART_WORD.search(text):
        raise Unreadable("a part is named that cannot be read")
    return found[0][0] if found else None


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
