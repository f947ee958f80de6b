"""What Telegram keeps of each chat: who may be written to, and which messages are still there."""

from dataclasses import dataclass, field
from typing import Any

from tests.telegram.clock import DAY
from tests.telegram.keyboards import Markup, is_inline
from tests.telegram.markup import Entity
from tests.telegram.refusals import Refused, bad_request

DELETABLE, DICE_SHUT = 2 * DAY, DAY


@dataclass(slots=True)
class Message:
    """`body` is the message as the Bot API shows it; `from_bot` says which side wrote it."""

    message_id: int
    date: int
    from_bot: bool
    body: dict[str, Any]
    markup: Markup | None = None
    silent: bool = False

    @property
    def text(self) -> str:
        return str(self.body.get("text", ""))

    @property
    def entities(self) -> list[Entity]:
        return list(self.body.get("entities", ()))

    @property
    def protected(self) -> bool:
        return bool(self.body.get("has_protected_content"))

    @property
    def raw(self) -> dict[str, Any]:
        return {**self.body, "reply_markup": self.markup} if self.markup and is_inline(self.markup) else dict(self.body)

    def deletable(self, now: int) -> bool:
        """Not after 48 hours; a dice not in its first 24."""
        age = now - self.date
        return age <= DELETABLE and not ("dice" in self.body and age < DICE_SHUT)


@dataclass(slots=True)
class Chat:
    """`raw` is the chat as updates show it. A private chat is known from the first word of its user on."""

    chat_id: int
    raw: dict[str, Any]
    messages: dict[int, Message] = field(default_factory=dict)
    member: bool = True
    blocked: bool = False
    deactivated: bool = False
    moved_to: int | None = None

    @property
    def kind(self) -> str:
        return str(self.raw["type"])

    @property
    def private(self) -> bool:
        return self.kind == "private"

    def check_writable(self) -> None:
        """Refuses as Telegram refuses a bot that may not write here."""
        if self.deactivated:
            raise Refused(403, "user is deactivated")
        if self.blocked:
            raise Refused(403, "bot was blocked by the user")
        if self.moved_to is not None:
            upgraded = {"migrate_to_chat_id": self.moved_to}
            raise Refused(400, "group chat was upgraded to a supergroup chat", upgraded)
        if not self.member:
            raise Refused(403, f"bot is not a member of the {self.kind} chat")

    def delete(self, message_ids: list[int], now: int) -> None:
        """All or none: one message that is too old keeps every other in place."""
        there = [self.messages[message_id] for message_id in message_ids if message_id in self.messages]
        if not all(message.deletable(now) and (self.private or message.from_bot) for message in there):
            raise bad_request("message can't be deleted for everyone")
        for message in there:
            self.messages.pop(message.message_id, None)
