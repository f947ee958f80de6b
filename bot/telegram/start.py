"""The Telegram bot from start to a polite end: poller, worker, sender and sweeper side by side."""

import asyncio
import secrets
import time

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import AiogramError, TelegramConflictError, TelegramUnauthorizedError
from aiogram.types import User

from bot.clock import now
from bot.log import Happened, report
from bot.opening import AlreadyRunning, Opened, open_all, read_words
from bot.settings import Settings, WrongSettings
from bot.stopping import side_by_side, until_asked_to_stop
from bot.telegram.checks import check, check_webhook, offer_commands
from bot.telegram.clocks import compare_clocks
from bot.telegram.door import door
from bot.telegram.house import House
from bot.telegram.pace import Pace
from bot.telegram.poller import LONGEST_PAUSE, Poller
from bot.telegram.sender import Sender
from bot.telegram.sweeper import Sweeper
from bot.telegram.turns import Turns
from bot.telegram.wiping import Wiper
from bot.telegram.worker import Worker

POLL = 25
LAST_SECONDS = 5.0
EVERYWHERE, IN_A_CHAT = 25.0, 1.0
"""Calls a second: Telegram names 30 in all and 1 in a chat, with short bursts allowed."""
UNKNOWN_TOKEN = "DODKHOH_BOT_TOKEN: Telegram does not know this token"  # noqa: S105  # a sentence, not a token


async def serve(settings: Settings, everywhere: float = EVERYWHERE, in_a_chat: float = IN_A_CHAT) -> None:
    """Until SIGTERM or SIGINT. Raise WrongSettings or AlreadyRunning where only a person can help."""
    token = settings.bot_token
    if token is None:
        raise WrongSettings(["DODKHOH_BOT_TOKEN: is missing"])
    opened = open_all(settings)
    try:
        api = TelegramAPIServer.from_base(settings.bot_api)
        async with Bot(token.get_secret_value(), session=AiohttpSession(api=api)) as bot:
            pace = Pace(everywhere, in_a_chat, time.monotonic)
            await until_asked_to_stop(_live(settings, bot, opened, pace))
    except TelegramUnauthorizedError:
        raise WrongSettings([UNKNOWN_TOKEN]) from None
    except TelegramConflictError:
        raise AlreadyRunning from None
    finally:
        opened.vault.close()
        opened.lock.close()


async def _introduced(bot: Bot) -> User:
    """Telegram may be out of reach when the machine starts: ask until it answers."""
    pause = 1.0
    while True:
        try:
            me = await bot.get_me()
            check(me)
            await check_webhook(bot)
        except TelegramUnauthorizedError:
            raise
        except AiogramError as trouble:
            pause = max(pause, getattr(trouble, "retry_after", 0.0))
            report(Happened.TELEGRAM_SILENT, seconds=pause)
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)
        else:
            return me


async def _live(settings: Settings, bot: Bot, opened: Opened, pace: Pace) -> None:
    me = await _introduced(bot)
    words = read_words(settings, f"@{me.username}")
    house = House(bot, opened.vault, words, opened.vocabulary, now, secrets.token_bytes)
    sender, wiper = Sender(house, pace), Wiper(house)
    turns = Turns(house, wiper.erase)
    worker = Worker(house, turns, sender.posted.set)
    poller = Poller(house, door(), worker.arrived.set, turns.unstored, POLL)
    menu = asyncio.create_task(offer_commands(bot, words))
    clocks = asyncio.create_task(compare_clocks(settings.bot_api))
    report(Happened.STARTED)
    try:
        await side_by_side(poller.run(), worker.run(), sender.run(), Sweeper(house, wiper).run())
    finally:
        menu.cancel()
        clocks.cancel()
        await asyncio.wait({menu, clocks, *sender.on_the_way, *wiper.on_the_way}, timeout=LAST_SECONDS)
        report(Happened.STOPPED)
