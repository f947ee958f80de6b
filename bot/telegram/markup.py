"""A card as Telegram takes it: HTML with everything escaped, and buttons that carry places, never words."""

from html import escape

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot import buttons
from bot.chat import Chat
from dialogs.draw import Drawn, laid_out
from dialogs.screen import Kind

TAGS = {Kind.TITLE: "b", Kind.LABEL: "b", Kind.CODE: "code", Kind.REMARK: "i"}


def html(drawn: Drawn) -> str:
    return laid_out(drawn, _line)


def _line(kind: Kind, line: str) -> str:
    tag = TAGS.get(kind)
    return f"<{tag}>{escape(line, quote=False)}</{tag}>" if tag else escape(line, quote=False)


def keyboard(chat: Chat, drawn: Drawn) -> InlineKeyboardMarkup:
    rows, place = [], 0
    for row in drawn.rows:
        rows.append([_button(chat, place + at, label) for at, label in enumerate(row)])
        place += len(row)
    return InlineKeyboardMarkup(inline_keyboard=rows)


def _button(chat: Chat, place: int, label: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=label, callback_data=buttons.data(chat, place))
