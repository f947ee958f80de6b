"""Updates as Telegram sends them, unread: one malformed update must not hide the others of its batch."""

from typing import Any, ClassVar

from aiogram import Bot, Dispatcher
from aiogram.methods import TelegramMethod
from aiogram.types import Update

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
    """None for what is passed over in silence. Raise MalformedUpdate, whatever is wrong: one must not stop the others."""
    known = {
        "update_id": raw["update_id"],
        **{kind: raw[kind] for kind in ALLOWED_UPDATES if raw.get(kind) is not None},
    }
    if len(known) == 1:
        return None
    try:
        found = await door.feed_update(bot, Update.model_validate(known, context={"bot": bot}))
    except Exception:  # noqa: BLE001  # the reason above; the error is not read, it may hold what was typed
        raise MalformedUpdate from None
    return found if isinstance(found, Incoming) else None
