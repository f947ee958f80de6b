"""Keeps the promise of the notice: what is old goes, here and in Telegram, before Telegram's 48 hours are over."""

import asyncio
from itertools import groupby

from aiogram.exceptions import AiogramError, TelegramBadRequest, TelegramForbiddenError

from bot.log import Happened, report
from bot.telegram.house import House
from bot.telegram.outgoing import MOST_DELETED
from bot.telegram.swept import message_of
from bot.telegram.tampered import drop
from bot.telegram.wiping import Wiper
from vault.events import TamperedRow, VaultFailed
from vault.sweep import Swept

EVERY = 60.0
TRY_AGAIN = 600.0
ERASED = "·"


class Sweeper:
    def __init__(self, house: House, wiper: Wiper) -> None:
        self._house, self._wiper = house, wiper

    async def run(self) -> None:
        """Until cancelled: once a minute."""
        while True:
            try:
                await self.sweep()
            except VaultFailed:
                report(Happened.WIPE_WITHOUT_DATABASE)
            except TamperedRow as tampered:
                drop(self._house.vault, tampered)
                continue
            await asyncio.sleep(EVERY)

    async def sweep(self) -> None:
        """Old sessions are shredded first; then old messages are deleted, and overwritten where it is too late."""
        with self._house.vault.transaction() as tx:
            tx.expire()
            due = tx.sweep.due(MOST_DELETED)
        for _, rows in groupby(due, key=lambda row: row.lane):
            await self._sweep(list(rows))
        self._house.vault.checkpoint()

    async def _sweep(self, rows: list[Swept]) -> None:
        gone = await self._wiper.delete(message_of(rows[0]).chat, rows)
        left = [row for row in rows if row not in gone]
        late = [row for row in left if self._house.clock() >= row.deadline and await self._overwritten(row)]
        with self._house.vault.transaction() as tx:
            tx.sweep.forget(row.id for row in gone + late)
            for row in left:
                tx.sweep.postpone(row.id, self._house.clock() + TRY_AGAIN)

    async def _overwritten(self, row: Swept) -> bool:
        """A bot can still edit its own old message; a family's own can no longer be touched. False: try again later."""
        message = message_of(row)
        try:
            await self._house.bot.edit_message_text(ERASED, chat_id=message.chat, message_id=message.id)
        except (TelegramBadRequest, TelegramForbiddenError):
            pass
        except AiogramError:
            return False
        report(Happened.SWEEP_MISSED)
        return True
