"""The family's phone: it writes, presses, sends what it should not, blocks the bot; and it looks at the screen."""

import itertools
import re
from collections.abc import Callable
from typing import Any

from tests.telegram import quiet as silence
from tests.telegram.attachments import attachment
from tests.telegram.card import Card, read_card
from tests.telegram.chats import Message
from tests.telegram.fake_bot_api import FakeBotApi
from tests.telegram.markup import utf16_length
from tests.telegram.taps import Tap

COMMAND = re.compile(r"(?<!\S)/[A-Za-z0-9_]{1,64}(?:@\w+)?")
_numbers = itertools.count(1)


class Phone:
    """One person's private chat with the bot. `canary` stands in every name and file name this phone gives away."""

    def __init__(
        self, api: FakeBotApi, chat_id: int = 1001, language_code: str | None = "ru", *, canary: str | None = None
    ) -> None:
        self.api = api
        self.chat_id = chat_id
        self.canary = canary or f"canary{abs(chat_id)}"
        names = {"first_name": f"Оила {self.canary}", "username": f"u_{self.canary}"}
        self.user: dict[str, Any] = {"id": chat_id, "is_bot": False, **names}
        if language_code is not None:
            self.user["language_code"] = language_code
        self.raw_chat: dict[str, Any] = {"id": chat_id, "type": "private", **names}
        self._ended_before = 0
        self._open_taps: list[Tap] = []

    async def say(self, text: str, *, settle: bool = True, **fields: Any) -> int:
        """Writes, waits until the bot is quiet, gives the message's id; `fields` join or replace the message's own."""
        message_id = self.post(text=text, **fields)
        if settle:
            await self.settle()
        return message_id

    async def press(self, which: str | int, *, message_id: int | None = None, settle: bool = True) -> str:
        """Taps a button of the current card, or of the message given, and gives the tap's id."""
        card = self.card if message_id is None else self.card_of(message_id)
        button = card.button(which)
        assert button.data is not None, f"{button.label!r} opens {button.url} and tells the bot nothing"
        tap_id = self.tap_raw(button.data, card.message_id)
        if settle:
            await self.settle()
        return tap_id

    def post(self, **fields: Any) -> int:
        """A message of any content; does not wait."""
        commands = [_command(found, fields["text"]) for found in COMMAND.finditer(fields.get("text") or "")]
        content = {"entities": commands, **fields} if commands else fields
        message = self.api.keep(self._chat(), {"from": self.user, **content}, from_bot=False)
        self._push("message", message.raw)
        return message.message_id

    def send(self, kind: str, **fields: Any) -> int:
        """One of `attachments.KINDS`, with `caption` and other fields as wanted; does not wait."""
        return self.post(**{**attachment(kind, self.canary, next(_numbers) * 10), **fields})

    def album(self, count: int = 10, kind: str = "photo", **fields: Any) -> list[int]:
        """So many messages of one media group."""
        group = str(13_000_000_000_000_000 + next(_numbers))
        return [self.send(kind, media_group_id=group, **fields) for _ in range(count)]

    def forward(self, text: str = "", origin: str = "user", **fields: Any) -> int:
        """A text forwarded from a `user`, a `hidden_user`, a `chat` or a `channel`."""
        return self.post(text=text or self.canary, forward_origin=self._origin(origin), **fields)

    def edit(self, message_id: int, text: str) -> None:
        """Changes an own message."""
        message = self._chat().messages[message_id]
        assert not message.from_bot, "a family cannot edit the bot's message"
        message.body.update(text=text, edit_date=self.api.clock.now)
        self._push("edited_message", message.raw)

    def delete(self, *message_ids: int) -> None:
        """Deletes messages of either side; bots are not told."""
        for message_id in message_ids:
            del self._chat().messages[message_id]

    def tap_raw(self, data: str | None, message_id: int | None = None, **fields: Any) -> str:
        """A tap as it stands: forged, on an old card, on one that is gone; a field that is None is left out."""
        tap = Tap(str(4_000_000_000_000_000_000 + next(_numbers)), self.chat_id, self.api.clock())
        self.api.taps[tap.tap_id] = tap
        self._open_taps.append(tap)
        on = message_id or max((card.message_id for card in self.cards), default=1)
        there = self._chat().messages.get(on)
        shown = there.raw if there else {"message_id": on, "date": 0, "chat": self.raw_chat}
        query = {"id": tap.tap_id, "from": self.user, "message": shown, "chat_instance": str(-self.chat_id * 7919)}
        whole = {**query, "data": data, **fields}
        self._push("callback_query", {name: value for name, value in whole.items() if value is not None})
        return tap.tap_id

    def block(self) -> None:
        self._chat().blocked = True
        self._membership("member", "kicked")

    def unblock(self) -> None:
        self._chat().blocked = False
        self._membership("kicked", "member")

    def deactivate(self) -> None:
        """The account is deleted; the bot is not told."""
        self._chat().deactivated = True

    @property
    def cards(self) -> tuple[Card, ...]:
        """All messages of the bot that are still there, oldest first."""
        return tuple(read_card(message) for message in self.messages if message.from_bot)

    @property
    def card(self) -> Card:
        """The newest of them."""
        assert self.cards, f"the bot shows nothing\n{self.screen()}"
        return self.cards[-1]

    def card_of(self, message_id: int) -> Card:
        there = self._chat().messages
        assert message_id in there, f"message {message_id} is gone\n{self.screen()}"
        return read_card(there[message_id])

    @property
    def messages(self) -> tuple[Message, ...]:
        """All messages that are still there, of both sides, oldest first."""
        chat = self.api.chats.get(self.chat_id)
        return tuple(chat.messages[key] for key in sorted(chat.messages)) if chat else ()

    @property
    def taps(self) -> tuple[Tap, ...]:
        return tuple(tap for tap in self.api.taps.values() if tap.chat_id == self.chat_id)

    @property
    def toasts(self) -> tuple[str, ...]:
        """The words that answers to taps brought, oldest answer first; answers without words are not among them."""
        answered = [tap for tap in self.taps if tap.answered_at is not None and tap.text]
        return tuple(tap.text for tap in sorted(answered, key=lambda tap: tap.answered_at or 0.0))

    @property
    def spinning(self) -> tuple[str, ...]:
        """The ids of taps that nobody answered."""
        return tuple(tap.tap_id for tap in self.taps if tap.answered_at is None)

    def screen(self) -> str:
        """The chat as text, for a failing test."""
        shown = [_drawn(message) for message in self.messages] or ["(empty chat)"]
        return "\n".join([*shown, f"toasts: {list(self.toasts)}"])

    async def settle(self, timeout: float = 5, quiet: float | None = None) -> None:  # noqa: ASYNC109 - fails with a reason
        """Until the bot has fetched all this phone sent and has been silent about this chat for a moment."""
        await silence.settle(self.api, self.chat_id, self._answered, timeout, quiet)
        self._open_taps.clear()

    async def sees(self, what: str | Callable[[Card], object], timeout: float = 5) -> Card:  # noqa: ASYNC109 - as settle
        """The card, once its text holds these words or the condition is true of it."""
        seen = (lambda card: what in card.text) if isinstance(what, str) else what
        await self.until(lambda: self.cards and seen(self.card), timeout)
        return self.card

    async def until(self, condition: Callable[[], object], timeout: float = 5) -> None:  # noqa: ASYNC109 - as settle
        """Until anything at all is true; fails with the screen."""
        await silence.until(condition, timeout, self.screen)

    def _answered(self) -> bool:
        """The bot has done something here since this phone last did, and no tap since the last silence still spins."""
        done = self.api.calls.ended(self.chat_id) > self._ended_before
        return done and all(tap.answered_at is not None for tap in self._open_taps)

    def _chat(self) -> Any:
        return self.api.open_chat(self.raw_chat)

    def _push(self, kind: str, payload: dict[str, Any]) -> None:
        assert not self._chat().blocked or kind == "my_chat_member", "the bot is blocked: unblock() first"
        self._ended_before = self.api.calls.ended(self.chat_id)
        self.api.push(kind, payload, self.chat_id)

    def _membership(self, old: str, new: str) -> None:
        head = {"chat": self.raw_chat, "from": self.user, "date": self.api.clock.now}
        self._push(
            "my_chat_member", {**head, "old_chat_member": self._bot_as(old), "new_chat_member": self._bot_as(new)}
        )

    def _bot_as(self, status: str) -> dict[str, Any]:
        return {"user": self.api.bot, "status": status, **({"until_date": 0} if status == "kicked" else {})}

    def _origin(self, kind: str) -> dict[str, Any]:
        chat = {
            "id": -1_001_234_567_890,
            "title": self.canary,
            "type": "channel" if kind == "channel" else "supergroup",
        }
        origins: dict[str, dict[str, Any]] = {
            "user": {"sender_user": {"id": 99, "is_bot": False, "first_name": self.canary}},
            "hidden_user": {"sender_user_name": self.canary},
            "chat": {"sender_chat": chat},
            "channel": {"chat": chat, "message_id": 5},
        }
        return {"type": kind, "date": self.api.clock.now - 60, **origins[kind]}


def _command(found: re.Match[str], text: str) -> dict[str, Any]:
    return {"type": "bot_command", "offset": utf16_length(text[: found.start()]), "length": len(found[0])}


def _drawn(message: Message) -> str:
    if message.from_bot:
        return str(read_card(message))
    return f"family {message.message_id}: {message.text or sorted(message.body)}"
