"""Letters can be lost or misread before a file reaches us: no program can bring them back for certain."""

import re
from contextlib import suppress

MISTAKEN = ("cp1252", "latin-1", "cp1251")
"""What UTF-8 is taken for by mistake."""
MOST_LOST = 0.001
MOST_TWICE = 0.05
SHOWN = 12
_LOST = re.compile(
    r"\w*(?:(?<=[а-яёғӣқӯҳҷ])[?\ufffd](?=[а-яёғӣқӯҳҷ])|(?<![^\s«(])[?\ufffd](?=[а-яёғӣқӯҳҷ]{2}))\w*", re.IGNORECASE
)
_RUN = re.compile(r"[^\s\x00-\x7f]{4,}")


def lost_letters(text: str) -> list[str]:
    """Words with «?» for a letter, if they are too many for slips: Tajik saved in a Russian charset looks so."""
    words = [found[0] for found in _LOST.finditer(text)]
    letters = sum(sign.isalpha() for sign in text)
    return words[:SHOWN] if len(words) > MOST_LOST * letters else []


def decoded_twice(text: str) -> list[str]:
    """Words that are UTF-8 read as another charset, if they are many: «Ð¡Ñ‚» and «РЎС‚» for «Ст»."""
    runs = _RUN.findall(text)
    twice = [run for run in runs if _twice(run)]
    return twice[:SHOWN] if len(twice) > MOST_TWICE * len(runs) else []


def _twice(run: str) -> bool:
    """Four signs that happen to be two letters of UTF-8 do not stand together in any language of ours."""
    for charset in MISTAKEN:
        with suppress(UnicodeError):
            if len(run.encode(charset).decode()) < len(run):
                return True
    return sum(sign in "ÐÑÒÓ" for sign in run) * 3 >= len(run)
