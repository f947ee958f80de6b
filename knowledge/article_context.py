"""What stands around article numbers and is none: terms, sums, numbers of laws, telephones, letters of clauses."""

import re
from collections.abc import Iterable

from knowledge.article_tokens import Token, shape, split

_CLAUSES = re.compile(r"C[al]\)?(?:&[al]\)?)*|C\(?[dw]\)?(?=&?P)|(?<=P[dw])&?C[dw](?!O?A)")
_STRAY_SIGNS = re.compile(r"(?<![dwnNZzFfYRMl])\)|(?<!A)#(?![nZYzFf])(?!(?<=[xsau]#)N)")
_LAW_NUMBERS = re.compile(r"(?<!A)#[nZYzFf]|(?<=[xsau])#N")
_AMOUNTS = re.compile(r"\(?(?:(?<![PMjA])[dn][jt/]|(?<![PNMjA])[dn]&|(?<![APMj/]))[dwnNZz]u(?!Y)\)?")
_SET_ASIDE = ((_CLAUSES, ""), (_STRAY_SIGNS, ""), (_LAW_NUMBERS, "s"), (_AMOUNTS, "s"))

_CHAIN = re.compile(r"(?<![A#])(?:\(?[dnNZYzFf]\)?[j/]?){3,}")
_NEVER_IN_A_LIST, _NEVER_IN_A_PHONE = re.compile("[nZz]"), "N(d)"
_PHONE_DIGITS = 7


def tokens(text: str) -> list[Token]:
    """The row of plain text in which every number left may belong to an article."""
    row = _clause_letters(split(text))
    for pattern, left in _SET_ASIDE:
        row = _cut(row, pattern.finditer(shape(row)), left)
    row = _cut(row, (each for each in _CHAIN.finditer(shape(row)) if _is_phone(row, each)), "s")
    return [
        token._replace(kind="P") if token.kind == "C" else token for token in row
    ]  # clauses have letters, not numbers


def _clause_letters(row: Iterable[Token]) -> list[Token]:
    """«п. к» is clause к, though a lone «к» may stand for «қисм»."""
    kept: list[Token] = []
    for token in row:
        is_letter = bool(kept) and kept[-1].kind == "C" and len(token.text) == 1 and token.text.isalpha()
        kept.append(Token("a", token.text) if is_letter else token)
    return kept


def _cut(row: list[Token], matches: Iterable[re.Match[str]], left: str) -> list[Token]:
    kept, end = list[Token](), 0
    for match in matches:
        kept += [*row[end : match.start()], *([Token(left)] if left else [])]
        end = match.end()
    return kept + row[end:]


def _is_phone(row: list[Token], chain: re.Match[str]) -> bool:
    """«93 307 12 34» against «307 187 189», which is a list."""
    digits = sum(len(token.text) for token in row[chain.start() : chain.end()])
    is_list = _NEVER_IN_A_PHONE in chain.group() or not _NEVER_IN_A_LIST.search(chain.group())
    return digits >= _PHONE_DIGITS and not is_list
