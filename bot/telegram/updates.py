"""Updates as Telegram sends them, unread: one malformed update must not hide the others of its batch."""

from typing import Any, ClassVar

from aiogram import Bot, Dispatcher
from aiogram.methods import TelegramMethod
from aiogram.types import Update

from bot.telegram.door import ALLOWED_UPDATES
from bot.telegram.incoming import Incoming

RawUpdate = dict[str, Any]
EVENT_TYPE = vars(Update)["event_type"].fget
"""aiogram remembers the last 128 updates whole in it, names and words included; it is made to forget each at once."""


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
    """None for what is passed over in silence. Raise MalformedUpdate whatever is wrong: it must not stop the rest."""
    known = {kind: raw[kind] for kind in ALLOWED_UPDATES if raw.get(kind) is not None}
    if not known:
        return None
    try:
        update = Update.model_validate({"update_id": raw["update_id"], **known}, context={"bot": bot})
        found = await door.feed_update(bot, update)
    except Exception:  # noqa: BLE001  # the reason above; the error is not read, it may hold what was typed
        raise MalformedUpdate from None
    finally:
        EVENT_TYPE.cache_clear()
    return found if isinstance(found, Incoming) else None
