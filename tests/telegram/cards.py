"""Sending, editing and deleting messages, with the checks of the real server in its order and its words."""

from typing import Any

from tests.telegram.chats import Message
from tests.telegram.keyboards import is_inline, read_markup
from tests.telegram.markup import Entity, clean, is_blank, parse_html, trim, utf16_length
from tests.telegram.params import Params, as_integer
from tests.telegram.refusals import NOT_MODIFIED, bad_request
from tests.telegram.telegram import Telegram

MOST_UNITS, MOST_BYTES, MOST_IDS = 4096, 1 << 15, 100


def send_message(telegram: Telegram, params: Params) -> Any:
    text, entities = read_text(params, too_long="message is too long")
    markup = read_markup(params.get("reply_markup", ""), only_inline=False, violation=telegram.violations.append)
    chat = telegram.writable(params)
    _check_reply(params, chat.messages)
    message = telegram.keep(chat, {"from": telegram.bot, **_content(text, entities)}, from_bot=True)
    message.markup, message.silent = markup, params.flag("disable_notification")
    if params.flag("protect_content"):
        message.body["has_protected_content"] = True
    return message.raw


def edit_message_text(telegram: Telegram, params: Params) -> Any:
    """The keyboard goes when none is given."""
    text, entities = read_text(params, too_long="MESSAGE_TOO_LONG")
    markup = read_markup(params.get("reply_markup", ""), only_inline=True, violation=telegram.violations.append)
    message = _editable(telegram, params)
    if "text" not in message.body:
        raise bad_request("there is no text in the message to edit")
    if (message.text, message.entities, message.markup) == (text, entities, markup):
        raise bad_request(NOT_MODIFIED)
    message.body.pop("entities", None)
    message.body.update(_content(text, entities), edit_date=telegram.clock.now)
    message.markup = markup
    return message.raw


def edit_message_reply_markup(telegram: Telegram, params: Params) -> Any:
    markup = read_markup(params.get("reply_markup", ""), only_inline=True, violation=telegram.violations.append)
    message = _editable(telegram, params)
    if message.markup == markup:
        raise bad_request(NOT_MODIFIED)
    message.markup = markup
    message.body["edit_date"] = telegram.clock.now
    return message.raw


def delete_message(telegram: Telegram, params: Params) -> bool:
    message_id = params.integer("message_id", 0)
    if message_id <= 0:
        raise bad_request("message identifier is not specified")
    chat = telegram.writable(params)
    if message_id not in chat.messages:
        raise bad_request("message to delete not found")
    chat.delete([message_id], telegram.clock.now)
    return True


def delete_messages(telegram: Telegram, params: Params) -> bool:
    """Ids that are gone already are skipped; ids that may not be deleted keep all the others too."""
    message_ids = _read_ids(params)
    telegram.writable(params).delete(message_ids, telegram.clock.now)
    return True


def read_text(params: Params, *, too_long: str) -> tuple[str, list[Entity]]:
    """The text as it will be shown, with its entities."""
    sent, mode = params.get("text", ""), params.get("parse_mode", "").lower()
    if not sent:
        raise bad_request("message text is empty")
    if any(0xD800 <= ord(char) <= 0xDFFF for char in sent):
        raise bad_request("strings must be encoded in UTF-8")
    if len(sent.encode()) > MOST_BYTES:
        raise bad_request("text is too long")
    if mode not in ("", "none", "html"):
        raise bad_request("unsupported parse_mode")
    given = params.json("entities", "can't parse entities JSON object") or []
    text, entities = trim(*(parse_html(sent) if mode == "html" else (clean(sent), given)))
    if is_blank(text):
        raise bad_request("text must be non-empty")
    if utf16_length(text) > MOST_UNITS:
        raise bad_request(too_long)
    return text, entities


def _content(text: str, entities: list[Entity]) -> dict[str, Any]:
    return {"text": text, "entities": entities} if entities else {"text": text}


def _editable(telegram: Telegram, params: Params) -> Message:
    chat = telegram.writable(params)
    message = chat.messages.get(params.integer("message_id", 0))
    if message is None:
        raise bad_request("message to edit not found")
    if not message.from_bot or not is_inline(message.markup):
        raise bad_request("message can't be edited")
    return message


def _check_reply(params: Params, there: dict[int, Message]) -> None:
    asked = params.json("reply_parameters", "can't parse reply parameters JSON object") or {}
    if asked and asked.get("message_id") not in there and not asked.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")


def _read_ids(params: Params) -> list[int]:
    given = params.json("message_ids", "can't parse message_ids JSON object")
    if not given:
        raise bad_request("message identifiers are not specified")
    if not isinstance(given, list):
        raise bad_request("expected an Array of message identifiers")
    if len(given) > MOST_IDS:
        raise bad_request("too many message identifiers specified")
    ids = [as_integer(str(each)) for each in given]
    if not all(each is not None and each > 0 for each in ids):
        raise bad_request("invalid message identifier specified")
    return [each for each in ids if each is not None]
