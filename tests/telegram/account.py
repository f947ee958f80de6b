"""The methods about the bot itself, its commands, its webhook, and the small ones: taps, typing, leaving."""

import re
from typing import Any

from tests.telegram.markup import utf16_length
from tests.telegram.params import Params
from tests.telegram.refusals import TOO_OLD, bad_request
from tests.telegram.taps import ANSWERABLE, LONGEST_TOAST
from tests.telegram.telegram import Telegram
from tests.telegram.updates import BY_DEFAULT

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
MOST_COMMANDS, LONGEST_DESCRIPTION = 100, 256
SCOPES = ("default", "all_private_chats")
ACTIONS = frozenset({"typing", "cancel", "choose_sticker", "find_location", "upload_document", "upload_photo"}) | {
    f"{verb}_{what}" for verb in ("record", "upload") for what in ("video", "voice", "video_note")
}


def get_me(telegram: Telegram, _params: Params) -> Any:
    return telegram.me


def get_webhook_info(telegram: Telegram, _params: Params) -> Any:
    pending = len(telegram.updates.pending)
    found = {"url": telegram.webhook_url, "has_custom_certificate": False, "pending_update_count": pending}
    asked = telegram.updates.allowed
    return found if asked == BY_DEFAULT else {**found, "allowed_updates": sorted(asked)}


def delete_webhook(telegram: Telegram, params: Params) -> bool:
    telegram.webhook_url = ""
    if params.flag("drop_pending_updates"):
        telegram.updates.drop()
        telegram.violations.append("deleteWebhook drops the updates that wait: families' words are lost")
    return True


def set_my_commands(telegram: Telegram, params: Params) -> bool:
    given = params.json("commands", "can't parse commands JSON object") or []
    if not isinstance(given, list):
        raise bad_request("expected an Array of BotCommand")
    scope = (params.json("scope", "can't parse BotCommandScope JSON object") or {}).get("type", "default")
    if scope not in SCOPES:
        telegram.violations.append(f"setMyCommands for the scope {scope!r}")
    language = params.get("language_code", "")
    if not re.fullmatch(r"(?:[a-z]{2})?", language):
        raise bad_request("invalid language code specified")
    if len(given) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    telegram.commands[language] = [_command(each) for each in given]
    return True


def answer_callback_query(telegram: Telegram, params: Params) -> bool:
    """A tap is answered once, within 150 seconds."""
    tap = telegram.taps.get(params.get("callback_query_id", ""))
    if tap is None or tap.answered_at is not None or telegram.clock() - tap.date > ANSWERABLE:
        raise bad_request(TOO_OLD)
    if utf16_length(params.get("text", "")) > LONGEST_TOAST:
        raise bad_request("MESSAGE_TOO_LONG")
    tap.answer(params.get("text", ""), alert=params.flag("show_alert"))
    return True


def send_chat_action(telegram: Telegram, params: Params) -> bool:
    if params.get("action", "").lower() not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = telegram.writable(params)
    telegram.actions.append((chat.chat_id, params["action"]))
    return True


def leave_chat(telegram: Telegram, params: Params) -> bool:
    chat = telegram.named(params)
    if chat.private:
        raise bad_request("can't leave private chats")
    chat.check_writable()
    chat.member = False
    telegram.left.append(chat.chat_id)
    return True


def get_file(telegram: Telegram, _params: Params) -> Any:
    """The product never downloads what families send."""
    telegram.violations.append("getFile: a file was asked for")
    raise bad_request("wrong file_id or the file is temporarily unavailable")


def _command(given: Any) -> tuple[str, str]:
    if not isinstance(given, dict) or not isinstance(given.get("command"), str):
        raise bad_request("can't parse BotCommand: Can't find field \"command\"")
    name, description = given["command"].strip().removeprefix("/"), str(given.get("description", "")).strip()
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > LONGEST_DESCRIPTION:
        raise bad_request(f"command description length must not exceed {LONGEST_DESCRIPTION}")
    if not COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    return name, description
