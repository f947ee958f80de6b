"""Empties the outbox: many chats at once, one message at a time in each, and never faster than Telegram says."""

import asyncio
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace

from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramRetryAfter,
)

from bot.chat import Chat
from bot.kept import kept
from bot.log import Happened, report
from bot.telegram.delivery import Delivery
from bot.telegram.house import House
from bot.telegram.outgoing import Kind, Outgoing, post_delete
from bot.telegram.pace import Pace
from bot.telegram.swept import Message, message_of, remember
from bot.telegram.tampered import drop
from vault.events import TamperedRow, VaultFailed
from vault.outbox import Posted
from vault.transaction import Transaction

AT_ONCE = 200
LOOK_AGAIN = 1.0
LONGEST_PAUSE = 30.0
NOBODY_THERE = ("chat not found", "user is deactivated")


class Sender:
    def __init__(self, house: House, pace: Pace) -> None:
        self._house, self._pace, self._delivery = (
            house,
            pace,
            Delivery(house, lambda chat: self._chat(house.lane(chat))),
        )
        self._busy: dict[bytes, asyncio.Task[None]] = {}
        self.posted = asyncio.Event()

    async def run(self) -> None:
        """Until cancelled; what is on its way then goes on by itself."""
        while True:
            self.posted.clear()
            for row in self._due():
                task = asyncio.create_task(self._send(row))
                self._busy[row.lane] = task
                task.add_done_callback(self._free(row.lane))
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_AGAIN):
                    await self.posted.wait()

    @property
    def on_the_way(self) -> set[asyncio.Task[None]]:
        return set(self._busy.values())

    def _free(self, lane: bytes) -> Callable[[asyncio.Task[None]], None]:
        def freed(_: asyncio.Task[None]) -> None:
            self._busy.pop(lane, None)
            self.posted.set()

        return freed

    def _due(self) -> Iterable[Posted]:
        try:
            with self._house.vault.transaction() as tx:
                rows = tx.outbox.due(AT_ONCE + len(self._busy))
        except VaultFailed:
            return []
        except TamperedRow as tampered:
            drop(self._house.vault, tampered)
            return []
        return [row for row in rows if row.lane not in self._busy]

    async def _send(self, row: Posted) -> None:
        """Where the database refuses, the chat waits: sending on would send the same message twice."""
        try:
            await self._try(row)
        except VaultFailed:
            await asyncio.sleep(LONGEST_PAUSE)

    async def _try(self, row: Posted) -> None:
        outgoing = Outgoing.of(row)
        if outgoing.kind is not Kind.TOAST:
            await self._pace.wait(outgoing.chat)
        try:
            sent = await self._delivery.deliver(outgoing, self._chat(row.lane))
        except TelegramRetryAfter as told:
            report(Happened.ASKED_TO_WAIT, seconds=told.retry_after)
            self._postpone(row, told.retry_after)
        except TelegramForbiddenError:
            self._gone(row)
        except TamperedRow as tampered:
            drop(self._house.vault, tampered)
        except (TelegramBadRequest, TelegramMigrateToChat) as refused:
            self._refused(row, outgoing, refused)
        except Exception:  # noqa: BLE001  # whatever failed on the way, the row waits and is tried again
            report(Happened.TELEGRAM_SILENT)
            self._failed(row, outgoing)
        else:
            self._sent(row, outgoing, sent)

    def _chat(self, lane: bytes) -> Chat | None:
        with self._house.vault.transaction() as tx:
            return kept(tx, lane)

    def _postpone(self, row: Posted, seconds: float) -> None:
        with self._house.vault.transaction() as tx:
            tx.outbox.postpone(row.id, self._house.clock() + seconds)

    def _failed(self, row: Posted, outgoing: Outgoing) -> None:
        """A card is waited for, and a group is left; all else would hold up a card."""
        if outgoing.kind in (Kind.CARD, Kind.LEAVE):
            self._postpone(row, min(2.0**row.tries, LONGEST_PAUSE))
        else:
            self._give_up(row, outgoing)

    def _give_up(self, row: Posted, outgoing: Outgoing) -> None:
        """What could not be deleted is left to the sweeper, which tries each message alone."""
        with self._house.vault.transaction() as tx:
            tx.outbox.sent(row.id, row.revision)
            for swept in tx.sweep.of(row.lane):
                if message_of(swept).id in outgoing.messages:
                    tx.sweep.postpone(swept.id, self._house.clock())

    def _gone(self, row: Posted) -> None:
        """Nobody is there to be answered: what is held of them goes."""
        report(Happened.FAMILY_GONE)
        with self._house.vault.transaction() as tx:
            tx.sessions.wipe(row.lane)

    def _refused(self, row: Posted, outgoing: Outgoing, refused: TelegramAPIError) -> None:
        """Asking again would be refused again."""
        if any(reason in refused.message for reason in NOBODY_THERE):
            self._gone(row)
            return
        report(Happened.TELEGRAM_REFUSED)
        self._give_up(row, outgoing)

    def _sent(self, row: Posted, outgoing: Outgoing, sent: int | None) -> None:
        with self._house.vault.transaction() as tx:
            tx.outbox.sent(row.id, row.revision)
            if outgoing.kind is Kind.DELETE:
                rows = tx.sweep.of(row.lane)
                tx.sweep.forget(each.id for each in rows if message_of(each).id in outgoing.messages)
            if sent is not None:
                self._new_message(tx, row.lane, Message(outgoing.chat, sent))

    def _new_message(self, tx: Transaction, lane: bytes, message: Message) -> None:
        """A card that was on its way while its chat was wiped is taken back."""
        remember(tx, lane, message, self._house.clock())
        chat = kept(tx, lane)
        if chat is None:
            post_delete(tx, lane, message.chat, message.id)
        else:
            tx.sessions.save(lane, replace(chat, card=message.id).to_bytes())
