"""The words around the card: in the language of the session, or in all three before one is chosen."""

from dialogs.screen import Language, text
from dialogs.words import Words


def spoken(words: Words, key: str, language: Language | None) -> tuple[tuple[Language, str], ...]:
    tongues = (language,) if language else tuple(Language)
    return tuple((each, words.say(text(key), each)) for each in tongues)


def in_lines(words: Words, key: str, language: Language | None) -> str:
    """One line for each language."""
    return "\n".join(said for _, said in spoken(words, key, language))
