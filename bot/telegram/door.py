"""Every update is read here, once: routed by aiogram to the few things a family can do, all else left outside."""

from aiogram import Dispatcher, F, Router
from aiogram.enums import ChatType, ContentType
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message

from bot.telegram.incoming import Incoming, Sort

ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]

FILES = {
    ContentType.ANIMATION,
    ContentType.AUDIO,
    ContentType.DOCUMENT,
    ContentType.LIVE_PHOTO,
    ContentType.PHOTO,
    ContentType.VIDEO,
    ContentType.VIDEO_NOTE,
    ContentType.VOICE,
    ContentType.PAID_MEDIA,
}
NOTICES = {
    ContentType.CHAT_BACKGROUND_SET,
    ContentType.CONNECTED_WEBSITE,
    ContentType.MESSAGE_AUTO_DELETE_TIMER_CHANGED,
    ContentType.PINNED_MESSAGE,
    ContentType.WRITE_ACCESS_ALLOWED,
}
OUTSIDE = {"left", "kicked"}
PLACES = {ContentType.LOCATION, ContentType.VENUE}
PEOPLE = {ContentType.CONTACT, ContentType.PASSPORT_DATA, ContentType.USERS_SHARED, ContentType.CHAT_SHARED}


def door() -> Dispatcher:
    """Handlers answer with an Incoming, or None for what is to be passed over in silence."""
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.include_router(_router())
    return dispatcher


def _router() -> Router:
    router = Router()
    private = F.chat.type == ChatType.PRIVATE
    router.callback_query.register(pressed)
    router.my_chat_member.register(member_changed)
    router.edited_message.register(edited, private)
    router.message.register(said, private, F.text)
    router.message.register(sent, private)
    router.message.register(elsewhere)
    return router


async def pressed(query: CallbackQuery) -> Incoming | None:
    """The chat of a private conversation is the person; a tap from anywhere else is passed over."""
    message = query.message
    if message is None or message.chat.type != ChatType.PRIVATE or message.chat.id <= 0:
        return None
    return Incoming(Sort.PRESSED, message.chat.id, query.data or "", callback=query.id, tapped=message.message_id)


async def member_changed(change: ChatMemberUpdated) -> Incoming | None:
    if change.chat.type != ChatType.PRIVATE:
        return Incoming(Sort.ELSEWHERE, change.chat.id) if change.new_chat_member.status not in OUTSIDE else None
    return Incoming(Sort.BLOCKED, change.chat.id) if change.new_chat_member.status == "kicked" else None


async def edited(message: Message) -> Incoming | None:
    return _unwanted(message, "remark-edited")


async def said(message: Message) -> Incoming | None:
    text = message.text or ""
    if _second_hand(message):
        return _unwanted(message, "remark-forwarded")
    if not _from_the_family(message):
        return None
    opened = text.split(maxsplit=1)[:1] == ["/start"]
    return Incoming(Sort.OPENED if opened else Sort.SAID, message.chat.id, "" if opened else text, message.message_id)


async def sent(message: Message) -> Incoming | None:
    if _second_hand(message):
        return _unwanted(message, "remark-forwarded")
    if message.content_type in NOTICES:
        return Incoming(Sort.NOTICE, message.chat.id, message=message.message_id) if message.chat.id > 0 else None
    if message.content_type in FILES:
        return _unwanted(message, "remark-file")
    if message.content_type in PLACES:
        return _unwanted(message, "remark-location")
    if message.content_type in PEOPLE:
        return _unwanted(message, "remark-contact")
    return _unwanted(message, "remark-use-buttons")


async def elsewhere(message: Message) -> Incoming | None:
    return Incoming(Sort.ELSEWHERE, message.chat.id) if message.chat.type != ChatType.PRIVATE else None


def _second_hand(message: Message) -> bool:
    return bool(message.forward_origin or message.external_reply or message.via_bot or message.story)


def _from_the_family(message: Message) -> bool:
    sender = message.from_user
    return message.chat.id > 0 and sender is not None and not sender.is_bot and message.sender_chat is None


def _unwanted(message: Message, remark: str) -> Incoming | None:
    if not _from_the_family(message):
        return None
    dice = message.content_type == ContentType.DICE
    return Incoming(Sort.UNWANTED, message.chat.id, remark, message.message_id, late_to_delete=dice)
