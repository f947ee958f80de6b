"""The list of messages that must go again, the family's and ours: a bot can delete a message for 48 hours only."""

import json
from dataclasses import dataclass

from vault.sweep import Swept
from vault.transaction import Transaction

DAY = 24 * 3600.0
LAST_CHANCE = 47 * 3600.0
DICE_HELD = 25 * 3600.0
"""Telegram lets nobody delete a dice in its first day."""


@dataclass(frozen=True, slots=True)
class Message:
    chat: int
    id: int


def remember(tx: Transaction, lane: bytes, message: Message, now: float, after: float = DAY) -> None:
    """In the very transaction that learns of the message; it is due `after` seconds from now."""
    tx.sweep.remember(lane, json.dumps([message.chat, message.id]).encode(), now + after, now + LAST_CHANCE)


def message_of(swept: Swept) -> Message:
    chat, message = json.loads(swept.body)
    return Message(chat, message)
