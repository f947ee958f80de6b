"""What people type, made plain before it is read: nothing invisible, raised digits apart from those before them."""

import unicodedata
from itertools import groupby

LONGEST = 4096
MARKS_ON_A_LETTER = 2
RAISED = "^"
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−⁃"), "-")
_BRACKETS = {**dict.fromkeys(map(ord, "[{"), "("), **dict.fromkeys(map(ord, "]}"), ")")}
_SIGNS = _DASHES | _BRACKETS | {ord("⁄"): "/", ord("∕"): "/", ord("№"): "#", ord("§"): " art "}
_LETTERS = str.maketrans("қҳҷғњљђћ", "кхчгхчгк")
"""Tajik letters as people type them without a Tajik keyboard; only words are matched after this, never numbers."""


def plain(text: str) -> str | None:
    """None where nothing may be read: too long, broken characters, heaps of marks, digits that are not 0 to 9.

    A raised digit becomes `^1` first: NFKC, asked at once, would turn 307¹ into 3071.
    """
    if len(text) > LONGEST or any(map(_is_broken, text)):
        return None
    folded = unicodedata.normalize("NFKD", "".join(map(_sign, text)))
    if _is_heaped(folded) or any(each.isdecimal() and not each.isascii() for each in folded):
        return None
    return "".join(each for each in folded if not _is_mark(each)).casefold().translate(_LETTERS)


def _is_broken(each: str) -> bool:
    return unicodedata.category(each) in {"Cc", "Cs"} and each not in "\n\r\t"


def _sign(each: str) -> str:
    """One character as it is read: nothing for an invisible one, `^1` for a raised, lowered or circled 1."""
    match unicodedata.category(each):
        case "Cf":
            return ""
        case "No":
            digit = unicodedata.digit(each, None)
            return " " if digit is None else f"{RAISED}{digit}"
    return each.translate(_SIGNS)


def _is_mark(each: str) -> bool:
    return unicodedata.category(each) in {"Mn", "Me"}


def _is_heaped(text: str) -> bool:
    return any(marks and len(list(run)) > MARKS_ON_A_LETTER for marks, run in groupby(text, key=_is_mark))
