"""How fast we may send: so many calls a second in all and in one chat, with a small burst."""

import asyncio
from collections.abc import Callable


class Bucket:
    """`rate` tokens a second, at most `burst` saved up. `now` is a monotonic clock in seconds."""

    def __init__(self, rate: float, burst: float, now: Callable[[], float]) -> None:
        self._rate, self._burst, self._now = rate, burst, now
        self._tokens, self._at = burst, now()

    def wait(self) -> float:
        """Take a token; how many seconds to wait before using it."""
        now = self._now()
        self._tokens = min(self._burst, self._tokens + (now - self._at) * self._rate) - 1
        self._at = now
        return max(0.0, -self._tokens / self._rate)

    def full(self) -> bool:
        return self._tokens + (self._now() - self._at) * self._rate >= self._burst


class Pace:
    def __init__(self, everywhere: float, in_a_chat: float, now: Callable[[], float]) -> None:
        self._in_a_chat, self._now = in_a_chat, now
        self._everywhere = Bucket(everywhere, max(1.0, everywhere / 5), now)
        self._chats: dict[int, Bucket] = {}

    async def wait(self, chat: int) -> None:
        """Until one more call to this chat is within both limits."""
        bucket = self._chats.setdefault(chat, Bucket(self._in_a_chat, max(3.0, self._in_a_chat), self._now))
        await asyncio.sleep(max(bucket.wait(), self._everywhere.wait()))
        self._forget_idle()

    def _forget_idle(self) -> None:
        """Chats are not remembered longer than their limit needs."""
        for chat in [chat for chat, bucket in self._chats.items() if bucket.full()]:
            del self._chats[chat]
