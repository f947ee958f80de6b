"""A mark that is taken out may leave signs behind at its place: a second bracket, a comma before the full stop."""

import re
from itertools import accumulate

GONE = "\ue000"
"""Stands for each letter of a mark, so that places in the text stay where they are until all marks are found."""
_EMPTY_BRACKETS = re.compile(rf"\s*\(\s*{GONE}+[\s.]*\)")
_BESIDE = re.compile(rf"\s*(?P<opens>\()\s*(?={GONE})|(?<={GONE})\s*(?P<closes>\))")
_COMMA_BEFORE_A_STOP = re.compile(rf",({GONE}+)\s*(?=[,.;:])")
_SAME_STOP_TWICE = re.compile(rf"(?P<stop>[.;:])({GONE}+)\s*(?P=stop)")
_APART_FROM_ITS_STOP = re.compile(rf"({GONE}+)[ \t]+(?=[,.;:])")
_ITEM = re.compile(r"(?<![\w(])\w{1,2}\)")
"""«а)», «1)»: its bracket has no fellow and is none's."""
_MIRRORED = str.maketrans("()", ")(")


def without_remains(text: str) -> str:
    """Only what stands beside a mark goes: «бошад,, бо» and «боғ )» of the official text itself stay."""
    text = _BESIDE.sub(_without_a_lone_bracket, _EMPTY_BRACKETS.sub(_blank, text))
    text = _COMMA_BEFORE_A_STOP.sub(r"\1", text)
    text = _SAME_STOP_TWICE.sub(r"\g<stop>\2", text)
    return _APART_FROM_ITS_STOP.sub(r"\1", text).replace(GONE, "")


def _blank(found: re.Match[str]) -> str:
    return GONE * len(found.group())


def _without_a_lone_bracket(found: re.Match[str]) -> str:
    text, place = found.string, found.start(found.lastgroup or 0)
    before, after = text[:place].rpartition("\n")[2], text[place + 1 :].partition("\n")[0]
    has_fellow = _opens_more(_ITEM.sub("", before)) if found["closes"] else _closes_more(after)
    return found.group() if has_fellow else _blank(found)


def _opens_more(text: str) -> bool:
    return _closes_more(text[::-1].translate(_MIRRORED))


def _closes_more(text: str) -> bool:
    """Somewhere in it a bracket closes that did not open in it."""
    depths = accumulate((each == "(") - (each == ")") for each in text)
    return any(depth < 0 for depth in depths)
