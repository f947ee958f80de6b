"""Where the bot does not belong: groups and channels it is pulled into, as Telegram tells of them."""

from typing import Any

from tests.telegram.fake_bot_api import FakeBotApi

ANONYMOUS = {"id": 1_087_968_824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
AS_CHANNEL = {"id": 136_817_688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}


def person(user_id: int = 2002, name: str = "Ҷамшед") -> dict[str, Any]:
    return {"id": user_id, "is_bot": False, "first_name": name, "language_code": "tg"}


class Group:
    """A `group`, `supergroup` or `channel`; its methods push updates of the kinds the bot asked for."""

    def __init__(self, api: FakeBotApi, chat_id: int = -1_001_500_000_001, kind: str = "supergroup") -> None:
        self.api = api
        self.raw: dict[str, Any] = {"id": chat_id, "type": kind, "title": f"canary{abs(chat_id)}"}
        self.chat = api.open_chat(self.raw)
        self.chat.member = False

    def invite(self, by: dict[str, Any] | None = None, *, admin: bool = False) -> None:
        """Somebody adds the bot: its membership changes and, outside channels, a service message says so."""
        sender = by or person()
        self.chat.member = True
        rights = {"can_be_edited": False, "can_manage_chat": True, "is_anonymous": False} if admin else {}
        now = {"user": self.api.bot, "status": "administrator" if admin else "member", **rights}
        self._membership(sender, {"user": self.api.bot, "status": "left"}, now)
        if self.raw["type"] != "channel":
            self.says(None, sender, new_chat_members=[self.api.bot])

    def remove(self, by: dict[str, Any] | None = None) -> None:
        """Somebody throws the bot out."""
        self.chat.member = False
        old, now = ({"user": self.api.bot, "status": status} for status in ("member", "kicked"))
        self._membership(by or person(), old, {**now, "until_date": 0})

    def says(self, text: str | None, sender: dict[str, Any] | None = None, **fields: Any) -> int:
        """A member's message, or a channel's post; `sender_chat`, `message_thread_id` and the like go into `fields`."""
        channel = self.raw["type"] == "channel"
        author = {"sender_chat": self.raw} if channel else {"from": sender or person()}
        content = {} if text is None else {"text": text}
        message = self.api.keep(self.chat, {**author, **content, **fields}, from_bot=False)
        self.api.push("channel_post" if channel else "message", message.raw, self.chat.chat_id)
        return message.message_id

    def says_anonymously(self, text: str) -> int:
        """An administrator in the group's own name."""
        return self.says(text, ANONYMOUS, sender_chat=self.raw)

    def says_as_channel(self, text: str) -> int:
        """A member in a channel's name."""
        channel = {"id": -1_001_600_000_001, "type": "channel", "title": "canal"}
        return self.says(text, AS_CHANNEL, sender_chat=channel)

    def migrate(self, to: int = -1_001_700_000_001) -> "Group":
        """The group becomes a supergroup with another id; the bot goes along."""
        self.says(None, migrate_to_chat_id=to)
        new = Group(self.api, to)
        new.chat.member, self.chat.moved_to = True, to
        new.says(None, migrate_from_chat_id=self.raw["id"])
        return new

    def tap(self, data: str, message_id: int, sender: dict[str, Any] | None = None) -> None:
        """A button under a card that was carried into the group."""
        shown = {"message_id": message_id, "date": 0, "chat": self.raw}
        query = {"id": "4100000000000000000", "from": sender or person(), "message": shown, "chat_instance": "7"}
        self.api.push("callback_query", {**query, "data": data}, self.chat.chat_id)

    def _membership(self, by: dict[str, Any], old: dict[str, Any], new: dict[str, Any]) -> None:
        change = {"chat": self.raw, "from": by, "date": self.api.clock.now}
        self.api.push("my_chat_member", {**change, "old_chat_member": old, "new_chat_member": new}, self.chat.chat_id)
