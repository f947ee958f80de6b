"""A word that some text has in small letters is a word of its language and nobody's name.

Five letters are enough to know it again: Tajik, Russian and English change the ends of their words.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from knowledge.corpus import FOLDER
from knowledge.sheet import LANGUAGES

Spoken = Mapping[str, frozenset[str]]
"""The beginnings of all words in small letters, by language."""
_LETTERS = 5
_SMALL = re.compile(r"(?<![\w'’-])[a-zа-яёғӣқӯҳҷ][\w'’-]*")


def spoken_in(folder: Path) -> Spoken:
    """In the folder and in the program's own corpus: a folder may be a small part of one."""
    return {language: _spoken(folder, language) | _spoken_here(language) for language in LANGUAGES}


def beginning(word: str) -> str:
    return word.casefold()[:_LETTERS]


@cache
def _spoken_here(language: str) -> frozenset[str]:
    return _spoken(FOLDER, language)


def _spoken(folder: Path, language: str) -> frozenset[str]:
    """A file that cannot be read is told elsewhere and has its words all the same; its front matter says nothing."""
    texts = (path.read_text(encoding="utf-8", errors="replace") for path in folder.rglob(f"{language}.md"))
    return frozenset(beginning(word) for text in texts for word in _SMALL.findall(text.rpartition("---\n")[2]))
