"""Telegram's sending limits, as far as anybody outside knows them: about one a second to a chat, thirty in all."""

import math
import time
from dataclasses import dataclass, field

from tests.telegram.refusals import too_many

COUNTED = frozenset({"sendMessage", "editMessageText", "editMessageReplyMarkup"})


@dataclass(slots=True)
class Bucket:
    """Fills at `rate` a second up to `burst`; in real time, for retry_after is obeyed in real time."""

    rate: float
    burst: float
    level: float = field(init=False)
    at: float = field(init=False)

    def __post_init__(self) -> None:
        self.level, self.at = self.burst, time.monotonic()

    def wait(self) -> float:
        """Seconds until the next one may pass; 0 when it may pass now."""
        now = time.monotonic()
        self.level = min(self.burst, self.level + (now - self.at) * self.rate)
        self.at = now
        return max(0.0, (1 - self.level) / self.rate)

    def take(self) -> None:
        self.level -= 1


@dataclass
class Limits:
    """What Telegram would not tell: which methods count is a guess, so it can be set."""

    per_chat: float = 1.0
    chat_burst: float = 1.0
    overall: float = 30.0
    overall_burst: float = 30.0
    counted: frozenset[str] = COUNTED

    def __post_init__(self) -> None:
        self._all = Bucket(self.overall, self.overall_burst)
        self._chats: dict[int, Bucket] = {}

    def pass_through(self, method: str, chat_id: int | None) -> None:
        """Refuses with 429 when the chat's bucket or the common one is empty."""
        if method not in self.counted or chat_id is None:
            return
        chat = self._chats.setdefault(chat_id, Bucket(self.per_chat, self.chat_burst))
        wait = max(chat.wait(), self._all.wait())
        if wait > 0:
            raise too_many(max(1, math.ceil(wait)))
        chat.take()
        self._all.take()
