"""A text that can be read consists of known words: in laws every third or second one stands in a short list.

The lists hold function words and the commonest words of laws, some two hundred a language. Their share, as measured:
42 to 57 % in three Tajik acts, 35 % in a Russian constitution, on the poorest single page 26 %. A font that does not
name its letters, or another language, gives next to nothing.
"""

import re
from collections import Counter
from functools import cache
from pathlib import Path

LANGUAGES = ("tg", "ru", "en")
LEAST_WORDS, LEAST_KNOWN = 200, 0.15
"""From so many words on, a text with a smaller share of known ones is refused."""
LEAST_WORDS_OF_A_PAGE, LEAST_KNOWN_OF_A_PAGE = 100, 0.05
"""A page can be a list of substances or names: it is only remarked on."""
_WORDS = Path(__file__).parent / "words"
_WITHOUT_TAJIK_LETTERS = str.maketrans("қҳҷғӯӣ", "кхчгуи")
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _known(language: str) -> frozenset[str]:
    return frozenset((_WORDS / f"{language}.txt").read_text(encoding="utf-8").split())


def load() -> None:
    """Before files are forbidden."""
    for language in LANGUAGES:
        _known(language)


def known_words(text: str) -> int:
    """How many words of the text stand in the list of the language that has most of them."""
    return _counted(text)[1]


def share(text: str, least_words: int = LEAST_WORDS) -> float:
    """Known words in all; 1 where there are too few words to tell."""
    words, known = _counted(text)
    return known / words if words >= least_words else 1.0


def language_of(text: str) -> str:
    """The language that has most of the words, Tajik also where it is typed without its letters."""
    words = Counter(found[0] for found in _WORD.finditer(text.casefold()))
    spelt = {language: _known(language) for language in LANGUAGES}
    spelt["tg"] = spelt["tg"] | {word.translate(_WITHOUT_TAJIK_LETTERS) for word in spelt["tg"]}
    return max(LANGUAGES, key=lambda language: sum(words[word] for word in spelt[language]))


def _counted(text: str) -> tuple[int, int]:
    words = Counter(found[0] for found in _WORD.finditer(text.casefold()))
    known = (sum(words[word] for word in _known(language)) for language in LANGUAGES)
    return words.total(), max(known)
