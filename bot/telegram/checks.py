"""What Telegram must say of the bot before it may answer anybody."""

import asyncio

from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.types import BotCommand, User

from bot.settings import WrongSettings
from dialogs.commands import NAMES
from dialogs.screen import Language, text
from dialogs.words import Words

AGAIN = 60.0
FLAGS = (
    ("can_join_groups", "groups must be off (BotFather: /setjoingroups, Disable)"),
    ("can_read_all_group_messages", "group privacy must be on (BotFather: /setprivacy, Enable)"),
    ("supports_inline_queries", "inline mode must be off (BotFather: /setinline, off)"),
    ("can_connect_to_business", "business mode must be off (BotFather: Bot Settings, Business Mode)"),
)


def check(me: User) -> None:
    """In a group, or in somebody's business account, others would see who asks. Raise WrongSettings."""
    if wrong := [f"bot: {sentence}" for flag, sentence in FLAGS if getattr(me, flag, False)]:
        raise WrongSettings(wrong)


async def check_webhook(bot: Bot) -> None:
    """A webhook that we did not set takes our families' words elsewhere. Raise WrongSettings."""
    if (await bot.get_webhook_info()).url:
        raise WrongSettings(["bot: a webhook is set; if you did not set it, the token may be stolen: revoke it"])


async def offer_commands(bot: Bot, words: Words) -> None:
    """The menu in each language of Telegram's own, in Tajik for all others; tried until Telegram takes it."""
    while True:
        try:
            return await _offer(bot, words)
        except AiogramError:
            await asyncio.sleep(AGAIN)


async def _offer(bot: Bot, words: Words) -> None:
    for language in (None, *Language):
        spoken = language or Language.TG
        menu = [BotCommand(command=name, description=words.say(text(f"command-{name}"), spoken)) for name in NAMES]
        await bot.set_my_commands(menu, language_code=language.value if language else None)
