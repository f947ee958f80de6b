"""The real aiogram client, pointed at the fake; it leaves without aiogram's quarter of a second for TLS."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from tests.telegram.fake_bot_api import FakeBotApi


class BriefSession(AiohttpSession):
    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()


@asynccontextmanager
async def open_bot(api: FakeBotApi, token: str | None = None) -> AsyncIterator[Bot]:
    async with BriefSession(api=TelegramAPIServer.from_base(api.url)) as session:
        yield Bot(token or api.token, session=session)
