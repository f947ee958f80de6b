"""Asks Telegram for updates. Only when a batch is on our disk is Telegram told that it arrived."""

import asyncio
from collections.abc import Callable
from typing import TypeAlias

from aiogram import Dispatcher
from aiogram.exceptions import TelegramConflictError, TelegramUnauthorizedError

from bot.buttons import erases
from bot.log import Happened, report
from bot.telegram.house import House
from bot.telegram.incoming import Incoming, Sort
from bot.telegram.outgoing import post_delete
from bot.telegram.swept import DAY, DICE_HELD, Message, remember
from bot.telegram.updates import GetRawUpdates, MalformedUpdate, RawUpdate, read
from vault.events import VaultFailed
from vault.inbox import Receipt
from vault.transaction import Transaction

Found: TypeAlias = list[tuple[int, Incoming | MalformedUpdate | None]]

LONGEST_PAUSE = 30.0
LARGEST_ID = 2**63
LONGEST_WIPE = 50
"""Characters: longer texts are no wipe."""


class Poller:
    """`stored` is called after each batch that is safe on the disk, `unstored` with each update the disk refused.

    Telegram may hold a poll for `wait` seconds.
    """

    def __init__(
        self,
        house: House,
        door: Dispatcher,
        stored: Callable[[], None],
        unstored: Callable[[Incoming], None],
        wait: int,
    ) -> None:
        self._house, self._bot, self._vault, self._clock = house, house.bot, house.vault, house.clock
        self._door, self._stored, self._unstored, self._wait = door, stored, unstored, wait
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
        given = await self._bot(asked, request_timeout=self._wait + 10)
        raws = [raw for raw in given if _numbered(raw)]
        if not raws:
            await asyncio.sleep(1.0 if given else 0.0)
            return
        found = [(raw["update_id"], await self._read(raw)) for raw in raws]
        try:
            self._store(found)
        except VaultFailed:
            for _, incoming in found:
                if isinstance(incoming, Incoming):
                    self._unstored(incoming)
            raise
        self._offset = raws[-1]["update_id"] + 1
        self._stored()

    def _store(self, found: Found) -> None:
        with self._vault.transaction() as tx:
            dropped = [each for update_id, each in found if self._keep(tx, update_id, each) is Receipt.FULL]
            self._delete(tx, [each for each in dropped if isinstance(each, Incoming)])

    async def _read(self, raw: RawUpdate) -> Incoming | MalformedUpdate | None:
        try:
            return await read(raw, self._bot, self._door)
        except MalformedUpdate as malformed:
            return malformed

    def _keep(self, tx: Transaction, update_id: int, incoming: Incoming | MalformedUpdate | None) -> Receipt | None:
        match incoming:
            case None:
                return None
            case MalformedUpdate():
                tx.inbox.bury(update_id, b"")
                report(Happened.MALFORMED_UPDATE)
                return None
        lane = self._house.lane(incoming.chat)
        receipt = tx.inbox.receive(update_id, lane, incoming.to_bytes(), urgent=self._erases(incoming))
        if receipt is not Receipt.KNOWN and incoming.message:
            after = DICE_HELD if incoming.late_to_delete else DAY
            remember(tx, lane, Message(incoming.chat, incoming.message), self._clock(), after)
        return receipt

    def _erases(self, incoming: Incoming) -> bool:
        if incoming.sort is Sort.PRESSED:
            return erases(incoming.text)
        if incoming.sort is not Sort.SAID or len(incoming.text) > LONGEST_WIPE:
            return incoming.sort is Sort.BLOCKED
        try:
            return incoming.text.startswith("/wipe") or "wipe" in self._house.vocabulary.choices(incoming.text)
        except Exception:  # noqa: BLE001  # no text, whatever it holds, may stop the batch
            return False

    def _delete(self, tx: Transaction, dropped: list[Incoming]) -> None:
        """A flood is not answered, but it does not stay in the chat either."""
        if dropped:
            report(Happened.FLOOD_DROPPED, updates=len(dropped))
        for chat in {each.chat for each in dropped}:
            messages = [
                each.message for each in dropped if each.chat == chat and each.message and not each.late_to_delete
            ]
            if messages:
                post_delete(tx, self._house.lane(chat), chat, *messages)


def _numbered(raw: RawUpdate) -> bool:
    """Telegram's ids fit in 64 bits; without one, an update cannot be confirmed."""
    update_id = raw.get("update_id")
    return isinstance(update_id, int) and 0 <= update_id < LARGEST_ID
