"""Telegram itself, in memory: the bot's account, its chats, the messages in them, the taps, the updates to come."""

import secrets
from collections.abc import Callable
from typing import Any

from tests.telegram.chats import Chat, Message
from tests.telegram.clock import FakeClock
from tests.telegram.params import Params, as_integer
from tests.telegram.refusals import bad_request
from tests.telegram.taps import Tap
from tests.telegram.updates import Raw, Updates

BOT_ID = 7_000_000_001


def new_token() -> str:
    """In the form of a real one, another for every server, so that it can be searched for in logs."""
    return f"{BOT_ID}:{secrets.token_urlsafe(27)[:35]}"


def bot_account() -> dict[str, Any]:
    """As getMe shows it, with everything off that BotFather can turn on."""
    return {
        "id": BOT_ID,
        "is_bot": True,
        "first_name": "Dodkhoh",
        "username": "dodkhoh_bot",
        "can_join_groups": False,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "supports_guest_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
    }


class Telegram:
    """`violations` lists what a strict server would let pass and the product must not do; tests assert it empty."""

    def __init__(self, clock: FakeClock | None = None) -> None:
        self.clock = clock or FakeClock()
        self.me = bot_account()
        self.webhook_url = ""
        self.commands: dict[str, list[tuple[str, str]]] = {}
        self.chats: dict[int, Chat] = {}
        self.taps: dict[str, Tap] = {}
        self.left: list[int] = []
        self.actions: list[tuple[int, str]] = []
        self.violations: list[str] = []
        self.updates = Updates(self.clock)
        self.on_update: Callable[[], None] = lambda: None
        self._last_message_id = 100

    @property
    def bot(self) -> dict[str, Any]:
        """The bot as others see it."""
        return {name: self.me[name] for name in ("id", "is_bot", "first_name", "username")}

    def push(self, kind: str, payload: Any, chat_id: int | None = None) -> int | None:
        """An update of a kind the bot asked for; None and no update when it did not."""
        update_id = self.updates.push(kind, payload, chat_id)
        self.on_update()
        return update_id

    def inject(self, raw_update: Raw) -> int:
        """Any update as it stands, also malformed, of an unknown kind, or with an `update_id` of the past."""
        update_id = self.updates.inject(raw_update)
        self.on_update()
        return update_id

    def replay(self, update_id: int) -> None:
        self.updates.replay(update_id)
        self.on_update()

    def open_chat(self, raw: dict[str, Any]) -> Chat:
        return self.chats.setdefault(raw["id"], Chat(raw["id"], raw))

    def live_messages(self, chat_id: int) -> list[int]:
        """The ids of the messages that still exist, the family's and the bot's."""
        return list(self.chats[chat_id].messages) if chat_id in self.chats else []

    def keep(self, chat: Chat, body: dict[str, Any], *, from_bot: bool) -> Message:
        """A new message in the chat; ids grow over all chats together, as in the real private chats of one bot."""
        self._last_message_id += 1
        head = {"message_id": self._last_message_id, "date": self.clock.now, "chat": chat.raw}
        message = Message(self._last_message_id, self.clock.now, from_bot, {**head, **body})
        chat.messages[message.message_id] = message
        return message

    def writable(self, params: Params) -> Chat:
        """The chat that is named, if the bot may write there."""
        chat = self.named(params)
        chat.check_writable()
        return chat

    def named(self, params: Params) -> Chat:
        if not params.get("chat_id"):
            raise bad_request("chat_id is empty")
        chat_id = as_integer(params["chat_id"])
        if chat_id is None or chat_id not in self.chats:
            raise bad_request("chat not found")
        return self.chats[chat_id]
