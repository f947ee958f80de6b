"""An old file does not name its charset: the one in which most words are known is taken, and the editor is told."""

import codecs

from knowledge.documents.document import DocumentRefused, Refusal
from knowledge.documents.language import known_words

EIGHT_BITS = ("cp1251", "koi8_r", "koi8_t", "cp866")
ENOUGH = 200_000
"""Signs that are looked at to tell a charset."""
ALL = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", *EIGHT_BITS)
_BOMS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def decoded(content: bytes) -> tuple[str, str]:
    """The text and its charset. Raise DocumentRefused: UNKNOWN_CHARSET."""
    marked = next((name for bom, name in _BOMS.items() if content.startswith(bom)), None)
    for name in (marked or "utf-8",):
        text = _in(content, name)
        if text is not None:
            return text, name
    read = [(text, name) for name in EIGHT_BITS if marked is None and (text := _in(content, name)) is not None]
    best = max(read, key=lambda each: known_words(each[0][:ENOUGH]), default=None)
    if best is None or not known_words(best[0][:ENOUGH]):
        raise DocumentRefused(Refusal.UNKNOWN_CHARSET)
    return best


def _in(content: bytes, name: str) -> str | None:
    try:
        return content.decode(name)
    except UnicodeDecodeError:
        return None
