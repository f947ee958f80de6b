"""A server in Telegram's place; bots as processes, each with a home; and the parts of one, put together in a test."""

import sqlite3
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from dialogs.words import Words
from tests.bot.parts import Parts, Workshop
from tests.bot.process import Bots, Home, Nursery
from tests.bot.walker import Walker
from tests.telegram.fake_bot_api import FakeBotApi
from tests.telegram.phone import Phone


@pytest.fixture
async def api() -> AsyncIterator[FakeBotApi]:
    async with FakeBotApi() as server:
        yield server
    assert server.violations == []


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@pytest.fixture
async def bots(home: Home, nursery: Nursery) -> AsyncIterator[Bots]:
    started = Bots(home, nursery)
    yield started
    await started.end()


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    with Nursery() as opened:
        yield opened


@pytest.fixture
def connections() -> Iterator[list[sqlite3.Connection]]:
    """Those that are opened while the test runs, as the database itself sees them."""
    opened: list[sqlite3.Connection] = []

    def note(connection: sqlite3.Connection, _: object) -> None:
        opened.append(connection)

    event.listen(Engine, "connect", note)
    yield opened
    event.remove(Engine, "connect", note)


@pytest.fixture
def workshop(api: FakeBotApi, tmp_path: Path, words: Words) -> Workshop:
    return Workshop(api, tmp_path, words)


@pytest.fixture
async def parts(workshop: Workshop, connections: list[sqlite3.Connection]) -> AsyncIterator[Parts]:  # noqa: ARG001  # it must listen before the vault opens
    async with workshop.parts() as made:
        yield made


@pytest.fixture
async def walker(parts: Parts) -> Walker:
    return await parts.begun(Phone(parts.api))
