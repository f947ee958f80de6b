"""Every request the bot made, in order, with how it ended."""

import json
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, overload


@dataclass(slots=True)
class Call:
    """`status` is None while the call is under way and 0 when the connection was dropped instead of an answer."""

    method: str
    params: dict[str, str]
    chat_id: int | None
    at: float = field(default_factory=time.monotonic)
    ended_at: float | None = None
    status: int | None = None
    description: str = ""
    retry_after: int | None = None
    applied: bool = False

    def json(self, name: str) -> Any:
        return json.loads(self.params[name])


class Calls(Sequence[Call]):
    """A sequence of calls that also knows, for each chat, how many are under way and how many have ended."""

    def __init__(self) -> None:
        self._calls: list[Call] = []
        self._begun: Counter[int | None] = Counter()
        self._ended: Counter[int | None] = Counter()

    def __len__(self) -> int:
        return len(self._calls)

    @overload
    def __getitem__(self, index: int) -> Call: ...
    @overload
    def __getitem__(self, index: slice) -> list[Call]: ...
    def __getitem__(self, index: int | slice) -> Call | list[Call]:
        return self._calls[index]

    def of(self, *methods: str, chat_id: int | None = None) -> list[Call]:
        """The calls of these methods, of all methods when none is named; of one chat when it is given."""
        named = (call for call in self._calls if not methods or call.method in methods)
        return [call for call in named if chat_id is None or call.chat_id == chat_id]

    def begin(self, call: Call) -> None:
        self._calls.append(call)
        self._begun[call.chat_id] += 1

    def end(self, call: Call, status: int) -> None:
        call.status, call.ended_at = status, time.monotonic()
        self._ended[call.chat_id] += 1

    def under_way(self, chat_id: int) -> int:
        return self._begun[chat_id] - self._ended[chat_id]

    def ended(self, chat_id: int) -> int:
        return self._ended[chat_id]
