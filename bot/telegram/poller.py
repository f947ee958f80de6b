"""Asks Telegram for updates. Only when a batch is on our disk is Telegram told that it arrived."""

import asyncio
from collections.abc import Callable

from aiogram import Dispatcher
from aiogram.exceptions import TelegramConflictError, TelegramUnauthorizedError

from bot.log import Happened, report
from bot.telegram.house import House
from bot.telegram.incoming import Incoming
from bot.telegram.swept import DAY, DICE_HELD, Message, remember
from bot.telegram.updates import GetRawUpdates, MalformedUpdate, RawUpdate, read
from vault.inbox import Receipt
from vault.transaction import Transaction

LONGEST_PAUSE = 30.0


class Poller:
    """`stored` is called after each batch that is safe on the disk; Telegram may hold a poll for `wait` seconds."""

    def __init__(self, house: House, door: Dispatcher, stored: Callable[[], None], wait: int) -> None:
        self._house, self._bot, self._vault, self._clock = house, house.bot, house.vault, house.clock
        self._door, self._stored, self._wait = door, stored, wait
        self._offset = 0

    async def run(self) -> None:
        """Until cancelled. Raise TelegramUnauthorizedError and TelegramConflictError: only a person can mend those."""
        pause = 1.0
        while True:
            try:
                await self._batch()
                pause = 1.0
            except (TelegramUnauthorizedError, TelegramConflictError):
                raise
            except Exception:  # noqa: BLE001  # whatever the network does, the family's next word must still arrive
                report(Happened.TELEGRAM_SILENT, seconds=pause)
                await asyncio.sleep(pause)
                pause = min(2 * pause, LONGEST_PAUSE)

    async def _batch(self) -> None:
        asked = GetRawUpdates(offset=self._offset, timeout=self._wait)
        raws = [raw for raw in await self._bot(asked, request_timeout=self._wait + 10) if _numbered(raw)]
        if not raws:
            return
        found = [(raw["update_id"], await self._read(raw)) for raw in raws]
        with self._vault.transaction() as tx:
            for update_id, incoming in found:
                self._keep(tx, update_id, incoming)
        self._offset = raws[-1]["update_id"] + 1
        self._stored()

    async def _read(self, raw: RawUpdate) -> Incoming | MalformedUpdate | None:
        try:
            return await read(raw, self._bot, self._door)
        except MalformedUpdate as malformed:
            return malformed

    def _keep(self, tx: Transaction, update_id: int, incoming: Incoming | MalformedUpdate | None) -> None:
        match incoming:
            case None:
                pass
            case MalformedUpdate():
                tx.inbox.bury(update_id, b"")
                report(Happened.MALFORMED_UPDATE)
            case Incoming():
                lane = self._house.lane(incoming.chat)
                receipt = tx.inbox.receive(update_id, lane, incoming.to_bytes())
                if receipt is not Receipt.KNOWN and incoming.message:
                    after = DICE_HELD if incoming.late_to_delete else DAY
                    remember(tx, lane, Message(incoming.chat, incoming.message), self._clock(), after)
                if receipt is Receipt.FULL:
                    report(Happened.FLOOD_DROPPED)


def _numbered(raw: RawUpdate) -> bool:
    return isinstance(raw.get("update_id"), int)
