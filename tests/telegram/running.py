"""The real bot in this process against the fake Bot API: its own poller, dispatcher, HTTP client and vault."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from pydantic import SecretStr

from bot.settings import Settings
from bot.telegram.start import serve
from tests.telegram.fake_bot_api import FakeBotApi

FAST = 10_000.0
"""Calls a second: the pace has tests of its own."""


def settings_for(api: FakeBotApi, folder: Path) -> Settings:
    return Settings(
        bot_token=SecretStr(api.token), bot_api=api.url, data=folder / "data", keys=folder / "secret" / "keys"
    )


@asynccontextmanager
async def running(api: FakeBotApi, folder: Path, pace: float = FAST) -> AsyncIterator[asyncio.Task[None]]:
    """Stopped at the end; a failure of the bot fails the test."""
    task = asyncio.create_task(serve(settings_for(api, folder), pace, pace))
    try:
        yield task
        assert not task.done(), task.exception()
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
