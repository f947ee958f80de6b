"""Updates as Telegram sends them, unread: one malformed update must not hide the others of its batch."""

from typing import Any, ClassVar

from aiogram import Bot, Dispatcher
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.methods import TelegramMethod
from aiogram.types import Update
from pydantic import ValidationError

from bot.telegram.door import ALLOWED_UPDATES
from bot.telegram.incoming import Incoming

RawUpdate = dict[str, Any]


class GetRawUpdates(TelegramMethod[list[RawUpdate]]):
    __returning__: ClassVar[Any] = list[RawUpdate]
    __api_method__: ClassVar[str] = "getUpdates"

    offset: int
    timeout: int
    limit: int = 100
    allowed_updates: list[str] = ALLOWED_UPDATES


class MalformedUpdate(Exception):
    """The update is not what the Bot API describes; it is kept as a dead letter and passed over."""


async def read(raw: RawUpdate, bot: Bot, door: Dispatcher) -> Incoming | None:
    """None for what is passed over in silence. Raise MalformedUpdate."""
    if not any(kind in raw for kind in ALLOWED_UPDATES):
        return None
    try:
        update = Update.model_validate(raw, context={"bot": bot})
    except ValidationError:
        raise MalformedUpdate from None
    found = await door.feed_update(bot, update)
    return found if found is not UNHANDLED and isinstance(found, Incoming) else None
