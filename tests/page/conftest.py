from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from dialogs.vocabulary import Vocabulary
from dialogs.words import Words
from tests.page.computer import Computer, running
from tests.page.visitor import Visitor


@pytest.fixture
async def computer(tmp_path: Path, words: Words, vocabulary: Vocabulary) -> AsyncIterator[Computer]:
    async with running(tmp_path, words, vocabulary) as computer:
        yield computer


@pytest.fixture
async def new_visitor(computer: Computer) -> AsyncIterator[Callable[[], Awaitable[Visitor]]]:
    visitors: list[Visitor] = []

    async def make() -> Visitor:
        visitors.append(Visitor(computer))
        return visitors[-1]

    yield make
    for visitor in visitors:
        await visitor.close()


@pytest.fixture
async def visitor(new_visitor: Callable[[], Awaitable[Visitor]]) -> Visitor:
    return await new_visitor()
