"""The phone against a small bot with one card: pressing, waiting, looking, and everything a family may send."""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import suppress

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, Update

from tests.telegram.attachments import KINDS
from tests.telegram.fake_bot_api import FakeBotApi
from tests.telegram.groups import Group
from tests.telegram.phone import Phone


class EchoBot:
    """Keeps one card a chat: taps count up on it, words are shown on it, the family's messages are deleted."""

    def __init__(self, bot: Bot) -> None:
        self.bot = bot
        self.cards: dict[int, int] = {}
        self.taps: Counter[int] = Counter()

    async def run(self) -> None:
        offset = 0
        while True:
            for update in await self.bot.get_updates(offset=offset, timeout=30):
                offset = update.update_id + 1
                await self.step(update)

    async def step(self, update: Update) -> None:
        if update.message and update.message.chat.type == "private":
            await self.bot.delete_message(update.message.chat.id, update.message.message_id)
            await self.show(update.message.chat.id, update.message.text or update.message.content_type)
        elif update.callback_query:
            chat_id = update.callback_query.from_user.id
            self.taps[chat_id] += 1
            await update.callback_query.as_(self.bot).answer(f"toast {self.taps[chat_id]}")
            await self.show(chat_id, f"{update.callback_query.data} {self.taps[chat_id]}")

    async def show(self, chat_id: int, text: str) -> None:
        words = ("like", "repost")
        row = [InlineKeyboardButton(text=word.title(), callback_data=f"v1:{word}") for word in words]
        markup = InlineKeyboardMarkup(inline_keyboard=[row])
        if chat_id in self.cards:
            await self.bot.edit_message_text(text, chat_id=chat_id, message_id=self.cards[chat_id], reply_markup=markup)
        else:
            self.cards[chat_id] = (await self.bot.send_message(chat_id, text, reply_markup=markup)).message_id


@pytest.fixture
async def echo(bot: Bot) -> AsyncIterator[EchoBot]:
    echo = EchoBot(bot)
    running = asyncio.create_task(echo.run())
    yield echo
    running.cancel()
    with suppress(asyncio.CancelledError, TelegramNetworkError):
        await running


@pytest.fixture
def family(api: FakeBotApi, echo: EchoBot) -> Phone:
    assert echo.cards == {}
    return Phone(api, 1003, "tg")


async def test_a_card_is_pressed_by_label_data_or_place(family: Phone) -> None:
    await family.say("салом")
    assert (family.card.text, family.card.labels) == ("салом", ("Like", "Repost"))
    for which, shown in (("Like", "v1:like 1"), ("v1:repost", "v1:repost 2"), (0, "v1:like 3"), (-1, "v1:repost 4")):
        await family.press(which)
        assert family.card.text == shown
    assert family.toasts == ("toast 1", "toast 2", "toast 3", "toast 4")
    assert family.api.live_messages(family.chat_id) == [family.card.message_id]
    assert family.api.violations == []


async def test_twelve_taps_take_well_under_two_seconds(family: Phone) -> None:
    begun = time.monotonic()
    await family.say("салом")
    for _ in range(12):
        await family.press(0)
    assert family.card.text == "v1:like 12"
    assert time.monotonic() - begun < 2


async def test_a_button_that_is_absent_is_told_with_those_that_are_there(family: Phone) -> None:
    await family.say("салом")
    with pytest.raises(AssertionError, match=r"no buttons 'Comment' on\s+card \d+:\s+салом\s+\[Like → v1:like\]"):
        await family.press("Comment")
    with pytest.raises(AssertionError, match="no button number 2"):
        await family.press(2)


async def test_several_phones_have_several_cards(api: FakeBotApi, family: Phone) -> None:
    phones = [family, *(Phone(api, 3000 + number) for number in range(9))]
    await asyncio.gather(*(phone.say(f"ман {phone.chat_id}") for phone in phones))
    await asyncio.gather(*(phone.press("Like") for phone in phones))
    assert {phone.card.text for phone in phones} == {"v1:like 1"}
    assert len({phone.card.message_id for phone in phones}) == 10


