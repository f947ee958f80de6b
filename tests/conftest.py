"""What every test may use: the real words, in the three languages."""

from collections.abc import Iterator

import pytest

from dialogs.vocabulary import Vocabulary
from dialogs.words import Words
from knowledge.corpus import load


@pytest.fixture(scope="session", autouse=True)
def _own_data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Whatever a test starts keeps its data in a folder of the tests, never in the home of whoever runs them."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("DODKHOH_DATA", str(tmp_path_factory.mktemp("data")))
        yield


@pytest.fixture(scope="session")
def words() -> Words:
    return Words.load(load(), {"bot": "none", "hotline": "none"})


@pytest.fixture(scope="session")
def vocabulary(words: Words) -> Vocabulary:
    return words.vocabulary()


WHOLE_PROGRAM = (
    "tests/bot/",
    "tests/telegram/",
    "tests/bad_inputs/test_a_",
    "tests/bad_inputs/test_b_",
    "tests/bad_inputs/test_g_",
    "tests/knowledge/acts/test_properties",
    "tests/knowledge/releases/test_full_disk",
    "tests/knowledge/releases/test_kill",
    "tests/knowledge/releases/test_power_cut",
    "tests/knowledge/test_home",
    "tests/test_knowledge_command",
)
"""Tests that run the whole bot over the fake Bot API, or crash after crash: not in `make check`."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.nodeid.startswith(WHOLE_PROGRAM):
            item.add_marker(pytest.mark.slow)
