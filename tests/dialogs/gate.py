"""What must not get into words: too long for Telegram, too wide for a phone, untranslated, or signs for machines."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from dialogs.draw import Drawn, plain
from dialogs.screen import Language

MOST_UNITS = 4096
"""Telegram's limit for a message, in UTF-16 units."""
MOST_OF_A_LABEL = 40
SAME_EVERYWHERE = frozenset({"header-languages", "command-language", "wipe-icon"})
SIGNS = re.compile(r"[<>{}$]|&\w+;|%[sd(]")
"""Tags, references and placeholders: every edge escapes them, so a family would see them as they stand."""

Card = tuple[str, Drawn]
"""Its key, and what is shown."""


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def too_long(cards: Iterable[Card]) -> dict[str, int]:
    return {key: size for key, card in cards if (size := units(plain(card))) > MOST_UNITS}


def too_wide(cards: Iterable[Card]) -> set[str]:
    """Labels of citations are as long as the law makes them."""
    labels = {label.lstrip("✓▫ ") for key, card in cards for row in card.rows for label in row if key != "basis"}
    return {label for label in labels if len(label) > MOST_OF_A_LABEL and ":" not in label}


def strange(cards: Iterable[Card]) -> dict[str, str]:
    found = ((key, SIGNS.search("\n".join((plain(card), *sum(card.rows, ()))))) for key, card in cards)
    return {key: sign.group() for key, sign in found if sign}


def untranslated(sources: Mapping[Language, str], other: Language) -> set[str]:
    """Keys whose words are those of the English file."""
    english = written(sources[Language.EN])
    same = {key for key, words in written(sources[other]).items() if words.strip() == english.get(key, "").strip()}
    words_in_it = {key for key in same if re.search("[A-Za-z]{4}", re.sub(r"\{[^}]*\}", "", english[key]))}
    return words_in_it - SAME_EVERYWHERE


@cache
def written(source: str) -> dict[str, str]:
    """What stands behind each key, as it is written."""
    found: dict[str, str] = {}
    name = ""
    for line in source.splitlines():
        if begun := re.match(r"([a-z][\w-]*) =(.*)", line):
            name = begun[1]
            found[name] = begun[2]
        elif begun := re.match(r"    \.(\w+) =(.*)", line):
            name = f"{name.partition('.')[0]}.{begun[1]}"
            found[name] = begun[2]
        elif name and not line.startswith("#"):
            found[name] += "\n" + line
    return found
