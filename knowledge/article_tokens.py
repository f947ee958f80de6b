"""Typed text as a row of words and numbers, each with a one-letter kind.

To the kinds of `article_words` a number adds its own:
N 104 to 405, an article that names a crime · n 21 to 103 · d 1 to 20 · Z 406 to 999 · Y a year · z any other number
F an article and its suffix run together (3071) · f four digits that may be so too · R raised digits
and the rest are: j a hyphen or dot between digits · / a slash or comma between them · a one letter · x another word
l a letter that looks like a digit · ! a number spoilt by such letters · s a date or a round sum · the signs ( ) & #
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from knowledge.article_words import ENDINGS, IN_WORDS, KIND, LIKE_DIGITS
from knowledge.criminal_code_articles import FIRST_CRIME, LAST, has

_BULLET = re.compile(r"^[ \t]{0,8}[0-9]{1,2}[.)](?=[ \t])", re.MULTILINE)
_TOKEN = re.compile(
    rf"""(?P<aside>[0-9]{{1,2}}[./-][0-9]{{1,2}}[./-](?:[0-9]{{4}}|[0-9]{{2}})(?![0-9])
                 |[0-9]{{4}}[./-][0-9]{{1,2}}[./-][0-9]{{1,2}}(?![0-9])
                 |[0-9]{{1,3}}[ ]000(?![0-9]))
    |(?P<raised>(?:\^[0-9])+)
    |(?P<joint>(?<=[0-9])[-.,/](?=[0-9]|[зl]\b))
    |(?P<sign>[()/#])
    |(?P<and>[,;+&\n]|(?<=[0-9)])\.(?=\s))
    |(?P<number>[0-9]+)(?:-?(?:{"|".join(sorted(ENDINGS))}))?(?![^\W_])
    |(?P<run>[^\W_]+)""",
    re.VERBOSE,
)
_PIECE = re.compile(r"[0-9]+|[^\W\d_]+")
_SMALL, _MIDDLE, _THREE_DIGITS, _YEARS = 20, 103, 999, range(1900, 2100)


class Token(NamedTuple):
    kind: str
    text: str = ""


def split(text: str) -> list[Token]:
    """The tokens of plain text; a number that opens a line as «2.» or «2)» only counts the lines."""
    return [token for match in _TOKEN.finditer(_BULLET.sub("", text)) for token in _read(match)]


def shape(row: Iterable[Token]) -> str:
    return "".join(token.kind for token in row)


def _read(match: re.Match[str]) -> Iterable[Token]:
    text = match.group()
    match match.lastgroup:
        case "raised":
            return (Token("R", text.replace("^", "")),)
        case "number":
            digits = match.group("number")
            return (Token(_number(digits), digits),)
        case "run":
            return _run(text)
        case "joint":
            return (Token("j" if text in "-." else "/"),)
    return (Token({"aside": "s", "and": "&"}.get(match.lastgroup or "", text)),)


def _run(text: str) -> Iterable[Token]:
    """Letters, or letters and digits glued together: «ст307ч2» falls apart, «З07» spoils what it stands in."""
    pieces = [_piece(each) for each in _PIECE.findall(text)]
    if len(pieces) == 1:
        return pieces
    if text.translate(LIKE_DIGITS).isdecimal():
        return (Token("!"),)
    if any(_is_strange(token) for token in pieces[:-1]) or (_is_strange(pieces[-1]) and pieces[-1].kind != "a"):
        return (Token("!" if any(token.kind in "NF" for token in pieces) else "s"),)
    return pieces


def _is_strange(token: Token) -> bool:
    return token.kind in "xal" and token.text not in KIND


def _piece(text: str) -> Token:
    if text.isdecimal():
        return Token(_number(text), text)
    if text in IN_WORDS:
        return Token("w", IN_WORDS[text])
    if len(text) > 1 or text in KIND:
        return Token(KIND.get(text, "x"), text)
    return Token("l" if text.translate(LIKE_DIGITS).isdecimal() else "a", text)


def _number(text: str) -> str:
    if text.startswith("0") or len(text) > len("9999"):
        return "z"
    value = int(text)
    if value > _THREE_DIGITS:
        return _four_digits(text)
    return next(
        kind for kind, last in zip("dnNZ", (_SMALL, _MIDDLE, LAST, _THREE_DIGITS), strict=True) if value <= last
    )


def _four_digits(text: str) -> str:
    if int(text) in _YEARS:
        return "Y"
    if has(text[:-1], text[-1]):
        return "F"
    return "f" if FIRST_CRIME <= int(text[:-1]) <= LAST and text[-1] != "0" else "z"
