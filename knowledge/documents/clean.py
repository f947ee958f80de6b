"""Text as it is meant: unseen signs go, letters written in two signs become one, raised digits get a caret."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from knowledge.documents.document import Line

RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED_RUN = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_TWO_SIGNS = {
    f"{letter}{mark}": whole
    for letters, marks, wholes in (
        ("кКхХчЧ", "\u0327\u0326\u0321\u0322\u0329", "қҚҳҲҷҶ"),
        ("гГ", "\u0335\u0336\u0334", "ғҒ"),
    )
    for letter, whole in zip(letters, wholes, strict=True)
    for mark in marks
}
"""Unicode has no rule that composes these: NFC leaves ч and a comma below it two signs."""
_TWO_SIGNS_SEEN = re.compile("|".join(_TWO_SIGNS))
_GOES_ON = re.compile(r"([^\W\d_]+)-$")
_WORD_BEGINS = re.compile(r"[^\W\d_]+")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NO_SECOND_HALF = frozenset({"ва", "ё", "и", "или", "либо", "то", "and", "or"})
"""After «социально-» at a line's end these begin another word."""
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Cn"})
"""Unicode's categories of what is not seen. Private signs are not among them: they are letters of some font."""


def clean_lines(lines: Iterable[Line], *, broken_lines: bool) -> tuple[Line, ...]:
    """Empty lines go."""
    read = [replace(line, text=text) for line in lines if (text := clean(line.text))]
    return tuple(_joined(read)) if broken_lines else tuple(read)


def clean(text: str) -> str:
    text = unicodedata.normalize("NFC", text)
    text = _TWO_SIGNS_SEEN.sub(lambda found: _TWO_SIGNS[found[0]], text)
    text = _RAISED_RUN.sub(lambda found: "^" + found[0].translate(RAISED), text)
    return " ".join(
        "".join(sign for sign in text if sign.isspace() or unicodedata.category(sign) not in UNSEEN).split()
    )


def _joined(lines: list[Line]) -> list[Line]:
    """The second half of a word comes up to its first half, with whatever follows it there up to a space."""
    known = {word for line in lines for word in _WORDS.findall(line.text.casefold())}
    read: list[Line] = []
    for line in lines:
        halves = _halves(read[-1], line) if read else None
        if halves is None:
            read.append(line)
            continue
        first, second = halves
        stays = "-" if _has_hyphen(first, second, known) else ""
        up, _, rest = line.text.partition(" ")
        read[-1] = replace(read[-1], text=read[-1].text[:-1] + stays + up)
        read.extend([replace(line, text=rest)] if rest else [])
    return read


def _halves(before: Line, after: Line) -> tuple[str, str] | None:
    end, begin = _GOES_ON.search(before.text), _WORD_BEGINS.match(after.text)
    if end is None or begin is None or before.page != after.page or begin[0] in _NO_SECOND_HALF:
        return None
    return end[1], begin[0]


def _has_hyphen(first: str, second: str, known: set[str]) -> bool:
    """Its hyphen goes only if the word stands elsewhere without it, and nowhere with it."""
    if not second[0].islower() and not first.isupper():
        return True
    return (first + second).casefold() not in known or f"{first}-{second}".casefold() in known