async def test_the_phone_waits_for_what_it_should_see(api: FakeBotApi, family: Phone) -> None:
    gate = api.hold("sendMessage")
    await family.say("салом", settle=False)
    asyncio.get_running_loop().call_later(0.05, gate.set)
    assert (await family.sees("салом")).labels == ("Like", "Repost")
    await family.sees(lambda card: card.data == ("v1:like", "v1:repost"))
    with pytest.raises(AssertionError, match=r"in vain:\s+card \d+:\s+салом"):
        await family.sees("хайр", timeout=0.05)


async def test_settling_waits_for_calls_under_way(api: FakeBotApi, family: Phone) -> None:
    gate = api.hold("sendMessage")
    asyncio.get_running_loop().call_later(0.5, gate.set)
    await family.say("салом")
    assert family.card.text == "салом"


async def test_settling_waits_for_a_bot_that_says_it_is_busy(api: FakeBotApi, family: Phone) -> None:
    until = time.monotonic() + 0.5
    api.busy = lambda: time.monotonic() < until
    await family.say("салом")
    assert time.monotonic() >= until


async def test_settling_fails_where_nobody_polls(phone: Phone) -> None:
    with pytest.raises(AssertionError, match="1 updates not confirmed, 0 calls under way, no poll is waiting"):
        await phone.settle(timeout=0.05)


async def test_a_phone_without_a_card_says_so(phone: Phone) -> None:
    with pytest.raises(AssertionError, match="the bot shows nothing"):
        await phone.press("Like")


async def test_forged_and_old_taps_reach_the_bot(family: Phone) -> None:
    await family.say("салом")
    family.tap_raw("v1.3.99\0")
    family.tap_raw("v1:like", message_id=7)
    family.tap_raw(None, game_short_name="canary")
    await family.settle()
    assert (family.card.text, family.spinning, len(family.taps)) == ("None 3", (), 3)


@pytest.mark.parametrize("kind", KINDS)
async def test_everything_can_be_sent_and_is_understood_by_the_client(bot: Bot, phone: Phone, kind: str) -> None:
    phone.send(kind)
    sent = (await bot.get_updates())[-1].message
    assert sent is not None
    assert sent.content_type == kind
    assert kind in {"dice", "location", "photo", "video_note", "voice", "paid_media"} or phone.canary in str(
        phone.messages[-1].body[kind]
    )


async def test_albums_forwards_edits_and_profiles_look_real(api: FakeBotApi, bot: Bot, phone: Phone) -> None:
    phone.album(10, caption=phone.canary)
    origins = ["user", "hidden_user", "chat", "channel"]
    for origin in origins:
        phone.forward(origin=origin)
    phone.edit(phone.post(text="first"), "second")
    updates = await bot.get_updates()
    messages = [update.message for update in updates if update.message]
    assert {each.media_group_id for each in messages[1:11]} == {messages[1].media_group_id}
    assert [each.forward_origin.type for each in messages if each.forward_origin] == origins
    assert (updates[-1].edited_message or messages[0]).text == "second"
    assert messages[0].text == "/start"
    assert (messages[0].entities or [])[0].type == "bot_command"
    sender = messages[0].from_user
    assert sender is not None
    assert (sender.language_code, phone.canary in sender.full_name, len(api.calls)) == ("ru", True, 1)


async def test_blocking_and_unblocking_is_told(bot: Bot, phone: Phone) -> None:
    phone.block()
    with pytest.raises(AssertionError, match="unblock"):
        await phone.say("x")
    phone.unblock()
    told = [update.my_chat_member for update in await bot.get_updates()][1:]
    assert [each.new_chat_member.status for each in told if each] == ["kicked", "member"]


async def test_the_family_deletes_what_it_likes(family: Phone) -> None:
    await family.say("салом")
    family.delete(family.card.message_id)
    assert family.messages == ()
    await family.until(lambda: family.cards == ())


async def test_groups_and_channels_speak(api: FakeBotApi, bot: Bot) -> None:
    for chat_id, kind in ((-5, "group"), (-1_001_000_000_001, "supergroup"), (-1_001_000_000_002, "channel")):
        group = Group(api, chat_id, kind)
        group.invite()
        group.says("салом", message_thread_id=4)
        group.says_anonymously("салом")
        group.says_as_channel("салом")
        group.tap("v1:like", 5)
        group.remove()
    kinds = Counter(update.event_type for update in await bot.get_updates())
    assert kinds == {"message": 8, "channel_post": 3, "my_chat_member": 6, "callback_query": 3}
