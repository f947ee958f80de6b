"""One server, one client and one phone for each test of the fake."""

from collections.abc import AsyncIterator

import pytest
from aiogram import Bot

from tests.telegram.client import open_bot
from tests.telegram.fake_bot_api import FakeBotApi
from tests.telegram.phone import Phone


@pytest.fixture
async def api() -> AsyncIterator[FakeBotApi]:
    async with FakeBotApi() as server:
        yield server


@pytest.fixture
async def bot(api: FakeBotApi) -> AsyncIterator[Bot]:
    async with open_bot(api) as client:
        yield client


@pytest.fixture
def phone(api: FakeBotApi) -> Phone:
    """A family that has said its first word."""
    phone = Phone(api)
    phone.post(text="/start")
    return phone
