"""What the page sends: a small JSON object of one closed form for each route, parsed at the door."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import TypeAlias

from bot.turn import Done, Pressed
from dialogs.events import Opened, Said, Unwanted

LARGEST = 16 * 1024
REMARKS: Mapping[str, str] = MappingProxyType({"file": "remark-file"})
"""What happens to the things that Telegram would carry; here nothing is uploaded at all."""


class UnreadableBody(ValueError):
    """Not a body this page sends: the request is refused, and nothing of it is kept or shown."""


Read: TypeAlias = Callable[[Mapping[str, str], date], Done]

DONE: Mapping[str, tuple[frozenset[str], Read]] = MappingProxyType(
    {
        "/open": (frozenset(), lambda _sent, _today: Opened()),
        "/tap": (frozenset({"data"}), lambda sent, _today: Pressed(sent["data"])),
        "/say": (frozenset({"text"}), lambda sent, today: Said(sent["text"], today)),
        "/send": (frozenset({"kind"}), lambda sent, _today: Unwanted(REMARKS[sent["kind"]])),
    }
)
"""For each route the keys of its body, all of them text, and what was done."""


def done(path: str, body: bytes, today: date) -> Done:
    """Raise UnreadableBody."""
    keys, read = DONE[path]
    try:
        return read(fields(body, keys), today)
    except KeyError:
        raise UnreadableBody from None


def fields(body: bytes, keys: frozenset[str]) -> Mapping[str, str]:
    """Exactly these keys, all of them text; no body at all is an object without keys. Raise UnreadableBody."""
    try:
        sent = json.loads(body.decode("utf-8") or "{}")
    except (ValueError, RecursionError):
        raise UnreadableBody from None
    if not isinstance(sent, dict) or set(sent) != keys or not all(isinstance(each, str) for each in sent.values()):
        raise UnreadableBody
    return sent
