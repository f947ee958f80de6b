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


WHOLE_PROGRAM = ("tests/bot/", "tests/telegram/", "tests/bad_inputs/test_a_", "tests/bad_inputs/test_b_")
"""Tests that run the whole bot over the fake Bot API: part of `make test`, too long for `make check`."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.nodeid.startswith(WHOLE_PROGRAM):
            item.add_marker(pytest.mark.slow)
