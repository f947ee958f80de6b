"""The real bot with one family, or two, at known places of the conversation; and what is held of them afterwards."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_bytes
from typing import Any

from bot.chat import Chat
from bot.clock import now
from bot.telegram.swept import message_of
from dialogs.vocabulary import Vocabulary
from dialogs.words import Words
from tests.bad_inputs.family import Family
from tests.telegram import quiet
from tests.telegram.calls import Call
from tests.telegram.fake_bot_api import FakeBotApi
from tests.telegram.groups import Group
from tests.telegram.phone import Phone
from tests.telegram.running import FAST, running, settings_for
from vault.inbox import Receipt
from vault.keys import Keys
from vault.outbox import Posted
from vault.transaction import Transaction
from vault.vault import Vault

CANARY = "qanarejka"
"""Stands in every name, file name and text that is not meant to be understood."""
FIRST, BESIDE = "first", "beside"
CHATS: Mapping[str, int] = {FIRST: 7_301_952_846, BESIDE: 7_301_952_847}
HOUR = 3600.0
LONGEST = 20.0
SILENCE = 6
"""So many looks in a row, 4 ms apart, without a call."""


@dataclass
class Clock:
    """The bot's own: the real one, set forward by the test."""

    ahead: float = 0.0

    def __call__(self) -> float:
        return now() + self.ahead


@dataclass
class Scene:
    """`handed` are the ids of the updates of the deeds, `since` the number of calls before them."""

    api: FakeBotApi
    folder: Path
    words: Words
    clock: Clock
    families: Mapping[str, Family]
    failures: list[str]
    groups: list[Group] = field(default_factory=list)
    handed: list[int] = field(default_factory=list)
    took: float = 0.0
    since: int = 0

    @property
    def first(self) -> Family:
        return self.families[FIRST]

    def calls(self, *methods: str) -> list[Call]:
        """Those made since the deeds began; of all methods when none is named."""
        return [call for call in self.api.calls[self.since :] if call.method in methods or not methods]

    async def settle(self) -> None:
        """Until the bot has fetched all there is and has then made no call for a moment."""
        last, still = -1, 0

        def silent() -> bool:
            nonlocal last, still
            restless = len(self.api.calls) != last or not self.api.polls.open or self._unfinished()
            last, still = len(self.api.calls), 0 if restless else still + 1
            return still >= SILENCE

        await quiet.until(silent, LONGEST, lambda: f"{self.api.updates.pending}\n{self.api.calls[-1]}")

    def _unfinished(self) -> bool:
        under_way = any(self.api.calls.under_way(chat) for chat in self.api.chats)
        return bool(under_way or self.api.updates.pending)

    @contextmanager
    def vault(self, ahead: float = 0.0) -> Iterator[Vault]:
        """The bot's, opened beside it or after it, with a clock that is so many seconds ahead of the bot's."""
        settings = settings_for(self.api, self.folder)
        keys = Keys.load_or_create(settings.keys, token_bytes)
        file = settings.data / "vault.sqlite"
        with closing(Vault.open(file, keys, lambda: self.clock() + ahead, token_bytes)) as vault:
            yield vault

    @contextmanager
    def transaction(self, ahead: float = 0.0) -> Iterator[Transaction]:
        with self.vault(ahead) as vault, vault.transaction() as tx:
            yield tx

    def lane(self, family: Family) -> bytes:
        with self.vault() as vault:
            return vault.lane(f"telegram:{self.api.me['id']}", str(family.phone.chat_id))

    def kept(self, family: Family) -> Chat | None:
        lane = self.lane(family)
        with self.transaction() as tx:
            body = tx.sessions.load(lane)
        return None if body is None else Chat.from_bytes(body)

    def unsent(self) -> list[Posted]:
        """Also what would only be tried again within the next hour."""
        with self.transaction(ahead=HOUR) as tx:
            return tx.outbox.due(100)

    def hours_left(self, family: Family) -> dict[int, float]:
        """In how many hours each message of the chat is to be deleted, by its id."""
        lane = self.lane(family)
        with self.transaction() as tx:
            return {message_of(row).id: (row.due - self.clock()) / HOUR for row in tx.sweep.of(lane)}

    def knows(self, update_id: int) -> bool:
        """Asked by handing the update over once more."""
        with self.transaction() as tx:
            return tx.inbox.receive(update_id, None, b"") is Receipt.KNOWN


@dataclass(frozen=True)
class Hall:
    """Where scenes are set: what they need that is not of one row."""

    folder: Path
    words: Words
    vocabulary: Vocabulary
    clock: Clock

    @asynccontextmanager
    async def scene(self, row: Mapping[str, Any]) -> AsyncIterator[Scene]:
        """The families at the places that the row names; the bot is stopped at the end."""
        failures: list[str] = []
        asyncio.get_running_loop().set_exception_handler(lambda _, what: failures.append(str(what)))
        places = {FIRST: row.get("at", "stage")} | ({BESIDE: row[BESIDE]} if BESIDE in row else {})
        chats = {**CHATS, FIRST: int(row.get("chat", CHATS[FIRST]))}
        async with FakeBotApi() as api:
            families = {who: Family(Phone(api, chats[who], canary=CANARY), self.vocabulary) for who in places}
            scene = Scene(api, self.folder, self.words, self.clock, families, failures)
            async with running(api, self.folder, float(row.get("pace", FAST))):
                for who, place in places.items():
                    await families[who].come_to(place)
                scene.since = len(api.calls)
                yield scene
