"""The queue behind getUpdates: an offset confirms and forgets; messages live a day, button taps 150 seconds."""

import json
from collections import Counter
from dataclasses import dataclass
from typing import Any, TypeAlias

from tests.telegram.clock import DAY, FakeClock

Raw: TypeAlias = dict[str, Any]

LIFETIMES = {
    "callback_query": 150,
    "shipping_query": 150,
    "pre_checkout_query": 150,
    "inline_query": 30,
    "chosen_inline_result": 600,
}
ASKED_FOR_BY_NAME = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
KINDS = (
    ASKED_FOR_BY_NAME
    | frozenset(LIFETIMES)
    | {
        "message",
        "edited_message",
        "channel_post",
        "edited_channel_post",
        "poll",
        "poll_answer",
        "my_chat_member",
        "chat_join_request",
        "chat_boost",
        "removed_chat_boost",
        "business_connection",
        "business_message",
        "edited_business_message",
        "deleted_business_messages",
        "purchased_paid_media",
        "managed_bot",
        "guest_message",
    }
)
BY_DEFAULT = KINDS - ASKED_FOR_BY_NAME
FUTURE = 10
"""An offset this far behind the end of the queue is still believed; one further off starts again at the head."""


@dataclass(frozen=True, slots=True)
class Waiting:
    update_id: int
    body: Raw
    chat_id: int | None
    expires_at: float


class Updates:
    def __init__(self, clock: FakeClock, first_id: int = 500_000_001) -> None:
        self._clock = clock
        self._next_id = first_id
        self._queue: dict[int, Waiting] = {}
        self._strays: list[Waiting] = []
        self._past: dict[int, Waiting] = {}
        self._in_chat: Counter[int | None] = Counter()
        self._expired_at = clock()
        self.allowed = BY_DEFAULT

    def push(self, kind: str, payload: Any, chat_id: int | None = None) -> int | None:
        """The update's id; None where the bot did not ask for this kind, and so never hears of it."""
        if kind not in self.allowed:
            return None
        return self._append({kind: payload}, chat_id, LIFETIMES.get(kind, DAY))

    def inject(self, raw: Raw) -> int:
        """Any body at all, asked for or not; one with its own `update_id` is delivered once, whatever the offset."""
        if "update_id" not in raw:
            return self._append(raw, None, DAY)
        given = raw["update_id"]
        waiting = Waiting(given if isinstance(given, int) else -1, dict(raw), None, self._clock() + DAY)
        self._past.setdefault(waiting.update_id, waiting)
        self._stray(waiting)
        return waiting.update_id

    def replay(self, update_id: int) -> None:
        """The same update once more, also long after it was confirmed."""
        self._stray(self._past[update_id])

    def jump(self, next_id: int) -> None:
        """Numbering goes on from here, as after a week without updates."""
        assert not self._queue, "Telegram renumbers an empty queue only"
        self._next_id = next_id

    def allow(self, raw: str) -> None:
        """The list is kept until the next one; an empty one, or one of unknown names only, means the usual kinds."""
        try:
            named = json.loads(raw or "null")
        except ValueError:
            return
        if isinstance(named, list) and all(isinstance(name, str) for name in named):
            self.allowed = KINDS & {name.lower() for name in named} or BY_DEFAULT

    def take(self, offset: int, limit: int) -> list[Raw]:
        """Confirms and forgets all below the offset; a negative one forgets all but the last few."""
        if offset < 0:
            self._forget_below(([*self._queue][offset:] or [self._next_id])[0])
        elif offset <= self._next_id + FUTURE:
            self._forget_below(offset)
        strays, self._strays = self._strays[:limit], self._strays[limit:]
        self._in_chat.subtract(each.chat_id for each in strays)
        taken = [*strays, *self.pending[: limit - len(strays)]]
        return [{"update_id": each.update_id, **each.body} for each in taken]

    def drop(self) -> None:
        self._forget(list(self._queue.values()))

    @property
    def pending(self) -> list[Waiting]:
        """What has been neither confirmed nor outlived."""
        now = self._clock()
        if now != self._expired_at:
            self._expired_at = now
            self._forget([each for each in self._queue.values() if each.expires_at < now])
        return list(self._queue.values())

    def waiting_for(self, chat_id: int) -> int:
        """How many updates of this chat the bot has not confirmed yet."""
        return self._in_chat[chat_id]

    def _append(self, body: Raw, chat_id: int | None, lifetime: int) -> int:
        waiting = Waiting(self._next_id, body, chat_id, self._clock() + lifetime)
        self._next_id += 1
        self._queue[waiting.update_id] = self._past[waiting.update_id] = waiting
        self._in_chat[chat_id] += 1
        return waiting.update_id

    def _stray(self, waiting: Waiting) -> None:
        self._strays.append(waiting)
        self._in_chat[waiting.chat_id] += 1

    def _forget_below(self, offset: int) -> None:
        self._forget([each for each in self._queue.values() if each.update_id < offset])

    def _forget(self, gone: list[Waiting]) -> None:
        for each in gone:
            del self._queue[each.update_id]
        self._in_chat.subtract(each.chat_id for each in gone)
