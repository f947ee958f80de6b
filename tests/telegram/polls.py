"""getUpdates: a new long poll ends the old one with 409; the same offset asked again at once brings one update only."""

import asyncio
import time

from tests.telegram.params import Params
from tests.telegram.refusals import OTHER_POLL, WEBHOOK_ACTIVE, Refused
from tests.telegram.updates import Raw, Updates

GATHER = 0.001
LONGEST = 50
WOKEN, ENDED, CLOSED = "woken", "ended", "closed"


class Polls:
    """`repeat_rule`: an offset repeated within 0.5 s brings one update, within 3 s waits 3 s. `conflict_hold`: of the
    conflicts within so many seconds the first is told at once, the others after that time.
    """

    def __init__(self, updates: Updates) -> None:
        self._updates = updates
        self._waiting: asyncio.Future[str] | None = None
        self._last_offset, self._last_at, self._next_conflict = -1, -1e9, 0.0
        self.repeat_rule = True
        self.conflict_hold = 3.0

    async def get(self, params: Params, webhook_url: str) -> list[Raw]:
        if webhook_url:
            raise Refused(409, WEBHOOK_ACTIVE)
        offset, limit = params.integer("offset", 0), params.integer("limit", 100, 1, 100)
        timeout = params.integer("timeout", 0, 0, LONGEST)
        self._updates.allow(params.get("allowed_updates", ""))
        if self.repeat_rule:
            limit, timeout = self._repeated(offset, limit, timeout)
        self._last_offset, self._last_at = offset, time.monotonic()
        return self._updates.take(offset, limit) or await self._wait(offset, limit, timeout)

    @property
    def open(self) -> bool:
        """A long poll is waiting: the bot has nothing left to fetch."""
        return self._waiting is not None

    def wake(self) -> None:
        self._end(WOKEN)

    def close(self) -> None:
        self._end(CLOSED)

    def _repeated(self, offset: int, limit: int, timeout: int) -> tuple[int, int]:
        since = time.monotonic() - self._last_at if offset == self._last_offset else 1e9
        return 1 if since < 0.5 else limit, max(timeout, 3) if since < 3 else timeout

    async def _wait(self, offset: int, limit: int, seconds: int) -> list[Raw]:
        if not seconds:
            return []
        self._end(ENDED)
        mine = self._waiting = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(seconds):
                why = await mine
        except TimeoutError:
            why = WOKEN
        finally:
            if self._waiting is mine:
                self._waiting = None
        if why == WOKEN:
            await asyncio.sleep(GATHER)
            return self._updates.take(offset, limit)
        await self._conflict(why)
        return []

    async def _conflict(self, why: str) -> None:
        if why == CLOSED:
            raise Refused(500, "restart")
        if time.monotonic() < self._next_conflict:
            await asyncio.sleep(self.conflict_hold)
        else:
            self._next_conflict = time.monotonic() + self.conflict_hold
        raise Refused(409, OTHER_POLL)

    def _end(self, why: str) -> None:
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(why)
            self._waiting = None
