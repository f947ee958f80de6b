"""Sends one row of the outbox. A card is edited in place; where Telegram no longer has it, a new one is sent."""

from collections.abc import Callable

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import InlineKeyboardMarkup

from bot.chat import Chat
from bot.telegram import markup
from bot.telegram.house import House
from bot.telegram.outgoing import Kind, Outgoing
from dialogs.draw import draw
from dialogs.screen import Language, text
from dialogs.show import show

UNCHANGED = "message is not modified"
GONE = ("message to edit not found", "message can't be edited", "MESSAGE_ID_INVALID")
TOO_OLD = "query is too old"


class Delivery:
    """`present` reads the chat as it is now: it may have been wiped while Telegram was answering."""

    def __init__(self, house: House, present: Callable[[int], Chat | None]) -> None:
        self._bot, self._words, self._present = house.bot, house.words, present

    async def deliver(self, outgoing: Outgoing, chat: Chat | None) -> int | None:
        """The id of a message that is new in the chat. Raise what aiogram raises; nothing is lost by it."""
        match outgoing.kind:
            case Kind.CARD:
                return None if chat is None else await self._card(outgoing.chat, chat)
            case Kind.TOAST:
                await self._toast(outgoing, chat)
            case Kind.DELETE:
                await self._bot.delete_messages(outgoing.chat, list(outgoing.messages))
            case Kind.LEAVE:
                await self._bot.leave_chat(outgoing.chat)
        return None

    async def _card(self, chat_id: int, chat: Chat) -> int | None:
        drawn = draw(show(chat.session), self._words)
        written, keyboard = markup.html(drawn), markup.keyboard(chat, drawn)
        if chat.card is not None:
            if await self._edited(chat_id, chat.card, written, keyboard):
                return None
            now = self._present(chat_id)
            if now is None or now.epoch != chat.epoch:
                return None
        sent = await self._bot.send_message(
            chat_id,
            written,
            parse_mode="HTML",
            reply_markup=keyboard,
            protect_content=True,
            disable_notification=chat.count > 1,
        )
        return sent.message_id

    async def _edited(self, chat_id: int, card: int, written: str, keyboard: InlineKeyboardMarkup) -> bool:
        """An edit that changes nothing has succeeded."""
        try:
            await self._bot.edit_message_text(
                written, chat_id=chat_id, message_id=card, parse_mode="HTML", reply_markup=keyboard
            )
        except TelegramBadRequest as refused:
            if UNCHANGED in refused.message:
                return True
            if any(reason in refused.message for reason in GONE):
                return False
            raise
        return True

    async def _toast(self, outgoing: Outgoing, chat: Chat | None) -> None:
        """Too late for a toast is no harm: the turn is taken."""
        language = (chat.session.language if chat else None) or Language.TG
        words = self._words.say(text(outgoing.toast), language) if outgoing.toast else None
        try:
            await self._bot.answer_callback_query(outgoing.callback, words)
        except TelegramBadRequest as refused:
            if TOO_OLD not in refused.message:
                raise
