"""Runs of one to five signs tell a language, and survive endings and slips of the finger."""

import re
from collections.abc import Iterator

LONGEST = 5
_NOT_LETTERS = re.compile(r"[\W\d_]+")


def ngrams(text: str) -> Iterator[str]:
    """Of the letters alone; a space stands between words and at both ends."""
    letters = f" {_NOT_LETTERS.sub(' ', text.lower()).strip()} "
    for length in range(1, LONGEST + 1):
        for begin in range(len(letters) - length + 1):
            yield letters[begin : begin + length]
