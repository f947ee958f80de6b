"""A text that can be read consists of known words: in laws every third or second one stands in a short list.

The lists hold function words and the commonest words of laws, some two hundred a language. Their share, as measured:
42 to 57 % in three Tajik acts, 35 % in a Russian constitution, on the poorest single page 26 %. A font that does not
name its letters, or another language, gives next to nothing.
"""

import re
from functools import cache
from pathlib import Path

LANGUAGES = ("tg", "ru", "en")
LEAST_WORDS, LEAST_KNOWN = 200, 0.15
"""From so many words on, a text with a smaller share of known ones is refused."""
LEAST_WORDS_OF_A_PAGE, LEAST_KNOWN_OF_A_PAGE = 100, 0.05
"""A page can be a list of substances or names: it is only remarked on."""
_WORDS = Path(__file__).parent / "words"
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _known(language: str) -> frozenset[str]:
    return frozenset((_WORDS / f"{language}.txt").read_text(encoding="utf-8").split())


def load() -> None:
    """Before files are forbidden."""
    for language in LANGUAGES:
        _known(language)


def words_of(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def known_words(text: str) -> int:
    """How many words of the text stand in the list of the language that has most of them."""
    words = words_of(text)
    return max(sum(word in _known(language) for word in words) for language in LANGUAGES)


def share(text: str, least_words: int = LEAST_WORDS) -> float:
    """Known words in all; 1 where there are too few words to tell."""
    words = words_of(text)
    return known_words(text) / len(words) if len(words) >= least_words else 1.0
