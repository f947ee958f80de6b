"""What a button carries: epoch, turn and place on the card. Telegram allows 64 bytes and keeps buttons for ever."""

import re

from bot.chat import Chat
from dialogs.show import show

_FORM = re.compile(r"([0-9a-f]{8})\.(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]?)")


class StaleTap(Exception):
    """The button is not of the present card: old, forged or another chat's. Nothing moves; the card is shown."""


def data(chat: Chat, place: int) -> str:
    return f"{chat.epoch}.{chat.count}.{place}"


def choice(chat: Chat, tapped: str) -> str:
    """The name of the choice that was tapped. Raise StaleTap."""
    found = _FORM.fullmatch(tapped)
    if not found or (found[1], int(found[2])) != (chat.epoch, chat.count):
        raise StaleTap
    choices = show(chat.session).choices
    if int(found[3]) >= len(choices):
        raise StaleTap
    return choices[int(found[3])].name
