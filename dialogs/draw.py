"""A card in the words of its language, ready for an edge to lay out."""

from collections.abc import Callable
from dataclasses import dataclass

from dialogs.screen import Kind, Language, Screen
from dialogs.words import Words


@dataclass(frozen=True, slots=True)
class Drawn:
    """Lines with how each is laid out, and the labels of the choices row by row."""

    lines: tuple[tuple[Kind, str], ...]
    rows: tuple[tuple[str, ...], ...]


def draw(screen: Screen, words: Words) -> Drawn:
    language = screen.language or Language.TG
    lines = tuple((part.kind, words.say(part.text, language)) for part in screen.parts)
    return Drawn(lines, tuple(tuple(words.say(each.label, language) for each in row) for row in screen.rows))


def plain(drawn: Drawn) -> str:
    return laid_out(drawn, lambda _, line: line)


def laid_out(drawn: Drawn, written: Callable[[Kind, str], str]) -> str:
    """Items one under another and a label close to what it labels; everything else a paragraph of its own."""
    text = ""
    before: Kind | None = None
    for kind, line in drawn.lines:
        close = before is Kind.LABEL or (before is Kind.ITEM and kind is Kind.ITEM)
        text += ("\n" if close else "\n\n") * bool(text) + written(kind, line)
        before = kind
    return text
