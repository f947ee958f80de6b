"""One turn of a conversation, the same in every channel: the chat as kept, and what was done, give the chat to keep."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.buttons import StaleTap, choice
from bot.chat import Chat
from dialogs.events import Opened, Said, Tapped, Unwanted
from dialogs.session import Session
from dialogs.step import step
from dialogs.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button as it came back; it may be old or forged."""

    data: str


Done: TypeAlias = Opened | Said | Unwanted | Pressed


@dataclass(frozen=True, slots=True)
class Turn:
    """`stale`: the tap changed nothing. `wiped`: erase this chat everywhere; `chat` is then not to be kept."""

    chat: Chat
    stale: bool = False
    wiped: bool = False


def take_turn(chat: Chat | None, done: Done, vocabulary: Vocabulary, epoch: str) -> Turn:
    """`epoch` is used only where the chat begins now."""
    if chat is None:
        return _first(Chat(Session(), epoch), done, vocabulary)
    if not isinstance(done, Pressed):
        return _stepped(chat, done, vocabulary)
    try:
        return _stepped(chat, Tapped(choice(chat, done.data)), vocabulary)
    except StaleTap:
        return Turn(chat, stale=True)


def _first(chat: Chat, done: Done, vocabulary: Vocabulary) -> Turn:
    """A button of a chat that is not kept any more begins anew; what is typed first is heard."""
    return Turn(chat, stale=True) if isinstance(done, Pressed) else _stepped(chat, done, vocabulary)


def _stepped(chat: Chat, event: Opened | Said | Unwanted | Tapped, vocabulary: Vocabulary) -> Turn:
    stepped = step(chat.session, event, vocabulary)
    return Turn(chat.moved(stepped.session), wiped=stepped.wiped)
