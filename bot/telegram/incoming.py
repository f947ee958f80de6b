"""What is kept of an update until it is applied: the chat, the message and what was done. No name, no profile."""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Self


class Sort(StrEnum):
    OPENED = "opened"
    SAID = "said"
    PRESSED = "pressed"
    UNWANTED = "unwanted"
    BLOCKED = "blocked"
    """The family blocked the bot: all that is held of it goes."""
    NOTICE = "notice"
    """Telegram's own message in the chat, such as a timer that was set: swept, not answered."""
    ELSEWHERE = "elsewhere"
    """A group or a channel: it is left, and nothing is answered."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """`text` is what was typed, a button's data or a remark's key; `message` is the family's own, to be deleted."""

    sort: Sort
    chat: int
    text: str = ""
    message: int | None = None
    callback: str | None = None
    tapped: int | None = None
    """The card whose button it was."""
    late_to_delete: bool = False
    """A dice can be deleted only a day later."""

    def to_bytes(self) -> bytes:
        return json.dumps(asdict(self)).encode()

    @classmethod
    def from_bytes(cls, kept: bytes) -> Self:
        stored = json.loads(kept)
        return cls(**{**stored, "sort": Sort(stored["sort"])})
