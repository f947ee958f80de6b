"""What waits in the outbox: codes only. A card is drawn when it is sent, from the session as it then stands."""

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from vault.outbox import Posted
from vault.transaction import Transaction

MOST_DELETED = 100
"""Telegram deletes so many messages in one call."""


class Kind(StrEnum):
    CARD = "card"
    TOAST = "toast"
    DELETE = "delete"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Outgoing:
    kind: Kind
    chat: int
    messages: tuple[int, ...] = ()
    callback: str = ""
    toast: str = ""
    """A key, or empty for an answer that only ends the button's waiting."""

    @classmethod
    def of(cls, posted: Posted) -> "Outgoing":
        body: dict[str, Any] = json.loads(posted.body)
        return cls(Kind(posted.kind), **{**body, "messages": tuple(body.get("messages", ()))})


def post_card(tx: Transaction, lane: bytes, chat: int) -> None:
    """However many turns are taken meanwhile, one card is drawn: the newest."""
    _post(tx, lane, Kind.CARD, once=True, chat=chat)


def post_toast(tx: Transaction, lane: bytes, chat: int, callback: str, toast: str = "") -> None:
    _post(tx, lane, Kind.TOAST, chat=chat, callback=callback, toast=toast)


def post_delete(tx: Transaction, lane: bytes, chat: int, *messages: int) -> None:
    """Deletions that wait together go in one call, as far as Telegram takes so many."""
    waiting = tx.outbox.waiting(lane, Kind.DELETE.value)
    earlier = json.loads(waiting)["messages"] if waiting else []
    together = [*earlier, *messages]
    if len(together) <= MOST_DELETED:
        _post(tx, lane, Kind.DELETE, once=True, chat=chat, messages=together)
    else:
        _post(tx, lane, Kind.DELETE, chat=chat, messages=list(messages))


def post_leave(tx: Transaction, lane: bytes, chat: int) -> None:
    _post(tx, lane, Kind.LEAVE, once=True, chat=chat)


def _post(tx: Transaction, lane: bytes, kind: Kind, *, once: bool = False, **body: object) -> None:
    tx.outbox.post(lane, kind.value, json.dumps(body).encode(), once=once)
