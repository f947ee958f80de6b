"""Updates no family's phone sends, as raw bodies for `api.inject`: inline, business, guests, reactions, others."""

from typing import Any

from tests.telegram.groups import person
from tests.telegram.updates import Raw

CANARY = "canary-stranger"
CONNECTION = "bizconn-0001"


def message(date: int, chat_id: int = 3003, **fields: Any) -> dict[str, Any]:
    """A message nobody keeps; fields replace each other, so that anything can be made of it."""
    chat = {"id": chat_id, "type": "private", "first_name": CANARY}
    body = {"message_id": 9001, "date": date, "chat": chat, "from": person(chat_id, CANARY), "text": CANARY}
    return {**body, **fields}


def from_a_bot(date: int) -> Raw:
    sender = {"id": 4004, "is_bot": True, "first_name": CANARY, "username": "canary_bot"}
    return {"message": message(date, 4004, **{"from": sender})}


def business(date: int) -> list[Raw]:
    """Somebody connects the bot to a business account, and its clients write, edit and delete."""
    owner, theirs = person(5005, CANARY), message(date, business_connection_id=CONNECTION)
    connection = {"id": CONNECTION, "user": owner, "user_chat_id": 5005, "date": date, "is_enabled": True}
    deleted = {"business_connection_id": CONNECTION, "chat": theirs["chat"], "message_ids": [9001]}
    return [
        {"business_connection": {**connection, "rights": {"can_reply": True}}},
        {"business_message": theirs},
        {"edited_business_message": {**theirs, "edit_date": date}},
        {"deleted_business_messages": deleted},
    ]


def inline() -> list[Raw]:
    """The bot's name is typed in some other chat."""
    query = {"id": "77001", "from": person(), "query": CANARY, "offset": ""}
    return [
        {"inline_query": {**query, "chat_type": "private"}},
        {"chosen_inline_result": {"result_id": "1", "from": person(), "query": CANARY}},
        {
            "callback_query": {
                "id": "77002",
                "from": person(),
                "inline_message_id": "CAAAAA",
                "chat_instance": "1",
                "data": "x",
            }
        },
    ]


def guest(date: int) -> Raw:
    """A bot that takes guest questions is called into a chat it is not in."""
    return {"guest_message": message(date, guest_query_id="88001")}


def other(date: int) -> list[Raw]:
    """What else Telegram knows, one of each."""
    chat, user = {"id": -1_001_800_000_001, "type": "supergroup", "title": CANARY}, person()
    member = {"chat": chat, "from": user, "date": date}
    old, new = {"user": user, "status": "left"}, {"user": user, "status": "member"}
    thumb = {"type": "emoji", "emoji": "👍"}
    reaction = {"chat": chat, "message_id": 1, "date": date}
    return [
        {"chat_member": {**member, "old_chat_member": old, "new_chat_member": new}},
        {"chat_join_request": {**member, "user_chat_id": user["id"], "bio": CANARY}},
        {"message_reaction": {**reaction, "user": user, "old_reaction": [], "new_reaction": [thumb]}},
        {"message_reaction_count": {**reaction, "reactions": [{"type": thumb, "total_count": 2}]}},
        {"poll_answer": {"poll_id": "1", "user": user, "option_ids": [0], "option_persistent_ids": ["1"]}},
        {"shipping_query": {"id": "1", "from": user, "invoice_payload": CANARY, "shipping_address": _address()}},
        {
            "pre_checkout_query": {
                "id": "1",
                "from": user,
                "currency": "TJS",
                "total_amount": 1,
                "invoice_payload": CANARY,
            }
        },
    ]


def unknown(name: str = "telepathy") -> Raw:
    """A kind of update that does not exist yet."""
    return {name: {"thought": CANARY, "chat": {"id": 3003}}}


def malformed() -> list[Raw]:
    """Bodies that no type of the Bot API describes."""
    return [
        {"message": CANARY},
        {"message": {"message_id": "many", "date": [], "chat": None, "text": CANARY}},
        {"message": {"text": CANARY}},
        {"callback_query": {"id": 5, "from": CANARY}},
        {"callback_query": None},
        {},
    ]


def _address() -> dict[str, str]:
    names = ("country_code", "state", "city", "street_line1", "street_line2", "post_code")
    return dict.fromkeys(names, CANARY)
