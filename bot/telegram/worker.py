"""Applies what came in, in order: update done, session moved, rows to send, all in one transaction."""

import asyncio
from collections.abc import Callable

from bot.log import Happened, report
from bot.telegram.house import House
from bot.telegram.incoming import Incoming
from bot.telegram.tampered import drop
from bot.telegram.turns import Turns
from vault.events import TamperedRow, VaultFailed
from vault.inbox import Received

AT_ONCE = 100
PAUSE = 1.0


class Worker:
    """One worker owns every chat: turns are short, and nothing is awaited inside one, so order keeps itself."""

    def __init__(self, house: House, turns: Turns, posted: Callable[[], None]) -> None:
        self._house, self._turns, self._posted = house, turns, posted
        self.arrived = asyncio.Event()

    async def run(self) -> None:
        """Until cancelled; a turn that has begun is finished first."""
        while True:
            self.arrived.clear()
            try:
                more = self.apply_waiting()
            except VaultFailed:
                await asyncio.sleep(PAUSE)
                continue
            except TamperedRow as tampered:
                drop(self._house.vault, tampered)
                continue
            await (asyncio.sleep(0) if more else self.arrived.wait())

    def apply_waiting(self) -> bool:
        """One batch; False when nothing waited. Raise VaultFailed: all of it then still waits."""
        with self._house.vault.reading() as tx:
            waiting = tx.inbox.undone(AT_ONCE)
        for received in waiting:
            self._apply(received)
        if waiting:
            self._posted()
        return bool(waiting)

    def _apply(self, received: Received) -> None:
        incoming = Incoming.from_bytes(received.body)
        try:
            self._turns.take(received.update_id, incoming)
        except TamperedRow:
            raise
        except VaultFailed:
            self._turns.unstored(incoming)
            raise
        except Exception:  # noqa: BLE001  # one family's poison update must not stop every other family
            report(Happened.TURN_FAILED, tries=received.tries + 1)
            self._fail(received)

    def _fail(self, received: Received) -> None:
        """Tried again with the next batch; after the third time the family is told and goes on."""
        with self._house.vault.transaction() as tx:
            dead = tx.inbox.fail(received.update_id)
        if dead:
            self._turns.apologise(Incoming.from_bytes(received.body))
