"""Erasing a chat in Telegram, at once: ahead of the queue, newest first, with no closing message."""

import asyncio

from aiogram.exceptions import AiogramError, TelegramBadRequest

from bot.log import Happened, report
from bot.telegram.house import House
from bot.telegram.incoming import Incoming
from bot.telegram.outgoing import MOST_DELETED
from bot.telegram.swept import message_of
from dialogs.screen import Language, text
from vault.events import VaultFailed
from vault.sweep import Swept


class Wiper:
    def __init__(self, house: House) -> None:
        self._house = house
        self.on_the_way: set[asyncio.Task[None]] = set()

    def erase(self, incoming: Incoming, rows: list[Swept]) -> None:
        """Begin now; what fails stays on the sweep list and is due at once."""
        task = asyncio.get_running_loop().create_task(self._erase(incoming, rows))
        self.on_the_way.add(task)
        task.add_done_callback(self.on_the_way.discard)

    async def _erase(self, incoming: Incoming, rows: list[Swept]) -> None:
        gone = [
            row
            for at in range(0, len(rows), MOST_DELETED)
            for row in await self.delete(incoming.chat, rows[at : at + MOST_DELETED])
        ]
        if incoming.callback:
            await self._toast(incoming.callback)
        self._forget(gone)

    async def delete(self, chat: int, rows: list[Swept]) -> list[Swept]:
        """Those that are gone. One that Telegram will not delete must not keep the others: each is then tried alone."""
        try:
            await self._house.bot.delete_messages(chat, [message_of(row).id for row in rows])
        except TelegramBadRequest:
            return [] if len(rows) == 1 else [row for each in rows for row in await self.delete(chat, [each])]
        except AiogramError:
            return []
        return rows

    async def _toast(self, callback: str) -> None:
        """A tick has no language."""
        try:
            await self._house.bot.answer_callback_query(
                callback, self._house.words.say(text("toast-wiped"), Language.TG)
            )
        except AiogramError:
            return

    def _forget(self, rows: list[Swept]) -> None:
        try:
            with self._house.vault.transaction() as tx:
                tx.sweep.forget(row.id for row in rows)
            self._house.vault.checkpoint()
        except VaultFailed:
            report(Happened.WIPE_WITHOUT_DATABASE)
