"""Annexes, laws on the act and signatures stand behind its last article and belong to none."""

import re

from knowledge.acts.words import plain

_OFFICES = r"президенти?|раиси|сарвазири?|председатель|премьер-министр|спикер"
_WORD = r"[^\s.]+(?:\.\s?[^\s.]+)*"
_BEGINS_SO = re.compile(
    r"(?:замимаи?\b|приложени[ея]\b|переходные положения|мукаррароти гузариш|конуни чумхурии точикистон$)"
    rf"|(?:{_OFFICES})(?:\s+(?:чумхурии точикистон|республики таджикистан|мачлиси олии))?"
    rf"(?:\s+{_WORD}){{0,4}}?(?:\s+[шг]\.\s?\w+.*)?$"
)
_ANNEX = re.compile(r"(?:замимаи?|приложени[ея])\s*(?:№\s*)?\d*\.?")
_RESOLUTION = re.compile(r"карори мачлиси")
_SIGNED = re.compile(r"(?:\S+\s+){0,9}[А-ЯЁҒӢҚӮҲҶ]\.\s?(?:[А-ЯЁҒӢҚӮҲҶ]\.\s?)?[А-ЯЁҒӢҚӮҲҶ][а-яёғӣқӯҳҷ]+")
"""«Маҷлиси Олии Ҷумҳурии Тоҷикистон Н. Ношинос»: a name with its initials at the end, and no full stop."""
_SENTENCE = re.compile(r"[.;:,]\s*$")


def stands_behind(text: str) -> bool:
    """A sentence of an article may begin with the same words: it ends with a stop, a signature does not."""
    text = text.strip()
    if not text[:1].isupper():
        return False
    words = plain(text)
    if _RESOLUTION.match(words):
        return True
    return not _SENTENCE.search(text) and bool(_BEGINS_SO.match(words) or _SIGNED.fullmatch(text))


def names_an_annex(text: str) -> bool:
    """«Замимаи 1» and no more: what follows on the next line is not its sentence."""
    return bool(_ANNEX.fullmatch(plain(text.strip())))
