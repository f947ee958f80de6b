"""A card as Telegram takes it: HTML with everything escaped, and buttons that carry places, never words."""

from html import escape

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.buttons import packed
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
    carried = iter(packed(chat))
    rows = [[InlineKeyboardButton(text=label, callback_data=next(carried)) for label in row] for row in drawn.rows]
    return InlineKeyboardMarkup(inline_keyboard=rows)
