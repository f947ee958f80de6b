"""What a button carries: epoch, turn and place on the card. Telegram allows 64 bytes and keeps buttons for ever."""

import re

from bot.chat import Chat
from dialogs.show import show

_FORM = re.compile(r"([0-9a-f]{8})\.(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]?)")
WIPE = "wipe"


class StaleTap(Exception):
    """The button is not of the present card: old, forged or another chat's. Nothing moves; the card is shown."""


def packed(chat: Chat) -> tuple[str, ...]:
    """One for each choice of the card. A wipe names no turn: it works from every card of its chat, however old."""
    names = (choice.name for choice in show(chat.session).choices)
    return tuple(f"{chat.epoch}.{WIPE if name == WIPE else f'{chat.count}.{at}'}" for at, name in enumerate(names))


def data(chat: Chat, place: int) -> str:
    return packed(chat)[place]


def erases(tapped: str) -> bool:
    """By its form alone; whether it is this chat's own is seen when it is applied."""
    return tapped.endswith(f".{WIPE}")


def choice(chat: Chat, tapped: str) -> str:
    """The name of the choice that was tapped. Raise StaleTap."""
    if tapped == f"{chat.epoch}.{WIPE}":
        return WIPE
    found = _FORM.fullmatch(tapped)
    if not found or (found[1], int(found[2])) != (chat.epoch, chat.count):
        raise StaleTap
    offered = [each.name for each in show(chat.session).choices if each.name != WIPE]
    if int(found[3]) >= len(offered):
        raise StaleTap
    return offered[int(found[3])]
