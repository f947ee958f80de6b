"""The Telegram edge put together piece by piece, with a clock of the test's: what takes hours takes no time."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_bytes

from bot.chat import Chat
from bot.telegram.door import door
from bot.telegram.house import House
from bot.telegram.pace import Pace
from bot.telegram.poller import Poller
from bot.telegram.sender import Sender
from bot.telegram.sweeper import Sweeper
from bot.telegram.swept import message_of
from bot.telegram.turns import Turns
from bot.telegram.wiping import Wiper
from bot.telegram.worker import Worker
from dialogs.vocabulary import Vocabulary
from dialogs.words import Words
from tests.bot.walker import SHORTLY, Walker
from tests.telegram.client import open_bot
from tests.telegram.fake_bot_api import FakeBotApi
from tests.telegram.phone import Phone
from tests.telegram.running import FAST
from vault.keys import Keys
from vault.transaction import Transaction
from vault.vault import Vault


@dataclass(frozen=True)
class Parts:
    api: FakeBotApi
    house: House
    sender: Sender
    wiper: Wiper
    worker: Worker
    poller: Poller
    sweeper: Sweeper

    def look(self, later: float = 0.0) -> None:
        """So many seconds later, the sender looks whether something is due."""
        self.api.clock.advance(later)
        self.sender.posted.set()

    def chat(self, phone: Phone) -> Chat | None:
        """What is kept of this family."""
        with self.house.vault.transaction() as tx:
            kept = tx.sessions.load(self.house.lane(phone.chat_id))
        return Chat.from_bytes(kept) if kept else None

    def swept(self, phone: Phone) -> list[int]:
        """The messages of this family that are still to be deleted."""
        with self.house.vault.transaction() as tx:
            return [message_of(row).id for row in tx.sweep.of(self.house.lane(phone.chat_id))]

    def walker(self, phone: Phone) -> Walker:
        return Walker(phone, self.house.vocabulary)

    async def begun(self, phone: Phone) -> Walker:
        """A family that has chosen its language and sees the notice."""
        walker = self.walker(phone)
        await walker.begin()
        walker.tap("speak:en")
        await walker.arrives(SHORTLY)
        return walker

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        with self.house.vault.transaction() as tx:
            yield tx


@dataclass(frozen=True)
class Workshop:
    """Where parts are put together; `folder` holds what outlives them."""

    api: FakeBotApi
    folder: Path
    words: Words

    @property
    def vault_file(self) -> Path:
        return self.folder / "data" / "vault.sqlite"

    @asynccontextmanager
    async def parts(
        self,
        pace: Pace | None = None,
        clock: Callable[[], float] | None = None,
        words: Words | None = None,
        vocabulary: Vocabulary | None = None,
    ) -> AsyncIterator[Parts]:
        """Poller, worker and sender run; the sweeper sweeps when the test says so."""
        clock = clock or self.api.clock
        keys = Keys.load_or_create(self.folder / "keys", token_bytes)
        vault = Vault.open(self.vault_file, keys, clock, token_bytes)
        async with open_bot(self.api) as bot:
            heard = self.words.vocabulary() if vocabulary is None else vocabulary
            house = House(bot, vault, words or self.words, heard, clock, token_bytes)
            made = _made(self.api, house, pace or Pace(FAST, FAST, time.monotonic))
            async with _running(made):
                yield made
        vault.close()


def _made(api: FakeBotApi, house: House, pace: Pace) -> Parts:
    sender, wiper = Sender(house, pace), Wiper(house)
    turns = Turns(house, wiper.erase)
    worker = Worker(house, turns, sender.posted.set)
    poller = Poller(house, door(), worker.arrived.set, turns.unstored, 25)
    return Parts(api, house, sender, wiper, worker, poller, Sweeper(house, wiper))


@asynccontextmanager
async def _running(parts: Parts) -> AsyncIterator[None]:
    """A work that ends by itself has failed. What is on its way at the end is thrown away, as by a kill."""
    works = [asyncio.create_task(work.run()) for work in (parts.poller, parts.worker, parts.sender)]
    try:
        yield
        for work in works:
            assert not work.done(), work.exception()
    finally:
        tasks = {*works, *parts.sender.on_the_way, *parts.wiper.on_the_way}
        while not all(task.done() for task in tasks):
            for task in tasks:
                task.cancel()
            await asyncio.sleep(0)
