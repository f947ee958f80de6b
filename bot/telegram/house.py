"""What every part of the Telegram edge works with, made once at the start and handed over."""

from collections.abc import Callable
from dataclasses import dataclass

from aiogram import Bot

from dialogs.vocabulary import Vocabulary
from dialogs.words import Words
from vault.vault import Vault


@dataclass(frozen=True, slots=True)
class House:
    """`clock` in seconds since 1970; `randomness(n)` gives n bytes nobody can guess."""

    bot: Bot
    vault: Vault
    words: Words
    vocabulary: Vocabulary
    clock: Callable[[], float]
    randomness: Callable[[int], bytes]

    def lane(self, chat: int) -> bytes:
        return self.vault.lane(f"telegram:{self.bot.id}", str(chat))

    def epoch(self) -> str:
        return self.randomness(4).hex()
