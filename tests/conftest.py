"""What every test may use: the real words, in the three languages."""

import pytest

from dialogs.vocabulary import Vocabulary
from dialogs.words import Words
from knowledge.corpus import load


@pytest.fixture(scope="session")
def words() -> Words:
    return Words.load(load(), {"bot": "none", "hotline": "none"})


@pytest.fixture(scope="session")
def vocabulary(words: Words) -> Vocabulary:
    return words.vocabulary()
