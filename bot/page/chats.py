"""One browser's chat. It is known by a random cookie alone, and a cookie that opens no chat is never taken over."""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace

from bot.chat import Chat
from bot.kept import kept
from bot.page.answer import Body, answer
from bot.turn import Done, take_turn
from dialogs.session import Session
from dialogs.vocabulary import Vocabulary
from dialogs.words import Words
from vault.events import VaultFailed
from vault.transaction import Transaction
from vault.vault import Vault

CHANNEL = "page"
_COOKIE = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Answered:
    """`browser` is the cookie the browser is to hold from now on; None where it is to hold none."""

    body: Body
    browser: str | None


@dataclass(frozen=True, slots=True)
class Chats:
    vault: Vault
    words: Words
    vocabulary: Vocabulary
    randomness: Callable[[int], bytes]

    def look(self, browser: str) -> Answered:
        """The present card; nothing moves."""
        chat = self._present(browser)
        return Answered(answer(self.words, chat), browser if chat else None)

    def take(self, browser: str, done: Done) -> Answered:
        """One turn, one transaction. It is drawn before it is kept: a card that cannot be drawn undoes the turn."""
        with self.vault.transaction() as tx:
            held = self._load(tx, browser)
            turn = take_turn(held, done, self.vocabulary, self._epoch())
            here = browser if held else self.randomness(16).hex()
            shown = None if turn.wiped else turn.chat
            answered = Answered(answer(self.words, shown, stale=turn.stale, wiped=turn.wiped), here if shown else None)
            if turn.wiped:
                tx.sessions.wipe(self._lane(here))
            else:
                tx.sessions.save(self._lane(here), turn.chat.to_bytes())
        if turn.wiped:
            self._erase()
        return answered

    def apologise(self, browser: str) -> Answered:
        """After a turn that failed: the card as it was, and a line that says so. Nothing is kept of this."""
        try:
            held = self._present(browser)
        except Exception:  # noqa: BLE001  # what failed the turn may fail this too; there is a card all the same
            held = None
        chat = held or Chat(Session(), self._epoch())
        sorry = replace(chat, session=replace(chat.session, remark="remark-again"))
        return Answered(answer(self.words, sorry), browser or None)

    def _present(self, browser: str) -> Chat | None:
        with self.vault.transaction() as tx:
            return self._load(tx, browser)

    def _load(self, tx: Transaction, browser: str) -> Chat | None:
        return kept(tx, self._lane(browser)) if _COOKIE.fullmatch(browser) else None

    def _erase(self) -> None:
        """What was wiped is gone for every reader; emptying the log can wait for the minute's own."""
        with suppress(VaultFailed):
            self.vault.checkpoint()

    def _lane(self, browser: str) -> bytes:
        return self.vault.lane(CHANNEL, browser)

    def _epoch(self) -> str:
        return self.randomness(4).hex()
