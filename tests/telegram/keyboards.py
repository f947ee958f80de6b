"""What Telegram takes for a keyboard: data of 1 to 64 bytes, at most 100 buttons, none without a purpose."""

import json
from collections.abc import Callable
from typing import Any, TypeAlias

from tests.telegram.refusals import bad_request

Markup: TypeAlias = dict[str, Any]
Note: TypeAlias = Callable[[str], None]

MOST_BUTTONS, MOST_IN_A_ROW, MOST_BYTES, MOST_DATA_BYTES = 100, 8, 10_240, 64
REPLY_MARKUPS = ("keyboard", "remove_keyboard", "force_reply")


def read_markup(raw: str, *, only_inline: bool, violation: Note) -> Markup | None:
    """The keyboard as it will stand under the message, or None. `violation` hears what Telegram hides."""
    if not raw:
        return None
    try:
        markup = json.loads(raw)
    except ValueError:
        raise bad_request("can't parse reply keyboard markup JSON object") from None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        return _inline(markup["inline_keyboard"], violation)
    if only_inline and any(kind in markup for kind in REPLY_MARKUPS):
        raise bad_request("inline keyboard expected")
    return markup or None


def is_inline(markup: Markup | None) -> bool:
    return markup is None or "inline_keyboard" in markup


def _inline(raw_rows: Any, violation: Note) -> Markup | None:
    if not isinstance(raw_rows, list) or not all(isinstance(row, list) for row in raw_rows):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    rows = [[_button(button) for button in row] for row in raw_rows]
    shown = [[button for button in row if button["text"]] for row in rows]
    if shown != rows:
        violation("a button with an empty label: Telegram drops it without a word")
    if any(len(row) > MOST_IN_A_ROW for row in shown):
        violation(f"more than {MOST_IN_A_ROW} buttons in a row")
    kept = [row for row in shown if row]
    _check_size(kept)
    return {"inline_keyboard": kept} if kept else None


def _button(button: Any) -> dict[str, Any]:
    if not isinstance(button, dict):
        raise _unparsed("InlineKeyboardButton must be an Object")
    if not isinstance(button.get("text"), str):
        raise _unparsed('Can\'t find field "text"')
    if not any(value for name, value in button.items() if name not in ("text", "style", "icon_custom_emoji_id")):
        raise _unparsed("Text buttons are unallowed in the inline keyboard")
    if (url := button.get("url")) and (" " in url or "." not in url.partition("://")[2] + url):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    if len(button.get("callback_data", "").encode()) > MOST_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    return button


def _check_size(rows: list[list[dict[str, Any]]]) -> None:
    size = len(json.dumps(rows, ensure_ascii=False).encode())
    if sum(map(len, rows)) > MOST_BUTTONS or size > MOST_BYTES:
        raise bad_request("reply markup is too long")


def _unparsed(sentence: str) -> Exception:
    return bad_request(f"can't parse inline keyboard button: {sentence}")
