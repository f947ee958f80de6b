"""The methods that are played, each with the parameters Telegram knows and the product may need; others are noted."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.telegram import account, cards
from tests.telegram.params import Params
from tests.telegram.telegram import Telegram

TEXT = "text parse_mode entities link_preview_options reply_markup"
GET_UPDATES = "getUpdates"


@dataclass(frozen=True, slots=True)
class Method:
    """`run` is None for getUpdates, which waits and is played by the server itself."""

    name: str
    params: frozenset[str]
    run: Callable[[Telegram, Params], Any] | None

    def unknown(self, params: Params) -> list[str]:
        return [f"{self.name}: unknown parameter {name!r}" for name in params if name not in self.params]


def _method(name: str, params: str, run: Callable[[Telegram, Params], Any] | None) -> Method:
    return Method(name, frozenset(params.split()), run)


METHODS = {
    method.name.lower(): method
    for method in (
        _method(GET_UPDATES, "offset limit timeout allowed_updates", None),
        _method("getMe", "", account.get_me),
        _method("getWebhookInfo", "", account.get_webhook_info),
        _method("deleteWebhook", "drop_pending_updates", account.delete_webhook),
        _method("setMyCommands", "commands scope language_code", account.set_my_commands),
        _method(
            "sendMessage",
            f"chat_id {TEXT} disable_notification protect_content reply_parameters",
            cards.send_message,
        ),
        _method("editMessageText", f"chat_id message_id {TEXT}", cards.edit_message_text),
        _method("editMessageReplyMarkup", "chat_id message_id reply_markup", cards.edit_message_reply_markup),
        _method("deleteMessage", "chat_id message_id", cards.delete_message),
        _method("deleteMessages", "chat_id message_ids", cards.delete_messages),
        _method(
            "answerCallbackQuery",
            "callback_query_id text show_alert cache_time",
            account.answer_callback_query,
        ),
        _method("sendChatAction", "chat_id action", account.send_chat_action),
        _method("leaveChat", "chat_id", account.leave_chat),
        _method("getFile", "file_id", account.get_file),
    )
}
