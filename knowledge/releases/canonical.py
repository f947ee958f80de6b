"""A manifest or a pointer can be written in one way only, byte for byte; anything else was not written here."""

import json
from collections.abc import Set as AbstractSet
from typing import Any

from knowledge.releases.events import NewerFormat

FORMAT = 1
MOST_BYTES = 2**24


class NotAsWritten(ValueError):
    """These bytes did not come from here: the caller says whose they should be and refuses them."""


def coded(fields: dict[str, Any]) -> bytes:
    return (json.dumps({**fields, "format": FORMAT}, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def fields(raw: bytes, known: AbstractSet[str]) -> dict[str, Any]:
    """Raise NotAsWritten or NewerFormat."""
    read = _mapping(raw)
    _refuse_newer(read.pop("format", None))
    if read.keys() != known or coded(read) != raw:
        raise NotAsWritten
    return read


def _mapping(raw: bytes) -> dict[str, Any]:
    try:
        read = json.loads(raw)
    except (ValueError, RecursionError):
        raise NotAsWritten from None
    if not isinstance(read, dict):
        raise NotAsWritten
    return read


def _refuse_newer(stated: object) -> None:
    if isinstance(stated, int) and stated > FORMAT:
        raise NewerFormat(stated)
