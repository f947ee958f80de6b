"""What a family writes, sends and does to its chat, but for pressing buttons."""

import asyncio
from typing import Any

from tests.bad_inputs.family import Family
from tests.bad_inputs.scene import CANARY, Scene
from tests.bad_inputs.table import typed

CHANNEL = {"id": -1_001_600_000_001, "type": "channel", "title": CANARY}
BOT = {"id": 4004, "is_bot": True, "first_name": CANARY, "username": f"{CANARY}_bot"}


def spoken(text: str, times: str = "1") -> str:
    return typed(text).replace("{canary}", CANARY) * int(times)


async def say(_: Scene, who: Family, text: str, times: str = "1", date: str = "") -> None:
    who.phone.post(text=spoken(text, times), **({"date": int(date)} if date else {}))


async def say_again(_: Scene, who: Family, text: str, times: str) -> None:
    for _number in range(int(times)):
        who.phone.post(text=spoken(text))


async def say_in_haste(_: Scene, who: Family, text: str, times: str) -> None:
    """One after another, so that the bot is at work meanwhile."""
    for _number in range(int(times)):
        who.phone.post(text=spoken(text))
        await asyncio.sleep(0.004)


async def say_and_edit(_: Scene, who: Family, text: str, into: str) -> None:
    who.phone.edit(who.phone.post(text=text), into)


async def say_and_delete(_: Scene, who: Family, text: str) -> None:
    who.phone.delete(who.phone.post(text=text))


async def send(_: Scene, who: Family, kind: str, **fields: str) -> None:
    who.phone.send(kind, **{name: spoken(text) for name, text in fields.items()})


async def send_content(_: Scene, who: Family, kind: str) -> None:
    """What `send` does not know: new kinds, kinds that do not exist yet, Telegram's notices in a person's name."""
    file = {"file_id": "AgACAgIAAxk", "file_unique_id": "AQAD", "width": 720, "height": 960}
    contents: dict[str, dict[str, Any]] = {
        "live photo": {"live_photo": {**file, "duration": 3}, "photo": [file], "caption": CANARY},
        "rich message": {"rich_message": {"blocks": [{"type": "paragraph", "text": CANARY}]}},
        "hologram": {"hologram": {"shows": CANARY}},
        "people": {"users_shared": {"request_id": 1, "users": [{"user_id": 77, "first_name": CANARY}]}},
        "chat": {"chat_shared": {"request_id": 1, "chat_id": -77, "title": CANARY}},
        "pinned card": {"pinned_message": who.phone.messages[-1].raw},
        "timer": {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86400}},
    }
    who.phone.post(**contents[kind])


async def album(_: Scene, who: Family, kind: str, count: str) -> None:
    who.phone.album(int(count), kind, caption=CANARY)


async def forward(_: Scene, who: Family, origin: str, text: str = "{canary}") -> None:
    who.phone.forward(spoken(text), origin)


async def forward_kind(_: Scene, who: Family, kind: str) -> None:
    origin = {"type": "hidden_user", "date": 0, "sender_user_name": CANARY}
    who.phone.send(kind, forward_origin=origin)


async def quote(scene: Scene, who: Family, text: str) -> None:
    """A reply to a message of another chat."""
    origin = {"type": "channel", "date": scene.api.clock.now, "chat": CHANNEL, "message_id": 5}
    who.phone.post(text=text, external_reply={"origin": origin, "chat": CHANNEL, "message_id": 5})


async def say_via_bot(_: Scene, who: Family, text: str) -> None:
    who.phone.post(text=text, via_bot=BOT)


async def delete_card(_: Scene, who: Family) -> None:
    who.phone.delete(who.phone.card.message_id)


async def block(_: Scene, who: Family) -> None:
    who.phone.block()


async def unblock(_: Scene, who: Family) -> None:
    who.phone.unblock()


async def deactivate(_: Scene, who: Family) -> None:
    who.phone.deactivate()
