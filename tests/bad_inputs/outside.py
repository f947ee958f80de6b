"""What Telegram hands over that is no family's doing: twice, misnumbered, malformed, of strangers, of groups."""

from collections.abc import Callable, Mapping
from typing import Any

from aiogram.types import ChatMemberAdministrator

from tests.bad_inputs.family import Family
from tests.bad_inputs.saying import BOT, CHANNEL
from tests.bad_inputs.scene import CANARY, Scene
from tests.telegram import strangers
from tests.telegram.groups import AS_CHANNEL, Group, person
from tests.telegram.updates import Raw

GROUPS = {"group": -5_001, "supergroup": -1_001_500_000_001, "channel": -1_001_500_000_002}
RIGHTS = {name: False for name, field in ChatMemberAdministrator.model_fields.items() if field.annotation is bool}


async def replay(scene: Scene, _: Family) -> None:
    """The latest update once more."""
    scene.api.replay(scene.handed[-1])


async def say_as_update(scene: Scene, who: Family, text: str, update: str) -> None:
    """A message under an id of the test's choice."""
    body = {"from": who.phone.user, "text": text}
    message = scene.api.keep(scene.api.open_chat(who.phone.raw_chat), body, from_bot=False)
    scene.handed.append(scene.api.inject({"update_id": int(update), "message": message.raw}))


async def jump(scene: Scene, _: Family, update: str) -> None:
    """Telegram numbers its updates anew, as after a week without any."""
    scene.api.updates.jump(int(update))


async def inject(scene: Scene, _: Family, what: str) -> None:
    date = scene.api.clock.now
    several: Mapping[str, list[Raw]] = {
        "unknown": [strangers.unknown()],
        "unknown beside nothing": [{"message": None, **strangers.unknown()}],
        "other": strangers.other(date),
        "business": strangers.business(date),
        "inline": strangers.inline(),
        "guest": [strangers.guest(date)],
        "bot": [strangers.from_a_bot(date)],
        "no id": [{"update_id": "many", "message": strangers.message(date)}],
        "endless id": [{"update_id": 10**30, "message": strangers.message(date)}],
        **{f"malformed {number}": [raw] for number, raw in enumerate(strangers.malformed(), 1)},
    }
    for raw in several[what]:
        scene.handed.append(scene.api.inject(raw))


async def say_where_chat_is(scene: Scene, _: Family, chat: str, text: str) -> None:
    """In a private chat with an id that none has."""
    scene.api.inject({"message": strangers.message(scene.api.clock.now, int(chat), text=text)})


async def say_as(scene: Scene, who: Family, sender: str, text: str) -> None:
    """In the family's chat, but not from the family."""
    senders: dict[str, dict[str, Any]] = {
        "bot": {"from": BOT},
        "sender_chat": {"sender_chat": CHANNEL},
        "channel": {"from": AS_CHANNEL, "sender_chat": CHANNEL},
        "nobody": {"from": None},
    }
    body = {"from": who.phone.user, "text": text, **senders[sender]}
    message = scene.api.keep(scene.api.open_chat(who.phone.raw_chat), body, from_bot=False)
    scene.api.push("message", message.raw, who.phone.chat_id)


async def group(scene: Scene, who: Family, kind: str, does: str) -> None:
    """The bot is pulled into a group, or is in one already, and something happens there."""
    there = Group(scene.api, GROUPS[kind])
    there.raw.update(type=kind, title=CANARY)
    there.chat.member = does not in ("invite", "invite as admin")
    scene.groups.append(there)
    deeds: Mapping[str, Callable[[], object]] = {
        "invite": there.invite,
        "invite as admin": lambda: _promote(scene, there),
        "say": lambda: there.says(CANARY),
        "start": lambda: there.says("/start"),
        "say in a topic": lambda: there.says(CANARY, message_thread_id=4, is_topic_message=True),
        "say anonymously": lambda: there.says_anonymously(CANARY),
        "say as channel": lambda: there.says_as_channel(CANARY),
        "migrate": lambda: scene.groups.append(there.migrate()),
        "remove": there.remove,
        "tap": lambda: there.tap(who.data("answer:serving"), 77),
    }
    deeds[does]()


def _promote(scene: Scene, group: Group) -> None:
    """The bot is added with the rights of an administrator, every one of them named as Telegram names it."""
    group.chat.member = True
    head = {"chat": group.raw, "from": person(), "date": scene.api.clock.now}
    now = {"user": scene.api.bot, "status": "administrator", **RIGHTS}
    old = {"user": scene.api.bot, "status": "left"}
    scene.api.push("my_chat_member", {**head, "old_chat_member": old, "new_chat_member": now}, group.chat.chat_id)
