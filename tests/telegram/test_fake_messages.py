"""Editing and deleting on the fake, and chats that may not be written to."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramMigrateToChat
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardRemove, ReplyParameters

from tests.telegram.clock import DAY, HOUR
from tests.telegram.fake_bot_api import FakeBotApi
from tests.telegram.groups import Group
from tests.telegram.phone import Phone


def keyboard(word: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text=word, callback_data=word)]])


async def test_an_edit_changes_the_card_and_drops_a_keyboard_not_repeated(bot: Bot, phone: Phone) -> None:
    sent = await bot.send_message(phone.chat_id, "<b>x</b>", parse_mode="HTML", reply_markup=keyboard("a"))
    await sent.edit_text("x", reply_markup=keyboard("a"))
    assert (phone.card.text, phone.card.entities, phone.card.labels, phone.card.edited) == ("x", (), ("a",), True)
    await sent.edit_text("y")
    assert (phone.card.text, phone.card.buttons, len(phone.cards)) == ("y", (), 1)
    await sent.edit_reply_markup(reply_markup=keyboard("b"))
    assert phone.card.labels == ("b",)


async def test_an_edit_that_changes_nothing_is_not_modified(bot: Bot, phone: Phone) -> None:
    sent = await bot.send_message(phone.chat_id, "<b>x</b>", parse_mode="HTML", reply_markup=keyboard("a"))
    with pytest.raises(TelegramBadRequest, match="message is not modified: specified new message content and reply"):
        await sent.edit_text(" <strong>x</strong>", parse_mode="HTML", reply_markup=keyboard("a"))
    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        await sent.edit_reply_markup(reply_markup=keyboard("a"))


async def test_only_own_messages_with_inline_keyboards_can_be_edited(bot: Bot, phone: Phone) -> None:
    theirs = phone.messages[0].message_id
    plain = await bot.send_message(phone.chat_id, "x", reply_markup=ReplyKeyboardRemove())
    for message_id in (theirs, plain.message_id):
        with pytest.raises(TelegramBadRequest, match="message can't be edited"):
            await bot.edit_message_text("y", chat_id=phone.chat_id, message_id=message_id)
    for message_id in (999, -1):
        with pytest.raises(TelegramBadRequest, match="message to edit not found"):
            await bot.edit_message_text("y", chat_id=phone.chat_id, message_id=message_id)


async def test_messages_of_both_sides_can_be_deleted_for_48_hours(api: FakeBotApi, bot: Bot, phone: Phone) -> None:
    sent = await bot.send_message(phone.chat_id, "x")
    ids = [phone.messages[0].message_id, sent.message_id]
    api.clock.advance(48 * HOUR)
    assert await bot.delete_messages(phone.chat_id, [*ids, 4321])
    assert (api.live_messages(phone.chat_id), phone.messages) == ([], ())
    with pytest.raises(TelegramBadRequest, match="message to delete not found"):
        await bot.delete_message(phone.chat_id, sent.message_id)


async def test_after_48_hours_own_messages_can_only_be_edited(api: FakeBotApi, bot: Bot, phone: Phone) -> None:
    sent = await bot.send_message(phone.chat_id, "x")
    api.clock.advance(48 * HOUR + 1)
    with pytest.raises(TelegramBadRequest, match="message can't be deleted"):
        await bot.delete_message(phone.chat_id, sent.message_id)
    await sent.edit_text("·")
    assert phone.card.text == "·"


async def test_one_message_too_old_keeps_the_whole_batch(api: FakeBotApi, bot: Bot, phone: Phone) -> None:
    old = phone.messages[0].message_id
    api.clock.advance(3 * DAY)
    new = phone.post(text="new")
    with pytest.raises(TelegramBadRequest, match="message can't be deleted"):
        await bot.delete_messages(phone.chat_id, [new, old])
    assert api.live_messages(phone.chat_id) == [old, new]


async def test_a_dice_can_be_deleted_in_its_second_day(api: FakeBotApi, bot: Bot, phone: Phone) -> None:
    dice = phone.send("dice")
    api.clock.advance(DAY - 1)
    with pytest.raises(TelegramBadRequest, match="message can't be deleted"):
        await bot.delete_message(phone.chat_id, dice)
    api.clock.advance(1)
    await bot.delete_message(phone.chat_id, dice)


async def test_a_batch_has_a_hundred_ids(bot: Bot, phone: Phone) -> None:
    assert await bot.delete_messages(phone.chat_id, list(range(1, 101)))
    for wrong in (list(range(1, 102)), [], [0]):
        with pytest.raises(TelegramBadRequest):
            await bot.delete_messages(phone.chat_id, wrong)


async def test_a_reply_needs_its_message(bot: Bot, phone: Phone) -> None:
    with pytest.raises(TelegramBadRequest, match="message to be replied not found"):
        await bot.send_message(phone.chat_id, "x", reply_parameters=ReplyParameters(message_id=999))


async def test_a_chat_is_unknown_until_its_user_speaks(api: FakeBotApi, bot: Bot) -> None:
    shy = Phone(api, 2**40 + 5)
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.send_message(shy.chat_id, "x")
    shy.post(text="/start")
    await bot.send_message(shy.chat_id, "x")


async def test_a_blocked_bot_can_do_nothing_in_the_chat(bot: Bot, phone: Phone) -> None:
    sent = await bot.send_message(phone.chat_id, "x")
    phone.block()
    blocked = pytest.raises(TelegramForbiddenError, match="bot was blocked by the user")
    with blocked:
        await bot.send_message(phone.chat_id, "x")
    with blocked:
        await bot.delete_message(phone.chat_id, sent.message_id)
    phone.unblock()
    await bot.delete_message(phone.chat_id, sent.message_id)


async def test_a_deleted_account_is_forbidden(bot: Bot, phone: Phone) -> None:
    phone.deactivate()
    with pytest.raises(TelegramForbiddenError, match="user is deactivated"):
        await bot.send_chat_action(phone.chat_id, "typing")


async def test_the_bot_leaves_groups_and_cannot_write_there(api: FakeBotApi, bot: Bot, phone: Phone) -> None:
    group = Group(api)
    group.invite(admin=True)
    assert await bot.leave_chat(group.chat.chat_id)
    assert api.left == [group.chat.chat_id]
    with pytest.raises(TelegramForbiddenError, match="bot is not a member of the supergroup chat"):
        await bot.send_message(group.chat.chat_id, "x")
    with pytest.raises(TelegramBadRequest, match="can't leave private chats"):
        await bot.leave_chat(phone.chat_id)


async def test_a_group_moves_to_another_id(api: FakeBotApi, bot: Bot) -> None:
    group = Group(api, -77, "group")
    group.invite()
    moved = group.migrate()
    with pytest.raises(TelegramMigrateToChat) as refused:
        await bot.send_message(-77, "x")
    assert refused.value.migrate_to_chat_id == moved.chat.chat_id
    await bot.leave_chat(moved.chat.chat_id)
    assert api.left == [moved.chat.chat_id]
