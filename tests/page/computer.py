"""Somebody's own computer: the page's server on a free port, and the one file it keeps."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from pathlib import Path
from secrets import token_bytes

from aiohttp import web

from bot.chat import Chat
from bot.page.chats import CHANNEL
from bot.page.server import app, serve
from dialogs.vocabulary import Vocabulary
from dialogs.words import Words
from vault.keys import Keys
from vault.vault import Vault


@dataclass
class Clock:
    """2026-11-22, about noon in Dushanbe."""

    now: float = 1_795_330_800.0

    def __call__(self) -> float:
        return self.now


class Computer:
    def __init__(self, file: Path, words: Words, vocabulary: Vocabulary) -> None:
        self.file, self.words, self.vocabulary = file, words, vocabulary
        self.clock, self._keys = Clock(), Keys(token_bytes(32), token_bytes(32))

    async def start(self) -> None:
        """Begin, or begin again with the same file and the same keys, on another port."""
        self.vault = Vault.open(self.file, self._keys, self.clock, token_bytes)
        self._runner: web.AppRunner = await serve(
            app(self.vault, self.words, self.vocabulary, self.clock, token_bytes), 0
        )

    async def stop(self) -> None:
        await self._runner.cleanup()
        self.vault.close()

    @property
    def bound(self) -> tuple[str, int]:
        address, port = self._runner.addresses[0][:2]
        return address, port

    @property
    def port(self) -> int:
        return self.bound[1]

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def chat(self, cookie: str) -> Chat | None:
        """As it is kept."""
        with self.vault.transaction() as tx:
            kept = tx.sessions.load(self.vault.lane(CHANNEL, cookie))
        return None if kept is None else Chat.from_bytes(kept)

    def sql(self, statement: str) -> list[tuple[object, ...]]:
        """Said to the file by somebody else than the server."""
        with closing(sqlite3.connect(self.file)) as connection, connection:
            return connection.execute(statement).fetchall()

    @property
    def sessions_kept(self) -> int:
        return int(str(self.sql("SELECT count(*) FROM session")[0][0]))


@asynccontextmanager
async def running(folder: Path, words: Words, vocabulary: Vocabulary) -> AsyncIterator[Computer]:
    computer = Computer(folder / "held" / "vault.sqlite", words, vocabulary)
    await computer.start()
    yield computer
    await computer.stop()
