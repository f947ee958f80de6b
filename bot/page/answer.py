"""What the page is answered: the card as lines and rows, and the words around it. An empty chat has an empty card."""

from collections.abc import Mapping
from typing import TypeAlias

from bot.buttons import packed
from bot.chat import Chat
from bot.page.spoken import in_lines, spoken
from dialogs.draw import draw
from dialogs.screen import Language
from dialogs.show import show
from dialogs.words import Words

Body: TypeAlias = Mapping[str, object]

AROUND = ("name", "bot", "strip", "start", "chat", "say", "send", "attach", "attached", "lost")


def answer(words: Words, chat: Chat | None, *, stale: bool = False, wiped: bool = False) -> Body:
    language = chat.session.language if chat else None
    return {
        "language": language,
        "card": card(words, chat),
        "toast": _toast(words, language, stale=stale, wiped=wiped),
        "wiped": wiped,
        "page": around(words, language),
    }


def card(words: Words, chat: Chat | None) -> Body:
    """A button carries its place on the card, counted through all rows."""
    if chat is None:
        return {"lines": [], "rows": []}
    drawn, carried = draw(show(chat.session), words), iter(packed(chat))
    rows = [[{"label": label, "data": next(carried)} for label in row] for row in drawn.rows]
    return {"lines": drawn.lines, "rows": rows}


def around(words: Words, language: Language | None) -> Body:
    """For each language spoken now, its words by their keys without `page-`."""
    tables: dict[str, dict[str, str]] = {}
    for key in AROUND:
        for tongue, said in spoken(words, f"page-{key}", language):
            tables.setdefault(tongue.value, {})[key] = said
    return tables


def _toast(words: Words, language: Language | None, *, stale: bool, wiped: bool) -> str | None:
    """A wipe's tick is the same in all languages."""
    if wiped:
        return in_lines(words, "toast-wiped", Language.TG)
    return in_lines(words, "toast-stale", language) if stale else None
